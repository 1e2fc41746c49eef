"""Blocks of the index: a few hundred texts in a row, cut and encoded together, and kept for the next build.

A kept block takes in what was edited since: of one text in it only what that text says now and did not say, or says no more. Where texts have come or
gone, those behind them move by as many numbers, and are not cut again: a new file moves all that stand behind it, in
each block. That takes half of the time of a new block.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import repeat, zip_longest
from pathlib import Path
from typing import Any

from noticeboard.atomic import replace_file
from noticeboard.cache import code_state, read_kept, sealed, unsealed
from noticeboard.parallel import parallel_map
from noticeboard.search.compact_numbers import Numerals
from noticeboard.search.grams import grams_of, is_gram
from noticeboard.search.passages import TIERS, Passage, PassageKind
from noticeboard.search.pinyin import pinyin_of
from noticeboard.search.texts import IndexedText

SIZE = 256
"""Texts in a block. Few enough to be done soon, many enough to be worth a process."""

CACHE = "search"
"""The folder of .cache/ that keeps blocks from one build to the next. It may be deleted at any time."""

_PACKAGE = "search"
_MOST_EDITED = SIZE // 8
"""Texts; where more were edited, the block is sooner made anew."""
_NUMERALS = Numerals(SIZE * TIERS)
_OURS = re.compile(r"\d+\.(?:json|texts|part)", re.ASCII)
"""The names of blocks, and of parts of them that earlier versions left."""


@dataclass(frozen=True, slots=True)
class IndexBlock:
    """What the index says of up to SIZE texts."""

    postings: dict[str, str]
    """Gram → numbers of the texts that have it, counted within the block, times TIERS plus the best tier; encoded."""
    pinyin: list[str]
    """Of each text's title."""


Essence = list[list[Any]]
"""All of a text that its grams are cut from, as JSON keeps it: the kind, text and label of each passage, then its years."""


def blocks_of(texts: Sequence[IndexedText], cache: Path | None = None) -> list[IndexBlock]:
    """The blocks of `texts`, in order.

    `cache` is a folder for blocks from the last build; it may be deleted at any time.
    """
    shares = [texts[start : start + SIZE] for start in range(0, len(texts), SIZE)]
    if cache is None:
        return parallel_map(block_of, shares, weight=SIZE)
    code = code_state(_PACKAGE)
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
    places = [cache / f"{number}.json" for number in range(len(shares))]
    items = list(zip(places, shares, strict=True))
    # After an edit that is all but one of them: processes to share that would take longer.
    known = [_unchanged(place, share, code) for place, share in items]
    others = [item for item, block in zip(items, known, strict=True) if block is None]
    made = iter(parallel_map(lambda item: _brought_up(*item, code), others, weight=SIZE))
    blocks = [block or next(made) for block in known]
    with suppress(OSError):
        for place in set(cache.iterdir()) - {*places, *map(_texts_beside, places)}:
            # Whatever else somebody laid here is not ours to remove.
            if _OURS.fullmatch(place.name):
                place.unlink()
    return blocks


def block_of(texts: Sequence[IndexedText]) -> IndexBlock:
    """At most SIZE texts, cut and encoded."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for value, grams in enumerate(grams_of(text.passages, text.years), number * TIERS):
            # Millions of times: the loop itself must not be Python's.
            deque(map(list.append, map(found.__getitem__, grams), repeat(value)), maxlen=0)
    postings = {gram: _NUMERALS.rising(values) for gram, values in found.items() if is_gram(gram)}
    return IndexBlock(postings, [pinyin_of(text.title) for text in texts])


def _unchanged(place: Path, texts: Sequence[IndexedText], code: str) -> IndexBlock | None:
    """The block kept at `place` where it is that of `texts`."""
    try:
        kept = read_kept(place)
    except OSError:
        return None
    content = unsealed(kept, _name(code, _json([_essence(text) for text in texts])))
    return None if content is None else IndexBlock(**json.loads(content))


def _brought_up(place: Path, texts: Sequence[IndexedText], code: str) -> IndexBlock:
    """The block of `texts`, from the one kept at `place` as far as that serves; it is kept there in its turn."""
    essences = [_essence(text) for text in texts]
    kept, before = _load(place, code)
    changes = _changes(before, essences)
    edited = sum(change.is_edit for change in changes)
    block = block_of(texts) if kept is None or edited > _MOST_EDITED else _edited(kept, changes, texts)
    _keep(place, block, essences, code)
    return block


@dataclass(frozen=True, slots=True)
class _Change:
    """What became of one text of a block."""

    old: int | None
    """Its number before; None for one that has come."""
    new: int | None
    """Its number now; None for one that has gone."""
    before: Essence
    after: Essence

    @property
    def is_edit(self) -> bool:
        return self.before != self.after


def _changes(before: Sequence[Essence], after: Sequence[Essence]) -> list[_Change]:
    """What became of each text, all in the order of both."""
    matcher = SequenceMatcher(None, [*map(_json, before)], [*map(_json, after)], autojunk=False)
    numbers = (
        pair
        for _, first, end, new_first, new_end in matcher.get_opcodes()
        for pair in zip_longest(range(first, end), range(new_first, new_end))
    )
    return [
        _Change(old, new, [] if old is None else before[old], [] if new is None else after[new])
        for old, new in numbers
    ]


def _edited(block: IndexBlock, changes: Sequence[_Change], texts: Sequence[IndexedText]) -> IndexBlock:
    """The block after `changes` to its texts."""
    postings = dict(block.postings)
    if any(change.old != change.new for change in changes):
        postings = _moved(postings, changes)
    _put(postings, (change for change in changes if change.new is not None and change.is_edit))
    pinyin = [
        pinyin_of(texts[it.new].title) if it.old is None or it.is_edit else block.pinyin[it.old]
        for it in changes
        if it.new is not None
    ]
    return IndexBlock(postings, pinyin)


def _moved(postings: Mapping[str, str], changes: Iterable[_Change]) -> dict[str, str]:
    """The postings with the numbers that texts have now; those of texts that have gone are left out."""
    numbers = {change.old: change.new for change in changes if change.new is not None}
    new = [
        value + (numbers[old] - old) * TIERS if (old := value // TIERS) in numbers else -1
        for value in range(SIZE * TIERS)
    ]
    kept = {
        gram: [value for value in map(new.__getitem__, _NUMERALS.read(values)) if value >= 0]
        for gram, values in postings.items()
    }
    return {gram: _NUMERALS.rising(values) for gram, values in kept.items() if values}


def _put(postings: dict[str, str], changes: Iterable[_Change]) -> None:
    """Takes into `postings` what some texts, none of which has gone, say now and did not say, or say no more."""
    gone: dict[str, set[int]] = defaultdict(set)
    come: dict[str, set[int]] = defaultdict(set)
    for change in changes:
        assert change.new is not None, "a text that has gone has no number"
        pairs = zip(_cut(change.before), _cut(change.after), strict=True)
        for value, (old, new) in enumerate(pairs, change.new * TIERS):
            for gram in old - new:
                gone[gram].add(value)
            for gram in new - old:
                come[gram].add(value)
    for gram in filter(is_gram, gone.keys() | come.keys()):
        values = {*_NUMERALS.read(postings.pop(gram, ""))} - gone.get(gram, set()) | come.get(gram, set())
        if values:
            postings[gram] = _NUMERALS.rising(sorted(values))


def _essence(text: IndexedText) -> Essence:
    passages = [[passage.kind.value, passage.text, passage.label] for passage in text.passages]
    return [passages, sorted(map(list, text.years.items()))]


def _cut(essence: Essence) -> list[set[str]]:
    if not essence:
        return [set()] * TIERS
    passages, years = essence
    return grams_of(
        (Passage(PassageKind(kind), "", text, label) for kind, text, label in passages), dict(years)
    )


def _load(place: Path, code: str) -> tuple[IndexBlock | None, list[Essence]]:
    """The block kept at `place` by the same `code`, and its texts; None and none where a byte of the two is not as it was written."""
    with suppress(OSError):
        texts = read_kept(_texts_beside(place))
        kept = unsealed(read_kept(place), _name(code, texts))
        if kept is not None:
            return IndexBlock(**json.loads(kept)), json.loads(texts)
    return None, []


def _keep(place: Path, block: IndexBlock, essences: Iterable[Essence], code: str) -> None:
    """Keeps the block; a folder that cannot be written to is no fault."""
    texts = _json(essences)
    with suppress(OSError):
        replace_file(_texts_beside(place), texts, durable=False)
        kept = _json({"postings": block.postings, "pinyin": block.pinyin})
        replace_file(place, sealed(kept, _name(code, texts)), durable=False)


def _name(code: str, texts: bytes) -> str:
    """What a block is sealed under: the code that made it, and the texts that it was made from, which are kept beside it."""
    return f"{code} {hashlib.sha256(texts).hexdigest()}"


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _texts_beside(place: Path) -> Path:
    return place.with_suffix(".texts")
