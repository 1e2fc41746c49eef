"""The catalog: all documents of the board together, and every way in which pages look at them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from noticeboard.catalog.deduplication import deduplicate
from noticeboard.catalog.entries import OTHER, Entry, entries_of, follow
from noticeboard.catalog.evaluations import YearEvaluation, evaluations_among
from noticeboard.catalog.proposals import Case, cases_of
from noticeboard.catalog.records import records_among
from noticeboard.catalog.relations import Relation, RelationKind, path_of_link, relations_of
from noticeboard.catalog.schedules import Kind, Schedule, Schedules, of_type
from noticeboard.catalog.shortcomings import FollowUp, follow_ups_among
from noticeboard.catalog.targets import Target, targets_among
from noticeboard.content.documents import Document, Plan, Proposal, Summary
from noticeboard.content.field_types import Attachment
from noticeboard.content.repository.files import Files
from noticeboard.content.repository.former_paths import FormerPaths
from noticeboard.content.repository.history import History
from noticeboard.content.repository.publication_log import NO_LOG, PublicationLog
from noticeboard.content.repository.withdrawals import Withdrawal
from noticeboard.content.settings.board_settings import ACTIVITY_SLUGS, Settings, Unit
from noticeboard.content.settings.categories import Category
from noticeboard.markup.links import BodyLink
from noticeboard.slugs import slug_of
from noticeboard.times import Month, day_of

_LONGEST_SLUG = 60
"""Of an address name that is made from an officer's own words."""


@dataclass(frozen=True, eq=False)
class Catalog:
    """Everything on the board on the day `today`. Nothing in it changes; its views are worked out once, by whatever function."""

    settings: Settings
    today: date
    shown: tuple[Document, ...]
    """On the board, newest first; those of one day by path."""
    entries: tuple[Entry, ...]
    relations: tuple[Relation, ...]
    files: Files
    history: History
    audience: str = "internal"
    """For whom it is; a public one holds no internal document, and its views claim nothing of what it does not hold."""
    site_url: str = ""
    """The site's own address, for other programs; empty where it does not know it."""
    former_paths: FormerPaths = field(default_factory=dict)
    """Under which paths documents were on the board before."""
    withdrawals: tuple[Withdrawal, ...] = ()
    """Of documents that would be `shown`, newest first. Their pages are all that there is of them, and the ledger's lines."""
    publications: PublicationLog = NO_LOG
    """What was up on the site, and when."""
    edits: bool = False
    """Whether forms that write to this computer are wanted."""

    @cached_property
    def with_page(self) -> tuple[Document, ...]:
        """All that have a page: those on the board, and those that were taken back, without their texts."""
        return (*self.shown, *(withdrawal.document for withdrawal in self.withdrawals))

    @cached_property
    def by_path(self) -> Mapping[str, Document]:
        """Path → document, of those that are shown."""
        return {document.path: document for document in self.shown}

    @cached_property
    def _repeated_titles(self) -> frozenset[str]:
        """Those that documents of two units bear."""
        units: dict[str, set[str]] = defaultdict(set)
        for document in self.shown:
            units[document.title].add(document.unit)
        return frozenset(title for title, named in units.items() if len(named) > 1)

    def full_title(self, document: Document) -> str:
        """A document's title, with its unit where another unit has one of the same title."""
        is_repeated = document.title in self._repeated_titles
        return f"{document.title}（{document.unit}）" if is_repeated else document.title

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Name → unit."""
        return {unit.name: unit for unit in self.settings.all_units}

    @cached_property
    def categories(self) -> Mapping[str, Category]:
        """Title → category of disclosures."""
        return {category.title: category for category in self.settings.categories}

    @cached_property
    def _entries_by_document(self) -> Mapping[str, tuple[Entry, ...]]:
        grouped: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            grouped[entry.document.path].append(entry)
        return {path: tuple(entries) for path, entries in grouped.items()}

    def entries_in(self, document: Document) -> tuple[Entry, ...]:
        """A document's entries in the order of its lines."""
        return self._entries_by_document.get(document.path, ())

    @cached_property
    def _outgoing(self) -> Mapping[str, list[Relation]]:
        return _grouped(self.relations, "source")

    @cached_property
    def _incoming(self) -> Mapping[str, list[Relation]]:
        return _grouped(self.relations, "target")

    def pointing_from(self, document: Document, kind: RelationKind) -> tuple[Relation, ...]:
        """The relations of a kind that start at `document`."""
        return tuple(relation for relation in self._outgoing.get(document.path, ()) if relation.kind is kind)

    def pointing_at(self, document: Document, kind: RelationKind) -> tuple[Relation, ...]:
        """The relations of a kind that lead to `document`."""
        return tuple(relation for relation in self._incoming.get(document.path, ()) if relation.kind is kind)

    @cached_property
    def _schedules(self) -> Schedules:
        return Schedules(self.entries, self.shown, self.today)

    @property
    def months(self) -> tuple[Month, ...]:
        """The months that have a page."""
        return self._schedules.months

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years that have a page."""
        return tuple(sorted({month.year for month in self.months}))

    def schedule(self, month: Month) -> Schedule:
        """What stands on `month`'s page."""
        return self._schedules.of(month)

    def of_year(self, year: int) -> tuple[Entry, ...]:
        """What stands on the month pages of a year by its own time, each activity once."""
        months = (month for month in self.months if month.year == year)
        found = (entry for month in months for entry in self.schedule(month).entries)
        return tuple({entry.counted_as: entry for entry in found}.values())

    def loose(self, year: int) -> tuple[Entry, ...]:
        """The entries under 时间待定 of a year's page."""
        return deduplicate(entry for entry in self.entries if entry.loose and year in entry.years)

    def of_type(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The documents of a type, newest first."""
        return of_type(self.shown, kind)

    @cached_property
    def cases(self) -> Mapping[str, Case]:
        """Path → what counts of a proposal today; newest first."""
        return cases_of(self.of_type(Proposal), self.settings, self.today)

    @cached_property
    def evaluations(self) -> tuple[YearEvaluation, ...]:
        """What members think of the union and its officers, the newest year first."""
        return evaluations_among(self.shown, self.today)

    @cached_property
    def targets(self) -> Mapping[str, tuple[Target, ...]]:
        """Path of a plan → its targets and what came of them today."""
        return targets_among(self.by_path, self.relations, self.today)

    @cached_property
    def follow_ups(self) -> Mapping[str, tuple[FollowUp, ...]]:
        """Path of a summary → the shortcomings that it names, and what plans make of them."""
        return follow_ups_among(self.shown, self.by_path, self.today)

    def targets_of(self, plans: Iterable[Plan]) -> tuple[Target, ...]:
        """The targets of some plans, in their order."""
        return tuple(target for plan in plans for target in self.targets[plan.path])

    def plans_of(self, summary: Summary) -> tuple[Plan, ...]:
        """The plans that a summary answers to."""
        found = (self.by_path[it.target] for it in self.pointing_from(summary, RelationKind.ANSWERS))
        return tuple(plan for plan in found if isinstance(plan, Plan))

    @cached_property
    def _by_period(self) -> Mapping[tuple[Month, Month], list[Plan | Summary]]:
        grouped: dict[tuple[Month, Month], list[Plan | Summary]] = defaultdict(list)
        documents: tuple[Plan | Summary, ...] = (*self.of_type(Plan), *self.of_type(Summary))
        for document in documents:
            grouped[document.period.start, document.period.end].append(document)
        return grouped

    def of_period(self, start: Month, end: Month) -> tuple[Plan | Summary, ...]:
        """The plans of exactly one period, then its summaries, each newest first."""
        return tuple(self._by_period.get((start, end), ()))

    @cached_property
    def tags(self) -> Mapping[str, tuple[Document, ...]]:
        """Tag → its documents; the most used tags first."""
        grouped: dict[str, list[Document]] = defaultdict(list)
        for document in self.shown:
            for tag in document.tags:
                grouped[tag].append(document)
        ordered = sorted(grouped, key=lambda tag: (-len(grouped[tag]), tag))
        return {tag: tuple(grouped[tag]) for tag in ordered}

    @cached_property
    def tag_anchors(self) -> Mapping[str, str]:
        """Tag → its anchor on the page of tags; tags that sound alike are told apart by a number."""
        found: dict[str, str] = {}
        for tag in sorted(self.tags):
            stem = f"tag-{slug_of(tag)}".rstrip("-")
            anchor, count = stem, 2
            while anchor in found.values():
                anchor, count = f"{stem}-{count}", count + 1
            found[tag] = anchor
        return found

    @cached_property
    def activity_kinds(self) -> Mapping[str, str]:
        """Category of planned activities → its address name; the settings' own first, then the officers', 其他 last.

        The name is the settled one, else the pinyin; with digits of its hash where the word is an officer's, or sounds
        like another of the settings: so the address of a calendar stays, whatever other categories come and go.
        """
        used = {entry.category for entry in self.entries if entry.planned}
        settled = {*self.settings.keywords, OTHER}
        own = [name for name in self.settings.keywords if name in used]
        named: dict[str, str] = {}
        for name in [*own, *sorted(used - settled), *sorted(used & {OTHER} - {*own})]:
            slug = ACTIVITY_SLUGS.get(name) or slug_of(name)[:_LONGEST_SLUG].strip("-")
            if name not in settled or not slug or slug in named.values():
                slug = "-".join(filter(None, [slug, hashlib.sha256(name.encode()).hexdigest()[:6]]))
            named[name] = slug
        return named

    @cached_property
    def published_files(self) -> tuple[str, ...]:
        """The paths of the files in plans/ that some document names under 附件 or links to (SPECIFICATION section 1)."""
        named = {attachment.path for document in self.shown for attachment in document.attachments}
        linked = {path_of_link(document, link.target) for document in self.shown for link in document.links}
        return tuple(sorted(self.files.attachments.keys() & (named | linked)))

    def attachments_of(self, document: Document) -> tuple[Attachment, ...]:
        """The attachments of a document that are there."""
        return tuple(item for item in document.attachments if item.path in self.files.attachments)

    def linked_documents(self, document: Document, links: Iterable[BodyLink]) -> tuple[Document, ...]:
        """The documents on the board to which some links of `document` lead, each once."""
        paths = dict.fromkeys(path_of_link(document, link.target) or "" for link in links)
        return tuple(self.by_path[path] for path in paths if path in self.by_path)

    def is_current(self, document: Document) -> bool:
        """Whether it belongs on the front page and in current lists: its 撤下 has not passed."""
        return document.expire_on is None or self.today <= day_of(document.expire_on)


def build_catalog(
    documents: tuple[Document, ...],
    settings: Settings,
    today: date,
    files: Files,
    history: History,
    *,
    audience: str = "internal",
    site_url: str = "",
    former_paths: FormerPaths | None = None,
    withdrawals: tuple[Withdrawal, ...] = (),
    publications: PublicationLog = NO_LOG,
    edits: bool = False,
) -> Catalog:
    """The catalog of `documents`, all of which are on the board on `today`."""
    shown = tuple(sorted(documents, key=lambda item: (-item.date.toordinal(), item.path)))
    by_path = {document.path: document for document in shown}
    relations = tuple(relation for document in shown for relation in relations_of(document, by_path))
    reports = _reports(relations, by_path)
    keywords = settings.keywords
    records = records_among(by_path, relations, today)
    entries = follow(
        entry
        for document in shown
        for entry in entries_of(
            document, reports.get(document.path, {}), keywords, today, records, claims=audience == "internal"
        )
    )
    return Catalog(
        settings,
        today,
        shown,
        entries,
        relations,
        files,
        history,
        audience=audience,
        site_url=site_url,
        former_paths=former_paths or {},
        withdrawals=withdrawals,
        publications=publications,
        edits=edits,
    )


def _reports(
    relations: tuple[Relation, ...], documents: Mapping[str, Document]
) -> Mapping[str, Mapping[int, list[Document]]]:
    found: dict[str, dict[int, list[Document]]] = defaultdict(lambda: defaultdict(list))
    for relation in relations:
        if relation.kind is RelationKind.ACTIVITY:
            found[relation.source][relation.line].append(documents[relation.target])
    return found


def _grouped(relations: tuple[Relation, ...], end: str) -> Mapping[str, list[Relation]]:
    grouped: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        grouped[getattr(relation, end)].append(relation)
    return grouped
