"""The units in the data, and what is due from them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from noticeboard.catalog.filings import Filing
from noticeboard.catalog.progress import Progress
from noticeboard.content.documents import Plan, Summary
from noticeboard.views.helpers.addresses import unit_address
from noticeboard.views.helpers.board_data.values import Data, PeriodData, period_data


class MissingData(Data):
    """A plan or a summary that is due and not there."""

    type: Literal["plan", "summary"]
    period: PeriodData | None
    """Null for a plan where none covers this month."""
    since: date
    """The first day on which it was late."""
    plan: str | None
    """The `id` of the plan that a summary should answer."""


class ProgressData(Data):
    """Counts of activities by what became of them."""

    due: int = Field(ge=0)
    """All but the cancelled ones and what recurs."""
    done: int = Field(ge=0)
    recorded: int = Field(ge=0)
    """Of the done ones those of which a summary, notice, disclosure or file tells."""
    late: int = Field(ge=0)
    cancelled: int = Field(ge=0)
    routine: int = Field(ge=0)


class UnitData(Data):
    """A unit, what it has filed and what is due from it."""

    name: str
    url: str
    parent: str
    plans: int = Field(ge=0)
    summaries: int = Field(ge=0)
    missing: list[MissingData]
    late: int = Field(ge=0)
    late_since: date | None
    own: ProgressData
    whole: ProgressData


def unit_data(filing: Filing) -> UnitData:
    """A unit with what it has filed."""
    return UnitData(
        name=filing.unit.name,
        url=unit_address(filing.unit),
        parent=filing.unit.parent,
        plans=filing.count(Plan),
        summaries=filing.count(Summary),
        missing=[
            MissingData(
                type="plan" if item.kind is Plan else "summary",
                period=period_data(item.period) if item.period else None,
                since=item.since,
                plan=item.plan.address if item.plan else None,
            )
            for item in filing.missing
        ],
        late=len(filing.late),
        late_since=filing.late_since,
        own=_progress(filing.progress),
        whole=_progress(filing.whole),
    )


def _progress(value: Progress) -> ProgressData:
    return ProgressData(
        due=value.due,
        done=value.done,
        recorded=value.recorded,
        late=value.late,
        cancelled=value.cancelled,
        routine=value.routine,
    )
