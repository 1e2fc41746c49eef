"""Reads a time at the front of an item and in （延期至：…）: the doors to the grammar, beside `headings`."""

from __future__ import annotations

import re
from dataclasses import replace

from noticeboard.times import faults, parser
from noticeboard.times.grammar import SCHEDULE, SET_OFF
from noticeboard.times.numerals import fold, skip
from noticeboard.times.phrases import (
    ClockOnly,
    Dates,
    Every,
    Form,
    Holiday,
    Phrase,
    Reach,
    Recurrence,
    Stretch,
    Undecided,
)
from noticeboard.times.resolution import resolve
from noticeboard.times.time import Context, ParsedTime, Time

OPENING = re.compile(r"\s*(?P<mark>\*{1,3}|_{1,3})?\s*")
_BEFORE_CLOSING = re.compile(r"\s*[:,]?")
_SEPARATOR = re.compile(r"\s*(?:[:,、;。|]|\.(?!\d)|-{1,2})?\s*")

_NEXT_MONTH = re.compile("^(?:下个?月|次月)")


def read_leading(text: str, context: Context) -> ParsedTime | None:
    """The time that an item's text begins with; None when it begins with none.

    `text` is one item without its list marker and box. Below a month heading only what rule 4 of SPECIFICATION
    section 3 lists counts. A festival that its heading's month beats gives the heading's time and the length
    0: the word stays in the text.
    """
    folded = fold(text)
    opening = OPENING.match(folded)
    assert opening is not None  # It also matches an empty text.
    phrase = parser.parse(folded, opening.end())
    if phrase is None or not counts(phrase, context, folded):
        return None
    resolved = resolve(phrase, text, context)
    if resolved.end == phrase.start:
        return ParsedTime(resolved.time, 0, faults=resolved.faults)
    end = resolved.end or phrase.end
    if resolved.end is None and _stays(phrase) and SET_OFF.match(folded, end) is None:
        if isinstance(phrase.what, Holiday) and phrase.what.month is not None:
            return _month_before(phrase.what.month, phrase.what.at, opening.end(), text, context)
        return ParsedTime(_without_day(phrase, resolved.time), 0, faults=resolved.faults)
    if mark := opening["mark"]:
        end = skip(_BEFORE_CLOSING, folded, end)
        if not folded.startswith(mark, end):
            return None
        end += len(mark)
    return ParsedTime(resolved.time, skip(_SEPARATOR, folded, end), faults=resolved.faults)


def festival_within(text: str, context: Context) -> Time | None:
    """The month of the one festival that `text` names anywhere; None where it names none or more."""
    folded = fold(text)
    found: list[Phrase] = []
    at = 0
    while at < len(folded):
        phrase = parser.parse_festival(folded, at) if folded[at - 1 : at] not in _NUMERALS else None
        found += [phrase] if phrase else []
        at = phrase.end if phrase else at + 1
    return _without_day(found[0], resolve(found[0], text, context).time) if len(found) == 1 else None


_NUMERALS = frozenset("一二三四五六七八九十0123456789第")
"""Before 十一 they make another number of it."""


def time_length(text: str, *, with_stretches: bool = False) -> int:
    """How many characters at the front of `text` are surely a time: months, days, festivals, hours or days of the week; 0
    for none. `with_stretches` quarters, half-years and the like count too. 每天 and 工作日 say how long or for whom, too: they
    count with an hour."""
    folded = fold(text)
    phrase = parser.parse(folded)
    if phrase is None or is_poor(phrase):
        return 0
    is_weekly = isinstance(phrase.what, Recurrence) and (
        phrase.clock is not None
        if phrase.what.every in (Every.DAY, Every.WORKDAY, Every.UNCLEAR)
        else bool(phrase.what.weekdays)
    )
    is_stretch = with_stretches and isinstance(phrase.what, Stretch)
    return (
        phrase.end if is_weekly or is_stretch or isinstance(phrase.what, Dates | ClockOnly | Holiday) else 0
    )


def is_whole_time(text: str) -> bool:
    """Whether a text is a time and nothing else, be it one of months, of a whole year or of what recurs: 全年, 每季度一次."""
    folded = fold(text.strip())
    phrase = parser.parse(folded)
    return phrase is not None and phrase.end == len(folded) and not is_poor(phrase)


def count_schedules(text: str) -> int:
    """How many times `text` says at which hour of which days something recurs: 工作日 8:00，双休日 9:00."""
    return sum(1 for _ in SCHEDULE.finditer(fold(text)))


def _stays(phrase: Phrase) -> bool:
    """Whether its words are more than a time, so that they leave the text only where they are set off (rule 10).

    五一劳动节表彰, 3月8日前报名, 每周三例会, 暑期托管班.
    """
    if phrase.clock is not None and phrase.bound is None:
        return False
    is_weekly = isinstance(phrase.what, Recurrence) and bool(phrase.what.weekdays)
    is_vacation = isinstance(phrase.what, Stretch) and phrase.what.reach in _VACATIONS
    return isinstance(phrase.what, Holiday) or phrase.bound is not None or is_weekly or is_vacation


def _month_before(month: Dates, end: int, start: int, text: str, context: Context) -> ParsedTime:
    """The month of 9月教师节表彰, which leaves the text without the festival."""
    phrase = Phrase(month, start, start + len(text[start:end].rstrip()))
    resolved = resolve(phrase, text, context)
    return ParsedTime(resolved.time, end, faults=resolved.faults)


def _without_day(phrase: Phrase, time: Time | None) -> Time | None:
    """A festival that begins what is done, 五一劳动节表彰, says the month only."""
    if time is None or not isinstance(phrase.what, Holiday):
        return time
    return replace(time, start=None, end=None, days=(), clock=None, clock_text="")


def is_poor(phrase: Phrase) -> bool:
    """Whether it is a day only at the front of an item: ``### 1.1 指导思想`` is none."""
    return isinstance(phrase.what, Dates) and any(
        p.form in (Form.SLASH, Form.DOT) for p in phrase.what.points
    )


def read_new_time(text: str, context: Context) -> ParsedTime:
    """The time that something is put off to: （延期至：5月20日）; one without months for 待定.

    `context.section` is the activity's own time. A month without a year is the first such month at or after its first
    one, or else the period's; it may lie outside the period. An hour alone is one of the activity's own day.
    """
    written = text.strip()
    own = context.section
    folded = _NEXT_MONTH.sub(_month_after(own), fold(written))
    phrase = parser.parse(folded)
    if phrase is None or phrase.end != len(folded) or not _is_new_time(phrase, own):
        return ParsedTime(None, len(text), faults=(faults.unreadable_months(written),))
    after = context.period.start if context.period else None
    if own and own.months:
        after = own.months[0]
    resolved = resolve(phrase, folded if len(folded) != len(written) else written, context, after)
    time = replace(resolved.time, text=written) if resolved.time else None
    return ParsedTime(time, len(text), faults=resolved.faults)


def _month_after(time: Time | None) -> str:
    """What 下月 is called, seen from a time; 下月 itself where nothing tells."""
    return f"{time.months[-1].plus(1).number}月" if time and time.months else r"\g<0>"


def _is_new_time(phrase: Phrase, own: Time | None) -> bool:
    if isinstance(phrase.what, ClockOnly):
        return own is not None and own.start is not None and own.start == own.end
    return not isinstance(phrase.what, Recurrence)


def counts(phrase: Phrase, context: Context, folded: str) -> bool:
    """Whether the phrase, found in an item's `folded` text, is a time where it stands (rule 4)."""
    section = context.section
    if isinstance(phrase.what, ClockOnly):
        return section is not None
    is_below_month = section is not None and section.precision.is_month_like
    if not is_below_month or not isinstance(phrase.what, Stretch | Undecided):
        return True
    return _names_stretch(phrase) and bool(folded) and SET_OFF.match(folded, phrase.end) is not None


def _names_stretch(phrase: Phrase) -> bool:
    """Whether it says other months than its heading so clearly that they count: 年底, 暑假, 期末."""
    what = phrase.what
    if not isinstance(what, Stretch):
        return False
    return what.reach in _NAMED or (what.reach is Reach.YEAR and bool(what.numbers))


_VACATIONS = frozenset({Reach.WINTER, Reach.SUMMER, Reach.VACATIONS})
_NAMED = frozenset({Reach.WINTER, Reach.SUMMER, Reach.SCHOOL})
