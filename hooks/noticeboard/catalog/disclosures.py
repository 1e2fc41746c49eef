"""Disclosures as their section and ledger see them: numbers, states, and how far each category is covered."""

from __future__ import annotations

import hashlib
import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.relations import RelationKind
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.notice_period import NoticeState
from noticeboard.content.settings.categories import Category, Frequency
from noticeboard.times import Month

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Digits and letters without i, l, o and u, which are misread on paper."""
_CODE_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Proof:
    """A file of a disclosure, and what proves that it is unchanged."""

    name: str
    """Its path from the disclosure's folder: `附件/预算.xlsx`."""
    digest: str
    """SHA-256 in hexadecimal."""


@dataclass(frozen=True, slots=True)
class LedgerRecord:
    """One disclosure as a row of the ledger."""

    document: Disclosure
    category: Category
    number: str
    """Its own 编号, else the automatic one."""
    state: NoticeState | None
    """Where its notice period stands; None for a permanent disclosure, which has no such period."""
    days_left: int
    """Days on which one can still object, today included; 0 when there is no open period."""
    corrected: bool
    """Another disclosure replaces it."""
    replaces: Disclosure | None
    """What it corrects. A correction fills no gap and counts in nothing: the one that it corrects does."""
    current: bool
    """Its 撤下 has not passed."""
    attachments: tuple[Proof, ...] = ()
    """Those of its attachments that are there; its own file is proved by the document's `digest`."""

    withdrawn: bool = False
    """It was taken back: a line of the ledger is all that there is of it."""

    @property
    def months(self) -> tuple[Month, ...]:
        """The months that it tells of: those of its 所属期, else that of its date; none for a correction."""
        if self.replaces:
            return ()
        return self.document.period.months if self.document.period else (self.document.month,)

    @property
    def covered_until(self) -> date:
        """The last day that it tells of: that of its 所属期, else its date."""
        return self.document.period.end.last if self.document.period else self.document.date


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far one category is covered."""

    category: Category
    records: tuple[LedgerRecord, ...]
    """Newest first."""
    last: date | None
    """The day of its latest disclosure, none dated after today; corrections are none."""
    due: date | None
    """The last day for its next disclosure; None when it is due only as things come up, and in a public edition.

    Outside one sees only a part of what was disclosed: to say that something is overdue would be false, and would tell
    of what is disclosed inside.
    """
    overdue: bool
    this_year: int
    """How many disclosures are dated in today's year, none after today, corrections not counted."""
    absent: str
    """Why the organisation has nothing of this category; empty when it may have, or has disclosures."""


def records_of(catalog: Catalog) -> tuple[LedgerRecord, ...]:
    """Every disclosure on the board, newest first."""
    return tuple(record_of(catalog, document) for document in catalog.of_type(Disclosure))


def ledger_of(catalog: Catalog) -> tuple[LedgerRecord, ...]:
    """Every line of the ledger, newest first: what was taken back keeps its own."""
    withdrawn = (
        replace(record_of(catalog, document), state=None, days_left=0, withdrawn=True)
        for document in (withdrawal.document for withdrawal in catalog.withdrawals)
        if isinstance(document, Disclosure)
    )
    found = (*records_of(catalog), *withdrawn)
    return tuple(sorted(found, key=lambda record: (-record.document.date.toordinal(), record.document.path)))


def record_of(catalog: Catalog, document: Disclosure) -> LedgerRecord:
    """A disclosure's row of the ledger."""
    period = document.notice_period
    category = catalog.categories[document.category]
    state = period.state(catalog.today) if period else None
    return LedgerRecord(
        document=document,
        category=category,
        number=document.number or automatic_number(document, category),
        state=state,
        days_left=period.days_left(catalog.today) if period and state is NoticeState.OPEN else 0,
        corrected=bool(catalog.pointing_at(document, RelationKind.REPLACES)),
        replaces=_replaced(catalog, document),
        current=catalog.is_current(document),
        attachments=tuple(_proofs(catalog, document)),
    )


def is_corrected(catalog: Catalog, document: Document) -> bool:
    """Whether a correction of it is there on the board's day; one that is dated ahead is none yet."""
    sources = (it.source for it in catalog.pointing_at(document, RelationKind.REPLACES))
    return any(catalog.by_path[source].date <= catalog.today for source in sources)


def _replaced(catalog: Catalog, document: Disclosure) -> Disclosure | None:
    found = (catalog.by_path[it.target] for it in catalog.pointing_from(document, RelationKind.REPLACES))
    return next((other for other in found if isinstance(other, Disclosure)), None)


def _proofs(catalog: Catalog, document: Disclosure) -> Iterator[Proof]:
    folder = posixpath.dirname(document.path)
    for path in dict.fromkeys(attachment.path for attachment in document.attachments):
        if digest := catalog.files.digests.get(path):
            yield Proof(posixpath.relpath(path, folder), digest)


def automatic_number(document: Disclosure, category: Category) -> str:
    """The record number of a disclosure without a 编号: `2026-finance-k7q2mx`, year, category and six signs.

    The signs are a hash of the document's address alone. So a number once shown stays: older or newer
    documents that are added or taken away do not touch it, nor does a new title or body. It changes only with
    what it says: the year, the category, or the address (a renamed file keeps its address when it gets a
    网址名). Each year and category has 32⁶ codes, a billion.
    """
    code = int.from_bytes(hashlib.sha256(document.address.encode()).digest())
    signs = "".join(_SIGNS[code >> 5 * place & 31] for place in range(_CODE_LENGTH))
    return f"{document.date.year}-{category.slug}-{signs}"


def open_notices(records: Iterable[LedgerRecord]) -> tuple[LedgerRecord, ...]:
    """What can be objected to today, the most urgent first; without what was corrected or taken down."""
    found = (
        record
        for record in records
        if record.state is NoticeState.OPEN and record.current and not record.corrected
    )
    return tuple(sorted(found, key=lambda record: record.days_left))


def coverage_of(catalog: Catalog) -> tuple[Coverage, ...]:
    """Every category of the settings, in their order, also those that have nothing."""
    return tuple(_coverages(catalog))


def _coverages(catalog: Catalog) -> Iterator[Coverage]:
    grouped: dict[str, list[LedgerRecord]] = defaultdict(list)
    for record in records_of(catalog):
        grouped[record.category.title].append(record)
    beginning = beginning_of(catalog)
    for category in catalog.settings.categories:
        records = tuple(grouped[category.title])
        current = [it for it in records if not it.replaces and it.document.date <= catalog.today]
        days = [record.document.date for record in current]
        last = max(days, default=None)
        until = max((record.covered_until for record in current), default=None)
        absent = "" if records else catalog.settings.disclosure.absent.get(category.title, "")
        claimed = not absent and catalog.audience == "internal"
        due = _next_due(category.frequency, until, category.since or beginning) if claimed else None
        yield Coverage(
            category=category,
            records=records,
            last=last,
            due=due,
            overdue=due is not None and due < catalog.today,
            this_year=sum(day.year == catalog.today.year for day in days),
            absent=absent,
        )


def beginning_of(catalog: Catalog) -> date:
    """The day of the board's first disclosure, today when there is none: before it nothing was due."""
    issued = (document.date for document in catalog.of_type(Disclosure))
    return min((day for day in issued if day <= catalog.today), default=catalog.today)


def _next_due(frequency: Frequency | None, last: date | None, beginning: date) -> date | None:
    """The last day for the next disclosure: one is due in every month, quarter, term or year.

    `last` is the last day that was told of. None was due before the period of `beginning`: that of the category's register,
    else of the board's disclosures.
    """
    if frequency is None:
        return None
    if last is None or last < beginning:
        return period_end(frequency, beginning)
    return period_end(frequency, period_end(frequency, last) + timedelta(days=1))


def period_end(frequency: Frequency, day: date) -> date:
    """The last day of the calendar period that `day` lies in; terms are those of SPECIFICATION section 3."""
    month = Month.of(day)
    if frequency == "每月":
        return month.last
    if frequency == "每季度":
        return Month(month.year, (month.number + 2) // 3 * 3).last
    if frequency == "每半年":
        return Month(month.year, 6 if month.number <= 6 else 12).last
    if frequency == "每年":
        return Month(month.year, 12).last
    if month.number >= 9:
        return Month(month.year + 1, 1).last
    return Month(month.year, 1 if month.number == 1 else 8).last
