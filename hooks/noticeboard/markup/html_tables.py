"""Tables in raw HTML, as word processors and web pages leave them, as tables of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from noticeboard.markup.nodes import Cell, Html, Row, Table, Text

_SILENT = frozenset({"script", "style", "template", "svg", "noscript", "iframe", "object", "math"})
_MOST_COLUMNS = 50
"""What a cell may span: `colspan="99999"` is no wider."""


@dataclass(slots=True)
class _Cell:
    line: int
    column: int
    columns: int
    rows: int
    texts: list[Text] = field(default_factory=list)


_FREE = 0, _Cell(1, 1, 1, 1)
"""Of a place that no cell from above covers."""


def tables_in(block: Html, *, filled: bool = False) -> Iterator[Table]:
    """The tables of a block. The first row is the head; what a merged cell covers besides its first place is empty.

    In a head of several rows the lowest one says what a column is. Where tables are `filled`, a merged cell stands in
    all places that it covers. A text's line is exact; its column is where the text begins, or that of its tag where the tag came from elsewhere.
    """
    if "<td" not in block.html.lower():
        return
    parser = _TableParser(block)
    parser.feed(block.html)
    parser.close()
    for rows in parser.tables:
        if len(rows) > 1:
            depth = min(_depth(rows[0]), len(rows) - 1)
            head = list(_even_rows(rows, is_filled=True))[depth - 1] if depth > 1 else None
            first, *others = list(_even_rows(rows, is_filled=filled))[depth - 1 :]
            head = head or first
            yield Table(block.line, block.column, head, ("",) * len(head.cells), tuple(others), "html")


class _TableParser(HTMLParser):
    def __init__(self, block: Html) -> None:
        super().__init__(convert_charrefs=True)
        self.block = block
        self.tables: list[list[list[_Cell]]] = []
        self.open: list[list[list[_Cell]]] = []
        """The tables that are open, the innermost last."""
        self.cell: _Cell | None = None
        self.silent = ""

    def _place(self) -> tuple[int, int]:
        line, column = self.getpos()
        return self.block.line + line - 1, column + (self.block.column if line == 1 else 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.silent:
            return
        if tag in _SILENT:
            self.silent = tag
        elif tag == "table":
            self.open.append([])
            self.tables.append(self.open[-1])
        elif tag == "tr" and self.open:
            self.open[-1].append([])
            self.cell = None
        elif tag in ("td", "th") and self.open:
            if not self.open[-1]:
                self.open[-1].append([])
            spans = dict(attrs)
            self.cell = _Cell(*self._place(), _count(spans.get("colspan")), _count(spans.get("rowspan")))
            self.open[-1][-1].append(self.cell)

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            self.silent = "" if tag == self.silent else self.silent
        elif tag == "table" and self.open:
            self.open.pop()
            self.cell = None
        elif tag in ("td", "th"):
            self.cell = None
        elif tag in ("p", "div", "li") and self.cell and self.cell.texts:
            # Several paragraphs of a cell are several activities.
            last = self.cell.texts[-1]
            if last.text[-1:] not in "；;。，,、：:":
                self.cell.texts.append(Text(*self._place(), "；"))

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and self.cell and not self.silent:
            self.cell.texts.append(Text(*self._place(), text))


def _count(value: str | None) -> int:
    return min(int(value), _MOST_COLUMNS) if value and value.isdecimal() and int(value) else 1


def _depth(head: list[_Cell]) -> int:
    """How many rows a head has: those of its tallest cell where another cell of it spans columns."""
    return max(cell.rows for cell in head) if head and any(cell.columns > 1 for cell in head) else 1


def _even_rows(rows: list[list[_Cell]], *, is_filled: bool) -> Iterator[Row]:
    """Rows of as many cells each: where a merged cell goes on it stands again, or an empty one."""
    covered: dict[int, tuple[int, _Cell]] = {}
    even: list[tuple[_Cell | None, list[_Cell]]] = []
    for row in rows:
        cells: list[_Cell] = []
        waiting = list(row)
        own = row[0] if row else None
        while waiting or covered.get(len(cells), _FREE)[0]:
            place = len(cells)
            rest, above = covered.get(place, _FREE)
            if rest:
                covered[place] = rest - 1, above
                cells.append(above if is_filled else _empty_like(row))
                continue
            cell = waiting.pop(0)
            cells.append(cell)
            cells += [cell if is_filled else _empty_like(row)] * (cell.columns - 1)
            covered.update(dict.fromkeys(range(place, len(cells)), (cell.rows - 1, cell)))
        even.append((own, cells))
    width = max(len(cells) for _, cells in even)
    for own, cells in even:
        cells += [_empty_like(cells)] * (width - len(cells))
        first = own or (cells[0] if cells else None)
        line, column = (first.line, first.column) if first else (1, 1)
        yield Row(
            line, column, tuple(Cell(cell.line, cell.column, tuple(_texts(cell))) for cell in cells), width
        )


def _empty_like(row: list[_Cell]) -> _Cell:
    return _Cell(row[0].line, row[0].column, 1, 1) if row else _Cell(1, 1, 1, 1)


def _texts(cell: _Cell) -> list[Text]:
    return cell.texts[:-1] if cell.texts and cell.texts[-1].text == "；" else cell.texts
