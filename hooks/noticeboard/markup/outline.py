"""What the lines of a body are: headings, list items, code, HTML … (FORMAT section 4).

One scanner serves both readers of a body: `read_outline` folds its rows into the tree that activities are
read from, and the renderer folds the same rows into HTML, so the two always agree on what is an item.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from noticeboard.markup.lists import BLANKS, Marker, Style, read_marker, unnumbered

MAX_DEPTH = 8
"""Items nested deeper than this stand at this depth; nobody writes them, and nesting costs time."""


class Kind(Enum):
    """What a line is."""

    BLANK = auto()
    TEXT = auto()
    """A paragraph's line, a table's row: whatever is left to Markdown."""
    LABEL = auto()
    """A paragraph of one line directly before a list: ``三月份：``."""
    ITEM = auto()
    HEADING = auto()
    RULE = auto()
    QUOTE = auto()
    CODE = auto()
    """Indented code."""
    FENCE = auto()
    """Fenced code, the fences included."""
    HTML = auto()
    """A block of raw HTML or a comment."""
    HOLDER = auto()
    """The first line of an admonition, a footnote or a definition, whose content is indented below it."""
    HELD = auto()
    """A line of that content."""


@dataclass(slots=True)
class Row:
    """One line of a body and what the scanner found it to be."""

    kind: Kind
    index: int
    """0-based number of the line."""
    depth: int = 0
    """How many list items it stands in; an item does not stand in itself."""
    text: str = ""
    """The line without its indentation; of an item or a heading, the text behind its mark."""
    column: int = 0
    """0-based place of `text` in the line."""
    marker: Marker | None = None
    level: int = 0
    """A heading's level, 1–6."""
    id: str = ""
    """The id that a heading asks for: ``## 经费 {#jing-fei}``."""
    opens: bool = False
    """True when a paragraph, quote or block begins here."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of one line: where it stands in the file (1-based) and what it says."""

    number: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; a section is what follows it up to the next heading of its level or a higher one."""

    level: int
    text: Line


@dataclass(frozen=True, slots=True)
class Label:
    """A line of its own before a list, which officers use like a heading: ``**三月**``, ``三月份：``."""

    text: Line


@dataclass(frozen=True, slots=True)
class Item:
    """A list item with the items below it."""

    marker: Marker
    lines: tuple[Line, ...]
    """The item's own paragraph: the text behind the marker, then its continuation lines."""
    items: tuple[Item, ...] = ()

    @property
    def line(self) -> int:
        """1-based number of the item's first line in the file."""
        return self.lines[0].number

    @property
    def column(self) -> int:
        """1-based column of the marker."""
        return self.marker.start + 1


Node = Heading | Label | Item


def lines_of(body: str) -> list[str]:
    """The body's lines as an editor counts them."""
    if "\r" in body:
        body = body.replace("\r\n", "\n").replace("\r", "\n")
    return body.split("\n")


def read_outline(body: str, first_line: int = 1) -> tuple[Node, ...]:
    """Headings, labels and top-level items of `body` in order.

    `first_line` is the number that the body's first line has in its file.
    """
    nodes: list[Heading | Label | _Draft] = []
    open_items: list[_Draft] = []
    paragraph: _Draft | None = None
    for row in scan(lines_of(body)):
        kind = row.kind
        if kind is Kind.TEXT:
            if paragraph is not None and not row.opens and row.depth:
                paragraph.lines.append(_line(row, first_line))
            else:
                paragraph = None
        elif kind is Kind.ITEM:
            paragraph = _Draft(row.marker, [_line(row, first_line)])
            del open_items[row.depth :]
            (open_items[-1].items if open_items else nodes).append(paragraph)
            open_items.append(paragraph)
        else:
            paragraph = None
            if kind is Kind.HEADING:
                nodes.append(Heading(row.level, _line(row, first_line)))
            elif kind is Kind.LABEL and not row.depth:
                nodes.append(Label(_line(row, first_line)))
    return tuple(node.frozen() if isinstance(node, _Draft) else node for node in nodes)


def _line(row: Row, first_line: int) -> Line:
    return Line(row.index + first_line, row.column + 1, row.text)


@dataclass(slots=True)
class _Draft:
    """An item whose lines and sub-items are still being read."""

    marker: Marker
    lines: list[Line]
    items: list[_Draft] = field(default_factory=list)

    def frozen(self) -> Item:
        return Item(self.marker, tuple(self.lines), tuple(item.frozen() for item in self.items))


def scan(lines: Sequence[str]) -> list[Row]:
    """What each line is; one row a line, in order."""
    return _Scanner(lines).run()


_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r"(=+|-{2,})[ \t]*$")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})[^~]*$")
_HOLDER = re.compile(r"!!!|\?\?\?|===[+!]? ?\"|\[\^[^\]\n]+\]:|:[ \t]{1,3}\S")
_TABLE_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*$")
_TIME_LINE = re.compile(
    r"[*_]{0,2}[0-9０-９〇零一二三四五六七八九十第次明本年全至到和、.—–\-~～]*"
    r"(?:月份?|月[初底末]|季度|半年|学期|学年|寒假|暑假|[上中下]旬|年内)[*_]{0,2}[：:]?[*_]{0,2}"
)
_LABEL_LENGTH = 40
_BLOCK_TAG = re.compile(
    r"<(?P<closing>/?)(?P<name>address|article|aside|blockquote|caption|center|col|colgroup|dd|details|dialog|dir|"
    r"div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|"
    r"link|main|menu|meta|nav|noframes|noscript|object|ol|p|param|pre|script|section|style|summary|svg|table|tbody|"
    r"td|template|textarea|tfoot|th|thead|title|tr|ul|video|audio)(?=[\s/>]|$)",
    re.IGNORECASE,
)
_MARKDOWN_INSIDE = re.compile(r"<[^<>]*\smarkdown(?:[\s=>]|$)")
_SPECIAL = frozenset("#`~><-*_+!?=[:（(0123456789０１２３４５６７８９")
_MARKERS_OF_CODE = frozenset({Style.BULLET, Style.DOT, Style.PAREN})
"""Markers that an indented block of code may begin with; the Chinese ones never stand in code."""


@dataclass(slots=True)
class _Level:
    """A list that is open."""

    indent: int
    rank: int
    by_style: bool
    """True when only its markers, not its indentation, put it below the level before it."""
    number: int | None = None
    """The last number in it."""


class _Scanner:
    """The state of one pass over the lines."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.rows: list[Row] = []
        self.levels: list[_Level] = []
        self.in_paragraph = False
        self.sequences: dict[int, int] = {}
        """Rank → last number of top-level lists since the last heading; a later list may go on with it."""
        self.unclosed: dict[str, int] = {}
        """Fence sign → shortest fence known to stay open, so that no search is made twice."""
        self.comments_end = True
        self.closings: dict[str, dict[int, int]] = {}
        """HTML tag → line it opens in → line it is closed in."""

    def run(self) -> list[Row]:
        index, count = 0, len(self.lines)
        while index < count:
            index = self._read(index)
        return self.rows

    def _read(self, index: int) -> int:
        """Read the line or block at `index`; returns the number of the line after it."""
        line = self.lines[index]
        stripped = line.lstrip(BLANKS)
        if not stripped or stripped.isspace():
            self.in_paragraph = False
            self.rows.append(Row(Kind.BLANK, index, len(self.levels)))
            return index + 1
        lead = len(line) - len(stripped)
        indent, wide = _indent(line[:lead]) if lead else (0, False)
        first = stripped[0]
        if indent >= 4 and not self.in_paragraph and self._is_code(line, lead, indent):
            base = self.levels[-1].indent + 8 if self.levels else 4
            self._add(Kind.CODE, index, line.expandtabs(4)[base:], 0)
            return index + 1
        if first in _SPECIAL or first.isnumeric():
            if first == "#" and indent < 4 and self._read_heading(index, stripped[1:], lead + 1):
                return index + 1
            if first in "`~" and (after := self._read_fence(index, stripped, indent)):
                return after
            if first == ">":
                self._leave(indent)
                self._add(Kind.QUOTE, index, stripped, lead)
                return index + 1
            if first == "<" and (after := self._read_html(index, stripped, indent)):
                return after
            if first in "-*_" and _RULE.match(stripped):
                self._leave(indent)
                self._add(Kind.RULE, index, stripped, lead)
                return index + 1
            if (
                first in "!?=[:"
                and indent < 2
                and not (first == ":" and self.levels)
                and _HOLDER.match(stripped)
            ):
                return self._read_holder(index, stripped, lead)
            marker = read_marker(line, lead)
            if marker is not None and self._read_item(index, line, marker, indent):
                return index + 1
        return self._read_text(index, stripped, lead, indent, wide)

    def _add(self, kind: Kind, index: int, text: str, column: int, *, opens: bool = True) -> Row:
        """A row of a block that is no paragraph."""
        row = Row(kind, index, len(self.levels), text, column, opens=opens)
        self.rows.append(row)
        self.in_paragraph = False
        return row

    def _leave(self, indent: int) -> None:
        """Close the items that a line at `indent` does not belong to."""
        levels = self.levels
        while levels and indent < levels[-1].indent + 2:
            levels.pop()

    def _is_code(self, line: str, lead: int, indent: int) -> bool:
        """True when a line after a blank one is indented as code is, in the item that it belongs to."""
        levels = [level for level in self.levels if indent >= level.indent + 2]
        if levels:
            code = indent >= levels[-1].indent + 8
        else:
            marker = read_marker(line, lead)
            within = bool(self.rows) and self.rows[-1].kind is Kind.CODE
            code = within or marker is None or marker.style in _MARKERS_OF_CODE
        if code:
            self._leave(indent)
        return code

    def _read_heading(self, index: int, rest: str, column: int) -> bool:
        level = 1 + len(rest) - len(rest.lstrip("#"))
        text = rest.lstrip("#" + BLANKS)
        column += len(rest) - len(text)
        text = text.rstrip("#\r\v\f" + BLANKS)
        asked = ""
        if text.endswith("}") and (brace := text.rfind("{#")) > 0:
            asked, text = text[brace + 2 : -1].strip(), text[:brace].rstrip("#" + BLANKS)
        if not text:
            return False
        self._head(index, min(level, 6), text, column, asked)
        return True

    def _head(self, index: int, level: int, text: str, column: int, asked: str = "") -> None:
        self.levels.clear()
        self.sequences.clear()
        row = self._add(Kind.HEADING, index, text, column)
        row.level = level
        row.id = asked

    def _read_fence(self, index: int, stripped: str, indent: int) -> int:
        """Read fenced code; 0 when the fence is never closed and thus is text."""
        opening = _FENCE.match(stripped)
        if opening is None:
            return 0
        fence = opening[1] or opening[2]
        sign = fence[0]
        if len(fence) >= self.unclosed.get(sign, len(fence) + 1):
            return 0
        for end in range(index + 1, len(self.lines)):
            closing = self.lines[end].strip()
            if closing.startswith(fence) and not closing.strip(sign):
                break
        else:
            self.unclosed[sign] = len(fence)
            return 0
        self._leave(indent)
        for number in range(index, end + 1):
            text = self.lines[number]
            self._add(
                Kind.FENCE,
                number,
                text[min(indent, len(text) - len(text.lstrip(" "))) :],
                0,
                opens=number == index,
            )
        return end + 1

    def _read_html(self, index: int, stripped: str, indent: int) -> int:
        """Read raw HTML up to its closing tag, else to the next blank line; 0 when it is no block."""
        if stripped.startswith("<!--"):
            end = self._end_of_comment(index)
        elif tag := _BLOCK_TAG.match(stripped):
            end = index if _MARKDOWN_INSIDE.match(stripped) else self._end_of_tag(index, tag)
        else:
            return 0
        if end < index:
            return 0
        self._leave(indent)
        for number in range(index, end + 1):
            self._add(Kind.HTML, number, self.lines[number], 0, opens=number == index)
        return end + 1

    def _end_of_comment(self, index: int) -> int:
        """The line a comment ends in; -1 when it never ends or text follows it: then it is a paragraph's."""
        if not self.comments_end:
            return -1
        for number in range(index, len(self.lines)):
            place = self.lines[number].find("-->")
            if place >= 0:
                return number if not self.lines[number][place + 3 :].strip() else -1
        self.comments_end = False
        return -1

    def _end_of_tag(self, index: int, tag: re.Match[str]) -> int:
        if tag["closing"]:
            return index
        name = tag["name"].lower()
        if name not in self.closings:
            self.closings[name] = _closings(self.lines, name)
        end = self.closings[name].get(index)
        if end is None:
            end = index
            while end + 1 < len(self.lines) and self.lines[end + 1].strip():
                end += 1
        return end

    def _read_holder(self, index: int, stripped: str, lead: int) -> int:
        """Read an admonition, footnote or definition with the indented lines below it."""
        self._add(Kind.HOLDER, index, stripped, lead)
        end = after = index + 1
        while end < len(self.lines):
            line = self.lines[end].expandtabs(4)
            end += 1
            if not line.strip():
                continue
            if not line.startswith("    "):
                break
            after = end
        for number in range(index + 1, after):
            self._add(Kind.HELD, number, self.lines[number].expandtabs(4)[4:], 4, opens=False)
        self.in_paragraph = after == index + 1
        return after

    def _read_item(self, index: int, line: str, marker: Marker, indent: int) -> bool:
        """Read an item's first line; False when the marker is text after all."""
        number = marker.number
        rank = marker.style.rank
        if self.in_paragraph and not self.levels:
            # A wrapped line of a paragraph may begin with any number or dash.
            starts = number == 1 or number == self.sequences.get(rank, 0) + 1
            if not (starts if number is not None else marker.end < len(line)):
                return False
        level = self._place(indent, rank, number)
        if marker.doubtful and number != 1 and number != (level.number or 0) + 1:
            marker = unnumbered(line, marker)
        else:
            level.number = number if number is not None else level.number
            if len(self.levels) == 1 and number is not None:
                self.sequences[rank] = number
        row = Row(Kind.ITEM, index, len(self.levels) - 1, line[marker.end :], marker.end, marker, opens=True)
        self.rows.append(row)
        self.in_paragraph = True
        return True

    def _place(self, indent: int, rank: int, number: int | None) -> _Level:
        """Open or return to the list that an item belongs to.

        Indentation decides first. At the same indentation a marker in use returns to its list, and one of a
        deeper rank opens a list below the current item, unless it goes on with an earlier count.
        """
        levels = self.levels
        while levels and levels[-1].indent > indent + 1:
            levels.pop()
        if not levels or indent >= levels[-1].indent + 2:
            return self._open(_Level(indent, rank, False))
        base = len(levels) - 1
        while levels[base].by_style:
            base -= 1
        for depth in range(len(levels) - 1, base - 1, -1):
            if levels[depth].rank == rank:
                del levels[depth + 1 :]
                return levels[depth]
        goes_on = base == 0 and number is not None and number > 1 and self.sequences.get(rank) == number - 1
        while len(levels) > base and (goes_on or levels[-1].rank > rank):
            levels.pop()
        return self._open(_Level(indent, rank, len(levels) > base))

    def _open(self, level: _Level) -> _Level:
        if len(self.levels) >= MAX_DEPTH:
            level.by_style = self.levels.pop().by_style
        self.levels.append(level)
        if len(self.levels) == 1:
            level.number = self.sequences.get(level.rank)
        return level

    def _read_text(self, index: int, stripped: str, lead: int, indent: int, wide: bool) -> int:
        if self.in_paragraph and not wide:
            if self._is_label(index, stripped):
                self.levels.clear()
                self._add(Kind.LABEL, index, stripped, lead)
            else:
                self.rows.append(Row(Kind.TEXT, index, len(self.levels), stripped, lead))
            return index + 1
        if self.rows and self.rows[-1].kind is Kind.QUOTE:
            self._add(Kind.QUOTE, index, stripped, lead, opens=False)
            return index + 1
        if not self.in_paragraph:
            self._leave(indent)
        self.in_paragraph = False
        following = self.lines[index + 1] if index + 1 < len(self.lines) else ""
        if not self.levels and (underline := _UNDERLINE.match(following)):
            self._head(index, 1 if underline[1][0] == "=" else 2, stripped.rstrip(), lead)
            self.rows.append(Row(Kind.BLANK, index + 1))
            return index + 2
        if "|" in stripped and _TABLE_RULE.match(following):
            return self._read_table(index)
        if self._is_label(index, stripped):
            self._add(Kind.LABEL, index, stripped, lead)
        else:
            self.rows.append(Row(Kind.TEXT, index, len(self.levels), stripped, lead, opens=True))
            self.in_paragraph = True
        return index + 1

    def _read_table(self, index: int) -> int:
        start = index
        while index < len(self.lines) and self.lines[index].strip():
            self._add(Kind.TEXT, index, self.lines[index].strip(), 0, opens=index == start)
            index += 1
        return index

    def _is_label(self, index: int, stripped: str) -> bool:
        """True for a short line directly before a list; inside a paragraph it must say just a time."""
        text = stripped.rstrip()
        if len(text) > _LABEL_LENGTH or (self.in_paragraph and not _TIME_LINE.fullmatch(text)):
            return False
        for number in range(index + 1, min(index + 4, len(self.lines))):
            line = self.lines[number]
            start = line.lstrip(BLANKS)
            if start and not start.isspace():
                marker = read_marker(line, len(line) - len(start))
                return (
                    marker is not None and not _RULE.match(start) and (number > index + 1 or _starts(marker))
                )
        return False


def _starts(marker: Marker) -> bool:
    return marker.number is None or marker.number == 1


def _indent(lead: str) -> tuple[int, bool]:
    """Columns of an indentation; and whether it has full-width spaces, which indent only paragraphs."""
    if lead.isascii():
        return len(lead.expandtabs(4)), False
    return 0, "\u3000" in lead


def _closings(lines: Sequence[str], name: str) -> dict[int, int]:
    """Every line in which an element `name` opens → the line in which the outermost of them is closed."""
    tags = re.compile(rf"<(/?){name}(?=[\s/>]|$)", re.IGNORECASE)
    closings: dict[int, int] = {}
    opened: list[int] = []
    for number, line in enumerate(lines):
        if "<" in line:
            for tag in tags.finditer(line):
                if not tag[1]:
                    opened.append(number)
                elif opened:
                    closings[opened.pop()] = number
    return closings
