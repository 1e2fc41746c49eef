"""`board check`: every problem of every file, and an exit code."""

from __future__ import annotations

from pathlib import Path

import click

from noticeboard.commands.project import find_root, load_site, root_option, wanted_below
from noticeboard.reports import FORMATS, summary_line, text_lines


@click.command(help="检查 plans 里的文件，列出全部问题。PATH 只看这些文件或文件夹的问题。")
@click.option("--format", "style", type=click.Choice(["text", *FORMATS]), default="text", help="输出的格式。")
@click.option("--strict", is_flag=True, help="有警告也算不通过。")
@root_option
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(style: str, strict: bool, root: Path | None, paths: tuple[Path, ...]) -> None:
    folder = find_root(root)
    concerns = wanted_below(folder, paths)
    problems = [problem for problem in load_site(folder, drafts=True).problems if concerns(problem.path)]
    if style in FORMATS:
        # A log in which a forge looks for commands has no line without one.
        report = FORMATS[style](problems)
        click.echo(report, nl=bool(report))
    else:
        for problem in problems:
            for line in text_lines(problem):
                click.echo(line)
        click.echo(summary_line(problems), err=bool(problems))
    failed = bool(problems) if strict else any(problem.is_error for problem in problems)
    raise click.exceptions.Exit(1 if failed else 0)
