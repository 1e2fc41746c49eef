"""The lines of an entry → lines that YAML reads as the officer meant them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from noticeboard.content.front_matter.composer import Unreadable
from noticeboard.content.front_matter.keys import colon_fault
from noticeboard.content.front_matter.mapped_line import MappedLine
from noticeboard.content.front_matter.typed_entries import BULLET, INDENTATION, Found, TypedEntry
from noticeboard.content.front_matter.unquoted import BLANKS, Shape, follow, judge
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Edit, Fault, Level

UNCLOSED_QUOTE = Diagnostic("unclosed-quote", Level.ERROR)
UNCLOSED_BRACKET = Diagnostic("unclosed-bracket", Level.ERROR)
UNCLEAR_HASH = Diagnostic("hash-in-value", Level.ERROR)
ITEM_AFTER_TEXT = Diagnostic("item-after-text", Level.ERROR)
BULLET_SIGN = Diagnostic("bullet-sign", Level.WARNING)

ITEM_KEYS = frozenset({"文件", "名称", "file", "name"})
"""The keys inside a list item (SPECIFICATION section 2, 附件): a full-width colon after them is certain."""

_HEAD = -1
"""Stands for the column of the entry's own key: every line below is deeper."""

_ITEM = pattern_of(rf"(?P<indent>[{BLANKS}]*)(?P<dashes>(?:-(?:[{BLANKS}]+|$))*)")
_PROPER_BULLET = pattern_of(r"-(?:[ \t]|$)")
_COLON = pattern_of(rf":(?=[{BLANKS}]|$)")
_PAIR = pattern_of(rf"(?P<key>[^\W\d]\w*)[{BLANKS}]*[:：](?!//)")

_UNCLOSED_QUOTES = Fault(
    UNCLOSED_QUOTE,
    "这里的引号没有结束。",
    "请在内容末尾补上同样的英文引号，或者把开头的引号改成中文引号“”。",
)
_UNCLOSED_BRACKETS = Fault(
    UNCLOSED_BRACKET,
    "这里的括号没有结束。",
    "请补上结束的括号；如果它是文字的一部分，请在整个内容两头加上英文引号。",
)
_HASH = Fault(
    UNCLEAR_HASH,
    "在列表或者分成几行的内容里，空格后面的“#”和它后面的文字会丢失。",
    "请在带“#”的内容两头加上英文引号。",
)
_ITEM_AFTER_TEXT = Fault(
    ITEM_AFTER_TEXT, "上面已经写了内容，这里又开始一个列表。", "请把上面的内容也写成“- ”开头的一条。"
)
_BAD_BLANKS = Fault(
    INDENTATION,
    "行首用了制表符（Tab）或全角空格，已按普通空格读取。",
    "请把行首的空白改成英文空格，同一级左边对齐。",
)
_BULLET_SIGN = Fault(
    BULLET_SIGN,
    "这一条不是用“-”加空格开头的，已按列表读取。",
    "请改成英文减号加空格：“- ”。",
)


@dataclass(slots=True)
class Mended:
    """An entry's value, ready for YAML."""

    lines: list[MappedLine]
    found: list[Found] = field(default_factory=list)
    first_tab: tuple[int, int] | None = None
    """Line and column of the first indentation by tabs or full-width spaces, whose width is a guess."""


def mend(typed: TypedEntry, *, tab: int, pairs: bool) -> Mended:
    """The value of `typed`, in place of its key spaces. Raises Unreadable.

    `tab` is how many spaces a tab or a full-width space at the start of a line stands for. With `pairs` a
    word followed by a full-width colon, or by one without a space, is taken for a key.
    """
    return _Mender(typed, tab, pairs).mend()


class _Mender:
    def __init__(self, typed: TypedEntry, tab: int, pairs: bool) -> None:
        self._typed = typed
        self._tab = tab
        self._pairs = pairs
        self._mended = Mended([])
        self._bullet_indent = _odd_bullet_indent(typed)
        self._still_open = ""
        self._opened: Found | None = None
        # Columns of keys and dashes, 0-based: YAML measures by them what belongs to what.
        self._owner = _HEAD
        """Of the last one without a value of its own: what follows on a line of its own is its value."""
        self._text_owner: int | None = None
        """After a line of text: of the one whose value it is. Deeper lines continue the text."""
        self._literal_owner: int | None = None
        """Inside a block text: of the one whose value it is. Deeper lines are literal."""

    def mend(self) -> Mended:
        lines = self._mended.lines
        lines.append(self._head())
        lines += (
            self._line(MappedLine.of(line, n))
            for n, line in enumerate(self._typed.lines, self._typed.number + 1)
        )
        if self._still_open and self._opened is not None:
            raise Unreadable(*self._opened)
        return self._mended

    def _head(self) -> MappedLine:
        typed, start = self._typed, self._typed.key.value_start
        if typed.value.startswith("#") and typed.has_more:
            # With a list below it, what follows the key is a comment.
            return MappedLine.of("", typed.number)
        return self._value(MappedLine.of(" " * start + typed.head[start:], typed.number), start, _HEAD)

    def _line(self, line: MappedLine) -> MappedLine:
        content = line.text.lstrip(BLANKS)
        indent = len(line.text) - len(content)
        if self._still_open:
            return self._enclosed(line, 0, self._still_open)
        if self._literal_owner is not None:
            if not content or indent > self._literal_owner:
                return self._spaced(line, len(line.text) - len(line.text.lstrip(" \t")))
            self._literal_owner = None
        if not content or content[0] == "#":
            return MappedLine.of("", line.number)
        return self._item(self._spaced(self._dashed(line, indent), indent))

    def _dashed(self, line: MappedLine, indent: int) -> MappedLine:
        """The line with a dash for the sign that stands for one."""
        found = BULLET.match(line.text, indent) if indent == self._bullet_indent else None
        if found is None or _PROPER_BULLET.match(line.text, indent):
            return line
        self._warn(replace(_BULLET_SIGN, edit=Edit(0, found.end() - indent, "- ")), line, indent)
        return line.replace(indent, found.end(), "- ")

    def _spaced(self, line: MappedLine, indent: int) -> MappedLine:
        """The line indented by spaces only."""
        if not line.text[:indent].strip(" "):
            return line
        self._mended.first_tab = self._mended.first_tab or (line.number, line.columns[0])
        spaces = " " * sum(self._tab if blank in "\t\u3000" else 1 for blank in line.text[:indent])
        self._warn(replace(_BAD_BLANKS, edit=Edit(0, indent, spaces)), line)
        return line.replace(0, indent, spaces)

    def _item(self, line: MappedLine) -> MappedLine:
        found = _ITEM.match(line.text)
        assert found is not None  # every part of it is optional
        indent, start = found.end("indent"), found.end()
        line = line.overwrite(indent, "".join("-" if sign == "-" else " " for sign in found["dashes"]))
        colon = self._find_colon(line.text, start)
        if self._text_owner is not None and indent > self._text_owner:
            if start > indent:
                raise Unreadable(_ITEM_AFTER_TEXT, line.number, line.columns[indent])
            if colon is None:
                return self._continued(line)
        self._text_owner = None
        if colon is None:
            return self._value(
                line, start, line.text.rindex("-", indent, start) if start > indent else self._owner
            )
        line, value_start = self._key(line, start, colon)
        return self._value(line, value_start, start)

    def _find_colon(self, text: str, start: int) -> int | None:
        """Where the colon after an item's key stands, be it proper or certainly meant for one."""
        pair = _PAIR.match(text, start) if self._text_owner != _HEAD else None
        if pair and (self._pairs or pair["key"] in ITEM_KEYS):
            return pair.end() - 1
        first = text[start : start + 1]
        if first in ("", "[", "{"):
            return None
        if first in "\"'":
            still_open, length = follow(text[start:])
            start = len(text) if still_open else start + length
            start += len(text[start:]) - len(text[start:].lstrip(BLANKS))
            return start if _COLON.match(text, start) else None
        found = _COLON.search(text, start)
        return found.start() if found else None

    def _key(self, line: MappedLine, start: int, colon: int) -> tuple[MappedLine, int]:
        """The line with a key that YAML reads, and where its value begins."""
        key = line.text[start:colon].rstrip(BLANKS)
        blanks = len(line.text) - colon - 1 - len(line.text[colon + 1 :].lstrip(BLANKS))
        if fault := colon_fault(key, line.text, colon):
            self._warn(fault, line)
        length = len(line.text)
        mended = line.replace(colon, colon + 1 + blanks, ": ")
        fault = judge(key).fault if key[:1] not in ("", '"', "'") else None
        if fault:
            self._warn(fault, line, start)
            mended = mended.quote(start, start + len(key))
        return mended, colon + 1 + blanks + len(mended.text) - length

    def _continued(self, line: MappedLine) -> MappedLine:
        """A further line of a text."""
        if found := re.search(r"\s#", line.text):
            raise Unreadable(_HASH, line.number, line.columns[found.end() - 1])
        return line

    def _enclosed(self, line: MappedLine, start: int, still_open: str = "") -> MappedLine:
        """A line of which what stands from `start` on is in quotes or brackets that do not end there."""
        text = line.text[start:]
        self._still_open, end = follow(text, still_open)
        if self._still_open and end < len(text) and text[:end].strip(BLANKS):
            raise Unreadable(_HASH, line.number, line.columns[start + end])
        return line

    def _value(self, line: MappedLine, start: int, owner: int) -> MappedLine:
        """The line with its value, from `start` on, mended; `owner` is the column of its key or dash."""
        value = line.text[start:].rstrip(BLANKS)
        verdict = judge(value)
        if verdict.fault:
            if verdict.fault.level is Level.ERROR:
                raise Unreadable(verdict.fault, line.number, line.columns[start])
            self._warn(verdict.fault, line, start)
            line = line.quote(start, start + len(value))
        if verdict.shape is Shape.TEXT:
            self._text_owner = owner
        elif verdict.shape is Shape.OPEN:
            line = self._enclosed(line, start)
            fault = _UNCLOSED_QUOTES if value[0] in "\"'" else _UNCLOSED_BRACKETS
            self._opened = (fault, line.number, line.columns[start])
        elif verdict.shape is Shape.BLOCK:
            self._literal_owner = owner
        elif verdict.shape is Shape.EMPTY:
            self._owner = owner
        return line

    def _warn(self, fault: Fault, line: MappedLine, offset: int = 0) -> None:
        column = line.columns[min(offset + fault.offset, len(line.columns) - 1)]
        edit = fault.edit
        if edit is not None:
            start, end = line.columns[offset + edit.start], line.columns[offset + edit.end]
            edit = Edit(start - column, end - column, edit.text)
        self._mended.found.append((replace(fault, offset=0, edit=edit), line.number, column))


def _odd_bullet_indent(typed: TypedEntry) -> int | None:
    """How far the items are indented, when all have a sign for a dash and some not the dash itself."""
    if typed.verdict.shape is not Shape.EMPTY:
        return None
    contents = [(len(line) - len(line.lstrip(BLANKS)), line.lstrip(BLANKS)) for line in typed.lines]
    items = [(indent, content) for indent, content in contents if content and content[0] != "#"]
    least = min((indent for indent, _ in items), default=0)
    bullets = [content for indent, content in items if indent == least]
    if all(map(BULLET.match, bullets)) and not all(map(_PROPER_BULLET.match, bullets)):
        return least
    return None
