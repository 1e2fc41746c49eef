"""The draft of the summary that answers a plan: all its activities by months, and its targets with blanks."""

from __future__ import annotations

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.content.documents import AUDIENCES, Plan
from noticeboard.times import Month, Period, PeriodKind
from noticeboard.writing.new_document import NewSection
from noticeboard.writing.suggestions import month_heading
from noticeboard.writing.summary_lines import LineMaker


def values_of(plan: Plan) -> dict[str, str]:
    """The fields that follow from the plan."""
    values = {"unit": plan.unit, "period": plan.period.text, "draft": "是"}
    if title := title_of(plan):
        values["title"] = title
    if "audience" in plan.positions:
        values["audience"] = next(word for word, audience in AUDIENCES.items() if audience == plan.audience)
    return values


def blanks_of(plan: Plan) -> tuple[str, ...]:
    """A line of 数据 for each target: its name with a colon and nothing behind it, which the checks ask to fill in."""
    return tuple(f"{name}:" for name in dict.fromkeys(target.name for target in plan.targets))


def title_of(plan: Plan) -> str:
    """The plan's title with 总结 in the place of 计划; empty where it does not end so."""
    stem = plan.title.removesuffix("计划")
    return f"{stem}总结" if stem and stem != plan.title else ""


def sections_of(catalog: Catalog, plan: Plan, path: str) -> tuple[NewSection, ...]:
    """The plan's activities on the catalog's day, for the summary `path`: by months, then what has no month of its own."""
    maker = LineMaker(path, plan.period.text, catalog.settings)
    # 2025—2026学年 is the name of a period, and no time for an item.
    is_school_year = plan.period.kind is PeriodKind.SCHOOL_YEAR
    year, whole = plan.period.start.year, "全年" if is_school_year else plan.period.title
    lines: dict[str, list[str]] = {month_heading(month, year): [] for month in plan.period.months}
    lines.setdefault(whole, [])
    for entry in sorted(catalog.entries_in(plan), key=lambda entry: entry.order):
        month = _month_of(entry, plan.period)
        heading, line = maker.line(entry, [month_heading(month, year), whole] if month else [whole])
        lines[heading].append(line)
    return tuple(NewSection(heading, tuple(found)) for heading, found in lines.items() if found)


def _month_of(entry: Entry, period: Period) -> Month | None:
    """The first of its months; none for what has no month of its own, or has all of a longer period."""
    months = [month for month in entry.activity.time.months if month in period]
    if entry.loose or not months or (len(months) > 1 and len(months) == len(period.months)):
        return None
    return months[0]
