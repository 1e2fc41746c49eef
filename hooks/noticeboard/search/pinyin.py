"""Pinyin of titles and units: `jdh` and `jiaodaihui` find 教代会."""

from __future__ import annotations

import re
from functools import lru_cache

from noticeboard.pinyin import syllables_of
from noticeboard.search.folding import SEPARATORS, fold

_GAP = re.compile(f"[{SEPARATORS}]+")
_TYPED = re.compile("[a-z]{2,}")


@lru_cache(maxsize=8192)
def pinyin_of(title: str) -> str:
    """The syllables of `title`, separated by spaces: 2026年教代会 → `2 0 2 6 nian jiao dai hui`."""
    return " ".join(syllables_of(_GAP.sub("", fold(title)), others=list))


def sounds_like(term: str, pinyin: str) -> bool:
    """Whether a folded `term` of letters is pinyin initials in a row of `pinyin`, or its syllables from the start of one."""
    if not _TYPED.fullmatch(term):
        return False
    syllables = pinyin.split(" ")
    if term in "".join(syllable[:1] for syllable in syllables):
        return True
    whole = "".join(syllables)
    start = 0
    for syllable in syllables:
        if whole.startswith(term, start):
            return True
        start += len(syllable)
    return False
