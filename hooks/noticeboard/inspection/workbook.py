"""The sheets of a workbook (xlsx): every cell, and which sheets, rows and columns do not show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from noticeboard.inspection.passages import Passage, row
from noticeboard.inspection.xml_parts import lines_of, local, parse

_PLACE = re.compile(r"([A-Z]{1,3})[0-9]+")
_MOST_COLUMNS = 1024
_WHOLE = re.compile(r"-?[0-9.]+(?:[eE][+-]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the workbook says of a sheet."""

    name: str
    hidden: bool


def sheets_of(workbook: bytes, relations: bytes) -> Mapping[str, Sheet]:
    """The part's name (``worksheets/sheet1.xml``) → the sheet in it."""
    targets = {
        element.get("Id"): element.get("Target", "").removeprefix("/xl/") for element in parse(relations)
    }
    found = {}
    for element in parse(workbook).iter():
        if local(element.tag) == "sheet":
            key = next((value for name, value in element.attrib.items() if local(name) == "id"), None)
            hidden = element.get("state", "visible") != "visible"
            found[targets.get(key, "")] = Sheet(element.get("name", ""), hidden)
    return found


def strings_of(shared: bytes) -> tuple[str, ...]:
    """The strings that cells refer to by number."""
    return tuple(
        "".join(part.text or "" for part in element.iter() if local(part.tag) == "t")
        for element in parse(shared)
        if local(element.tag) == "si"
    )


def read_sheet(part: bytes, sheet: Sheet, strings: Sequence[str], used: set[int]) -> Iterator[Passage]:
    """Its rows, then all else that it says (heads and feet of pages, rules for input). Adds to `used` which strings it takes."""
    root = parse(part)
    hidden_columns: set[int] = set()
    lines, places = [], []
    width = 0
    for element in root.iter():
        name = local(element.tag)
        if name == "col" and _is_hidden(element):
            last = min(int(element.get("max", 0)), _MOST_COLUMNS)
            hidden_columns |= set(range(int(element.get("min", 0)), last + 1))
        elif name == "row":
            cells = _cells(element, strings, used)
            if cells:
                number = element.get("r") or str(len(lines) + 1)
                lines.append(row(cells))
                places.append(f"第 {number} 行" + ("（隐藏）" if _is_hidden(element) else ""))
                width = max(width, len(cells))
    title = f"工作表“{sheet.name}”" + ("（隐藏）" if sheet.hidden else "")
    columns = tuple(
        f"{letters_of(index)} 列" + ("（隐藏）" if index in hidden_columns else "")
        for index in range(1, width + 1)
    )
    yield Passage(tuple(lines), title, tuple(places), columns)
    rest = [element for element in root if local(element.tag) != "sheetData"]
    yield Passage(tuple(line for element in rest for line in lines_of(element)), f"{title}的页眉、页脚等处")


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") in ("1", "true")


def _cells(element: Any, strings: Sequence[str], used: set[int]) -> list[str]:
    cells: list[str] = []
    for cell in element:
        if local(cell.tag) != "c":
            continue
        place = _PLACE.match(cell.get("r", ""))
        column = min(_number_of(place[1]) - 1, _MOST_COLUMNS) if place else len(cells)
        cells += [""] * (column - len(cells))
        cells.append(_value(cell, strings, used))
    return cells if any(cells) else []


def _value(cell: Any, strings: Sequence[str], used: set[int]) -> str:
    kind = cell.get("t", "n")
    written = "".join(element.text or "" for element in cell if local(element.tag) == "v")
    if kind == "s":
        index = int(written) if written.isdecimal() else -1
        used.add(index)
        return strings[index] if 0 <= index < len(strings) else ""
    if kind == "inlineStr":
        return "".join(part.text or "" for part in cell.iter() if local(part.tag) == "t")
    if kind == "n" and ("E" in written or "e" in written or "." in written) and _WHOLE.fullmatch(written):
        value = float(written)
        return str(int(value)) if abs(value) < 1e19 and value.is_integer() else written
    return written


def _number_of(letters: str) -> int:
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
