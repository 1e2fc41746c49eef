"""Reads a time at the front of an item, in a heading, and in （延期至：…）: the doors to the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from noticeboard.times import faults, parser
from noticeboard.times.boundaries import AFTER_FRACTION
from noticeboard.times.grammar import BEGINS, SET_OFF
from noticeboard.times.numerals import DASH, GAP, NUMBER, fold, number, skip
from noticeboard.times.phrases import (
    ClockOnly,
    Dates,
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

_OPENING = re.compile(r"\s*(?P<mark>\*{1,3}|_{1,3})?\s*")
_BEFORE_CLOSING = re.compile(r"\s*[:,]?")
_SEPARATOR = re.compile(r"\s*(?:[:,、;。|]|\.(?!\d)|-{1,2})?\s*")

_CHINESE_NUMBER = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))\s*")
_ARABIC_NUMBER = re.compile(
    r"\s*(?:(?P<number>\d{1,2})(?:、|\.(?!\d))|\(\d{1,2}\)|[①-⑳])\s*(?P<follower>\d{1,2})?"
)
_THEME = re.compile(
    r"""\s*(?:(?P<bracket>\()|(?P<loose>[,·•・|/])|:|-{1,2}|(?P<space>\s))\s*
        (?P<theme>(?(bracket)[^()]*|.*))(?(bracket)\)\s*:?\s*)""",
    re.DOTALL | re.VERBOSE,
)
_ENCLOSED = re.compile(r"\s*(?:\((?P<round>[^()]*)\)|【(?P<square>[^【】]*)】)\s*:?\s*")
"""（三月）, 【三月份】: a heading in brackets."""
_PLAIN = re.compile(
    r"\s*的?(?:工会)?(?:主要|重点|具体)?(?:工作|活动|任务|安排)(?:安排|计划|要点|内容|重点|任务)?\s*:?\s*"
)
"""What makes no theme: 三月份工作安排."""
_NEXT_MONTH = re.compile("^(?:下个?月|次月)")
_TITLE = re.compile(r"(?:总结|回顾|报告|汇报)$")
_TITLE_WITH_YEAR = re.compile(r"(?:总结|回顾|报告|汇报|计划|方案|要点|安排|意见)$")


def read_leading(text: str, context: Context) -> ParsedTime | None:
    """The time that an item's text begins with; None when it begins with none.

    `text` is one item without its list marker and box. Below a month heading only what rule 4 of SPECIFICATION
    section 3 lists counts. A festival that its heading's month beats gives the heading's time and the length
    0: the word stays in the text.
    """
    if BEGINS.match(text) is None:
        return None
    folded = fold(text)
    opening = _OPENING.match(folded)
    assert opening is not None  # It also matches an empty text.
    phrase = parser.parse(folded, opening.end())
    if phrase is None or not _counts(phrase, context, folded):
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


def time_length(text: str) -> int:
    """How many characters at the front of `text` are surely a time: months, days, festivals, hours or days of the week; 0
    for none."""
    folded = fold(text)
    phrase = parser.parse(folded) if BEGINS.match(folded) else None
    if phrase is None or _is_poor(phrase):
        return 0
    is_weekly = isinstance(phrase.what, Recurrence) and bool(phrase.what.weekdays)
    return phrase.end if is_weekly or isinstance(phrase.what, Dates | ClockOnly | Holiday) else 0


def _stays(phrase: Phrase) -> bool:
    """Whether its words are more than a time, so that they leave the text only where they are set off (rule 10).

    五一劳动节表彰, 3月8日前报名, 每周三例会.
    """
    if phrase.clock is not None and phrase.bound is None:
        return False
    is_weekly = isinstance(phrase.what, Recurrence) and bool(phrase.what.weekdays)
    return isinstance(phrase.what, Holiday) or phrase.bound is not None or is_weekly


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


@dataclass(frozen=True, slots=True)
class _Heading:
    """The words of a heading that says a time."""

    phrase: Phrase
    theme: slice
    """Where the theme stands; empty without one."""
    is_loose: bool = False
    """Whether only a space or a comma parts the theme from the time."""

    @property
    def says_months(self) -> bool:
        return isinstance(self.phrase.what, Dates) and self.phrase.what.are_months


def read_heading(text: str, context: Context) -> ParsedTime | None:
    """The time that a heading is, alone or before a theme; None when it is none (SPECIFICATION section 4).

    `text` is the heading without its ``#``; a number in front of it (一、 or （一）) is passed over.
    三月份工作安排 counts as 三月份.
    """
    heading = _heading(fold(text))
    if heading is None or not _counts(heading.phrase, context, ""):
        return None
    resolved = resolve(heading.phrase, text, context)
    theme = text[heading.theme].strip()
    return ParsedTime(resolved.time, heading.theme.start if theme else len(text), theme, resolved.faults)


def is_time_line(text: str, *, with_blank: bool = False) -> bool:
    """Whether a plain line says months or a longer stretch like a heading, so that it parts the lists around it.

    Of themes only those of months count that a sign sets off, 四月份：读书月; else the line may be a sentence. With
    `with_blank` a theme behind a blank counts too.
    """
    heading = _heading(fold(text))
    if heading is None or isinstance(heading.phrase.what, Recurrence | Undecided):
        return False
    if text[heading.theme]:
        if with_blank:
            return text.rstrip()[-1] not in "，,、"
        return heading.says_months and not heading.is_loose and text.rstrip()[-1] not in _GOES_ON
    is_day = isinstance(heading.phrase.what, Dates) and any(p.day for p in heading.phrase.what.points)
    return not is_day or text.rstrip().endswith(("：", ":"))


def is_month_like(text: str) -> bool:
    """Whether a line begins like a month heading, be it one or not: 三月组织活动 · 第三月 · 三月份：植树。"""
    folded = fold(text)
    start = skip(_BEFORE_MONTH, folded, _heading_number(folded))
    if BEGINS.match(folded, start) is None:
        return False
    phrase = parser.parse(folded, start, is_heading=True)
    return phrase is not None and isinstance(phrase.what, Dates) and phrase.what.are_months


def is_unread_time(text: str) -> bool:
    """Whether a line begins with a time in a form that the grammar does not read: 6/上旬 · 腊月 · 第七个月 · March 8."""
    folded = fold(text)
    return _LIKE_TIME.match(folded, skip(_BEFORE_TIME, folded, _heading_number(folded))) is not None


def is_like_time(text: str) -> bool:
    """Whether a line begins like a month, a festival or a day, in whatever form: 五一前后 · 4.5扫墓 · 6/上旬 · March 8."""
    if is_unread_time(text):
        return True
    folded = fold(text)
    start = skip(_BEFORE_MONTH, folded, _heading_number(folded))
    phrase = parser.parse(folded, start) if BEGINS.match(folded, start) else None
    return phrase is not None and isinstance(phrase.what, Dates | Holiday)


_LIKE_TIME = re.compile(
    rf"""(?:\d{{1,2}}[./]\d{{1,2}}(?!\d|[./]|{GAP}(?:{AFTER_FRACTION}|{DASH}))(?=\s|[\u4e00-\u9fff])
      | \d{{1,2}}[ ]?/[ ]?(?:[上中下]旬|[初底末])
      | (?:农历|旧历|阴历)?[腊冬闰]月(?![初十廿卅一二三])
      | (?:立[春夏秋冬]|雨水|惊蛰|春分|谷雨|小满|芒种|夏至|[小大]暑|处暑|白露|秋分|寒露|霜降|[小大]雪|[小大]寒)(?=[前后 :]|当天)
      | (?:开春|[阳初早暮]春|[初仲盛]夏|[金初深]秋|[初寒隆严]冬)[的之]?(?={NUMBER}月)
      | 第[ ]?{NUMBER}(?:{GAP}(?:{DASH}|、){GAP}第?{NUMBER})?[ ]?周(?=[ (:])
      | 1[ ][0-2][ ]?月 | 第[ ]?{NUMBER}[ ]?个月(?!内)
      | (?:early|mid|late)?[- ]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}\.?(?=[ :,\d-]))""",
    re.VERBOSE | re.IGNORECASE,
)
"""Forms that nobody can mistake and the grammar does not read."""
_BEFORE_TIME = re.compile(r"[\s*_(【]*")
_BEFORE_MONTH = re.compile(r"[\s*_(【]*第?")
_GOES_ON = "，,、；;。."
"""What a sentence has at the end of a line, and a heading has not."""


@lru_cache(maxsize=1024)
def _heading(folded: str) -> _Heading | None:
    """What a folded heading says; a board's headings are the same few hundred words."""
    start, end = _heading_number(folded), len(folded)
    if enclosed := _ENCLOSED.fullmatch(folded, start):
        start, end = enclosed.span(enclosed.lastgroup or 0)
    opening = _OPENING.match(folded, start)
    assert opening is not None  # It also matches an empty text.
    start = opening.end()
    if mark := opening["mark"]:
        closing = folded.rstrip(": ").rfind(mark, start)
        if closing < 0 or folded[closing + len(mark) :].strip(": "):
            return None
        end = closing
    if BEGINS.match(folded, start) is None:
        return None
    heading = folded[:end]
    phrase = parser.parse_whole_year(heading, start) or parser.parse(heading, start, is_heading=True)
    if phrase is None or isinstance(phrase.what, ClockOnly) or _is_poor(phrase):
        return None
    alone = _Heading(phrase, slice(end, end))
    if not heading[phrase.end :].strip(": "):
        return alone
    theme = _THEME.fullmatch(heading, phrase.end)
    if theme is None:
        return alone if isinstance(phrase.what, Dates) and _PLAIN.fullmatch(heading, phrase.end) else None
    if theme["bracket"] and _is_only_dates(theme["theme"]):
        return alone
    if theme["space"] and _is_title(heading[phrase.start : phrase.end], theme["theme"]):
        return None
    if theme["loose"] and not alone.says_months:
        return None
    return _Heading(phrase, slice(*theme.span("theme")), theme["space"] is not None or theme["loose"] == ",")


def _is_poor(phrase: Phrase) -> bool:
    """Whether it is a day only at the front of an item: ``### 1.1 指导思想`` is none."""
    return isinstance(phrase.what, Dates) and any(
        p.form in (Form.SLASH, Form.DOT) for p in phrase.what.points
    )


def _is_only_dates(theme: str) -> bool:
    """Whether brackets say the time once more: 第一季度（1-3月）."""
    phrase = parser.parse(theme.strip(), is_heading=True)
    return phrase is not None and phrase.end == len(theme.strip()) and isinstance(phrase.what, Dates)


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


def _counts(phrase: Phrase, context: Context, folded: str) -> bool:
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


_NAMED = frozenset({Reach.WINTER, Reach.SUMMER, Reach.SCHOOL})


def _heading_number(folded: str) -> int:
    """Where the heading begins after its number. 3、4月 are two months, for the numbers follow each other."""
    if match := _CHINESE_NUMBER.match(folded):
        return match.end()
    match = _ARABIC_NUMBER.match(folded)
    if match is None:
        return 0
    if match["follower"] is None:
        return match.end()
    is_list = match["number"] and number(match["follower"]) == number(match["number"]) + 1
    return 0 if is_list else match.start("follower")


def _is_title(words: str, theme: str) -> bool:
    """Whether it is the title of a document rather than a time and a theme: 2026年3月 工作计划."""
    return bool((_TITLE_WITH_YEAR if "年" in words else _TITLE).search(theme))
