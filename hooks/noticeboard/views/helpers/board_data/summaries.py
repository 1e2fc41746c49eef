"""What a summary has in the data beyond its declared fields."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.shortcomings import FollowUp
from noticeboard.content.documents import Summary
from noticeboard.views.helpers.board_data.values import Data, OwnKeys


class ShortcomingData(Data):
    """One thing that a summary says is not good enough."""

    text: str
    line: int = Field(ge=1)
    measure: str
    """What is to be done about it, or empty."""
    taken_up: list[str]
    """Addresses of the plans' items, or plans, that take it up."""


class SummaryKeys(OwnKeys):
    """What a summary has beyond its declared fields."""

    shortcomings: list[ShortcomingData]


def summary_keys(catalog: Catalog, summary: Summary) -> dict[str, Any]:
    """What it says is not good enough, and the plans that take it up."""
    return {"shortcomings": list(map(_shortcoming, catalog.follow_ups.get(summary.path, ())))}


def _shortcoming(found: FollowUp) -> ShortcomingData:
    return ShortcomingData(
        text=found.shortcoming.text,
        line=found.shortcoming.line,
        measure=found.shortcoming.measure,
        taken_up=[
            f"{taken.plan.address}#{taken.activity.anchor}" if taken.activity else taken.plan.address
            for taken in found.taken_up
        ],
    )
