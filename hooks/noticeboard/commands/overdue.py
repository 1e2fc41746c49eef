"""`board overdue`: what is late in the plans, each with the line where to tell what became of it."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import click

from noticeboard.build import load
from noticeboard.catalog.deduplication import late_once
from noticeboard.catalog.entries import Entry
from noticeboard.commands.project import edition_of, find_root, root_option, settings_of
from noticeboard.edition import Edition
from noticeboard.reports import text_lines
from noticeboard.views.helpers.wording import state_note, state_word


@click.command(
    "overdue", help="列出逾期的活动：在哪个文件、哪一行打勾，或者写上改期、取消。已经有总结记录的不在内。"
)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出的格式。")
@click.option("--unit", default=None, help="只列这个单位的。")
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    metavar="日期",
    help="按这一天算，例如 2026-06-15；默认是今天。",
)
@root_option
def overdue(style: str, unit: str | None, day: datetime | None, root: Path | None) -> None:
    place = find_root(root)
    edition = edition_of("internal")
    if day is not None:
        edition = Edition(day.date(), "internal")
    settings = settings_of(place)
    names = [known.name for known in settings.all_units]
    if unit is not None and unit not in names:
        raise click.BadParameter(f"没有“{unit}”这个单位，有的是：{'、'.join(names)}。", param_hint="--unit")
    site = load(place, settings, edition)
    late = [
        entry
        for entry in late_once(site.catalog.entries)
        if unit is None or unit in {it.document.unit for it in (entry, *entry.also)}
    ]
    late.sort(key=lambda entry: (entry.outcome.since or date.max, entry.document.path, entry.activity.line))
    broken = sorted({problem.path for problem in site.problems if problem.is_error})
    if style == "json":
        click.echo(json.dumps([_values(entry) for entry in late], ensure_ascii=False, indent=2))
    else:
        for entry in late:
            click.echo(_line(entry))
    click.echo(f"{edition.today:%Y-%m-%d}：逾期 {len(late)} 项。", err=True)
    if broken:
        for problem in site.problems:
            if problem.is_error:
                click.echo("\n".join(text_lines(problem)), err=True)
        click.echo(f"有 {len(broken)} 份文件写错了，里面的活动可能没有列出来。", err=True)
        raise click.exceptions.Exit(1)


def _line(entry: Entry) -> str:
    activity, document = entry.activity, entry.document
    who = "，".join(filter(None, (document.unit, activity.leader and f"负责：{activity.leader}")))
    state = "，".join(filter(None, (state_word(entry), state_note(entry))))
    same = "，".join(f"{other.document.path}:{other.activity.line}" for other in entry.also)
    return (
        f"{document.path}:{activity.line}: {activity.text}（{who}）：{state}{same and f'（同一项：{same}）'}"
    )


def _values(entry: Entry) -> dict[str, object]:
    activity, outcome = entry.activity, entry.outcome
    return {
        "path": entry.document.path,
        "line": activity.line,
        "text": activity.text,
        "unit": entry.document.unit,
        "leader": activity.leader,
        "state": outcome.state.value,
        "since": outcome.since.isoformat() if outcome.since else None,
        "missing": [item.title for item in outcome.missing],
        "also": [{"path": other.document.path, "line": other.activity.line} for other in entry.also],
    }
