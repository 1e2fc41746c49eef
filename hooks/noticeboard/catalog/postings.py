"""Where the paper of a disclosure hung, from when until when, by whom: rows of registers (SPECIFICATION section 18).

They stand in a register and not on the disclosure, whose text must not change while it hangs: its code is on the paper.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import records_of
from noticeboard.catalog.relations import path_of_link
from noticeboard.content.documents import Disclosure, Register
from noticeboard.content.sections.table_rows import TableRow, rows_under
from noticeboard.problems import Fault
from noticeboard.times import read_date

_COLUMNS = {
    "posted": re.compile(r"(?:贴上|张贴|贴出)(?:日期|时间|日)?"),
    "taken_down": re.compile(r"(?:撤下|取下|撤除)(?:日期|时间|日)?"),
    "place": re.compile(r"(?:张贴)?(?:地点|位置)"),
    "matter": re.compile(r"公开|公示|事由|事项|文件|编号|内容|标题"),
    "who": re.compile(r"张贴人|经办人|经办|谁贴的"),
    "photo": re.compile(r"照片|图片|留影"),
}
_KEYS = ("posted",)


@dataclass(frozen=True, slots=True)
class Posting:
    """One place where a disclosure hung, as its officers wrote it."""

    register: Register
    line: int
    column: int
    disclosure: Disclosure | None
    """None where the row names none that is on the board."""
    matter: str
    """What the row calls it."""
    place: str
    posted: date | None
    """None where the day cannot be read."""
    taken_down: date | None
    """None while it hangs, and where nobody wrote it."""
    who: str
    photo: str
    """Path of a picture that the row shows or links to, below the repository root; empty without one."""
    faults: tuple[str, ...] = ()
    """What could not be read, in Chinese."""


def postings_of(catalog: Catalog) -> Iterator[Posting]:
    """Every row of every register that says when something was posted."""
    registers = [register for register in catalog.of_type(Register) if "posted" in _heads(register)]
    if not registers:
        return
    named = {
        name: record.document
        for record in records_of(catalog)
        for name in (record.number, record.document.title)
    }
    for register in registers:
        for row in rows_under(register.tree, _COLUMNS, _KEYS):
            yield _posting(catalog, register, row, named)


def postings_by_disclosure(catalog: Catalog) -> Mapping[str, tuple[Posting, ...]]:
    """Path of a disclosure → where it hung, the first to be hung first; only what could be read."""
    found: dict[str, list[Posting]] = defaultdict(list)
    for posting in postings_of(catalog):
        if posting.disclosure and not posting.faults:
            found[posting.disclosure.path].append(posting)
    return {path: tuple(sorted(those, key=lambda it: it.posted or date.max)) for path, those in found.items()}


def _heads(register: Register) -> set[str]:
    return {name for row in rows_under(register.tree, _COLUMNS, _KEYS) for name in row.heads}


def _posting(catalog: Catalog, register: Register, row: TableRow, named: Mapping[str, Disclosure]) -> Posting:
    cells = {name: row.cells.get(name, "") for name in _COLUMNS}
    disclosure, photo = named.get(cells["matter"].strip("《》")), ""
    for link in register.links:
        path = path_of_link(register, link.target) if link.line == row.line else None
        linked = catalog.by_path.get(path or "")
        if isinstance(linked, Disclosure):
            disclosure = linked
        elif path in catalog.files.attachments:
            photo = path or ""
    posted, taken_down = _day(cells["posted"]), _day(cells["taken_down"])
    faults = []
    if disclosure is None:
        faults.append(f"没有编号或标题是“{cells['matter']}”的公开，也没有连到它的链接")
    if not cells["place"]:
        faults.append("没有写贴在哪里")
    if posted is None:
        faults.append(f"贴上的日子“{cells['posted']}”读不成")
    if cells["taken_down"] and taken_down is None:
        faults.append(f"撤下的日子“{cells['taken_down']}”读不成")
    if posted and taken_down and taken_down < posted:
        faults.append("撤下的日子早于贴上的日子")
    return Posting(
        register, row.line, row.column, disclosure, cells["matter"], cells["place"], posted, taken_down,
        cells["who"], photo, tuple(faults),
    )  # fmt: skip


def _day(text: str) -> date | None:
    day = read_date(text) if text else None
    return day if isinstance(day, date) and not isinstance(day, Fault) else None
