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

from noticeboard.content.encoding import decode
from noticeboard.content.extent import MOST_LINES, fault_of_lines, faults_of_extent, lines_of_bytes
from noticeboard.content.front_matter.fences import part
from noticeboard.content.front_matter.header import Mapping, read_header
from noticeboard.content.front_matter.keys import KeyReader
from noticeboard.problems import Fault, Problem, in_order

MAX_BYTES = 1024 * 1024
"""A document over 1 MB is an error (FORMAT section 8)."""

_NO_HEADER = Mapping((), 1, 1)
_TOO_BIG = Fault(
    "too-big", "文件超过 1 MB，不像是一份文字材料。", "请把图片、表格放成附件，或者把文件分成几份。"
)
_UNREADABLE = Fault("unreadable-file", "打不开这个文件或文件夹。", "请检查它在不在，有没有读取权限。")
_LINK = Fault("symlink", "这是一个符号链接（快捷方式），不能发布。", "请把它指向的文件复制到这里。")
_NO_FILE = Fault("not-a-file", "这不是一个普通文件。", "请删去它，重新新建文件。")
_NAME = Fault("bad-name", "文件名或文件夹名里有读不出的字节。", "请给它重新起名。")


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
    """SHA-256 of the file's bytes, in hexadecimal."""
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
    digest = hashlib.sha256(data).hexdigest()
    if len(data) > MAX_BYTES:
        return Source(path, "", _NO_HEADER, "", 1, "", digest, (_TOO_BIG.at(path, 1, 1),))
    # Each line of it may have a fault of its own: half a million of them would take longer than to count the lines.
    if (lines := lines_of_bytes(data)) > MOST_LINES:
        return Source(path, "", _NO_HEADER, "", 1, "", digest, (fault_of_lines(lines).at(path, 1, 1),))
    decoded = decode(path, data)
    if not decoded.encoding:
        return Source(path, "", _NO_HEADER, "", 1, "", digest, decoded.problems)
    for fault, offset in faults_of_extent(decoded.text):
        line = decoded.text.count("\n", 0, offset) + 1
        problems = in_order((*decoded.problems, fault.at(path, line, 1)))
        return Source(path, "", _NO_HEADER, "", 1, decoded.encoding, digest, problems)
    parts = part(decoded.text, KeyReader(known_keys))
    header, problems = read_header(parts.header, parts.header_line, path, known_keys)
    problems += decoded.problems + tuple(fault.at(path, line, column) for fault, line, column in parts.found)
    head = decoded.text[: len(decoded.text) - len(parts.body)]
    return Source(
        path, head, header, parts.body, parts.body_line, decoded.encoding, digest, in_order(problems)
    )


def load_source(file: SourceFile, known_keys: Collection[str]) -> Source:
    """The parts of the document in `file`. Like `read_source`, also when the file cannot be opened."""
    try:
        with open(file.location, "rb") as stream:
            data = stream.read()
    except OSError:
        return Source(file.path, "", _NO_HEADER, "", 1, "", "", (_UNREADABLE.at(file.path, 1, 1),))
    return read_source(file.path, data, known_keys)


def list_sources(root: Path, folder: str = "plans") -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """The documents below `root`/`folder` by path, and what is wrong there (FORMAT sections 1 and 8).

    Names that begin with ``_`` or ``.`` are passed over, folders too. Symbolic links are never followed.
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
                problems.append(_LINK.at(_printable(path), 1, 1))
            elif not _is_text(path):
                problems.append(_NAME.at(_printable(path), 1, 1))
            elif stat.S_ISDIR(kind):
                names = sorted(name for name in os.listdir(location) if name[0] not in "._")
                waiting += (f"{path}/{name}" for name in names)
                problems += (
                    _alike(other).at(f"{path}/{name}", 1, 1) for name, other in _same_elsewhere(names)
                )
            elif path == folder:
                problems.append(_UNREADABLE.at(path, 1, 1))
            elif not path.lower().endswith(".md"):
                continue
            elif not stat.S_ISREG(kind):
                problems.append(_NO_FILE.at(path, 1, 1))
            elif found.st_size > MAX_BYTES:
                problems.append(_TOO_BIG.at(path, 1, 1))
            else:
                sources.append(SourceFile(path, location))
        except OSError:
            problems.append(_UNREADABLE.at(_printable(path), 1, 1))
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
    message = f"这个名字和“{_printable(other)}”只差大小写或写法，在有的电脑上会互相覆盖。"
    return Fault("names-alike", message, "请给其中一个改名。")


def _is_text(path: str) -> bool:
    return _printable(path) == path


def _printable(path: str) -> str:
    """`path` with a question mark for each byte that is no text."""
    return path.encode("utf-8", "replace").decode("utf-8")
