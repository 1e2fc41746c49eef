"""Whether 七、八月 in a heading is July and August, or the seventh heading, August (SPECIFICATION section 4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from noticeboard.content.activities.plain_lines import Line
from noticeboard.markup.nodes import Heading, Label
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of

_NUMBER = pattern_of(r"(?P<number>[一二三四五六七八九十]{1,2}|[0-9]{1,2})、")
_MONTH_AFTER = pattern_of(r"\s*(?P<month>[一二三四五六七八九十]{1,2}|[0-9]{1,2})月")
_CHINESE = pattern_of(
    "\\s*(?:(?P<bracket>[（(][一二三四五六七八九十]{1,3}[）)])|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]{1,2}月))"
)
LABEL_LEVEL = 7
"""A line used like a heading opens a section below those of all headings."""
_FIGURES = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]


Place = tuple[int, int]
"""Line and column: several headings may stand on one line of a web page."""


def texts_of(headings: Sequence[Heading | Label | Line]) -> dict[Place, str]:
    """Place of a heading → its plain text, in which such a number is settled by the headings around it.

    It is a heading's number when a heading of its level before or after it goes on with it; otherwise the 、
    between two months that follow each other says 和.
    """
    plain = [plain_text(heading.parts).strip() for heading in headings]
    numbers = {place_of(heading): _number_of(text) for heading, text in zip(headings, plain, strict=True)}
    texts = {place_of(heading): text for heading, text in zip(headings, plain, strict=True)}
    # What stands between two numbers is no neighbour of theirs.
    kept = [
        index
        for index, heading in enumerate(headings)
        if isinstance(heading, Heading) or numbers[place_of(heading)] is not None
    ]
    headings, plain = [headings[index] for index in kept], [plain[index] for index in kept]
    for index, (heading, text) in enumerate(zip(headings, plain, strict=True)):
        number = numbers[place_of(heading)]
        found = _NUMBER.match(text)
        month = _MONTH_AFTER.match(text, found.end()) if found else None
        if found and number is not None and month and _value(month["month"]) == number + 1:
            before = _neighbour(reversed(headings[:index]), level_of(heading))
            after = _neighbour(headings[index + 1 :], level_of(heading))
            counted = (before and numbers[place_of(before)] == number - 1) or (
                after and numbers[place_of(after)] == number + 1
            )
            text = text[found.end() :] if counted else text.replace("、", "和", 1)
        texts[place_of(heading)] = text
    return texts


def place_of(heading: Heading | Label | Line) -> Place:
    """Where a heading stands."""
    return heading.line, heading.column


def number_style(text: str) -> str:
    """The form of the number in 汉字 that a line begins with: ``一、``, ``（一）``; empty without one."""
    found = _CHINESE.match(text)
    return "" if found is None else "（一）" if found["bracket"] else "一、"


def level_of(heading: Heading | Label | Line) -> int:
    """How deep a heading is, 1 to 6; what only looks like one ranks below all that are."""
    return heading.level if isinstance(heading, Heading) else LABEL_LEVEL


def _neighbour(headings: Iterable[Heading | Label | Line], level: int) -> Heading | Label | Line | None:
    """The next heading of the level, in the same section."""
    for heading in headings:
        if level_of(heading) <= level:
            return heading if level_of(heading) == level else None
    return None


def _number_of(text: str) -> int | None:
    found = _NUMBER.match(text)
    return _value(found["number"]) if found else None


def _value(figure: str) -> int | None:
    if figure.isdecimal():
        return int(figure)
    return _FIGURES.index(figure) if figure in _FIGURES else None
