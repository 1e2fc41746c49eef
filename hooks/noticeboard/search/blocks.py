"""Blocks of the index: a few hundred texts in a row, cut and encoded together, and kept for the next build."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from noticeboard.cache import code_state
from noticeboard.search.grams import grams_of, is_gram
from noticeboard.search.numerals import Numerals
from noticeboard.search.passages import TIERS
from noticeboard.search.pinyin import pinyin_of
from noticeboard.search.texts import Text
from noticeboard.spread import spread

SIZE = 256
"""Texts in a block. Few enough that an edited document's block is soon done, many enough to be worth a process."""

CACHE = ".cache/search"
"""Below the repository root: blocks kept from one build to the next. It may be deleted at any time."""

_PACKAGE = "search"
_NUMERALS = Numerals(SIZE * TIERS)


@dataclass(frozen=True, slots=True)
class Block:
    """What the index says of up to SIZE texts."""

    postings: dict[str, str]
    """Gram → numbers of the texts that have it, counted within the block, times TIERS plus the best tier; encoded."""
    pinyin: list[str]
    """Of each text's title."""


def blocks_of(texts: Sequence[Text], cache: Path | None = None) -> list[Block]:
    """The blocks of `texts`, in order.

    `cache` is a folder for blocks that have not changed since the last build; it may be deleted at any time.
    """
    shares = [texts[start : start + SIZE] for start in range(0, len(texts), SIZE)]
    if cache is None:
        return spread(block_of, shares, weight=SIZE)
    names = _names(shares)
    known = {name: block for name in names if (block := _load(cache / name)) is not None}
    changed = [(name, share) for name, share in zip(names, shares, strict=True) if name not in known]
    made = dict(
        zip(
            (name for name, _ in changed),
            spread(block_of, [share for _, share in changed], weight=SIZE),
            strict=True,
        )
    )
    _keep(cache, made, names)
    return [known.get(name) or made[name] for name in names]


def block_of(texts: Sequence[Text]) -> Block:
    """At most SIZE texts, cut and encoded."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for value, grams in enumerate(grams_of(text), number * TIERS):
            # Millions of times: the loop itself must not be Python's.
            deque(map(list.append, map(found.__getitem__, grams), repeat(value)), maxlen=0)
    postings = {gram: _NUMERALS.rising(values) for gram, values in found.items() if is_gram(gram)}
    return Block(postings, [pinyin_of(text.title) for text in texts])


def _names(shares: Iterable[Sequence[Text]]) -> list[str]:
    """What each share is kept as: a hash of all that its block is made from, our own code included."""
    code = hashlib.sha256(code_state(_PACKAGE).encode())
    names = []
    for share in shares:
        digest = code.copy()
        digest.update(repr(share).encode("utf-8", "surrogatepass"))
        names.append(f"{digest.hexdigest()}.json")
    return names


def _load(place: Path) -> Block | None:
    """The block kept at `place`; None where there is none, or only part of one."""
    with suppress(OSError, ValueError, TypeError):
        return Block(**json.loads(place.read_bytes()))
    return None


def _keep(cache: Path, made: dict[str, Block], names: Sequence[str]) -> None:
    """Keeps the new blocks and no others than those of this build; a folder that cannot be written to is no fault."""
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        for name, block in made.items():
            part = cache / f"{name}.part"
            text = json.dumps({"postings": block.postings, "pinyin": block.pinyin}, ensure_ascii=False)
            part.write_text(text, encoding="utf-8")
            part.replace(cache / name)
        for place in cache.iterdir():
            if place.name not in names:
                place.unlink()
