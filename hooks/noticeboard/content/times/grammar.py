"""The grammar of times: what officers write at the front of an item and in a heading (FORMAT section 3).

    time       = recurrence | stretch | [每年] dates [holiday | recurrence] [clock] | holiday [clock] | clock | undecided
    dates      = point { (dash | "、" | 和) point } [前 | 起 | 左右 …]
    point      = [year] [month] [day [weekday] | part] | ISO date | a number that takes its unit from the next point
    holiday    = [year] festival { ["、" | 和] festival } [前 | 后 | 前夕 | 期间]
    stretch    = [year] (上半年 | 第一季度 | 年内 | 全年 | 年底 | 暑假 | 第一学期 …)
    recurrence = (每周 | 双周) [weekdays] | 每月 [days | part | nth weekday] | 每季度 | 每学期 … | 一月 … 一次
    clock      = [下午] (14:30 | 2点半) [dash …]

The words are here, `parser` puts them together, `boundaries` lists the longer words that only begin like a time, `clock` and
`festivals` have their own. Patterns are over folded text (`numerals.fold`): one width, one dash.
"""

from __future__ import annotations

import re

from noticeboard.content.times import boundaries as longer
from noticeboard.content.times.clock import DAY_PART
from noticeboard.content.times.festivals import FESTIVALS
from noticeboard.content.times.numerals import DASH, GAP, NUMBER, YEAR_NUMBER
from noticeboard.content.times.phrases import Every, Part, Reach


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


AND = r"(?:[、和及与]|以及)"
END = r"(?=$|[ ,;:.!?()\n。、])"
"""Punctuation, white space or the end: nothing can run on."""

# Years and months

YEAR = rf"""(?:
    (?P<year>{YEAR_NUMBER}){GAP}年(?!{longer.AFTER_YEAR})的?
  | (?P<blank_year>20(?:\\?[Xx×_*□○?]){{1,2}}|20\d\\?[Xx×_*□○?]|(?:\\?[Xx×_*□]){{1,4}}|~|\d\d){GAP}年(?!{longer.AFTER_YEAR})的?
  | (?P<next_year>次年|明年|翌年|来年)的?
  | (?:今年|本年|当年)的?
)"""
TWO_MONTHS = "一二|二三|三四|四五|五六|六七|七八|八九"
MONTH = rf"""(?P<months>
    (?!{longer.FOLK_DAYS})(?:(?P<two>{TWO_MONTHS})|(?P<month>{NUMBER})){GAP}月(?:份(?!额))?(?!{longer.AFTER_MONTH})
  | (?P<this_month>本月|当月)份?
)"""

# Days and parts of months

_NUMBERED = rf"号(?!{longer.AFTER_NUMBERED})"
_DAY = rf"(?P<day>{NUMBER}){GAP}(?:日|{_NUMBERED})"
_DAY_ALONE = rf"(?![一1]{GAP}日(?:{longer.ONE_DAY}))(?P<day>{NUMBER}){GAP}(?:日(?!{longer.AFTER_DAY_ALONE})|{_NUMBERED})"
_TEN_DAYS = rf"上中旬|中下旬|[上中下]旬|[上中](?={GAP}(?:{AND}|{DASH}){GAP}[中下]旬)"
_PART = (
    rf"(?P<part>{_TEN_DAYS}|"
    + "|".join(f"{sign}(?!{after})" for sign, after in longer.AFTER_PART.items())
    + ")"
)
_PART_ALONE = rf"(?P<part>{_TEN_DAYS}|月[初底末])"
_BARE = rf"(?P<bare>{NUMBER})(?={GAP}(?:{AND}|,|{DASH}){GAP}{NUMBER})"

PARTS = {
    "初": Part.EARLY,
    "上": Part.FIRST_TEN,
    "上旬": Part.FIRST_TEN,
    "上中旬": Part.FIRST_TWENTY,
    "中": Part.SECOND_TEN,
    "中旬": Part.SECOND_TEN,
    "中下旬": Part.LAST_TWENTY,
    "下旬": Part.LAST_TEN,
    "底": Part.LATE,
    "末": Part.LATE,
}

# Points

ISO_POINT = _rule(
    rf"(?P<year>\d{{4}})(?P<sign>[-/.])(?P<month>\d{{1,2}})(?:(?P=sign)(?P<day>\d{{1,2}}))?(?!\d|{GAP}学年)"
)
ISO_REST = _rule(r"(?:(?P<month>\d{1,2})[-/.])?(?P<day>\d{1,2})(?![-/.]?\d|[年月日号点时:])")
"""What may follow a dash after an ISO date: 2026-03-02 至 03-06."""
MONTH_POINT = _rule(rf"(?:{YEAR}{GAP})?{MONTH}(?:{GAP}(?:{_DAY}|{_PART}|{_BARE}))?")
BARE_POINT = _rule(rf"(?:{YEAR}{GAP})?{_BARE}")
DAY_POINT = _rule(rf"{_DAY}|{_PART_ALONE}")
DAY_POINT_ALONE = _rule(rf"{_DAY_ALONE}|{_PART_ALONE}")
LINK = _rule(rf"{GAP}(?:(?P<to>起?{DASH})|{AND}|(?P<comma>,)){GAP}")

# What may follow a point

_WEEKDAY = "(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
WEEKDAY = _rule(rf"{GAP}{_WEEKDAY}(?:(?<=(?:星期|礼拜).)|{END}|(?={DAY_PART}|[-~至到\d早晚]))")
"""周一 may begin a name, 星期一 does not."""
ASIDE = _rule(rf"{GAP}\({GAP}(?:{_WEEKDAY})?{GAP},?{GAP}")
ASIDE_END = _rule(rf"{GAP}\)")
AROUND = _rule(longer.AROUND)
CLOCK_GAP = _rule(rf"{GAP}[,:]?{GAP}")
PART_OF_DAY = _rule(rf"{GAP}(?:{DAY_PART}|[早晚]{END})")
SPACE = _rule(GAP.replace(" ", r"\ "))
COMMA = _rule(rf"{GAP},?{GAP}")

# Festivals

FESTIVAL = re.compile(
    "|".join(f"(?P<f{index}>{festival.pattern})" for index, festival in enumerate(FESTIVALS))
)
FESTIVAL_YEAR = _rule(rf"(?:{YEAR}{GAP})?")
FESTIVAL_LINK = _rule(rf"{GAP}[、和及与]?{GAP}")
FESTIVAL_AROUND = _rule(
    r"""(?:等(?:传统|重大|重要)?(?:节日|佳节))?(?P<loose>
        前夕|前后|期间|(?:来临|到来)?(?:之际|之前|之后)|前(?!往|来|进|期|台)|后(?!勤|续|期)|节[前后]
      | (?:小?长)?假期间?|小?长假(?:期间)?|黄金周(?:期间)?
    )
  | 等(?:传统|重大|重要)?(?:节日|佳节) | 当[天日]"""
)

# Stretches

_ORDINAL = "[一二三四1-4]"
STRETCHES: tuple[tuple[Reach, re.Pattern[str]], ...] = tuple(
    (reach, _rule(rf"(?:{YEAR}度?{GAP})?(?:{pattern})"))
    for reach, pattern in (
        (Reach.HALF_YEAR, "(?P<number>[上下])半年度?"),
        (
            Reach.QUARTER,
            rf"""第?{GAP}(?P<number>{_ORDINAL})
                 (?:{GAP}(?:季度)?{GAP}(?:(?P<to>{DASH})|{AND}){GAP}第?{GAP}(?P<last>{_ORDINAL}))?{GAP}季度""",
        ),
        (Reach.YEAR, rf"全年度?(?!{longer.AFTER_WHOLE_YEAR})|年度?之?内(?!部)|本年度内?"),
        (Reach.YEAR, rf"(?P<number>年[底末初]|岁末|年终{END})(?!{longer.AFTER_PART['初']})"),
        (Reach.TERM, rf"第{GAP}(?P<number>[一二12]){GAP}学期"),
        (Reach.WINTER, "寒假(?!作业)"),
        (Reach.SUMMER, "暑[假期](?!作业)"),
        (Reach.VACATIONS, "寒暑假(?!作业)"),
    )
)
YEAR_STRETCH = _rule(rf"{YEAR}(?:(?P<number>[底末初]|终{END})(?!{longer.AFTER_PART['初']})|度?之?内(?!部))")
"""2026年底 · 今年内."""
TERM_OF_SCHOOL_YEAR = _rule(
    rf"(?P<year>\d{{4}})年?{GAP}{DASH}{GAP}(?:\d\d){{1,2}}{GAP}学年度?{GAP}第{GAP}(?P<number>[一二12]){GAP}学期"
)
WHOLE_YEAR = _rule(rf"(?P<year>{YEAR_NUMBER}){GAP}年度?")

# Recurrences

_WEEK = "(?:周|星期|礼拜)"
_ON = rf"[一二三四五六日天](?!{longer.COUNTED})"
_WEEKDAYS = rf"(?P<weekdays>{_ON}(?:{GAP}(?:{AND}|,|{DASH}){GAP}{_WEEK}?{_ON})*)"
_NTH = rf"(?:第{GAP}(?P<nth>[一二三四五1-5])|(?P<last>最后)一){GAP}个?{_WEEK}(?P<weekday>[一二三四五六日天])"
_DAYS = rf"(?P<days>{NUMBER}{GAP}[日号]?(?:{GAP}(?:{AND}|{DASH}){GAP}{NUMBER}{GAP}[日号]?)*)(?<=[日号])(?!{longer.AFTER_NUMBERED})"

RECURRENCES: tuple[tuple[Every, re.Pattern[str]], ...] = tuple(
    (every, _rule(rf"(?:{pattern})(?!{longer.PROGRAMME})(?:{GAP}[一1]次(?!性))?"))
    for every, pattern in (
        (
            Every.OTHER_WEEK,
            rf"(?:(?:每逢?|逢)?双|每?隔一?个?|每[两二2]个?){_WEEK}(?!{longer.AFTER_EVERY['周']}){_WEEKDAYS}?",
        ),
        (Every.ODD_WEEK, rf"(?:每逢?|逢)?单{_WEEK}(?!{longer.AFTER_EVERY['周']}){_WEEKDAYS}?"),
        (Every.WEEK, rf"每逢?个?{_WEEK}(?!{longer.AFTER_EVERY['周']}|{longer.PROGRAMME})(?:末|{_WEEKDAYS})?"),
        (
            Every.MONTH,
            rf"每个?月(?!{longer.AFTER_EVERY['月']})的?(?:{GAP}(?:{_DAYS}|{_NTH}|[上中下]旬|[初底末]))?",
        ),
        (Every.FEW_MONTHS, "每(?:[两二2]个?|隔一个?)月"),
        (
            Every.SEASON,
            rf"每(?:{NUMBER}个月|个?季度|季(?!{longer.AFTER_EVERY['季']})|个?学期|学年|半年)[初末]?",
        ),
        (Every.SEASON, rf"每年度?(?!{longer.AFTER_EVERY['年']})[初底末]?"),
        (Every.DAY, rf"每(?:天|日(?!{longer.AFTER_EVERY['日']})|个?工作日)"),
    )
)

COUNT = rf"(?<![第届])(?:{NUMBER}|两)(?:[至到-](?:{NUMBER}|两))?[次回](?!性)"
_IN_CLAUSE = r"[^,.;:!?。；、\n]*?"
FREQUENCIES: tuple[tuple[Every, re.Pattern[str]], ...] = tuple(
    (every, _rule(rf"(?:{pattern})(?:{GAP}[一1]次(?!性))?"))
    for every, pattern in (
        (Every.MONTH, rf"[一1]{GAP}个?月(?={_IN_CLAUSE}{COUNT})"),
        (
            Every.FEW_MONTHS,
            rf"(?:[两二2]{GAP}个|两)月(?={_IN_CLAUSE}{COUNT})|[二2]月(?={COUNT}|{_IN_CLAUSE}{COUNT}{END})",
        ),
        (
            Every.SEASON,
            rf"{NUMBER}{GAP}个月(?={_IN_CLAUSE}{COUNT})|{NUMBER}{GAP}月(?={COUNT}|{_IN_CLAUSE}{COUNT}{END})",
        ),
        (Every.SEASON, rf"(?:一个?季度?|一个?学期|一?学年|半年|一年)(?={COUNT})"),
        (Every.WEEK, rf"[一1]个?{_WEEK}(?={COUNT})"),
        (Every.OTHER_WEEK, rf"[两二2]个?{_WEEK}(?={COUNT})"),
    )
)
"""一月组织一次 is once a month: a number and a count, and no day, part or 份 between. With a number above one the count
must be all that the clause counts: 三月组织一次 is every three months, 三月组织一次春游 is March."""
EVERY_YEAR = _rule(rf"每年的?{GAP}")

UNDECIDED = _rule(r"(?:时间|日期)?待定(?!点|岗)|适时(?!性)")

BEGINS = re.compile(
    r"[\s*_]*[\"“‘「『]?(?:[0-9０-９\u2f00-\u2fd5〇零○Oo一二三四五六七八九十廿卅两半Xx×□~\\]|[每双单隔逢上中下月年全本今次明翌来当度岁第寒暑]"
    r"|[凌清早午傍晚夜]|待定|适时|时间|日期|[元春端教国劳妇青儿建重正])"
)
"""What a time can begin with: most items are told from times by their first sign."""
