"""Links in a body, and references in the front matter, that lead nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.catalog.relations import path_of_link
from noticeboard.checks.board import Board
from noticeboard.content.documents import Disclosure, Document, Summary
from noticeboard.content.kinds import Reference, nearest
from noticeboard.content.paths import ROOT, candidates
from noticeboard.markup.links import Link
from noticeboard.problems import Level, Problem


def check(board: Board) -> Iterator[Problem]:
    """One problem a link or reference whose file is not there."""
    for document in board.documents:
        for link in document.links:
            yield from _check_link(document, link, board)
        if isinstance(document, Summary):
            for reference in document.plans:
                yield from _check_reference(document, reference, "plan", board)
        if isinstance(document, Disclosure) and document.replaces is not None:
            yield from _check_reference(document, document.replaces, "disclosure", board)


def _check_link(document: Document, link: Link, board: Board) -> Iterator[Problem]:
    target = link.target.strip()
    path = path_of_link(document, target)
    if path is None:
        if "/" in target and ".." in target and "://" not in target:
            yield _problem(
                document,
                link,
                "link-outside",
                f"链接“{target}”指到了仓库外面。",
                "请把文件放进 plans，再改链接。",
            )
        return
    if path in board.catalog.files.sizes or _is_page(path, board):
        return
    if not path.startswith(f"{ROOT}/"):
        message = f"链接“{target}”不在 plans 文件夹里，网站上打不开。"
        yield _problem(document, link, "link-missing", message, "请链接到 plans 里的文件，或写完整的网址。")
        return
    yield _problem(document, link, "link-missing", f"链接“{target}”找不到对应的文件。", _hint(path, board))


def _is_page(path: str, board: Board) -> bool:
    address = path.removeprefix("docs/").removesuffix(".md").removesuffix("index").rstrip("/")
    return (
        (path.startswith("docs/")
        and f"{address}/".lstrip("/") in board.hand_written)
        or (f"{path.rstrip('/')}/" in board.addresses)
    )


def _check_reference(document: Document, reference: Reference, kind: str, board: Board) -> Iterator[Problem]:
    paths = candidates(document.path, reference.text)
    existing = [path for path in paths if path in board.catalog.files.sizes]
    if not existing:
        hint = _hint(paths[0], board) if paths else "请写 plans 里一份文件的路径。"
        yield _problem(document, reference, "reference-missing", f"找不到“{reference.text}”这份文件。", hint)
        return
    target = board.by_path.get(existing[0])
    if target is not None and target.type != kind:
        wanted = {"plan": "计划", "disclosure": "公开"}[kind]
        message = f"“{reference.text}”是{target.label}，这里应当是{wanted}。"
        yield _problem(document, reference, "reference-type", message, f"请改成一份{wanted}的路径。")


def _hint(path: str, board: Board) -> str:
    folder, name = posixpath.split(path)
    beside = {
        posixpath.basename(other): other
        for other in board.catalog.files.sizes
        if posixpath.dirname(other) == folder
    }
    near = nearest(name, beside)
    if near:
        return f"是不是“{near}”？"
    elsewhere = [other for other in board.catalog.files.sizes if posixpath.basename(other) == name]
    if elsewhere:
        return f"同名文件在“{elsewhere[0]}”，请改正路径。"
    return "请检查文件名和文件夹（大小写也要一致）。"


def _problem(document: Document, place: Link | Reference, code: str, message: str, hint: str) -> Problem:
    return Problem(document.path, place.line, place.column, Level.ERROR, code, message, hint)
