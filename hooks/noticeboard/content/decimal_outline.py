"""Whether 3.1, 3.2 at the front of plain lines number chapters rather than say days (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PAIR = re.compile(r"\s*(?P<first>[0-9０-９]{1,2})[.．](?P<second>[0-9０-９]{1,2})(?![0-9０-９.．])")

_SLASHED = re.compile(r"\s*[0-9０-９]{1,2}[/／][0-9０-９]{1,2}(?![0-9０-９/／])")


@dataclass(frozen=True, slots=True)
class DecimalOutline:
    """The pairs of numbers that lines of a document begin with."""

    pairs: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, lines: Iterable[str]) -> DecimalOutline:
        found = (_PAIR.match(line) for line in lines)
        return cls(frozenset((int(pair["first"]), int(pair["second"])) for pair in found if pair))

    def numbers(self, line: str) -> bool:
        """Whether the pair that `line` begins with is a chapter's number: all of them count on from 1."""
        return _PAIR.match(line) is not None and all(
            second == 1 or (first, second - 1) in self.pairs for first, second in self.pairs
        )

    def says_day(self, line: str) -> bool:
        """Whether `line` begins like 3/8, or like 3.12 where that numbers no chapter."""
        return _SLASHED.match(line) is not None or (_PAIR.match(line) is not None and not self.numbers(line))
