"""The festivals that a time can be named after (SPECIFICATION section 3, rule 3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from noticeboard.lazy import lazily
from noticeboard.times import boundaries

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
    return _date(lunar_python.Lunar.fromYmd(year, month, day).getSolar())


@cache
def _solar_term(year: int, month: int, day: int) -> date:
    return _date(lunar_python.Solar.fromYmd(year, month, day).getLunar().getJieQiTable()["清明"])


def _date(solar: lunar_python.Solar) -> date:
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


_DAYS: dict[Reckoning, Callable[[int, int, int], date]] = {
    Reckoning.SOLAR: date,
    Reckoning.LUNAR: _lunar,
    Reckoning.SOLAR_TERM: _solar_term,
}

FESTIVALS = (
    Festival("元旦", 1, 1),
    Festival("春节", 1, 1, reckoning=Reckoning.LUNAR),
    Festival("元宵", 1, 15, reckoning=Reckoning.LUNAR),
    Festival("三八", 3, 8, "(?:国际)?(?:劳动)?妇女节"),
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


def find(text: str, start: int) -> tuple[Festival, int] | None:
    """The festival named at `start` of the folded `text`, and where its name ends; None when none is."""
    # One pass, where each 节 of the pattern would have to ask what follows it.
    words = _FEAST_OF_LONGER.sub(_NO_SIGN, text[start : start + _LONGEST])
    if (match := _FESTIVAL.match(words)) and match.lastgroup:
        return FESTIVALS[int(match.lastgroup.removeprefix("f"))], start + match.end()
    return None
