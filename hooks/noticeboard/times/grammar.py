"""The grammar of times: what officers write at the front of an item and in a heading (SPECIFICATION section 3).

    time       = recurrence | stretch | [截至 | 预计 …] dated [clock] | clock | undecided
    dated      = [每年] dates [festivals | recurrence] | [year] festivals
    dates      = point { (dash | "、" | 和) point } [前 | 起 | 左右 …]
    point      = [year] [half] [month] [day [weekday] | part | week] | ISO date | 3/8 | 3.8 | 3-8
               | a number with the unit of the next point
    festivals  = festival { ["、" | 和] festival } [前 | 后 | 前夕 | 期间]
    stretch    = [year] (上半年 | 第一季度 | 年内 | 全年 | 年底 | 暑假 | 第一学期 …)
    recurrence = (每周 | 双周) [weekdays] | 每月 [days | part | nth weekday] | 每季度 … | 一月 … 一次
    clock      = [下午] (14:30 | 2点半) [dash …]

The words are here and `parser` puts them together. `boundaries` lists the longer words that only begin like a
time; `clock` and `festivals` have words of their own. Patterns are over folded text (`numerals.fold`).
"""

from __future__ import annotations

import re

from noticeboard.times import boundaries as longer
from noticeboard.times.clock import ALL_DAY, DAY_PART
from noticeboard.times.festivals import LUNAR_DAY
from noticeboard.times.numerals import DASH, GAP, NUMBER, YEAR_NUMBER
from noticeboard.times.phrases import Every, MonthPart, Reach


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


AND = r"(?:[、和及与&/]|以及|或者?)"
"""& and / stand between months alone."""
END = r"(?=$|[ ,;:.!?()\n。、*_])"
"""Punctuation, white space or the end: nothing can run on."""
_STOP = rf"(?=$|:|[*_]|[ ](?!{GAP}(?:{longer.UNITS})))"
"""A blank, a colon or the end, and no unit behind it: 4月23 座谈会, but not 3月15 名教师."""
SET_OFF = re.compile(r"(?:[*_]{1,3})?(?:\s|:|$|--?)")
"""What parts a word from the text behind it, so that it can leave the text (rule 10)."""

# Years and months

_BLANK = r"(?:\\?[Xx×_*□○?])"
_BLANK_YEAR = rf"(?:20{_BLANK}{{1,2}}|20\d{_BLANK}|{_BLANK}{{1,4}}|~|\d\d)"
YEAR = rf"""(?:
    (?:(?P<year>{YEAR_NUMBER})|(?P<blank_year>{_BLANK_YEAR})){GAP}年(?!{longer.AFTER_YEAR})的?
  | (?P<next_year>次年|明年|翌年|来年)的?
  | (?:今年|本年|当年)的?
)"""
_NO_LUNAR = re.sub(r"\?P<\w+>", "?:", LUNAR_DAY)
MONTH = rf"""(?P<months>
    (?!{longer.FOLK_DAYS}|{_NO_LUNAR})
    (?:(?P<two>十一、?二|九、?十(?!一)|一二|二三|三四|四五|五六|六七|七八|八九)|(?P<month>{NUMBER}|元)){GAP}月(?:{GAP}份(?!额))?
    (?!{longer.AFTER_MONTH})
  | (?P<this_month>本月|当月)份?
)"""

_HALF = rf"""(?:(?P<half>[上下])半年度?|(?:第{GAP})?(?P<quarter>[一二三四1-4]){GAP}季度)的?{GAP}"""
"""下半年 in 下半年9月份."""
_NO_MONTH_AFTER = rf"(?!的?{GAP}(?:{NUMBER}|元){GAP}月)"

# Days and parts of months

_NUMBERED = rf"号(?!{longer.AFTER_NUMBERED})"
_DAY = rf"(?P<day>{NUMBER}){GAP}(?:日|{_NUMBERED})"
_DAY_ALONE = rf"""(?![一1]{GAP}日(?:{longer.AFTER_ONE_DAY}))
    (?P<day>{NUMBER}){GAP}(?:日(?!{longer.AFTER_DAY_ALONE})|{_NUMBERED})"""
_TEN_DAYS = (
    rf"上{GAP}中{GAP}旬|中{GAP}下{GAP}旬|[上中下]{GAP}旬|[上中](?={GAP}(?:{AND}|{DASH}){GAP}[中下]{GAP}旬)"
)
_END_OF_MONTH = "|".join(f"{sign}(?!{after})" for sign, after in longer.AFTER_PART.items())
_PART = rf"(?P<part>{_TEN_DAYS}|{_END_OF_MONTH}|中(?={GAP}(?:[:,;。]|$)|[ ]))"
_PART_ALONE = rf"(?P<part>{_TEN_DAYS}|月[初底末])"
_UNSIGNED = rf"(?P<unsigned>{NUMBER}){_STOP}"
_WEEK_OF_MONTH = (
    rf"第{GAP}(?P<week>{NUMBER})(?:{GAP}(?:{AND}|{DASH}){GAP}(?:第{GAP})?{NUMBER})?{GAP}周{_STOP}"
)
_BARE = rf"(?P<bare>{NUMBER})(?={GAP}(?:{AND}|,|{DASH}){GAP}{NUMBER})"

PARTS = {
    "初": MonthPart.EARLY,
    "上": MonthPart.FIRST_TEN,
    "上旬": MonthPart.FIRST_TEN,
    "上中旬": MonthPart.FIRST_TWENTY,
    "中": MonthPart.SECOND_TEN,
    "中旬": MonthPart.SECOND_TEN,
    "中下旬": MonthPart.LAST_TWENTY,
    "下旬": MonthPart.LAST_TEN,
    "底": MonthPart.LATE,
    "末": MonthPart.LATE,
}

# Points

ISO_POINT = _rule(
    rf"(?P<year>\d{{4}})(?P<sign>[-/.])(?P<month>\d{{1,2}})(?:(?P=sign)(?P<day>\d{{1,2}})|(?!{GAP}(?:月|{DASH}{GAP}\d{{1,2}}(?!\d|{GAP}月))))(?!\d|{GAP}学年)"
)
"""2026.6—7 is told: nobody can say whether 7 is a month."""
ISO_REST = _rule(r"(?:(?P<month>\d{1,2})[-/.])?(?P<day>\d{1,2})(?![-/.]?\d|[年月日号点时:])")
"""What may follow a dash after an ISO date: 2026-03-02 至 03-06."""
MONTH_POINT = _rule(
    rf"(?:{YEAR}{GAP})?(?:{_HALF})?{MONTH}(?:{GAP}(?:{_DAY}|{_PART}|{_WEEK_OF_MONTH}|{_BARE})|(?<=月){_UNSIGNED})?"
)
UNSIGNED_DAY = _rule(_UNSIGNED)
"""The last of days without 日: 4月23、24 座谈."""
_NO_DECIMAL_DAY = r"(?:1[3-9]|[2-9]\d|00?)\.|\d{1,2}\.(?:00?|3[2-9]|[4-9]\d)(?!\d)"
"""37.5, 2.0: no month, no day; an impossible date with signs, 13/5, is told."""
SIGN_POINT = _rule(
    rf"""(?!{_NO_DECIMAL_DAY})(?P<month>\d{{1,2}})(?P<sign>[/.])(?P<day>\d{{1,2}})(?![\d.]|/(?!\d{{1,2}}\.\d)|{GAP}月)
    (?:{_STOP}|(?={GAP}(?:\(|周[一二三四五六日]|星期|(?:{DASH}|[、,和/]){GAP}\d))|(?<=/\d)(?!{longer.AFTER_FRACTION})(?=[\u4e00-\u9fff])
      |(?<=/\d\d)(?!{longer.AFTER_FRACTION})(?=[\u4e00-\u9fff])
      |(?:(?<=\.\d)|(?<=\.\d\d))(?!{longer.AFTER_DECIMAL})(?=[\u4e00-\u9fff]))"""
)
"""3/8, 3.8: a day only where they lead an item, and where no unit follows."""
HYPHEN_POINT = _rule(
    rf"(?P<month>\d{{1,2}})(?P<sign>-)(?P<day>\d{{1,2}})(?={GAP}[~至到]{GAP}\d{{1,2}}-\d{{1,2}}(?!\d))"
)
"""4-2 of 4-2至4-6; alone 4-2 may be two days, which its month settles."""
WEEK_POINT = _rule(_WEEK_OF_MONTH)
BARE_POINT = _rule(rf"(?:{YEAR}{GAP})?{_BARE}")
DAY_POINT = _rule(rf"{_DAY}|{_PART_ALONE}")
DAY_IN_DIGITS = re.compile(r"\d{1,2}日")
"""How most items begin that have a time; no recurrence and no stretch of the calendar begins so."""
DAY_POINT_ALONE = _rule(rf"{_DAY_ALONE}|{_PART_ALONE}")
YEAR_END = _rule("年[底末]")
"""What only a range can end with: 3月至年底."""
LINK = _rule(rf"{GAP}(?:(?P<to>起?{DASH})|(?P<slash>[&/])|{AND}|(?P<comma>,)){GAP}")

# What may follow a point

_WEEKDAY = "(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
_WEEKDAY_IN_BRACKETS = rf"(?:周|星期|礼拜|(?=[一二三四五六日天]{GAP}[)]))(?P<weekday>[一二三四五六日天])"
"""3月8日（日）, too."""
WEEKDAY = _rule(
    rf"{GAP}{_WEEKDAY}(?:(?P<glued>(?<=(?:星期|礼拜).)(?!{END}|{DAY_PART}|[-~至到\d早晚前起]))|(?<=(?:星期|礼拜).)|{END}|(?={DAY_PART}|[-~至到\d早晚]))"
)
"""周一 may begin a name, 星期一 does not. `glued`: without a blank behind it the word stays in the text."""
ASIDE = _rule(rf"{GAP}\({GAP}(?:{_WEEKDAY_IN_BRACKETS})?{GAP},?{GAP}")
ASIDE_END = _rule(rf"{GAP}\)")
AROUND = _rule(longer.AROUND)
CLOCK_GAP = _rule(rf"{GAP}[,:]?{GAP}")
PART_OF_DAY = _rule(
    rf"{GAP}(?P<part>(?:{ALL_DAY}){END}|(?!{ALL_DAY}|下午茶|[早晚]上好|中午餐)(?:{DAY_PART})(?:{GAP}(?:{DASH}|[和及、]){GAP}(?:{DAY_PART})(?!\d|{GAP}{NUMBER}{GAP}[点时:]))?|[早晚]{END})(?P<apart>{END})?"
)
SPACE = _rule(GAP.replace(" ", r"\ "))
COMMA = _rule(rf"{GAP},?{GAP}")

# Festivals

FESTIVAL_YEAR = _rule(rf"(?:{YEAR}{GAP})?")
FESTIVAL_LINK = _rule(rf"{GAP}[、和及与]?{GAP}")
_AND_SO_ON = "等(?:传统|重大|重要)?(?:节日|佳节)"
FESTIVAL_AROUND = _rule(
    rf"""(?P<loose>
        (?:{_AND_SO_ON})?(?:
            前夕|前后|期间|(?:来临|到来)?(?:之际|之前|之后)|前(?!往|来|进|期|台)|后(?!勤|续|期)|节[前后]
          | (?:小?长)?假(?!日)期?间?(?!期)|小?长假期?间?|黄金周(?:期间)?
        )
      | {_AND_SO_ON}
    )
  | 当[天日]"""
)

# Stretches

_WITH_AROUND = rf"(?=(?:之?前|以前|前后|左右|期间)?{_STOP})"
"""Words that begin so many others count only where a blank or a colon follows: 春季运动会, 期末考核."""
_ORDINAL = "[一二三四1-4]"
STRETCHES: tuple[tuple[Reach, re.Pattern[str]], ...] = tuple(
    (reach, _rule(rf"(?:{YEAR}度?{GAP})?(?:{pattern})"))
    for reach, pattern in (
        (Reach.HALF_YEAR, f"(?P<number>[上下])半年度?{_NO_MONTH_AFTER}"),
        (
            Reach.QUARTER,
            rf"""第?{GAP}(?P<number>{_ORDINAL})
                 (?:{GAP}(?:季度)?{GAP}(?:(?P<to>{DASH})|{AND}){GAP}第?{GAP}(?P<last>{_ORDINAL}))?{GAP}季度{_NO_MONTH_AFTER}""",
        ),
        (Reach.YEAR, rf"全(?:年度?|学[年期])(?!{longer.AFTER_WHOLE_YEAR})|年度?之?内(?!部)|本年度内?"),
        (Reach.YEAR, rf"(?P<number>年[底末初]|岁末|年终{END})(?!{longer.AFTER_PART['初']})"),
        (Reach.TERM, rf"第{GAP}(?P<number>[一二12]){GAP}学期"),
        (Reach.TERM_BY_NAME, rf"(?P<number>[上下])学期{_WITH_AROUND}"),
        (Reach.SEASON, rf"(?P<word>[春夏秋冬]季){_WITH_AROUND}"),
        (Reach.SCHOOL, rf"(?P<word>开学前|开学初|开学后|学期初|期初|期中|学期末|期末){_WITH_AROUND}"),
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
_ON = rf"[一二三四五六日天](?!{longer.COUNTED}|[至到-][一二三四五六七八九十\d](?:{longer.COUNTED}))"
_BETWEEN = rf"{GAP}(?:{AND}|,|{DASH}){GAP}{_WEEK}?"
_GOES_ON = rf"{longer.COUNTED}|[年班组楼号点时一二三四五六七八九十]"
"""每周一二年级, 每周2-3次: the numbers count something else."""
_WEEKDAYS = rf"""(?:的?{_WEEK})?(?P<weekdays>
    (?=[一二三四五六日天]{{2}})一?二?三?四?五?六?[日天]?(?!{_GOES_ON})
  | {_ON}(?:{_BETWEEN}{_ON})*
  | [1-7](?:{_BETWEEN}[1-7])+(?!\d|:|{_GOES_ON})
  | [1-7](?=$|[ ,:(]|{DAY_PART}|[早晚])(?![ ](?:{longer.COUNTED})))"""
"""三 · 三、五 · 三和周五 · 一三五 · 2、4"""
_NTH_WEEKDAY = rf"""(?:第{GAP}(?P<nth>[一二三四五1-5])|(?P<last>最后)一){GAP}个?
    {_WEEK}(?P<weekday>[一二三四五六日天])"""
_NTH_WORKDAY = rf"(?:第{GAP}(?P<nth_workday>[一二三四五1-5])|(?P<last_workday>最后一)){GAP}个?工作日"
_ONE_DAY = rf"{NUMBER}{GAP}[日号]?"
_DAYS = rf"""(?P<days>{_ONE_DAY}(?:{GAP}(?:{AND}|{DASH}){GAP}{_ONE_DAY})*)
    (?<=[日号])(?!{longer.AFTER_NUMBERED})"""
_NO_WEEK = longer.AFTER_EVERY["周"]
_NO_MONTH = longer.AFTER_EVERY["月"]
_NO_QUARTER = longer.AFTER_EVERY["季"]
_ONCE = rf"(?:{GAP}[一1]次(?!性))?"
_TIMED = rf"(?={GAP}(?:\d{{1,2}}[:点]|(?:{DAY_PART}|早|晚){GAP}{NUMBER}[:点]))"
"""Words that often mean something else are a time where an hour follows: 双休日 9:00, 周一至周五 下午4点."""
_SEVERAL_WEEKDAYS = (
    rf"(?P<weekdays>(?=[一二三四五六日天]{{2}})一?二?三?四?五?六?[日天]?|{_ON}(?:{_BETWEEN}{_ON})+)"
)
_WORKDAY = "工作日(?![志程记报])"


def _recurring(*rules: tuple[Every, str]) -> tuple[tuple[Every, re.Pattern[str]], ...]:
    return tuple((every, _rule(rf"(?:{pattern}){_ONCE}")) for every, pattern in rules)


RECURRENCES = _recurring(
    (
        Every.WORKDAY,
        rf"每(?:周的?|逢?个?){_WORKDAY}(?!{longer.PROGRAMME})|工作日(?:{_TIMED}|(?={GAP}(?:{DAY_PART})(?:{GAP}\d|{END})|$|[ :]))",
    ),
    (Every.OTHER_WEEK, rf"(?:(?:每逢?|逢)?双|每?隔一?个?|每[两二2]个?){_WEEK}(?!{_NO_WEEK}){_WEEKDAYS}?"),
    (Every.ODD_WEEK, rf"(?:每逢?|逢)?单{_WEEK}(?!{_NO_WEEK}){_WEEKDAYS}?"),
    (Every.WEEK, rf"逢{_WEEK}(?!{_NO_WEEK}){_WEEKDAYS}"),
    (Every.WEEK, rf"每逢?个?{_WEEK}(?!{_NO_WEEK}|{longer.PROGRAMME})(?:(?P<weekend>末)|{_WEEKDAYS})?"),
    (Every.WEEK, rf"每逢?个?(?P<weekend>双休日|周末)|{_WEEK}{_SEVERAL_WEEKDAYS}{_TIMED}"),
    (Every.WEEK, rf"(?P<weekend>双休日){_TIMED}"),
    (
        Every.MONTH,
        rf"""每个?月(?!{_NO_MONTH}|{longer.PROGRAMME})的?
             (?:{GAP}(?:{_DAYS}|{_NTH_WEEKDAY}|{_NTH_WORKDAY}|{_TEN_DAYS}|[初底末]))?""",
    ),
    (Every.ODD_MONTH, rf"每?逢?单月份?(?:{GAP}{_DAYS}|(?:的?{_TEN_DAYS}|[初底末])?{_STOP})"),
    (Every.EVEN_MONTH, rf"每?逢?双月份?(?:{GAP}{_DAYS}|(?:的?{_TEN_DAYS}|[初底末])?{_STOP})"),
    (Every.FEW_MONTHS, "每(?:[两二2]个?|隔一个?)月"),
    (
        Every.SEASON,
        rf"每(?:{NUMBER}个月|个?季度|季(?!{_NO_QUARTER})|个?学期|学年|半年)(?!{longer.PROGRAMME})[初末]?",
    ),
    (Every.SEASON, rf"每年度?(?!{longer.AFTER_EVERY['年']}|{longer.PROGRAMME})[初底末]?"),
    (
        Every.DAY,
        rf"每(?:天|日(?!{longer.AFTER_EVERY['日']}))(?!{longer.PROGRAMME})|每(?=[早晚]{GAP}{NUMBER}[:点])",
    ),
    (
        Every.UNCLEAR,
        rf"(?:(?:每逢?个?|逢)?(?:节假日|公休日)|平[日时]|周末|{_WEEKDAY})(?:{_TIMED}|(?={GAP}(?:{DAY_PART})(?:$|[ :])))",
    ),
)

SCHEDULE = _rule(
    rf"""(?<![日号本下上这])(?<![日号]\ )
    (?:{_WEEK}[一二三四五六日天末](?:[一二三四五六日天周、,和及至到~-]|星期|礼拜){{0,12}}|工作日|双休日|节假日|公休日|平[日时]|每[天日]){_TIMED}
  | 每(?=[早晚]{GAP}{NUMBER}[:点])"""
)
"""Where something recurs at an hour, anywhere in a text."""
RULE_BEHIND = _rule(
    rf"""[ :,]*(?:
    不(?!一样|一般|同|见不散|忘|间断|停|打烊|倒|老)|严禁|禁止|应(?!急|聘|届|试|用|知|季|邀|对)|平均|至少|{NUMBER}{GAP}个?(?:半|多)?小时|[一两半]个?小时
  | [^,.;:!?。；、 ]{{0,8}}(?:不(?:得|准|许|超过|少于|多于|低于|高于)|严禁))"""
)
"""What is said of every day and is a rule, not done on each: 每天不得迟到, 每天8小时工作制."""

_COUNT = rf"(?<![第届0-9一二三四五六七八九十])(?:{NUMBER}|两)(?:[至到-](?:{NUMBER}|两))?[次回](?!性)"
_ISSUES = rf"(?:{_COUNT}|(?<![第届])(?:{NUMBER}|两)期)"
_IN_CLAUSE = r"[^,.;:!?。；、\n]*?"
_BARE_MONTH = rf"月(?!份|{GAP}{NUMBER}{GAP}[日号]|[上中下]旬|[初底末]|{GAP}(?:{AND}|{DASH}){GAP}{NUMBER})"
_CLOSING_COUNT = rf"(?={GAP}{_COUNT}|{_IN_CLAUSE}{_COUNT}{END})"

FREQUENCIES = _recurring(
    (Every.MONTH, rf"[一1]{GAP}(?:个月|{_BARE_MONTH})(?={_IN_CLAUSE}{_COUNT})"),
    (
        Every.FEW_MONTHS,
        rf"(?:[两二2]{GAP}个月|两月)(?={_IN_CLAUSE}{_ISSUES})|[二2]{_BARE_MONTH}{_CLOSING_COUNT}",
    ),
    (Every.SEASON, rf"{NUMBER}{GAP}(?:个月(?={_IN_CLAUSE}{_ISSUES})|{_BARE_MONTH}{_CLOSING_COUNT})"),
    (Every.SEASON, rf"(?:一个?季度?|一个?学期|一?学年|半年|一年)(?={GAP}{_COUNT})"),
    (Every.WEEK, rf"[一1]个?{_WEEK}(?={GAP}{_COUNT})"),
    (Every.OTHER_WEEK, rf"[两二2]个?{_WEEK}(?={GAP}{_COUNT})"),
)
"""一月组织一次 is once a month: a number, 月 and a count, no day, part or 份 between. With a number above one
the count must close the clause: 三月组织一次 is every three months, 三月组织一次春游 is March."""

EVERY_YEAR = _rule(rf"每年的?{GAP}")

UNDECIDED = _rule(r"(?:时间|日期)?待定(?!点|岗)|适时(?!性)")
