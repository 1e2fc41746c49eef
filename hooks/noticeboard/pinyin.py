"""Pinyin. The library's dictionaries take longer to load than all else of a check: ASCII names need none, and what was said before is kept.

With it kept, `board check` of 1,000 documents after one edit takes 0.85 of the processor time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from noticeboard.cache import Cache, code_state
from noticeboard.lazy import lazily

if TYPE_CHECKING:
    import pypinyin
else:
    pypinyin = lazily("pypinyin")


_WORDS = re.compile("(分工会|教职工|职工|员工)")
"""Words that a dictionary of phrases takes apart where others begin inside them: 分工|会计|划, 职|工长|跑."""


_TABLE = "pinyin"
_OTHER = "\0"
"""Before a run of other signs, among syllables."""
_known: dict[str, list[str]] = {}
_new: dict[str, list[str]] = {}
"""What the library has said since somebody else was told."""
_MOST = 50_000
"""Texts that are kept: those that were new last. A board of 130 documents has 650."""


def recall(cache: Cache) -> None:
    """Takes over what the same code and library said before."""
    _known.update(_kept(cache))


def keep(cache: Cache) -> None:
    """Keeps what was said in this process, where some of it is new."""
    kept = _kept(cache) if _new else {}
    if not _new.keys() <= kept.keys():
        # A list, since the cache sorts keys: what is oldest goes first.
        cache.write(_TABLE, code_state(), {"said": [*(kept | _new).items()][-_MOST:]})


def taught() -> Mapping[str, list[str]]:
    """What the library has said in this process since this was asked last, for the process that it works for."""
    said = {**_new}
    _new.clear()
    return said


def learn(said: Mapping[str, list[str]]) -> None:
    """Takes over what another process was `taught`."""
    _known.update(said)
    _new.update(said)


def syllables_of(text: str, others: Callable[[str], list[str]]) -> list[str]:
    """The syllable of each 汉字 of `text`, without tones, ü as v; what `others` makes of each run of other signs."""
    said = _known.get(text)
    if said is None:
        said = pypinyin.lazy_pinyin(text, errors=_as_other, v_to_u=False)
        _known[text] = _new[text] = said
    return [
        syllable
        for piece in said
        for syllable in (others(piece[len(_OTHER) :]) if piece.startswith(_OTHER) else [piece])
    ]


def _as_other(run: str) -> str:
    return _OTHER + run


def _kept(cache: Cache) -> dict[str, list[str]]:
    return dict(cache.read(_TABLE, code_state()).get("said", ()))


def syllables_by_words(text: str, others: Callable[[str], list[str]]) -> list[str]:
    """The same, each of the words of a union for itself."""
    return [syllable for part in _WORDS.split(text) if part for syllable in syllables_of(part, others)]
