"""A document's file: its bytes → front matter and body, tolerant of how it was saved and typed."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from noticeboard.content.extent import MOST_LINES, fault_of_lines, faults_of_extent, lines_of_bytes
from noticeboard.content.front_matter.fences import part
from noticeboard.content.front_matter.header import Mapping, read_header
from noticeboard.content.front_matter.keys import KeyReader
from noticeboard.content.repository.encoding import decode
from noticeboard.content.repository.file_types import is_lfs_pointer
from noticeboard.content.repository.irregular_files import (
    LINK,
    NOT_A_FILE,
    UNREADABLE,
    fault_of_name,
    printable,
)
from noticeboard.content.repository.paths import INBOX, is_passed_over
from noticeboard.problems import Diagnostic, Fault, Level, Problem, in_order

_TOO_BIG = Diagnostic("too-big", Level.ERROR)
LFS_POINTER = Diagnostic("lfs-pointer", Level.ERROR)
NAMES_ALIKE = Diagnostic("names-alike", Level.ERROR)

MAX_BYTES = 1024 * 1024
"""A document over 1 MB is an error (SPECIFICATION section 8)."""

_NO_HEADER = Mapping((), 1, 1)
TOO_BIG = Fault(
    _TOO_BIG, "文件超过 1 MB，不像是一份文字材料。", "请把图片、表格放成附件，或者把文件分成几份。"
)
LFS_HINT = "请在仓库的文件夹里运行 git lfs install，再运行 git lfs pull，把文件取下来。"
LFS_FAULT = Fault(LFS_POINTER, "这份文件没有下载下来，这里只有 Git LFS 的指针。", LFS_HINT)


@dataclass(frozen=True, slots=True)
class Source:
    """What an officer wrote, parted but not yet understood."""

    path: str
    """Below the repository root, with forward slashes: ``plans/2026/计划.md``."""
    head: str
    """The lines above the body as typed, each ended by ``\\n``: the front matter with its dashes."""
    header: Mapping
    """The front matter, without entries when there is none or it cannot be found."""
    body: str
    """The text after the front matter, its lines ended by ``\\n``. Empty when the file cannot be read."""
    body_line: int
    """1-based line in the file of the body's first line."""
    encoding: str
    """``utf-8``, ``gb18030``, ``utf-16``, ``utf-32``; empty when the file cannot be read."""
    digest: str
    """`text_digest` of the file; of a file that cannot be read the SHA-256 of its bytes."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A document's file, not yet read."""

    path: str
    """Below the repository root, with forward slashes."""
    location: str


def read_source(path: str, data: bytes, known_keys: Collection[str]) -> Source:
    """The parts of a document whose file at `path` holds `data`. Never raises; see `problems`.

    `known_keys` are all keys that may be typed, Chinese and English: after them, slips are certain to be
    slips.
    """
    if len(data) > MAX_BYTES:
        return _unread(path, data, TOO_BIG.at(path, 1, 1))
    if is_lfs_pointer(data):
        return _unread(path, data, LFS_FAULT.at(path, 1, 1))
    # Each line of it may have a fault of its own: half a million of them would take longer than to count the lines.
    if (lines := lines_of_bytes(data)) > MOST_LINES:
        return _unread(path, data, fault_of_lines(lines).at(path, 1, 1))
    decoded = decode(path, data)
    if not decoded.encoding:
        return _unread(path, data, *decoded.problems)
    for fault, offset in faults_of_extent(decoded.text):
        line = decoded.text.count("\n", 0, offset) + 1
        return _unread(path, data, *in_order((*decoded.problems, fault.at(path, line, 1))))
    parts = part(decoded.text, KeyReader(known_keys))
    header, problems = read_header(parts.header, parts.header_line, path, known_keys)
    problems += decoded.problems + tuple(fault.at(path, line, column) for fault, line, column in parts.found)
    head = decoded.text[: len(decoded.text) - len(parts.body)]
    digest = text_digest(decoded.raw)
    return Source(
        path, head, header, parts.body, parts.body_line, decoded.encoding, digest, in_order(problems)
    )


def _unread(path: str, data: bytes, *problems: Problem) -> Source:
    return Source(path, "", _NO_HEADER, "", 1, "", hashlib.sha256(data).hexdigest(), problems)


def text_digest(text: str) -> str:
    """SHA-256 in hexadecimal of a document's text: without byte order mark, its lines ended by LF, in UTF-8.

    Git changes line ends on Windows, editors add a mark and choose the encoding; none of that changes what an officer wrote.
    Of a file that was saved as UTF-8 with LF and without a mark it is the digest of its bytes.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return hashlib.sha256(lines.encode()).hexdigest()


def content_of(file: SourceFile) -> bytes | None:
    """What `file` holds; None when it cannot be opened."""
    try:
        with open(file.location, "rb") as stream:
            return stream.read()
    except OSError:
        return None


def source_of(file: SourceFile, data: bytes | None, known_keys: Collection[str]) -> Source:
    """The parts of the document in `file`, which holds `data`."""
    if data is None:
        return Source(file.path, "", _NO_HEADER, "", 1, "", "", (UNREADABLE.at(file.path, 1, 1),))
    return read_source(file.path, data, known_keys)


def list_sources(root: Path, folder: str = "plans") -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """The documents below `root`/`folder` by path, and what is wrong there (SPECIFICATION sections 1 and 8).

    Names that begin with ``_`` or ``.``, and what programs leave, are passed over, folders too, and what waits for an import. Symbolic links are never followed.
    """
    sources: list[SourceFile] = []
    problems: list[Problem] = []
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            location = os.path.join(root, path)
            found = os.lstat(location)
            kind = found.st_mode
            if stat.S_ISLNK(kind):
                problems.append(LINK.at(printable(path), 1, 1))
                continue
            if fault := fault_of_name(os.path.basename(path)):
                problems.append(fault.at(printable(path), 1, 1))
            if not _is_text(path):
                continue
            elif stat.S_ISDIR(kind):
                names = sorted(name for name in os.listdir(location) if not is_passed_over(name))
                waiting += (f"{path}/{name}" for name in names)
                problems += (
                    _alike(other).at(f"{path}/{name}", 1, 1) for name, other in _same_elsewhere(names)
                )
            elif path == folder:
                problems.append(UNREADABLE.at(path, 1, 1))
            elif not path.lower().endswith(".md") or path.startswith(INBOX):
                continue
            elif not stat.S_ISREG(kind):
                problems.append(NOT_A_FILE.at(path, 1, 1))
            elif found.st_size > MAX_BYTES:
                problems.append(TOO_BIG.at(path, 1, 1))
            else:
                sources.append(SourceFile(path, location))
        except OSError:
            problems.append(UNREADABLE.at(printable(path), 1, 1))
    return tuple(sorted(sources, key=lambda source: source.path)), tuple(sorted(problems))


def _same_elsewhere(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each name that Windows or macOS take for another one, and that other one."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())].append(name)
    for group in groups.values():
        for name in group:
            if len(group) > 1:
                yield name, next(other for other in group if other != name)


def _alike(other: str) -> Fault:
    message = f"这个名字和“{printable(other)}”只差大小写或写法，在有的电脑上会互相覆盖。"
    return Fault(NAMES_ALIKE, message, "请给其中一个改名。")


def _is_text(path: str) -> bool:
    return printable(path) == path
