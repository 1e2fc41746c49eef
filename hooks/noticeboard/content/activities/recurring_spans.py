"""The stretch in which something recurs, where it is said behind: 每周四（9月3日至10月20日）太极班, 每周四至10月20日."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from noticeboard import times
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level
from noticeboard.times import Bound, Month, Precision, Time

_DAYS = r"[^\s（）()【】,，；;。：:]{2,20}?"
_UNTIL = r"(?:直?[至到]|截[至止]到?|[—–-]{1,2})"
_BEHIND = pattern_of(rf"\s*{_UNTIL}(?P<until>{_DAYS})(?:为?止)?(?=[\s：:，,]|$)[\s：:，,]*")
"""至10月20日 right behind the time."""
_AT_END = pattern_of(rf"(?:[\s，,]|直?至)\s*(?:{_UNTIL})?(?P<until>{_DAYS})(?:为?止)?$")
_BRACKET = pattern_of(r"\s*[（(]\s*(?P<span>[^（）()]{2,24}?)\s*[）)]\s*")
_BRACKET_AT_END = pattern_of(rf"{_BRACKET.pattern}$")
_UNTIL_ALONE = pattern_of(_UNTIL)
_LONGEST = 60
"""Characters at a text's end in which a span is looked for."""
_SINCE = pattern_of("^[自从](?=.*[至到—–-])")
_BEGINS = pattern_of("(?:正式)?(?:开班|开课|开练|开营|启动)$")
_STRETCHES = frozenset({Precision.MONTH, Precision.MONTHS, Precision.QUARTER, Precision.HALF_YEAR})


def with_days(time: Time, days: tuple[date, ...]) -> Time:
    """The recurrence on other days, and in no month that has none of them."""
    months = tuple(sorted({Month.of(day) for day in days}))
    return replace(time, days=days, months=months or time.months)


def narrowed(time: Time, written: str, context: times.Context) -> Time | None:
    """What recurs, only in the span that is written beside it; None where that is none."""
    if time.precision is not Precision.RECURRING or time.once_a_year_page:
        return None
    written = _BEGINS.sub("起", _SINCE.sub("", written.strip()))
    context = replace(context, section=None, dots_are_days=True)
    span = whole_time(written, context)
    if (until := _UNTIL_ALONE.match(written)) or (span is not None and span.bound is Bound.BEFORE):
        return ended(time, written[until.end() :] if until else written, context)
    if span is None or not _is_span(span):
        return None
    reading = times.read_leading(f"{written}{time.text}", context)
    again = reading.time if reading is not None and not reading.faults else None
    if again is not None and again.precision is Precision.RECURRING and len(again.text) > len(time.text):
        return replace(time, days=again.days, months=again.months)
    if time.days:
        days = tuple(day for day in time.days if _holds(span, day))
        return with_days(time, days) if days else None
    is_open = span.bound is Bound.FROM
    months = tuple(
        month for month in time.months if month in span.months or (is_open and month > span.months[0])
    )
    return replace(time, months=months) if months else None


def read_span(time: Time, text: str, context: times.Context) -> tuple[Time, str]:
    """The recurrence within what its text says first or last, and the text without it, where it stood right behind the time."""
    if time.precision is not Precision.RECURRING:
        return time, text
    rest = text.removeprefix(time.text)
    if found := _BEHIND.match(rest):
        until = ended(time, found["until"], context)
        if until is not None and rest[found.end() :]:
            until = replace(until, text=f"{time.text}{found[0].rstrip(' ：:，,')}")
            return with_clock(until, rest[found.end() :], context)
    if (found := _BRACKET.match(rest)) and rest[found.end() :]:
        within = narrowed(time, found["span"], context)
        if within is not None:
            within, rest = with_clock(within, rest[found.end() :], context)
            return within, f"{rest}{found[0].strip()}"
    reading = times.read_leading(rest.lstrip(), replace(context, section=None))
    if reading is not None and reading.length:
        words, behind = rest.lstrip()[: reading.length], rest.lstrip()[reading.length :]
        within = narrowed(time, words.rstrip(" ：:，,"), context)
        if within is not None and behind:
            within = replace(within, text=f"{time.text} {words.rstrip(' ：:，,')}")
            return with_clock(within, behind, context)
    tail = text[-_LONGEST:]
    if found := _BRACKET_AT_END.search(tail):
        return narrowed(time, found["span"], context) or time, text
    if (found := _AT_END.search(tail)) and (until := ended(time, found["until"], context)) is not None:
        return until, text
    return time, text


def with_clock(time: Time, rest: str, context: times.Context) -> tuple[Time, str]:
    """The time with the time of day that the rest of its text begins with, if it has none itself."""
    reading = times.read_leading(rest, replace(context, section=time))
    found = reading.time if reading is not None else None
    if reading is None or found is None or not found.clock or time.clock is not None:
        return time, rest
    text = f"{time.text} {found.clock_text}"
    time = replace(time, text=text, clock=found.clock, clock_text=found.clock_text)
    return time, rest[reading.length :].lstrip()


def ended(time: Time, written: str, context: times.Context) -> Time | None:
    """What recurs until the day or the month that is written; None where it is none."""
    last = last_day(whole_time(written, replace(context, section=None, dots_are_days=True)))
    if last is None:
        return None
    if time.months and last > time.months[-1].last:
        # Below the heading of October, 每周四（至12月20日） goes on behind it.
        return narrowed(time, f"{_written(time.months[0].first)}至{_written(last)}", context) or time
    if time.days:
        return with_days(time, tuple(day for day in time.days if day <= last))
    months = tuple(month for month in time.months if month.first <= last)
    return replace(time, months=months or time.months)


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def last_day(time: Time | None) -> date | None:
    """The last day that a time says or, of months, has."""
    if time is None or time.precision is Precision.RECURRING:
        return None
    if time.days or time.end is not None:
        return max(filter(None, (*time.days, time.end)))
    return time.months[-1].last if time.months else None


def whole_time(written: str, context: times.Context) -> Time | None:
    """The time that the words are, all of them."""
    reading = times.read_leading(written, context)
    if (
        reading is None
        or reading.length != len(written)
        or any(fault.level is Level.ERROR for fault in reading.faults)
    ):
        return None
    return reading.time


def _is_span(time: Time) -> bool:
    if time.bound is not None:
        return time.bound is Bound.FROM
    return time.precision in _STRETCHES or (time.start != time.end and not time.days)


def _holds(span: Time, day: date) -> bool:
    if span.bound is Bound.FROM:
        return day >= (span.start or span.months[0].first)
    if span.start is None or span.end is None:
        return Month.of(day) in span.months
    return span.start <= day <= span.end
