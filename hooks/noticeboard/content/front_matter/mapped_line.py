"""A line of YAML that was mended before it is read, and still knows where each character was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from noticeboard.content.front_matter.unquoted import quoted


@dataclass(frozen=True, slots=True)
class MappedLine:
    """A line, perhaps mended, of the file's line `number`."""

    text: str
    number: int
    """1-based line in the file."""
    columns: Sequence[int]
    """For each character of `text`, and for its end, the 1-based column in the file."""

    @classmethod
    def of(cls, text: str, number: int) -> Self:
        """A line as it was typed: every character stands where it stood."""
        return cls(text, number, range(1, len(text) + 2))

    def replace(self, start: int, end: int, text: str) -> MappedLine:
        """This line with `text` for the characters from `start` to `end`; it stands where they began."""
        columns = [*self.columns[:start], *[self.columns[start]] * len(text), *self.columns[end:]]
        return MappedLine(self.text[:start] + text + self.text[end:], self.number, columns)

    def overwrite(self, start: int, text: str) -> MappedLine:
        """This line with `text` for as many characters from `start` on, each in its place."""
        return MappedLine(
            self.text[:start] + text + self.text[start + len(text) :], self.number, self.columns
        )

    def quote(self, start: int, end: int) -> MappedLine:
        """This line with the characters from `start` to `end` in quotes."""
        text = quoted(self.text[start:end])
        # The opening quote stands where the text begins, so that a quoted text's first character does too.
        typed = [self.columns[min(start + max(0, i - 1), end - 1)] for i in range(len(text))]
        return MappedLine(
            self.text[:start] + text + self.text[end:],
            self.number,
            [*self.columns[:start], *typed, *self.columns[end:]],
        )
