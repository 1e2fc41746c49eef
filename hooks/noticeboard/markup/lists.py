"""The list markers officers type: ``-`` ``•`` ``1.`` ``1、`` ``（1）`` ``①``, glued or not (SPECIFICATION section 4)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from noticeboard.pickling import pickled_by_position

BLANKS = " \t\u3000\xa0\u200b\ufeff"
"""What indents a line or parts a marker from its text; pasted text brings more than the space bar does."""


class Style(StrEnum):
    """How a marker looks. The value ends the class of the rendered list: ``list-dunhao``."""

    BULLET = "bullet"
    DOT = "dot"
    DUNHAO = "dunhao"
    BRACKETS = "brackets"
    PAREN = "paren"
    CIRCLED = "circled"
    PLAIN = "plain"
    """No marker of its own: the line's first number is part of a time (``6、7月份``)."""

    @property
    def rank(self) -> int:
        """Place in the order official documents keep, 1、 （1） 1） ①; a greater rank is nested deeper."""
        return _RANKS.get(self, 0)


_RANKS = {Style.BRACKETS: 1, Style.PAREN: 2, Style.CIRCLED: 3}
LIST_CLASSES = {style: f"list-{style}" for style in Style if style not in (Style.BULLET, Style.DOT)}
"""Classes of the lists whose markers a browser does not know."""
BOXES = {True: "☑", False: "☐"}
"""What a reader sees of a box, ticked or not."""


@pickled_by_position
@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker at the front of a line."""

    style: Style
    number: int | None
    """None for a bullet."""
    start: int
    """0-based place of the marker in its line."""
    end: int
    """0-based place of the item's text in its line."""
    doubtful: bool = False
    """True for ``6、7月份`` and ``3、4日``, whose number is a marker only as part of a sequence."""


BULLET_SIGNS = "•●"
"""Bullets as Word pastes them, glued to their text or not."""

_BLANK = f"[{BLANKS}]"
_BULLET = re.compile(rf"[-－*+](?:{_BLANK}+|$)|[{BULLET_SIGNS}]{_BLANK}*")
_NUMBER = re.compile(
    rf"""
    (?: [（(][ ]?(?P<brackets>[0-9０-９]{{1,3}})[ ]?[）)][、.．]?
      | (?P<circled>[①-⑳㉑-㉟㊱-㊿])[、.．]?
      | (?P<parenthesised>[⑴-⒇])[、.．]?
      | (?P<stopped>[⒈-⒛])
      | (?P<digits>[0-9０-９]{{1,3}})(?:
            (?P<dunhao>、)
          | (?P<dot>．|\.)(?![0-9０-９.．])
          | (?P<paren>[)）])
        )
    ){_BLANK}*""",
    re.VERBOSE,
)
_DAYS_OR_MONTHS = re.compile(r"[0-9０-９]{1,2}(?:、[0-9０-９]{1,2})*(?:月|日|号)")
_START = re.compile(rf"[-－*+{BULLET_SIGNS}（(0-9０-９①-⒛㉑-㉟㊱-㊿]")


def read_marker(line: str, start: int = 0) -> Marker | None:
    """The marker that stands at `start` of `line`, or None when the line is no list item.

    A bullet directly before a number (``- 1、``, as converters from Word write) is one marker, the number's.
    """
    if not _START.match(line, start):
        return None
    bullet = _BULLET.match(line, start)
    number = _NUMBER.match(line, bullet.end() if bullet else start)
    if number is None:
        return Marker(Style.BULLET, None, start, bullet.end()) if bullet else None
    kind = number.lastgroup
    if kind == "brackets" or kind == "parenthesised":
        style = Style.BRACKETS
    elif kind == "circled":
        style = Style.CIRCLED
    elif kind == "paren":
        style = Style.PAREN
    elif kind == "dunhao":
        style = Style.DUNHAO
    else:
        style = Style.DOT
    figure = number["digits"] or number[kind or 0]
    doubtful = kind == "dunhao" and bool(_DAYS_OR_MONTHS.match(line, number.end("dunhao")))
    return Marker(style, _value(figure), start, number.end(), doubtful)


def _value(figure: str) -> int:
    """7 of ``7``, ``７``, ``⑦``, ``⑺``, ``⒎``."""
    return int(unicodedata.normalize("NFKC", figure).strip("()."))


def unnumbered(line: str, marker: Marker) -> Marker:
    """`marker` when its doubtful number turns out to be text: the item begins at the number."""
    bullet = _BULLET.match(line, marker.start)
    end = bullet.end() if bullet else marker.start
    return Marker(Style.BULLET if bullet else Style.PLAIN, None, marker.start, end, True)


_BOX = re.compile(
    r"(?:\[(?P<half>[ xX√✓✔\u3000]?)\](?!\(|:|\[[^\[\]]*\](?!\())|[［【](?P<full>[ xXｘＸ√✓✔\u3000]?)[］】])[ \t\u3000\xa0]*"
)
"""Not the text of a link, ``[x](a.md)`` or ``[x][1]``; but before one, ``[x][小结](a.md)``, it is a box."""


def read_box(text: str, start: int = 0) -> tuple[bool | None, int]:
    """Whether the box at `start` is ticked, None without a box; and the place of the text behind it."""
    box = _BOX.match(text, start)
    if box is None:
        return None, start
    return bool((box["half"] or box["full"] or "").strip()), box.end()
