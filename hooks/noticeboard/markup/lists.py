"""The list markers officers type: ``-`` ``•`` ``1.`` ``1、`` ``（1）`` ``①`` ``1️⃣``, glued or not (SPECIFICATION section 4)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from noticeboard.pickling import pickled_by_position

BLANKS = " \t\u3000\xa0\u200b\ufeff"
"""What indents a line or parts a marker from its text; pasted text brings more than the space bar does."""


class MarkerStyle(StrEnum):
    """How a marker looks. The value ends the class of the rendered list: ``list-dunhao``."""

    BULLET = "bullet"
    DOT = "dot"
    DUNHAO = "dunhao"
    BRACKETS = "brackets"
    PAREN = "paren"
    CIRCLED = "circled"
    LETTER = "letter"
    PLAIN = "plain"
    """No marker of its own: the line's first number is part of a time (``6、7月份``)."""

    @property
    def rank(self) -> int:
        """Place in the order official documents keep, 1、 （1） 1） ①; a greater rank is nested deeper."""
        return _RANKS.get(self, 0)


_RANKS = {MarkerStyle.BRACKETS: 1, MarkerStyle.PAREN: 2, MarkerStyle.CIRCLED: 3, MarkerStyle.LETTER: 4}
LIST_CLASSES = {
    style: f"list-{style}" for style in MarkerStyle if style not in (MarkerStyle.BULLET, MarkerStyle.DOT)
}
"""Classes of the lists whose markers a browser does not know."""
BOXES = {True: "☑", False: "☐"}
"""What a reader sees of a box, ticked or not."""


@pickled_by_position
@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker at the front of a line."""

    style: MarkerStyle
    number: int | None
    """None for a bullet."""
    start: int
    """0-based place of the marker in its line."""
    end: int
    """0-based place of the item's text in its line."""
    doubtful: bool = False
    """True for ``6、7月份`` and ``1.3月8日``, whose number is a marker only as part of a sequence."""
    is_poor: bool = False
    """True for a sign of which only a word processor makes a list; `board fix` writes `good_sign`."""
    is_glued: bool = False
    """True for ``-植树``, whose blank is missing; it is poor, too."""

    @property
    def good_sign(self) -> str:
        """What to write for a marker that is poor."""
        return "- " if self.number is None else f"{self.number}、"


BULLET_SIGNS = "•●"
"""Bullets as Word shows them, glued to their text or not."""
WORD_BULLETS = "·∙・‧▪▫■◆◇◎○◦❍❖➢➤►▶▸▻➔➜★☆✦✧✱‣⁃⬥⚫⚪\uf000-\uf0ff"
"""What else word processors paste for a bullet, their private characters among them: a class of a pattern."""
EMOJI = "\u23e9-\u23fa\u2600-\u2604\u2607-\u260f\u2613-\u26ff\u2728\u2757\u2763\u2764\u2b05-\u2b07\u2b50\u2b55\u27a1\U0001f300-\U0001faff"
"""Pictures that messages put before a time: a class of a pattern."""
POINTERS = "👉👆👇☞☛🔹🔸🔶🔷🔺🔻🔴🔵🟠🟡🟢🟣🔘📌🚩🌟✨"
"""Those that messages put before each item of a list."""
SYMBOL_FONT_BULLETS = "olnuvwqØüÞ§"
"""Bullets of symbol fonts that arrive as letters; a tab parts them from the text, or blanks from a time."""
_EMPTY_BOXES, _TICKED_BOXES = "☐□⬜🗆×✕✖✗✘", "☑☒✓✔√✅🗹🗸"
BOX_SIGNS = _EMPTY_BOXES + _TICKED_BOXES

_BLANK = f"[{BLANKS}]"
_BULLET = re.compile(
    rf"[-－*+–—](?:{_BLANK}+|$)|(?P<glued>[-－])(?=[“《（【]|\[[ xX√✓✔]?\](?![(:])|[\u4e00-\u9fff]|[0-9０-９]{{1,2}}(?:月|日|号))(?!.*[-－—–]\s*$)|[{BULLET_SIGNS}]{_BLANK}*|(?P<sign>[{WORD_BULLETS}{POINTERS}])[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]?(?!.*(?P=sign)\ufe0f?{_BLANK}*(?:[（(][^（）()]*[）)])?{_BLANK}*$){_BLANK}*(?=[^{BLANKS}{WORD_BULLETS}])"
    rf"|(?![{BOX_SIGNS}])(?P<picture>[{EMOJI}])(?!.*(?P=picture)\ufe0f?{_BLANK}*$)[\ufe0e\ufe0f\u200d{EMOJI}]*{_BLANK}*(?=[0-9０-９一二三四五六七八九十元]{{1,4}}(?:月|日|号|[./／年][0-9０-９]))"
    rf"|[→⇒]{_BLANK}*(?=[^\[{BLANKS}])|[{SYMBOL_FONT_BULLETS}][ ]*\t{_BLANK}*(?=\S)"
    rf"|[{SYMBOL_FONT_BULLETS}]{_BLANK}+(?=[0-9０-９一二三四五六七八九十元]{{1,4}}(?:月|日|号|[./／年][0-9０-９]))|[ØüÞ§]{_BLANK}*(?=[\u4e00-\u9fff“《])"
    rf"|[lnuvwq]{_BLANK}+(?=[\u4e00-\u9fff“《])(?![次个群盘型形值倍级类排月年])"
)
_BOX_ALONE = re.compile(
    rf"[{re.sub('[□×]', '', BOX_SIGNS)}](?=.*\w)|[□×](?={_BLANK}+\S)|[\[［][ xXｘＸ√✓✔][\]］](?![(（:：\[])(?=.*\w)|[（(][ \u3000√✓✔][）)](?={_BLANK}*(?:[0-9０-９一二三四五六七八九十元]{{1,4}}(?:月|日|号)))"
)
"""A box that begins a line without a bullet; glued to its text □ may be a lost character, and × one to be filled in."""
_NUMBER = re.compile(
    rf"""
    (?: [（(][ ]?(?P<brackets>[0-9０-９]{{1,3}})[ ]?[）)][、.．]?
      | (?P<circled>[①-⑳㉑-㉟㊱-㊿❶-❿➀-➓⓵-⓾])[、.．]?
      | (?P<parenthesised>[⑴-⒇])[、.．]?
      | (?P<stopped>[⒈-⒛])
      | 【[ ]?(?P<square>[0-9０-９]{{1,2}})[ ]?】
      | (?P<letter>[A-Z])(?:、|[.．][ ]?(?=[\u4e00-\u9fff]))
      | (?P<digits>[0-9０-９]{{1,3}})[ ]?(?:
            (?P<dunhao>、)
          | (?P<dot>．|\.)(?![0-9０-９.．]) | (?P<stop>。)(?!$)
          | (?P<glued>．|\.)(?=[0-9０-９]{{1,2}}(?:月|日|号|[:：][0-5][0-9])|[0-9]{{4}}年)
          | (?P<paren>[)）])
          | (?P<keycap>\ufe0f?\u20e3)
        )
    ){_BLANK}*""",
    re.VERBOSE,
)
_DAYS_OR_MONTHS = re.compile(r"[0-9０-９]{1,2}(?:、[0-9０-９]{1,2})*(?:月|日|号)")
_START = re.compile(
    rf"[-－–—*+{BULLET_SIGNS}{WORD_BULLETS}{EMOJI}→⇒{SYMBOL_FONT_BULLETS}{BOX_SIGNS}（(【\[［A-Z0-9０-９①-⒛㉑-㉟㊱-㊿❶-❿➀-➓⓵-⓾]"
)
_STYLES = {
    "brackets": MarkerStyle.BRACKETS,
    "parenthesised": MarkerStyle.BRACKETS,
    "square": MarkerStyle.BRACKETS,
    "circled": MarkerStyle.CIRCLED,
    "paren": MarkerStyle.PAREN,
    "dunhao": MarkerStyle.DUNHAO,
    "letter": MarkerStyle.LETTER,
}


def may_be_marker(text: str) -> bool:
    """Whether `text` begins with a sign that a marker may begin with."""
    return _START.match(text) is not None


def read_marker(line: str, start: int = 0) -> Marker | None:
    """The marker that stands at `start` of `line`, or None when the line is no list item.

    A bullet directly before a number (``- 1、``, as converters from Word write) is one marker, the number's.
    """
    if not _START.match(line, start):
        return None
    bullet = _BULLET.match(line, start)
    number = _NUMBER.match(line, bullet.end() if bullet else start)
    if number is None:
        if bullet:
            is_glued = bullet["glued"] is not None
            is_poor = is_glued or _is_poor(bullet[0])
            return Marker(MarkerStyle.BULLET, None, start, bullet.end(), is_poor=is_poor, is_glued=is_glued)
        is_box = _BOX_ALONE.match(line, start) is not None
        return Marker(MarkerStyle.BULLET, None, start, start, is_poor=True) if is_box else None
    kind = number.lastgroup
    assert kind is not None  # Every form of a number has a name.
    figure = number["digits"] or number[kind]
    is_doubtful = kind == "glued" or (
        kind == "dunhao" and bool(_DAYS_OR_MONTHS.match(line, number.end("dunhao")))
    )
    return Marker(
        _STYLES.get(kind, MarkerStyle.DOT),
        _value(figure),
        start,
        number.end(),
        is_doubtful,
        _is_poor(number[0]),
    )


def _value(figure: str) -> int:
    """7 of ``7``, ``７``, ``⑦``, ``❼``, ``⑺``, ``⒎``, ``G``."""
    if figure in _LETTERS:
        return _LETTERS.index(figure) + 1
    plain = unicodedata.normalize("NFKC", figure).strip("().")
    return int(plain if plain.isdecimal() else unicodedata.numeric(figure))


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _is_poor(sign: str) -> bool:
    if not any(map(str.isnumeric, sign)):
        return not sign or sign[0] not in f"-－*+{BULLET_SIGNS}ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return "。" in sign or "\u20e3" in sign or "【" in sign or re.match(r"[0-9０-９]+ ", sign) is not None


def unnumbered(line: str, marker: Marker) -> Marker:
    """`marker` when its doubtful number turns out to be text: the item begins at the number."""
    bullet = _BULLET.match(line, marker.start)
    end = bullet.end() if bullet else marker.start
    return Marker(MarkerStyle.BULLET if bullet else MarkerStyle.PLAIN, None, marker.start, end, True)


_BOX = re.compile(
    r"(?:\[(?P<half>[ xX√✓✔\u3000]?)\](?!\(|:|\[[^\[\]]*\](?!\())|[［【](?P<full>[ xXｘＸ√✓✔\u3000]?)[］】])[ \t\u3000\xa0]*"
    r"|[\[［](?P<poor>[ \u3000]{0,3}(?:[xXｘＸ√✓✔vV]|完成|已完成|done|是)?[ \u3000]{0,3}|未完成|否)[\]］](?![(（:：\[])[ \t\u3000\xa0]*"
    r"|[（(](?P<round>[ \u3000√✓✔])[）)](?=[ \u3000]*[0-9０-９\u4e00-\u9fff])(?!月)[ \t\u3000\xa0]*"
    rf"|(?P<sign>(?!×\S)[{BOX_SIGNS}]\ufe0f?)(?=.*\w)[ \t\u3000\xa0]*"
)
"""Not the text of a link, ``[x](a.md)`` or ``[x][1]``; but before one, ``[x][小结](a.md)``, it is a box."""
_UNDONE = re.compile("取消|延期|推迟|改期|顺延|暂缓|未(?!来|成年)|没有?[办开搞做能]|不办")
"""What makes a crossed box one that is not ticked."""
_NEAR = 200
_NOT_DONE = frozenset({"未完成", "否"})
_CHOICE = re.compile("[□☐☑√✓]")
"""A second one makes a form to be filled in: □是 □否."""


def read_box(text: str, start: int = 0) -> tuple[bool | None, int]:
    """Whether the box at `start` is ticked, None without a box; and the place of the text behind it."""
    box = _BOX.match(text, start)
    if box is None:
        return None, start
    if box["sign"]:
        if _CHOICE.search(text, box.end()):
            return None, start
        is_crossed = box["sign"][0] == "☒" and _UNDONE.search(text, box.end(), box.end() + _NEAR) is not None
        return box["sign"][0] in _TICKED_BOXES and not is_crossed, box.end()
    written = (box["half"] or box["full"] or box["poor"] or box["round"] or "").strip()
    return bool(written) and written not in _NOT_DONE, box.end()
