"""逐月活动: a page for every month, every year, and the calendar that holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.progress import Progress, progress_of
from noticeboard.catalog.schedules import Schedule
from noticeboard.catalog.states import State
from noticeboard.content.documents import Disclosure, Notice, Plan, Proposal, Summary
from noticeboard.times import Month, PeriodKind, Precision
from noticeboard.views.calendar_feed import has_calendar
from noticeboard.views.helpers.addresses import CALENDAR, month_address, month_calendar, year_address
from noticeboard.views.helpers.evaluation_rows import evaluation_rows
from noticeboard.views.helpers.month_grid import grid_of
from noticeboard.views.helpers.page import Alternate, Page
from noticeboard.views.helpers.wording import STATE_WORDS
from noticeboard.views.targets import targets_of_year


@dataclass(frozen=True)
class Group:
    """Entries of a month that have come equally far."""

    key: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class MonthCell:
    """One month at a glance."""

    month: Month
    progress: Progress
    documents: int
    exists: bool
    """Whether the month has a page."""
    current: bool


_GROUPS = (
    *(
        (state, STATE_WORDS[state])
        for state in (State.PLANNED, State.OVERDUE, State.UNDECIDED_OVERDUE, State.UNDECIDED, State.DONE)
    ),
    (State.POSTPONED, "延期到别的时间"),
    (State.CANCELLED, STATE_WORDS[State.CANCELLED]),
)
_ROUTINE = ("routine", "每周、每月固定的活动")
_REPORTED = ("reported", "总结里的记录")
_ARRIVING = ("arriving", "从别的时间延期到这个月")


def pages(catalog: Catalog) -> Iterator[Page]:
    """The calendar, its years and its months."""
    months = catalog.months
    yield Page(
        CALENDAR, "逐月活动", "calendar.html", partial(_calendar, catalog), "按月查看工会活动的计划和落实情况"
    )
    for year in catalog.years:
        yield Page(
            year_address(year),
            f"{year}年活动",
            "year.html",
            partial(_year, catalog, year),
            f"{year}年十二个月的活动安排",
            depends=lambda context: context,
        )
    for index, month in enumerate(months):
        before = months[index - 1] if index else None
        after = months[index + 1] if index + 1 < len(months) else None
        yield Page(
            month_address(month),
            f"{month.title}活动",
            "month.html",
            partial(_month, catalog, month, before, after),
            f"{month.title}的计划、完成、延期和取消的活动，以及当月的通知、公开和总结",
            alternates=_alternates(catalog, month),
            depends=lambda context: context,
        )


def _alternates(catalog: Catalog, month: Month) -> tuple[Alternate, ...]:
    return (Alternate(month_calendar(month), f"{month.title}活动"),) if has_calendar(catalog, month) else ()


def _month(catalog: Catalog, month: Month, before: Month | None, after: Month | None) -> Mapping[str, object]:
    schedule = catalog.schedule(month)
    return {
        "month": month,
        "before": before,
        "after": after,
        "strip": [cell_of(catalog, Month(month.year, number)) for number in range(1, 13)],
        "calendar": month_calendar(month) if has_calendar(catalog, month) else None,
        "grid": grid_of(schedule, catalog.settings.days_off),
        "progress": schedule.progress,
        "groups": tuple(_groups(schedule)),
        "reports": schedule.issued(Summary),
        "plans": schedule.issued(Plan),
        "notices": schedule.issued(Notice),
        "disclosures": schedule.issued(Disclosure),
        "proposals": schedule.issued(Proposal),
        "sources": tuple(
            dict.fromkeys(
                document
                for entry in (*schedule.entries, *schedule.arriving)
                for document in (entry.document, *(other.document for other in entry.also))
            )
        ),
        "open_plans": tuple(plan for plan in catalog.of_type(Plan) if month in plan.period),
    }


def _groups(schedule: Schedule) -> Iterator[Group]:
    routine = [entry for entry in schedule.entries if entry.routine]
    reported = [entry for entry in schedule.entries if not entry.planned]
    rest = [entry for entry in schedule.entries if entry.planned and not entry.routine]
    for key, title in _GROUPS:
        found = tuple(entry for entry in rest if entry.state == key)
        if found:
            yield Group(key, title, found)
        if key == State.PLANNED and schedule.arriving:
            yield Group(*_ARRIVING, schedule.arriving)
    if routine:
        yield Group(*_ROUTINE, tuple(routine))
    if reported:
        yield Group(*_REPORTED, tuple(reported))


def cell_of(catalog: Catalog, month: Month) -> MonthCell:
    """A month at a glance."""
    schedule = catalog.schedule(month)
    return MonthCell(
        month=month,
        progress=schedule.progress,
        documents=len(schedule.documents),
        exists=month in catalog.months,
        current=month == Month.of(catalog.today),
    )


def _year(catalog: Catalog, year: int) -> Mapping[str, object]:
    cells = [cell_of(catalog, Month(year, number)) for number in range(1, 13)]
    years = catalog.years
    return {
        "year": year,
        "before": year - 1 if year - 1 in years else None,
        "after": year + 1 if year + 1 in years else None,
        "cells": cells,
        "progress": progress_of(catalog.of_year(year)),
        "targets": sum(targets_of_year(catalog, year).values(), ()),
        "evaluations": evaluation_rows(
            evaluated for evaluated in catalog.evaluations if evaluated.year == year
        ),
        "loose": tuple(_loose_groups(catalog, year)),
        "plans": tuple(plan for plan in catalog.of_type(Plan) if _touches(plan, year)),
        "summaries": tuple(item for item in catalog.of_type(Summary) if _touches(item, year)),
    }


_LOOSE_TITLES = {
    Precision.HALF_YEAR: "半年内",
    Precision.RECURRING: "每季度、每学期要做的",
    Precision.YEAR: "全年",
    Precision.UNDECIDED: "时间待定",
}


def _loose_groups(catalog: Catalog, year: int) -> Iterator[Group]:
    entries = catalog.loose(year)
    for precision, title in _LOOSE_TITLES.items():
        found = tuple(entry for entry in entries if entry.activity.time.precision is precision)
        if found:
            yield Group(precision.value, title, found)
    others = tuple(entry for entry in entries if entry.activity.time.precision not in _LOOSE_TITLES)
    if others:
        yield Group("other", "其他", others)


def _touches(document: Plan | Summary, year: int) -> bool:
    return document.period.start.year <= year <= document.period.end.year


def _calendar(catalog: Catalog) -> Mapping[str, object]:
    newest_first = sorted(catalog.months, reverse=True)
    school_years = any(
        plan.period.kind in (PeriodKind.SCHOOL_YEAR, PeriodKind.TERM) for plan in catalog.of_type(Plan)
    )
    return {
        "years": [
            (year, [cell_of(catalog, Month(year, number)) for number in range(1, 13)])
            for year in reversed(catalog.years)
        ],
        "school_years": [
            (start, [cell_of(catalog, month) for month in sorted(months)])
            for start, months in groupby(newest_first, key=_school_year)
        ]
        if school_years
        else [],
        "school_pages": school_years_named(catalog),
        "current": Month.of(catalog.today),
    }


def school_years_named(catalog: Catalog) -> frozenset[int]:
    """The school years that a plan or a summary names, itself or one of its terms: those that have a page."""
    documents: tuple[Plan | Summary, ...] = (*catalog.of_type(Plan), *catalog.of_type(Summary))
    return frozenset(it.period.school_year for it in documents if it.period.school_year is not None)


def _school_year(month: Month) -> int:
    """The calendar year in which the month's school year began (SPECIFICATION section 3: Sep–Aug)."""
    return month.year if month.number >= 9 else month.year - 1
