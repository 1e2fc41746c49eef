"""The festivals that a time can be named after (SPECIFICATION section 3, rule 3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from noticeboard.lazy import lazily
from noticeboard.times import boundaries
from noticeboard.times.numerals import GAP, number

if TYPE_CHECKING:
    import lunar_python
else:
    lunar_python = lazily("lunar_python")

_DOT = "[·.•・‧。]"
_NUMERALS = frozenset("一二三四五六七八九十")
_NOTHING_COUNTED = r"(?=$|[ ,;:.!?)\n。*_]|前|后|期间|黄金周|小?长假|假期|国庆|及|和|与)"
_OPEN, _CLOSE = '[“"‘「『]', '[”"’」』]'


class Reckoning(Enum):
    """What a festival's month and day are counted in."""

    SOLAR = "solar"
    LUNAR = "lunar"
    SOLAR_TERM = "solar term"
    LUNAR_EVE = "the day before a lunar one"


@dataclass(frozen=True, slots=True)
class Festival:
    """One festival, its day, and the ways officers write it."""

    name: str
    """Its short name. Written in numerals it may have dots in it and be in digits: 一二·九, “12·9”."""
    month: int
    day: int
    title: str = ""
    """Its full name, a regular expression: 劳动节 for 五一."""
    tail: str = ""
    """A regular expression of what may end the short name: 纪念日 in 一二·九纪念日."""
    reckoning: Reckoning = Reckoning.SOLAR
    follows: str = ""
    """A regular expression that must follow the short name when that alone says too little."""
    is_doubtful: bool = False
    """Whether its words could be a day of the solar year too: 八月十五."""

    def on(self, year: int) -> date:
        """Its day in the calendar year `year`."""
        return _DAYS[self.reckoning](year, self.month, self.day)

    @property
    def pattern(self) -> str:
        """A regular expression for 三八 · 三八节 · 三·八妇女节 · 妇女节 · “三八”妇女节 · “3·8”."""
        short = digits = self.name
        counts = ""
        if _NUMERALS.issuperset(self.name):
            short, digits = f"{_DOT}?".join(self.name), f"{self.month}{_DOT}{self.day}"
            counts = f"(?!{boundaries.AFTER_NUMERAL_FESTIVAL})"
        rest = "|".join(filter(None, (self.title, self.tail, "佳?节")))
        full = "|".join(filter(None, (self.title, f"(?:{short}|{digits})(?:{rest})")))
        quoted = f"{_OPEN}(?:{full}|{short}|{digits}){_CLOSE}(?:{rest})?"
        # Atomic: what begins 教师节日 or 三八节日 must not be read again as less than 教师节 or 三八节.
        return f"(?>{full}|{quoted}|{short}{self.follows}{counts})"


@cache
def _lunar(year: int, month: int, day: int) -> date:
    """The lunar day that falls in the calendar year; the last months of a lunar year mostly fall in the next one."""
    found = _of_lunar_year(year, month, day)
    return found if found.year == year else _of_lunar_year(year - 1, month, day)


def _of_lunar_year(year: int, month: int, day: int) -> date:
    last = lunar_python.LunarMonth.fromYm(year, month).getDayCount()
    return _date(lunar_python.Lunar.fromYmd(year, month, min(day, last)).getSolar())


def _lunar_eve(year: int, month: int, day: int) -> date:
    return _lunar(year, month, day) - timedelta(days=1)


_SOLAR_TERMS = {4: "清明", 12: "DONG_ZHI"}
"""By their month, the library's names in the table of the lunar year: 冬至 there is that of the year before."""


@cache
def _solar_term(year: int, month: int, day: int) -> date:
    return _date(lunar_python.Solar.fromYmd(year, 6, 15).getLunar().getJieQiTable()[_SOLAR_TERMS[month]])


def _date(solar: lunar_python.Solar) -> date:
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


_DAYS: dict[Reckoning, Callable[[int, int, int], date]] = {
    Reckoning.SOLAR: date,
    Reckoning.LUNAR: _lunar,
    Reckoning.SOLAR_TERM: _solar_term,
    Reckoning.LUNAR_EVE: _lunar_eve,
}

FESTIVALS = (
    Festival("元旦", 1, 1),
    Festival("春节", 1, 1, reckoning=Reckoning.LUNAR),
    Festival("除夕", 1, 1, "大?年三十", reckoning=Reckoning.LUNAR_EVE),
    Festival("元宵", 1, 15, reckoning=Reckoning.LUNAR),
    Festival("三八", 3, 8, "(?:国际)?(?:劳动)?妇女节"),
    Festival("植树节", 3, 12),
    # 清明 is a solar term: the day of the year by the sun, 4 or 5 April.
    Festival("清明", 4, 4, reckoning=Reckoning.SOLAR_TERM),
    Festival("五一", 5, 1, "(?:国际)?劳动节"),
    Festival("五四", 5, 4, "(?:中国)?青年节"),
    Festival("端午", 5, 5, reckoning=Reckoning.LUNAR),
    Festival("六一", 6, 1, "(?:国际)?儿童节"),
    Festival("七一", 7, 1, "建党节"),
    Festival("八一", 8, 1, "建军节"),
    Festival("教师节", 9, 10),
    Festival("中秋", 8, 15, reckoning=Reckoning.LUNAR),
    Festival("国庆", 10, 1),
    # 十一 is a number first: it is the festival only where it can count nothing.
    Festival("十一", 10, 1, "国庆佳?节", follows=_NOTHING_COUNTED),
    Festival("重阳", 9, 9, reckoning=Reckoning.LUNAR),
    Festival("冬至", 12, 21, reckoning=Reckoning.SOLAR_TERM),
    Festival("一二九", 12, 9, tail="(?:学生|爱国)*运动(?:纪念日)?|纪念日"),
)

_FEAST_OF_LONGER = re.compile(f"节(?={boundaries.AFTER_FEAST})")
_NO_SIGN = "\0"
_LONGEST = 48
"""No name, with what must not follow it, is longer."""
_FESTIVAL = re.compile(
    f"(?:{'|'.join(f'(?P<f{index}>{festival.pattern})' for index, festival in enumerate(FESTIVALS))})"
    f"(?!{boundaries.AFTER_FESTIVAL})"
)


_TENS = "初[一二三四五六七八九十]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|三十"
LUNAR_DAY = (
    rf"(?:(?:农历|阴历){GAP}(?P<said>正|元|冬|腊|十[一二]?|[一二三四五六七八九])月(?P<said_day>{_TENS})日?"
    rf"|(?P<folk>(?:正|冬|腊)月|大年(?=初))(?P<folk_day>{_TENS})日?"
    r"|(?P<eighth>腊)(?P<eighth_day>八)节?"
    r"|(?P<first>十[一二]?|[一二三四五六七八九])月(?P<first_day>初[一二三四五六七八九十])(?![一二三]?年级|赛|审|稿|评|试)"
    r"|(?P<moon>八)月(?P<moon_day>十五)(?![日号名个位人件次项所支、和至到-]))"
)
"""正月十五, 腊月廿三, 五月初五, 农历三月廿八; and 八月十五, which only mostly is one."""
_LUNAR_DAY = re.compile(LUNAR_DAY)
_LUNAR_MONTHS = {"正": 1, "元": 1, "冬": 11, "腊": 12, "大": 1}


def _lunar_day(text: str, start: int) -> tuple[Festival, int] | None:
    match = _LUNAR_DAY.match(text, start)
    if match is None:
        return None
    kind = next(kind for kind in ("said", "folk", "eighth", "first", "moon") if match[kind])
    month = _LUNAR_MONTHS.get(match[kind][0]) or number(match[kind])
    day = number(match[f"{kind}_day"].removeprefix("初"))
    festival = Festival(match[0], month, day, reckoning=Reckoning.LUNAR, is_doubtful=kind == "moon")
    return festival, match.end()


def find(text: str, start: int) -> tuple[Festival, int] | None:
    """The festival named at `start` of the folded `text`, and where its name ends; None when none is."""
    if lunar := _lunar_day(text, start):
        return lunar
    # One pass, where each 节 of the pattern would have to ask what follows it.
    words = _FEAST_OF_LONGER.sub(_NO_SIGN, text[start : start + _LONGEST])
    if (match := _FESTIVAL.match(words)) and match.lastgroup:
        return FESTIVALS[int(match.lastgroup.removeprefix("f"))], start + match.end()
    return None
