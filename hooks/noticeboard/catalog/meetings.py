"""Sessions of the delegates: what was voted on, what became of each resolution, and what belongs to the session (SPECIFICATION section 14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.proposals import Session, sessions_of
from noticeboard.catalog.session_names import UNSORTED, codes_in, is_numbered, newest_first, session_code
from noticeboard.content.documents import Disclosure, Document, Meeting, Notice, Proposal
from noticeboard.content.quantities.shares import read_share
from noticeboard.content.sections.resolutions import Resolution
from noticeboard.content.sections.votes import Vote, has_passed
from noticeboard.content.settings.board_settings import Settings


class ResolutionState(StrEnum):
    """What has become of a resolution, in the order in which readers should see it. Only what was written counts."""

    OVERDUE = "overdue"
    """Its last day is over, and nobody said that it is done."""
    OPEN = "open"
    POSTPONED = "postponed"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Followed:
    """A resolution on a day."""

    resolution: Resolution
    meeting: Meeting
    state: ResolutionState
    due: date | None
    """Its last day, after a postponement the new one."""
    late: int
    """Days by which it is late today."""


@dataclass(frozen=True, slots=True)
class VoteResult:
    """A vote, and whether the matter passed: by the settings' rule, else as the officer says; None where nobody knows."""

    vote: Vote
    passed: bool | None


@dataclass(frozen=True, slots=True)
class Assembly:
    """One session of the delegates with all that belongs to it."""

    code: str
    name: str
    meetings: tuple[Meeting, ...]
    """Its documents, the earliest first; none where only others name the session."""
    proposals: Session | None
    notices: tuple[Notice, ...]
    disclosures: tuple[Disclosure, ...]
    others: tuple[Document, ...]
    resolutions: tuple[Followed, ...]

    @property
    def received(self) -> int | None:
        """How many proposals were handed in, as its document counts them; None where it does not."""
        counts = [count for meeting in self.meetings for count in meeting.counts if count.name == "received"]
        return counts[-1].number if counts else None

    @property
    def day(self) -> date | None:
        """The first day of its last meeting; None without a meeting document."""
        return self.meetings[-1].date if self.meetings else None


def follow(resolution: Resolution, meeting: Meeting, today: date) -> Followed:
    """What has become of `resolution` on the day `today`. On its last day it is not late yet."""
    due = resolution.postponed_to or resolution.due
    is_done = resolution.done and (resolution.done_on is None or resolution.done_on <= today)
    late = max((today - due).days, 0) if due else 0
    if resolution.dropped:
        state = ResolutionState.DROPPED
    elif is_done:
        state = ResolutionState.DONE
    elif late:
        state = ResolutionState.OVERDUE
    else:
        state = ResolutionState.POSTPONED if resolution.postponed else ResolutionState.OPEN
    return Followed(resolution, meeting, state, due, late if state is ResolutionState.OVERDUE else 0)


def vote_results_of(meeting: Meeting, settings: Settings) -> tuple[VoteResult, ...]:
    """The votes of a session."""
    rule = read_share(settings.meetings.passing)
    found = ((vote, has_passed(vote, rule, meeting.expected, meeting.present)) for vote in meeting.votes)
    return tuple(VoteResult(vote, vote.passed if passed is None else passed) for vote, passed in found)


def has_quorum(meeting: Meeting, settings: Settings) -> bool | None:
    """Whether enough came; None where the settings ask nothing, or a number is missing."""
    rule = read_share(settings.meetings.quorum)
    if rule is None or not meeting.expected or meeting.present is None:
        return None
    return rule.is_reached(meeting.present, meeting.expected)


def assemblies_of(catalog: Catalog) -> tuple[Assembly, ...]:
    """All sessions that have a document or proposals: numbered ones first, the newest on top."""
    meetings: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in sorted(catalog.of_type(Meeting), key=lambda item: (item.date, item.path)):
        meetings[session_code(meeting.session)].append(meeting)
    proposals = {session.code: session for session in sessions_of(catalog) if session.code != UNSORTED}
    belonging = _belonging(catalog, meetings)
    codes = dict.fromkeys((*meetings, *proposals))
    found = [
        _assembly(code, meetings[code], proposals.get(code), belonging.get(code, ()), catalog.today)
        for code in codes
    ]
    return tuple(sorted(found, key=_newest_first))


def _assembly(
    code: str, meetings: list[Meeting], proposals: Session | None, belonging: Iterable[Document], today: date
) -> Assembly:
    documents = tuple(belonging)
    held = (meeting for meeting in meetings if meeting.date <= today)
    followed = (follow(it, meeting, today) for meeting in held for it in meeting.resolutions)
    return Assembly(
        code,
        meetings[-1].session if meetings else (proposals.name if proposals else None) or code,
        tuple(meetings),
        proposals,
        tuple(item for item in documents if isinstance(item, Notice)),
        tuple(item for item in documents if isinstance(item, Disclosure)),
        tuple(item for item in documents if not isinstance(item, Notice | Disclosure)),
        in_order(followed),
    )


def in_order(followed: Iterable[Followed]) -> tuple[Followed, ...]:
    """Late ones first, then by their last day."""
    states = tuple(ResolutionState)
    return tuple(sorted(followed, key=lambda item: (states.index(item.state), item.due or date.max)))


def _belonging(catalog: Catalog, meetings: Mapping[str, list[Meeting]]) -> Mapping[str, tuple[Document, ...]]:
    """Code → the documents that name the session in their title or tags, or are linked with its document; newest first."""
    by_path = {meeting.path: code for code, found in meetings.items() for meeting in found}
    linked: dict[str, set[str]] = defaultdict(set)
    for relation in catalog.relations:
        for one, other in ((relation.source, relation.target), (relation.target, relation.source)):
            if one in by_path:
                linked[other].add(by_path[one])
    found: dict[str, list[Document]] = defaultdict(list)
    for document in catalog.shown:
        if not isinstance(document, Meeting | Proposal):
            for code in linked[document.path] | codes_in(" ".join((document.title, *document.tags))):
                found[code].append(document)
    return {code: tuple(documents) for code, documents in found.items()}


def _newest_first(assembly: Assembly) -> tuple[int, tuple[int, ...], str]:
    if is_numbered(assembly.code):
        return 0, newest_first(assembly.code), assembly.code
    return 1, (-(assembly.day or date.min).toordinal(),), assembly.code


@dataclass(frozen=True, slots=True)
class PublicationDeadline:
    """A day by which something is to be on the board, and the document that is it; None while there is none."""

    last_day: date
    document: Document | None

    @property
    def late(self) -> int:
        """Days by which the document came too late."""
        return max((self.document.date - self.last_day).days, 0) if self.document else 0


def notice_deadline(assembly: Assembly, settings: Settings) -> PublicationDeadline | None:
    """By when the session was to be announced; None where the settings ask nothing."""
    days = settings.meetings.notice_days
    if days is None or not assembly.meetings:
        return None
    day = assembly.meetings[-1].date
    before = [notice for notice in assembly.notices if notice.date <= day]
    return PublicationDeadline(day - timedelta(days), min(before, key=lambda item: item.date, default=None))


def disclosure_deadline(assembly: Assembly, settings: Settings) -> PublicationDeadline | None:
    """By when its resolutions were to be disclosed; None where the settings ask nothing, or nothing was decided."""
    days = settings.meetings.disclosure_days
    if days is None or not any(meeting.resolutions or meeting.votes for meeting in assembly.meetings):
        return None
    day = assembly.meetings[-1].last_day
    after = [item for item in assembly.disclosures if item.date >= day]
    return PublicationDeadline(day + timedelta(days), min(after, key=lambda item: item.date, default=None))
