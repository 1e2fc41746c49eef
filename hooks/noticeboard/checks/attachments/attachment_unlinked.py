"""Files that no document brings along, so that they are not published (SPECIFICATION section 1)."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from noticeboard.catalog.relations import path_of_link
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.links.references import references_of
from noticeboard.content.repository.file_faults import document_name
from noticeboard.content.repository.file_types import ending_of, type_of
from noticeboard.content.repository.paths import candidates
from noticeboard.problems import Level
from noticeboard.slugs import slug_of

_SHORTCUTS = frozenset(("lnk", "url", "webloc", "desktop"))
_TEMPORARY = frozenset(("tmp", "temp", "part", "partial", "bak", "swp", "asd", "wbk", "xlk", "download"))
"""What programs leave while they save or download, or before they overwrite."""


@board_check("attachment-unlinked", Level.WARNING)
def attachment_unlinked(board: Board) -> Iterator[Finding]:
    files = board.catalog.files
    named = {attachment.path for document in board.all_documents for attachment in document.attachments}
    # What leads nowhere is a problem already, and its hint says which file may be meant.
    astray = {_sound(path) for path in named - files.sizes.keys()}
    unread = ""
    for document in board.all_documents:
        for link in document.links:
            path = path_of_link(document, link.target)
            if path is not None and path in files.sizes:
                named.add(path)
            else:
                astray.add(_sound(unquote(link.target).replace("\\", "/")))
        for reference, _ in references_of(document):
            named |= set(candidates(document.path, reference.text))
        if "attachments" in document.positions and not document.attachments:
            unread += document.head
    for path in files.attachments:
        folder, name = posixpath.split(path)
        if named & {path, folder} or _sound(name) in astray or posixpath.splitext(name)[0] in unread:
            continue
        if document_name(name):
            continue
        message = f"没有一份文件用到“{name}”，它不会登出来。"
        yield Finding(path, 1, 1, message, _what_to_do(name, board.catalog.settings.attachment_endings))
    for path in files.waiting:
        hint = f"请运行 board import {_quoted(path)}，导入以后把它删去。"
        yield Finding(path, 1, 1, f"收件里的“{posixpath.basename(path)}”还没有导入。", hint)


def _what_to_do(name: str, more: Collection[str]) -> str:
    """What can be done with a file: nobody can attach a shortcut, or what is not published. `more` endings are, on this board."""
    ending = ending_of(name)
    if ending in _SHORTCUTS:
        return "这是快捷方式，不是文件本身：请把它指的文件复制到这里，再删去快捷方式。"
    if ending in _TEMPORARY:
        return "这是程序存文件时留下的，请删去。"
    if type_of(ending) is None and ending not in more:
        kind = f"结尾是“.{ending}”的文件" if ending else "没有扩展名的文件"
        return f"{kind}不能登，请换成 PDF 或者 Word、Excel 文件，再写进“附件”；不要了就删去。"
    return "请把它写进那份文件的“附件”，或在正文里链接它；不要了就删去。"


def _quoted(path: str) -> str:
    """A path as it is typed into a terminal."""
    return f'"{path}"' if set(path) & set(" ()&;'$") else path


def _sound(path: str) -> str:
    """The name of a file without its ending, as one would say it."""
    stem = posixpath.splitext(posixpath.basename(path))[0]
    return slug_of(stem) or stem
