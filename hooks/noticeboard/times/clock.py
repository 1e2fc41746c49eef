"""Times of day (SPECIFICATION section 3, rule 7)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noticeboard.problems import Fault
from noticeboard.times import boundaries, faults
from noticeboard.times.bounds import Bound, bound_of
from noticeboard.times.numerals import DASH, GAP, NUMBER, number

ALL_DAY = "全天|全日|一?整[天日]"
DAY_PART = f"凌晨|清晨|早晨|早上|上午|中午|正午|下午|午后|傍晚|晚上|晚间|夜间|{ALL_DAY}"
"""The words for a part of a day that may stand without an hour."""

_HALF_DAY = r"(?P<half_day>[AaPp])\.?[Mm]\.?(?![A-Za-z])"
_HALF_DAY_ALONE = _HALF_DAY.replace("half_day", "half_day_alone")
"""2:30PM, 9 am."""
_HOUR = rf"(?:{NUMBER}|二十[一二三四]|两)"
_SPOKEN = rf"""(?:
    (?P<spoken>{NUMBER}){GAP}分(?!钟)
  | (?:(?<![ ])|(?={NUMBER}(?:[ ,;:。]|$)))(?P<minute>{NUMBER})(?<=[\d〇零一二三四五六七八九十廿卅]{{2}})
    (?![一二三四五六七八九十]|{GAP}(?:[钟日月号点时:]|场(?!地|馆|所)|楼(?![上下前后顶道梯])|{boundaries.UNITS}))
)"""
"""Minutes without 分 have two signs and count nothing: not 3点二楼, 2点20人, 7点 三场."""
_MOMENT = re.compile(
    rf"""
    (?:(?P<part>{DAY_PART}|早|晚){GAP})?
    (?:
        (?P<digits>\d{{1,2}}){GAP}:{GAP}(?P<minutes>\d\d)(?::\d\d)?(?!\d|的|比)分?(?:{GAP}{_HALF_DAY})?
      | (?P<half_hour>\d{{1,2}}){GAP}{_HALF_DAY_ALONE}
      | (?P<hour>{_HOUR}){GAP}(?P<unit>[点时])(?!{boundaries.AFTER_HOUR})
        (?:{GAP}(?:(?P<half>半)|(?P<quarter>[一三])刻|{_SPOKEN}|整))?钟?
        (?!{boundaries.AFTER_POINTS})
      | (?P<bare>{_HOUR})(?={GAP}{DASH}{GAP}{_HOUR}{GAP}[点时])
    )""",
    re.VERBOSE,
)
_TO = re.compile(rf"{GAP}{DASH}{GAP}(?P<next_day>(?:次日|翌日|第二[天日]){GAP}的?)?")
_AND = re.compile(rf"{GAP}[,;、和及]{GAP}")
_ALSO = re.compile(rf"{GAP}[、和及]{GAP}(?=\d{{1,2}}:\d\d|(?:{DAY_PART})|[早晚]\d|{_HOUR}{GAP}[点时])")
_AROUND = re.compile(
    "左右|之前|以前|之后|以后|开始(?=$|[ ,;:。])|前(?!往|来|进|期)|后(?!勤|续)|起(?!草|步|跑)|止"
    "|[ ](?:[之以]前|前(?=[ ,;:。]|$))|(?:(?<=24:00)|(?<=24[点时]))[ ]前(?!往|来|进|期|台)"
)

_AFTERNOON = frozenset({"下午", "午后", "傍晚"})
_EVENING = frozenset({"晚上", "晚间", "夜间", "晚"})
_NOON = frozenset({"中午", "正午"})
_MORNING = frozenset({"凌晨", "清晨", "早晨", "早上", "上午", "早"})


NEXT_DAY = "次日"
"""Stands before an end that lies on the next day."""
_EVENING_FROM, _NIGHT_TO = 18 * 60, 9 * 60
"""In minutes: what begins in the evening and ends in the morning runs over midnight."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment, or from one to another, in folded text from `at` to `end`."""

    at: int
    end: int
    first: re.Match[str]
    last: re.Match[str] | None = None
    bound: Bound | None = None
    """What the word behind it says: 14:30前."""
    on_next_day: bool = False
    """Whether the end is said to lie on the next day: 22:00—次日8:00."""
    more: Clock | None = None
    """What follows it on the same day: 10点到12点，下午2点到4点; 9:00、14:00."""
    part: str | None = None
    """The part of the day it is in: its own, or that of the one before it, 晚7:00、8:30."""

    @property
    def is_night_unclear(self) -> bool:
        """Whether it runs over midnight without saying so: 23:00—1:00."""
        return not self.on_next_day and self.last is not None and self._over_midnight()

    def _over_midnight(self) -> bool:
        first, last = _minutes(self.first, self.part), self._last()
        return (
            first is not None
            and last is not None
            and last < first
            and first >= _EVENING_FROM
            and last <= _NIGHT_TO
        )

    def _last(self) -> int | None:
        """The end in minutes. 下午4：20-5：00: it takes over the start's half of the day, but for 晚10:00-1:00."""
        if self.last is None:
            return None
        part = None if self.on_next_day else self.part
        last = _minutes(self.last, self.last["part"] or part, is_end=True)
        if last is None and part in _EVENING and not self.last["part"]:
            return _minutes(self.last, is_end=True)
        return last

    def read(self, written: str) -> str | Fault:
        """``14:30``, ``14:30–16:00`` or ``22:00–次日08:00``, several with 、 between; or why it is none of them.

        `written` is how the officer wrote it.
        """
        # 24:00前 ends with the day.
        first = _minutes(self.first, self.part, is_end=self.last is None and self.bound is Bound.BEFORE)
        if first is None:
            return faults.impossible_clock(written, self.at)
        if self.last is None:
            moment = _show(first)
            if self.more is None:
                return moment
            others = self.more.read(written)
            return others if isinstance(others, Fault) else f"{moment}、{others}"
        last = self._last()
        if last is None:
            return faults.impossible_clock(written, self.at)
        if self.on_next_day or self._over_midnight():
            return f"{_show(first)}–{NEXT_DAY}{_show(last)}"
        part = self.last["part"] or self.part
        # 上午11:00-1:00 runs over noon.
        if last <= first and part and not self.last["part"] and first < last + 12 * 60 < 24 * 60:
            last += 12 * 60
        if last <= first:
            return faults.reversed_clock(written, self.at)
        span = f"{_show(first)}–{_show(last)}"
        if self.more is None:
            return span
        more = self.more.read(written)
        return more if isinstance(more, Fault) else f"{span}、{more}"


_MOST = 24
"""Hours and spans of hours that are read of one day: a text of thousands must not go down a level for each."""


def find(text: str, at: int, part: str | None = None, most: int = _MOST) -> Clock | None:
    """The clock time that begins exactly at `at` of the folded `text`, or `most` of them with 、 between; one without a
    part of the day is in `part`, where it can be."""
    first = _MOMENT.match(text, at) if most else None
    if first is None:
        return None
    part = first["part"] or (part if _minutes(first, part) is not None else None)
    end, last, next_day, more = first.end(), None, False, None
    dash = _TO.match(text, end)
    if dash is not None and (last := _MOMENT.match(text, dash.end())) is not None:
        end, next_day = last.end(), dash["next_day"] is not None
    if first["bare"] and last is None:
        return None
    if (
        last is not None
        and (link := _AND.match(text, end))
        and (more := find(text, link.end(), most=most - 1))
    ):
        # 9:00-11:00，2:00-4:00 leaves to its reader which half of the day the second is in.
        is_listed = more.last is not None or (more.bound is None and _ALSO.match(text, end) is not None)
        follows = is_listed and (_minutes(more.first) or 0) >= (_minutes(last, part) or 0)
        more = more if follows else None
        end = more.end if more else end
    if (
        last is None
        and (link := _ALSO.match(text, end))
        and (other := find(text, link.end(), part, most - 1))
    ):
        # 9:00、14:00: twice, as often as it is written.
        is_later = (_minutes(other.first, other.part) or 0) > (_minutes(first, part) or 0)
        if is_later and other.bound is None:
            more, end = other, other.end
    bound = None
    if around := _AROUND.match(text, end):
        end, bound = around.end(), bound_of(around[0].strip())
    return Clock(at, end, first, last, bound, next_day, more, part)


def _minutes(when: re.Match[str], part: str | None = None, *, is_end: bool = False) -> int | None:
    """Minutes since midnight; None when no day has such a time. A day ends at 24:00."""
    written = when["digits"] or when["hour"] or when["bare"] or when["half_hour"]
    hour = 2 if written == "两" else number(written)
    minute = 0
    if when["half"]:
        minute = 30
    elif when["quarter"]:
        minute = number(when["quarter"]) * 15
    elif spoken := when["minutes"] or when["spoken"] or when["minute"]:
        minute = number(spoken)
    if is_end and (hour, minute) == (24, 0):
        return 24 * 60
    half_day = when["half_day"] or when["half_day_alone"]
    settled = _in_half(hour, half_day.lower() == "p") if half_day else _in_day(hour, when["part"] or part)
    return settled * 60 + minute if settled is not None and minute < 60 else None


def _in_half(hour: int, is_afternoon: bool) -> int | None:
    """The hour that `hour` is before or after noon: 12AM is midnight."""
    if is_afternoon:
        return hour + 12 if hour < 12 else hour if hour < 24 else None
    return hour % 12 if hour <= 12 else None


def _in_day(hour: int, part: str | None) -> int | None:
    """The hour of a day of twenty-four that `hour` is in the part of the day so called."""
    if part in _AFTERNOON:
        hour += 12 if hour < 12 else 0
        return hour if hour < 20 else None
    if part in _EVENING:
        hour += 12 if 5 <= hour < 12 else 0
        return hour if 17 <= hour < 24 else None
    if part in _NOON:
        hour += 12 if hour < 3 else 0
        return hour if 11 <= hour < 15 else None
    if part in _MORNING:
        return hour if hour <= 12 else None
    return hour if hour < 24 else None


def _show(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
