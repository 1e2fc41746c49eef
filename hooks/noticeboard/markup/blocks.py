"""The rows of a body → the tree of its blocks (SPECIFICATION section 4).

A block is made when all rows are read: only then it is known which names of links and footnotes are defined. So what is
kept for one until then is a function that makes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from noticeboard.markup import nodes
from noticeboard.markup.enclosures import held_open
from noticeboard.markup.inline import Definition, Piece, name_key, parted, read_inline
from noticeboard.markup.lists import Marker, MarkerStyle, read_box
from noticeboard.markup.paragraph_tags import without_paragraph_tags
from noticeboard.markup.scanner import ADMONITION, DEFINITION, FOOTNOTE, LineKind, ScannedLine, lines_of, scan
from noticeboard.markup.signatures import with_signature
from noticeboard.markup.tables import read_table

Make = Callable[[], nodes.Block]
Line = tuple[int, int, str]
"""1-based line and column in the file, and the text from there on."""

_MOST_NESTED = 6
"""Quotes, notes and elements inside each other that are looked into; deeper ones are text."""


def read_blocks(text: str, first_line: int = 1) -> nodes.Blocks:
    """The blocks of a body; `first_line` is the number of its first line in its file."""
    names = _Names()
    lines = without_paragraph_tags(
        [(number, 1, line) for number, line in enumerate(lines_of(text), first_line)]
    )
    return with_signature(_made(_BlockReader(lines, names, 0).read()))


def _made(makes: Iterable[Make]) -> nodes.Blocks:
    return tuple(make() for make in makes)


class _Names:
    """What the whole body defines."""

    def __init__(self) -> None:
        self.links: dict[str, Definition] = {}
        self.notes: set[str] = set()

    def define(self, text: str) -> None:
        found = DEFINITION.match(text)
        assert found is not None  # The scanner has matched it.
        self.links.setdefault(name_key(found["name"]), parted(found["written"]))

    def parts(self, pieces: Sequence[Piece]) -> nodes.Parts:
        return read_inline(pieces, self.links, self.notes)


class _Level:
    """The body, or an item that is open: where its next block goes."""

    def __init__(self, makes: list[Make]) -> None:
        self._open = [("", makes)]
        """Elements of raw HTML that are open, outermost first."""

    @property
    def makes(self) -> list[Make]:
        return self._open[-1][1]

    @property
    def depth(self) -> int:
        return len(self._open) - 1

    def enter(self, name: str) -> list[Make]:
        makes: list[Make] = []
        self._open.append((name, makes))
        return makes

    def leave(self, name: str) -> None:
        """Closes the innermost element of that name, and those in it."""
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth][0] == name:
                del self._open[depth:]
                return


class _BlockReader:
    """Folds the rows of a body, or of what stands in a quote or a note."""

    def __init__(self, lines: Sequence[Line], names: _Names, nesting: int) -> None:
        self.lines = lines
        self.names = names
        self.nesting = nesting
        self.rows = scan([text for _, _, text in lines])
        self.levels = [_Level([])]
        self.root = self.levels[0].makes
        self.paragraph: list[Piece] | None = None
        """The one that the next line may go on with."""

    def read(self) -> list[Make]:
        index = 0
        while index < len(self.rows):
            row = self.rows[index]
            if row.kind is LineKind.TEXT and not row.opens and self.paragraph is not None:
                if row.breaks:
                    self.paragraph[-1] = _broken(self.paragraph[-1])
                self.paragraph.append(self._piece(row))
                index += 1
                continue
            self.paragraph = None
            index = _READERS[row.kind](self, index)
        return self.root

    def _piece(self, row: ScannedLine, start: int = 0) -> Piece:
        line, column, _ = self.lines[row.index]
        return line, column + row.column + start, row.text[start:]

    def _place(self, row: ScannedLine) -> tuple[int, int]:
        return self._piece(row)[:2]

    def _add(self, row: ScannedLine, make: Make) -> None:
        del self.levels[row.depth + 1 :]
        self.levels[-1].makes.append(make)

    def _inside(self, lines: Sequence[Line]) -> list[Make]:
        """What stands in a quote or a note; below the deepest level it is text."""
        if self.nesting < _MOST_NESTED:
            return _BlockReader(lines, self.names, self.nesting + 1).read()
        lines = [_stripped(line, ">") for line in lines]
        return [lambda: nodes.Paragraph(*lines[0][:2], self.names.parts(lines))]

    def _run(self, start: int) -> list[ScannedLine]:
        """The rows of the block that begins at `start`."""
        kind = self.rows[start].kind
        end = start + 1
        while (
            end < len(self.rows)
            and self.rows[end].kind is kind
            and (kind is LineKind.QUOTE or not self.rows[end].opens)
        ):
            end += 1
        return self.rows[start:end]

    def _blank(self, index: int) -> int:
        return index + 1

    def _text(self, index: int) -> int:
        row = self.rows[index]
        pieces = self.paragraph = [self._piece(row)]
        self._add(row, lambda: nodes.Paragraph(*pieces[0][:2], self.names.parts(pieces)))
        return index + 1

    def _label(self, index: int) -> int:
        row = self.rows[index]
        piece = self._piece(row)
        self._add(row, lambda: nodes.Label(*piece[:2], self.names.parts([piece]), len(row.text)))
        return index + 1

    def _heading(self, index: int) -> int:
        row = self.rows[index]
        line, column, text = self._piece(row)
        self._add(
            row,
            lambda: nodes.Heading(line, column, self.names.parts([(line, column, text)]), row.level, row.id),
        )
        return index + 1

    def _rule(self, index: int) -> int:
        row = self.rows[index]
        self._add(row, lambda: nodes.Rule(*self._place(row)))
        return index + 1

    def _definition(self, index: int) -> int:
        self.names.define(self.rows[index].text)
        return index + 1

    def _item(self, index: int) -> int:
        row = self.rows[index]
        assert row.marker is not None  # An item's row has one.
        del self.levels[row.depth + 1 :]
        makes = self.levels[-1].makes
        listing = makes[-1] if makes else None
        if not isinstance(listing, _OpenList) or listing.style is not row.marker.style:
            listing = _OpenList(row.marker.style)
            makes.append(listing)
        item = _OpenItem(row.marker, self.lines[row.index], self._piece(row), self.names)
        listing.items.append(item)
        self.levels.append(_Level(item.makes))
        self.paragraph = item.pieces
        return index + 1

    def _table(self, index: int) -> int:
        run = self._run(index)
        lines = [self._piece(row) for row in run]
        self._add(run[0], lambda: read_table(lines, self.names.parts))
        return index + len(run)

    def _quote(self, index: int) -> int:
        run = self._run(index)
        makes = self._inside([_unquoted(self._piece(row)) for row in run])
        self._add(run[0], lambda: nodes.Quote(*self._place(run[0]), _made(makes)))
        return index + len(run)

    def _code(self, index: int) -> int:
        """Indented code goes on behind blank lines."""
        row = self.rows[index]
        end = after = index + 1
        while after < len(self.rows) and self.rows[after].kind in (LineKind.CODE, LineKind.BLANK):
            after += 1
            if self.rows[after - 1].kind is LineKind.CODE:
                end = after
        text = "".join(f"{line.text}\n" for line in self.rows[index:end])
        self._add(row, lambda: nodes.Code(*self._place(row), text))
        return end

    def _fence(self, index: int) -> int:
        run = self._run(index)
        text = "".join(f"{line.text}\n" for line in run[1:-1])
        self._add(run[0], lambda: nodes.Code(*self._place(run[0]), text))
        return index + len(run)

    def _html(self, index: int) -> int:
        run = self._run(index)
        html = "\n".join(row.text for row in run)
        line, column, _ = self.lines[run[0].index]
        del self.levels[run[0].depth + 1 :]
        level = self.levels[-1]
        stripped = html.strip()
        if stripped.startswith("</"):
            level.leave(stripped[2:].rstrip("> ").lower())
        elif (name := held_open(stripped)) and level.depth + self.nesting < _MOST_NESTED:
            outer, makes = level.makes, level.enter(name)
            outer.append(lambda: nodes.HtmlElement(line, column, _made(makes), name, html))
        else:
            level.makes.append(lambda: nodes.Html(line, column, html))
        return index + len(run)

    def _holder(self, index: int) -> int:
        """A note with the indented lines below it, and of a footnote those that go on with its paragraph."""
        row = self.rows[index]
        end = index + 1
        while end < len(self.rows) and self.rows[end].kind is LineKind.HELD:
            end += 1
        note = FOOTNOTE.match(row.text)
        while (
            note
            and end < len(self.rows)
            and self.rows[end].kind is LineKind.TEXT
            and not self.rows[end].opens
        ):
            end += 1
        lines = [self._piece(held) for held in self.rows[index + 1 : end]]
        if note:
            self.names.notes.add(note["name"])
            makes = self._inside([self._piece(row, note.end()), *lines])
            self._add(row, lambda: nodes.Footnote(*self._place(row), _made(makes), note["name"]))
        else:
            found, makes = ADMONITION.match(row.text), self._inside(lines) if lines else []
            assert found is not None  # A holder is one of the two.
            kind, title = found["kind"], found["title"]
            self._add(
                row,
                lambda: nodes.Admonition(*self._place(row), _made(makes), kind, title),
            )
        return end


_READERS = {
    LineKind.BLANK: _BlockReader._blank,
    LineKind.TEXT: _BlockReader._text,
    LineKind.LABEL: _BlockReader._label,
    LineKind.ITEM: _BlockReader._item,
    LineKind.HEADING: _BlockReader._heading,
    LineKind.RULE: _BlockReader._rule,
    LineKind.TABLE: _BlockReader._table,
    LineKind.DEFINITION: _BlockReader._definition,
    LineKind.QUOTE: _BlockReader._quote,
    LineKind.CODE: _BlockReader._code,
    LineKind.FENCE: _BlockReader._fence,
    LineKind.HTML: _BlockReader._html,
    LineKind.HOLDER: _BlockReader._holder,
}
"""What reads the block that begins with a row; it gives the index of the row behind the block."""


class _OpenList:
    """A list whose items are still coming."""

    def __init__(self, style: MarkerStyle) -> None:
        self.style = style
        self.items: list[_OpenItem] = []

    def __call__(self) -> nodes.List:
        items = tuple(item.made() for item in self.items)
        return nodes.List(items[0].line, items[0].column, self.style, items)


class _OpenItem:
    """An item whose lines and blocks are still coming."""

    def __init__(self, marker: Marker, line: Line, piece: Piece, names: _Names) -> None:
        self.marker = marker
        self.place = (line[0], line[1] + marker.start)
        self.ticked, start = read_box(piece[2])
        self.pieces: list[Piece] = [(piece[0], piece[1] + start, piece[2][start:])]
        self.makes: list[Make] = []
        self.names = names

    def made(self) -> nodes.Item:
        parts = self.names.parts(self.pieces)
        return nodes.Item(*self.place, parts, self.marker, self.ticked, len(self.pieces), _made(self.makes))


def _broken(piece: Piece) -> Piece:
    """A line with the blanks that ask for a break behind it."""
    line, column, text = piece
    return line, column, f"{text.rstrip()}  "


def _stripped(line: Line, sign: str) -> Line:
    number, column, text = line
    rest = text.lstrip(f"{sign} ")
    return number, column + len(text) - len(rest), rest


def _unquoted(line: Line) -> Line:
    number, column, text = line
    length = 2 if text.startswith("> ") else 1 if text.startswith(">") else 0
    return number, column + length, text[length:]
