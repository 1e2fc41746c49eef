"""Chapters of a document that are about another time: what last year brought, in a plan; what comes next, in a summary."""

from __future__ import annotations

import re

from noticeboard.patterns import pattern_of
from noticeboard.times import Period

_PLANS = "计划|打算|安排|设想|思路|展望|部署"
_AHEAD = pattern_of(rf"{_PLANS}|要点|重点")
_AHEAD_AT_END = pattern_of(rf"(?:{_AHEAD.pattern})(?:[（(].*)?[：:]?$")
_BACK = pattern_of("回顾|总结|小结|完成情况|工作情况|成绩|成效|回眸")
_LAST = pattern_of("去年|上一?年|过去的?一年")
_NEXT = pattern_of("明年|来年|下一?年|新的一年|下一?步|今后|下一?阶段|下一?学期")
_NOW = pattern_of("今年|本年|本学[年期]")
_YEAR = pattern_of("20[0-9]{2}(?=年|学年)")


def says_ahead(heading: str) -> bool:
    """Whether a heading says what is to come: 下半年工作打算."""
    return _AHEAD_AT_END.search(heading.strip()) is not None


def is_of_another_time(heading: str, period: Period | None, *, is_summary: bool) -> bool:
    """Whether a chapter's heading says that what stands below it is nothing of the document's period.

    2025年工作回顾 in the plan of 2026, 下一步工作打算 in a summary. A heading that names both times, or that is no chapter
    of looking back or ahead, is none.
    """
    years = _years(heading)
    if _NOW.search(heading) or (_BACK.search(heading) and _AHEAD.search(heading)):
        return False
    if is_summary:
        is_next = bool(years) and period is not None and min(years) > period.end.year
        return _AHEAD.search(heading) is not None and (is_next or _NEXT.search(heading) is not None)
    is_last = bool(years) and period is not None and max(years) < period.start.year
    return _BACK.search(heading) is not None and (is_last or _LAST.search(heading) is not None)


def is_of_own_time(heading: str, period: Period | None, *, is_summary: bool) -> bool:
    """Whether a heading, at whatever level, leads back from such a chapter: 2026年工作安排 right below 去年工作回顾."""
    of_document = _BACK if is_summary else re.compile(_PLANS)
    is_named = period is not None and any(
        period.start.year <= year <= period.end.year for year in _years(heading)
    )
    return is_named or _NOW.search(heading) is not None or of_document.search(heading) is not None


def _years(heading: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(heading)]
