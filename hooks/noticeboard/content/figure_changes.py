"""The figures of a document beside those it had: numbers, amounts, dates and times, in the order of the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from noticeboard.content.amounts import MEASURES
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.number_words import SIGNS
from noticeboard.markup.figures import FIGURE

_MARKER = re.compile(r"\s*(?:[-*+]\s+)?(?:\d{1,3}[.、．)）]|[(（]\d{1,3}[)）])(?!\d)")
"""The number of an item or a heading says nothing that readers count on."""
_SPOKEN = SIGNS.removeprefix("0-9")
_AMOUNT = re.compile(
    rf"{FIGURE}|[{_SPOKEN}]+分之[{_SPOKEN}\d]+|[{_SPOKEN}]{{2,}}(?=元|{MEASURES})"
    rf"|(?!十分)[二两三四五六七八九十](?={MEASURES})"
)
"""A lone 一 is seldom a number, nor is 十分: 一起, 一次性, 十分顺利."""
_BLANK = re.compile(rf"(?<=[0-9０-９])[ \t\u3000\xa0]+(?=[万亿%％]|{MEASURES})")
"""1.2 万元 says no more than 1.2万元."""
_MOST = 2000
"""Figures between the first and the last change that are set against each other one by one."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One place at which figures were typed anew."""

    line: int
    """In the file as it is now, 1-based."""
    old: str
    """The figures that stood there, with 、 between; empty where some were added."""
    new: str
    """Those that stand there now; empty where some were taken away."""


@dataclass(frozen=True, slots=True)
class _Figure:
    line: int
    text: str

    @property
    def value(self) -> str:
        """What it says, however it is typed: １，２００ is 1200."""
        return re.sub(r"[,\s()]", "", unicodedata.normalize("NFKC", self.text)).replace("−", "-")


def figure_changes(old: Disclosure, new: Document) -> tuple[FigureChange, ...]:
    """Where the figures of the title, the date, the notice period, 数据 and the text are others than before."""
    return tuple(_changes(tuple(_figures(old)), tuple(_figures(new))))


def _figures(document: Document) -> Iterator[_Figure]:
    for line, text in _lines(document):
        text = _BLANK.sub("", text)
        yield from (_Figure(line, found[0]) for found in _AMOUNT.finditer(text))


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """What may hold figures, each with its line."""
    texts = [("title", document.title or ""), ("date", str(document.date))]
    if isinstance(document, Disclosure):
        period = document.notice_period
        texts += [("notice_period", f"{period.start} {period.end}")] if period else []
    for name, text in texts:
        yield document.positions.get(name, (1, 1))[0], text
    if isinstance(document, Disclosure):
        yield from ((amount.line, amount.text) for amount in document.results)
    for line, text in enumerate(document.body.splitlines(), document.body_line):
        yield line, _MARKER.sub("", text, count=1)


def _changes(old: Sequence[_Figure], new: Sequence[_Figure]) -> Iterator[FigureChange]:
    values, now = [one.value for one in old], [one.value for one in new]
    start = 0
    while start < min(len(values), len(now)) and values[start] == now[start]:
        start += 1
    end = 0
    while end < min(len(values), len(now)) - start and values[-1 - end] == now[-1 - end]:
        end += 1
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(left), len(right)) > _MOST:
        yield _change(left, right, new, start)
        return
    matcher = SequenceMatcher(None, [one.value for one in left], [one.value for one in right], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "replace" and b - a == d - c:
            yield from (
                _change((one,), (other,), new, 0) for one, other in zip(left[a:b], right[c:d], strict=True)
            )
        elif kind != "equal":
            yield _change(left[a:b], right[c:d], new, start + c)


def _change(
    old: Sequence[_Figure], new: Sequence[_Figure], all_new: Sequence[_Figure], place: int
) -> FigureChange:
    near = new[0] if new else all_new[min(place, len(all_new) - 1)] if all_new else _Figure(1, "")
    return FigureChange(near.line, _listed(old), _listed(new))


def _listed(figures: Sequence[_Figure]) -> str:
    few = "、".join(one.text for one in figures[:6])
    return few if len(figures) <= 6 else f"{few}等 {len(figures)} 个数"
