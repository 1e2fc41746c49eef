"""Names that leave: what a disclosure's author declared as names is on the board for its time and no longer (SPECIFICATION section 21).

Declared are the sections called 名单 and the attachments that are called so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from noticeboard.catalog.relations import path_of_link
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.quantities.retentions import Retention
from noticeboard.content.repository.paths import DOCUMENT
from noticeboard.content.sections.named_sections import labelled, sections_named
from noticeboard.markup.body import read_body
from noticeboard.markup.links import BodyLink, links_of
from noticeboard.markup.scanner import DEFINITION

_LIST = "名单"
"""What the text or the file is called that holds names."""
_NAMES = re.compile(r"[^,。;]{0,20}名单(?:如下|公布|公示|附后)?(?:\([^()]*\))?")
_BEHIND = re.compile(rf"(?:{_NAMES.pattern}):.+", re.DOTALL)
"""名单：张三、李四 in one line."""
_LINK = re.compile(r"!?\[[^\]\n]*\]\([^)\n]*\)")


@dataclass(frozen=True, slots=True)
class Names:
    """Where a disclosure has its names, and until when."""

    last_day: date
    lines: tuple[range, ...]
    """1-based lines of the file: of each section, title first."""
    files: frozenset[str]
    """Paths of attachments, listed or only linked."""


def names_of(document: Document, usual: Retention | None) -> Names | None:
    """The names of a disclosure that keeps them for a time, by its own 个人信息保留 or the settings' `usual`; None where it has none or no 公示期."""
    if not isinstance(document, Disclosure) or document.notice_period is None:
        return None
    kept = document.names_kept or usual
    if kept is None:
        return None
    lines = tuple(_sections(document))
    files = frozenset(_files(document))
    if not (lines or files):
        return None
    return Names(kept.last_day(document.notice_period.end), lines, files)


def _files(document: Document) -> Iterator[str]:
    for attachment in document.attachments:
        if _LIST in attachment.name or _LIST in attachment.path:
            yield attachment.path
    for link in document.links:
        path = path_of_link(document, link.target)
        if path and not path.endswith((DOCUMENT, "/")) and (_LIST in link.text or _LIST in path):
            yield path


def _sections(document: Document) -> Iterator[range]:
    end = document.body_line + document.body.count("\n") + 1
    for section in sections_named(document.tree, _NAMES):
        yield range(section.line, section.next_line or end)
    blocks = document.tree.blocks
    for place, block in enumerate(blocks):
        if labelled(block, _BEHIND):
            following = blocks[place + 1].line if place + 1 < len(blocks) else end
            yield range(block.line, following)


def without_names(
    documents: Iterable[Document], today: date, usual: Retention | None
) -> tuple[Document, ...]:
    """`documents` as they may be shown on a day: those whose time is over without their names, and no link to what has left."""
    shown = tuple(documents)
    over = {
        document.path: names
        for document in shown
        if (names := names_of(document, usual)) is not None and names.last_day < today
    }
    gone = frozenset(path for names in over.values() for path in names.files)
    return tuple(_shown(document, over.get(document.path), gone) for document in shown) if over else shown


def _shown(document: Document, names: Names | None, gone: frozenset[str]) -> Document:
    """A document without its names; lines stay where they were, so that all places in it stay true."""
    dead = [link for link in document.links if path_of_link(document, link.target) in gone]
    if names is None and not dead:
        return document
    lines = document.body.split("\n")
    for link in dead:
        _unlink(lines, link, document.body_line)
    lines = ["" if _defines(line, document, gone) else line for line in lines]
    for section in names.lines if names else ():
        _empty(lines, section, document.body_line, names.last_day if names else date.max)
    body = "\n".join(lines)
    tree = read_body(body, document.body_line)
    return replace(
        document,
        body=body,
        tree=tree,
        links=links_of(tree),
        attachments=tuple(it for it in document.attachments if it.path not in gone),
        names_left=names.last_day if names else None,
    )


def _defines(line: str, document: Document, gone: frozenset[str]) -> bool:
    """Whether a line says where a link leads, `[1]: 名单.pdf`, and it is to what has left."""
    found = DEFINITION.match(line.strip())
    return found is not None and path_of_link(document, found["written"].strip("<>")) in gone


def _unlink(lines: list[str], link: BodyLink, first: int) -> None:
    """Leaves the words of a link; the whole line goes where it is not an ordinary one."""
    line = lines[link.line - first]
    found = _LINK.match(line, link.column - 1)
    lines[link.line - first] = line[: found.start()] + link.text + line[found.end() :] if found else ""


def _empty(lines: list[str], section: range, first: int, last_day: date) -> None:
    """Says in place of a section that it has left."""
    title, *below = (number - first for number in section if number - first < len(lines))
    sentence = f"公示期满，名单登到{last_day.year}年{last_day.month}月{last_day.day}日，已经撤下。"
    for place in below:
        lines[place] = ""
    if lines[title].lstrip().startswith("#") and below:
        lines[below[0]] = sentence
    else:
        lines[title] = sentence
