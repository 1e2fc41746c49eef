"""Whether 七、八月 in a heading is July and August, or the seventh heading, August (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from noticeboard.markup.inline import plain_text
from noticeboard.markup.outline import Heading

_NUMBER = re.compile(r"(?P<number>[一二三四五六七八九十]{1,2}|[0-9]{1,2})、")
_MONTH_AFTER = re.compile(r"\s*(?P<month>[一二三四五六七八九十]{1,2}|[0-9]{1,2})月")
_FIGURES = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]


def texts_of(headings: Sequence[Heading]) -> dict[int, str]:
    """Line of a heading → its plain text, in which such a number is settled by the headings around it.

    It is a heading's number when a heading of its level before or after it goes on with it; otherwise the 、
    between two months that follow each other says 和.
    """
    numbers = {heading.text.number: _number_of(heading.text.text) for heading in headings}
    texts = {}
    for index, heading in enumerate(headings):
        text = plain_text(heading.text.text)
        number = numbers[heading.text.number]
        found = _NUMBER.match(text)
        month = _MONTH_AFTER.match(text, found.end()) if found else None
        if number is not None and month and _value(month["month"]) == number + 1:
            before = _neighbour(reversed(headings[:index]), heading.level)
            after = _neighbour(headings[index + 1 :], heading.level)
            counted = (before and numbers[before.text.number] == number - 1) or (
                after and numbers[after.text.number] == number + 1
            )
            text = text[found.end() :] if counted else text.replace("、", "和", 1)
        texts[heading.text.number] = text
    return texts


def _neighbour(headings: Iterable[Heading], level: int) -> Heading | None:
    """The next heading of the level, in the same section."""
    for heading in headings:
        if heading.level <= level:
            return heading if heading.level == level else None
    return None


def _number_of(text: str) -> int | None:
    found = _NUMBER.match(text)
    return _value(found["number"]) if found else None


def _value(figure: str) -> int | None:
    if figure.isdecimal():
        return int(figure)
    return _FIGURES.index(figure) if figure in _FIGURES else None
