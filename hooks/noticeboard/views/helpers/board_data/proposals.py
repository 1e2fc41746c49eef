"""What a proposal has in the data beyond its declared fields."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.proposals import ProposalState
from noticeboard.content.documents import Proposal
from noticeboard.views.helpers.board_data.values import OwnKeys


class ProposalKeys(OwnKeys):
    """What a proposal has beyond its declared fields."""

    state: ProposalState
    """What has become of it on the edition's day."""
    last_day: date | None
    """For its answer: its 期限, else that of the settings."""
    days_late: int = Field(ge=0)
    """By which its answer came too late, or is late today."""


def proposal_keys(catalog: Catalog, proposal: Proposal) -> dict[str, Any]:
    """Where it stands on the edition's day."""
    case = catalog.cases[proposal.path]
    return {"state": case.state, "last_day": case.due, "days_late": case.late}
