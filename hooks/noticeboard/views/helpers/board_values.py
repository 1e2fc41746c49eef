"""A field's value as it stands in board.json (SPECIFICATION section 7)."""

from __future__ import annotations

from datetime import date
from functools import singledispatch
from typing import Any

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.amounts import Amount
from noticeboard.content.documents import Document
from noticeboard.content.field_types import Attachment, Count, Reference, Round
from noticeboard.content.notice_period import NoticePeriod
from noticeboard.times import Period
from noticeboard.views.helpers.addresses import (
    file_address,
)
from noticeboard.views.helpers.board_data import (
    AmountData,
    CountData,
    FileData,
    NoticePeriodData,
    PeriodData,
    RoundData,
)
from noticeboard.views.helpers.facts import referred


def amount_data(value: Amount) -> AmountData:
    """A figure in the data."""
    return AmountData(
        name=value.name,
        text=value.text,
        number=None if value.number is None else float(value.number),
        unit=value.unit,
        approximate=value.approximate,
        comparison=value.comparison,
        per=value.per,
    )


@singledispatch
def value_in_data(value: object, catalog: Catalog, document: Document) -> Any:
    """A field's value as it stands in the data; None for a file or a document that is not on the board."""
    return value


@value_in_data.register
def _(value: date, catalog: Catalog, document: Document) -> str:
    return value.isoformat()


@value_in_data.register(tuple)
def _(value: tuple[Any, ...], catalog: Catalog, document: Document) -> list[Any]:
    parts = (value_in_data(part, catalog, document) for part in value)
    return [part for part in parts if part is not None]


@value_in_data.register
def _(value: Period, catalog: Catalog, document: Document) -> PeriodData:
    return PeriodData(start=str(value.start), end=str(value.end))


@value_in_data.register
def _(value: NoticePeriod, catalog: Catalog, document: Document) -> NoticePeriodData:
    return NoticePeriodData(start=value.start, end=value.end)


@value_in_data.register
def _(value: Amount, catalog: Catalog, document: Document) -> AmountData:
    return amount_data(value)


@value_in_data.register
def _(value: Count, catalog: Catalog, document: Document) -> CountData:
    return CountData(name=value.name, text=value.text, number=value.number)


@value_in_data.register
def _(value: Round, catalog: Catalog, document: Document) -> RoundData:
    return RoundData(answered=value.answered, satisfaction=value.satisfaction)


@value_in_data.register
def _(value: Attachment, catalog: Catalog, document: Document) -> FileData | None:
    if value.path not in catalog.files.attachments:
        return None
    return FileData(name=value.name, url=file_address(value.path))


@value_in_data.register
def _(value: Reference, catalog: Catalog, document: Document) -> str | None:
    found = referred(catalog, document, value)
    return found.address if found else None
