"""Pinyin, by a library's dictionaries, which are loaded when the first text needs them.

They take longer to load than all else that a check of the board loads, and a board whose names are ASCII needs none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import ModuleType


def syllables_of(text: str, others: Callable[[str], list[str]]) -> list[str]:
    """The syllable of each 汉字 of `text`, without tones, ü as v; what `others` makes of each run of other signs."""
    library = _library()
    return library.lazy_pinyin(text, style=library.Style.NORMAL, errors=others, v_to_u=False)


@cache
def _library() -> ModuleType:
    return import_module("pypinyin")
