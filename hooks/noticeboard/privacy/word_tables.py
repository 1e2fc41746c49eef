"""Tables of plain words beside the code, `words/*.md`: a class of conditions a file, a heading a section, words parted by blanks.

There are thousands: a pattern of all of them takes a quarter of a second to compile and tries too many at each place. Here the
first two signs of a word are looked up, at each place of a text once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import compress, count
from operator import add
from pathlib import Path

from noticeboard.patterns import pattern_of

_FOLDER = Path(__file__).with_name("words")
_COMMENT = pattern_of(r"^#.*$", re.MULTILINE)

Word = tuple[str, tuple[str, ...]]
"""A word, and what it does not stand before: 三高, but not 三高讲座."""


def words_of(*names: str) -> Iterator[Word]:
    """The words of the tables called so, as they follow each other; `三高!讲,知` is 三高, but not before 讲 or 知.

    Raises OSError where there is no such table.
    """
    for name in names:
        text = (_FOLDER / f"{name}.md").read_text(encoding="utf-8")
        for entry in _COMMENT.sub("", text).split():
            word, _, endings = entry.partition("!")
            yield word, tuple(endings.split(",")) if endings else ()


class WordTable:
    """Words that are looked for all at once."""

    def __init__(self, words: Iterable[Word]) -> None:
        longest_first = sorted(words, key=lambda word: -len(word[0]))
        self._by_start: dict[str, list[Word]] = {}
        for word in longest_first:
            self._by_start.setdefault(word[0][:2], []).append(word)
        self._single = re.compile(f"[{''.join(word for word, _ in longest_first if len(word) == 1)}]")

    def find(self, text: str, start: int = 0) -> Iterator[tuple[int, int]]:
        """Where the words of `text` from `start` on begin and end: the longest of each place, none over another."""
        reached = start
        for place in self._places(text, start):
            if place >= reached and (end := self._end(text, place)):
                yield place, end
                reached = end

    def _places(self, text: str, start: int) -> list[int]:
        """Where a word may begin."""
        pairs = map(add, text[start:], text[start + 1 :])
        places = list(compress(count(start), map(self._by_start.__contains__, pairs)))
        single = [found.start() for found in self._single.finditer(text, start)]
        return sorted({*places, *single}) if single else places

    def _end(self, text: str, place: int) -> int:
        """Where the longest word that stands at `place` ends; 0 for none."""
        for start in (text[place : place + 2], text[place]):
            for word, endings in self._by_start.get(start, ()):
                end = place + len(word)
                if text.startswith(word, place) and not text.startswith(endings, end):
                    return end
        return 0
