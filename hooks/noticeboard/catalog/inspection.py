"""What there is for each point of an inspection (SPECIFICATION section 19)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import is_corrected
from noticeboard.content.documents import Disclosure, Document, Register
from noticeboard.content.settings.inspection_settings import InspectionPoint
from noticeboard.times import Month, Period, read_period


@dataclass(frozen=True, slots=True)
class FilledPoint:
    """A point with the documents that fill it, newest first; none where nothing does."""

    asked: InspectionPoint
    documents: tuple[Document, ...]


def points_of(catalog: Catalog) -> tuple[FilledPoint, ...]:
    """All points in the settings' order."""
    return tuple(FilledPoint(point, tuple(_filling(catalog, point))) for point in catalog.settings.inspection)


def _filling(catalog: Catalog, point: InspectionPoint) -> Iterator[Document]:
    """What is dated ahead does not count, and what was corrected gives way to its correction."""
    for document in catalog.shown:
        is_there = document.date <= catalog.today and not is_corrected(catalog, document)
        if is_there and _fills(document, point):
            yield document


def _fills(document: Document, point: InspectionPoint) -> bool:
    return (
        point.type in (None, document.label)
        and (not point.category or (isinstance(document, Disclosure) and document.category == point.category))
        and (not point.register_kind or _is_of_class(document, point.register_kind))
        and (not point.tag or point.tag in document.tags)
        and (not point.period or _lies_in(document, point.period))
    )


def _is_of_class(document: Document, name: str) -> bool:
    return isinstance(document, Register) and document.register_kind == name


def _lies_in(document: Document, text: str) -> bool:
    """Whether its period shares a month with the one that is asked for; of what has none, its date."""
    asked, own = read_period(text), getattr(document, "period", None)
    months: tuple[Month, ...] = own.months if isinstance(own, Period) else (document.month,)
    return isinstance(asked, Period) and any(month in asked for month in months)
