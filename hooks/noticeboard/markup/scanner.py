"""What each line of a body is: heading, list item, code, HTML … (SPECIFICATION section 4).

`noticeboard.markup.blocks` makes a tree of the rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from noticeboard.markup.enclosures import Enclosures
from noticeboard.markup.inline import plain_of
from noticeboard.markup.lists import BLANKS, Marker, MarkerStyle, may_be_marker, read_marker, unnumbered
from noticeboard.markup.nesting import Nesting
from noticeboard.markup.numbered_lines import HeadingLevels, is_numbered, is_title, number_rank, rank_of
from noticeboard.markup.signatures import says_who_or_when
from noticeboard.markup.table_forms import is_spaced, is_tabbed, rows_of_table
from noticeboard.markup.wrapping import Wrapping, ends_sentence
from noticeboard.times import is_time_line


class LineKind(Enum):
    """What a line is."""

    BLANK = auto()
    TEXT = auto()
    """A paragraph's line."""
    LABEL = auto()
    """A paragraph of one line that officers use like a heading: ``三月份：`` before a list, ``一、加强学习``."""
    ITEM = auto()
    HEADING = auto()
    RULE = auto()
    TABLE = auto()
    """A table's head, the line below it, or a row."""
    DEFINITION = auto()
    """``[校历]: 校历.pdf``: what a link's name stands for."""
    QUOTE = auto()
    CODE = auto()
    """Indented code, of a page of docs/."""
    FENCE = auto()
    """Fenced code, the fences included."""
    HTML = auto()
    """A block of raw HTML or a comment."""
    HOLDER = auto()
    """The first line of an admonition or a footnote, whose content is indented below it."""
    HELD = auto()
    """A line of that content."""


@dataclass(slots=True)
class ScannedLine:
    """One line of a body and what the scanner found it to be."""

    kind: LineKind
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
    """True when a paragraph or block begins here."""
    breaks: bool = False
    """True when it goes on with a paragraph behind a break that readers see, since somebody pressed Enter there."""


def lines_of(body: str) -> list[str]:
    """The body's lines as an editor counts them."""
    if "\r" in body:
        body = body.replace("\r\n", "\n").replace("\r", "\n")
    return body.split("\n")


def scan(lines: Sequence[str], *, is_page: bool = False) -> list[ScannedLine]:
    """What each line is, in order: one row a line, and two where code begins on the line of an item.

    `is_page` says that it is a page of docs/, which Python-Markdown reads: Enter begins no paragraph there, four blanks
    begin code, and only what has signs is a heading or a table.
    """
    return _Scanner(lines, is_page).run()


_SPECIAL = frozenset("#`~><_![")
"""What a line that is more than text begins with, but for the markers of lists."""
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r"(=+|-{2,})[ \t]*$")
ADMONITION = re.compile(r'!!![ \t]*(?P<kind>[\w-]+)(?:[ \t]+[\w-]+)*(?:[ \t]+"(?P<title>[^"]*)")?[ \t]*$')
FOOTNOTE = re.compile(r"\[\^(?P<name>[^\[\]\n]+)\]:[ \t]*")
DEFINITION = re.compile(
    r"""\[(?!\^)(?P<name>[^\[\]]+)\]:[ \t]*(?P<written>
      (?: <[^<>，。；！？]*[./\#:][^<>，。；！？]*>
        | [a-zA-Z][a-zA-Z0-9+.-]*+:[^\s，。；！？>]++
        | \.{0,2}[/\#][^\s，。；！？>]*+
        | [!-.0-=?-~]*+/[!-=?-~]*+
        | [^\s，。；！？?\#]+\.[a-zA-Z][a-zA-Z0-9]{1,4}(?:[?\#]\S*+)?
      )(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?)[ \t]*$""",
    re.VERBOSE,
)
"""What a name may stand for is an address or a file's path; other text behind ``[注]:`` stays text."""
_DEFINED_NAME = re.compile(r"\[(?!\^)[^\[\]]+\]:[ \t]*$")
"""A definition whose target stands on the next line."""
_HELD_INDENT = re.compile(r" {0,3}\t| {4}|[ \t]*$")
_LABEL_LENGTH = 40
"""Most characters of a line that stands for a heading before a list."""
_NUMBERED_LENGTH = 20
"""Most characters of a numbered line that stands for a heading above a paragraph."""
_SIGNATURE_INDENT = 8
"""Columns by which a signature is moved to the right at least."""
_MARKERS_IN_CODE = frozenset({MarkerStyle.BULLET, MarkerStyle.DOT, MarkerStyle.PAREN})
"""Markers that a line of indented code may begin with; the Chinese ones never stand in code."""
_BULLETS_IN_CODE = "-*+"
_WIDEST_SHORT = 60
"""Columns of a line that cannot have been wrapped."""
_SENTENCE_END = "。；！？.;!?：:"


class _Scanner:
    """The state of one pass over the lines, and the line that it stands at."""

    def __init__(self, lines: Sequence[str], is_page: bool) -> None:
        self.lines = lines
        self.is_page = is_page
        self.wrapping = Wrapping(lines)
        self.levels = HeadingLevels()
        self.enclosures = Enclosures(lines)
        self.nesting = Nesting()
        self.rows: list[ScannedLine] = []
        self.in_paragraph = False
        self.index = 0
        self.line = ""
        self.text = ""
        """The line behind its indentation."""
        self.lead = 0
        """Characters of the indentation."""
        self.indent = 0
        """Columns of it; full-width spaces count for none."""
        self.is_wide = False
        """True when it has full-width spaces, as the first line of a paragraph has."""

    def run(self) -> list[ScannedLine]:
        while self.index < len(self.lines):
            self.line = self.lines[self.index]
            self.text = self.line.lstrip(BLANKS)
            if not self.text or self.text.isspace():
                self.in_paragraph = False
                self.rows.append(ScannedLine(LineKind.BLANK, self.index, self.nesting.depth))
                self.index += 1
                continue
            self.lead = len(self.line) - len(self.text)
            self.indent, self.is_wide = _indent(self.line[: self.lead]) if self.lead else (0, False)
            if not self._read_code() and not self._read_special():
                self._read_text()
        return self.rows

    def _add(self, kind: LineKind, text: str, column: int, *, opens: bool = True) -> ScannedLine:
        """A row for the line; unless said otherwise, no paragraph goes on behind it."""
        row = ScannedLine(kind, self.index, self.nesting.depth, text, column, opens=opens)
        self.rows.append(row)
        self.in_paragraph = False
        self.index += 1
        return row

    def _follows(self, kind: LineKind) -> bool:
        return bool(self.rows) and self.rows[-1].kind is kind

    def _read_code(self) -> bool:
        """Indented code: after a blank line, four columns deeper than the text of the item it belongs to."""
        if not self.is_page or self.indent < 4 or self.in_paragraph or self._follows(LineKind.LABEL):
            return False
        around = [level.indent for level in self.nesting.levels if self.indent >= level.indent + 2]
        base = around[-1] + 8 if around else 4
        if self.indent < base:
            return False
        if not around and not self._follows(LineKind.CODE):
            marker = read_marker(self.line, self.lead)
            if marker is not None and (
                marker.style not in _MARKERS_IN_CODE
                or (self.text[0] not in _BULLETS_IN_CODE and marker.number is None)
            ):
                return False
        self.nesting.leave(self.indent)
        self._add(LineKind.CODE, self.line.expandtabs(4)[base:], 0, opens=not self._follows(LineKind.CODE))
        return True

    def _read_special(self) -> bool:
        """Whatever begins with a sign or a number."""
        first = self.text[0]
        if first not in _SPECIAL and not may_be_marker(self.text):
            return False
        if first == "#":
            return self._read_heading()
        if first == ">":
            self.nesting.leave(self.indent)
            self._add(LineKind.QUOTE, self.text, self.lead)
            return True
        if first in "`~<":
            return self._read_enclosed(first)
        if first in "-*_" and _RULE.match(self.text):
            self.nesting.leave(self.indent)
            self._add(LineKind.RULE, self.text, self.lead)
            return True
        if first in "![" and self._read_holder():
            return True
        return (first == "[" and self._read_definition()) or self._read_item()

    def _read_heading(self) -> bool:
        text = self.text.lstrip("#")
        level = min(len(self.text) - len(text), 6)
        text = text.lstrip("#" + BLANKS)
        column = len(self.line) - len(text)
        text, asked = _without_closing(text), ""
        if text.endswith("}") and (brace := text.rfind("{#")) > 0 and text[brace - 1] != "\\":
            asked, text = text[brace + 2 : -1].strip(), _without_closing(text[:brace])
        if not text or (self.is_page and self.indent >= 4):
            return False
        self._add_heading(text, column, level).id = asked
        return True

    def _add_heading(self, text: str, column: int, level: int) -> ScannedLine:
        self.nesting.end_section()
        self.levels.note(level, text)
        row = self._add(LineKind.HEADING, text, column)
        row.level = level
        return row

    def _read_enclosed(self, first: str) -> bool:
        """Fenced code or raw HTML."""
        if first == "<":
            kind, end = LineKind.HTML, self.enclosures.end_of_html(self.index, self.text)
        else:
            kind, end = LineKind.FENCE, self.enclosures.end_of_fence(self.index, self.text)
        if end is None:
            return False
        self.nesting.leave(self.indent)
        start = self.index
        while self.index <= end:
            line = self.lines[self.index]
            if kind is LineKind.FENCE:
                line = line[min(self.lead, len(line) - len(line.lstrip())) :]
            self._add(kind, line, 0, opens=self.index == start)
        return True

    def _read_definition(self) -> bool:
        following = self.lines[self.index + 1] if self.index + 1 < len(self.lines) else ""
        parted = _DEFINED_NAME.match(self.text) and DEFINITION.match(f"{self.text} {following.strip()}")
        if not parted and not DEFINITION.match(self.text):
            return False
        self._add(LineKind.DEFINITION, parted[0] if parted else self.text, self.lead)
        if parted:
            self._add(LineKind.BLANK, "", 0)
        return True

    def _read_holder(self) -> bool:
        """An admonition or a footnote with the indented lines below it."""
        if self.indent >= 2 or not (ADMONITION if self.text[0] == "!" else FOOTNOTE).match(self.text):
            return False
        self.nesting.leave(0)
        self._add(LineKind.HOLDER, self.text, self.lead)
        end = after = self.index
        while end < len(self.lines):
            line = self.lines[end].expandtabs(4)
            end += 1
            if not line.strip():
                continue
            if not line.startswith("    "):
                break
            after = end
        self.in_paragraph = after == self.index
        while self.index < after:
            line = self.lines[self.index]
            held = _HELD_INDENT.sub("", line, count=1)
            self._add(LineKind.HELD, held, len(line) - len(held), opens=False)
        return True

    def _read_item(self) -> bool:
        """An item's first line."""
        marker = read_marker(self.line, self.lead)
        if marker is None:
            return False
        number, rank = marker.number, marker.style.rank
        if self.in_paragraph and not self.nesting.levels:
            # A wrapped line of a paragraph may begin with any number or dash.
            begins = self.nesting.goes_on(rank, number) if number is not None else marker.end < len(self.line)
            if (not begins and self._goes_on()) or (marker.is_poor and not self._is_among_alike()):
                return False
        level = self.nesting.place(self.indent, rank, number)
        if marker.doubtful and number != 1 and number != (level.number or 0) + 1:
            marker = unnumbered(self.line, marker)
        elif number is not None:
            self.nesting.count(level, number)
        text = self.line[marker.end :]
        end = self.enclosures.end_of_fence(self.index, text.strip())
        row = self._add(LineKind.ITEM, "" if end else text, marker.end)
        row.marker = marker
        row.depth -= 1
        self.in_paragraph = True
        if end:
            self._add_fence(row.index, end, text.lstrip())
        return True

    def _is_among_alike(self) -> bool:
        """Whether a line beside this one begins with the same sign, or blanks stand behind it."""
        beside = [*(row.text for row in self.rows[-1:]), *self.lines[self.index + 1 : self.index + 2]]
        return self.text[1:2] in BLANKS or any(line.strip(BLANKS)[:1] == self.text[0] for line in beside)

    def _add_fence(self, start: int, end: int, opening: str) -> None:
        """Code that begins on the line of an item, which has a row of its own before it."""
        self.index = start
        self._add(LineKind.FENCE, opening, 0)
        while self.index <= end:
            line = self.lines[self.index]
            lead = len(self.lines[end]) - len(self.lines[end].lstrip())
            self._add(LineKind.FENCE, line[min(lead, len(line) - len(line.lstrip())) :], 0, opens=False)

    def _read_text(self) -> None:
        table = rows_of_table(self.lines, self.index, is_page=self.is_page)
        if self.indent >= _SIGNATURE_INDENT and not self.is_page and says_who_or_when(self.text.strip()):
            self.nesting.levels.clear()
            self.in_paragraph = False
        if self.in_paragraph:
            if is_numbered(self.text) and self._is_inside():
                self.nesting.leave(self.indent)
            elif is_numbered(self.text) or self._stands_for_heading() or self._begins_with_time():
                self.nesting.levels.clear()
            elif not self.is_wide and (self.is_page or not table) and self._goes_on():
                row = self._add(LineKind.TEXT, self.text, self.lead, opens=False)
                row.breaks = self.wrapping.breaks(row.index) and not self._is_inside()
                self.in_paragraph = True
                return
            elif not self.is_wide and not self._leads_to_sub_items():
                self.nesting.leave(self.indent)
        elif self._follows(LineKind.QUOTE):
            self._add(LineKind.QUOTE, self.text, self.lead, opens=False)
            return
        else:
            self.nesting.leave(self.indent)
        self.in_paragraph = False
        following = self._line_at(self.index + 1)
        if table:
            self._add_table(table)
        elif (level := self._underlined(following)) is not None:
            self._add_heading(self.text.rstrip(), self.lead, level)
            self._add(LineKind.BLANK, "", 0)
        elif rank := self._heading_rank():
            self.nesting.levels.clear()
            row = self._add(LineKind.HEADING, self.text.rstrip(), self.lead)
            row.level = self.levels.level_of(rank)
        elif self._is_label(following):
            self._add(LineKind.LABEL, self.text, self.lead)
        else:
            self._add(LineKind.TEXT, self.text, self.lead)
            self.in_paragraph = True

    def _line_at(self, index: int) -> str:
        return self.lines[index] if index < len(self.lines) else ""

    def _goes_on(self) -> bool:
        """Whether the line goes on with the paragraph above it, rather than beginning one (SPECIFICATION section 4)."""
        if self.is_page or self.wrapping.goes_on(self.index):
            return True
        return self._is_inside() and not ends_sentence(self.lines[self.index - 1])

    def _is_inside(self) -> bool:
        """Whether the line is indented so far that it stands in the item above it."""
        levels = self.nesting.levels
        return bool(levels) and self.indent >= levels[-1].indent + 2

    def _leads_to_sub_items(self) -> bool:
        """``具体如下：`` below an item, before the items that stand in it."""
        marker, _ = self._marker_below()
        levels = self.nesting.levels
        return marker is not None and bool(levels) and marker.style.rank > levels[-1].rank

    def _add_table(self, rows: int) -> None:
        for number in range(rows):
            line = self.lines[self.index]
            # Where no signs part its cells, a row that begins with blanks has an empty first cell.
            is_signless = is_tabbed(line.strip()) or is_spaced(line)
            text = line.rstrip(BLANKS) if is_signless else line.strip()
            self._add(LineKind.TABLE, text, line.index(text), opens=number == 0)

    def _underlined(self, following: str) -> int | None:
        """The level of a heading that the next line underlines. Below a sentence such a line is a rule."""
        underline = _UNDERLINE.match(following)
        if underline is None or self.nesting.levels:
            return None
        is_alone = (
            self.index == 0 or not self._line_at(self.index - 1).strip() or not self._follows(LineKind.TEXT)
        )
        if not self.is_page and (ends_sentence(self.text) or not is_alone):
            return None
        return 1 if underline[1][0] == "=" else 2

    def _heading_rank(self) -> int:
        """The rank of a numbered line that stands alone and has something of its own below it; 0 for others."""
        if self.is_page or self.nesting.levels or not is_numbered(self.text):
            return 0
        text = self.text.rstrip()
        rank = rank_of(text)
        if not rank or not is_title(text) or self.wrapping.is_wrapped(self.index + 1):
            return 0
        below = self._text_beside(1)
        is_listed = rank_of(self._text_beside(-1)) == rank and not self._follows_heading()
        return 0 if is_listed or not below or 0 < number_rank(below) <= rank else rank

    def _follows_heading(self) -> bool:
        return bool(self.rows) and next(
            (row.kind is LineKind.HEADING for row in reversed(self.rows) if row.kind is not LineKind.BLANK),
            False,
        )

    def _text_beside(self, step: int) -> str:
        """The text of the next line, or of the one before, that is not blank."""
        index = self.index + step
        while 0 <= index < len(self.lines):
            text = self.lines[index].strip(BLANKS)
            if text:
                return text
            index += step
        return ""

    def _is_label(self, following: str) -> bool:
        """True for a short line directly before a list, and for a numbered line (一、 or （一）) by itself."""
        text = self.text.rstrip()
        if is_numbered(text):
            is_short = len(text) <= _NUMBERED_LENGTH and text[-1] not in "，、；,;"
            if is_short or not following.strip():
                return True
        if len(text) > _LABEL_LENGTH:
            return False
        marker, is_next = self._marker_below()
        if marker is None:
            return False
        return not is_next or marker.number in (None, 1) or is_time_line(plain_of(text))

    def _stands_for_heading(self) -> bool:
        """True for a line below an item's text, without a blank line between, that parts two lists.

        Directly before a list it says a time; or, indented like a paragraph, it comes before a list that
        begins anew where the item's own list goes on.
        """
        text = self.text.rstrip()
        if len(text) > _LABEL_LENGTH:
            return False
        marker, _ = self._marker_below()
        if marker is None:
            return False
        if is_time_line(plain_of(text)):
            return True
        levels = self.nesting.levels
        return self.is_wide and bool(levels) and marker.number == 1 and marker.style.rank == levels[0].rank

    def _begins_with_time(self) -> bool:
        """True for a line below an item's text that says months like a heading: 三月份：植树, 九月 庆祝教师节.

        Where only a blank parts the two it may be a wrapped line, unless the line before is short or ends a sentence.
        """
        if not self.nesting.levels or self.indent >= self.nesting.levels[-1].indent + 2:
            return False
        text = plain_of(self.text)
        if not is_time_line(text, with_blank=True):
            return False
        before = self.rows[-1].text.rstrip()
        return is_time_line(text) or len(before) < _WIDEST_SHORT // 2 or before[-1:] in _SENTENCE_END

    def _marker_below(self) -> tuple[Marker | None, bool]:
        """The marker of the list that the line stands before; and whether that is the very next line."""
        for number in range(self.index + 1, min(self.index + 4, len(self.lines))):
            line = self.lines[number]
            start = line.lstrip(BLANKS)
            if start and not start.isspace():
                marker = None if _RULE.match(start) else read_marker(line, len(line) - len(start))
                return marker, number == self.index + 1
        return None, False


def _indent(lead: str) -> tuple[int, bool]:
    """Columns of an indentation; and whether it has full-width spaces, which indent only paragraphs."""
    if lead.isascii():
        return len(lead.expandtabs(4)), False
    return 0, "\u3000" in lead


def _without_closing(text: str) -> str:
    """A heading's text without the signs that close it: ``经费 ##``; those of C# and 3# are its own, and escaped ones."""
    text = text.rstrip(BLANKS)
    shorter = text.rstrip("#")
    last = shorter[-1:]
    return text if last == "\\" or (last.isascii() and last.isalnum()) else shorter.rstrip(BLANKS)
