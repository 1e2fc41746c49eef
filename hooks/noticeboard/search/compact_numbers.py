"""Numbers as short printable texts, for postings and columns of the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import sub

LAST = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRS"
"""Signs that end a number: the digits of base 45."""
OTHER = "TUVWXYZ0123456789-_!#$%()*+,./:;<=>?@[]^{|}'`"
"""Signs that another one follows. No sign needs escaping in JavaScript; `~` and `&` stay free for marks."""
_BASE = len(LAST)
_NUMERAL = re.compile(f"[{re.escape(OTHER)}]*[{LAST}]")


def numeral(value: int) -> str:
    """`value`, not negative, in as few signs as can be; its end is known without a comma."""
    signs = LAST[value % _BASE]
    value //= _BASE
    while value:
        value -= 1
        signs = OTHER[value % _BASE] + signs
        value //= _BASE
    return signs


class Numerals:
    """Writes and reads rising sequences of numbers below `limit`, each as the distance from the one before."""

    def __init__(self, limit: int) -> None:
        numerals = [numeral(value) for value in range(limit)]
        self._of = numerals.__getitem__
        self._read = {signs: value for value, signs in enumerate(numerals)}.__getitem__

    def rising(self, values: Sequence[int]) -> str:
        """`values`, each greater than the one before or equal to it."""
        return self._of(values[0]) + "".join(map(self._of, map(sub, values[1:], values)))

    def read(self, written: str) -> Iterable[int]:
        """What `rising` has written; nothing when that is empty. Raises KeyError for what it has not."""
        return accumulate(self.distances(written))

    def distances(self, written: str) -> list[int]:
        """The first number that `rising` has written, and each one's distance from the one before. Raises KeyError for what it has not."""
        found = _NUMERAL.findall(written)
        if len("".join(found)) != len(written):
            raise KeyError(written)
        return [*map(self._read, found)]


def column(values: Iterable[int]) -> str:
    """`values` one after the other."""
    return "".join(map(numeral, values))
