"""`board new`: writes a correct file for a new document into the right folder."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click

from noticeboard.commands.asking import asks, choose
from noticeboard.commands.planned import catalog_with, plan_for
from noticeboard.commands.project import edition_of, find_root, root_option, settings_of
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.document_set import read_documents
from noticeboard.content.documents import TYPES, Document
from noticeboard.content.field_types.pairs import NOT_A_PAIR
from noticeboard.content.fields import declarations
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import read_source
from noticeboard.problems import Fault
from noticeboard.scaffolding.organisation_words import WORDING
from noticeboard.times import Period, read_date, read_period
from noticeboard.writing.new_document import new_path, new_text
from noticeboard.writing.suggestions import Suggestions
from noticeboard.writing.summary_draft import blanks_of, sections_of, values_of

_REQUIRED_TEXTS = (
    ("department", "责任部门", ""),
    ("situations", "情形（什么时候用得上）", ""),
    ("eligible", "对象（谁可以办）", "全体会员"),
    ("register_kind", "种类（哪一种台账：合同、保险、任期、荣誉、竞赛）", ""),
)
_LABELS = {kind.label: name for name, kind in TYPES.items()}


@click.command(
    help="新建一份文件：计划、总结、公开、提案、会议、通知、办事或台账，放进合适的文件夹。在终端里会逐项询问。"
)
@click.argument("kind", metavar="[类型]", type=click.Choice([*_LABELS, *TYPES]), required=False)
@click.option("--title", help="标题。")
@click.option("--date", "issued", help="日期，默认今天。")
@click.option("--unit", help="单位，默认站点设置里的第一个。")
@click.option("--period", help="期间（计划、总结），如 2026年、2025—2026学年第一学期。")
@click.option("--category", help="类别（公开）。")
@click.option("--department", help="责任部门（公开）。")
@click.option("--session", help="届次（提案、会议），如 三届二次。")
@click.option("--situations", help="情形（办事），如 生病、退休。")
@click.option("--eligible", help="对象（办事），谁可以办。")
@click.option("--register-kind", help="种类（台账），如 集体合同、保险、荣誉。")
@click.option(
    "--for",
    "answered",
    metavar="计划",
    help="总结所对照的计划：它的活动逐月列好，目标逐条留空。写文件的路径或标题。",
)
@root_option
def new(
    kind: str | None, root: Path | None, issued: str | None, answered: str | None, **given: str | None
) -> None:
    folder = find_root(root)
    settings = settings_of(folder)
    documents = read_documents(folder, settings)
    day = _day(issued) if issued else edition_of().today
    kind = _LABELS.get(kind, kind) if kind else "summary" if answered else _ask_kind()
    values = {name: value for name, value in given.items() if value}
    plan = plan_for(answered, kind, values, documents, folder) if answered else None
    values = (values_of(plan) if plan else {}) | values | {"date": day.isoformat()}
    path = _fill_in(kind, values, day, documents.valid, settings)
    text = new_text(kind, values)
    if plan:
        values["plans"] = posixpath.relpath(plan.path, posixpath.dirname(path))
        sections = sections_of(catalog_with(plan, documents, settings, day), plan, path)
        text = new_text(kind, {**values, "results": blanks_of(plan)}, sections)
    _write(folder, path, text, settings, documents.all)
    click.echo(f"已写好 {path}，请打开填写正文。写完运行 board check。")
    if plan:
        click.echo("活动照计划列好了，请逐条核对；“数据”里空着的请填上；写完删去“草稿: 是”这一行。")


def _fill_in(
    kind: str, values: dict[str, str], day: date, documents: Sequence[Document], settings: Settings
) -> str:
    """Asks for what is missing, and fills in the rest; the path of the new file."""
    units = [unit.name for unit in settings.all_units]
    if "unit" not in values:
        values["unit"] = choose("单位", units) if len(units) > 1 else units[0]
    suggest = Suggestions(documents, settings, TYPES[kind], values["unit"], day)
    required = {field.name for field in declarations(TYPES[kind]) if field.required}
    if "period" in required:
        _settle("period", "期间", values, suggest.period)
        period = read_period(values["period"])
        if kind == "summary" and isinstance(period, Period) and (plan := suggest.plan(period)):
            values["plans"] = plan
    if "category" in required and "category" not in values:
        values["category"] = choose("类别", [category.title for category in settings.categories])
    if "session" in required:
        _settle("session", "届次", values, "")
        values.setdefault("title", f"{values['session']}{WORDING[settings.kind].assembly}")
    _settle("title", "标题", values, suggest.title(values.get("period", "")))
    for name, label, suggestion in _REQUIRED_TEXTS:
        if name in required:
            _settle(name, label, values, suggestion)
    if kind == "proposal" and suggest.session:
        values.setdefault("session", suggest.session)
    return new_path(kind, values["title"], day, suggest.folder)


def _write(root: Path, path: str, text: str, settings: Settings, others: Sequence[Document]) -> None:
    """Writes the file, once the reader has found no error in it but blanks. Never writes over a file."""
    document, problems = read_document(read_source(path, text.encode(), KNOWN_KEYS), settings)
    wrong = [problem for problem in problems if problem.is_error and problem.code != NOT_A_PAIR.code]
    if wrong:
        raise click.UsageError("".join(f"{problem.message}{problem.hint}" for problem in wrong))
    taken = {other.address: other.path for other in others}
    if document.address in taken:
        raise click.UsageError(f"和“{taken[document.address]}”的网址相同，请换一个标题。")
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with place.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise click.UsageError(f"“{path}”已经有了，请换一个标题。") from None


def _ask_kind() -> str:
    if not asks():
        raise click.UsageError(f"请写明类型：{'、'.join(_LABELS)}。例如：board new 通知 --title 五月值班安排")
    return _LABELS[choose("类型", list(_LABELS))]


def _settle(name: str, label: str, values: dict[str, str], suggestion: str) -> None:
    """Gives a field that has no value the one that is typed, or the suggestion where nobody can be asked."""
    if name in values:
        return
    if asks():
        values[name] = click.prompt(label, default=suggestion or None, value_proc=_checked(name))
    elif suggestion:
        values[name] = suggestion
    else:
        raise click.UsageError(f"请用 --{name} 给出{label}。")


def _checked(name: str) -> Callable[[str], str]:
    """What makes the terminal ask again until it can be read."""

    def check(text: str) -> str:
        period = read_period(text) if name == "period" else None
        if isinstance(period, Fault):
            raise click.BadParameter(f"{period.message}{period.hint}")
        if not text.strip():
            raise click.BadParameter("不能空着。")
        return text

    return check


def _day(text: str) -> date:
    day = read_date(text)
    if isinstance(day, Fault):
        raise click.BadParameter(f"{day.message}{day.hint}", param_hint="--date")
    return day
