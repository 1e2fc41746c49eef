"""The automatic record number of a disclosure, written into its file as 编号."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.catalog.disclosures import automatic_number
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import Source
from noticeboard.fixing.edits import PlacedEdit
from noticeboard.problems import Edit

_KEYS = ("编号", "number")


def number_edits(
    document: Document, source: Source, lines: Sequence[str], settings: Settings
) -> Iterator[PlacedEdit]:
    """The edit that gives a disclosure without a 编号 the number under which the ledger shows it; at most one."""
    if not isinstance(document, Disclosure) or document.number:
        return
    category = next(known for known in settings.categories if known.title == document.category)
    number = automatic_number(document, category)
    empty = next((entry for entry in source.header.entries if entry.key in _KEYS), None)
    if empty is not None:
        line = lines[empty.key_line - 1]
        yield PlacedEdit(empty.key_line, Edit(len(line.rstrip()) + 1, len(line) + 1, f" {number}"), "number")
        return
    # Before the second line of dashes, as far to the right as the other keys.
    indent = " " * (source.header.entries[0].key_column - 1)
    fence = source.body_line - 1
    yield PlacedEdit(fence, Edit(1, 1, f"{indent}编号: {number}\n"), "number")
