"""What somebody meant who typed a word that is not known."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

from noticeboard.slugs import slug_of

_LEAST_LIKE = 0.5


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be; None when it is like none.

    First one of the same sound: who types pinyin picks wrong signs, not wrong sounds. This finds capitals, widths and
    traditional characters as well. Else the one that shares most of its signs.
    """
    words = list(known)
    sound = slug_of(word)
    if sound:
        for other in words:
            if slug_of(other) == sound:
                return other
    folded = {_folded(other): other for other in words}
    like = difflib.get_close_matches(_folded(word), folded, 1, _LEAST_LIKE)
    return folded[like[0]] if like else None


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()
