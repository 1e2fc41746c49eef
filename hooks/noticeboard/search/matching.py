"""Whether a text has what a query asks for, where, and which text comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from noticeboard.search.dates import DateMention, keys_in, mentions_in
from noticeboard.search.folding import SEPARATORS, fold
from noticeboard.search.passages import TIERS, Passage, PassageKind
from noticeboard.search.pinyin import pinyin_of, sounds_like
from noticeboard.search.query import Term
from noticeboard.search.texts import IndexedText

_WORD = re.compile(f"[^{SEPARATORS}]")
_DIGITS = frozenset("0123456789")
_AT_TOP = 0
"""The tier of a title."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A text that a query finds."""

    number: int
    """Of the text, in the order of the index."""
    text: IndexedText
    tier: int
    """The worst of the terms' tiers, each taken where it occurs best (`PassageKind.tier`)."""
    scattered: bool
    """Whether no single passage has all terms."""
    passages: tuple[Passage, ...]
    """Those below the title that have a term: the most telling first."""

    def order(self, today: date) -> tuple[bool, int, bool, int, int]:
        """What comes first: documents, then titles and headings, terms together, what is nearer to `today`, what is later.

        Hand-written pages come last: the guide's samples have the words of every document.
        """
        return (
            self.text.day is None,
            self.tier,
            self.scattered,
            abs(((self.text.day or date.min) - today).days),
            -self.number,
        )


def search(texts: Iterable[IndexedText], terms: Sequence[Term], today: date) -> list[SearchHit]:
    """The texts that have every term and none of the excluded ones, the best first."""
    if all(term.excluded for term in terms):
        return []
    hits = (hit for number, text in enumerate(texts) if (hit := _hit(number, text, terms)) is not None)
    return sorted(hits, key=lambda hit: hit.order(today))


def _hit(number: int, text: IndexedText, terms: Sequence[Term]) -> SearchHit | None:
    wanted = [term for term in terms if not term.excluded]
    counts = [0] * len(text.passages)
    tier = _AT_TOP
    folded = [fold(passage.text) for passage in text.passages]
    for term in terms:
        found = [
            index
            for index, passage in enumerate(text.passages)
            if _occurs(term, folded[index], passage, text.years)
        ]
        best = min((text.passages[index].kind.tier for index in found), default=TIERS)
        if not term.quoted:
            best = min(best, _tier_by_sound(term, text))
        if (best < TIERS) is term.excluded:
            return None
        if not term.excluded:
            tier = max(tier, best)
            for index in found:
                counts[index] += 1
    telling = [index for index, count in enumerate(counts) if count and index]
    telling.sort(key=lambda index: (-counts[index], *_telling(text.passages[index].kind), index))
    scattered = len(wanted) > 1 and max(counts) < len(wanted)
    return SearchHit(number, text, tier, scattered, tuple(text.passages[index] for index in telling))


def _telling(kind: PassageKind) -> tuple[bool, int]:
    """Sorts passages by how much a reader learns from them: tags and facts say least."""
    return (kind in (PassageKind.TAG, PassageKind.FACT), kind.tier)


def _occurs(term: Term, folded: str, passage: Passage, years: Mapping[int, int]) -> bool:
    if spots_of(term, folded):
        return True
    if term.date is None:
        return False
    labels = keys_in(fold(passage.label), years.get) if passage.kind is PassageKind.ACTIVITY else ()
    return term.date.key in (*keys_in(folded, years.get), *labels)


def _tier_by_sound(term: Term, text: IndexedText) -> int:
    if sounds_like(term.text, pinyin_of(text.title)):
        return _AT_TOP
    return PassageKind.FACT.tier if sounds_like(term.text, pinyin_of(text.unit)) else TIERS


def spots_of(term: Term, folded: str) -> list[tuple[int, int]]:
    """Where `term` stands in a folded passage, as start and end: a date wherever it is written, in whatever way."""
    if term.date is not None:
        return [(mention.start, mention.end) for mention in mentions_in(folded) if _same(term.date, mention)]
    spots = _phrases(term.text, folded) if term.quoted else _plain(term.text, folded)
    return [spot for spot in spots if not _cuts_number(term.text, folded, spot[0])]


def _cuts_number(wanted: str, folded: str, start: int) -> bool:
    """Whether what was found begins within a number: 5日 in 15日."""
    return wanted[:1] in _DIGITS and folded[start - 1 : start] in _DIGITS


def _same(asked: DateMention, written: DateMention) -> bool:
    return (
        asked.month == written.month
        and (asked.day is None or asked.day == written.day)
        and (asked.year is None or asked.year == written.year)
    )


def _plain(wanted: str, folded: str) -> list[tuple[int, int]]:
    spots, start = [], folded.find(wanted)
    while start >= 0:
        spots.append((start, start + len(wanted)))
        start = folded.find(wanted, start + len(wanted))
    return spots


def _phrases(phrase: str, folded: str) -> list[tuple[int, int]]:
    """Where `phrase` stands, over whatever punctuation; where it has some itself, the text must have some too."""
    places = [found.start() for found in _WORD.finditer(folded)]
    letters = "".join(folded[place] for place in places)
    own = [found.start() for found in _WORD.finditer(phrase)]
    wanted = "".join(phrase[place] for place in own)
    spots, start = [], letters.find(wanted)
    while start >= 0:
        held = places[start : start + len(wanted)]
        if all(
            held[index + 1] - held[index] > 1 or own[index + 1] - own[index] == 1
            for index in range(len(wanted) - 1)
        ):
            spots.append((held[0], held[-1] + 1))
        start = letters.find(wanted, start + 1)
    return spots
