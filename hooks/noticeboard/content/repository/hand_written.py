"""The pages of docs/, which somebody wrote by hand and MkDocs renders: their text for the checks, their keys for the theme."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from html import escape
from pathlib import Path

import yaml

from noticeboard.content.documents import Document
from noticeboard.content.extent import MOST_LINES, fault_of_lines, lines_of_bytes
from noticeboard.content.field_types import Allowance
from noticeboard.content.kept_documents import KeptDocuments
from noticeboard.content.repository.encoding import decode
from noticeboard.content.repository.file_types import is_lfs_pointer
from noticeboard.content.repository.files import list_hand_written
from noticeboard.content.repository.irregular_files import UNREADABLE
from noticeboard.content.repository.page_extent import faults_of_page
from noticeboard.content.repository.paths import HAND_WRITTEN
from noticeboard.content.source import LFS_FAULT, MAX_BYTES, TOO_BIG
from noticeboard.markup.body import read_body
from noticeboard.markup.links import links_of
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Fault, Level, Problem

PAGE_ENCODING = Diagnostic("page-encoding", Level.ERROR)
PAGE_HEADER = Diagnostic("page-header", Level.ERROR)
PAGE_KEY = Diagnostic("page-key", Level.ERROR)

_HEADER = pattern_of(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
"""MkDocs' own front matter (its utils/meta.py)."""
_SWALLOWED = pattern_of(r"[ ]{0,3}([A-Za-z0-9_-]+):")
"""A line that MkDocs takes for a key where a page begins with it and not with dashes."""
_ALLOW = ("允许", "allow")
_ENCODING = Fault(PAGE_ENCODING, "docs 里的网页要存成 UTF-8，这一份不是。", "请用编辑器另存为 UTF-8。")
_BROKEN = Fault(
    PAGE_HEADER,
    "开头两行“---”之间的设置读不懂，会当成正文登出来。",
    "请照“title: 标题”这样一行写一项，或者删去这一段。",
)


def _is_text(value: object) -> bool:
    return isinstance(value, str | int | float | date)


def _is_texts(value: object) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )


_KEYS: Mapping[str, Callable[[object], bool]] = {
    "title": _is_text,
    "description": _is_text,
    "hide": _is_texts,
    "search": lambda value: isinstance(value, dict),
}
"""MkDocs' and the theme's keys that a page may have, and what their values are. Others choose templates, icons and addresses."""


@dataclass(frozen=True, slots=True)
class HandWrittenPages:
    """All pages of docs/ as documents of no type: they are checked, and shown by MkDocs."""

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()
    """Paths below docs/ of those that nothing may lay out; their documents are empty."""


def read_hand_written(root: Path, kept: KeptDocuments | None = None) -> HandWrittenPages:
    """The pages below `root`; sound ones are `kept`, if anywhere, and not read again. Faults are in `problems`, never raised."""
    kept = kept or KeptDocuments()
    pages = {path: _read(root, path, kept) for path in sorted(list_hand_written(root).values())}
    kept.store.prune()
    return HandWrittenPages(
        tuple(page.document for page in pages.values()),
        tuple(problem for page in pages.values() for problem in page.problems),
        frozenset(path.removeprefix(f"{HAND_WRITTEN}/") for path, page in pages.items() if not page.is_sound),
    )


def read_trusted(root: Path) -> HandWrittenPages:
    """Pages that are laid out as they are, of which nobody asks more than that they can be read."""
    found: dict[str, Problem] = {}
    for path in sorted(list_hand_written(root).values()):
        try:
            data = (root / path).read_bytes()
        except OSError:
            found[path] = UNREADABLE.at(path, 1, 1)
        else:
            if not _is_utf_8(data):
                found[path] = _ENCODING.at(path, 1, 1)
    return HandWrittenPages(
        (), tuple(found.values()), frozenset(path.removeprefix(f"{HAND_WRITTEN}/") for path in found)
    )


def front_matter_of(meta: Mapping[str, object]) -> dict[str, object]:
    """A page's keys as themes may have them, which print texts as they come: only known ones, as HTML."""
    known = {key: value for key, value in meta.items() if key in _KEYS and _KEYS[key](value)}
    return known | {key: escape(str(known[key])) for key in ("title", "description") if key in known}


def part_page(text: str) -> tuple[str, str]:
    """MkDocs' front matter of a page with its dashes, empty where there is none, and the Markdown below it."""
    found = _HEADER.match(text)
    head = found[0] if found and isinstance(_loaded(found[1]), dict) else ""
    return head, text[len(head) :]


def values_of(head: str) -> Mapping[str, object]:
    """The values of a front matter that `part_page` has found."""
    found = _HEADER.match(head)
    values = _loaded(found[1]) if found else None
    return values if isinstance(values, dict) else {}


@dataclass(frozen=True, slots=True)
class _ReadPage:
    document: Document
    problems: tuple[Problem, ...]
    is_sound: bool = True


def _read(root: Path, path: str, kept: KeptDocuments) -> _ReadPage:
    try:
        data = (root / path).read_bytes()
    except OSError:
        return _refused_page(path, UNREADABLE.at(path, 1, 1))
    [name] = kept.names("", [(path, sha256(data).digest())])
    if known := kept.read(name, path):
        return _ReadPage(*known)
    page = _page_of(path, data)
    if page.is_sound:
        kept.write(name, (page.document, page.problems))
    return page


def _page_of(path: str, data: bytes) -> _ReadPage:
    if fault := _fault_of_bytes(data):
        return _refused_page(path, fault.at(path, 1, 1))
    if not _is_utf_8(data):
        return _refused_page(path, _ENCODING.at(path, 1, 1), text=data.decode("gb18030", "replace"))
    decoded = decode(path, data)
    if not decoded.encoding:
        return _refused_page(path, *decoded.problems)
    for fault, offset in faults_of_page(decoded.text):
        line = decoded.text.count("\n", 0, offset) + 1
        return _refused_page(path, *decoded.problems, fault.at(path, line, 1))
    head, body = part_page(decoded.text)
    return _ReadPage(_document(path, head, body), (*decoded.problems, *_faults(path, head, body)))


def _refused_page(path: str, *problems: Problem, text: str = "") -> _ReadPage:
    """A page that nothing may lay out. Of its `text` only what a person may read in it is looked into."""
    is_long = any(True for _ in faults_of_page(text))
    return _ReadPage(_document(path, "", "" if is_long else text), problems, is_sound=False)


def _fault_of_bytes(data: bytes) -> Fault | None:
    if len(data) > MAX_BYTES:
        return TOO_BIG
    if is_lfs_pointer(data):
        return LFS_FAULT
    lines = lines_of_bytes(data)
    return fault_of_lines(lines) if lines > MOST_LINES else None


def _is_utf_8(data: bytes) -> bool:
    """MkDocs reads no other encoding."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _document(path: str, head: str, body: str) -> Document:
    line = head.count("\n") + 1
    tree = read_body(body, line)
    return Document(
        path=path, head=head, body=body, body_line=line, tree=tree, links=links_of(tree), title="", date=date.min,
        audience="public", allow=tuple(_allowances(head)),
    )  # fmt: skip


def _faults(path: str, head: str, body: str) -> Iterator[Problem]:
    if not head and body.startswith("---\n") and _HEADER.match(body):
        yield _BROKEN.at(path, 1, 1)
    elif not head and (swallowed := _SWALLOWED.match(body)):
        yield _refused_key(swallowed[1]).at(path, 1, 1)
    for key, value in values_of(head).items():
        if key in _ALLOW:
            continue
        if key not in _KEYS:
            yield _refused_key(str(key)).at(path, _line_of(head, str(key)), 1)
        elif value is not None and not _KEYS[key](value):
            yield _unfit(str(key)).at(path, _line_of(head, str(key)), 1)


def _refused_key(key: str) -> Fault:
    message = f"docs 里的网页开头不能写“{key}”。"
    return Fault(
        PAGE_KEY, message, f"可以写的有：{'、'.join((*_KEYS, _ALLOW[0]))}。请删去这一行，或移到标题下面。"
    )


def _unfit(key: str) -> Fault:
    return Fault(PAGE_KEY, f"“{key}”的值写得不对。", "请写成文字；hide 写成 [navigation, toc] 这样的列表。")


def _allowances(head: str) -> Iterator[Allowance]:
    values = values_of(head)
    written = next((values[key] for key in _ALLOW if key in values), None)
    for item in written if isinstance(written, list) else [written]:
        pairs = item.items() if isinstance(item, dict) else [str(item).split(":", 1)] if item else []
        for check, *reason in pairs:
            # Without a reason nothing is allowed, and the problem stays.
            if why := str(*reason).strip():
                yield Allowance(str(check).strip(), why, _line_of(head, str(check)), 1)


def _line_of(head: str, key: str) -> int:
    """The line in which a key stands."""
    lines = head.split("\n")
    return next((number for number, line in enumerate(lines, 1) if key in line), 1)


def _loaded(header: str) -> object:
    try:
        return yaml.safe_load(header)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
