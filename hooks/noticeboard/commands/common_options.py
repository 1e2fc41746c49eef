"""Where the board is, which of its files are asked for, and of which day: what a command knows before it reads documents."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.edition import AUDIENCES, Edition, edition_from
from noticeboard.problems import Problem
from noticeboard.reports import text_lines


class WrongSettings(click.ClickException):
    """Ends a command that cannot go on without settings."""

    exit_code = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(line for problem in self.problems for line in text_lines(problem)))

    def show(self, file: IO[Any] | None = None) -> None:
        """The problems of the settings as they are; click would put "Error:" before them."""
        click.echo(self.message, file=file, err=file is None)


Command = TypeVar("Command", bound=Callable[..., object])


def root_option(command: Command) -> Command:
    """`--root`: the folder that holds mkdocs.yml; the nearest one above the working folder when absent."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=None,
        help=f"公告栏的文件夹（放着 {SITE_FILE} 的那一个），默认从当前文件夹往上找。",
    )(command)


def audience_option(command: Command) -> Command:
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
    return next((folder for folder in (here, *here.parents) if (folder / SITE_FILE).is_file()), here)


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
        raise click.BadParameter(f"找不到“{path}”。", param_hint="路径")
    place = path if path.exists() else root / path
    try:
        return place.resolve().relative_to(root).as_posix()
    except ValueError:
        raise click.BadParameter(f"“{path}”不在公告栏的文件夹里。", param_hint="路径") from None


def edition_of(audience: str | None = None, *, drafts: bool = False) -> Edition:
    """The edition that options, environment and clock ask for."""
    environment = {**os.environ, **({"BOARD_AUDIENCE": audience} if audience else {})}
    try:
        return edition_from(environment, datetime.now(UTC), drafts=drafts)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
