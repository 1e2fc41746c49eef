"""The sentence of a hit, with the match marked: for the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from noticeboard.search.folding import fold
from noticeboard.search.matching import spots_of
from noticeboard.search.query import Term

_AROUND = 60
_ENDS = "。！？；"


def snippet(text: str, terms: Sequence[Term], mark: Callable[[str], str]) -> str:
    """The part of `text` around its first match, every match in it passed through `mark`."""
    spots = _ranges(text, terms)
    start = spots[0][0] if spots else 0
    first = max((text.rfind(end, 0, start) + 1 for end in _ENDS), default=0)
    first = first if start - first <= _AROUND // 2 else start - _AROUND // 2
    last = min(len(text), max(first + _AROUND, spots[0][1] if spots else 0))
    parts, place = ["…" if first else ""], first
    for begin, end in spots:
        if place <= begin and end <= last:
            parts += [text[place:begin], mark(text[begin:end])]
            place = end
    return "".join([*parts, text[place:last], "…" if last < len(text) else ""])


def _ranges(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Where terms stand in `text` as it is written, in order."""
    # Folding goes character by character, so the length of what is folded up to a character tells its place.
    ends = [len(fold(text[: index + 1])) for index in range(len(text))]
    found = []
    for term in terms:
        if not term.excluded:
            for begin, end in spots_of(term, fold(text)):
                first = next(index for index, length in enumerate(ends) if length > begin)
                last = next(index for index, length in enumerate(ends) if length >= end)
                found.append((first, last + 1))
    return sorted(found)
