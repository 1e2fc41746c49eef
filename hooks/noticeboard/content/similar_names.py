"""What somebody meant who typed a word that is not known."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

from noticeboard.slugs import slug_of

_LEAST_LIKE = 0.5


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be: the homophone, else the one that shares most signs."""
    words = list(known)
    if found := homophone(word, words):
        return found
    folded = {_folded(other): other for other in words}
    like = difflib.get_close_matches(_folded(word), folded, 1, _LEAST_LIKE)
    return folded[like[0]] if like else None


def homophone(word: str, known: Iterable[str]) -> str | None:
    """The known word of the same sound: who types pinyin picks wrong signs, not wrong sounds.

    Capitals, widths and traditional characters sound the same.
    """
    sound = slug_of(word)
    return next((other for other in known if sound and slug_of(other) == sound), None)


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()
