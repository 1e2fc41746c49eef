"""Links in a body, and references in the front matter, that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.catalog.relations import path_of_link
from noticeboard.checks.board import Board
from noticeboard.checks.whereabouts import whereabouts
from noticeboard.content.documents import Disclosure, Document, Plan, Summary
from noticeboard.content.kinds import Reference
from noticeboard.content.paths import ROOT, candidates
from noticeboard.markup.links import Link
from noticeboard.problems import Level, Problem

_ON_A_DISK = re.compile(r"[A-Za-z]:|file:|\\\\", re.IGNORECASE)
"""`D:\\...`, `file:///D:/...`, `\\\\server\\...`: what opens on the officer's own computer only."""


def check(board: Board) -> Iterator[Problem]:
    """One problem a link or reference whose file is not there."""
    for document in board.documents:
        for link in document.links:
            yield from _check_link(document, link, board)
        if isinstance(document, Summary):
            for reference in document.plans:
                yield from _check_reference(document, reference, Plan, board)
        if isinstance(document, Disclosure) and document.replaces is not None:
            yield from _check_reference(document, document.replaces, Disclosure, board)


def _check_link(document: Document, link: Link, board: Board) -> Iterator[Problem]:
    target = link.target.strip()
    if _ON_A_DISK.match(target):
        message = f"链接“{target}”指到了自己电脑上的文件，别人打不开。"
        yield _problem(document, link, "link-outside", message, "请把文件放到本文旁边，再链接它的文件名。")
        return
    path = path_of_link(document, target)
    if path is None:
        if "/" in target and ".." in target and "://" not in target:
            message = f"链接“{target}”指到了仓库外面。"
            hint = f"请把文件放进 {ROOT} 文件夹，再改链接。"
            yield _problem(document, link, "link-outside", message, hint)
        return
    if path in board.catalog.files.sizes or _is_page(path, board):
        return
    if path.startswith(f"{ROOT}/"):
        message = f"链接“{target}”找不到对应的文件。"
        yield _problem(document, link, "link-missing", message, whereabouts(path, board))
    else:
        message = f"链接“{target}”不在 {ROOT} 文件夹里，网站上打不开。"
        hint = f"请链接到 {ROOT} 里的文件，或写完整的网址。"
        yield _problem(document, link, "link-missing", message, hint)


def _is_page(path: str, board: Board) -> bool:
    """Whether `path` is a page of docs/, or the address of a page that is made."""
    return f"{path}/" in board.addresses or path in board.hand_written.values()


def _check_reference(
    document: Document, reference: Reference, wanted: type[Document], board: Board
) -> Iterator[Problem]:
    paths = candidates(document.path, reference.text)
    existing = next((path for path in paths if path in board.catalog.files.sizes), None)
    if existing is None:
        hint = whereabouts(paths[0], board) if paths else f"请写 {ROOT} 文件夹里一份{wanted.label}的文件名。"
        message = f"找不到“{reference.text}”这份文件。"
        yield _problem(document, reference, "reference-missing", message, hint)
        return
    target = board.by_path.get(existing)
    kind = target.label if target is not None else "附件"
    if kind and kind != wanted.label:
        message = f"“{reference.text}”是{kind}，这里应当是{wanted.label}。"
        yield _problem(
            document, reference, "reference-type", message, f"请改成一份{wanted.label}的文件名，以“.md”结尾。"
        )


def _problem(document: Document, place: Link | Reference, code: str, message: str, hint: str) -> Problem:
    return Problem(document.path, place.line, place.column, Level.ERROR, code, message, hint)
