"""board.json: the whole board as data, and the JSON Schema that describes it (SPECIFICATION section 7)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from pydantic import BaseModel

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import record_of
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.evaluations import YearEvaluation
from noticeboard.catalog.filings import Filing, filings_of
from noticeboard.catalog.meetings import follow, results_of
from noticeboard.catalog.progress import Progress
from noticeboard.catalog.relations import path_of_link
from noticeboard.catalog.session_names import session_code
from noticeboard.catalog.shortcomings import FollowUp
from noticeboard.catalog.targets import Target
from noticeboard.catalog.verdicts import Verdict
from noticeboard.content.documents import (
    TYPES,
    Disclosure,
    Document,
    Meeting,
    Plan,
    Proposal,
    Register,
    Service,
    Summary,
)
from noticeboard.content.people import Person
from noticeboard.content.withdrawals import Withdrawal
from noticeboard.views.helpers.addresses import (
    BOARD_JSON,
    BOARD_SCHEMA,
    assembly_address,
    unit_address,
)
from noticeboard.views.helpers.board_data import (
    ActivityData,
    EvaluationData,
    MissingData,
    PastData,
    PeriodData,
    PersonData,
    ProgressData,
    ProofData,
    ResolutionData,
    ShortcomingData,
    TargetData,
    UnitData,
    VoteData,
    WithdrawnData,
)
from noticeboard.views.helpers.board_model import board_model, fields_of, list_of
from noticeboard.views.helpers.board_values import amount_data, item_data, value_in_data
from noticeboard.views.helpers.evaluation_rows import shown_share
from noticeboard.views.helpers.page import Asset
from noticeboard.views.withdrawn import number_of


def assets(catalog: Catalog) -> Iterator[Asset]:
    """board.json and its schema."""
    yield Asset(BOARD_JSON, partial(_board, catalog), also=lambda: catalog.history.updated)
    yield Asset(BOARD_SCHEMA, board_schema)


def board_schema() -> bytes:
    """The JSON Schema of board.json."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **board_model().model_json_schema(),
    }
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _board(catalog: Catalog) -> bytes:
    lists: dict[str, list[Mapping[str, Any] | BaseModel]] = {
        "documents": [_document(catalog, document) for document in catalog.shown],
        "activities": [_activity(catalog, entry) for entry in catalog.entries],
    }
    lists["targets"] = [
        _target(target, public=catalog.audience == "public")
        for plan in catalog.of_type(Plan)
        for target in catalog.targets[plan.path]
    ]
    lists["evaluations"] = list(map(_evaluation, catalog.evaluations))
    lists["units"] = [_unit(filing) for filing in filings_of(catalog)]
    lists["withdrawn"] = [_withdrawn(catalog, withdrawal) for withdrawal in catalog.withdrawals]
    for kind in TYPES.values():
        if fields_of(kind):
            lists[list_of(kind)] = [_own(catalog, it) for it in catalog.of_type(kind)]
    head = {"organisation": catalog.settings.organisation, "generated": catalog.today}
    return (board_model()(**head, **lists).model_dump_json(indent=1) + "\n").encode()


def _evaluation(evaluated: YearEvaluation) -> EvaluationData:
    it = evaluated.evaluation
    counts = {} if it.is_small else it.counts
    more = counts.get("very", 0)
    return EvaluationData(
        document=evaluated.document.address,
        line=it.line,
        subject=it.subject,
        unit=evaluated.document.unit,
        year=evaluated.year,
        satisfied=counts.get("satisfied", 0) + more if {"very", "satisfied"} & counts.keys() else None,
        mostly=counts.get("mostly"),
        dissatisfied=counts.get("dissatisfied"),
        abstained=counts.get("abstain"),
        rate=None if evaluated.rate is None else float(shown_share(evaluated.rate)),
    )


def _withdrawn(catalog: Catalog, withdrawal: Withdrawal) -> WithdrawnData:
    document = withdrawal.document
    return WithdrawnData(
        id=document.address,
        type=document.type or "notice",
        title=document.title,
        date=document.date,
        unit=document.unit,
        number=number_of(catalog, withdrawal),
        withdrawn_on=withdrawal.day,
        reason=withdrawal.reason,
    )


def _target(target: Target, *, public: bool) -> TargetData:
    silent = public and target.verdict in (Verdict.NOT_TOLD, Verdict.WAITING)
    return TargetData(
        plan=target.plan.address,
        target=amount_data(target.amount),
        summary=target.summary.address if target.summary else None,
        result=amount_data(target.result) if target.result else None,
        verdict=None if silent else target.verdict,
        difference=None if target.difference is None else float(target.difference),
        partial=target.is_partial,
        earlier=[
            PastData(
                period=PeriodData(start=str(past.period.start), end=str(past.period.end)),
                document=past.document.address,
                target=amount_data(past.target) if past.target else None,
                result=amount_data(past.result) if past.result else None,
            )
            for past in target.earlier
        ],
    )


def _unit(filing: Filing) -> UnitData:
    return UnitData(
        name=filing.unit.name,
        url=unit_address(filing.unit),
        parent=filing.unit.parent,
        plans=filing.count(Plan),
        summaries=filing.count(Summary),
        missing=[
            MissingData(
                type="plan" if item.kind is Plan else "summary",
                period=PeriodData(start=str(item.period.start), end=str(item.period.end))
                if item.period
                else None,
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


def _document(catalog: Catalog, document: Document) -> Mapping[str, Any]:
    period = getattr(document, "period", None)
    return {
        "id": document.address,
        "source": document.path,
        "type": document.type,
        "url": document.address,
        "period": period and value_in_data(period, catalog, document),
        "updated": catalog.history.updated.get(document.path),
        **_values(Document, catalog, document),
    }


def _own(catalog: Catalog, document: Document) -> Mapping[str, Any]:
    keys: dict[str, Any] = {"document": document.address}
    if isinstance(document, Disclosure):
        record = record_of(catalog, document)
        proofs = [ProofData(name=proof.name, sha256=proof.digest) for proof in record.attachments]
        keys |= {"number": record.number, "sha256": document.digest, "attachments": proofs}
        keys["funds"] = value_in_data(document.funds, catalog, document)
    if isinstance(document, Proposal):
        case = catalog.cases[document.path]
        keys |= {"state": case.state, "last_day": case.due, "days_late": case.late}
    if isinstance(document, Meeting):
        keys |= _meeting(catalog, document)
    if isinstance(document, Service):
        keys |= {"people": list(map(_person, document.people))}
    if isinstance(document, Summary):
        keys |= {"shortcomings": _shortcomings(catalog.follow_ups.get(document.path, ()))}
    if isinstance(document, Register):
        keys["items"] = [item_data(item, catalog, document) for item in document.items]
    return keys | _values(type(document), catalog, document)


def _person(person: Person) -> PersonData:
    return PersonData(
        name=person.name,
        role=person.role,
        duty=person.duty,
        phone=person.phone,
        place=person.place,
        unit=person.unit,
    )


def _shortcomings(found: Iterable[FollowUp]) -> list[ShortcomingData]:
    return [
        ShortcomingData(
            text=it.shortcoming.text,
            line=it.shortcoming.line,
            measure=it.shortcoming.measure,
            taken_up=[
                f"{taken.plan.address}#{taken.activity.anchor}" if taken.activity else taken.plan.address
                for taken in it.taken_up
            ],
        )
        for it in found
    ]


def _meeting(catalog: Catalog, meeting: Meeting) -> Mapping[str, Any]:
    votes = [
        VoteData(
            subject=result.vote.subject,
            line=result.vote.line,
            votes_for=result.vote.counts.get("for"),
            against=result.vote.counts.get("against"),
            abstained=result.vote.counts.get("abstain"),
            passed=result.passed,
        )
        for result in results_of(meeting, catalog.settings)
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


def _values(kind: type[Document], catalog: Catalog, document: Document) -> dict[str, Any]:
    return {
        field.name: value_in_data(getattr(document, field.name), catalog, document)
        for field in fields_of(kind)
    }


def _activity(catalog: Catalog, entry: Entry) -> ActivityData:
    """Not validated again: there are thousands, every value comes typed from the catalog, and a test holds the whole
    file against its schema."""
    activity, time, new, outcome = entry.activity, entry.activity.time, entry.activity.new_time, entry.outcome
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
        postponed_start=new.start if new else None,
        postponed_end=new.end if new else None,
        postponed_time=new.clock if new else None,
        postponements=[step.words for step in activity.postponements],
        state=outcome.state,
        due=outcome.due if entry.planned else None,
        late_since=outcome.since,
        records=[
            f"{record.document.address}#{record.anchor}" if record.anchor else record.document.address
            for record in outcome.records
        ],
        times=len(outcome.occasions),
        times_done=outcome.times_done,
        missing=[item.title for item in outcome.missing] if outcome.late else [],
        reason=activity.reason,
        participants=activity.participants,
        headcount=activity.headcount,
        cost=activity.cost,
        same=f"{catalog.by_path[entry.same[0]].address}#{entry.same[1]}" if entry.same else None,
    )
