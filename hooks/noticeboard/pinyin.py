"""Pinyin. The library's dictionaries take longer to load than all else of a check, and ASCII names need none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from noticeboard.lazy import lazily

if TYPE_CHECKING:
    import pypinyin
else:
    pypinyin = lazily("pypinyin")


_WORDS = re.compile("(分工会|教职工|职工|员工)")
"""Words that a dictionary of phrases takes apart where others begin inside them: 分工|会计|划, 职|工长|跑."""


def syllables_of(text: str, others: Callable[[str], list[str]]) -> list[str]:
    """The syllable of each 汉字 of `text`, without tones, ü as v; what `others` makes of each run of other signs."""
    return pypinyin.lazy_pinyin(text, errors=others, v_to_u=False)  # type: ignore[arg-type]  # Lists are fine.


def syllables_by_words(text: str, others: Callable[[str], list[str]]) -> list[str]:
    """The same, each of the words of a union for itself."""
    return [syllable for part in _WORDS.split(text) if part for syllable in syllables_of(part, others)]
