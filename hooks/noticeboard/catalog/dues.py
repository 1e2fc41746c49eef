"""What runs out on a day: contracts, insurances, terms of office, reviews (SPECIFICATION section 18)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import is_corrected
from noticeboard.content.documents import Disclosure, Document, Register, Service
from noticeboard.content.field_types.lead_times import USUAL
from noticeboard.content.sections.register_items import RegisterItem


class DueState(StrEnum):
    """Where something stands on the board's day."""

    OVERDUE = "overdue"
    """Its last day has passed, and nobody has said what came of it."""
    SOON = "soon"
    """The day of its reminder has come."""
    AHEAD = "ahead"
    SETTLED = "settled"
    """Somebody has said what came of it."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing with an end."""

    document: Document
    item: RegisterItem
    expires: date
    """Its last day."""
    remind_on: date
    state: DueState
    days: int
    """To its last day; less than nought when it has passed."""


def dues_of(catalog: Catalog) -> tuple[Due, ...]:
    """All that has an end, the soonest first."""
    found = (due for document in catalog.shown for due in dues_in(document, catalog.today))
    kept = (due for due in found if not is_corrected(catalog, due.document))
    return tuple(sorted(kept, key=lambda due: (due.expires, due.document.path, due.item.line)))


def waiting_in(catalog: Catalog) -> tuple[Due, ...]:
    """Those that are over or about to be, and nobody has dealt with."""
    return tuple(due for due in dues_of(catalog) if due.state in (DueState.OVERDUE, DueState.SOON))


def dues_in(document: Document, today: date) -> Iterator[Due]:
    """Those of one document, in its order."""
    for item in _items(document):
        if item.expires and item.remind_on:
            days = (item.expires - today).days
            yield Due(document, item, item.expires, item.remind_on, _state(item, days, today), days)


def _items(document: Document) -> tuple[RegisterItem, ...]:
    if isinstance(document, Register):
        return document.items
    if isinstance(document, Disclosure):
        remind, settled = document.remind or USUAL, document.settled or ""
        return (RegisterItem(document.title, expires=document.expires, remind=remind, settled=settled),)
    if isinstance(document, Service):
        return (RegisterItem(f"复核：{document.title}", expires=document.review_on),)
    return ()


def _state(item: RegisterItem, days: int, today: date) -> DueState:
    if item.settled:
        return DueState.SETTLED
    if days < 0:
        return DueState.OVERDUE
    return DueState.SOON if item.remind_on and item.remind_on <= today else DueState.AHEAD
