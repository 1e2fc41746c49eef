"""`board new`: writes a correct file for a new document into the right folder."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from noticeboard.commands.project import edition_of, find_root, root_option, settings_of
from noticeboard.content.documents import TYPES
from noticeboard.content.fields import declarations
from noticeboard.content.settings import Settings
from noticeboard.content.times import read_date
from noticeboard.problems import Fault
from noticeboard.writing.new_document import new_path, new_text

_LABELS = {kind.label: name for name, kind in TYPES.items()}


@click.command(help="新建一份文件：计划、总结、公开、提案或通知，放进 plans/年份/。在终端里会逐项询问。")
@click.argument("kind", metavar="类型", type=click.Choice([*_LABELS, *TYPES]))
@click.option("--title", help="标题。")
@click.option("--date", "issued", help="日期，默认今天。")
@click.option("--unit", help="单位，默认站点设置里的第一个。")
@click.option("--period", help="期间（计划、总结），如 2026年、2025—2026学年第一学期。")
@click.option("--category", help="类别（公开）。")
@click.option("--department", help="责任部门（公开）。")
@root_option
def new(kind: str, root: Path | None, issued: str | None, **given: str | None) -> None:
    folder = find_root(root)
    settings = settings_of(folder)
    kind = _LABELS.get(kind, kind)
    day = _day(issued) if issued else edition_of().today
    values = {name: value for name, value in given.items() if value} | {"date": day.isoformat()}
    _ask(kind, values, settings)
    path = new_path(values["title"], day)
    place = folder / path
    if place.exists():
        raise click.UsageError(f"“{path}”已经有了，请换一个标题。")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(new_text(kind, values), encoding="utf-8", newline="\n")
    click.echo(f"已写好 {path}，请打开填写正文。")


def _ask(kind: str, values: dict[str, str], settings: Settings) -> None:
    """Asks for what is missing in a terminal; elsewhere a missing title ends the command."""
    suggestions = {
        "period": f"{values['date'][:4]}年",
        "category": settings.categories[0].title,
    }
    for field in declarations(TYPES[kind]):
        if not field.required or field.name in values:
            continue
        if sys.stdin.isatty():
            values[field.name] = click.prompt(
                f"{field.chinese}（{field.kind.shape}）", default=suggestions.get(field.name)
            )
        elif field.name == "title":
            raise click.UsageError("请用 --title 给出标题。")
        elif field.name in suggestions:
            values[field.name] = suggestions[field.name]


def _day(text: str) -> date:
    day = read_date(text)
    if isinstance(day, Fault):
        raise click.BadParameter(f"{day.message}{day.hint}", param_hint="--date")
    return day
