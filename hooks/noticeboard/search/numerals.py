"""Numbers as short printable texts, for postings and columns of the index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import sub

LAST = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRS"
"""Signs that end a number: the digits of base 45."""
OTHER = "TUVWXYZ0123456789-_!#$%()*+,./:;<=>?@[]^{|}'`"
"""Signs that another one follows. No sign needs escaping in JavaScript; `~` and `&` stay free for marks."""
_BASE = len(LAST)


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
    """Writes rising sequences of numbers below `limit`, each as the distance from the one before."""

    def __init__(self, limit: int) -> None:
        self._of = [numeral(value) for value in range(limit)].__getitem__

    def rising(self, values: Sequence[int]) -> str:
        """`values`, each greater than the one before or equal to it."""
        return self._of(values[0]) + "".join(map(self._of, map(sub, values[1:], values)))


def column(values: Iterable[int]) -> str:
    """`values` one after the other."""
    return "".join(map(numeral, values))
