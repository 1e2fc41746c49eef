"""Proposals: their answers, their states on a day, and the rates of each session (SPECIFICATION section 14)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from noticeboard.catalog.session_names import is_numbered, newest_first, session_code
from noticeboard.content.documents import Proposal
from noticeboard.content.field_types.rounds import Satisfaction
from noticeboard.content.repository.paths import candidates
from noticeboard.content.settings.board_settings import Settings

if TYPE_CHECKING:
    from noticeboard.catalog.catalog import Catalog


class ProposalState(StrEnum):
    """What has become of a proposal, in the order in which readers should see it."""

    OVERDUE = "overdue"
    """Its last day has passed without an answer."""
    AGAIN = "again"
    """Answered, and the proposer is not content: it is to be dealt with again."""
    OPEN = "open"
    """In hand: accepted, or passed on as a suggestion, and not answered yet."""
    PENDING = "pending"
    """Not examined yet."""
    ANSWERED = "answered"
    DECLINED = "declined"


_ORDER = tuple(ProposalState)
_OWED = ("accepted", "suggestion")
"""What an examination decides that asks for an answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: a text, and a day that is neither before the proposal nor ahead."""

    text: str
    day: date
    satisfaction: Satisfaction | None


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal on a day: what counts of it, and what it is in the counts."""

    proposal: Proposal
    lead: Proposal | None
    """The one that it was merged into, with which it is answered."""
    answers: tuple[Answer, ...]
    """Its own, or those of the one that it was merged into; the first one first."""
    due: date | None
    """The last day for the first answer: its 期限, else that of the settings."""
    state: ProposalState
    late: int
    """Days by which the first answer came too late, or by which it is late today."""
    is_ahead: bool = False
    """Whether its day is still to come: it is in no count yet."""

    @property
    def satisfaction(self) -> Satisfaction | None:
        """What the proposer thinks of the last answer."""
        return self.answers[-1].satisfaction if self.answers else None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of some proposals. What was merged into another counts once, with that one."""

    received: int
    """All that were handed in, the merged ones too."""
    total: int
    accepted: int
    """立案."""
    owed: int
    """Those that should get an answer or have one: all but the declined and the not yet examined."""
    answered: int
    overdue: int
    late: int
    """Answered after their last day."""
    again: int
    """To be dealt with again."""
    satisfied: int
    mostly: int
    dissatisfied: int

    @property
    def percent(self) -> int | None:
        """Answered ones among those owed an answer, in whole per cent, rounded down so that 100 means all.

        None when no answer is owed.
        """
        return self.answered * 100 // self.owed if self.owed else None


@dataclass(frozen=True, slots=True)
class Session:
    """One session of the delegates' assembly, with its proposals."""

    name: str | None
    """As most of its proposals write it; None for those without 届次."""
    code: str
    """Its name in addresses: `3-2`."""
    cases: tuple[Case, ...]
    """Overdue and unanswered ones first, then by number."""
    tally: Tally

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """The documents of its cases, in their order."""
        return tuple(case.proposal for case in self.cases)


def case_of(proposal: Proposal, lead: Proposal | None, settings: Settings, today: date) -> Case:
    """What counts of `proposal` on the day `today`. On its last day it is not late yet."""
    whole = lead or proposal
    answers = tuple(_answers(whole, today))
    due = due_of(whole, settings)
    late = ((answers[0].day - due).days if due else 0) if answers else (today - due).days if due else 0
    state = _state(whole, answers, due, today)
    return Case(proposal, lead, answers, due, state, max(late, 0), proposal.date > today)


def due_of(proposal: Proposal, settings: Settings) -> date | None:
    """The last day for an answer; the settings' days ask nothing of what is not accepted."""
    days = settings.proposals.answer_days
    if proposal.due is not None or days is None or proposal.triage not in _OWED:
        return proposal.due
    return proposal.date + timedelta(days)


def _answers(proposal: Proposal, today: date) -> Iterator[Answer]:
    """The answers that count; the days are given to the texts in their order."""
    days = [(proposal.answered, proposal.satisfaction)] if proposal.answered else []
    written = [*days, *((item.answered, item.satisfaction) for item in proposal.rounds)]
    earliest = proposal.date
    for text, (day, satisfaction) in zip(proposal.answers, written, strict=False):
        if day is None or not earliest <= day <= today:
            return
        earliest = day
        yield Answer(text, day, satisfaction)


def _state(proposal: Proposal, answers: tuple[Answer, ...], due: date | None, today: date) -> ProposalState:
    if proposal.triage == "declined":
        return ProposalState.DECLINED
    if answers:
        is_again = answers[-1].satisfaction == "dissatisfied"
        return ProposalState.AGAIN if is_again else ProposalState.ANSWERED
    if due is not None and due < today:
        return ProposalState.OVERDUE
    return ProposalState.PENDING if proposal.triage == "pending" else ProposalState.OPEN


def leads_of(proposals: Mapping[str, Proposal]) -> Mapping[str, str]:
    """Path of a merged proposal → path of the one that leads, at the end of the chain; `proposals` by path.

    A circle leads nowhere: each of it stands for itself.
    """
    into = merged_into(proposals)
    return {path: end for path in into if (end := _end_of_chain(path, into))}


def merged_into(proposals: Mapping[str, Proposal]) -> Mapping[str, str]:
    """Path of a merged proposal → path of the one that its 并案 names; `proposals` by path."""
    into = {}
    for proposal in proposals.values():
        paths = candidates(proposal.path, proposal.merged_into.text) if proposal.merged_into else ()
        if target := next((path for path in paths if path in proposals), None):
            into[proposal.path] = target
    return into


def round_trip(path: str, into: Mapping[str, str]) -> tuple[str, ...]:
    """The way from `path` back to itself; empty where it does not lead back."""
    chain = [path]
    while (following := into.get(chain[-1])) is not None and following not in chain:
        chain.append(following)
    return (*chain, path) if following == path else ()


def _end_of_chain(path: str, into: Mapping[str, str]) -> str | None:
    seen = {path}
    while path in into:
        path = into[path]
        if path in seen:
            return None
        seen.add(path)
    return path


def cases_of(proposals: Iterable[Proposal], settings: Settings, today: date) -> Mapping[str, Case]:
    """Path → what counts of each of `proposals`, in their order."""
    by_path = {proposal.path: proposal for proposal in proposals}
    leads = leads_of(by_path)
    return {
        path: case_of(proposal, by_path.get(leads.get(path, "")), settings, today)
        for path, proposal in by_path.items()
    }


def sessions_of(catalog: Catalog) -> tuple[Session, ...]:
    """The sessions that have proposals: numbered ones first, the newest on top; those without 届次 last."""
    grouped: dict[str, list[Case]] = defaultdict(list)
    for case in catalog.cases.values():
        grouped[session_code(case.proposal.session)].append(case)
    sessions = [_session(code, cases) for code, cases in grouped.items()]
    return tuple(sorted(sessions, key=_newest_first))


def overdue_of(catalog: Catalog) -> tuple[Case, ...]:
    """The proposals of all sessions whose answer is late, the latest first."""
    late = [case for case in catalog.cases.values() if case.state is ProposalState.OVERDUE and not case.lead]
    return tuple(sorted(late, key=lambda case: (-case.late, case.proposal.path)))


def _session(code: str, cases: list[Case]) -> Session:
    names = Counter(case.proposal.session for case in cases if case.proposal.session)
    return Session(
        # Of spellings that are equally common 三届二次 reads better than 3届2次.
        name=min(
            names,
            key=lambda name: (-names[name], any(map(str.isdecimal, name)), len(name), name),
            default=None,
        ),
        code=code,
        cases=tuple(sorted(cases, key=_urgency)),
        tally=tally_of(cases),
    )


def tally_of(cases: Iterable[Case]) -> Tally:
    """The counts of some proposals; one that was merged into another of them, or of another session, is not counted again,
    and what is dated ahead not yet."""
    received = tuple(case for case in cases if not case.is_ahead)
    counted = [case for case in received if case.lead is None]
    states = Counter(case.state for case in counted)
    pleased = Counter(case.satisfaction for case in counted if case.state is not ProposalState.DECLINED)
    answered = states[ProposalState.ANSWERED] + states[ProposalState.AGAIN]
    return Tally(
        received=len(received),
        total=len(counted),
        accepted=sum(case.proposal.triage == "accepted" for case in counted),
        owed=sum(
            case.proposal.triage in _OWED or (case.proposal.triage == "pending" and bool(case.answers))
            for case in counted
        ),
        answered=answered,
        overdue=states[ProposalState.OVERDUE],
        late=sum(
            case.late > 0 and case.state in (ProposalState.ANSWERED, ProposalState.AGAIN) for case in counted
        ),
        again=states[ProposalState.AGAIN],
        satisfied=pleased["satisfied"],
        mostly=pleased["mostly"],
        dissatisfied=pleased["dissatisfied"],
    )


def _urgency(case: Case) -> tuple[int, date, list[tuple[int, str]], str]:
    waiting = case.state in (ProposalState.OVERDUE, ProposalState.OPEN, ProposalState.PENDING)
    due = case.due if waiting and case.due else date.max
    proposal = case.proposal
    return _ORDER.index(case.state), due, _natural(proposal.number or ""), proposal.path


def _natural(number: str) -> list[tuple[int, str]]:
    """Sorts 提案2 before 提案10, by the length of their digits: no number is too long for that."""
    parts = re.findall(r"[0-9]+|[^0-9]+", unicodedata.normalize("NFKC", number))
    plain = ((part, part.lstrip("0")) for part in parts)
    return [(len(digits), digits) if part.isdecimal() else (-1, part) for part, digits in plain]


def _newest_first(session: Session) -> tuple[int, tuple[int, ...], str]:
    if is_numbered(session.code):
        return 0, newest_first(session.code), session.code
    if session.name is None:
        return 2, (), session.code
    earliest = min(proposal.date for proposal in session.proposals)
    return 1, (-earliest.toordinal(),), session.code
