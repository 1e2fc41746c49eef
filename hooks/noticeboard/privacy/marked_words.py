"""Lists of words for patterns in which a sign before a word says that it stands in a second list too, so that none is kept twice."""

from __future__ import annotations

import re

_SIGNS = "◦•"


def marked(words: str, sign: str) -> str:
    """Those alternatives of a pattern's text that `sign` stands before; none of them holds a `|` of its own."""
    return "|".join(re.findall(rf"(?<![^|]){sign}([^|]+)", words))


def unmarked(words: str) -> str:
    """All alternatives, without the signs."""
    return words.translate(dict.fromkeys(map(ord, _SIGNS)))
