"""Cutting texts into grams: one, two and three characters in a row. The index and every query cut alike.

No dictionary and no segmentation: what stands in a row is found, whatever words it crosses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from operator import add

from noticeboard.search.dates import keys_in, may_have_date
from noticeboard.search.folding import SEPARATORS, fold
from noticeboard.search.passages import TIERS, Passage, PassageKind

_GAP = re.compile("[" + SEPARATORS.replace(r"\x00-\x2f", r"\x00-\x09\x0b-\x2f") + "]+")
"""Separators within a passage: all but the line break that ends it here."""


def grams_of(passages: Iterable[Passage], years: Mapping[int, int]) -> list[set[str]]:
    """Everything that a text of `passages` is found by, for each tier without what a better tier has.

    `years` says which year a month means that is written without one.

    Characters one by one, two and three in a row without a separator between; `会 听` for two that separators part within a
    passage (`大会，听取`); the keys of dates. Some more besides, which `is_gram` tells apart when all texts are put together.
    """
    tiers: list[list[str]] = [[] for _ in range(TIERS)]
    days: list[list[str]] = [[] for _ in range(TIERS)]
    for passage in passages:
        tiers[passage.kind.tier].append(passage.text)
        if passage.label and passage.kind is PassageKind.ACTIVITY:
            days[passage.kind.tier].append(passage.label)
    found: list[set[str]] = []
    for lines, labels in zip(tiers, days, strict=True):
        folded = fold("\n".join(lines))
        grams = _cut(_GAP.sub(" ", folded))
        for line in filter(may_have_date, (*folded.split("\n"), *labels)):
            grams.update(keys_in(line, years.get))
        for better in found:
            grams -= better
        found.append(grams)
    return found


def _cut(runs: str) -> set[str]:
    pairs = list(map(add, runs, runs[1:]))
    return {*runs, *pairs, *map(add, pairs, runs[2:])}


def is_gram(cut: str) -> bool:
    """Whether three or fewer characters as they were cut from a text lie within one passage, and begin and end in a word."""
    return "\n" not in cut and cut[0] != " " and cut[-1] != " "
