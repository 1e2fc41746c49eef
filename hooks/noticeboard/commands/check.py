"""`board check`: every problem of every file, and an exit code."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from importlib import import_module
from pathlib import Path

import click

from noticeboard.cache import Cache
from noticeboard.check_result import Checked, keep, recall, state_of
from noticeboard.commands.common_options import (
    WrongSettings,
    edition_of,
    find_root,
    root_option,
    wanted_below,
)
from noticeboard.reports import FORMATS, summary_line, text_lines


@click.command(help="检查 plans 里的文件，列出全部问题。写上路径，只看这些文件或文件夹的问题。")
@click.option("--format", "style", type=click.Choice(["text", *FORMATS]), default="text", help="输出的格式。")
@click.option("--strict", is_flag=True, help="有警告也算不通过；提示不算。")
@click.option("--explain", metavar="名字", help="说明一种问题：方括号里的英文名，或“手机号”这样的中文名。")
@click.option("--cache/--no-cache", "remembers", default=True, help="内容没有变的，用不用上一次的结果。")
@root_option
@click.argument("paths", metavar="[路径]...", nargs=-1, type=click.Path(path_type=Path))
def check(
    style: str, strict: bool, explain: str | None, remembers: bool, root: Path | None, paths: tuple[Path, ...]
) -> None:
    if explain is not None:
        _explain(explain)
        return
    folder = find_root(root)
    concerns = wanted_below(folder, paths)
    cache = Cache.at(folder) if remembers else Cache()
    try:
        checked = checked_of(folder, cache)
    except WrongSettings as wrong:
        if style not in FORMATS:
            raise
        click.echo(FORMATS[style](wrong.problems))
        raise click.exceptions.Exit(wrong.exit_code) from None
    problems = [problem for problem in checked.problems if concerns(problem.path)]
    if style in FORMATS:
        # A log in which a forge looks for commands has no line without one.
        report = FORMATS[style](problems)
        click.echo(report, nl=bool(report))
    else:
        for problem in problems:
            for line in text_lines(problem):
                click.echo(line)
        for allowed in checked.allowed:
            if concerns(allowed.path):
                place = f"{allowed.path}:{allowed.line}:{allowed.column}"
                click.echo(f"{place}: 已允许[{allowed.check}] {allowed.reason}")
        click.echo(summary_line(problems), err=bool(problems))
    failed = any(problem.level.stops(strict=strict) for problem in problems)
    raise click.exceptions.Exit(1 if failed else 0)


def checked_of(folder: Path, cache: Cache) -> Checked:
    """What there is to say of the board; what was said before when nothing has changed."""
    # What waits for an hour of the day is checked with the day.
    edition = replace(edition_of(drafts=True), now=time.max)
    state = state_of(folder, edition, cache) if cache.folder else ""
    checked = recall(cache, state)
    if checked is None:
        # Loaded only now: that takes longer than all that was done so far.
        checked = import_module("noticeboard.commands.check_anew").check_site(folder, edition, cache)
        keep(cache, state, checked)
    return checked


def _explain(name: str) -> None:
    manual = import_module("noticeboard.writing.manual")
    text = manual.explanation(name)
    if text is None:
        raise click.BadParameter(f"没有叫“{name}”的问题。{manual.suggestion(name)}", param_hint="--explain")
    click.echo(text)
