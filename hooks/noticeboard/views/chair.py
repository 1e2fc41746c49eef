"""还差什么: all gaps on one page for the chair, and as a table to download. Of the internal edition only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.deadlines import Deadline
from noticeboard.catalog.dues import Due
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.filings import MissingDocument
from noticeboard.catalog.gaps import CategoryGap, Gaps, gaps_of
from noticeboard.catalog.meetings import Assembly, Followed
from noticeboard.catalog.newsletters import Newsletter, Volume
from noticeboard.catalog.proposals import Case
from noticeboard.catalog.shortcomings import FollowUp
from noticeboard.content.documents import Service
from noticeboard.content.settings.board_settings import Unit
from noticeboard.views.helpers.addresses import (
    CHAIR,
    CHAIR_XLSX,
    COVERAGE,
    NEWSLETTERS,
    assembly_address,
    unit_address,
)
from noticeboard.views.helpers.day_words import chinese_date, time_left
from noticeboard.views.helpers.page import Asset, Page
from noticeboard.views.helpers.spreadsheet import Column, Sheet, workbook
from noticeboard.views.helpers.wording import (
    due_note,
    due_word,
    missing_words,
    proposal_word,
    resolution_word,
    state_note,
    state_word,
)

TITLE = "还差什么"
_COLUMNS = (
    Column("种类", 16),
    Column("事项", 48),
    Column("单位或负责", 24),
    Column("从哪天起", 12),
    Column("情况", 36),
    Column("网址", 36),
)


@dataclass(frozen=True, slots=True)
class GapRow:
    """One gap in words."""

    what: str
    who: str
    since: date | None
    """The first day on which it was missing; None for what is not late."""
    note: str
    target: str
    """Its place below the site's root, with an anchor where it has one: `units/dong/`, `plans/2026/ji-hua/#a-…`."""


@dataclass(frozen=True, slots=True)
class GapGroup:
    """The gaps of one kind."""

    title: str
    anchor: str
    rows: tuple[GapRow, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    """The page, which outside does not exist: there nobody is told what is missing."""
    if catalog.audience == "internal":
        words = "没有交的、逾期的、没有答复的、没有公开的，都在一页上"
        yield Page(CHAIR, TITLE, "chair.html", partial(_context, catalog), words)


def assets(catalog: Catalog) -> Iterator[Asset]:
    """The same to download; without the codes of files."""
    if catalog.audience == "internal":
        yield workbook(CHAIR_XLSX, lambda: [_sheet(catalog)], catalog.settings.organisation, catalog.today)


def _context(catalog: Catalog) -> Mapping[str, object]:
    parts = parts_of(catalog)
    return {"parts": parts, "count": sum(len(part.rows) for part in parts), "most": _MOST}


_MOST_NAMED = 12
"""Missing issues of one volume."""
_MOST = 100
"""Rows of one kind on the page; all are in the table."""


def _sheet(catalog: Catalog) -> Sheet:
    rows = (
        (part.title, row.what, row.who, row.since, row.note, row.target)
        for part in parts_of(catalog)
        for row in part.rows
    )
    return Sheet(TITLE, _COLUMNS, tuple(rows))


def parts_of(catalog: Catalog) -> tuple[GapGroup, ...]:
    """All kinds in the order in which a chair asks, also those of which nothing is missing."""
    gaps: Gaps = gaps_of(catalog)
    name = catalog.settings.disclosure_name
    return (
        GapGroup("没有交的计划和总结", "filings", tuple(_filing(*item) for item in gaps.filings)),
        GapGroup("逾期没有结果的活动", "activities", tuple(map(_activity, gaps.activities))),
        GapGroup(
            "没有答复的提案", "proposals", tuple(_proposal(case, catalog.today) for case in gaps.proposals)
        ),
        GapGroup(
            f"{name}缺的",
            "disclosures",
            (
                *(_session(*it) for it in gaps.sessions),
                *map(_category, gaps.disclosures),
            ),
        ),
        GapGroup("逾期没有办结的决议", "resolutions", tuple(map(_resolution, gaps.resolutions))),
        GapGroup("还在等回复的通知", "notices", tuple(_notice(it, catalog.today) for it in gaps.notices)),
        GapGroup("没有列入计划的问题", "shortcomings", tuple(map(_shortcoming, gaps.shortcomings))),
        GapGroup("过了复核日期的办事", "services", tuple(map(_service, gaps.services))),
        GapGroup("到期的和快到期的", "dues", tuple(map(_due, gaps.dues))),
        GapGroup("简报缺的", "issues", tuple(_issues(*item) for item in gaps.issues)),
    )


def _filing(unit: Unit, missing: MissingDocument) -> GapRow:
    return GapRow(missing_words(missing), unit.name, missing.since, "没有交", unit_address(unit))


def _activity(entry: Entry) -> GapRow:
    who = "，".join(filter(None, (entry.document.unit, entry.activity.leader)))
    note = state_note(entry) if entry.routine else state_word(entry)
    target = f"{entry.document.address}#{entry.activity.anchor}"
    return GapRow(entry.activity.text, who, entry.outcome.since, note, target)


def _proposal(case: Case, today: date) -> GapRow:
    proposal = case.proposal
    is_late = case.due is not None and case.due < today and not case.answers
    due = f"，期限 {chinese_date(case.due)}" if case.due else ""
    since = case.due + timedelta(days=1) if case.due and is_late else None
    who = proposal.handler or proposal.unit
    return GapRow(proposal.title, who, since, f"{proposal_word(case.state)}{due}", proposal.address)


def _category(gap: CategoryGap) -> GapRow:
    months = "、".join(f"{month.number}月" for month in gap.months)
    category = gap.row.category
    note = f"{category.frequency}一次，缺 {len(gap.months)} 次：到{months}底还没有"
    since = gap.months[0].plus(1).first
    return GapRow(f"{gap.year}年 {category.title}", "", since, note, f"{COVERAGE}#nb-{gap.year}")


def _session(assembly: Assembly, last_day: date) -> GapRow:
    note = f"应在{chinese_date(last_day)}以前公开，还没有"
    who = assembly.meetings[-1].unit
    return GapRow(
        f"{assembly.name}的决议", who, last_day + timedelta(days=1), note, assembly_address(assembly.code)
    )


def _resolution(item: Followed) -> GapRow:
    note = f"{resolution_word(item.state)}，已过 {item.late} 天"
    who = item.resolution.owner or item.meeting.unit
    since = item.due + timedelta(days=1) if item.due else None
    return GapRow(item.resolution.text, who, since, note, item.meeting.address)


def _notice(deadline: Deadline, today: date) -> GapRow:
    note = f"{chinese_date(deadline.until)}截止，{time_left(deadline.until, today)}"
    return GapRow(deadline.notice.title, deadline.notice.unit, None, note, deadline.notice.address)


def _due(due: Due) -> GapRow:
    note = f"{due_word(due)}，{chinese_date(due.expires)}到期，{due_note(due)}"
    since = due.expires + timedelta(days=1) if due.days < 0 else None
    return GapRow(due.item.name, due.item.holder or due.document.unit, since, note, due.document.address)


def _issues(newsletter: Newsletter, volume: Volume) -> GapRow:
    note = "缺" + "、".join(f"第{number}期" for number in volume.missing[:_MOST_NAMED])
    note += f"等 {len(volume.missing)} 期" if len(volume.missing) > _MOST_NAMED else ""
    return GapRow(f"{newsletter.name}{volume.title}", newsletter.unit, None, note, NEWSLETTERS)


def _service(service: Service) -> GapRow:
    return GapRow(service.title, service.unit, service.review_on, "请再核对一遍", service.address)


def _shortcoming(it: FollowUp) -> GapRow:
    measure = f"措施：{it.shortcoming.measure}" if it.shortcoming.measure else "没有写措施"
    note = f"《{it.summary.title}》，{measure}"
    return GapRow(it.shortcoming.text, it.summary.unit, it.waits_since, note, it.summary.address)
