"""Whole numbers as officers write them, for counts of people, votes and papers: 58, ５８, 五十八, 1,204."""

from __future__ import annotations

import re
import unicodedata

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+|[〇零一二两三四五六七八九十百千]+)"
"""In text of one width."""

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_ONE = re.compile(NUMBER)
_MOST_DIGITS = 9


def whole_number(text: str) -> int | None:
    """The number that `text` is, Arabic or Chinese; None when it is none, or beyond any count of people."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain or not _ONE.fullmatch(plain):
        return None
    if plain[0].isascii():
        digits = plain.replace(",", "")
        return int(digits) if len(digits) <= _MOST_DIGITS else None
    return _chinese(plain)


def _chinese(text: str) -> int | None:
    if not any(sign in _UNITS for sign in text):
        return _digit_by_digit(text)
    total, digit = 0, None
    largest = 10_000
    for sign in text:
        if sign in _UNITS:
            if _UNITS[sign] >= largest:
                return None
            largest = _UNITS[sign]
            total += (1 if digit in (None, 0) else digit) * largest
            digit = None
        elif digit not in (None, 0):
            return None
        else:
            digit = _DIGITS[sign]
    return total + (digit or 0)


def _digit_by_digit(text: str) -> int | None:
    return int("".join(str(_DIGITS[sign]) for sign in text)) if len(text) <= _MOST_DIGITS else None
