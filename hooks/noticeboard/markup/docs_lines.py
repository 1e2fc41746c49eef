"""The lines of a page of docs/ as officers write them → lines that Python-Markdown reads as we do (SPECIFICATION section 4).

Items of lists get the indentation and the markers that it knows, and a mark that stands for what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from noticeboard.markup.lists import Marker, read_box
from noticeboard.markup.scanner import FOOTNOTE, LineKind, ScannedLine, scan

MARK = re.compile("(?:- |1\\. )?\ufdd0([0-9]+)\ufdd1")
"""What an item's text begins with; a character that is in no text stands on both sides of a number."""
_UNSHOWN = re.compile("[\ufdd0-\ufdef]")
"""Characters that no page may hold (HTML standard, 13.1.4); the marks are some of them."""
_ODD_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""As in plans/ a blank takes their place (`odd-break`)."""
_QUOTE_SIGN = re.compile("^> ?")
_DEFINED = re.compile(r"\[[^\[\]]*\]:")


_AS_TYPED = frozenset({LineKind.CODE, LineKind.FENCE, LineKind.HTML, LineKind.BLANK})
_CODE_OR_ESCAPE = re.compile(r"(?<!`)(?P<code>`+)(?!`).+?(?<!`)(?P=code)(?!`)|\\(?P<escaped>.)")
_FENCE_LINE = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
_LANGUAGE = re.compile(r"[\w#.+-]*", re.ASCII)
_KNOWN_INFO = re.compile(
    r"""\.?[\w#.+-]*(?:[ ]+(?:title="[^"]*"|hl_lines="[\d -]+"|linenums="\d+(?:[ ]\d+){0,2}"))*|\{[ \w#.="-]*\}""",
    re.ASCII,
)
"""What the extensions for fenced code read behind a fence; with anything else they take it for no fence."""
_MOST_NESTED = 6
"""Notes and quotes inside each other that are looked into; deeper ones stay as typed."""


class Items:
    """The items of one page; their marks are places in `found`."""

    def __init__(self) -> None:
        self.found: list[tuple[Marker, bool | None, str]] = []
        """Marker, what its box says, and both as typed."""

    def add(self, row: ScannedLine, line: str) -> str:
        """The item's text behind its mark."""
        assert row.marker is not None  # An item's row has one.
        ticked, start = read_box(row.text)
        self.found.append((row.marker, ticked, line[row.marker.start : row.column + start]))
        return f"\ufdd0{len(self.found) - 1}\ufdd1{row.text[start:]}"

    def restored(self, text: str) -> str:
        """`text` with what was typed where nobody has made an item: inside raw HTML that is never closed."""
        return MARK.sub(lambda mark: self.found[int(mark[1])][2], text)


def rewritten(lines: Sequence[str], items: Items, *, footnotes: bool) -> list[str]:
    """The lines of a page; `footnotes` says whether Python-Markdown knows these."""
    clean = [_ODD_BREAK.sub(" ", _UNSHOWN.sub("", line)) for line in lines]
    return _Rewriter(clean, items, footnotes, 0).run()


class _Rewriter:
    def __init__(self, lines: Sequence[str], items: Items, footnotes: bool, nesting: int) -> None:
        self.lines = list(lines)
        self.items = items
        self.footnotes = footnotes
        self.nesting = nesting
        self.out: list[str] = []
        self.bases: dict[int, int] = {}
        """Items around → the columns at which their first further line began."""
        self.last: ScannedLine | None = None
        """The last row that is not blank."""
        self.fence = ""
        """That with which the last code began."""
        self.own = False
        """Whether that is a line of an item's own text."""
        self.aside = False
        """True within a list that is indented like code: it belongs to a block of some other extension."""

    def run(self) -> list[str]:
        rows = scan(self.lines, is_page=True)
        self._keep_escapes(rows)
        index = 0
        while index < len(rows):
            row = rows[index]
            if row.kind is LineKind.HELD or (row.kind is LineKind.QUOTE and row.depth == 0):
                index = self._held(rows, index)
                continue
            if row.kind is LineKind.BLANK:
                self.out.append(self.lines[row.index])
            else:
                self._line(row)
                self.own = row.kind is LineKind.ITEM or (
                    self.own and row.kind is LineKind.TEXT and not row.opens
                )
                self.last = row
            index += 1
        return self.out

    def _keep_escapes(self, rows: Sequence[ScannedLine]) -> None:
        """Python-Markdown looks for raw HTML before it looks for escapes."""
        for row in rows:
            if row.kind not in _AS_TYPED and "\\<" in self.lines[row.index]:
                self.lines[row.index] = _without_escapes(self.lines[row.index])
                row.text = _without_escapes(row.text)

    def _line(self, row: ScannedLine) -> None:
        line = self.lines[row.index]
        if row.kind is LineKind.FENCE:
            line, row.text = self._fenced(row, line), self._fenced(row, row.text)
        if row.kind is LineKind.ITEM and row.depth == 0:
            self.aside = _columns(line) >= 4
        if self.aside and (row.kind is LineKind.ITEM or row.depth):
            self.out.append(line)
        elif row.kind is LineKind.ITEM:
            self._item(row, line)
        elif row.depth:
            self._inside(row, line)
        else:
            self._outside(row, line)

    def _item(self, row: ScannedLine, line: str) -> None:
        self._part(tight=self.own)
        self.bases = {depth: base for depth, base in self.bases.items() if depth <= row.depth}
        sign = "- " if row.marker is None or row.marker.number is None else "1. "
        self.out.append(f"{' ' * 4 * row.depth}{sign}{self.items.add(row, line)}")

    def _part(self, *, tight: bool) -> None:
        """Sees that no blank line stands before an item, or that one does."""
        if tight:
            while self.out and not self.out[-1].strip():
                self.out.pop()
        elif self.out and self.out[-1].strip():
            self.out.append("")

    def _inside(self, row: ScannedLine, line: str) -> None:
        columns = _columns(line)
        base = self.bases.setdefault(row.depth, columns)
        if row.opens:
            self._part(tight=False)
        if row.kind in (LineKind.CODE, LineKind.FENCE):
            code = row.text if row.kind is LineKind.FENCE else f"    {row.text}"
            self.out.append(f"{' ' * 4 * row.depth}{code}" if code.strip() else "")
            return
        self.out.append(" " * (4 * row.depth + max(0, columns - base)) + line.lstrip())

    def _outside(self, row: ScannedLine, line: str) -> None:
        if _is_listed(self.last):
            self._part(tight=False)
        is_text = row.kind is LineKind.TEXT or (
            row.kind is LineKind.HOLDER and not self.footnotes and FOOTNOTE.match(row.text)
        )
        # Python-Markdown would take any text behind it for an address, and show none of it.
        escaped = is_text and _DEFINED.match(row.text)
        self.out.append(f"{line[: row.column]}\\{row.text}" if escaped else line)

    def _fenced(self, row: ScannedLine, line: str) -> str:
        """A line of fenced code, whose fences look as Python-Markdown wants them: alike, and with nothing behind but a language."""
        found = _FENCE_LINE.match(row.text)
        if row.opens and found:
            self.fence = found["fence"]
            info = found["info"].strip()
            known = _KNOWN_INFO.fullmatch(info)
            language = _LANGUAGE.match(info)
            kept = info if known or language is None else language[0]
            return f"{line[: len(line) - len(line.lstrip())]}{self.fence} {kept}".rstrip()
        if found and found["fence"].startswith(self.fence) and not found["info"].strip():
            return f"{line[: len(line) - len(line.lstrip())]}{self.fence}"
        return line

    def _held(self, rows: Sequence[ScannedLine], index: int) -> int:
        """What stands in a note or a quote is a page of its own."""
        kind, end = rows[index].kind, index
        while end < len(rows) and rows[end].kind is kind:
            end += 1
        texts = [
            row.text if kind is LineKind.HELD else _QUOTE_SIGN.sub("", row.text) for row in rows[index:end]
        ]
        if kind is LineKind.QUOTE and _is_listed(self.last):
            self._part(tight=False)
        self.last, self.own = rows[end - 1], False
        held = texts
        if self.nesting < _MOST_NESTED:
            held = _Rewriter(texts, self.items, self.footnotes, self.nesting + 1).run()
        sign = "    " if kind is LineKind.HELD else "> "
        self.out += [f"{sign}{line}" if line or kind is LineKind.QUOTE else "" for line in held]
        return end


def _without_escapes(line: str) -> str:
    """`line` with `&lt;` for `\\<`, but for code."""
    return _CODE_OR_ESCAPE.sub(lambda found: "&lt;" if found["escaped"] == "<" else found[0], line)


def _is_listed(row: ScannedLine | None) -> bool:
    return row is not None and (row.kind is LineKind.ITEM or row.depth > 0)


def _columns(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip(" "))
