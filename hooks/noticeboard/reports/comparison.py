"""What a change of the files changes for readers: two sites of the same day, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from noticeboard.build import Site
from noticeboard.catalog.brought_files import brought_files
from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.sections.figure_changes import FigureChange, figure_changes
from noticeboard.problems import Problem
from noticeboard.reports.renames import renames_between
from noticeboard.times import Month
from noticeboard.views.helpers.activity_times import when
from noticeboard.views.helpers.wording import state_word


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document that is new, gone, or reads otherwise than before."""

    kind: str
    """`new`, `changed`, `renamed`, `withdrawn`, `gone`."""
    document: Document
    """As it is now; as it was, when it is gone or withdrawn."""
    figures: tuple[FigureChange, ...] = ()
    """Of a disclosure that stays: which of its figures are others now."""
    files: tuple[str, ...] = ()
    """The names of its attachments that have a new content."""
    before: str = ""
    """The path that a renamed one had."""
    edited: bool = False
    """Whether a renamed one reads otherwise, too."""

    @property
    def is_disclosure(self) -> bool:
        """Whether the document is a disclosure."""
        return isinstance(self.document, Disclosure)


@dataclass(frozen=True, slots=True)
class MonthChange:
    """What is new, gone or said otherwise on a month's page."""

    month: Month
    new: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    exists: bool
    """Whether the month still has a page."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that a reviewer should look at."""

    documents: tuple[DocumentChange, ...]
    months: tuple[MonthChange, ...]
    new_problems: tuple[Problem, ...]
    """Those that the change brings."""
    old_problems: tuple[Problem, ...]
    """Those that were there before, and still are."""
    mended: int
    """How many the change takes away."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.documents or self.months or self.new_problems or self.mended)


def compare(before: Site, after: Site) -> Comparison:
    """What becomes of `before` when it becomes `after`."""
    known = Counter(map(_identity, before.problems))
    new, old = [], []
    for problem in after.problems:
        if known[_identity(problem)]:
            known[_identity(problem)] -= 1
            old.append(problem)
        else:
            new.append(problem)
    renames = renames_between(before.catalog.by_path, after.catalog.by_path)
    return Comparison(
        documents=tuple(_documents(before.catalog, after.catalog, renames)),
        months=tuple(_months(before.catalog, after.catalog, renames)),
        new_problems=tuple(new),
        old_problems=tuple(old),
        mended=known.total(),
    )


def _identity(problem: Problem) -> tuple[str, str, str]:
    """A problem wherever it stands in its file: one that only moved is not new."""
    return problem.path, problem.code, problem.message


def _documents(before: Catalog, after: Catalog, renames: Mapping[str, str]) -> Iterator[DocumentChange]:
    old, new = before.by_path, after.by_path
    withdrawn = {withdrawal.document.path for withdrawal in after.withdrawals}
    for path in sorted((old.keys() | new.keys()) - {*renames.values()}):
        if path in renames:
            was, document = old[renames[path]], new[path]
            edited = was.digest != document.digest
            yield DocumentChange("renamed", document, _figures(was, document), before=was.path, edited=edited)
        elif path not in old:
            yield DocumentChange("new", new[path])
        elif path not in new:
            yield DocumentChange("withdrawn" if path in withdrawn else "gone", old[path])
        else:
            document, files = new[path], tuple(_other_files(before, after, new[path]))
            if files or document.digest != old[path].digest:
                yield DocumentChange("changed", document, _figures(old[path], document), files)


def _figures(old: Document, new: Document) -> tuple[FigureChange, ...]:
    if isinstance(old, Disclosure) and isinstance(new, Disclosure) and not old.draft:
        return figure_changes(old, new)
    return ()


def _other_files(before: Catalog, after: Catalog, document: Document) -> Iterator[str]:
    old, new = before.files.digests, after.files.digests
    for file in brought_files(document):
        if file.path in old and new.get(file.path) != old[file.path]:
            yield file.name


def _months(before: Catalog, after: Catalog, renames: Mapping[str, str]) -> Iterator[MonthChange]:
    today = {old: new for new, old in renames.items()}
    for month in sorted({*before.months, *after.months}):
        old, new = _entries(before, month, today), _entries(after, month, {})
        change = MonthChange(
            month,
            new=tuple(entry for key, entry in new.items() if key not in old),
            changed=tuple(
                entry
                for key, entry in new.items()
                if key in old and _shown(entry, {}) != _shown(old[key], today)
            ),
            gone=tuple(entry for key, entry in old.items() if key not in new),
            exists=month in after.months,
        )
        if change.new or change.changed or change.gone:
            yield change


def _entries(catalog: Catalog, month: Month, today: Mapping[str, str]) -> dict[tuple[str, str], Entry]:
    """What stands on the month's page, by what makes an activity the same one: its document's path `today`, its anchor."""
    schedule = catalog.schedule(month)
    return {
        (today.get(entry.document.path, entry.document.path), entry.activity.anchor): entry
        for entry in (*schedule.entries, *schedule.arriving)
    }


def _shown(entry: Entry, today: Mapping[str, str]) -> tuple[object, ...]:
    activity = entry.activity
    reports = [today.get(report.path, report.path) for report in entry.reports]
    return (
        when(entry), activity.text, state_word(entry), activity.reason, activity.postponed_to, activity.postponed_words, entry.category,
        activity.place, activity.leader, activity.participants, activity.headcount, activity.cost, reports,
    )  # fmt: skip
