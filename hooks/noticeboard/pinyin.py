"""Pinyin. The library's dictionaries take longer to load than all else of a check, and ASCII names need none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from noticeboard.lazy import lazily

if TYPE_CHECKING:
    import pypinyin
else:
    pypinyin = lazily("pypinyin")


def syllables_of(text: str, others: Callable[[str], list[str]]) -> list[str]:
    """The syllable of each 汉字 of `text`, without tones, ü as v; what `others` makes of each run of other signs."""
    return pypinyin.lazy_pinyin(text, errors=others, v_to_u=False)  # type: ignore[arg-type]  # Lists are fine.
