"""A field's value as it stands in board.json (SPECIFICATION section 7)."""

from __future__ import annotations

from datetime import date
from functools import singledispatch
from typing import Any

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.dues import dues_in
from noticeboard.content.amounts import Amount
from noticeboard.content.documents import Document
from noticeboard.content.field_types import Attachment, Count, Issue, LeadTime, Reference, Round
from noticeboard.content.funds import FundLine
from noticeboard.content.notice_period import NoticePeriod
from noticeboard.content.register_items import RegisterItem
from noticeboard.times import Period
from noticeboard.views.helpers.addresses import (
    file_address,
)
from noticeboard.views.helpers.board_data import (
    AmountData,
    CountData,
    FileData,
    FundData,
    IssueData,
    NoticePeriodData,
    PeriodData,
    RegisterItemData,
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
def _(value: LeadTime, catalog: Catalog, document: Document) -> str:
    return value.text


@value_in_data.register
def _(value: Issue, catalog: Catalog, document: Document) -> IssueData:
    return IssueData(
        text=value.text,
        series=value.series,
        year=value.year,
        numbers=list(value.numbers),
        is_running=value.is_running,
    )


@value_in_data.register
def _(value: FundLine, catalog: Catalog, document: Document) -> FundData:
    numbers = (value.budget, value.actual, value.difference, value.percent)
    budget, actual, difference, percent = (None if it is None else float(it) for it in numbers)
    return FundData(
        name=value.name,
        line=value.line,
        table=value.table,
        budget=budget,
        actual=actual,
        difference=difference,
        percent=percent,
        unit=value.unit,
        opinion=value.opinion,
        is_total=value.is_total,
    )


def item_data(item: RegisterItem, catalog: Catalog, document: Document) -> RegisterItemData:
    """What a register lists; where it stands is said inside only."""
    dues = dues_in(document, catalog.today) if catalog.audience == "internal" else ()
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
        year=value_in_data(item.year, catalog, document),
        granted_by=item.granted_by,
        place=item.place,
        result=item.result,
    )


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
