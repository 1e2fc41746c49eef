"""学年: a page for every school year and each of its terms, beside those of calendar years (SPECIFICATION section 15)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.deduplication import deduplicate
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.periods import covers
from noticeboard.catalog.progress import progress_of
from noticeboard.content.documents import Disclosure, Meeting, Plan, Summary
from noticeboard.times import Period, read_period
from noticeboard.views.helpers.addresses import school_year_address
from noticeboard.views.helpers.page import Page
from noticeboard.views.months import cell_of, school_years_named

Kind = TypeVar("Kind", Plan, Summary)
_TERMS = {None: "", 1: "第一学期", 2: "第二学期"}


@dataclass(frozen=True, slots=True)
class SchoolPeriod:
    """A school year, or one of its terms."""

    year: int
    """The calendar year in which the school year begins."""
    term: int | None

    @property
    def period(self) -> Period:
        """Its months."""
        found = read_period(f"{self.year}—{self.year + 1}学年{_TERMS[self.term]}")
        assert isinstance(found, Period)  # Years with a page can be read.
        return found

    @property
    def address(self) -> str:
        """Address of its page."""
        return school_year_address(self.year, self.term)


def school_years_of(catalog: Catalog) -> tuple[int, ...]:
    """The school years that have a page, the oldest first."""
    return tuple(sorted(school_years_named(catalog)))


def pages(catalog: Catalog) -> Iterator[Page]:
    """The pages of a school year and of both its terms."""
    for year in school_years_of(catalog):
        for term in _TERMS:
            school = SchoolPeriod(year, term)
            title = school.period.title
            yield Page(
                school.address,
                title,
                "school_year.html",
                partial(_context, catalog, school),
                f"{title}的活动、计划、总结和目标",
                depends=lambda context: context,
            )


def _context(catalog: Catalog, school: SchoolPeriod) -> Mapping[str, object]:
    period, years = school.period, school_years_of(catalog)
    plans = _within(catalog.of_type(Plan), period)
    return {
        "period": period,
        "parts": [SchoolPeriod(school.year, term) for term in _TERMS],
        "here": school,
        "before": _beside(school, -1, years),
        "after": _beside(school, 1, years),
        "cells": [cell_of(catalog, month) for month in period.months],
        "progress": progress_of(_entries(catalog, period)),
        "loose": _loose(catalog, period),
        "plans": plans,
        "summaries": _within(catalog.of_type(Summary), period),
        "targets": catalog.targets_of(plans),
        "meetings": tuple(item for item in catalog.of_type(Meeting) if item.date in period),
        "disclosures": sum(item.date in period for item in catalog.of_type(Disclosure)),
    }


def _within(documents: Iterable[Kind], period: Period) -> tuple[Kind, ...]:
    """Those whose own period lies in it."""
    return tuple(document for document in documents if covers(period, document.period))


def _entries(catalog: Catalog, period: Period) -> tuple[Entry, ...]:
    """What stands on the months' pages by its own time, each activity once."""
    found = (entry for month in period.months for entry in catalog.schedule(month).entries)
    return tuple({entry.key: entry for entry in found}.values())


def _loose(catalog: Catalog, period: Period) -> tuple[Entry, ...]:
    """What has no month of its own, of the plans whose period lies in it."""
    return deduplicate(
        entry
        for entry in catalog.entries
        if entry.loose and isinstance(entry.document, Plan) and covers(period, entry.document.period)
    )


def _beside(school: SchoolPeriod, step: int, years: tuple[int, ...]) -> SchoolPeriod | None:
    """The same part of the school year before or after, where it has a page."""
    year = school.year + step
    return SchoolPeriod(year, school.term) if year in years else None
