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
from noticeboard.search.known_contents import KEYS, as_json, contents_of, pairs
from noticeboard.search.passages import TIERS, Passage, PassageKind
from noticeboard.search.pinyin import pinyin_of
from noticeboard.search.stores import Store, stores_of
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

    postings: Mapping[str, str]
    """Gram → numbers of the texts that have it, counted within the block, times TIERS plus the best tier; encoded."""
    pinyin: Sequence[str]
    """Of each text's title."""
    stores: Sequence[Store] = ()
    """The texts in whole, with numbers counted within the block; none where others keep them."""


@dataclass(frozen=True, slots=True)
class _Text:
    """All of a text that the index is made of."""

    content: str
    """A SHA-256 of the rest, in hexadecimal."""
    address: str
    passages: Sequence[Passage]
    years: Mapping[int, int]

    @property
    def title(self) -> str:
        return self.passages[0].text


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
    contents = contents_of(texts, cache / KEYS, code)
    digests = [contents[start : start + SIZE] for start in range(0, len(texts), SIZE)]
    # After an edit that is all but one of them: processes to share that would take longer, and their texts need not be read.
    known = [_read(place, named, code) for place, named in zip(places, digests, strict=True)]
    others = [
        _begun(place, named, share, code)
        for place, named, share, block in zip(places, digests, shares, known, strict=True)
        if block is None
    ]
    made = iter(parallel_map(lambda begun: _brought_up(begun, code), others, weight=SIZE))
    blocks = [block or next(made) for block in known]
    with suppress(OSError):
        for place in set(cache.iterdir()) - {*places, *map(_texts_beside, places)}:
            # Whatever else somebody laid here is not ours to remove.
            if _OURS.fullmatch(place.name):
                place.unlink()
    return blocks


def block_of(texts: Sequence[IndexedText]) -> IndexBlock:
    """At most SIZE texts, cut and encoded."""
    return _made([_Text("", text.address, text.passages, text.years) for text in texts])


def _made(texts: Sequence[_Text]) -> IndexBlock:
    found: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for value, grams in enumerate(grams_of(text.passages, text.years), number * TIERS):
            # Millions of times: the loop itself must not be Python's.
            deque(map(list.append, map(found.__getitem__, grams), repeat(value)), maxlen=0)
    postings = {gram: _NUMERALS.rising(values) for gram, values in found.items() if is_gram(gram)}
    return IndexBlock(postings, [pinyin_of(text.title) for text in texts], _stores_of(texts))


def _stores_of(texts: Sequence[_Text]) -> list[Store]:
    return stores_of((text.address, text.passages) for text in texts)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A block that is to be made, and what is kept of the one before it."""

    place: Path
    kept: IndexBlock | None
    before: Sequence[_Text]
    after: Sequence[_Text]


def _begun(place: Path, contents: Sequence[str], texts: Sequence[IndexedText], code: str) -> _Begun:
    """Reads what of `texts` is not known from the block kept at `place`."""
    kept, before = _load(place, code)
    known = {text.content: text for text in before}
    after = [
        known.get(content) or _Text(content, text.address, (*text.passages,), text.years)
        for content, text in zip(contents, texts, strict=True)
    ]
    return _Begun(place, kept, before, after)


def _brought_up(begun: _Begun, code: str) -> IndexBlock:
    """The block that is to be made, from the kept one as far as that serves; it is kept there in its turn."""
    changes = _changes(begun.before, begun.after)
    is_new = sum(change.is_edit for change in changes) > _MOST_EDITED
    block = _made(begun.after) if begun.kept is None or is_new else _edited(begun.kept, changes, begun.after)
    _keep(begun.place, block, begun.after, code)
    return block


@dataclass(frozen=True, slots=True)
class _Change:
    """What became of one text of a block."""

    old: int | None
    """Its number before; None for one that has come."""
    new: int | None
    """Its number now; None for one that has gone."""
    before: _Text | None
    after: _Text | None

    @property
    def is_edit(self) -> bool:
        return self.before is None or self.after is None or self.before.content != self.after.content


def _changes(before: Sequence[_Text], after: Sequence[_Text]) -> list[_Change]:
    """What became of each text, all in the order of both."""
    matcher = SequenceMatcher(
        None, [text.content for text in before], [text.content for text in after], autojunk=False
    )
    numbers = (
        pair
        for _, first, end, new_first, new_end in matcher.get_opcodes()
        for pair in zip_longest(range(first, end), range(new_first, new_end))
    )
    return [
        _Change(old, new, None if old is None else before[old], None if new is None else after[new])
        for old, new in numbers
    ]


def _edited(block: IndexBlock, changes: Sequence[_Change], texts: Sequence[_Text]) -> IndexBlock:
    """The block after `changes` to its texts."""
    postings = dict(block.postings)
    if any(change.old != change.new for change in changes):
        postings = _moved(postings, changes)
    _put(postings, (change for change in changes if change.new is not None and change.is_edit))
    pinyin = [_pinyin(block, change) for change in changes if change.after]
    return IndexBlock(postings, pinyin, _stores_of(texts))


def _pinyin(block: IndexBlock, change: _Change) -> str:
    assert change.after, "a text that has gone has no title"
    if change.before and change.old is not None and change.before.title == change.after.title:
        return block.pinyin[change.old]
    return pinyin_of(change.after.title)


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


def _cut(text: _Text | None) -> list[set[str]]:
    return grams_of(text.passages, text.years) if text else [set()] * TIERS


def _read(place: Path, contents: Sequence[str], code: str) -> IndexBlock | None:
    """The block kept at `place` where it is that of the texts with these `contents`, made by the same `code`."""
    try:
        content = unsealed(read_kept(place), _name(code, contents))
    except OSError:
        return None
    return None if content is None else IndexBlock(**json.loads(content))


def _load(place: Path, code: str) -> tuple[IndexBlock | None, list[_Text]]:
    """The block kept at `place` by the same `code`, and its texts; None and none where a byte of the two is not as it was written."""
    with suppress(OSError):
        content = unsealed(read_kept(_texts_beside(place)), _name(code, ()))
        if content is not None:
            texts = [*map(_restored, json.loads(content))]
            block = _read(place, [text.content for text in texts], code)
            return block, texts if block else []
    return None, []


def _restored(kept: Sequence[Any]) -> _Text:
    content, address, passages, years = kept
    return _Text(
        content, address, [Passage(PassageKind(kind), *rest) for kind, *rest in passages], dict(years)
    )


def _keep(place: Path, block: IndexBlock, texts: Iterable[_Text], code: str) -> None:
    """Keeps the block; a folder that cannot be written to is no fault."""
    about = [(text.content, text.address, text.passages, pairs(text.years)) for text in texts]
    with suppress(OSError):
        replace_file(_texts_beside(place), sealed(as_json(about), _name(code, ())), durable=False)
        kept = as_json({"postings": block.postings, "pinyin": block.pinyin, "stores": block.stores})
        replace_file(place, sealed(kept, _name(code, [content for content, *_ in about])), durable=False)


def _name(code: str, contents: Sequence[str]) -> str:
    """What a block is sealed under: the code that made it, and the texts that it was made from; what is kept beside it, under the code."""
    return f"{code} {hashlib.sha256(' '.join(contents).encode()).hexdigest()}"


def _texts_beside(place: Path) -> Path:
    return place.with_suffix(".texts")
