"""The figures of a document beside those it had: numbers, amounts, dates and times, in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from operator import itemgetter

from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.sections.figure_labels import LabelledFigures, without_marker
from noticeboard.content.sections.figure_opposites import (
    are_opposites,
    opposites_found,
    opposites_in,
    side_of,
)
from noticeboard.content.sections.figure_values import closed, figures_found, may_be_word, value_of

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
    name: str = ""
    """What they are called, where it was the name that moved."""


@dataclass(frozen=True, slots=True)
class _Figure:
    line: int
    text: str
    is_opposite: bool = False
    """Whether it is a word that has an opposite, no figure."""

    @property
    def value(self) -> str:
        """What it says, however it is typed."""
        return side_of(self.text) if self.is_opposite else value_of(self.text)

    @property
    def is_only_word(self) -> bool:
        """Whether it tells nothing that it is gone or new: another wording may do without."""
        return self.is_opposite or may_be_word(self.text)


def figure_changes(old: Disclosure, new: Document) -> tuple[FigureChange, ...]:
    """Where the figures of the title, the date, the notice period, 数据 and the text are others than before.

    Rows and lines that only stand in another order change nothing; names that traded places do.
    """
    before, after = LabelledFigures(old), LabelledFigures(new)
    if before.says_the_same(after):
        return ()
    changes = tuple(_changes(tuple(_figures(old)), tuple(_figures(new))))
    return (*changes, *_traded(before, after, {change.line for change in changes}))


def _traded(before: LabelledFigures, after: LabelledFigures, told: set[int]) -> Iterator[FigureChange]:
    """Names that have each other's figures now, in lines of which nothing was told."""
    pairs = [(was, now) for label, now in after.by_label.items() if (was := before.by_label.get(label))]
    others = [(was, now) for was, now in pairs if was.values != now.values and now.line not in told]
    if Counter(was.values for was, _ in others) == Counter(now.values for _, now in others):
        for was, now in others:
            yield FigureChange(now.line, "、".join(was.figures), "、".join(now.figures), now.label)


def _figures(document: Document) -> Iterator[_Figure]:
    for line, text in _lines(document):
        said = closed(text)
        found = [(it.start(), _Figure(line, it[0])) for it in figures_found(said)]
        found += [(it.start(), _Figure(line, it[0], is_opposite=True)) for it in opposites_found(said)]
        yield from (figure for _, figure in sorted(found, key=itemgetter(0)))


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """What may hold figures, each with its line."""
    texts = [("title", document.title or ""), ("date", str(document.date))]
    if isinstance(document, Disclosure):
        period = document.notice_period
        texts += [("notice_period", f"{period.start} {period.end}")] if period else []
    for name, text in texts:
        yield document.positions.get(name, (1, 1))[0], text
    if isinstance(document, Disclosure):
        yield from (
            (amount.line, f"{opposites_in(amount.name)}:{amount.text}") for amount in document.results
        )
    for line, text in enumerate(document.body.splitlines(), document.body_line):
        yield line, without_marker(text)


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
        yield from _change(left, right, new, start)
        return
    matcher = SequenceMatcher(None, [one.value for one in left], [one.value for one in right], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        if kind == "replace" and b - a == d - c:
            for one, other in zip(left[a:b], right[c:d], strict=True):
                yield from _change((one,), (other,), new, start + c)
        else:
            yield from _change(left[a:b], right[c:d], new, start + c)


def _change(
    old: Sequence[_Figure], new: Sequence[_Figure], all_new: Sequence[_Figure], place: int
) -> Iterator[FigureChange]:
    if not _is_turned(old, new):
        old = [one for one in old if not one.is_opposite]
        new = [one for one in new if not one.is_opposite]
    if (all(one.is_only_word for one in old) and not new) or (
        all(one.is_only_word for one in new) and not old
    ):
        return
    near = new[0] if new else all_new[min(place, len(all_new) - 1)] if all_new else _Figure(1, "")
    yield FigureChange(near.line, _listed(old), _listed(new))


def _is_turned(old: Sequence[_Figure], new: Sequence[_Figure]) -> bool:
    return len(old) == len(new) == 1 and are_opposites(old[0].text, new[0].text)


def _listed(figures: Sequence[_Figure]) -> str:
    few = "、".join(one.text for one in figures[:6])
    return few if len(figures) <= 6 else f"{few}等 {len(figures)} 个数"
