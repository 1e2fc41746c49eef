"""ASCII names for addresses and anchors, made from Chinese ones (SPECIFICATION section 5)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from noticeboard.pinyin import syllables_of

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=8192)
def slug_of(text: str) -> str:
    """`text` as lower-case ASCII words joined by hyphens, 汉字 as pinyin: 工会计划2026 → gong-hui-ji-hua-2026.

    Empty when nothing of the text can be said in ASCII (`———`, emoji only).
    """
    folded = unicodedata.normalize("NFKC", text)
    if folded.isascii():
        return _NOT_SLUG.sub("-", folded.lower()).strip("-")
    syllables = syllables_of(folded, others=lambda run: [run])
    plain = unicodedata.normalize("NFKD", "-".join(syllables)).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain.lower()).strip("-")
