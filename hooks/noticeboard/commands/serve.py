"""`board serve`: a preview that follows every change of the content, and goes on whatever is wrong with it."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from noticeboard.commands.generator import run_preview
from noticeboard.commands.places import audience_option, edition_of, find_root, root_option


@click.command(help="在本机预览，改了内容自动刷新；草稿也看得到。按 Ctrl+C 停下。")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="预览的地址和端口。")
@audience_option
@root_option
def serve(address: str, audience: str | None, root: Path | None) -> None:
    folder = find_root(root)
    edition_of(audience)
    _ensure_free(address)
    raise click.exceptions.Exit(run_preview(folder, address, audience=audience))


def _ensure_free(address: str) -> None:
    """Ends the command when the address cannot be served: the generator would say so with a stack trace."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise click.UsageError(f"“{address}”不是“地址:端口”的样子，例如 127.0.0.1:8000。")
    try:
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, int(port)))
    except OSError:
        raise click.UsageError(
            f"{address} 已经有程序在用，请关掉它，或换一个端口：board serve --address {host}:{int(port) + 1}。"
        ) from None
