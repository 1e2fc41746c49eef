"""`board releases`: what has been published in a folder and is kept."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from noticeboard.commands.published import release_folder, telling


@click.command(help="列出目标里留着的每一次发布，新的在前；带 * 的是读者现在看到的。")
@click.argument("target", metavar="目标", type=click.Path(path_type=Path))
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出的格式。")
def releases(target: Path, style: str) -> None:
    with telling(Path.cwd()):
        board = release_folder(target)
        live, found = board.live, board.releases()
    if style == "json":
        values = [{**asdict(release), "live": release == live} for release in found]
        click.echo(json.dumps(values, ensure_ascii=False, indent=2))
        return
    if not found:
        raise click.ClickException(f"“{target}”里还没有发布过。")
    for release in found:
        made = datetime.strptime(release.id, "%Y%m%d-%H%M%S")
        words = {"internal": "对内版", "public": "对外版"}.get(release.audience, release.audience)
        mark = "*" if release == live else " "
        click.echo(
            f"{mark} {release.id}  {made:%Y-%m-%d %H:%M}  {words}  {release.pages} 页  {release.revision}".rstrip()
        )
