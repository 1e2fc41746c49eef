"""Whether 3.1, 3.2 at the front of lines number chapters or say days (SPECIFICATION section 4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from noticeboard.patterns import pattern_of

_PAIR = pattern_of(r"\s*(?P<first>[0-9０-９]{1,2})[.．](?P<second>[0-9０-９]{1,2})(?![0-9０-９.．])")

_ALONE = pattern_of(r"\s*(?P<first>[0-9]{1,2})[ \t\u3000]+(?=[\u4e00-\u9fff])")
_WITH_YEAR = pattern_of(r"\s*(?:19|20)[0-9]{2}(?P<sign>[-./])[0-9]{1,2}(?P=sign)[0-9]{1,2}(?![0-9])")
_SLASHED = pattern_of(
    r"\s*[0-9０-９]{1,2}(?:[/／]|[-－](?![0-9０-９]{1,2}[/／-]))[0-9０-９]{1,2}(?![0-9０-９/／])"
)
_FEWEST_DAYS = 2
_LEAP_YEAR = 2024

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DecimalOutline:
    """The pairs of numbers that lines of a document begin with."""

    pairs: frozenset[Pair]
    is_outline: bool = True
    """Whether all of them count on from 1, chapter by chapter."""

    @classmethod
    def of(cls, lines: Iterable[str]) -> DecimalOutline:
        """The outline of a body, from the texts of its headings and lines."""
        pairs = frozenset(_pairs(lines))
        chapters = {first for first, _ in pairs}
        # 5.1, 6.1 and 10.1 leave chapters out, and have nothing but first parts.
        are_firsts = len(pairs) == len(chapters) > 1
        is_whole = not are_firsts or max(chapters) - min(chapters) < len(chapters)
        return cls(pairs, is_whole and _count_on(pairs))

    def numbers(self, line: str) -> bool:
        """Whether the pair that `line` begins with is a chapter's number: all of them count on from 1."""
        return self.is_outline and _PAIR.match(line) is not None

    def text_at(self, line: str) -> int:
        """Where begins what stands behind a chapter's number; 0 without one."""
        found = _PAIR.match(line)
        return found.end() if found and self.numbers(line) else 0

    def is_chapter(self, line: str) -> bool:
        """Whether `line` begins with a chapter's number, be it 3.1 or the 3 above it."""
        alone = _ALONE.match(line)
        return self.numbers(line) or (
            alone is not None
            and (int(alone["first"]), 1) in self.pairs
            and self.numbers(f"{alone['first']}.1")
        )

    def says_day(self, line: str) -> bool:
        """Whether `line` begins like 2026-03-08, 3/8 or 3-8, or like 3.12 where that numbers no chapter."""
        if _WITH_YEAR.match(line) or _SLASHED.match(line):
            return True
        return _PAIR.match(line) is not None and not self.numbers(line)


def dots_are_days(texts: Iterable[str]) -> bool:
    """Whether 3.8, 4.5 and 6.1 at the front of a body's lines and items, in their order, are days beyond doubt.

    They are where there are several, all of the calendar and in its order, over one new year at most, and they
    count nothing.
    """
    pairs = _pairs(texts)
    steps_back = sum(after < before for before, after in pairwise(pairs))
    is_several = len(set(pairs)) >= _FEWEST_DAYS
    return is_several and steps_back <= 1 and not _count_on(frozenset(pairs)) and all(map(_is_day, pairs))


def _pairs(texts: Iterable[str]) -> Sequence[Pair]:
    found = (_PAIR.match(text) for text in texts)
    return [(int(pair["first"]), int(pair["second"])) for pair in found if pair]


def _count_on(pairs: frozenset[Pair]) -> bool:
    return all(second == 1 or (first, second - 1) in pairs for first, second in pairs)


def _is_day(pair: Pair) -> bool:
    try:
        date(_LEAP_YEAR, *pair)
    except ValueError:
        return False
    return True
