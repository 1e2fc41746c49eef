"""Which lines go on with the line above them. Enter begins a paragraph, but where a text is plainly wrapped (SPECIFICATION section 4).

Plainly wrapped is a paragraph whose lines but the last have nearly one width: an editor or a PDF broke them, nobody pressed Enter.
Widths are columns: a 汉字 has two.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NUMERALS = "一二三四五六七八九十"
_BEGINS = re.compile(
    rf"[ \t]*(?:\u3000|[#>|｜<\[!]|```|~~~|[-*+•●·▪■◆◇○➢➤★][ \t\u3000]|[0-9０-９]{{1,3}}(?:[、)）]|[.．](?![0-9０-９]))"
    rf"|[（(](?:[0-9０-９]{{1,3}}|[{_NUMERALS}]{{1,3}})[）)]|[①-⒛㉑-㊿]|[{_NUMERALS}]{{1,3}}、"
    rf"|(?:[0-9０-９]{{1,2}}|[{_NUMERALS}元]{{1,2}})月份?[：:])"
)
"""What begins a line that goes on with none."""
_ENDS_SENTENCE = re.compile(r"[。！？；：!?;:.…][”’」』）)】\]》*~_]*[ \t\u3000]*$")
_COMMAS = ("，", "、", ",")
_FIRST_WORD = re.compile(r"[!-~]+|.[，。；：、！？”’）》】…]*")
_NARROWEST, _WIDEST = 40, 120
_NARROW_COLUMN = 24
"""A column as narrow as that must show in three lines."""
_PAIR = range(60, 101)
"""One line end proves a column only of such a width."""
_ALIKE = 3
"""So many line ends of one width prove a narrower one."""
_SLACK = 4
"""Columns by which a full line may be shorter than the widest, beside the word that did not fit."""
_PAIRS = ("（）", "()", "【】", "《》", "“”")
_BRACKETS = ("[]",)
_MARKS = ("**", "~~", "`")
_TAG = re.compile(r"<[a-zA-Z][^<>\n]*(?:\n(?![ \t]*\n)[^<>\n]*)+>")
"""A tag of several lines."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines of text without a blank line between them."""

    start: int
    """0-based number of its first line."""
    lines: Sequence[str]

    @property
    def widths(self) -> list[int]:
        return [width_of(line) for line in self.lines]


class Wrapping:
    """What is known of the line ends of a body; it is measured once, when somebody first asks."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._wrapped: set[int] | None = None

    def goes_on(self, index: int) -> bool:
        """Whether a line of text is the rest of the line above it: wrapped, behind a comma, or of what was opened there."""
        before, line = self._lines[index - 1], self._lines[index]
        is_open = before.endswith("  ") or before.rstrip().endswith(_COMMAS)
        return is_open or _closes(_PAIRS, before, line) or not self.breaks(index)

    def breaks(self, index: int) -> bool:
        """Whether readers see a break before a line that goes on: it is not wrapped, nor within one link or bold words."""
        before, line = self._lines[index - 1], self._lines[index]
        is_marked = any(before.count(mark) % 2 and mark in line for mark in _MARKS)
        return not (is_marked or _closes(_BRACKETS, before, line) or self.is_wrapped(index))

    def is_wrapped(self, index: int) -> bool:
        """Whether a line (from 0) goes on in the next one: the break between was a program's."""
        if self._wrapped is None:
            self._wrapped = _wrapped(list(_stretches(self._lines))) | set(_in_tags(self._lines))
        return index in self._wrapped


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _ENDS_SENTENCE.search(line, max(0, len(line) - 40)) is not None


def width_of(text: str) -> int:
    """Columns: signs of three bytes have two."""
    text = text.strip()
    return len(text) if text.isascii() else (len(text) + len(text.encode("utf-8", "replace"))) // 2


def _stretches(lines: Sequence[str]) -> Iterator[_Stretch]:
    """Those of two lines or more."""
    start = 0
    for index in range(len(lines) + 1):
        is_end = index == len(lines) or not lines[index].strip()
        if is_end or _BEGINS.match(lines[index]):
            if index - start > 1:
                yield _Stretch(start, lines[start:index])
            start = index + 1 if is_end else index


def _wrapped(stretches: Sequence[_Stretch]) -> set[int]:
    """The lines that go on because they are wrapped, also those of a stretch that another one proves the column of."""
    found: set[int] = set()
    columns: set[int] = set()
    doubtful = []
    for stretch in stretches:
        widths = stretch.widths
        column = max(widths)
        if not _NARROW_COLUMN <= column <= _WIDEST:
            continue
        for first, last in _full_runs(stretch, widths, column):
            if _is_proved(stretch, widths, first, last):
                found.update(range(stretch.start + first + 1, stretch.start + last + 1))
                columns.add(column if last - first > 1 else 0)
            else:
                doubtful.append((stretch, first, last, column))
    pairs = [
        (stretch, first, column)
        for stretch, first, last, column in doubtful
        if _is_pair(stretch, first, last, column)
    ]
    widths = sorted(column for _, _, column in pairs)
    for stretch, first, column in pairs:
        if bisect_right(widths, column + _SLACK) - bisect_left(widths, column - _SLACK) >= _ALIKE:
            found.add(stretch.start + first + 1)
    for stretch, first, last, column in doubtful:
        if any(abs(column - known) <= _SLACK for known in columns):
            found.update(range(stretch.start + first + 1, stretch.start + last + 1))
    return found


def _in_tags(lines: Sequence[str]) -> Iterator[int]:
    """The lines that go on with a tag of raw HTML."""
    if not any("<" in line for line in lines):
        return
    text = "\n".join(lines)
    starts = [0, *(end.end() for end in re.finditer("\n", text))]
    for tag in _TAG.finditer(text):
        first, last = bisect_right(starts, tag.start()), bisect_right(starts, tag.end() - 1)
        yield from range(first, last)


def _full_runs(stretch: _Stretch, widths: Sequence[int], column: int) -> Iterator[tuple[int, int]]:
    """Where full lines begin, and the line behind the last of them."""
    first = None
    for index, width in enumerate(widths[:-1]):
        word = _FIRST_WORD.match(stretch.lines[index + 1].lstrip())
        is_full = width + (width_of(word[0]) if word else 0) > column - _SLACK
        if is_full and first is None:
            first = index
        elif not is_full and first is not None:
            yield first, index
            first = None
    if first is not None:
        yield first, len(widths) - 1


def _is_proved(stretch: _Stretch, widths: Sequence[int], first: int, last: int) -> bool:
    """Whether full lines are one paragraph with the line behind them: most break off in a sentence that ends there."""
    lines = stretch.lines[first:last]
    ends = sum(map(ends_sentence, lines))
    is_cut = any(not ends_sentence(line) and not line.rstrip().endswith(_COMMAS) for line in lines)
    if 2 * ends > len(lines) - (not is_cut) or not ends_sentence(stretch.lines[last]):
        return False
    if last - first == 1:
        return len(widths) == 2 and widths[0] in _PAIR and widths[0] >= widths[1]
    return last - first > 2 or max(widths) >= _NARROWEST


def _is_pair(stretch: _Stretch, first: int, last: int, column: int) -> bool:
    """Whether a full line breaks off in a sentence that a shorter line ends, and a new one begins behind it."""
    line, following = stretch.lines[first], stretch.lines[last]
    is_cut = not ends_sentence(line) and not line.rstrip().endswith(_COMMAS)
    is_whole = last - first == 1 and last == len(stretch.lines) - 1
    return is_whole and column >= _NARROWEST and is_cut and ends_sentence(following)


def _closes(pairs: Sequence[str], before: str, line: str) -> bool:
    """Whether `line` closes what `before` opens."""
    return any(
        before.count(pair[0]) > before.count(pair[1]) and line.count(pair[1]) > line.count(pair[0])
        for pair in pairs
    )
