"""How a word processor writes a number: the values of ``w:numFmt`` (ECMA-376-1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL_DIGITS = "零壹貳參肆伍陸柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_PADDED = re.compile(r"0*1(?=,|$)")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST = 9999
_CIRCLED = tuple("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_MONTH = re.compile(r"[0-9]{1,2}月")


def _counted(number: int, digits: str, units: str) -> str:
    """12 → 十二, 101 → 一百〇一; `units` are those of tens, hundreds and thousands."""
    written = ""
    gap = False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            written += digits[0] * gap + digits[digit] + (units[place - 1] if place else "")
        gap = bool(written) and not digit
    return written


def _chinese(number: int) -> str:
    return re.sub(r"^一十", "十", _counted(number, _DIGITS, "十百千"))


def _counting(number: int) -> str:
    """Counted up to ninety-nine, digit by digit from there on."""
    return _chinese(number) if number < 100 else _digital(number)


def _legal(number: int) -> str:
    """10 → 壹拾: amounts of money need the one."""
    return _counted(number, _LEGAL_DIGITS, "拾佰仟")


def _legal_traditional(number: int) -> str:
    return _counted(number, _TRADITIONAL_DIGITS, "拾佰仟")


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _among(signs: str) -> Callable[[int], str]:
    """The sign of a series; behind its end a word processor goes on with digits."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _series(first: str, count: int) -> Callable[[int], str]:
    return _among("".join(chr(ord(first) + index) for index in range(count)))


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _letters(number: int) -> str:
    """A … Z, then AA, BB …"""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _sexagenary(number: int) -> str:
    """甲子, 乙丑 …"""
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _series("①", 20),
    "decimalEnclosedCircleChinese": _series("①", 20),
    "decimalEnclosedParen": _series("⑴", 20),
    "decimalEnclosedFullstop": _series("⒈", 20),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "chineseCounting": _counting,
    "chineseCountingThousand": _chinese,
    "chineseLegalSimplified": _legal,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _chinese,
    "taiwaneseDigital": _digital,
    "japaneseCounting": _chinese,
    "japaneseDigitalTenThousand": _digital,
    "koreanDigital2": _digital,
    "ideographDigital": _digital,
    "ideographTraditional": _among(_STEMS),
    "ideographZodiac": _among(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographLegalTraditional": _legal_traditional,
    "ideographEnclosedCircle": _series("㊀", 10),
    "none": lambda number: "",
}


def written(number: int, form: str, custom: str = "") -> str | None:
    """A number as the form `form` has it; of the form ``custom`` its pattern is `custom`. None for an unknown form.

    Numbers that no document has (below 0, above 9999) are digits: they would grow without bounds.
    """
    if form == "custom":
        padded = _PADDED.match(custom)
        return str(number).zfill(len(padded[0])) if padded else None
    write = FORMATS.get(form)
    if write is None:
        return None
    return write(number) if 0 < number <= _LARGEST or form == "none" else str(number)


def typed_length(number: str, text: str) -> int:
    """Characters of `text` that say its automatic number again: 一、一、指导思想, 1. 1、植树; 0 where it begins otherwise.

    A digit behind them makes it another number (1.5万元), unless that is a month (1.3月份植树).
    """
    sign = _alike(number)
    if number[:1] in _CIRCLED and text.startswith(number):
        return len(number)
    if not sign or sign[-1] not in ".)":
        return 0
    length = next((end for end in range(1, len(sign) + 4) if _alike(text[:end]) == sign), 0)
    rest = text[length:].lstrip()
    is_other = rest[:1].isdecimal() and _MONTH.match(rest) is None
    return 0 if is_other else length


def _alike(text: str) -> str:
    """A text whose marks behind numbers are of one kind, without blanks."""
    return "".join(unicodedata.normalize("NFKC", text).replace("、", ".").split())
