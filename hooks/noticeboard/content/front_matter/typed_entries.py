"""The lines of a front matter, cut into its entries: a key's line and the lines that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from noticeboard.content.front_matter.keys import Key, KeyReader
from noticeboard.content.front_matter.unquoted import BLANKS, QuoteVerdict, Shape, follow, judge
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Edit, Fault, Level

INDENTATION = Diagnostic("indentation", Level.WARNING)
STRAY_LINE = Diagnostic("stray-line", Level.ERROR)
FRONT_MATTER_LIST = Diagnostic("front-matter-list", Level.ERROR)

BULLET = pattern_of(rf"(?:-(?!\d)|[－•·●]|[*+—–](?=[{BLANKS}]))[{BLANKS}]*")
"""A dash, or what officers type for one."""

_NOT_ALIGNED = Fault(
    INDENTATION,
    "这一行前面的空格和其他各项不同，已按单独一项读取。",
    "请把各项左边对齐，前面不留空格。",
)
_STRAY = Fault(
    STRAY_LINE,
    "这一行不是“项目: 内容”的样子，不知道属于哪一项。",
    "请写成“项目: 内容”；正文要放在第二个“---”之后。",
)
_STRAY_ITEM = Fault(
    STRAY_LINE,
    "不知道这一条属于哪一项。",
    "请在这一条上面另写一行项目名和冒号，例如“附件:”，冒号后面不写内容。",
)
_LIST = Fault(
    FRONT_MATTER_LIST,
    "两行“---”之间写成了列表，应当是一行一项的“项目: 内容”。",
    "请把“- 类型: 计划”改成“类型: 计划”。",
)

Found = tuple[Fault, int, int]
"""A fault with its line and column in the file."""


@dataclass(slots=True)
class TypedEntry:
    """An entry as typed."""

    key: Key
    number: int
    """1-based line of the key in the file."""
    head: str
    """The key's line."""
    value: str
    """What follows the key on its line, without white space around it."""
    verdict: QuoteVerdict
    lines: list[str] = field(default_factory=list)
    """The lines below the key's."""
    has_more: bool = False
    """Whether one of these holds more than a comment."""


def cut(lines: Sequence[str], first_line: int, keys: KeyReader) -> tuple[list[TypedEntry], list[Found]]:
    """The entries that `lines` hold, and what is wrong with their keys and with lines that belong to none.

    A known key at the left margin begins an entry whatever stands open above it, so that a forgotten quote
    costs one entry and not all that follow.
    """
    cutter = _Cutter(keys)
    for number, line in enumerate(lines, first_line):
        cutter.take(number, line)
    return cutter.entries, cutter.found


class _Cutter:
    def __init__(self, keys: KeyReader) -> None:
        self.entries: list[TypedEntry] = []
        self.found: list[Found] = []
        self._keys = keys
        self._typed: TypedEntry | None = None
        """The entry to which the next line may belong; None at the start and after a stray line."""
        self._margin: int | None = None
        self._aim = ""
        """The white space before a key that is aligned."""
        self._still_open = ""
        self._astray = False

    def take(self, number: int, line: str) -> None:
        content = line.lstrip(BLANKS)
        if self._typed is not None and self._belongs(self._typed, line, content):
            self._append(self._typed, line, content)
        elif not content or content[0] == "#":
            return
        elif not _is_item(content) and (key := self._keys.read(line)):
            self._begin(key, number, line)
        else:
            self._stray(number, line, content)

    def _belongs(self, typed: TypedEntry, line: str, content: str) -> bool:
        if not content:
            return True
        indented = len(line) - len(content) > (self._margin or 0)
        if self._still_open:
            return indented or not self._is_known(line)
        if content[0] == "#":
            return True
        if indented:
            # After a text that is complete, YAML refuses a key; so it can only be the next entry.
            return (
                typed.verdict.shape is not Shape.TEXT
                or typed.has_more
                or not self._is_known(line, typed_well=True)
            )
        return typed.value[:1] in ("", "#") and BULLET.match(content) is not None

    def _append(self, typed: TypedEntry, line: str, content: str) -> None:
        typed.lines.append(line)
        if self._still_open:
            self._still_open = follow(line, self._still_open)[0]
            typed.has_more = True
        elif content and (content[0] != "#" or typed.verdict.shape is Shape.BLOCK):
            typed.has_more = True

    def _begin(self, key: Key, number: int, line: str) -> None:
        blanks = line[: len(line) - len(line.lstrip(BLANKS))]
        if self._margin is None:
            self._margin = len(blanks)
            aligned = not blanks.strip(" ")
            self._aim = blanks if aligned else ""
        else:
            aligned = len(blanks) == self._margin
            self._margin = min(len(blanks), self._margin)
        if not aligned:
            fault = replace(_NOT_ALIGNED, edit=Edit(-len(blanks), 0, self._aim))
            self.found.append((fault, number, len(blanks) + 1))
        self.found += ((fault, number, 1) for fault in key.faults)
        value = line[key.value_start :].strip(BLANKS)
        verdict = judge(value)
        self._typed = TypedEntry(key, number, line, value, verdict)
        self._still_open = verdict.still_open
        self._astray = False
        self.entries.append(self._typed)

    def _stray(self, number: int, line: str, content: str) -> None:
        """Report the first of some lines that belong to no entry; the others are of a piece with it."""
        if not self._astray:
            fault = _STRAY
            if _is_item(content):
                fault = _STRAY_ITEM if self.entries else _LIST
            self.found.append((fault, number, len(line) - len(content) + 1))
        self._typed = None
        self._astray = True

    def _is_known(self, line: str, *, typed_well: bool = False) -> bool:
        key = self._keys.read(line)
        return key is not None and key.is_known and not (typed_well and key.faults)


def _is_item(content: str) -> bool:
    return content == "-" or (content[0] == "-" and content[1] in BLANKS)
