"""Proposals by session (届次): which were answered, which are late, and what the proposers thought of it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Proposal
from noticeboard.slugs import slug_of
from noticeboard.times.numerals import NUMBER, number

UNSORTED = "unsorted"
"""The session code of proposals without 届次."""

_ASSEMBLY = r"(?:教代会|职代会|(?:教职工|职工)(?:代表)?大会)"
_SESSION = re.compile(
    rf"第?(?P<term>{NUMBER})届{_ASSEMBLY}?第?(?P<meeting>{NUMBER})次{_ASSEMBLY}?(?:会议)?", re.ASCII
)


class ProposalState(StrEnum):
    """What has become of a proposal, in the order in which readers should see it."""

    OVERDUE = "overdue"
    """Its 期限 has passed without an answer."""
    OPEN = "open"
    """In hand: accepted, or passed on as a suggestion, and not answered yet."""
    PENDING = "pending"
    """Not examined yet."""
    ANSWERED = "answered"
    DECLINED = "declined"


_ORDER = tuple(ProposalState)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of some proposals."""

    total: int
    accepted: int
    """立案."""
    owed: int
    """Those that should get an answer or have one: all but the declined and the not yet examined."""
    answered: int
    overdue: int
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
    proposals: tuple[Proposal, ...]
    """Overdue and unanswered ones first, then by number."""
    tally: Tally


def state_of(proposal: Proposal, today: date) -> ProposalState:
    """What has become of `proposal` on the day `today`. On the day of its 期限 it is not late yet."""
    if proposal.answered is not None:
        return ProposalState.ANSWERED
    if proposal.triage == "declined":
        return ProposalState.DECLINED
    if proposal.due is not None and proposal.due < today:
        return ProposalState.OVERDUE
    return ProposalState.PENDING if proposal.triage == "pending" else ProposalState.OPEN


def session_code(name: str | None) -> str:
    """A session's name in addresses, stable and ASCII.

    三届二次, 第三届第二次教代会 and 3届2次 are one session, `3-2`. Any other wording becomes its pinyin and
    six digits of its hash: names that sound alike must not share a page.
    """
    if name is None:
        return UNSORTED
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", name))
    found = _SESSION.fullmatch(plain)
    numbers = [number(found[part]) for part in ("term", "meeting")] if found else []
    if all(numbers) and numbers:
        return "-".join(map(str, numbers))
    code = hashlib.sha256(plain.encode()).hexdigest()[:6]
    return "-".join(filter(None, [slug_of(plain)[:40].strip("-"), code]))


def sessions_of(catalog: Catalog) -> tuple[Session, ...]:
    """The sessions that have proposals: numbered ones first, the newest on top; those without 届次 last."""
    grouped: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in catalog.of_type(Proposal):
        grouped[session_code(proposal.session)].append(proposal)
    sessions = [_session(code, proposals, catalog.today) for code, proposals in grouped.items()]
    return tuple(sorted(sessions, key=_newest_first))


def overdue_of(catalog: Catalog) -> tuple[Proposal, ...]:
    """The proposals of all sessions whose answer is late, the latest first."""
    proposals = catalog.of_type(Proposal)
    late = (item for item in proposals if state_of(item, catalog.today) is ProposalState.OVERDUE)
    return tuple(sorted(late, key=lambda proposal: (proposal.due, proposal.path)))


def _session(code: str, proposals: list[Proposal], today: date) -> Session:
    names = Counter(proposal.session for proposal in proposals if proposal.session)
    return Session(
        name=min(names, key=lambda name: (-names[name], len(name), name), default=None),
        code=code,
        proposals=tuple(sorted(proposals, key=lambda proposal: _urgency(proposal, today))),
        tally=tally_of(proposals, today),
    )


def tally_of(proposals: Iterable[Proposal], today: date) -> Tally:
    """The counts of `proposals` on the day `today`."""
    counted = tuple(proposals)
    states = Counter(state_of(proposal, today) for proposal in counted)
    satisfactions = Counter(proposal.satisfaction for proposal in counted)
    return Tally(
        total=len(counted),
        accepted=sum(proposal.triage == "accepted" for proposal in counted),
        owed=sum(item.triage in ("accepted", "suggestion") or item.answered is not None for item in counted),
        answered=states[ProposalState.ANSWERED],
        overdue=states[ProposalState.OVERDUE],
        satisfied=satisfactions["satisfied"],
        mostly=satisfactions["mostly"],
        dissatisfied=satisfactions["dissatisfied"],
    )


def _urgency(proposal: Proposal, today: date) -> tuple[int, date, list[tuple[int, str]], str]:
    state = state_of(proposal, today)
    waiting = state in (ProposalState.OVERDUE, ProposalState.OPEN, ProposalState.PENDING)
    due = proposal.due if waiting and proposal.due else date.max
    return _ORDER.index(state), due, _natural(proposal.number or ""), proposal.path


def _natural(number: str) -> list[tuple[int, str]]:
    """Sorts 提案2 before 提案10, by the length of their digits: no number is too long for that."""
    parts = re.findall(r"[0-9]+|[^0-9]+", unicodedata.normalize("NFKC", number))
    plain = ((part, part.lstrip("0")) for part in parts)
    return [(len(digits), digits) if part.isdecimal() else (-1, part) for part, digits in plain]


def _newest_first(session: Session) -> tuple[int, tuple[int, ...], str]:
    numbered = re.fullmatch(r"(\d+)-(\d+)", session.code)
    if numbered:
        return 0, (-int(numbered[1]), -int(numbered[2])), session.code
    if session.name is None:
        return 2, (), session.code
    earliest = min(proposal.date for proposal in session.proposals)
    return 1, (-earliest.toordinal(),), session.code
