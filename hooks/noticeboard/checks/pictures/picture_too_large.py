"""Pictures that take long on a telephone."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level, Scope

LARGEST = 1024 * 1024
"""Bytes of a picture. Pages are read on telephones."""
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".avif", ".heic"})


@board_check("picture-too-large", Level.WARNING, Scope.FILE)
def picture_too_large(board: Board) -> Iterator[Finding]:
    for path, size in board.catalog.files.attachments.items():
        name = posixpath.basename(path)
        if size > LARGEST and posixpath.splitext(name)[1].lower() in _PICTURES:
            message = f"图片“{name}”有 {size / 1024 / 1024:.1f} MB，手机上要等很久。"
            hint = "请用“画图”打开，重新调整大小，水平改成 1600 像素，另存为 JPG；或存成 PDF 放在附件里。"
            yield Finding(path, 1, 1, message, hint)
