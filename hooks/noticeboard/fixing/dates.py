"""Dates of a front matter that an input method typed in full width, and other figures that it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from noticeboard.content import field_types
from noticeboard.content.documents import Document
from noticeboard.content.fields import names
from noticeboard.content.front_matter.nodes import Scalar
from noticeboard.content.source import Source
from noticeboard.fixing.edits import PlacedEdit
from noticeboard.problems import Edit, Fault
from noticeboard.times import read_datetime
from noticeboard.times.numerals import fold

_FIGURES = str.maketrans("０１２３４５６７８９", "0123456789")
_DATE_TYPES = (field_types.DATE, field_types.DATETIME)
_WITH_FIGURES = (field_types.PERIOD, field_types.NOTICE_PERIOD)


def date_edits(source: Source, lines: Sequence[str], kind: type[Document]) -> Iterator[PlacedEdit]:
    """The edits for a document of type `kind`: such dates become ``2026-03-08``, of the rest only the figures change.

    Every other way of writing a date is as good as that one (SPECIFICATION section 2) and stays. `lines` are the file's. A value that is not typed in one piece on its line is left alone.
    """
    fields = names(kind)
    for entry in source.header.entries:
        field, value = fields.get(entry.key), entry.value
        if field is None or not isinstance(value, Scalar) or not value.text:
            continue
        if field.kind in _DATE_TYPES:
            written = _one_form(value.text)
        elif field.kind in _WITH_FIGURES:
            written = value.text.translate(_FIGURES)
        else:
            continue
        start = value.column
        end = start + len(value.text)
        if written != value.text and lines[value.line - 1][start - 1 : end - 1] == value.text:
            yield PlacedEdit(value.line, Edit(start, end, written), "date-form")


def _one_form(text: str) -> str:
    """`text` as 2026-03-08 or 2026-03-08 16:20; unchanged when it is in half width, or cannot be read."""
    when = read_datetime(text)
    if fold(text) == text or isinstance(when, Fault):
        return text
    return f"{when:%Y-%m-%d %H:%M}" if isinstance(when, datetime) else when.isoformat()
