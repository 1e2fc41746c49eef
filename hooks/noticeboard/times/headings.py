"""Reads the time that a heading or a line like one says (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from noticeboard.times import parser
from noticeboard.times.boundaries import AFTER_FRACTION
from noticeboard.times.numerals import DASH, GAP, NUMBER, fold, number, skip
from noticeboard.times.phrases import (
    ClockOnly,
    Dates,
    Holiday,
    Phrase,
    Reach,
    Recurrence,
    Stretch,
    Undecided,
)
from noticeboard.times.readings import OPENING, counts, is_poor
from noticeboard.times.resolution import resolve
from noticeboard.times.time import Context, ParsedTime

_CHINESE_NUMBER = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))\s*")
_ARABIC_NUMBER = re.compile(
    r"\s*(?:(?P<number>\d{1,2})(?:、|\.(?!\d))|\(\d{1,2}\)|[①-⑳])\s*(?P<follower>\d{1,2})?"
)
_THEME = re.compile(
    r"""\s*(?:(?P<bracket>\()|(?P<loose>[,·•・|/])|:|-{1,2}|(?P<space>\s))\s*
        (?P<theme>(?(bracket)[^()]*|.*))(?(bracket)\)\s*:?\s*)""",
    re.DOTALL | re.VERBOSE,
)
_ENCLOSED = re.compile(
    r"\s*(?:\((?P<round>[^()]*)\)|【(?P<square>[^【】]*)】|[〖《“「『](?P<other>[^〖〗《》“”「」『』]*月份?)[〗》”」』])\s*:?\s*"
)
"""（三月）, 【三月份】: a heading in brackets."""
_PLAIN = re.compile(
    r"""\s*(?:\((?P<before>[^()]*)\))?的?(?:工会|学校|我[们校会院]|本[会校])*(?:将|拟|计划|预计|准备)?
        (?:(?:(?:开展|组织|进行|做好|完成)(?:以下|下列|如下|的|几[项个])+)?(?:以下|下列|的)*(?:主要|重点|具体|中心|日常|各项|有关|相关)*
           (?:工作|活动|任务|安排|要点|内容|重点|计划|事项|日程)+(?:主要)?(?:如下|包括|有|为|是)?(?:以下|下列|几[项个方面]*)*
          |(?<=[将拟划计备])(?:开展|组织|安排|进行)(?=\s*:))
        \s*(?:\((?P<behind>[^()]*)\))?\s*:?\s*""",
    re.VERBOSE,
)
"""What makes no theme: 三月份工作安排, 五月我们将开展以下活动：, 一季度工作重点（1-3月）."""
_TITLE = re.compile(r"(?:总结|回顾|报告|汇报)$")
_TITLE_WITH_YEAR = re.compile(r"(?:总结|回顾|报告|汇报|计划|方案|要点|安排|意见)$")


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
    if heading is None or not counts(heading.phrase, context, ""):
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
    phrase = parser.parse(folded, start, is_heading=True)
    return phrase is not None and isinstance(phrase.what, Dates) and phrase.what.are_months


def is_part_of_year(text: str) -> bool:
    """Whether a line begins with a quarter or a half-year: 下半年工作打算."""
    folded = fold(text)
    phrase = parser.parse(folded, skip(_BEFORE_TIME, folded, _heading_number(folded)), is_heading=True)
    return phrase is not None and _is_part_of_year(phrase)


def _is_part_of_year(phrase: Phrase) -> bool:
    return isinstance(phrase.what, Stretch) and phrase.what.reach in (Reach.QUARTER, Reach.HALF_YEAR)


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
    led = skip(_LEADS_IN, folded, start)
    phrase = parser.parse(folded, led)
    if phrase is not None and isinstance(phrase.what, Stretch):
        return phrase.what.reach in (Reach.WINTER, Reach.SUMMER, Reach.VACATIONS)
    return phrase is not None and isinstance(phrase.what, Dates if led > start else Dates | Holiday)


_LIKE_TIME = re.compile(
    rf"""(?:\d{{1,2}}[./]\d{{1,2}}(?!\d|[./]|{GAP}(?:{AFTER_FRACTION}|{DASH}))(?=\s|[\u4e00-\u9fff])
      | \d{{1,2}}[ ]?/[ ]?(?:[上中下]旬|[初底末])
      | (?:农历|旧历|阴历)?[正腊冬闰]月(?![初十廿卅一二三])
      | (?:二月二|三月三|六月六|七月七|九月九)(?=[ :,]|[\u4e00-\u9fff]{{0,3}}节)
      | (?:{NUMBER}[、和])+{NUMBER}这?[两三]个?月 | (?!一两){NUMBER}两个?月 | \d{{1,2}}三个月
      | (?:过年|开春)(?!\d*月) | 入[春夏秋冬](?=[以之]?[前后 ,:])
      | 20\d\d[./-]\d{{1,2}}{GAP}(?:月|{DASH}{GAP}\d{{1,2}}(?!\d))
      | (?:下个?|次)月(?=[ :初中底]|[上中下]旬) | 20\d\d[01]\d[0-3]\d(?!\d)
      | (?:立[春夏秋冬]|雨水|惊蛰|春分|谷雨|小满|芒种|夏至|[小大]暑|处暑|白露|秋分|寒露|霜降|[小大]雪|[小大]寒)(?=[前后 :]|当天)
      | (?:开春|[阳初早暮]春|[初仲盛]夏|[金初深]秋|[初寒隆严]冬)[的之]?(?={NUMBER}月)
      | 第[ ]?{NUMBER}(?:[ ]?周?{GAP}(?:{DASH}|、){GAP}第?{NUMBER})?[ ]?周(?=[ (:、,起前后末内周])
      | 1[ ][0-2][ ]?月 | 第[ ]?{NUMBER}[ ]?个月(?!内)
      | 开学(?:第[ ]?{NUMBER}[ ]?周|[初之]?[前后初]|典礼[前后])(?=[ :,]|$) | 期[中末]考(?:试|核)?(?:[前后周]|期间|结束后?)(?=[ :,])
      | 0[1-9](?:0[1-9]|[12]\d|3[01])(?=[ ,:])
      | [壹贰叁肆伍陆柒捌玖拾]{{1,2}}月
      | q[1-4](?=[ :,季]|$)
      | (?:early|mid|late)?[- ]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}\.?(?=[ :,\d-]))""",
    re.VERBOSE | re.IGNORECASE,
)
"""Forms that nobody can mistake and the grammar does not read."""
_BEFORE_TIME = re.compile(r"[\s*_(【]*")
_BEFORE_MONTH = re.compile(r"[\s*_(【]*第?")
_LEADS_IN = re.compile(
    "(?:(?:计划|拟定|拟|预计|原定|原计划|初定|暂定|力争|争取|确保|准备|打算|安排)[于在到至从自]?|[于在到至从自])(?=[0-9一二三四五六七八九十元上中下本今])"
)
"""What leads from the front of a line to its time: 计划3月份, 到9月底."""
_GOES_ON = "，,、；;。."
"""What a sentence has at the end of a line, and a heading has not."""


@lru_cache(maxsize=1024)
def _heading(folded: str) -> _Heading | None:
    """What a folded heading says; a board's headings are the same few hundred words."""
    start, end = _heading_number(folded), len(folded)
    if enclosed := _ENCLOSED.fullmatch(folded, start):
        start, end = enclosed.span(enclosed.lastgroup or 0)
    opening = OPENING.match(folded, start)
    assert opening is not None  # It also matches an empty text.
    start = opening.end()
    if mark := opening["mark"]:
        closing = folded.rstrip(": ").rfind(mark, start)
        if closing < 0 or folded[closing + len(mark) :].strip(": "):
            return None
        end = closing
    heading = folded[:end]
    phrase = parser.parse_whole_year(heading, start) or parser.parse(heading, start, is_heading=True)
    if phrase is None or isinstance(phrase.what, ClockOnly) or is_poor(phrase):
        return None
    alone = _Heading(phrase, slice(end, end))
    if not heading[phrase.end :].strip(": "):
        return alone
    theme = _THEME.fullmatch(heading, phrase.end) or _behind_plain_words(phrase, heading)
    if theme is None:
        return alone if _is_plain(phrase, heading) else None
    if theme["bracket"] and _is_only_dates(theme["theme"]):
        return alone
    if theme["bracket"] and isinstance(phrase.what, Holiday) and parser.parse(theme["theme"].strip()):
        # 妇女节（3月8日，村部）: what is done, and when and where.
        return None
    if theme["space"] and _is_title(heading[phrase.start : phrase.end], theme["theme"]):
        return None
    if theme["space"] and _is_plain(phrase, heading):
        return alone
    if theme["loose"] and not alone.says_months:
        return None
    return _Heading(phrase, slice(*theme.span("theme")), theme["space"] is not None or theme["loose"] == ",")


def _is_plain(phrase: Phrase, heading: str) -> bool:
    """Whether what stands behind the time makes no theme, and says no other time."""
    is_quarter = isinstance(phrase.what, Stretch) and phrase.what.reach is Reach.QUARTER
    may_be = isinstance(phrase.what, Dates) or (is_quarter and phrase.bound is None)
    plain = _PLAIN.fullmatch(heading, phrase.end) if may_be else None
    return plain is not None and all(_is_only_dates(group) for group in plain.groups() if group)


def _behind_plain_words(phrase: Phrase, heading: str) -> re.Match[str] | None:
    """The theme behind words that are none: 女工活动 of 三月份工作重点：女工活动."""
    colon = heading.find(":", phrase.end)
    is_plain = colon > 0 and _is_plain(phrase, heading[:colon])
    return _THEME.fullmatch(heading, colon) if is_plain else None


def _is_only_dates(theme: str) -> bool:
    """Whether brackets say the time once more: 第一季度（1-3月）."""
    phrase = parser.parse(theme.strip(), is_heading=True)
    return phrase is not None and phrase.end == len(theme.strip()) and isinstance(phrase.what, Dates)


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
