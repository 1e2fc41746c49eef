"""Rewrites a body so that Python-Markdown reads it as the scanner did.

Every heading and item (and, where no other extension reads them, every block of code and raw HTML)
becomes a block that begins with a mark: the number of its piece between two characters that no text contains.
Items are indented by four spaces a level, and blocks are parted by blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from noticeboard.markup.scanner import Kind, Row, scan

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
MARK = re.compile(rf"{_OPEN}([0-9]+){_CLOSE}")
_NONCHARACTERS = str.maketrans("", "", _OPEN + _CLOSE)
_INDENT = "    "
_MAX_NESTING = 6
"""Quotes and admonitions inside each other that are looked into."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a mark stands for."""

    row: Row
    line: int
    """0-based line of the body; -1 inside a quote, an admonition or a footnote, which hold no activities."""
    lines: tuple[str, ...] = ()
    """The lines of code or raw HTML."""
    written: str = ""
    """What the officer typed where the mark stands."""


class Canonical:
    """One body's rewriting: `lines` for Python-Markdown and `pieces` for the marks in them."""

    def __init__(self, lines: Sequence[str], *, whole: bool) -> None:
        self.whole = whole
        self.pieces: list[Piece] = []
        self.shift = 0
        """By how much headings go down a level: in a body the first level is the page's own title."""
        if any(_OPEN in line or _CLOSE in line for line in lines):
            lines = [line.translate(_NONCHARACTERS) for line in lines]
        self.lines = [*self._rewrite(lines, 0), "", ""]

    def piece_of(self, block: str) -> Piece | None:
        """The piece whose mark `block` begins with."""
        mark = MARK.match(block)
        return self.pieces[int(mark[1])] if mark and int(mark[1]) < len(self.pieces) else None

    def restored(self, html: str) -> str:
        """`html` with the marks that nobody read turned back into what the officer typed."""
        if _OPEN not in html:
            return html
        return MARK.sub(lambda mark: self.pieces[int(mark[1])].written, html).translate(_NONCHARACTERS)

    def _rewrite(self, lines: Sequence[str], nesting: int) -> list[str]:
        rows = scan(lines)
        out: list[str] = []
        index = 0
        while index < len(rows):
            row = rows[index]
            kind = row.kind
            if kind is Kind.BLANK:
                if out and out[-1]:
                    out.append("")
                index += 1
                continue
            if row.opens and out and out[-1]:
                out.append("")
            pad = _INDENT * row.depth
            after = index + 1
            if kind is Kind.TEXT:
                out.append(pad + row.text)
            elif kind is Kind.ITEM:
                line = lines[row.index]
                mark = self._mark(
                    Piece(row, -1 if nesting else row.index, (), line[row.marker.start : row.column])
                )
                out.append(pad + mark + row.text)
            elif kind is Kind.HEADING:
                self.shift = max(self.shift, int(self.whole and row.level == 1))
                out += [self._mark(Piece(row, row.index, (), lines[row.index])), ""]
            elif kind is Kind.LABEL:
                out += [pad + row.text, ""]
            elif kind is Kind.RULE:
                out += [pad + "---", ""]
            elif kind is Kind.HOLDER:
                after = _run(rows, index, Kind.HELD)
                out.append(row.text)
                held = [lines_row.text for lines_row in rows[index + 1 : after]]
                out += [_INDENT + line if line else "" for line in self._inside(held, nesting)]
            elif kind is Kind.QUOTE:
                after = _run(rows, index, Kind.QUOTE)
                quoted = [_unquoted(quote.text) for quote in rows[index:after]]
                out += [f"{pad}> {line}" for line in self._inside(quoted, nesting)]
            else:
                after = _run(rows, index, kind) if kind is not Kind.CODE else _code_run(rows, index)
                block = [raw.text for raw in rows[index:after]]
                if self.whole:
                    out.append(pad + self._mark(Piece(row, -1, tuple(block))))
                elif kind is Kind.FENCE:
                    out += [pad + line for line in block]
                elif kind is Kind.CODE:
                    out += [pad + _INDENT + line if line else "" for line in block]
                else:
                    out += block
                out.append("")
            index = after
        while out and not out[-1]:
            out.pop()
        return out

    def _inside(self, lines: Sequence[str], nesting: int) -> list[str]:
        """The lines inside a quote or an admonition; below the deepest level quotes are taken for text."""
        if nesting < _MAX_NESTING:
            return self._rewrite(lines, nesting + 1)
        return [line.lstrip("> ") for line in lines]

    def _mark(self, piece: Piece) -> str:
        self.pieces.append(piece)
        return f"{_OPEN}{len(self.pieces) - 1}{_CLOSE}"


def _run(rows: Sequence[Row], start: int, kind: Kind) -> int:
    """The end of the rows that belong to the block that begins at `start`."""
    end = start + 1
    while end < len(rows) and rows[end].kind is kind and (kind is Kind.QUOTE or not rows[end].opens):
        end += 1
    return end


def _code_run(rows: Sequence[Row], start: int) -> int:
    """The end of indented code, which goes on behind blank lines."""
    end = after = start + 1
    while after < len(rows) and rows[after].kind in (Kind.CODE, Kind.BLANK):
        after += 1
        if rows[after - 1].kind is Kind.CODE:
            end = after
    return end


def _unquoted(text: str) -> str:
    if not text.startswith(">"):
        return text
    return text[2:] if text.startswith("> ") else text[1:]
