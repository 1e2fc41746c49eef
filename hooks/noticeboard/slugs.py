"""ASCII names for addresses and anchors, made from Chinese ones (SPECIFICATION section 5)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from noticeboard.pinyin import syllables_by_words, syllables_of

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=8192)
def slug_of(text: str) -> str:
    """`text` as lower-case ASCII words joined by hyphens, 汉字 as pinyin: 工会计划2026 → gong-hui-ji-hua-2026.

    Empty when nothing of the text can be said in ASCII (`———`, emoji only).
    """
    return _slug(text, syllables_of)


@lru_cache(maxsize=8192)
def slug_by_words(text: str) -> str:
    """The same, with the words of a union told apart first: 分工会计划 → fen-gong-hui-ji-hua, where 会计 would be said kuai-ji."""
    return _slug(text, syllables_by_words)


def _slug(text: str, say: Callable[[str, Callable[[str], list[str]]], list[str]]) -> str:
    folded = unicodedata.normalize("NFKC", text)
    if folded.isascii():
        return _NOT_SLUG.sub("-", folded.lower()).strip("-")
    syllables = say(folded, lambda run: [run])
    plain = unicodedata.normalize("NFKD", "-".join(syllables)).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain.lower()).strip("-")
