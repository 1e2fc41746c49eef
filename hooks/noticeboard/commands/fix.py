"""`board fix`: repairs what is certain in the officers' files."""

from __future__ import annotations

from pathlib import Path

import click

from noticeboard.atomic import replace_file
from noticeboard.cache import Cache
from noticeboard.commands.check import checked_of
from noticeboard.commands.project import find_root, root_option, settings_of, wanted_below
from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.content.source import SourceFile, list_sources
from noticeboard.fixing.diff import diff_lines, text_diff_lines
from noticeboard.fixing.repair import Repair, repair
from noticeboard.fixing.site_file import mended
from noticeboard.parallel import parallel_map
from noticeboard.reports import change_lines


@click.command(
    help="把 plans 里有把握的错处改好：编码、冒号、引号、日期、标题、“---”。写上路径，只改这些文件或文件夹。"
)
@click.option("--diff", is_flag=True, help="只给出要改的地方，不动文件。")
@click.option("--numbers", is_flag=True, help="给没有编号的公开写上台账里的备案号。")
@root_option
@click.argument("paths", metavar="[路径]...", nargs=-1, type=click.Path(path_type=Path))
def fix(diff: bool, numbers: bool, root: Path | None, paths: tuple[Path, ...]) -> None:
    folder = find_root(root)
    _mend(folder / SITE_FILE, diff=diff)
    settings = settings_of(folder)
    concerns = wanted_below(folder, paths)
    files = [file for file in list_sources(folder)[0] if concerns(file.path)]
    repairs = parallel_map(lambda file: repair(file.path, _bytes_of(file), settings, numbers=numbers), files)
    needed = [(file, made) for file, made in zip(files, repairs, strict=True) if made.is_needed]
    if diff:
        for _, made in needed:
            click.echo("\n".join(diff_lines(made)))
    else:
        for file, made in needed:
            _write(file, made)
    if diff:
        left = sum(len(made.left) for made in repairs)
    else:
        left = sum(concerns(problem.path) for problem in checked_of(folder, Cache.at(folder)).problems)
    click.echo(_summary(len(needed), left, diff), err=diff)
    raise click.exceptions.Exit(1 if diff and needed else 0)


def _mend(site_file: Path, *, diff: bool) -> None:
    """Repairs the settings, without which no document can be read; with `diff` shows the repair and ends the command."""
    try:
        written = site_file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return
    better = mended(written)
    if better == written:
        return
    if diff:
        click.echo("\n".join(text_diff_lines(SITE_FILE, written, better)))
        click.echo(f"{SITE_FILE} 改好以后，才看得出别的文件要改什么。", err=True)
        raise click.exceptions.Exit(1)
    try:
        replace_file(site_file, better.encode())
    except OSError as error:
        raise click.ClickException(f"“{SITE_FILE}”写不进去：{error.strerror}。") from error
    click.echo(f"{SITE_FILE}:1:1: 已改[fullwidth-colon] 全角的冒号 → 半角的冒号")


def _bytes_of(file: SourceFile) -> bytes:
    """What the file holds; nothing when it cannot be read, which `board check` tells."""
    try:
        return Path(file.location).read_bytes()
    except OSError:
        return b""


def _write(file: SourceFile, made: Repair) -> None:
    try:
        if Path(file.location).read_bytes() != made.before:
            raise click.ClickException(f"“{file.path}”刚刚被别人改过，没有动它，请再运行一次。")
        replace_file(Path(file.location), made.after)
    except OSError as error:
        raise click.ClickException(f"“{file.path}”写不进去：{error.strerror}。") from error
    for line in change_lines(made.path, made.changes):
        click.echo(line)


def _summary(count: int, left: int, diff: bool) -> str:
    sentence = f"{'可以改' if diff else '改好了'} {count} 份文件。" if count else "没有要改的。"
    return sentence + (f"还有 {left} 个问题要人来改，请运行 board check。" if left else "")
