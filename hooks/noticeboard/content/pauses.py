"""The days on which something that recurs does not take place, or another day stands in: 每周四 太极班（10月1日停）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from noticeboard import times
from noticeboard.content.workdays import days_off_around

_DAYS = "[^（）()，,；;。]{2,40}?"
_DURING = "(?:(?:放?假|长假|假期|黄金周)?期间|放假|当[天日]|这一?天)?"
_PAUSE = re.compile(
    rf"[（(，,；;]\s*(?:"
    rf"除(?:了|去)?(?P<except>{_DAYS}){_DURING}(?:之外|以外|外)"
    rf"|(?P<moved>{_DAYS})(?:改期|改|调整?|顺延|推迟|提前)(?:到|至|在|为)(?P<to>{_DAYS})"
    rf"|(?P<days>{_DAYS}){_DURING}(?:停课|停办|停一次|暂停一次|停止?|暂停|除外|休息|放假|不开放|不开|不办|不上课)"
    rf")(?:举行|进行|活动)?(?=[)）]|[，,；;。]|$)[)）]?"
)


def without_pauses(time: times.Time, text: str, context: times.Context) -> tuple[times.Time, str]:
    """The time without the days that the text takes out, and the text, which goes on saying them.

    Where the bracket stands between the time and the rest, 每周四（10月1日停）17:00 太极班, the rest may begin with a time of day.
    """
    found = _PAUSE.search(text)
    if time.precision is not times.Precision.RECURRING or found is None:
        return time, text
    days = _held(time.days, text, replace(context, section=None))
    if days == time.days:
        return time, text
    time = replace(time, days=days)
    rest = text[found.end() :].lstrip()
    # A time that is glued to a bracket stays in the text.
    if not found[0].endswith((")", "）")) or text[: found.start()].strip() not in ("", time.text) or not rest:
        return time, text
    reading = times.read_leading(rest, replace(context, section=time))
    found_time = reading.time if reading is not None else None
    if reading is not None and found_time is not None and found_time.clock and time.clock is None:
        time = replace(
            time,
            text=f"{time.text} {found_time.clock_text}",
            clock=found_time.clock,
            clock_text=found_time.clock_text,
        )
        rest = rest[reading.length :].lstrip()
    return time, f"{rest}{found[0]}"


def _held(planned: Sequence[date], text: str, context: times.Context) -> tuple[date, ...]:
    """The days that stay, with those to which some were moved."""
    held = set(planned)
    for found in _PAUSE.finditer(text):
        paused = set(_days(found["except"] or found["moved"] or found["days"], context))
        if found["moved"] and paused:
            held.update(_days(found["to"], context))
        held -= paused
    return tuple(sorted(held))


def _days(written: str, context: times.Context) -> Iterator[date]:
    """The days that the words name: 10月1日、8日 · 10月1日至7日 · 国庆节, with the days off around it."""
    reading = times.read_leading(written, context)
    found = reading.time if reading is not None else None
    if found is None or reading is None or reading.length < len(written):
        return
    yield from found.days
    if found.precision is times.Precision.FESTIVAL and found.start is not None:
        yield from days_off_around(found.start)
    if found.start is not None and found.end is not None and not found.days:
        for number in range((found.end - found.start).days + 1):
            yield found.start + timedelta(days=number)
