"""`board rollback`: lets readers see an earlier release again."""

from __future__ import annotations

from pathlib import Path

import click

from noticeboard.commands.common_options import find_root, root_option
from noticeboard.commands.published import (
    SWITCHED,
    beijing_now,
    copy_to,
    release_folder,
    telling,
    to_option,
)
from noticeboard.content.repository.paths import kept_places
from noticeboard.publish.releases import Release, ReleaseFolder
from noticeboard.publish.site_folder import Refused


@click.command(help="退回更早的一次发布：不写编号，就是现在这一次的前一次；编号见 board releases。")
@click.argument("target", metavar="目标", type=click.Path(path_type=Path))
@click.argument("release", metavar="[编号]", required=False)
@to_option
@root_option
def rollback(target: Path, release: str | None, remote: str | None, root: Path | None) -> None:
    folder = find_root(root)
    board = release_folder(target)
    if not target.is_dir():
        raise click.UsageError(f"找不到文件夹“{target}”。")
    with telling(folder), board.opened(kept_places(folder), lambda sentence: click.echo(sentence, err=True)):
        chosen = _chosen(board, release)
        board.switch(chosen)
        with telling(folder, SWITCHED.format(chosen.id)):
            board.log_live(beijing_now())
            if remote:
                copy_to(remote, board.target)
    click.echo(f"读者现在看到的是 {chosen.id} 这一次，{chosen.pages} 页。")


def _chosen(board: ReleaseFolder, wanted: str | None) -> Release:
    live, found = board.live, board.releases()
    if wanted is not None:
        named = next((release for release in found if release.id == wanted), None)
        if named is None:
            raise Refused(f"没有“{wanted}”这一次发布。留着的有：{'、'.join(r.id for r in found) or '没有'}。")
        return named
    earlier = [release for release in found if live is not None and release.id < live.id]
    if not earlier:
        raise Refused("没有更早的发布可以退回去。")
    return earlier[0]
