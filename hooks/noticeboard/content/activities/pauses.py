"""The days on which something that recurs does not take place, or another day stands in: 每周四 太极班（10月1日停）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from noticeboard import times
from noticeboard.content.activities.recurring_spans import ended, last_day, whole_time, with_clock, with_days
from noticeboard.content.notice_period import HOLIDAYS_UNKNOWN
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Fault, Level
from noticeboard.times import Bound, Month, Precision, Time
from noticeboard.times.workdays import GivenDays, days_off_around

_DAYS = "[^（）()【】,，；;。]{2,40}?"
_DURING = "(?:(?:放?假|长假|假期|黄金周)?期间|放假|当[天日]|这一?天)?"
_STOPPED = "停课|停办|停一次|暂停一次|停止?|暂停|取消一次|取消|除外|休息|放假|不开放|不上课|不(?:开|办|上|练|排|活动|举行|组织|安排)|没有|无"
_OPENING, _CLOSING = "[（(【［\\[，,；;]", "[)）】］\\]]"
_REASON = "(?:因[^（）()【】,，；;。0-9]{1,10}?)?"
_OFF_DAY = "(?:国家)?(?:法定)?(?:节?假日|公休日|节日|休息日)"
_IF = "(?:如?[遇逢碰][到上]?|凡)"
_OFF = rf"{_IF}?(?:(?:双休日|周末)[、和及或与])?{_OFF_DAY}(?:[、和及或与](?:双休日|周末|{_OFF_DAY}))?|{_IF}(?:节|放假)"
_WEEKEND = rf"{_IF}?(?:周末|双休日|(?:周|星期)六[、和及或与]?(?:周|星期)?[日天])"
_WEEKENDS = "(?:遇|逢)?(?:周末|双休日)"
_BY = "[一1]?[天日]|次日|翌日|第?二[天日]|前一?[天日]|下?[一1]?个?工作日|下?[一1]?个?(?:周|星期)一?"
_PAUSE = pattern_of(
    rf"{_OPENING}\s*(?:"
    rf"(?:(?P<put_off>{_OFF}|{_WEEKEND})|{_IF}(?P<put_named>{_DAYS}))(?:时|的|则|就)?(?:自动|依次)?"
    rf"(?:(?P<way>顺延|推迟|延后|后延|往后推|提前)[到至]?(?P<by>{_BY})?|(?:改|调整?)(?:到|至|在|为)(?P<to_day>{_BY}))"
    rf"|(?:除(?:了|去)?|不含|不包括)(?P<except>{_DAYS}){_DURING}(?:之外|以外|外)?"
    rf"|(?P<moved>{_DAYS})(?:改期|改|调整?|顺延|推迟|延期|延后|延迟|提前)(?:到|至|在|为)(?P<to>{_DAYS})"
    rf"|(?:至|到|截至|截止到?)(?P<until>{_DAYS})(?:为止|止|结束|截止)?"
    rf"|(?P<last>{_DAYS})(?:为止|止|结束|截止)"
    rf"|停[：:]?(?P<stop>{_DAYS})"
    rf"|(?:{_REASON}(?=[0-9０-９]))?(?P<days>{_DAYS}){_DURING}{_REASON}(?:{_STOPPED})"
    rf")(?:举行|进行|活动)?(?={_CLOSING}|[，,；;。]|$){_CLOSING}?"
)
_LONGEST = 1000
"""Characters of a text in which exceptions are looked for."""
_VACATION = pattern_of("寒假|暑[假期]|寒暑假")
_HOLIDAY_WEEK = pattern_of("(?:小?长假|放?假期?|黄金周)$")
"""国庆长假 is 国庆 with the days off around it, which any festival that is named stands for here."""
_BARE_DAY = pattern_of(r"(?=[0-9０-９]{1,2}(?:[日号](?:$|[、和至到—–-])|[、和]))")
"""1日, 8日 below a month."""
_AND = pattern_of("[、和及与]")
_DAY = pattern_of("[日号./周]")
_PLACE = pattern_of("[0-9０-９]{1,2}号[^、和至到—–-]")
"""到5号楼集合 is no day."""
_OF_CALENDAR = pattern_of(
    "周(?![边围年转到密]|.{0,2}老师)|(?<![请病事产婚丧])假|学期|期[中末]|节日|考试|旬|[0-9]月"
)
"""What an exception that was not understood speaks of when it means days."""
_IN_TERM = pattern_of(
    "[（(，,]\\s*(?:学期内|学期中|学期期间|开学期间|上课期间|在校期间)\\s*(?=[）)，,；;。]|$)"
)
"""每周三 瑜伽（学期内）: not in the vacations."""
_COUNT = pattern_of(
    r"[（(，,]\s*(?:一?共|计|总计)\s*(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*(?:次|期|场|讲|课|节)\s*(?=[）)，,；;。]|$)"
)
_WEEKDAY = pattern_of("周|星期|礼拜")
PAUSE_NOT_READ = Diagnostic("pause-not-read", Level.WARNING)
PAUSE_UNKNOWN = Diagnostic(HOLIDAYS_UNKNOWN.code, Level.NOTICE)


def is_end(time: Time, bracket: str) -> bool:
    """Whether a bracket behind what recurs says when it ends, not when it is: （12月31日止）."""
    found = _PAUSE.fullmatch(f"（{bracket}）") if time.precision is Precision.RECURRING else None
    return found is not None and bool(found["until"] or found["last"])


def is_pause(words: str) -> bool:
    """Whether words in a bracket beside what recurs take days out or move them: 10月1日取消, 10月1日改为10月10日."""
    return _PAUSE.fullmatch(f"（{words}）") is not None


def without_pauses(time: Time, text: str, context: times.Context) -> tuple[Time, str]:
    """The time without the days that the text takes out, and the text, which goes on saying them.

    Where the bracket stands between the time and the rest, 每周四（10月1日停）17:00 太极班, the rest may begin with a time of day.
    """
    if time.precision is Precision.RECURRING and _IN_TERM.search(text, 0, _LONGEST):
        time = _held(time, "（寒暑假停）", context)
    found = _PAUSE.search(text, 0, _LONGEST)
    if time.precision is not Precision.RECURRING or found is None:
        return time, text
    held = _held(time, text, context)
    if held == time:
        return time, text
    time = held
    rest = text[found.end() :].lstrip()
    # A time that is glued to a bracket stays in the text.
    if (
        not found[0].endswith((")", "）", "】", "］", "]"))
        or text[: found.start()].strip() not in ("", time.text)
        or not rest
    ):
        return time, text
    time, rest = with_clock(time, rest, context)
    return time, f"{rest}{found[0]}"


def unread_pauses(time: Time, text: str, context: times.Context) -> Iterator[Fault]:
    """What is told of exceptions of what recurs that change none of `time`, as planned."""
    if time.precision is not Precision.RECURRING:
        return
    if fault := _other_count(time, text):
        yield fault
    if not time.days:
        return
    if "工作日" in time.text and (unknown := _first_unknown(time.days, context)):
        yield Fault(
            PAUSE_UNKNOWN,
            f"还没有 {unknown} 年的放假安排，“工作日”按周一至周五算。",
            "放假通知出来以后，请管网站的人写进站点设置的 holidays。",
        )
    for found in _PAUSE.finditer(text, 0, _LONGEST):
        words = found[0].strip("（()）【】［］[]，,；; ")
        named = next(filter(None, found.groups()))
        if unknown := _unknown_year(time, named, context):
            yield _holidays_unknown(words, unknown)
        elif _is_reported(found, named, time, context):
            yield pause_not_read(words)


def _other_count(time: Time, text: str) -> Fault | None:
    """What is told of （共8次） beside what recurs more often, or nobody can tell how often."""
    found = None if time.once_a_year_page else _COUNT.search(text, 0, _LONGEST)
    count = len(time.days) or len(time.months)
    if found is None or (times.read_chinese_number(found["number"]) or int(found["number"])) == count:
        return None
    words = found[0].strip("（()），,；; ")
    return Fault(
        PAUSE_NOT_READ,
        f"“{words}”和这项活动的日子对不上：它登在{count}个{'日子' if time.days else '月份'}上。",
        "请写明从什么时候到什么时候，例如“（3月至10月）”，或者一次一次写出日期。",
    )


def pause_not_read(words: str) -> Fault:
    """What is told of words beside what recurs that change none of its days."""
    return Fault(
        PAUSE_NOT_READ,
        f"“{words}”没有改变这项活动的日子：没有读懂，或者那一天本来就没有这项活动。",
        "请写成“（10月1日停）”“（10月8日改到10月9日）”“（寒假停）”“（遇节假日顺延）”或“（至12月31日）”，日子要是这项活动的日子。",
    )


def _holidays_unknown(words: str, year: int) -> Fault:
    return Fault(
        PAUSE_UNKNOWN,
        f"还没有 {year} 年的放假安排，“{words}”没有算进日历里。",
        "放假通知出来以后，请管网站的人写进站点设置的 holidays；或者写明哪一天停。",
    )


def _is_reported(found: re.Match[str], named: str, time: Time, context: times.Context) -> bool:
    """Whether an exception means days, and was not understood or names a single day that there is not."""
    if found["moved"] and re.fullmatch(f"{_OFF}|{_WEEKEND}", named):
        # 遇周末顺延至下周三
        return True
    if _PLACE.match(named) or found["put_off"] or _is_off(named) or re.fullmatch(_WEEKENDS, named):
        return False
    if until := found["until"] or found["last"]:
        # An end behind the last of the days is true, too.
        is_known = ended(time, until, context) is not None or any(_days(until, time, context))
        return not is_known and (times.is_like_time(until) or bool(_OF_CALENDAR.search(until)))
    if all(times.is_whole_time(part) or _is_off(part) for part in _AND.split(named)) and not _DAY.search(
        named
    ):
        # 寒假停, 端午停: true of a Thursday in March, too.
        return False
    means_days = times.is_like_time(named) or _BARE_DAY.match(named) or _OF_CALENDAR.search(found[0])
    return bool(means_days) and _held(time, found[0], context) == time


def _unknown_year(time: Time, named: str, context: times.Context) -> int | None:
    """The first year of the days whose holidays nobody knows, where the exception goes by them."""
    read = _named_days(named, context) if not _is_off(named) else None
    if not _is_off(named) and (read is None or read.precision is not Precision.FESTIVAL):
        return None
    return _first_unknown((day for day in time.days if read is None or Month.of(day) in read.months), context)


def _first_unknown(days: Iterable[date], context: times.Context) -> int | None:
    given = context.calendar.days_off
    return next((day.year for day in days if given.works(day) is None), None)


def _held(time: Time, text: str, context: times.Context) -> Time:
    """The time with the days that stay, and with those to which some were moved."""
    if not time.days:
        return _in_other_months(time, text, context)
    held = set(time.days)
    for found in _PAUSE.finditer(text, 0, _LONGEST):
        if until := found["until"] or found["last"]:
            last = max(_days(until, time, context, is_end=True), default=None)
            held = {day for day in held if last is None or day <= last}
            continue
        if found["put_off"] or found["put_named"]:
            held = set(_put_off(held, _fallen(time, found, context), found, context.calendar.days_off))
            continue
        paused = set(
            _days(found["except"] or found["moved"] or found["stop"] or found["days"], time, context)
        )
        if found["moved"] and paused:
            held.update(_days(found["to"], time, context))
        held -= paused
    days = tuple(sorted(held))
    return time if days == time.days else with_days(time, days)


def _in_other_months(time: Time, text: str, context: times.Context) -> Time:
    """What has no days of its own, 每月 例会（寒暑假除外）, without the months that the text takes out."""
    months = time.months
    for found in _PAUSE.finditer(text, 0, _LONGEST):
        named = found["except"] or found["stop"] or found["days"] or ""
        for part in _AND.split(named):
            paused = _paused_months(part, context)
            months = tuple(month for month in months if month.number not in paused)
    return replace(time, months=months or time.months)


def _paused_months(written: str, context: times.Context) -> tuple[int, ...]:
    """The numbers of the whole months that the words name."""
    if _VACATION.fullmatch(written):
        return _vacation(written, context)
    found = _named_days(written, context)
    is_months = found is not None and found.precision in (Precision.MONTH, Precision.MONTHS)
    return tuple(month.number for month in found.months) if found and is_months and not found.bound else ()


def _vacation(written: str, context: times.Context) -> tuple[int, ...]:
    """The numbers of its months: a plan from February to January has a part of two winters."""
    calendar = context.calendar
    return (*(calendar.winter if "寒" in written else ()), *(calendar.summer if "暑" in written else ()))


def _fallen(time: Time, found: re.Match[str], context: times.Context) -> frozenset[date]:
    """The days that a rule moves: holidays, of a day of the month weekends too; weekends alone; the days of a festival."""
    given = context.calendar.days_off
    if named := found["put_named"]:
        return frozenset(_days(named, time, context)).intersection(time.days)
    if re.fullmatch(_WEEKEND, found["put_off"]):
        return frozenset(day for day in time.days if day.weekday() >= 5 and not given.works(day))
    by_weekday = _WEEKDAY.search(time.text) is not None
    return frozenset(
        day for day in time.days if given.is_off(day) or (not by_weekday and given.works(day) is False)
    )


def _put_off(
    days: set[date], fallen: frozenset[date], found: re.Match[str], given: GivenDays
) -> Iterator[date]:
    """遇节假日顺延: what falls on a holiday is on the next working day, or on the next week's that is none."""
    by = found["by"] or found["to_day"] or ""
    step = -1 if found["way"] == "提前" or by.startswith("前") else 7 if by.endswith(("周", "星期")) else 1
    for day in days:
        yield _next(day, step, given) if day in fallen else day


def _next(day: date, step: int, given: GivenDays) -> date:
    while True:
        day += timedelta(days=step)
        works = given.works(day)
        if not given.is_off(day) if abs(step) > 1 else works or (works is None and day.weekday() < 5):
            return day


def _days(written: str, planned: Time, context: times.Context, *, is_end: bool = False) -> Iterator[date]:
    """The days that the words name: 10月1日、8日 · 10月1日至7日 · 节假日 · 国庆节, with the days off around it.

    `is_end`: only the last of them is wanted.
    """
    given = context.calendar.days_off
    if _is_off(written):
        yield from filter(given.is_off, planned.days)
        return
    if re.fullmatch(_WEEKENDS, written):
        yield from (day for day in planned.days if day.weekday() >= 5)
        return
    if _VACATION.fullmatch(written):
        months = _vacation(written, context)
        yield from (day for day in planned.days if day.month in months)
        return
    found = _named_days(_with_month(written, planned), replace(context, dots_are_days=True))
    if found is None:
        # 寒假、暑假 and the like.
        parts = _AND.split(written)
        for part in parts if len(parts) > 1 else ():
            yield from _days(part, planned, context, is_end=is_end)
        return
    if is_end and (last := last_day(found)) is not None:
        yield last
        return
    if found.bound in (Bound.FROM, Bound.AFTER):
        yield from (day for day in planned.days if _is_behind(found, day))
        return
    yield from found.days
    if not found.days and found.start is None:
        yield from (day for day in planned.days if Month.of(day) in found.months)
    if found.precision is Precision.FESTIVAL:
        for day in found.days:
            yield from days_off_around(day, given)
    if found.start is not None and found.end is not None and not found.days:
        for number in range((found.end - found.start).days + 1):
            yield found.start + timedelta(days=number)


def _named_days(written: str, context: times.Context) -> Time | None:
    """The time that the words are: 10月1日, 国庆, 国庆长假."""
    context = replace(context, section=None)
    festival = whole_time(_HOLIDAY_WEEK.sub("", written), context)
    if festival is not None and festival.precision is Precision.FESTIVAL:
        return festival
    return whole_time(written, context)


def _is_behind(time: Time, day: date) -> bool:
    """Whether a day lies behind 10月20日后, or not before 10月20日起."""
    if time.bound is Bound.FROM:
        return day >= (time.start or time.months[0].first)
    return day > (time.end or time.months[-1].last)


def _is_off(written: str) -> bool:
    return re.fullmatch(_OFF, written) is not None


def _with_month(written: str, planned: Time) -> str:
    """8日, below the only month of what recurs, with that month."""
    if len(planned.months) == 1 and _BARE_DAY.match(written):
        return _BARE_DAY.sub(f"{planned.months[0].number}月", written, count=1)
    return written
