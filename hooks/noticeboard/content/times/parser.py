"""Puts the words of the grammar together: folded text → Phrase. Of several readings the longest wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from noticeboard.content.times import clock, grammar
from noticeboard.content.times.clock import Clock
from noticeboard.content.times.faults import WEEKDAYS
from noticeboard.content.times.festivals import FESTIVALS
from noticeboard.content.times.numerals import DASH, NUMBER, number
from noticeboard.content.times.period import FIRST_TERM, SECOND_TERM
from noticeboard.content.times.phrases import (
    THIS_MONTH,
    ClockOnly,
    Dates,
    Every,
    Holiday,
    Part,
    Phrase,
    Point,
    Reach,
    Recurrence,
    Span,
    Stretch,
    Undecided,
    Year,
)


def parse(text: str, start: int = 0, *, is_heading: bool = False) -> Phrase | None:
    """The time that begins at `start` of the folded `text`; None when none does.

    In a heading a festival after white space is a theme: 九月 教师节.
    """
    if found := _recurrence(text, start, counted=not is_heading):
        what, end = found
        yearly = grammar.EVERY_YEAR.match(text, start)
        if yearly and (dated := _dated(text, yearly.end(), is_heading)) is not None:
            return replace(dated, start=start)
        return _with_clock(text, Phrase(what, start, end))
    if found := _stretch(text, start):
        what, end = found
        return Phrase(what, start, end)
    return _dated(text, start, is_heading) or _clock(text, start) or _undecided(text, start)


def parse_whole_year(text: str, start: int = 0) -> Phrase | None:
    """A calendar year that is all there is from `start` of the folded `text`."""
    match = grammar.WHOLE_YEAR.fullmatch(text, start)
    return Phrase(Stretch(Reach.YEAR, (), _year(match)), start, match.end()) if match else None


def _dated(text: str, start: int, is_heading: bool) -> Phrase | None:
    """Dates, a festival, or dates that say more exactly when a festival or a recurrence is."""
    phrase = _dates(text, start)
    if phrase is None:
        holiday = _holiday(text, start)
        return _with_clock(text, Phrase(holiday[0], start, holiday[1])) if holiday else None
    if phrase.what.are_months:
        after = phrase.end if is_heading else grammar.COMMA.match(text, phrase.end).end()
        if found := _recurrence(text, after, counted=False):
            return _with_clock(text, Phrase(replace(found[0], within=phrase.what), start, found[1]))
        after = phrase.end if is_heading else grammar.SPACE.match(text, phrase.end).end()
        if len(phrase.what.points) == 1 and (found := _holiday(text, after, phrase.what)):
            return _with_clock(text, Phrase(found[0], start, found[1]))
        return phrase
    return _with_clock(text, phrase)


def _with_clock(text: str, phrase: Phrase) -> Phrase:
    """The phrase with the time of day after it, or the words 上午, 下午 for one."""
    if phrase.clock is not None:
        return phrase
    if found := clock.find(text, grammar.CLOCK_GAP.match(text, phrase.end).end()):
        if isinstance(phrase.what, Dates) and phrase.what.are_timed:
            return replace(phrase, end=found.end)
        return replace(phrase, end=found.end, clock=found)
    if part := grammar.PART_OF_DAY.match(text, phrase.end):
        return replace(phrase, end=part.end())
    return phrase


def _clock(text: str, start: int) -> Phrase | None:
    found = clock.find(text, start)
    return Phrase(ClockOnly(), start, found.end, found) if found else None


def _undecided(text: str, start: int) -> Phrase | None:
    match = grammar.UNDECIDED.match(text, start)
    return Phrase(Undecided(), start, match.end()) if match else None


# Dates


@dataclass(slots=True)
class _Draft:
    """A point being read."""

    point: Point
    end: int
    bare: str = ""
    """A number whose unit the next point tells."""
    month_end: int | None = None
    """Where the month before that number ends: it would be a point without it."""
    is_iso: bool = False
    clock: Clock | None = None


def _dates(text: str, start: int) -> Phrase | None:
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
        if link is None or (link["to"] and ends_range[-1]):
            break
        at = link.end()
    if not count:
        return None
    del drafts[count:]
    timed = any(draft.clock for draft in drafts[:-1])
    around = grammar.AROUND.match(text, end)
    dates = Dates(_spans(_settled(drafts), ends_range), timed)
    return Phrase(dates, start, around.end() if around else end, None if timed else drafts[-1].clock)


def _point(text: str, at: int, before: list[_Draft]) -> list[_Draft]:
    """The point at `at`: none, one, or two for 七八月份."""
    if match := grammar.ISO_POINT.match(text, at):
        day = number(match["day"]) if match["day"] else None
        point = Point(
            match[0], at, Year(match["year"], at, number(match["year"])), number(match["month"]), day
        )
        return [_with_aside(text, _Draft(point, match.end(), is_iso=True))]
    if before and before[-1].is_iso and (match := grammar.ISO_REST.match(text, at)):
        month = number(match["month"]) if match["month"] else None
        return [
            _with_aside(text, _Draft(Point(match[0], at, None, month, number(match["day"])), match.end()))
        ]
    if match := grammar.MONTH_POINT.match(text, at):
        return _months(text, match)
    if before and (match := grammar.YEAR_END.match(text, at)):
        return [_Draft(Point(match[0], at, None, 12), match.end())]
    if match := (grammar.DAY_POINT if before else grammar.DAY_POINT_ALONE).match(text, at):
        day, part = _day_or_part(match)
        return [_with_aside(text, _Draft(Point(match[0], at, day=day, part=part), match.end()))]
    if match := grammar.BARE_POINT.match(text, at):
        return [_Draft(Point(match["bare"], at, _year(match)), match.end(), match["bare"])]
    return []


def _months(text: str, match: re.Match[str]) -> list[_Draft]:
    written, at, year = match[0], match.start(), _year(match)
    drafts: list[_Draft] = []
    if match["two"]:
        drafts.append(_Draft(Point(written, at, year, number(match["two"][0])), match.end()))
        month, year = number(match["two"][1]), None
    else:
        month = number(match["month"]) if match["month"] else THIS_MONTH
    day, part = _day_or_part(match)
    draft = _Draft(Point(written, at, year, month, day, part), match.end())
    if match["bare"]:
        draft.bare, draft.month_end = match["bare"], match.end("months")
    drafts.append(_with_aside(text, draft))
    return drafts


def _day_or_part(match: re.Match[str]) -> tuple[int | None, Part | None]:
    day, part = match["day"], match["part"]
    return number(day) if day else None, grammar.PARTS[part.removeprefix("月")] if part else None


def _year(match: re.Match[str]) -> Year | None:
    groups = match.groupdict()
    if groups["year"]:
        return Year(groups["year"], match.start("year"), number(groups["year"]))
    if groups.get("blank_year"):
        return Year(groups["blank_year"] + "年", match.start("blank_year"))
    if groups.get("next_year"):
        return Year(groups["next_year"], match.start("next_year"), is_next=True)
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
        draft.end = match.end()
    if match is not None and match["weekday"]:
        at = match.start("weekday")
        at -= 1 if text[at - 1] == "周" else 2
        draft.point = replace(
            draft.point,
            weekday=_weekday(match["weekday"]),
            weekday_written=text[at : match.end("weekday")],
            weekday_at=at,
        )
    return draft


def _after_inner_clock(text: str, draft: _Draft) -> int:
    """Where a day ends of which a time of day is said when a range goes on after it."""
    if draft.point.day is None or draft.clock:
        return draft.end
    found = clock.find(text, grammar.CLOCK_GAP.match(text, draft.end).end())
    link = grammar.LINK.match(text, found.end) if found else None
    if link is None or not link["to"]:
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
    if link["comma"] and (after.bare or _unit(before.point) != _unit(after.point)):
        return False
    return bool(before.bare or after.bare) or not before.point.is_month or after.point.month is not None


def _unit(point: Point) -> str:
    return "day" if point.day is not None else "part" if point.part is not None else "month"


def _settled(drafts: list[_Draft]) -> list[Point]:
    """The points, each bare number with the unit of the point after it; a number after a month is a day."""
    points: list[Point] = []
    for draft in reversed(drafts):
        point = draft.point
        if draft.bare and draft.month_end is None and points[-1].month is not None:
            point = replace(point, month=number(draft.bare))
        elif draft.bare and points:
            point = replace(point, day=number(draft.bare))
        points.append(point)
    return points[::-1]


def _spans(points: list[Point], ends_range: list[bool]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for point, ends in zip(points, ends_range, strict=False):
        if ends:
            spans[-1] = Span(spans[-1].first, point)
        else:
            spans.append(Span(point))
    return tuple(spans)


# Festivals, stretches, recurrences


def _holiday(text: str, start: int, month: Dates | None = None) -> tuple[Holiday, int] | None:
    """The festivals at `start`, with the month that was said right before them."""
    before = grammar.FESTIVAL_YEAR.match(text, start) if month is None else None
    at = begin = before.end() if before else start
    festivals, end = [], start
    while match := grammar.FESTIVAL.match(text, at):
        festivals.append(FESTIVALS[int(match.lastgroup.removeprefix("f"))])
        end = match.end()
        at = grammar.FESTIVAL_LINK.match(text, end).end()
    if not festivals:
        return None
    around = grammar.FESTIVAL_AROUND.match(text, end)
    end = around.end() if around else end
    is_loose = around is not None and around["loose"] is not None
    return Holiday(
        tuple(festivals), text[begin:end], begin, is_loose, _year(before) if before else None, month
    ), end


def _stretch(text: str, start: int) -> tuple[Stretch, int] | None:
    found = None
    if match := grammar.TERM_OF_SCHOOL_YEAR.match(text, start):
        numbers = _term(match["number"])
        year = number(match["year"]) + (0 if numbers is FIRST_TERM else 1)
        found = Stretch(Reach.TERM, numbers, Year(match["year"], start, year))
    elif match := grammar.YEAR_STRETCH.match(text, start):
        found = Stretch(Reach.YEAR, _end_of_year(match["number"]), _year(match))
    else:
        for reach, rule in grammar.STRETCHES:
            if match := rule.match(text, start):
                found = Stretch(reach, _numbers(reach, match), _year(match))
                break
    if found is None:
        return None
    around = grammar.AROUND.match(text, match.end())
    return found, around.end() if around else match.end()


def _numbers(reach: Reach, match: re.Match[str]) -> tuple[int, ...]:
    """The calendar months that the stretch is made of."""
    match reach:
        case Reach.HALF_YEAR:
            return tuple(range(1, 7) if match["number"] == "上" else range(7, 13))
        case Reach.QUARTER:
            first, last = number(match["number"]), number(match["last"] or match["number"])
            quarters = range(first, last + 1) if match["to"] else sorted({first, last})
            return tuple(month for quarter in quarters for month in range(quarter * 3 - 2, quarter * 3 + 1))
        case Reach.YEAR:
            return _end_of_year(match.groupdict().get("number"))
        case Reach.TERM:
            return _term(match["number"])
        case _:
            return ()


def _term(written: str) -> tuple[int, ...]:
    return FIRST_TERM if number(written) == 1 else SECOND_TERM


def _end_of_year(written: str | None) -> tuple[int, ...]:
    if written is None:
        return ()
    return (1,) if written.endswith("初") else (12,)


def _recurrence(text: str, start: int, *, counted: bool = True) -> tuple[Recurrence, int] | None:
    """The recurrence at `start`; with `counted` also one that only the count after it tells from a month."""
    for every, rule in grammar.RECURRENCES:
        if match := rule.match(text, start):
            around = grammar.AROUND.match(text, match.end())
            return _recurring(every, match), around.end() if around else match.end()
    if counted:
        for every, rule in grammar.FREQUENCIES:
            if match := rule.match(text, start):
                return Recurrence(every), match.end()
    return None


def _recurring(every: Every, match: re.Match[str]) -> Recurrence:
    groups = match.groupdict()
    if weekdays := groups.get("weekdays"):
        return Recurrence(every, weekdays=_listed(weekdays, _WEEKDAY_OR_LINK, _weekday))
    if days := groups.get("days"):
        return Recurrence(every, days=_listed(days, _NUMBER_OR_LINK, number))
    if weekday := groups.get("weekday"):
        return Recurrence(
            every, weekdays=(_weekday(weekday),), nth=number(groups["nth"]) if groups["nth"] else -1
        )
    return Recurrence(every)


_WEEKDAY_OR_LINK = re.compile(rf"(?P<item>[一二三四五六日天])|(?P<to>{DASH})")
_NUMBER_OR_LINK = re.compile(rf"(?P<item>{NUMBER})|(?P<to>{DASH})")


def _listed(text: str, rule: re.Pattern[str], value: Callable[[str], int]) -> tuple[int, ...]:
    """The values in 三、五 or 一至五, sorted."""
    values: list[int] = []
    to = False
    for match in rule.finditer(text):
        if match["to"]:
            to = True
            continue
        item = value(match["item"])
        values += range(values[-1] + 1, item + 1) if to else [item]
        to = False
    return tuple(sorted(set(values)))


def _weekday(sign: str) -> int:
    return WEEKDAYS.index("日" if sign == "天" else sign)
