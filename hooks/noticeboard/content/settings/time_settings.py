"""The settings of a site that say when vacations, seasons and parts of a term are (SPECIFICATION section 3, rule 9)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from noticeboard.content.settings.settings_group import SettingsGroup
from noticeboard.times import Calendar
from noticeboard.times.time import SCHOOL, SEASONS
from noticeboard.times.workdays import GivenDays

Months = tuple[Annotated[int, Field(ge=1, le=12)], ...]
"""Numbers of calendar months, in their order: 12, 1 runs over the new year."""


def _each_once(months: Months) -> Months:
    if not months:
        raise ValueError("至少要写一个月")
    if len(set(months)) < len(months):
        raise ValueError("同一个月写了两次")
    return months


Named = Annotated[Months, AfterValidator(_each_once)]


class Vacations(SettingsGroup):
    """The months of 寒假 and 暑假."""

    winter: Months = (1, 2)
    summer: Months = (7, 8)


class Seasons(SettingsGroup):
    """The months of 春季, 夏季, 秋季 and 冬季."""

    spring: Named = SEASONS["春季"]
    summer: Named = SEASONS["夏季"]
    autumn: Named = SEASONS["秋季"]
    winter: Named = SEASONS["冬季"]


class SchoolYear(SettingsGroup):
    """The months of 开学前, 学期初, 期中 and 期末, one of each term."""

    before_term: Named = SCHOOL["开学前"]
    term_start: Named = SCHOOL["学期初"]
    mid_term: Named = SCHOOL["期中"]
    term_end: Named = SCHOOL["期末"]
    first_weeks: tuple[date, ...] = ()
    """A day of the first week of each term, from which 第3周 is counted."""


def calendar_of(vacations: Vacations, seasons: Seasons, year: SchoolYear, days_off: GivenDays) -> Calendar:
    """What the time grammar needs of the settings."""
    return Calendar(
        winter=vacations.winter,
        summer=vacations.summer,
        seasons={
            "春季": seasons.spring,
            "夏季": seasons.summer,
            "秋季": seasons.autumn,
            "冬季": seasons.winter,
        },
        school={
            "开学前": year.before_term,
            "学期初": year.term_start,
            "期中": year.mid_term,
            "期末": year.term_end,
        },
        first_weeks=year.first_weeks,
        days_off=days_off,
    )
