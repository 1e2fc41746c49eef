"""A page for every document: its facts, its progress, its text, and what it is joined to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.certificates import has_certificate
from noticeboard.catalog.disclosures import record_of
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.progress import progress_of
from noticeboard.catalog.relations import RelationKind
from noticeboard.catalog.shortcomings import FollowUp, TakenUp
from noticeboard.catalog.targets import Target
from noticeboard.catalog.verdicts import Verdict
from noticeboard.content.documents import Disclosure, Document, Notice, Plan, Summary
from noticeboard.times import Month
from noticeboard.views.helpers import addresses
from noticeboard.views.helpers.evaluation_rows import EvaluationRow, evaluation_rows
from noticeboard.views.helpers.facts import facts_of
from noticeboard.views.helpers.page import Page
from noticeboard.views.tags import tag_place

_MOST_SIBLINGS = 12
"""Of one period; the year's page has all."""

_MOST_MONTHS = 2
"""七、八月 is a place in the text; 上半年 is none."""


@dataclass(frozen=True, slots=True)
class FileLink:
    """An attachment as a reader meets it."""

    name: str
    address: str
    ending: str
    size: int


def pages(catalog: Catalog) -> Iterator[Page]:
    """One page a document."""
    for document in catalog.shown:
        yield Page(
            address=document.address,
            title=document.title,
            template="document.html",
            context=partial(_context, catalog, document),
            description=str(document.meta.get("description") or _description(document)),
            source=document.path,
            updated=catalog.history.updated.get(document.path),
            depends=partial(_depends, catalog, document),
            meta={"hide": ["navigation"]}
            | {key: value for key, value in document.meta.items() if key != "description"},
        )


def _depends(catalog: Catalog, document: Document, context: Mapping[str, object]) -> object:
    """What the template and those that it calls look at."""
    return (
        context,
        catalog.cases.get(document.path),
        catalog.is_current(document),
    )


def _description(document: Document) -> str:
    return (
        f"{document.unit}{document.label}，{document.date.year}年{document.date.month}月{document.date.day}日"
    )


def _context(catalog: Catalog, document: Document) -> Mapping[str, object]:
    entries = catalog.entries_in(document)
    replies = tuple(_replies(catalog, document))
    siblings = _siblings(catalog, document)
    return {
        "document": document,
        "facts": tuple(facts_of(catalog, document)),
        "tag_places": {tag: tag_place(catalog, tag) for tag in document.tags},
        "unit": catalog.units[document.unit],
        "entries": entries,
        "months": _months(entries),
        "this_month": Month.of(catalog.today),
        "progress": progress_of(entries) if isinstance(document, Plan) else None,
        "told_targets": _shown_targets(catalog, document),
        "answered_targets": _answered_targets(catalog, document),
        "attachments": tuple(_file(catalog, document)),
        "answers": _targets(catalog, document, RelationKind.ANSWERS),
        "answered_by": _sources(catalog, document, RelationKind.ANSWERS),
        "replaces": _targets(catalog, document, RelationKind.REPLACES),
        "replaced_by": _sources(catalog, document, RelationKind.REPLACES),
        "reported": tuple(_reported(catalog, document)),
        "mentions": _targets(catalog, document, RelationKind.LINK),
        "mentioned_by": tuple(
            other for other in _sources(catalog, document, RelationKind.LINK) if other not in replies
        ),
        "siblings": siblings[:_MOST_SIBLINGS],
        "siblings_left_out": len(siblings[_MOST_SIBLINGS:]),
        "record": record_of(catalog, document) if isinstance(document, Disclosure) else None,
        "has_certificate": has_certificate(catalog, document),
        "replies": replies,
        "follow_ups": tuple(_follow_ups(catalog, document)),
        "takes_up": tuple(_takes_up(catalog, document)),
        "evaluations": _evaluations(catalog, document),
        "changes": catalog.history.changes.get(document.path, ()) if isinstance(document, Disclosure) else (),
        "corrected": catalog.history.corrected.get(document.path),
    }


def _months(entries: Iterable[Entry]) -> tuple[tuple[Month, str], ...]:
    """The months that a document plans for, each with the anchor of what it plans first."""
    anchors: dict[Month, str] = {}
    for entry in entries:
        months = entry.activity.time.months
        if not entry.routine and len(months) <= _MOST_MONTHS:
            for month in months:
                anchors.setdefault(month, entry.activity.anchor)
    return tuple(sorted(anchors.items()))


def _shown_targets(catalog: Catalog, document: Document) -> tuple[Target, ...]:
    """The targets of a plan, where there is more to say of them than what they are."""
    targets = catalog.targets[document.path] if isinstance(document, Plan) else ()
    return targets if any(target.summary or target.earlier for target in targets) else ()


def _answered_targets(catalog: Catalog, document: Document) -> tuple[Target, ...]:
    """The targets of the plans that a summary answers, of which it tells or should tell."""
    if not isinstance(document, Summary):
        return ()
    targets = catalog.targets_of(catalog.plans_of(document))
    is_internal = catalog.audience != "public"
    return tuple(
        target
        for target in targets
        if target.summary is document or (is_internal and target.verdict is Verdict.NOT_TOLD)
    )


def _file(catalog: Catalog, document: Document) -> Iterator[FileLink]:
    for attachment in document.attachments:
        size = catalog.files.sizes.get(attachment.path)
        if size is not None:
            ending = attachment.path.rpartition(".")[2].upper()
            yield FileLink(attachment.name, addresses.file_address(attachment.path), ending, size)


def _targets(catalog: Catalog, document: Document, kind: RelationKind) -> tuple[Document, ...]:
    relations = catalog.pointing_from(document, kind)
    return tuple(dict.fromkeys(catalog.by_path[relation.target] for relation in relations))


def _sources(catalog: Catalog, document: Document, kind: RelationKind) -> tuple[Document, ...]:
    relations = catalog.pointing_at(document, kind)
    return tuple(dict.fromkeys(catalog.by_path[relation.source] for relation in relations))


def _reported(catalog: Catalog, document: Document) -> Iterator[Entry]:
    """The activities of other documents that link to this one."""
    for relation in catalog.pointing_at(document, RelationKind.ACTIVITY):
        for entry in catalog.entries_in(catalog.by_path[relation.source]):
            if entry.activity.line == relation.line:
                yield entry


def _replies(catalog: Catalog, document: Document) -> Iterator[Document]:
    """The answers to what readers said of a disclosure: notices that say they are, and link to it."""
    if isinstance(document, Disclosure):
        for other in _sources(catalog, document, RelationKind.LINK):
            if isinstance(other, Notice) and other.is_reply:
                yield other


def _evaluations(catalog: Catalog, document: Document) -> tuple[EvaluationRow, ...]:
    """民主评议 of which it tells, where there is more to say than it does."""
    found = [evaluated for evaluated in catalog.evaluations if evaluated.document is document]
    return evaluation_rows(found) if any(evaluated.earlier for evaluated in found) else ()


def _follow_ups(catalog: Catalog, document: Document) -> tuple[FollowUp, ...]:
    """The shortcomings of a summary, where there is more to say of one than it does."""
    found = catalog.follow_ups.get(document.path, ())
    is_internal = catalog.audience != "public"
    return found if any(it.taken_up or (is_internal and it.waits_since) for it in found) else ()


def _takes_up(catalog: Catalog, document: Document) -> Iterator[tuple[FollowUp, TakenUp]]:
    """The shortcomings that a plan takes up, each with the item."""
    if isinstance(document, Plan):
        for found in catalog.follow_ups.values():
            yield from ((it, taken) for it in found for taken in it.taken_up if taken.plan is document)


def _siblings(catalog: Catalog, document: Document) -> tuple[Document, ...]:
    """Other plans and summaries of the same unit and period, those issued at about the same time first."""
    if not isinstance(document, Plan | Summary):
        return ()
    found = (
        other
        for other in catalog.of_period(document.period.start, document.period.end)
        if other is not document and other.unit == document.unit
    )
    return tuple(sorted(found, key=lambda other: abs(other.date - document.date)))
