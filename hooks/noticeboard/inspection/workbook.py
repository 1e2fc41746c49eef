"""The sheets of a workbook (xlsx): every cell, and which sheets, rows and columns do not show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from noticeboard.inspection.passages import Budget, NotRead, PassageBuilder, TextPassage, row
from noticeboard.inspection.xml_parts import Lines, local, parse
from noticeboard.patterns import pattern_of

_PLACE = pattern_of(r"([A-Z]{1,3})[0-9]+")
_MOST_COLUMNS = 16_384
"""As many as a sheet can have: XFD."""
_WHOLE = pattern_of(r"-?[0-9.]{1,40}(?:[eE][+-]?[0-9]{1,3})?")
_NUMBER = pattern_of(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """What the workbook says of a sheet."""

    name: str
    hidden: bool

    @property
    def title(self) -> str:
        """What it is called in words, and whether it is hidden."""
        return f"工作表“{self.name}”" + ("（隐藏）" if self.hidden else "")


def sheets_of(
    workbook: Iterable[bytes], relations: Iterable[bytes], budget: Budget
) -> Mapping[str, WorkbookSheet]:
    """The part's name (``worksheets/sheet1.xml``) → the sheet in it."""
    targets = {
        attributes.get("Id"): attributes.get("Target", "").removeprefix("/xl/")
        for _, attributes in _elements(relations, budget)
    }
    found = {}
    for name, attributes in _elements(workbook, budget):
        if name == "sheet":
            key = next((value for name, value in attributes.items() if local(name) == "id"), None)
            hidden = attributes.get("state", "visible") != "visible"
            found[targets.get(key, "")] = WorkbookSheet(attributes.get("name", ""), hidden)
    return found


@dataclass(slots=True)
class _Elements:
    found: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.found.append((name, attributes))

    def end(self, name: str) -> None: ...

    def text(self, data: str) -> None: ...


def _elements(pieces: Iterable[bytes], budget: Budget) -> Iterator[tuple[str, Mapping[str, str]]]:
    elements = _Elements()
    for _ in parse(pieces, elements, budget):
        yield from elements.found
        elements.found.clear()


def strings_of(shared: Iterable[bytes], budget: Budget) -> tuple[str, ...]:
    """The strings that cells refer to by number."""
    strings = _Strings()
    for _ in parse(shared, strings, budget):
        pass
    return tuple(strings.found)


@dataclass(slots=True)
class _Strings:
    found: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    is_open: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.is_open = name == "t"
        if name == "si":
            self.pieces.clear()

    def end(self, name: str) -> None:
        self.is_open = False
        if name == "si":
            self.found.append("".join(self.pieces))

    def text(self, data: str) -> None:
        if self.is_open:
            self.pieces.append(data)


_MOST_FORMULAS = 5000
"""Of a sheet, that differ."""


def read_sheet(
    part: Iterable[bytes], sheet: WorkbookSheet, strings: Sequence[str], used: set[int], budget: Budget
) -> Iterator[TextPassage]:
    """Its rows, then all else that it says (heads and feet of pages, rules for input). Adds to `used` which strings it takes."""
    reader = _SheetReader(sheet, strings, used, budget)
    try:
        for _ in parse(part, reader, budget):
            if reader.rows.is_full:
                yield reader.rows.take()
            if reader.rest.draft.is_full:
                yield reader.rest.draft.take()
    except NotRead:
        yield reader.rows.take()
        raise
    reader.rest.finish()
    yield reader.rows.take()
    yield reader.rest.draft.take()


class _SheetReader:
    """Puts the cells of ``sheetData`` into rows; the rest is read like any other part."""

    def __init__(self, sheet: WorkbookSheet, strings: Sequence[str], used: set[int], budget: Budget) -> None:
        self.rows = PassageBuilder(sheet.title, self._place_of_column)
        self.rest = Lines(PassageBuilder(f"{sheet.title}的页眉、页脚等处"), budget)
        self._strings, self._used, self._budget = strings, used, budget
        self._hidden: list[tuple[int, int]] = []
        self._is_data = False
        self._cells: list[str] = []
        self._number = 0
        self._row: Mapping[str, str] = {}
        self._cell: Mapping[str, str] | None = None
        self._written: list[str] = []
        self._inside = ""
        self._formulas: set[str] = set()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheetData":
            self._is_data = True
        elif name == "row":
            self._row = attributes
            self._number += 1
        elif name == "c":
            self._cell = attributes
            self._written.clear()
        elif name == "col" and _is_hidden(attributes):
            self._hidden.append((_whole(attributes.get("min")), _whole(attributes.get("max"))))
        elif not self._is_data:
            self.rest.start(name, attributes)
        self._inside = name

    def end(self, name: str) -> None:
        self._inside = ""
        if name == "sheetData":
            self._is_data = False
        elif name == "row":
            self._end_row()
        elif name == "c" and self._cell is not None:
            self._end_cell(self._cell)
        elif not self._is_data:
            self.rest.end(name)

    def text(self, data: str) -> None:
        if not self._is_data:
            self.rest.text(data)
        elif self._inside in ("v", "t"):
            self._written.append(data)
        elif (
            self._inside == "f"
            and '"' in data
            and len(self._formulas) < _MOST_FORMULAS
            and data not in self._formulas
        ):
            # A word in a formula stands in no cell: =IF(B2="李小兰", …).
            self._formulas.add(data)
            self.rest.aside(data)

    def _end_row(self) -> None:
        if any(self._cells):
            number = self._row.get("r", "")[:10] or str(self._number)
            line = row(self._cells)
            self._budget.read(len(line))
            self.rows.add(line, f"第 {number} 行" + ("（隐藏）" if _is_hidden(self._row) else ""))
        self._cells = []

    def _end_cell(self, cell: Mapping[str, str]) -> None:
        place = _PLACE.match(cell.get("r", ""))
        column = min(number_of(place[1]), _MOST_COLUMNS) - 1 if place else len(self._cells)
        missing = column - len(self._cells)
        if missing > 0:
            self._budget.step(missing)
            self._cells += [""] * missing
        self._cells.append(self._value(cell.get("t", "n"), "".join(self._written)))
        self._cell = None

    def _value(self, kind: str, written: str) -> str:
        if kind == "s":
            index = int(written) if _NUMBER.fullmatch(written) else -1
            if not 0 <= index < len(self._strings):
                return ""
            self._used.add(index)
            # Many cells may show one string.
            self._budget.read(len(self._strings[index]))
            return self._strings[index]
        if kind == "n" and ("E" in written or "e" in written or "." in written) and _WHOLE.fullmatch(written):
            return _shown(written)
        return written

    def _place_of_column(self, index: int) -> str:
        is_hidden = any(first <= index + 1 <= last for first, last in self._hidden)
        return f"{letters_of(index + 1)} 列" + ("（隐藏）" if is_hidden else "")


def _shown(written: str) -> str:
    """A number as the sheet shows it: without the point and the exponent it may be kept with."""
    try:
        value = float(written)
    except ValueError:
        return written
    return str(int(value)) if abs(value) < 1e19 and value.is_integer() else written


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return attributes.get("hidden") in ("1", "true")


def _whole(written: str | None) -> int:
    return int(written) if written and _NUMBER.fullmatch(written) else 0


def number_of(letters: str) -> int:
    """B → 2, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def letters_of(number: int) -> str:
    """2 → B, 27 → AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
