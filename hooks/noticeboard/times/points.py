"""Reads dates: months, parts of months and days, in lists and ranges. Folded text → Dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from noticeboard.times import clock, grammar
from noticeboard.times.bounds import bound_of
from noticeboard.times.clock import Clock
from noticeboard.times.faults import WEEKDAYS
from noticeboard.times.numerals import number, skip
from noticeboard.times.phrases import (
    THIS_MONTH,
    DatePoint,
    DateRange,
    Dates,
    Form,
    MonthPart,
    Phrase,
    YearWord,
)


def weekday_of(sign: str) -> int:
    """0 for 一 and 1, 6 for 日, 天 and 7."""
    return int(sign) - 1 if sign.isascii() else WEEKDAYS.index("日" if sign == "天" else sign)


@dataclass(slots=True)
class _Draft:
    """A point being read."""

    point: DatePoint
    end: int
    bare: str = ""
    """A number whose unit the next point tells."""
    month_end: int | None = None
    """Where the month before that number ends: it would be a point without it."""
    is_iso: bool = False
    clock: Clock | None = None


def read_dates(text: str, start: int) -> Phrase | None:
    """The dates at `start` of the folded `text`, as long as they go on; with the time of day in their brackets."""
    drafts: list[_Draft] = []
    ends_range: list[bool] = []
    count = end = 0
    at, link = start, None
    while new := _point(text, at, drafts):
        if link is not None and not _continues(drafts[-1], new[0], link):
            break
        ends_range += [link is not None and link["to"] is not None, *[False] * (len(new) - 1)]
        drafts += new
        last = drafts[-1]
        if not last.bare:
            count, end = len(drafts), last.end
        elif last.month_end is not None:
            count, end = len(drafts), last.month_end
        link = grammar.LINK.match(text, _after_inner_clock(text, last))
        if link is None and (second := _second_part(text, last, ends_range[-1])):
            ends_range.append(True)
            drafts.append(second)
            count, end = len(drafts), second.end
            break
        if link is None or (link["to"] and ends_range[-1]):
            break
        at = link.end()
    if not count:
        return None
    del drafts[count:]
    timed = any(draft.clock for draft in drafts[:-1])
    around = grammar.AROUND.match(text, end)
    dates = Dates(_spans(_settled(drafts), ends_range), timed)
    bound = bound_of(around[0]) if around else None
    return Phrase(dates, start, around.end() if around else end, None if timed else drafts[-1].clock, bound)


def _second_part(text: str, before: _Draft, ends_range: bool) -> _Draft | None:
    """The part of the next month that follows one without any sign: 3月底4月初."""
    if before.point.part is None or ends_range:
        return None
    match = grammar.MONTH_POINT.match(text, before.end)
    if match is None or not match["part"] or match["two"]:
        return None
    return _months(text, match)[0]


def _point(text: str, at: int, before: list[_Draft]) -> list[_Draft]:
    """The point at `at`: none, one, or two for 七八月份."""
    if match := grammar.ISO_POINT.match(text, at):
        day = number(match["day"]) if match["day"] else None
        point = DatePoint(
            match[0], at, YearWord(match["year"], at, number(match["year"])), number(match["month"]), day
        )
        return [_with_aside(text, _Draft(point, match.end(), is_iso=True))]
    if before and before[-1].is_iso and (match := grammar.ISO_REST.match(text, at)):
        month = number(match["month"]) if match["month"] else None
        return [
            _with_aside(text, _Draft(DatePoint(match[0], at, None, month, number(match["day"])), match.end()))
        ]
    if match := grammar.MONTH_POINT.match(text, at):
        return _months(text, match)
    if match := grammar.SIGN_POINT.match(text, at) or grammar.HYPHEN_POINT.match(text, at):
        return _with_sign(text, match)
    if match := grammar.WEEK_POINT.match(text, at):
        return [_Draft(DatePoint(match[0], at, week=number(match["week"])), match.end())]
    if before and before[-1].bare and (match := grammar.UNSIGNED_DAY.match(text, at)):
        unsigned = DatePoint(match[0], at, day=number(match["unsigned"]), form=Form.UNSIGNED)
        return [_Draft(unsigned, match.end())]
    if before and (match := grammar.YEAR_END.match(text, at)):
        return [_Draft(DatePoint(match[0], at, None, 12), match.end())]
    if match := (grammar.DAY_POINT if before else grammar.DAY_POINT_ALONE).match(text, at):
        day, part = _day_or_part(match)
        return [_with_aside(text, _Draft(DatePoint(match[0], at, day=day, part=part), match.end()))]
    if match := grammar.BARE_POINT.match(text, at):
        return [_Draft(DatePoint(match["bare"], at, read_year(match)), match.end(), match["bare"])]
    return []


def _months(text: str, match: re.Match[str]) -> list[_Draft]:
    written, at, year = match[0], match.start(), read_year(match)
    drafts: list[_Draft] = []
    if match["two"]:
        first, month = _TWO.get(match["two"].replace("、", "")) or map(number, match["two"])
        drafts.append(_Draft(DatePoint(written, at, year, first), match.end()))
        year = None
    else:
        month = 1 if match["month"] == "元" else number(match["month"]) if match["month"] else THIS_MONTH
    day, part = _day_or_part(match)
    point = DatePoint(written, at, year, month, day, part, within=_within(match))
    if match["unsigned"]:
        point = replace(point, day=number(match["unsigned"]), form=Form.UNSIGNED)
    if match["week"]:
        point = replace(point, week=number(match["week"]))
    draft = _Draft(point, match.end())
    if match["bare"]:
        draft.bare, draft.month_end = match["bare"], match.end("months")
    drafts.append(_with_aside(text, draft))
    return drafts


_TWO = {"十一二": (11, 12), "九十": (9, 10)}


def _within(match: re.Match[str]) -> tuple[int, ...]:
    """The months of the longer stretch that is said before the month."""
    if match["half"]:
        return tuple(range(1, 7) if match["half"] == "上" else range(7, 13))
    if match["quarter"]:
        last = number(match["quarter"]) * 3
        return last - 2, last - 1, last
    return ()


def _with_sign(text: str, match: re.Match[str]) -> list[_Draft]:
    """The day in 3/8 or 3.8; none where no year has such a day."""
    month, day = number(match["month"]), number(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    form = _FORMS[match["sign"]]
    point = DatePoint(match[0], match.start(), month=month, day=day, form=form)
    return [_with_aside(text, _Draft(point, match.end(), is_iso=True))]


_FORMS = {"/": Form.SLASH, ".": Form.DOT, "-": Form.DASH}


def _day_or_part(match: re.Match[str]) -> tuple[int | None, MonthPart | None]:
    day, part = match["day"], match["part"]
    word = part.removeprefix("月").replace(" ", "") if part else ""
    return number(day) if day else None, grammar.PARTS[word] if word else None


def read_year(match: re.Match[str]) -> YearWord | None:
    """The year in what a rule with `grammar.YEAR` matched."""
    groups = match.groupdict()
    if groups["year"]:
        return YearWord(groups["year"], match.start("year"), number(groups["year"]))
    if groups.get("blank_year"):
        return YearWord(groups["blank_year"] + "年", match.start("blank_year"))
    if groups.get("next_year"):
        return YearWord(groups["next_year"], match.start("next_year"), is_next=True)
    return None


def _with_aside(text: str, draft: _Draft) -> _Draft:
    """The day with the weekday after it, and a time of day in the same brackets: 3月8日（周日 14:30）."""
    if draft.point.day is None:
        return draft
    match = grammar.ASIDE.match(text, draft.end)
    if match is not None:
        draft_clock = clock.find(text, match.end())
        part = grammar.PART_OF_DAY.match(text, match.end())
        end = draft_clock.end if draft_clock else part.end() if part else match.end()
        close = grammar.ASIDE_END.match(text, end)
        if close is None or (end == match.end() and not match["weekday"]):
            return draft
        draft.end, draft.clock = close.end(), draft_clock
    elif match := grammar.WEEKDAY.match(text, draft.end):
        draft.end = draft.end if match["glued"] is not None else match.end()
    if match is not None and match["weekday"]:
        at = match.start("weekday")
        at -= _WEEK_WORDS.get(text[at - 1], 0)
        draft.point = replace(
            draft.point,
            weekday=weekday_of(match["weekday"]),
            weekday_written=text[at : match.end("weekday")],
            weekday_at=at,
        )
    return draft


_WEEK_WORDS = {"周": 1, "期": 2, "拜": 2}
"""The last sign of 周, 星期 and 礼拜 → how long the word is; in brackets the day may stand alone."""


def _after_inner_clock(text: str, draft: _Draft) -> int:
    """Where a day ends of which a time of day is said when a range goes on after it."""
    if draft.point.day is None or draft.clock:
        return draft.end
    found = clock.find(text, skip(grammar.CLOCK_GAP, text, draft.end))
    link = grammar.LINK.match(text, found.end) if found else None
    if found is None or link is None or not link["to"]:
        return draft.end
    if not (grammar.MONTH_POINT.match(text, link.end()) or grammar.DAY_POINT.match(text, link.end())):
        return draft.end
    draft.clock = found
    return found.end


def _continues(before: _Draft, after: _Draft, link: re.Match[str]) -> bool:
    """Whether `after` belongs to the list or range that `before` is in."""
    if (
        before.bare
        and before.month_end is None
        and (link["comma"] or not (link["to"] or before.bare.isascii()))
    ):
        # 一、三月份 is a heading's number and a month, 3,000元 is money; 三、四月份 are two months.
        follower = after.point.month or after.point.day or (number(after.bare) if after.bare else 0)
        return follower == number(before.bare) + 1
    if link["slash"] and not (_is_whole(before.point) and _is_whole(after.point)):
        return False
    if link["comma"] and (after.bare or _unit(before.point) != _unit(after.point)):
        return False
    return bool(before.bare or after.bare) or not before.point.is_month or after.point.month is not None


def _is_whole(point: DatePoint) -> bool:
    """Whether a slash can stand beside a point: it is a month, or a day with its month and without a slash of its own."""
    is_day = point.month is not None and point.form is not Form.SLASH
    return _unit(point) == "month" or (_unit(point) == "day" and is_day)


def _unit(point: DatePoint) -> str:
    return "day" if point.day is not None else "part" if point.part is not None else "month"


def _settled(drafts: list[_Draft]) -> list[DatePoint]:
    """The points, each bare number with the unit of the point after it; a number after a month is a day."""
    points: list[DatePoint] = []
    for draft in reversed(drafts):
        point = draft.point
        if draft.bare and draft.month_end is None and points[-1].month is not None:
            point = replace(point, month=number(draft.bare))
        elif draft.bare and points:
            point = replace(point, day=number(draft.bare))
        points.append(point)
    return points[::-1]


def _spans(points: list[DatePoint], ends_range: list[bool]) -> tuple[DateRange, ...]:
    spans: list[DateRange] = []
    for point, ends in zip(points, ends_range, strict=False):
        if ends:
            spans[-1] = DateRange(spans[-1].first, point)
        else:
            spans.append(DateRange(point))
    return tuple(spans)
