"""公示证明: what the publication log proves of the time for which a disclosure hung on the site (SPECIFICATION section 17)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import LedgerRecord, record_of
from noticeboard.catalog.postings import Posting, postings_by_disclosure
from noticeboard.catalog.redirects import redirects_of
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.notice_period import NoticePeriod, NoticeState
from noticeboard.content.repository.publication_log import Stay


@dataclass(frozen=True, slots=True)
class Certificate:
    """Of one disclosure whose notice period has ended. All times are Beijing's, without a zone."""

    document: Disclosure
    record: LedgerRecord
    stays: tuple[Stay, ...]
    """The times for which it was up that touch the period, the oldest first."""
    gaps: tuple[tuple[datetime, datetime], ...]
    """The times of the period for which the log does not tell that it was up."""
    days: int
    """Of the period."""
    days_up: int
    """Days of the period on which it was up, if only for a time."""
    lines: int
    """How many lines the log had that this was made from."""
    head: str
    """The code of the last of them: who holds it can tell whether one of them was changed."""
    changes: tuple[Stay, ...]
    """Those of `stays` that began within the period with another text or other attachments than were up before."""
    postings: tuple[Posting, ...]
    """Where its paper hung, as registers tell."""

    @property
    def is_same(self) -> bool:
        """Whether what was up at the period's end is what the document holds today."""
        return bool(self.stays) and self.stays[-1].content.text == self.document.digest

    @property
    def unwritten_places(self) -> tuple[str, ...]:
        """Places by 张贴地点 of which no register tells when: to be filled in by hand. One without a name where nothing is written."""
        written = {posting.place for posting in self.postings}
        places = tuple(place for place in self.document.places if place not in written)
        return places or (() if written else ("",))


def certificates_of(catalog: Catalog) -> Iterator[Certificate]:
    """One for every disclosure that has one."""
    log = catalog.publications
    former = former_addresses(catalog) if log.lines else {}
    postings = postings_by_disclosure(catalog) if log.lines else {}
    for document in catalog.of_type(Disclosure):
        if not has_certificate(catalog, document):
            continue
        period = document.notice_period
        assert period is not None
        start, end = _limits(period)
        addresses = (document.address, *former[document.path])
        known = sorted(
            (stay for address in addresses for stay in log.stays.get(address, ())),
            key=lambda stay: stay.since,
        )
        stays = tuple(stay for stay in known if _is_within(stay, start, end))
        changes = tuple(
            stay
            for before, stay in pairwise(known)
            if start <= stay.since < end and stay.content != before.content
        )
        gaps = tuple(_gaps(stays, start, end))
        yield Certificate(
            document,
            record_of(catalog, document),
            stays,
            gaps,
            (period.end - period.start).days + 1,
            sum(_touches(stays, period, number) for number in range((period.end - period.start).days + 1)),
            len(log.lines),
            log.head,
            changes,
            postings.get(document.path, ()),
        )


def former_addresses(catalog: Catalog) -> Mapping[str, list[str]]:
    """Path → the addresses that a document had before it was renamed or moved."""
    taken = {document.address for document in catalog.with_page}
    found: dict[str, list[str]] = defaultdict(list)
    for redirect in redirects_of(catalog):
        if redirect.address not in taken:
            taken.add(redirect.address)
            found[redirect.document.path].append(redirect.address)
    return found


def _is_within(stay: Stay, start: datetime, end: datetime) -> bool:
    """Whether any of a time lies from `start` to before `end`."""
    return stay.since < end and (stay.until is None or stay.until > start)


def has_certificate(catalog: Catalog, document: Document) -> bool:
    """Whether a document is a disclosure whose notice period has ended since the log began."""
    lines = catalog.publications.lines
    if not lines or not isinstance(document, Disclosure) or document.notice_period is None:
        return False
    ended = document.notice_period.state(catalog.today) is NoticeState.ENDED
    return ended and lines[0].at < _limits(document.notice_period)[1]


def _limits(period: NoticePeriod) -> tuple[datetime, datetime]:
    """The first moment of a period, and the first one behind it."""
    return datetime.combine(period.start, time()), datetime.combine(period.end + timedelta(days=1), time())


def _gaps(stays: Sequence[Stay], start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    seen = start
    for stay in stays:
        if stay.since > seen:
            yield seen, stay.since
        seen = max(seen, stay.until or end)
    if seen < end:
        yield seen, end


def _touches(stays: Sequence[Stay], period: NoticePeriod, number: int) -> bool:
    start = datetime.combine(period.start + timedelta(days=number), time())
    return any(_is_within(stay, start, start + timedelta(days=1)) for stay in stays)
