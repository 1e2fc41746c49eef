"""`board serve`: a preview that follows every change of the content."""

from __future__ import annotations

from pathlib import Path

import click

from noticeboard.commands.generator import run_generator
from noticeboard.commands.project import audience_option, find_root, root_option, settings_of


@click.command(help="在本机预览，改了内容自动刷新；草稿也看得到。按 Ctrl+C 停下。")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="预览的地址和端口。")
@audience_option
@root_option
def serve(address: str, audience: str | None, root: Path | None) -> None:
    folder = find_root(root)
    settings_of(folder)
    raise click.exceptions.Exit(
        run_generator(folder, "serve", "--livereload", "--dev-addr", address, audience=audience)
    )
