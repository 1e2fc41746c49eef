"""`board serve`: a preview that follows every change of the content, and goes on whatever is wrong with it."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from noticeboard.commands.common_options import audience_option, edition_of, find_root, root_option
from noticeboard.commands.generator import run_preview


@click.command(help="在本机预览，改了内容自动刷新；草稿也看得到。按 Ctrl+C 停下。")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="预览的地址和端口。")
@click.option("--edit", "edits", is_flag=True, help="再加上填表的网页 /admin/，填好直接写进本机的文件夹。")
@audience_option
@root_option
def serve(address: str, edits: bool, audience: str | None, root: Path | None) -> None:
    folder = find_root(root)
    edition_of(audience)
    if edits and not _is_here(address):
        raise click.UsageError("填表的网页只能在本机打开，地址请用 127.0.0.1:端口。")
    _ensure_free(address)
    if edits:
        click.echo(
            f"填表：用 Chrome 或 Edge 打开 http://{address}/admin/，点“使用本地仓库”，选这个文件夹：{folder}"
        )
    raise click.exceptions.Exit(run_preview(folder, address, audience=audience, edits=edits))


def _is_here(address: str) -> bool:
    """Whether nobody else can reach it; browsers let a page write to the computer there only."""
    return address.rpartition(":")[0] in ("127.0.0.1", "localhost", "[::1]")


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
