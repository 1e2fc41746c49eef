"""ASCII names for addresses and anchors, made from Chinese ones (SPECIFICATION section 5)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from noticeboard.pinyin import syllables_by_words, syllables_of

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SLUG = re.compile(r"[a-z0-9-]*")
_MOST = 20_000
"""Slugs that are known: titles, tags, names of files and headings of a large board."""
_known: dict[str, str] = {}
"""How it is said and text → slug, of all that is not ASCII."""


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
    key = f"{say.__name__} {folded}"
    if key in _known:
        return _known[key]
    syllables = say(folded, lambda run: [run])
    plain = unicodedata.normalize("NFKD", "-".join(syllables)).encode("ascii", "ignore").decode()
    slug = _NOT_SLUG.sub("-", plain.lower()).strip("-")
    if len(_known) < _MOST:
        _known[key] = slug
    return slug


def known_slugs() -> Mapping[str, str]:
    """All slugs that are known, to be kept for another process.

    That need not load the dictionaries of pinyin then: 0.25 of the 1.7 s of `board check` after one edit of 1,000 documents.
    """
    return dict(_known)


def know_slugs(kept: Mapping[str, object]) -> None:
    """Takes over what `known_slugs` of the same code gave; what cannot be a slug is left out."""
    for key, slug in kept.items():
        if isinstance(slug, str) and _SLUG.fullmatch(slug) and len(_known) < _MOST:
            _known.setdefault(key, slug)
