"""Where a file may be that is not where a document says."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from noticeboard.checks.board import Board
from noticeboard.content.nearest import nearest


def whereabouts(path: str, board: Board) -> str:
    """A hint for the officer who wrote the path of a file in plans/ that is not there."""
    files = board.catalog.files.sizes
    folder, name = posixpath.split(path)
    inside = next((other for other in files if other.startswith(f"{path}/")), None)
    if inside:
        return f"这是一个文件夹，请写出里面的文件，例如“{name}/{posixpath.basename(inside)}”。"
    if any(part[0] in "._" for part in path.split("/")):
        return "名字以“_”或“.”开头的文件和文件夹不会发布，请改名。"
    near = nearest(unquote(name), (posixpath.basename(o) for o in files if posixpath.dirname(o) == folder))
    if near:
        return f"是不是“{near}”？"
    elsewhere = next((other for other in files if posixpath.basename(other) == name), None)
    if elsewhere:
        return f"同名的文件在“{elsewhere}”，请改正路径。"
    return f"请把文件放进“{folder}”文件夹，或改正文件名（大小写也要一致）。"
