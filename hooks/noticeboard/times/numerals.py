"""Numbers as officers write them: Arabic or Chinese, half or full width (SPECIFICATION section 3)."""

from __future__ import annotations

import re
import unicodedata

from noticeboard.sign_table import SignTable

DASH = r"(?:[-~]{1,2}|至|到)"
"""Any dash, and the words for it; in folded text."""

GAP = r"[ ]{0,3}"
"""The space that may stand between a number and its unit; in folded text."""

NUMBER = (
    r"(?:\d{1,2}(?!\d)"
    r"|[一二三四五六七八九]?十[一二三四五六七八九]?"
    r"|[廿卅][一二三四五六七八九]?"
    r"|[〇零]?[一二三四五六七八九])"
)
"""A number up to 99, for months, days and hours."""

YEAR_NUMBER = r"[0-9〇零○Oo一二三四五六七八九]{4}"
"""A year digit by digit, the scripts mixed as in 二00三."""

_DIGITS = dict.fromkeys("〇零○Oo", 0) | {sign: value for value, sign in enumerate("一二三四五六七八九", 1)}
_WHOLE_NUMBER = re.compile(NUMBER)


def _folding() -> SignTable:
    """Full width → half width, every dash → ``-`` or ``~``, and the radicals that PDF text has for 日 and 月.

    Each sign becomes exactly one, so that places in folded text are places in the text.
    """
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    table |= dict.fromkeys(map(ord, "‐‑‒–—―−─﹣－"), "-")
    table |= dict.fromkeys(map(ord, "～〜∼˜"), "~")
    table |= dict.fromkeys(map(ord, "\t\u00a0\u2002\u2003\u3000"), " ")
    table |= {ord("∶"): ":", ord("︰"): ":", ord("週"): "周", ord("號"): "号", ord("點"): "点"}
    return SignTable(table)


_FOLDING = _folding()


def fold(text: str) -> str:
    """The same text, sign for sign, in the one width and with the one dash that the patterns know."""
    return _FOLDING.translate(text)


def skip(rule: re.Pattern[str], text: str, at: int) -> int:
    """Where what `rule` matches at `at` of `text` ends; `at` where it matches nothing."""
    found = rule.match(text, at)
    return found.end() if found else at


def number(text: str) -> int:
    """The value of what `NUMBER` or `YEAR_NUMBER` matched: 12 of 十二, 23 of 廿三, 2026 of 二〇二六."""
    if text.isascii() and text.isdigit():
        return int(text)
    if len(text) == 4:
        return int("".join(sign if sign.isdigit() else str(_DIGITS[sign]) for sign in text))
    tens, ten, units = text.replace("廿", "二十").replace("卅", "三十").partition("十")
    if ten:
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[units] if units else 0)
    return _DIGITS[text[-1]]


def read_chinese_number(text: str) -> int | None:
    """The number up to 99 that `text` is, Arabic or Chinese; None when it is none."""
    folded = fold(text.strip())
    return number(folded) if _WHOLE_NUMBER.fullmatch(folded) else None
