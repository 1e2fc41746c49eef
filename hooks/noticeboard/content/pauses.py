"""The days on which something that recurs does not take place: 每周四 太极班（10月1日停）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from noticeboard import times

_PAUSE = re.compile(
    r"[（(](?P<days>[^（）()]{2,40}?)(?:停课|停办|停一次|停|暂停|除外|休息|不开放|不开|不办)[)）]"
)


def without_pauses(time: times.Time, text: str, context: times.Context) -> tuple[times.Time, str]:
    """The time without the days that the text takes out, and the text, which goes on saying them.

    Where the bracket stands between the time and the rest, 每周四（10月1日停）17:00 太极班, the rest may begin with a time of day.
    """
    found = _PAUSE.search(text)
    if time.precision is not times.Precision.RECURRING or found is None:
        return time, text
    paused = frozenset(_days(found["days"], replace(context, section=None)))
    if not paused:
        return time, text
    time = replace(time, days=tuple(day for day in time.days if day not in paused))
    rest = text[found.end() :].lstrip()
    # A time that is glued to a bracket stays in the text.
    if text[: found.start()].strip() not in ("", time.text) or not rest:
        return time, text
    reading = times.read_leading(rest, replace(context, section=time))
    said = reading.time if reading is not None else None
    if reading is not None and said is not None and said.clock and time.clock is None:
        time = replace(
            time, text=f"{time.text} {said.clock_text}", clock=said.clock, clock_text=said.clock_text
        )
        rest = rest[reading.length :].lstrip()
    return time, f"{rest}{found[0]}"


def _days(written: str, context: times.Context) -> Iterator[date]:
    """The days that the words name: 10月1日、8日 · 10月1日至7日 · 国庆节."""
    reading = times.read_leading(written, context)
    said = reading.time if reading is not None else None
    if said is None or reading is None or reading.length < len(written):
        return
    yield from said.days
    if said.start is not None and said.end is not None and not said.days:
        for number in range((said.end - said.start).days + 1):
            yield said.start + timedelta(days=number)
