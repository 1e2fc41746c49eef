"""The text in a part of an office document: paragraphs, tables' rows, and the few attributes that hold words.

A part is read once from its beginning to its end and never held whole, so that its length and depth cost no more than
they must.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol
from xml.parsers import expat

from noticeboard.inspection.passages import Budget, NotRead, PassageBuilder, TextPassage, row
from noticeboard.patterns import pattern_of

_PARAGRAPHS = frozenset({"p", "h"})
_ROWS = frozenset({"tr", "table-row"})
_CELLS = frozenset({"tc", "table-cell", "covered-table-cell"})
_TABLES = frozenset({"tbl", "table"})
_SPOKEN = frozenset({"descr", "title", "Target", "tooltip", "href"})
"""Attributes that hold text: of pictures, of links. Whatever is written in Chinese is text in any attribute."""
_VALUES = frozenset({"s", "n", "d"})
"""Elements of a pivot table's store, whose attribute ``v`` is a value."""
_NAMED = frozenset(
    {"table", "docPr", "cNvPr", "bookmarkStart", "bookmark", "definedName", "section", "cacheField"}
)
"""Elements whose name somebody has given: of sheets, pictures, places in the text, columns."""
_WRITTEN = frozenset(
    {"val", "value", "v", "string", "text", "author", "displayText", "string-value", "UnicodeString"}
)
"""Attributes in which somebody may have written a number: of fields, choices, filters."""
_LONG_NUMBER = pattern_of("[0-9]{11}")
_SYMBOL = pattern_of("[0-9A-Fa-f]{1,4}")
_PRIVATE = range(0xF000, 0xF100)
_BLANKS = frozenset({"tab", "br", "cr", "s"})
_ITEMS = frozenset({"list-item"})
_NUMBERED = frozenset({"numPr"})
_DEEPEST = 1000
_OUTER_ROWS = 3
"""The text of a table inside tables is told in so many of the rows around it too."""


class Handler(Protocol):
    """What is told of the elements of a part, by their names without namespaces."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Text within the innermost element, which may come in pieces."""


def parse(pieces: Iterable[bytes], handler: Handler, budget: Budget) -> Iterator[None]:
    """Tells `handler` of a part, and comes back after each piece of it.

    Raises NotRead for one that is broken, deeper than any writer makes them, or has a document type: its entities could
    unfold to anything.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise NotRead("里面一层套一层，太深")
        budget.step()
        handler.start(local(name), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(local(name))

    def refuse(*_: object) -> None:
        raise NotRead("里面有损坏的部分")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            yield
        parser.Parse(b"", True)
        yield
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise NotRead("里面有损坏的部分") from error


def local(name: str) -> str:
    """A name without its namespace's prefix."""
    return name.rpartition(":")[2]


def read_lines(pieces: Iterable[bytes], place: str, budget: Budget) -> Iterator[TextPassage]:
    """Its paragraphs and rows in order, deleted and hidden text too; elsewhere each element's text is a line."""
    draft = PassageBuilder(place)
    lines = Lines(draft, budget)
    try:
        for _ in parse(pieces, lines, budget):
            if draft.is_full:
                yield draft.take()
    except NotRead:
        yield draft.take()
        raise
    lines.finish()
    yield draft.take()


@dataclass(slots=True)
class _Row:
    cells: list[list[str]] = field(default_factory=list)
    open: int = 0
    """Cells of it that have begun and not ended."""


@dataclass(slots=True)
class Lines:
    """Adds the lines of a part to a draft. What stands in the rows of a table follows it, so that its rows stay together."""

    draft: PassageBuilder
    budget: Budget
    rows: list[_Row] = field(default_factory=list)
    paragraphs: list[list[str]] = field(default_factory=list)
    """The text of each paragraph that has begun and not ended, with the mark of a list's item before it."""
    loose: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)
    tables: int = 0
    items: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begins a paragraph, row or table; what attributes say stands on lines of its own."""
        self._end_loose()
        for key, value in attributes.items():
            if (
                local(key) in _SPOKEN
                or (key == "v" and name in _VALUES)
                or (local(key) == "name" and name in _NAMED)
                or not value.isascii()
                or (local(key) in _WRITTEN and _LONG_NUMBER.search(value))
            ):
                self.aside(value)
        if name in _PARAGRAPHS:
            self.paragraphs.append(["- " if self.items else "", ""])
        elif name in _ROWS:
            self.rows.append(_Row())
        elif name in _CELLS and self.rows:
            self.rows[-1].cells.append([])
            self.rows[-1].open += 1
        elif name in _TABLES:
            self.tables += 1
        elif name in _ITEMS:
            self.items += 1
        elif name in _NUMBERED and self.paragraphs:
            self.paragraphs[-1][0] = "- "
        elif name in _BLANKS:
            self.text(" ")
        elif name == "sym":
            self.text(_symbol(attributes))

    def end(self, name: str) -> None:
        """Ends a paragraph, cell, row or table, whose line is then whole."""
        self._end_loose()
        if name in _PARAGRAPHS and self.paragraphs:
            self._end_paragraph(self.paragraphs.pop())
        elif name in _CELLS and self.rows:
            self.rows[-1].open -= 1
        elif name in _ROWS and self.rows:
            self._end_row(self.rows.pop())
        elif name in _TABLES:
            self.tables -= 1
            self._end_table()
        elif name in _ITEMS:
            self.items -= 1

    def text(self, data: str) -> None:
        """Text of the innermost paragraph, or beside all."""
        (self.paragraphs[-1] if self.paragraphs else self.loose).append(data)

    def _end_loose(self) -> None:
        """Text outside of paragraphs ends where an element begins or ends."""
        if self.loose:
            text = "".join(self.loose)
            self.loose.clear()
            self._say(text)

    def _end_paragraph(self, pieces: list[str]) -> None:
        mark, *texts = pieces
        text = "".join(texts)
        self._say(text if self._in_cell() or not text.strip() else mark + text)

    def _end_row(self, ended: _Row) -> None:
        cells = [" ".join(pieces) for pieces in ended.cells]
        if not any(map(str.strip, cells)):
            return
        if not self.rows:
            self._add(row(cells))
            return
        self.later.append(row(cells))
        if len(self.rows) <= _OUTER_ROWS:
            self._say(" ".join(cells))

    def _end_table(self) -> None:
        if not self.rows:
            self.finish()

    def finish(self) -> None:
        """Tells what waits for the end of a table."""
        for line in ("", *self.later, ""):
            self._add(line)
        self.later.clear()

    def _in_cell(self) -> bool:
        return bool(self.rows and self.rows[-1].open)

    def _say(self, text: str) -> None:
        if not text.strip():
            return
        if self._in_cell():
            self.rows[-1].cells[-1].append(text)
        elif self.rows:
            self.later.append(text)
        else:
            self._add(text)

    def aside(self, text: str) -> None:
        """What is said beside the text, of a picture or a link."""
        if self.rows or self.tables:
            self.later.append(text)
        else:
            self._add(text)

    def _add(self, line: str) -> None:
        self.budget.read(len(line))
        self.draft.add(line)


def _symbol(attributes: Mapping[str, str]) -> str:
    """The sign that Word was told to insert from a font; those of symbol fonts stand in the private area, with the letters' own codes."""
    code = next((value for key, value in attributes.items() if local(key) == "char"), "")
    if not _SYMBOL.fullmatch(code):
        return ""
    number = int(code, 16)
    sign = chr(number - _PRIVATE.start if number in _PRIVATE else number)
    return sign if sign.isprintable() else ""
