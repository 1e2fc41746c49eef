"""Whole numbers as officers write them, for counts of people, votes and ballots: 58, ５８, 五十八, 1,204."""

from __future__ import annotations

import unicodedata

from noticeboard.content.quantities.number_words import read_written_number
from noticeboard.patterns import pattern_of

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+|[〇零一二两三四五六七八九十百千]+)"
"""In text of one width."""

_ONE = pattern_of(NUMBER)
_LARGEST = 10**9
"""Beyond any count of people."""


def whole_number(text: str) -> int | None:
    """The number that `text` is, Arabic or Chinese; None when it is none, could be two, or is beyond any count of people."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = read_written_number(plain) if _ONE.fullmatch(plain) else None
    return int(found.value) if found and found.value < _LARGEST else None
