"""Puts the words of the grammar together: folded text → Phrase. Of several readings the longest wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from noticeboard.times import clock, festivals, grammar
from noticeboard.times.bounds import BEFORE_TIME, SINCE, Bound, bound_before, bound_of
from noticeboard.times.numerals import DASH, NUMBER, number, skip
from noticeboard.times.period import FIRST_TERM, SECOND_TERM
from noticeboard.times.phrases import (
    WEEKEND,
    ClockOnly,
    Dates,
    Every,
    Holiday,
    Phrase,
    Reach,
    Recurrence,
    Stretch,
    Undecided,
    YearWord,
)
from noticeboard.times.points import read_dates, read_year, weekday_of


@lru_cache(maxsize=64)
def parse(text: str, start: int = 0, *, is_heading: bool = False) -> Phrase | None:
    """The time that begins at `start` of the folded `text`; None when none does.

    Kept for a while: whoever reads an item asks several times what it begins with. In a heading a festival after white space is a theme: 九月 教师节.
    """
    if grammar.DAY_IN_DIGITS.match(text, start):
        return _dated(text, start, is_heading) or _clock(text, start)
    if (since := SINCE.match(text, start)) and (dated := _dated(text, since.end(), is_heading)):
        return replace(dated, start=start) if dated.bound is Bound.FROM else None
    if (before := BEFORE_TIME.match(text, start)) and (dated := _dated(text, before.end(), is_heading)):
        return replace(dated, start=start, bound=dated.bound or bound_before(before))
    if found := _recurrence(text, start, counted=not is_heading):
        what, end = found
        yearly = grammar.EVERY_YEAR.match(text, start)
        if yearly and (dated := _dated(text, yearly.end(), is_heading)) is not None:
            return replace(dated, start=start)
        return _with_clock(text, Phrase(what, start, end))
    if stretched := _stretch(text, start):
        stretch, end = stretched
        is_before = stretch.reach is Reach.SCHOOL and stretch.word == "开学前"
        return Phrase(stretch, start, end, bound=None if is_before else _bound(text, start, end))
    return _dated(text, start, is_heading) or _clock(text, start) or _undecided(text, start)


_AROUND_AT_END = re.compile(f"(?:{grammar.AROUND.pattern})$", re.VERBOSE)


def _bound(text: str, start: int, end: int) -> Bound | None:
    """What the last words from `start` to `end` make of the time."""
    around = _AROUND_AT_END.search(text[start:end])
    return bound_of(around[0]) if around else None


def parse_whole_year(text: str, start: int = 0) -> Phrase | None:
    """A calendar year that is all there is from `start` of the folded `text`."""
    match = grammar.WHOLE_YEAR.fullmatch(text, start)
    return Phrase(Stretch(Reach.YEAR, (), read_year(match)), start, match.end()) if match else None


def parse_festival(text: str, start: int) -> Phrase | None:
    """The festivals that are named at `start` of the folded `text`."""
    found = _holiday(text, start)
    return Phrase(found[0], start, found[1], bound=found[2]) if found else None


def _dated(text: str, start: int, is_heading: bool) -> Phrase | None:
    """Dates, a festival, or dates that say more exactly when a festival or a recurrence is."""
    phrase = read_dates(text, start)
    if phrase is None:
        holiday = _holiday(text, start)
        if holiday is None:
            return None
        return _with_clock(text, Phrase(holiday[0], start, holiday[1], bound=holiday[2]))
    dates = phrase.what
    if isinstance(dates, Dates) and (dates.are_months or phrase.bound is Bound.FROM or _is_range(dates)):
        after = phrase.end if is_heading else skip(grammar.COMMA, text, phrase.end)
        found = _recurrence(text, after, counted=False)
        is_clear = found is not None and found[0].every is not Every.UNCLEAR
        if found and is_clear and (found[0].has_days or not _is_range(dates)):
            recurring = replace(found[0], within=dates)
            return _with_clock(text, Phrase(recurring, start, found[1], bound=phrase.bound))
    if isinstance(dates, Dates) and dates.are_months:
        after = phrase.end if is_heading else skip(grammar.SPACE, text, phrase.end)
        if len(dates.points) == 1 and (festive := _holiday(text, after, dates)):
            return _with_clock(text, Phrase(festive[0], start, festive[1], bound=festive[2]))
        return phrase
    return _with_clock(text, phrase)


def _is_range(dates: Dates) -> bool:
    """Whether it is all from one day to another: 9月3日至10月20日."""
    return len(dates.spans) == 1 and dates.spans[0].last is not None and not dates.are_months


def _with_clock(text: str, phrase: Phrase) -> Phrase:
    """The phrase with the time of day after it, or the words 上午, 下午 for one."""
    if phrase.clock is not None:
        return phrase
    if found := clock.find(text, skip(grammar.CLOCK_GAP, text, phrase.end)):
        if isinstance(phrase.what, Dates) and phrase.what.are_timed:
            return replace(phrase, end=found.end)
        return replace(phrase, end=found.end, clock=found, bound=phrase.bound or found.bound)
    part = grammar.PART_OF_DAY.match(text, phrase.end)
    if part and (_has_day(phrase) or part["apart"] is not None):
        return replace(phrase, end=part.end(), day_part=part["part"])
    return phrase


def _has_day(phrase: Phrase) -> bool:
    """Whether a part of a day may follow at once: 中旬 夜间值守 tells what is done, 8日晚上值守 when."""
    return not isinstance(phrase.what, Dates) or any(point.day is not None for point in phrase.what.points)


def _clock(text: str, start: int) -> Phrase | None:
    found = clock.find(text, start)
    return Phrase(ClockOnly(), start, found.end, found, found.bound) if found else None


def _undecided(text: str, start: int) -> Phrase | None:
    match = grammar.UNDECIDED.match(text, start)
    return Phrase(Undecided(), start, match.end()) if match else None


def _holiday(text: str, start: int, month: Dates | None = None) -> tuple[Holiday, int, Bound | None] | None:
    """The festivals at `start`, with the month that was said right before them, and what the word behind says."""
    before = grammar.FESTIVAL_YEAR.match(text, start) if month is None else None
    at = begin = before.end() if before else start
    found, end = [], start
    while named := festivals.find(text, at):
        festival, end = named
        found.append(festival)
        at = skip(grammar.FESTIVAL_LINK, text, end)
    if not found:
        return None
    around = grammar.FESTIVAL_AROUND.match(text, end)
    end = around.end() if around else end
    loose = around if around and around["loose"] else None
    year = read_year(before) if before else None
    holiday = Holiday(tuple(found), text[begin:end], begin, loose is not None, year, month)
    return holiday, end, bound_of(loose[0]) if loose else None


def _stretch(text: str, start: int) -> tuple[Stretch, int] | None:
    found = None
    if match := grammar.TERM_OF_SCHOOL_YEAR.match(text, start):
        numbers = _term(match["number"])
        year = number(match["year"]) + (0 if numbers is FIRST_TERM else 1)
        found = Stretch(Reach.TERM, numbers, YearWord(match["year"], start, year))
    elif match := grammar.YEAR_STRETCH.match(text, start):
        found = Stretch(Reach.YEAR, _end_of_year(match["number"]), read_year(match))
    else:
        for reach, rule in grammar.STRETCHES:
            if match := rule.match(text, start):
                found = Stretch(reach, _numbers(reach, match), read_year(match), _word(match))
                break
    if found is None or match is None:
        return None
    return found, skip(grammar.AROUND, text, match.end())


_WORDS = {"开学初": "学期初", "期初": "学期初", "开学后": "学期初", "学期末": "期末"}


def _word(match: re.Match[str]) -> str:
    word = match.groupdict().get("word") or ""
    return _WORDS.get(word, word)


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
        case Reach.TERM_BY_NAME:
            return FIRST_TERM if match["number"] == "上" else SECOND_TERM
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
            return _recurring(every, match), skip(grammar.AROUND, text, match.end())
    if counted:
        for every, rule in grammar.FREQUENCIES:
            if match := rule.match(text, start):
                return Recurrence(every), match.end()
    return None


def _recurring(every: Every, match: re.Match[str]) -> Recurrence:
    groups = match.groupdict()
    if groups.get("weekend"):
        return Recurrence(every, weekdays=WEEKEND)
    if weekdays := groups.get("weekdays"):
        return Recurrence(every, weekdays=_listed(weekdays, _WEEKDAY_OR_LINK, weekday_of))
    if days := groups.get("days"):
        return Recurrence(every, days=_listed(days, _NUMBER_OR_LINK, number))
    if nth_workday := groups.get("nth_workday") or groups.get("last_workday"):
        return Recurrence(Every.WORKDAY, nth=-1 if groups.get("last_workday") else number(nth_workday))
    if weekday := groups.get("weekday"):
        nth = -1 if groups.get("last") else number(groups.get("nth") or "0")
        return Recurrence(every, weekdays=(weekday_of(weekday),), nth=nth)
    return Recurrence(every)


_WEEKDAY_OR_LINK = re.compile(rf"(?P<item>[一二三四五六日天1-7])|(?P<to>{DASH})")
_NUMBER_OR_LINK = re.compile(rf"(?P<item>{NUMBER})|(?P<to>{DASH})")


def _listed(text: str, rule: re.Pattern[str], value: Callable[[str], int]) -> tuple[int, ...]:
    """The values in 三、五 or 一至五, sorted."""
    values: list[int] = []
    is_range = False
    for match in rule.finditer(text):
        if match["to"]:
            is_range = True
            continue
        item = value(match["item"])
        values += range(values[-1], item) if is_range else ()
        values.append(item)
        is_range = False
    return tuple(sorted(set(values)))
