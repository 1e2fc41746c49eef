"""Times of day (SPECIFICATION section 3, rule 7)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noticeboard.problems import Fault
from noticeboard.times import boundaries, faults
from noticeboard.times.numerals import DASH, GAP, NUMBER, number

DAY_PART = "凌晨|清晨|早晨|早上|上午|中午|正午|下午|午后|傍晚|晚上|晚间|夜间|全天"
"""The words for a part of a day that may stand without an hour."""

_HOUR = rf"(?:{NUMBER}|二十[一二三四]|两)"
_MOMENT = re.compile(
    rf"""
    (?:(?P<part>{DAY_PART}|早|晚){GAP})?
    (?:
        (?P<digits>\d{{1,2}}){GAP}:{GAP}(?P<minutes>\d\d)(?::\d\d)?(?!\d|的|比)分?
      | (?P<hour>{_HOUR}){GAP}(?P<unit>[点时])(?!{boundaries.AFTER_HOUR})
        (?:{GAP}(?:(?P<half>半)|(?P<quarter>[一三])刻|(?P<spoken>{NUMBER}){GAP}分?(?![钟日月号点时:])|整))?钟?
        (?!{boundaries.AFTER_POINTS})
      | (?P<bare>{_HOUR})(?={GAP}{DASH}{GAP}{_HOUR}{GAP}[点时])
    )""",
    re.VERBOSE,
)
_TO = re.compile(rf"{GAP}{DASH}{GAP}")
_AROUND = re.compile(
    "左右|之前|以前|之后|以后|开始(?=$|[ ,;:。])|前(?!往|来|进|期)|后(?!勤|续)|起(?!草|步|跑)|止"
)

_AFTERNOON = frozenset({"下午", "午后", "傍晚"})
_EVENING = frozenset({"晚上", "晚间", "夜间", "晚"})
_NOON = frozenset({"中午", "正午"})
_MORNING = frozenset({"凌晨", "清晨", "早晨", "早上", "上午", "早"})


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment, or from one to another, in folded text from `at` to `end`."""

    at: int
    end: int
    first: re.Match[str]
    last: re.Match[str] | None = None

    def read(self, written: str) -> str | Fault:
        """``14:30`` or ``14:30–16:00``, or why it is neither; `written` is how the officer wrote it."""
        first = _minutes(self.first)
        if first is None:
            return faults.impossible_clock(written, self.at)
        if self.last is None:
            return _show(first)
        # 下午4：20-5：00: the second takes over the first's half of the day; 上午11:00-1:00 runs over noon.
        part = self.last["part"] or self.first["part"]
        last = _minutes(self.last, part)
        if last is None:
            return faults.impossible_clock(written, self.at)
        if last <= first and part and not self.last["part"] and first < last + 12 * 60 < 24 * 60:
            last += 12 * 60
        if last <= first:
            return faults.reversed_clock(written, self.at)
        return f"{_show(first)}–{_show(last)}"


def find(text: str, at: int) -> Clock | None:
    """The clock time that begins exactly at `at` of the folded `text`."""
    first = _MOMENT.match(text, at)
    if first is None:
        return None
    end, last = first.end(), None
    dash = _TO.match(text, end)
    if dash is not None and (last := _MOMENT.match(text, dash.end())) is not None:
        end = last.end()
    if first["bare"] and last is None:
        return None
    around = _AROUND.match(text, end)
    end = around.end() if around else end
    return Clock(at, end, first, last)


def _minutes(when: re.Match[str], part: str | None = None) -> int | None:
    """Minutes since midnight; None when no day has such a time."""
    written = when["digits"] or when["hour"] or when["bare"]
    hour = 2 if written == "两" else number(written)
    minute = 0
    if when["half"]:
        minute = 30
    elif when["quarter"]:
        minute = number(when["quarter"]) * 15
    elif when["minutes"] or when["spoken"]:
        minute = number(when["minutes"] or when["spoken"])
    in_day = _in_day(hour, when["part"] or part)
    return in_day * 60 + minute if in_day is not None and minute < 60 else None


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
