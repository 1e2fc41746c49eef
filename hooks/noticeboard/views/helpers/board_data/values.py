"""Values of fields as they stand in board.json (SPECIFICATION section 7)."""

from __future__ import annotations

from datetime import date
from functools import singledispatch
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Document
from noticeboard.content.field_types import Attachment, Count, Issue, LeadTime, Reference, Round
from noticeboard.content.field_types.rounds import Satisfaction
from noticeboard.content.notice_period import NoticePeriod
from noticeboard.content.quantities.amounts import Amount
from noticeboard.times import Period
from noticeboard.views.helpers.addresses import file_address
from noticeboard.views.helpers.facts import referred


class Data(BaseModel):
    """What every model of the data is."""

    # Most commands never write the data, and need not wait for its models.
    model_config = ConfigDict(extra="forbid", defer_build=True)


class OwnKeys(Data):
    """What a document of some type has beyond its Document: its own fields come behind."""

    document: str


class PeriodData(Data):
    """From one month to another, both included: `2026-01` to `2026-12`."""

    start: str = Field(pattern=r"^\d{4}-\d{2}$")
    end: str = Field(pattern=r"^\d{4}-\d{2}$")


class FileData(Data):
    """An attachment: what readers see, and its address below the site's root."""

    name: str
    url: str


class AmountData(Data):
    """One target of a plan, or one result of a summary or a disclosure."""

    name: str
    text: str
    """As written, with its unit."""
    number: float | None
    """It has fifteen digits at most, which a float gives back as they are."""
    unit: str
    approximate: bool
    comparison: str
    per: str
    """For each of what it is counted: 每人, 每月; empty when in all."""


class RoundData(Data):
    """A further answer to a proposal whose proposer was not content."""

    answered: date
    satisfaction: Satisfaction | None


class CountData(Data):
    """How many of something."""

    name: str
    text: str
    """The name as written."""
    number: int = Field(ge=0)


class IssueData(Data):
    """The number of an issue of a newsletter."""

    text: str
    """As written."""
    series: str
    """The newsletter's name where it was written with the number."""
    year: int | None
    numbers: list[int]
    """Several for issues that came as one."""
    is_running: bool
    """Whether it is counted through all years."""


class NoticePeriodData(Data):
    """A notice period, both days included."""

    start: date
    end: date


def period_data(value: Period) -> PeriodData:
    """Its first and its last month."""
    return PeriodData(start=str(value.start), end=str(value.end))


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
    return period_data(value)


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
