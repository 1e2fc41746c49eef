"""`board import`: files of Word, pasted texts and pages of the web become documents of the board."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from noticeboard.commands.asking import ask, asks, choose
from noticeboard.commands.project import edition_of, find_root, root_option, settings_of
from noticeboard.content.documents import TYPES, Document
from noticeboard.content.fields import declarations
from noticeboard.content.repository.paths import ROOT
from noticeboard.content.settings.board_settings import Settings
from noticeboard.importing.document_file import Imported, make, required, values_in
from noticeboard.importing.draft import Draft, DraftDocument
from noticeboard.importing.facts import facts_of, period_in
from noticeboard.importing.file_names import path_for, with_pictures
from noticeboard.importing.hints import sentence_of
from noticeboard.importing.input_files import drafts_of, files_below
from noticeboard.importing.placeholders import filled
from noticeboard.importing.whole import joined
from noticeboard.problems import Fault
from noticeboard.times import YEARS, read_date, read_period

_LABELS = {kind.label: name for name, kind in TYPES.items()}
_TAKEN = "“{}”已经有了，没有动它。要再导入一次，请先把它改名，或者用 --title 换一个标题。"
_UNKNOWN = "（不知道的，直接按回车）"


@dataclass(slots=True)
class _Outcome:
    """What became of a file."""

    name: str
    documents: int = 0
    activities: int = 0
    open: int = 0
    fault: str = ""


@click.command(
    name="import",
    short_help="把 Word 文件、网页、复制来的文字变成公告栏的文件。",
    help="把 Word 文件、网页、复制来的文字变成公告栏的文件。可以写几个文件，也可以写文件夹。在终端里会询问文件里没有写的项目；不知道的留空，标作草稿。",
)
@click.argument("files", metavar="文件...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--type", "kind", type=click.Choice([*_LABELS, *TYPES]), help="类型，默认看标题。")
@click.option("--title", help="标题，默认用文件里的。")
@click.option("--year", help="年份：填上“20XX年”，也是计划和总结的期间。")
@click.option("--unit", help="单位，默认看标题和落款。")
@click.option("--date", "issued", help="日期，默认看落款。")
@click.option("--period", help="期间（计划、总结），默认看标题。")
@click.option(
    "--split/--no-split", default=None, help="一个文件里有几份文件时，分开或不分开；默认在终端里询问。"
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="写进哪个文件夹，默认 plans/<年份>。",
)
@root_option
def import_files(
    files: tuple[Path, ...],
    kind: str | None,
    year: str | None,
    split: bool | None,
    output: Path | None,
    root: Path | None,
    **given: str | None,
) -> None:
    folder = find_root(root)
    settings = settings_of(folder)
    values = {"date" if name == "issued" else name: value for name, value in given.items() if value}
    if kind:
        values["type"] = _LABELS.get(kind, kind)
    _check(values, year, settings)
    importer = _Importer(folder, settings, values, year or "", split, output)
    places = list(files_below(files))
    if not places:
        raise click.UsageError("文件夹里没有能导入的文件。")
    outcomes = [importer.run(place, draft) for place, draft in zip(places, _drafts(places), strict=True)]
    if len(outcomes) > 1:
        _print_table(outcomes)
    raise click.exceptions.Exit(1 if any(outcome.fault for outcome in outcomes) else 0)


def _check(values: Mapping[str, str], year: str | None, settings: Settings) -> None:
    """Ends the command for an option that cannot be read."""
    if year and not (re.fullmatch("[0-9]{4}", year) and int(year) in YEARS):
        raise click.BadParameter("请写四位数的年份，例如 2026。", param_hint="--year")
    for name, value in values.items():
        if fault := _fault(name, value, settings):
            raise click.BadParameter(fault, param_hint=f"--{name}")


def _fault(name: str, value: str, settings: Settings) -> str:
    """What is wrong with a field's value; empty for a good one."""
    if name in ("date", "period"):
        read = read_date(value) if name == "date" else read_period(value)
        return f"{read.message}{read.hint}" if isinstance(read, Fault) else ""
    if name == "unit":
        units = [unit.name for unit in settings.all_units]
        return "" if value in units else f"站点设置里没有“{value}”，可选：{'、'.join(units)}。"
    return ""


def _drafts(places: Sequence[Path]) -> list[Draft | str]:
    """All files as they are read, with a bar where there are several."""
    if len(places) == 1 or not sys.stderr.isatty():
        return list(drafts_of(places))
    with click.progressbar(
        drafts_of(places), length=len(places), label="正在读文件", file=sys.stderr
    ) as drafts:
        return list(drafts)


@dataclass(slots=True)
class _Importer:
    """One run, with what was given for all files."""

    root: Path
    settings: Settings
    given: Mapping[str, str]
    year: str
    split: bool | None
    output: Path | None
    taken: tuple[str, ...] = ()
    """Paths of this run."""

    def run(self, place: Path, draft: Draft | str) -> _Outcome:
        outcome = _Outcome(place.name)
        if isinstance(draft, str):
            outcome.fault = sentence_of(draft)
            click.echo(f"“{place.name}”没有导入：{outcome.fault}", err=True)
            return outcome
        remarks = draft.remarks
        for part in self._parts(place, draft):
            # Of several documents that stay one, the first says what it is: a day below the last is not its own.
            says = part if part in draft.parts else draft.parts[0]
            self._import(place, part, says, replace(draft, remarks=remarks), outcome)
            # What is told of the file is told once.
            remarks = ()
        return outcome

    def _parts(self, place: Path, draft: Draft) -> Sequence[DraftDocument]:
        if len(draft.parts) == 1:
            return draft.parts
        titles = "、".join(f"“{part.title or '（没有标题）'}”" for part in draft.parts)
        question = f"“{place.name}”里像是有 {len(draft.parts)} 份文件：{titles}。"
        is_split = self.split
        if is_split is None:
            is_split = asks() and click.confirm(f"{question}分成 {len(draft.parts)} 份吗？", default=True)
        if not is_split:
            if self.split is None:
                click.echo(f"{question}没有分开；要分开，请加 --split。")
            return (joined(draft.parts),)
        return draft.parts

    def _import(
        self, place: Path, part: DraftDocument, says: DraftDocument, draft: Draft, outcome: _Outcome
    ) -> None:
        values = self._values(place, says)
        folder, path = self._place(values, place)
        imported = make(
            part,
            values,
            self.settings,
            path=path,
            today=edition_of().today,
            year=self.year,
            remarks=draft.remarks,
        )
        files = with_pictures(path if self.output is None else Path(path).name, imported.text, draft.pictures)
        try:
            files.write(folder)
        except FileExistsError:
            outcome.fault = _TAKEN.format(path)
            click.echo(f"“{place.name}”没有导入：{outcome.fault}", err=True)
            return
        self.taken = (*self.taken, path)
        outcome.documents += 1
        outcome.activities += len(imported.document.activities)
        outcome.open += len(imported.report.open)
        _report(place, files.path if self.output is None else str(folder / files.path), imported)

    def _values(self, place: Path, part: DraftDocument) -> dict[str, str]:
        """The fields that are known: given, said by the file, or typed by who is asked."""
        if part.head:
            return dict(values_in(part, self.settings))
        values = {**facts_of(part, self.settings), **self.given}
        if self.year and "title" in values and "title" not in self.given:
            values["title"] = filled(values["title"], self.year)[0]
        if "period" not in self.given and (period := period_in(self.year, values, part.title)):
            values["period"] = period
        if asks():
            _ask(place, part, values, self.settings)
        kind = values.get("type")
        names = {field.name for field in declarations(TYPES[kind] if kind else Document)} | {"type"}
        return {name: value for name, value in values.items() if name in names or not kind}

    def _place(self, values: Mapping[str, str], place: Path) -> tuple[Path, str]:
        """The folder that paths count from, and the path of the document."""
        day = read_date(values.get("date", ""))
        period = read_period(values.get("period", ""))
        if not isinstance(day, date):
            year = self.year or ("" if isinstance(period, Fault) else str(period.start.year))
            day = date(int(year), 1, 1) if year else edition_of().today
        folder = ROOT if self.output is not None else ""
        path = path_for(values.get("type", ""), values.get("title") or place.stem, day, folder, self.taken)
        if self.output is None:
            return self.root, path
        return self.output, path


def _ask(place: Path, part: DraftDocument, values: dict[str, str], settings: Settings) -> None:
    """Asks for what the file does not say; an empty answer leaves it open."""
    click.echo(f"{place.name}{f'：{part.title}' if part.title else ''}")
    if "type" not in values:
        values["type"] = _LABELS.get(choose(f"类型{_UNKNOWN}", list(_LABELS), optional=True), "")
    kind = values.get("type", "")
    labels = {field.name: field.chinese for field in declarations(TYPES[kind] if kind else Document)}
    for name in required(kind):
        if values.get(name) or name == "type":
            continue
        if name in ("unit", "category"):
            options = settings.all_units if name == "unit" else settings.categories
            words = [getattr(option, "name", "") or getattr(option, "title", "") for option in options]
            values[name] = choose(labels[name] + _UNKNOWN, words, optional=True)
        else:
            values[name] = ask(labels[name] + _UNKNOWN, check=_checked(name, settings))
    for name in [name for name, value in values.items() if not value]:
        del values[name]


def _checked(name: str, settings: Settings) -> Callable[[str], str]:
    """What makes the terminal ask again until the answer can be read."""

    def check(text: str) -> str:
        if fault := _fault(name, text.strip(), settings):
            raise click.BadParameter(fault)
        return text.strip()

    return check


def _report(place: Path, path: str, imported: Imported) -> None:
    state = "，还是草稿" if imported.is_draft else ""
    click.echo(f"{place.name} → {path}（{len(imported.document.activities)} 项活动{state}）")
    for line in imported.report.lines():
        click.echo(line)


def _print_table(outcomes: Sequence[_Outcome]) -> None:
    good = sum(not outcome.fault for outcome in outcomes)
    click.echo(f"\n共 {len(outcomes)} 个文件，导入 {good} 个，没有导入 {len(outcomes) - good} 个。")
    click.echo("文件\t份数\t活动\t请核对\t说明")
    for one in outcomes:
        click.echo(f"{one.name}\t{one.documents}\t{one.activities}\t{one.open}\t{one.fault}".rstrip())
