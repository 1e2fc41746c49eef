"""What a register lists, in the data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import Field

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.dues import Due, DueState, dues_in
from noticeboard.content.documents import Register
from noticeboard.content.sections.register_items import RegisterItem
from noticeboard.views.helpers.board_data.values import Data, OwnKeys, PeriodData, period_data


class RegisterItemData(Data):
    """One thing that a register lists; what nobody wrote is empty or null."""

    name: str
    line: int = Field(ge=1)
    holder: str
    signed: date | None
    expires: date | None
    remind_on: date | None
    state: DueState | None
    """Null for what has no end, and in a public edition."""
    settled: str
    honour: str
    level: str
    year: PeriodData | None
    granted_by: str
    place: str
    result: str


class RegisterKeys(OwnKeys):
    """What a register has beyond its declared fields."""

    items: list[RegisterItemData]


def register_keys(catalog: Catalog, register: Register) -> dict[str, Any]:
    """Its items; where each stands is said inside only."""
    dues = tuple(dues_in(register, catalog.today)) if catalog.audience == "internal" else ()
    return {"items": [_item(item, dues) for item in register.items]}


def _item(item: RegisterItem, dues: Sequence[Due]) -> RegisterItemData:
    return RegisterItemData(
        name=item.name,
        line=item.line,
        holder=item.holder,
        signed=item.signed,
        expires=item.expires,
        remind_on=item.remind_on,
        state=next((due.state for due in dues if due.item is item), None),
        settled=item.settled,
        honour=item.honour,
        level=item.level,
        year=period_data(item.year) if item.year else None,
        granted_by=item.granted_by,
        place=item.place,
        result=item.result,
    )
