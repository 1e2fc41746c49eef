"""Newsletters by their numbers, and the issues that are missing between them (SPECIFICATION section 18)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Notice
from noticeboard.content.field_types.issues import series_of_title


@dataclass(frozen=True, slots=True)
class Volume:
    """The issues that are counted together: those of a year, or all of a newsletter that counts on through the years."""

    title: str
    """2026年; empty for one that counts on."""
    issues: tuple[Notice, ...]
    """By their numbers."""
    missing: tuple[int, ...]
    """Numbers below the highest that no issue has."""
    repeated: tuple[int, ...]
    """Numbers that several issues have."""


@dataclass(frozen=True, slots=True)
class Newsletter:
    """One newsletter of one unit."""

    name: str
    unit: str
    volumes: tuple[Volume, ...]
    """The newest first."""


def newsletters_of(catalog: Catalog) -> tuple[Newsletter, ...]:
    """All newsletters, by unit and name. In a public edition no issue is said to be missing, for it may be internal."""
    found: dict[tuple[str, str], list[Notice]] = {}
    for notice in catalog.of_type(Notice):
        if notice.issue:
            found.setdefault((notice.unit, _name(notice)), []).append(notice)
    today = None if catalog.audience == "public" else catalog.today
    return tuple(
        Newsletter(name, unit, _volumes(sorted(issues, key=_order), today))
        for (unit, name), issues in sorted(found.items())
    )


def numbers_of(notice: Notice) -> tuple[int, ...]:
    """The numbers of an issue; none of a notice that is no issue."""
    return notice.issue.numbers if notice.issue else ()


def _name(notice: Notice) -> str:
    return (notice.issue.series if notice.issue else "") or series_of_title(notice.title) or "简报"


def _order(notice: Notice) -> tuple[object, ...]:
    return notice.date, numbers_of(notice), notice.path


def _year(notice: Notice) -> int:
    return (notice.issue.year if notice.issue else None) or notice.date.year


def _volumes(issues: Sequence[Notice], today: date | None) -> tuple[Volume, ...]:
    """The volumes of a newsletter; without `today` nothing is said to be missing."""
    if _counts_on(issues):
        return (_volume("", issues, 0, today),)
    years = sorted({_year(issue) for issue in issues})
    volumes = [
        _volume(
            f"{year}年",
            [issue for issue in issues if _year(issue) == year],
            # Before the first year that the board has nobody knows what there was.
            0 if year == years[0] else 1,
            today,
        )
        for year in years
    ]
    return tuple(reversed(volumes))


def _counts_on(issues: Iterable[Notice]) -> bool:
    """Whether the numbers go on through the years: they say so, or none begins again."""
    if any(issue.issue and issue.issue.is_running for issue in issues):
        return True
    years: dict[int, list[int]] = {}
    for issue in issues:
        if issue.issue and issue.issue.year:
            return False
        years.setdefault(_year(issue), []).extend(numbers_of(issue))
    ordered = [numbers for _, numbers in sorted(years.items())]
    return len(ordered) > 1 and all(min(later) > max(earlier) for earlier, later in pairwise(ordered))


def _volume(title: str, issues: Sequence[Notice], first: int, today: date | None) -> Volume:
    numbers = [number for issue in issues for number in numbers_of(issue)]
    # What is dated ahead has not come, and does not tell that one before it is missing.
    come = [number for issue in issues if today and issue.date <= today for number in numbers_of(issue)]
    missing = set(range(first or min(numbers), max(come))) - set(numbers) if come else set()
    repeated = tuple(sorted({number for number in numbers if numbers.count(number) > 1}))
    ordered = sorted(issues, key=lambda issue: (numbers_of(issue), issue.path))
    return Volume(title, tuple(ordered), tuple(sorted(missing)), repeated)
