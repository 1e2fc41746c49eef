"""`board upgrade`: a board that `board init` made → one of the program that is installed."""

from __future__ import annotations

from collections.abc import Container, Iterable
from importlib.metadata import version
from pathlib import Path

import click

from noticeboard.atomic import replace_file
from noticeboard.commands.common_options import find_root, root_option
from noticeboard.commands.fix import fix
from noticeboard.commands.site_settings import settings_of
from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.fixing.diff import text_diff_lines
from noticeboard.scaffolding.migrations import order_of
from noticeboard.scaffolding.program_files import program_files
from noticeboard.scaffolding.record import NAME, DamagedRecord, WrittenFiles, read_record
from noticeboard.scaffolding.upgrade import (
    REQUIREMENTS,
    Upgrade,
    navigation_upgrade,
    settings_upgrade,
    upgrade_of,
)


@click.command(
    help="先装好新版的程序，再运行：设置、指南、持续集成跟上新版，内容照新版改好。改过的文件不动。"
)
@click.option("--diff", is_flag=True, help="只给出要改的地方，不动文件。")
@click.option(
    "--replace", "replaced", multiple=True, metavar="文件", help="这个文件改过也换成新版的；可以写几次。"
)
@root_option
@click.pass_context
def upgrade(context: click.Context, diff: bool, replaced: tuple[str, ...], root: Path | None) -> None:
    folder = find_root(root)
    record = _record_of(folder)
    own = version("noticeboard")
    if order_of(record.version) > order_of(own):
        raise click.UsageError(
            f"公告栏是用 {record.version} 版做的，装着的程序是 {own} 版。请先装 {record.version} 或更新的版本。"
        )
    if not _bring_settings(folder, record, diff):
        return
    settings = settings_of(folder)
    _bring(folder, *navigation_upgrade(folder, record), diff)
    _ensure_ours(replaced, program_files(settings, record.forge))
    made = upgrade_of(folder, record, settings, own, frozenset(replaced))
    _show_texts(made, in_full=diff)
    if not diff:
        for path, data in made.after.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            replace_file(folder / path, data)
    _report(made, record.version, own, diff)
    context.invoke(fix, diff=diff, numbers=False, root=folder, paths=())


def _record_of(folder: Path) -> WrittenFiles:
    try:
        record = read_record(folder)
    except DamagedRecord:
        raise click.UsageError(
            f"{NAME} 坏了，不知道哪些文件有人改过，没有动。请用 git 找回它：git restore {NAME}。"
        ) from None
    if record is None:
        raise click.UsageError(
            f"这里没有 {NAME}，不是 board init 建的公告栏，没有动。是程序的仓库的，用 git pull 换成新版。"
        )
    return record


def _ensure_ours(replaced: Iterable[str], ours: Container[str]) -> None:
    for path in replaced:
        if path not in ours:
            raise click.BadParameter(
                f"“{path}”不是程序照管的文件，请照提示里的路径写。", param_hint="--replace"
            )


def _bring_settings(folder: Path, record: WrittenFiles, diff: bool) -> bool:
    """Brings mkdocs.yml up to date, and shows how; False where all else waits for that."""
    try:
        before, after = settings_upgrade(folder, record)
    except (FileNotFoundError, UnicodeDecodeError):
        settings_of(folder)  # Tells what is wrong.
        return False
    if before == after:
        return True
    _bring(folder, before, after, diff)
    if diff:
        click.echo(f"{SITE_FILE} 改好以后，才看得出别的文件要改什么。", err=True)
    return not diff


def _bring(folder: Path, before: str, after: str, diff: bool) -> None:
    """Shows what changes in mkdocs.yml, and changes it unless only a look is asked for."""
    if before == after:
        return
    click.echo("\n".join(text_diff_lines(SITE_FILE, before, after)))
    if not diff:
        replace_file(folder / SITE_FILE, after.encode())


def _show_texts(made: Upgrade, *, in_full: bool) -> None:
    for path, data in made.after.items():
        if path == NAME:
            continue
        if in_full or path == REQUIREMENTS:
            before = made.before.get(path, b"").decode("utf-8", "replace")
            click.echo("\n".join(text_diff_lines(path, before, data.decode("utf-8", "replace"))))
        else:
            click.echo(f"{path}：{'换成新版的' if path in made.before else '新增'}")


def _report(made: Upgrade, before: str, own: str, diff: bool) -> None:
    for path in made.edited:
        click.echo(f"{path}：有人改过，没有动。想要新版的：board upgrade --replace {path}")
    if not made.is_pinned:
        click.echo(f"{REQUIREMENTS} 里没有“noticeboard==版本”这一行，请自己写上 {own}。")
    if before == own and not set(made.after) - {NAME}:
        click.echo(f"已经是 {own} 版。")
    elif not diff:
        click.echo(f"升到了 {own} 版。看看改了什么：git diff。")
