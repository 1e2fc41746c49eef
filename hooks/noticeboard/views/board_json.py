"""board.json: the whole board as data, and the JSON Schema that describes it (SPECIFICATION section 7)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import record_of
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.relations import RelationKind, path_of_link
from noticeboard.content.activities import Status
from noticeboard.content.documents import Disclosure, Document, Proposal
from noticeboard.times import Bound, Precision
from noticeboard.views.helpers.addresses import BOARD_JSON, BOARD_SCHEMA, file_address
from noticeboard.views.helpers.page import Asset

VERSION = 1


class _Data(BaseModel):
    # Most commands never write the data, and need not wait for its models.
    model_config = ConfigDict(extra="forbid", defer_build=True)


class PeriodData(_Data):
    """From one month to another, both included: `2026-01` to `2026-12`."""

    start: str = Field(pattern=r"^\d{4}-\d{2}$")
    end: str = Field(pattern=r"^\d{4}-\d{2}$")


class FileData(_Data):
    """An attachment: what readers see, and its address below the site's root."""

    name: str
    url: str


class DocumentData(_Data):
    """A document on the board."""

    id: str
    """The same as its address: it does not change when the title does."""
    source: str
    """Path below the repository root."""
    type: Literal["plan", "summary", "disclosure", "proposal", "notice"]
    title: str
    unit: str
    date: date
    period: PeriodData | None
    audience: Literal["internal", "public"]
    number: str | None
    url: str
    """Address below the site's root."""
    tags: list[str]
    pinned: bool
    publish_on: str | None
    expire_on: str | None
    updated: date | None
    attachments: list[FileData]


class ActivityData(_Data):
    """One activity of a plan or a summary."""

    document: str
    """The `id` of its document."""
    line: int = Field(ge=1)
    """1-based line of the item in the document's source."""
    text: str
    months: list[str]
    """The calendar months that its time covers, `2026-03`; none for a whole year and for undecided ones."""
    start: date | None
    end: date | None
    time: str | None
    """Time of day: `14:30–16:00` or `16:20`."""
    precision: Precision
    status: Status
    category: str
    place: str | None
    leader: str | None
    unit: str
    links: list[str]
    """Addresses below the site's root of what it links to; as written where that is not on the board."""
    url: str
    """Address of the item: its document's with the item's anchor."""
    when: str
    """Its time as written."""
    bound: Bound | None
    """What a word beside its time makes of it: a deadline, a beginning, or about then."""
    deadline: date | None
    """The last day that a deadline leaves."""
    days: list[date]
    """Every single day named, or given by a recurrence."""
    postponed_to: list[str]
    reason: str
    participants: str | None
    headcount: str | None
    cost: str | None


class NoticePeriodData(_Data):
    """A notice period, both days included."""

    start: date
    end: date


class ProofData(_Data):
    """What proves that an attachment is unchanged."""

    name: str
    """Its path from the disclosure's folder."""
    sha256: str


class DisclosureData(_Data):
    """What a disclosure has beyond its document."""

    document: str
    number: str
    """Its own 编号, else the automatic one."""
    category: str
    department: str
    notice_period: NoticePeriodData | None
    channels: list[str]
    places: list[str]
    basis: str | None
    reviewer: str | None
    replaces: str | None
    """The `id` of the disclosure that it corrects."""
    sha256: str
    """Of its source."""
    attachments: list[ProofData]


class ProposalData(_Data):
    """What a proposal has beyond its document."""

    document: str
    session: str | None
    proposer: str | None
    seconders: list[str]
    triage: Literal["accepted", "suggestion", "declined", "pending"]
    handler: str | None
    due: date | None
    answered: date | None
    satisfaction: Literal["satisfied", "mostly", "dissatisfied"] | None


class BoardData(_Data):
    """The whole board on the day it was built."""

    version: Literal[1] = VERSION
    organisation: str
    generated: date
    documents: list[DocumentData]
    activities: list[ActivityData]
    disclosures: list[DisclosureData]
    proposals: list[ProposalData]


def assets(catalog: Catalog) -> Iterator[Asset]:
    """board.json and its schema."""
    yield Asset(BOARD_JSON, partial(_board, catalog))
    yield Asset(BOARD_SCHEMA, board_schema)


def board_schema() -> bytes:
    """The JSON Schema of board.json."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **BoardData.model_json_schema()}
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _board(catalog: Catalog) -> bytes:
    data = BoardData(
        organisation=catalog.settings.organisation,
        generated=catalog.today,
        documents=[_document(catalog, document) for document in catalog.shown],
        activities=[_activity(entry) for entry in catalog.entries],
        disclosures=[_disclosure(catalog, item) for item in catalog.shown if isinstance(item, Disclosure)],
        proposals=[_proposal(item) for item in catalog.shown if isinstance(item, Proposal)],
    )
    return (data.model_dump_json(indent=1) + "\n").encode()


def _document(catalog: Catalog, document: Document) -> DocumentData:
    period = getattr(document, "period", None)
    return DocumentData(
        id=document.address,
        source=document.path,
        type=document.type,
        title=document.title,
        unit=document.unit,
        date=document.date,
        period=PeriodData(start=str(period.start), end=str(period.end)) if period else None,
        audience=document.audience,
        number=document.number,
        url=document.address,
        tags=list(document.tags),
        pinned=document.pinned,
        publish_on=document.publish_on and document.publish_on.isoformat(),
        expire_on=document.expire_on and document.expire_on.isoformat(),
        updated=catalog.history.updated.get(document.path),
        attachments=[
            FileData(name=item.name, url=file_address(item.path))
            for item in document.attachments
            if item.path in catalog.files.attachments
        ],
    )


def _activity(entry: Entry) -> ActivityData:
    """Not validated again: there are thousands, every value comes typed from the catalog, and a test holds the whole
    file against its schema."""
    activity, time = entry.activity, entry.activity.time
    reported = {report.path: report.address for report in entry.reports}
    return ActivityData.model_construct(
        document=entry.document.address,
        line=activity.line,
        text=activity.text,
        months=[str(month) for month in time.months],
        start=time.start,
        end=time.end,
        time=time.clock,
        precision=time.precision,
        status=activity.status,
        category=entry.category,
        place=activity.place,
        leader=activity.leader,
        unit=entry.document.unit,
        links=[
            reported.get(path_of_link(entry.document, link.target) or "", link.target)
            for link in activity.links
        ],
        url=f"{entry.document.address}#{activity.anchor}",
        when=time.text,
        bound=time.bound,
        deadline=time.deadline,
        days=list(time.days),
        postponed_to=[str(month) for month in activity.postponed_to],
        reason=activity.reason,
        participants=activity.participants,
        headcount=activity.headcount,
        cost=activity.cost,
    )


def _disclosure(catalog: Catalog, document: Disclosure) -> DisclosureData:
    period = document.notice_period
    corrected = catalog.pointing_from(document, RelationKind.REPLACES)
    record = record_of(catalog, document)
    return DisclosureData(
        document=document.address,
        number=record.number,
        category=document.category,
        department=document.department,
        notice_period=NoticePeriodData(start=period.start, end=period.end) if period else None,
        channels=list(document.channels),
        places=list(document.places),
        basis=document.basis,
        reviewer=document.reviewer,
        replaces=catalog.by_path[corrected[0].target].address if corrected else None,
        sha256=document.digest,
        attachments=[ProofData(name=proof.name, sha256=proof.digest) for proof in record.attachments],
    )


def _proposal(document: Proposal) -> ProposalData:
    return ProposalData(
        document=document.address,
        session=document.session,
        proposer=document.proposer,
        seconders=list(document.seconders),
        triage=document.triage,
        handler=document.handler,
        due=document.due,
        answered=document.answered,
        satisfaction=document.satisfaction,
    )
