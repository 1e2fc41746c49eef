"""The days on which something that recurs does not take place, or another day stands in: 每周四 太极班（10月1日停）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from noticeboard import times
from noticeboard.content.workdays import LIBRARY, days_off_around
from noticeboard.problems import Diagnostic, Fault, Level

_DAYS = "[^（）()【】,，；;。]{2,40}?"
_DURING = "(?:(?:放?假|长假|假期|黄金周)?期间|放假|当[天日]|这一?天)?"
_STOPPED = "停课|停办|停一次|暂停一次|停止?|暂停|取消一次|取消|除外|休息|放假|不开放|不上课|不(?:开|办|上|练|排|活动|举行|组织|安排)|没有|无"
_OPENING, _CLOSING = "[（(【［\\[，,；;]", "[)）】］\\]]"
_REASON = "(?:因[^（）()【】,，；;。0-9]{1,10}?)?"
_PAUSE = re.compile(
    rf"{_OPENING}\s*(?:"
    rf"(?:除(?:了|去)?|不含|不包括)(?P<except>{_DAYS}){_DURING}(?:之外|以外|外)?"
    rf"|(?P<moved>{_DAYS})(?:改期|改|调整?|顺延|推迟|提前)(?:到|至|在|为)(?P<to>{_DAYS})"
    rf"|(?:至|到|截至|截止到?)(?P<until>{_DAYS})(?:为止|止|结束|截止)?"
    rf"|(?P<last>{_DAYS})(?:为止|止|结束|截止)"
    rf"|停[：:]?(?P<stop>{_DAYS})"
    rf"|(?:{_REASON}(?=[0-9０-９]))?(?P<days>{_DAYS}){_DURING}{_REASON}(?:{_STOPPED})"
    rf")(?:举行|进行|活动)?(?={_CLOSING}|[，,；;。]|$){_CLOSING}?"
)
_HOLIDAYS = re.compile("遇?(?:法定|国家)?(?:节?假日|公休日|节日)")
_BARE_DAY = re.compile(r"(?=[0-9０-９]{1,2}(?:[日号](?:$|[、和至到—–-])|[、和]))")
"""1日, 8日 below a month."""
_WEEK = re.compile("[第本当下][一二三四五六七八九十0-9]?周")
_PLACE = re.compile("[0-9０-９]{1,2}号[^、和至到—–-]")
"""到5号楼集合 is no day."""
PAUSE_NOT_READ = Diagnostic("pause-not-read", Level.WARNING)


def pause_not_read(words: str) -> Fault:
    """An exception that takes no day out and puts none in."""
    return Fault(
        PAUSE_NOT_READ,
        f"“{words}”没有改变这项活动的日子：没有读懂，或者那一天本来就没有这项活动。",
        "请写成“（10月1日停）”“（10月8日改到10月9日）”或“（至12月31日）”，日子要是这项活动的日子。",
    )


def is_end(time: times.Time, bracket: str) -> bool:
    """Whether a bracket behind what recurs says when it ends, not when it is: （12月31日止）."""
    found = _PAUSE.fullmatch(f"（{bracket}）") if time.precision is times.Precision.RECURRING else None
    return found is not None and bool(found["until"] or found["last"])


def without_pauses(time: times.Time, text: str, context: times.Context) -> tuple[times.Time, str]:
    """The time without the days that the text takes out, and the text, which goes on saying them.

    Where the bracket stands between the time and the rest, 每周四（10月1日停）17:00 太极班, the rest may begin with a time of day.
    """
    found = _PAUSE.search(text)
    if time.precision is not times.Precision.RECURRING or found is None:
        return time, text
    days = _held(time, text, replace(context, section=None, dots_are_days=True))
    if days == time.days:
        return time, text
    time = replace(time, days=days)
    rest = text[found.end() :].lstrip()
    # A time that is glued to a bracket stays in the text.
    if (
        not found[0].endswith((")", "）", "】", "］", "]"))
        or text[: found.start()].strip() not in ("", time.text)
        or not rest
    ):
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


def unread_pauses(time: times.Time, text: str, context: times.Context) -> Iterator[str]:
    """The exceptions of what recurs, as written, that name a day but change none of `time`, as planned."""
    if time.precision is not times.Precision.RECURRING or not time.days:
        return
    context = replace(context, section=None, dots_are_days=True)
    for found in _PAUSE.finditer(text):
        named = next(filter(None, found.groups()))
        is_dated = times.is_like_time(named) or _BARE_DAY.match(named) or _WEEK.search(named)
        if (until := found["until"] or found["last"]) and _last_day(until, time, context):
            # An end behind the last of the days is true, too.
            continue
        if is_dated and not _PLACE.match(named) and _held(time, found[0], context) == time.days:
            yield found[0].strip("（()）【】［］[]，,；; ")


def _held(time: times.Time, text: str, context: times.Context) -> tuple[date, ...]:
    """The days that stay, with those to which some were moved."""
    held = set(time.days)
    for found in _PAUSE.finditer(text):
        if until := found["until"] or found["last"]:
            last = _last_day(until, time, context)
            held = {day for day in held if last is None or day <= last}
            continue
        named = found["except"] or found["moved"] or found["stop"] or found["days"]
        paused = set(_days(named, time, context))
        if found["moved"] and paused:
            held.update(_days(found["to"], time, context))
        held -= paused
    return tuple(sorted(held))


def _days(written: str, planned: times.Time, context: times.Context) -> Iterator[date]:
    """The days that the words name: 10月1日、8日 · 10月1日至7日 · 节假日 · 国庆节, with the days off around it."""
    if _HOLIDAYS.fullmatch(written):
        yield from filter(LIBRARY.is_off, planned.days)
        return
    if len(planned.months) == 1:
        written = (
            _BARE_DAY.sub(f"{planned.months[0].number}月", written, count=1)
            if _BARE_DAY.match(written)
            else written
        )
    found = _read(written, context)
    if found is None:
        return
    yield from found.days
    if found.precision in (times.Precision.MONTH, times.Precision.MONTHS):
        yield from (day for day in planned.days if times.Month.of(day) in found.months)
    if found.precision is times.Precision.FESTIVAL and found.start is not None:
        yield from days_off_around(found.start)
    if found.start is not None and found.end is not None and not found.days:
        for number in range((found.end - found.start).days + 1):
            yield found.start + timedelta(days=number)


def _last_day(written: str, planned: times.Time, context: times.Context) -> date | None:
    """The day that 至10月20日, 至12月底 name."""
    found = _read(written, context)
    if found is not None and found.end is None and not found.days and found.months:
        return found.months[-1].last
    return max(_days(written, planned, context), default=None)


def _read(written: str, context: times.Context) -> times.Time | None:
    """The time that the words are, all of them."""
    reading = times.read_leading(written, context)
    return reading.time if reading is not None and reading.length == len(written) else None
