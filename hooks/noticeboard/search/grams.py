"""Cutting texts into grams: one, two and three characters in a row. The index and every query cut alike.

No dictionary and no segmentation: what stands in a row is found, whatever words it crosses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from operator import add

from noticeboard.search.dates import keys_in
from noticeboard.search.folding import SEPARATORS, fold
from noticeboard.search.passages import TIERS, Kind
from noticeboard.search.texts import Text

_GAP = re.compile(f"[{SEPARATORS}]+")
_BRIDGE = re.compile(rf"([^{SEPARATORS}])(?:(?!\n)[{SEPARATORS}])+(?=([^{SEPARATORS}]))")


def grams_of(text: Text) -> list[set[str]]:
    """Everything that `text` is found by, for each tier without what a better tier has.

    Characters one by one, two and three in a row without a separator between; `会 听` for two that separators part within a
    passage (`大会，听取`); the keys of dates.
    """
    tiers: list[list[str]] = [[] for _ in range(TIERS)]
    keys: list[set[str]] = [set() for _ in range(TIERS)]
    for passage in text.passages:
        folded = fold(passage.text)
        tiers[passage.kind.tier].append(folded)
        keys[passage.kind.tier].update(keys_in(folded, text.years.get))
        if passage.label and passage.kind is Kind.ACTIVITY:
            keys[passage.kind.tier].update(keys_in(fold(passage.label), text.years.get))
    found: list[set[str]] = []
    for tier, lines in enumerate(tiers):
        grams = set(chain(_cut("\n".join(lines)), keys[tier])).difference(*found)
        found.append(grams)
    return found


def _cut(folded: str) -> Iterator[str]:
    """The grams of folded lines, with some across their ends, which hold a line break."""
    runs = _GAP.sub("\n", folded)
    pairs = list(map(add, runs, runs[1:]))
    bridges = map(" ".join, _BRIDGE.findall(folded))
    return chain(runs, pairs, map(add, pairs, runs[2:]), bridges)
