"""What every command needs: where the board is, its settings, and the edition that was asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from noticeboard.build import Site, load
from noticeboard.content.settings import Settings
from noticeboard.content.site_file import NAME, read_site_file
from noticeboard.edition import AUDIENCES, Edition, edition_from
from noticeboard.reports import text_lines

WRONG_USAGE = 2


def root_option(command: Callable) -> Callable:
    """`--root`: the folder that holds mkdocs.yml; the nearest one above the working folder when absent."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=None,
        help=f"公告栏的文件夹（放着 {NAME} 的那一个），默认从当前文件夹往上找。",
    )(command)


def audience_option(command: Callable) -> Callable:
    """`--audience`, which stands above BOARD_AUDIENCE."""
    return click.option(
        "--audience",
        type=click.Choice(AUDIENCES),
        default=None,
        help="internal 对内版（默认），public 对外版。",
    )(command)


def find_root(root: Path | None) -> Path:
    """The board's folder."""
    if root is not None:
        return root.resolve()
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / NAME).is_file()), here)


def wanted_below(root: Path, paths: Sequence[Path]) -> Callable[[str], bool]:
    """Whether a path below `root` is one of `paths` or lies in one; every path is when there are none.

    Paths count from the working folder, or else from `root`. Ends the command when one is not there or lies elsewhere.
    """
    places = [_below(root, path) for path in paths]

    def is_wanted(path: str) -> bool:
        return not places or any(place in (".", path) or path.startswith(f"{place}/") for place in places)

    return is_wanted


def _below(root: Path, path: Path) -> str:
    if not path.exists() and not (root / path).exists():
        raise click.BadParameter(f"找不到“{path}”。", param_hint="PATH")
    place = path if path.exists() else root / path
    try:
        return place.resolve().relative_to(root).as_posix()
    except ValueError:
        raise click.BadParameter(f"“{path}”不在公告栏的文件夹里。", param_hint="PATH") from None


def output_folder(root: Path, target: Path) -> Path:
    """`target`, whole; ends the command when what officers or maintainers write lies there (FORMAT section 1)."""
    place = target.resolve()
    kept = [root / name for name in ("plans", "docs", "hooks", "overrides")]
    if place == root or any(place.is_relative_to(folder) or folder.is_relative_to(place) for folder in kept):
        raise click.UsageError(f"“{target}”放着公告栏的文件，不能往里面生成，请换一个文件夹。")
    return place


def settings_of(root: Path) -> Settings:
    """The settings; ends the command when they are wrong."""
    settings, problems = read_site_file(root)
    if problems:
        for problem in problems:
            for line in text_lines(problem):
                click.echo(line, err=True)
        raise click.exceptions.Exit(WRONG_USAGE)
    return settings


def edition_of(audience: str | None = None, *, drafts: bool = False) -> Edition:
    """The edition that options, environment and clock ask for."""
    environment = {**os.environ, **({"BOARD_AUDIENCE": audience} if audience else {})}
    try:
        return edition_from(environment, datetime.now(UTC), drafts=drafts)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def load_site(root: Path, audience: str | None = None, *, drafts: bool = False) -> Site:
    """The whole site, by the loader that the MkDocs hook uses too."""
    return load(root, settings_of(root), edition_of(audience, drafts=drafts))
