"""What a meeting has in the data beyond its declared fields."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.meetings import ResolutionState, follow, vote_results_of
from noticeboard.catalog.session_names import session_code
from noticeboard.content.documents import Meeting
from noticeboard.views.helpers.addresses import assembly_address
from noticeboard.views.helpers.board_data.values import Data, OwnKeys


class VoteData(Data):
    """One matter that was voted on; a number is null where it was not written or could not be read."""

    subject: str
    line: int = Field(ge=1)
    votes_for: int | None
    against: int | None
    abstained: int | None
    passed: bool | None
    """By the settings' rule, else as written; null where neither says it."""


class ResolutionData(Data):
    """One resolution of a session."""

    text: str
    line: int = Field(ge=1)
    owner: str
    due: date | None
    """Its last day, after a postponement the new one."""
    due_text: str
    state: ResolutionState
    days_late: int = Field(ge=0)
    done_on: date | None


class MeetingKeys(OwnKeys):
    """What a meeting has beyond its declared fields."""

    url: str
    """Address of the session's page."""
    votes: list[VoteData]
    resolutions: list[ResolutionData]


def meeting_keys(catalog: Catalog, meeting: Meeting) -> dict[str, Any]:
    """Its session's page, what was voted on, and what came of its resolutions."""
    votes = [
        VoteData(
            subject=result.vote.subject,
            line=result.vote.line,
            votes_for=result.vote.counts.get("for"),
            against=result.vote.counts.get("against"),
            abstained=result.vote.counts.get("abstain"),
            passed=result.passed,
        )
        for result in vote_results_of(meeting, catalog.settings)
    ]
    followed = (follow(resolution, meeting, catalog.today) for resolution in meeting.resolutions)
    resolutions = [
        ResolutionData(
            text=item.resolution.text,
            line=item.resolution.line,
            owner=item.resolution.owner,
            due=item.due,
            due_text=item.resolution.due_text,
            state=item.state,
            days_late=item.late,
            done_on=item.resolution.done_on,
        )
        for item in followed
    ]
    url = assembly_address(session_code(meeting.session))
    return {"url": url, "votes": votes, "resolutions": resolutions}
