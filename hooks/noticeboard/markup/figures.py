"""Numbers, amounts, dates and times in a text: what no line may break, and how much room it takes."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

_MOST_CHARACTERS = 28
"""What is longer is no figure that one reads at a glance, such as the number of an order in an address."""
_BETWEEN = r"(?:[,，.．:：/／\-－年月日号时点]|[ \u00a0\u2009\u202f](?=\d{3}(?!\d)))"
_UNIT = r"(?:[年月日号时点分秒%％‰℃]|[十百千]?[万亿]?元?)"
_NUMERALS = "[〇○零一二三四五六七八九十]{1,4}"
FIGURE = (
    rf"[(（]?[¥￥$€+＋\-−－]{{0,2}}\d+(?:{_BETWEEN}\d+)*{_UNIT}[)）]?"
    rf"|(?:{_NUMERALS}年)?{_NUMERALS}月{_NUMERALS}[日号]|{_NUMERALS}年{_NUMERALS}月"
)
"""A pattern of one figure."""
_TAG_OR_FIGURE = re.compile(rf"<(?:\"[^\"]*\"|[^\">])*>|&#?\w+;|({FIGURE})")


def unbroken(html: str) -> str:
    """`html` with each figure of its text in a `<span class="figure">`, which keeps it on one line."""
    return _TAG_OR_FIGURE.sub(_marked, html)


def _marked(found: re.Match[str]) -> str:
    figure = found[1]
    if not figure or not 1 < len(figure) <= _MOST_CHARACTERS:
        return found[0]
    return f'<span class="figure">{figure}</span>'


def figures_in(text: str) -> list[str]:
    """The figures of a text, in order."""
    return [found[0] for found in re.finditer(FIGURE, text)]


def longest_figure(text: str) -> float:
    """The room that the longest figure of a text takes, in em."""
    return max((width(figure) for figure in figures_in(text) if len(figure) <= _MOST_CHARACTERS), default=0)


def width(text: str) -> float:
    """The room that a text takes on one line, in em, in the widest of the usual typefaces, bold."""
    return sum(1.0 if east_asian_width(sign) in "WFA" else 0.62 for sign in text)
