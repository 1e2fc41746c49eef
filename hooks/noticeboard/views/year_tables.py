"""全年活动表: all activities of a year as one table, on a page to print and as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.same_activities import Key
from noticeboard.times import Month
from noticeboard.views.helpers.activity_times import when
from noticeboard.views.helpers.addresses import year_table_address, year_workbook
from noticeboard.views.helpers.page import Asset, Page
from noticeboard.views.helpers.spreadsheet import Cell, Column, Sheet, workbook
from noticeboard.views.helpers.wording import postponed_note, state_note, state_word

UNDATED = "时间待定"
_MOST = 40
"""Rows of one month on the page; all are in the workbook."""
COLUMNS = (
    Column("月份", 10),
    Column("时间", 22),
    Column("活动", 48),
    Column("类别", 12),
    Column("单位", 18),
    Column("负责", 14),
    Column("地点", 16),
    Column("参加", 16),
    Column("人数", 8),
    Column("经费", 12),
    Column("情况", 14),
    Column("说明", 36),
    Column("结果登在", 36),
    Column("出自", 30),
    Column("网址", 36),
)


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """The activities that stand under one month, or under none."""

    title: str
    month: Month | None
    entries: tuple[Entry, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    """One page a year."""
    for year in catalog.years:
        title = f"{year}年全年活动表"
        words = f"{year}年的活动按月排成一张表，可以打印和下载"
        yield Page(
            year_table_address(year),
            title,
            "year_table.html",
            partial(_context, catalog, year),
            words,
            depends=lambda context: context,
        )


def assets(catalog: Catalog) -> Iterator[Asset]:
    """The same to download."""
    for year in catalog.years:
        tables = partial(_tables, catalog, year)
        yield workbook(year_workbook(year), tables, catalog.settings.organisation, catalog.today)


def _context(catalog: Catalog, year: int) -> Mapping[str, object]:
    parts = parts_of(catalog, year)
    years = catalog.years
    return {
        "year": year,
        "before": year - 1 if year - 1 in years else None,
        "after": year + 1 if year + 1 in years else None,
        "parts": parts,
        "count": sum(len(part.entries) for part in parts),
        "most": _MOST,
    }


def parts_of(catalog: Catalog, year: int) -> tuple[MonthGroup, ...]:
    """Each activity once: under the first month of the year on whose page it stands, or at the end where it has none.

    What was put off stands by the line that tells the most steps, not again at the item at its new time.
    """
    found: dict[Key, tuple[Month, Entry]] = {}
    for month in (month for month in catalog.months if month.year == year):
        schedule = catalog.schedule(month)
        for entry in (*schedule.entries, *schedule.arriving):
            found.setdefault(entry.counted_as, (month, entry))
    met = {entry.key: entry for _, entry in found.values()}
    longest: dict[Key, Entry] = {}
    for _, entry in found.values():
        known = longest.setdefault(_last_key(entry, met), entry)
        if len(entry.activity.postponements) > len(known.activity.postponements):
            longest[_last_key(entry, met)] = entry
    by_month: dict[Month, list[Entry]] = {}
    for month, entry in found.values():
        if longest[_last_key(entry, met)] is not entry:
            continue
        by_month.setdefault(month, []).append(entry)
    parts = [MonthGroup(f"{month.number}月", month, tuple(entries)) for month, entries in by_month.items()]
    undated = catalog.loose(year)
    return (*parts, MonthGroup(UNDATED, None, undated)) if undated else tuple(parts)


def _last_key(entry: Entry, met: Mapping[Key, Entry]) -> Key:
    """The item at which it goes on at last."""
    while (following := entry.goes_on) is not None and following in met:
        entry = met[following]
    return entry.counted_as


def _tables(catalog: Catalog, year: int) -> list[Sheet]:
    rows = (_row(catalog, part, entry) for part in parts_of(catalog, year) for entry in part.entries)
    return [Sheet(f"{year}年活动", COLUMNS, tuple(rows))]


def _row(catalog: Catalog, part: MonthGroup, entry: Entry) -> tuple[Cell, ...]:
    activity = entry.activity
    told_by = dict.fromkeys((*entry.reports, *(record.document for record in entry.records)))
    return (
        part.title,
        when(entry),
        activity.text,
        entry.category,
        entry.document.unit,
        activity.leader or "",
        activity.place or "",
        activity.participants or "",
        activity.headcount or "",
        activity.cost or "",
        state_word(entry),
        "；".join(filter(None, (postponed_note(entry), activity.reason, state_note(entry)))),
        "；".join(catalog.full_title(document) for document in told_by),
        catalog.full_title(entry.document),
        f"{entry.document.address}#{activity.anchor}",
    )
