"""The numbers of headings, 一、 （一） 2、, which are no part of what a heading says (FORMAT section 4)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from noticeboard.markup.inline import plain_text
from noticeboard.markup.outline import Heading

_NUMBERED = re.compile(
    r"(?:[（(][一二三四五六七八九十]{1,3}[）)]、?|第[一二三四五六七八九十]{1,3}(?:部分|章|节)[、：:\s]?"
    r"|(?P<chinese>[一二三四五六七八九十]{1,3})、|(?P<digits>[0-9０-９]{1,2})(?:、|[.．](?![0-9０-９])))\s*"
)
_DIGITS = "零一二三四五六七八九"


class HeadingNumbers:
    """Tells a heading's number, 二、四月 after 一、三月, from a time with two months, 一、二月."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        self._fitting: dict[int, list[int]] = {}
        """Line of a heading → the numbers that go on with those of its neighbours of the same level."""
        last: dict[int, tuple[int, int | None]] = {}
        for heading in headings:
            for level in [level for level in last if level > heading.level]:
                del last[level]
            line, number = heading.text.number, _number_of(heading.text.text)
            self._fitting[line] = []
            before, before_number = last.get(heading.level, (0, None))
            if number is not None and before_number is not None:
                self._fitting[line].append(before_number + 1)
                self._fitting[before].append(number - 1)
            last[heading.level] = line, number

    def readings_of(self, heading: Heading) -> list[tuple[str, int]]:
        """What the heading may say, likeliest first, and how far into it each of these begins."""
        text = plain_text(heading.text.text)
        start = max(heading.text.text.find(text[:1]), 0)
        found = _NUMBERED.match(text)
        if found is None or found.end() == len(text):
            return [(text, start)]
        unnumbered = (text[found.end() :], start + found.end())
        number = _number_of(text)
        if number is None or number in self._fitting[heading.text.number]:
            return [unnumbered]
        return [(text, start), unnumbered]


def _number_of(text: str) -> int | None:
    """2 of ``二、…`` and ``2、…``; None of ``（二）…``, which cannot be taken for a time."""
    found = _NUMBERED.match(text)
    if found is None:
        return None
    if found["digits"]:
        return int(found["digits"])
    tens, ten, ones = (found["chinese"] or "").rpartition("十")
    if not ten:
        return _DIGITS.index(ones) if len(ones) == 1 else None
    return (_DIGITS.find(tens) if tens else 1) * 10 + (_DIGITS.find(ones) if ones else 0)
