"""`board check`: every problem of every file, and an exit code."""

from __future__ import annotations

from pathlib import Path

import click

from noticeboard.commands.project import find_root, load_site, root_option
from noticeboard.problems import Problem
from noticeboard.reports import summary_line, text_lines, to_json


@click.command(help="检查 plans 里的文件，列出全部问题。PATH 只看这些文件或文件夹的问题。")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出的格式。")
@click.option("--strict", is_flag=True, help="有警告也算不通过。")
@root_option
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(style: str, strict: bool, root: Path | None, paths: tuple[Path, ...]) -> None:
    folder = find_root(root)
    wanted = [_below(folder, path) for path in paths]
    problems = [problem for problem in load_site(folder, drafts=True).problems if _concerns(problem, wanted)]
    if style == "json":
        click.echo(to_json(problems))
    else:
        for problem in problems:
            for line in text_lines(problem):
                click.echo(line)
        click.echo(summary_line(problems), err=bool(problems))
    failed = bool(problems) if strict else any(problem.is_error for problem in problems)
    raise click.exceptions.Exit(1 if failed else 0)


def _below(root: Path, path: Path) -> str:
    if not path.exists() and not (root / path).exists():
        raise click.BadParameter(f"找不到“{path}”。", param_hint="PATH")
    place = path if path.exists() else root / path
    try:
        return place.resolve().relative_to(root).as_posix()
    except ValueError:
        raise click.BadParameter(f"“{path}”不在公告栏的文件夹里。", param_hint="PATH") from None


def _concerns(problem: Problem, wanted: list[str]) -> bool:
    return not wanted or any(
        place == "." or problem.path == place or problem.path.startswith(f"{place}/") for place in wanted
    )
