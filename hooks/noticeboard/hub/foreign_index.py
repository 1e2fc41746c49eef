"""The search index of another board, read as data and never run: its texts, and where each gram stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import Any

from noticeboard.hub.board_list import BadInput
from noticeboard.hub.foreign import Published
from noticeboard.search import dates
from noticeboard.search.compact_numbers import LAST, OTHER, Numerals
from noticeboard.search.folding import SEPARATORS
from noticeboard.search.index import BLOCK_MARK, VERSION
from noticeboard.search.passages import TIERS, Passage, PassageKind

_KINDS = {kind.value: kind for kind in PassageKind}
_LONGEST = 200_000
"""Characters of a passage."""
_LONGEST_GRAM = 16
"""Characters: three of a text, or the key of a date."""
_MOST_TEXTS = 200_000
_SHAPES = (TypeError, ValueError, KeyError, IndexError, AttributeError)
"""What reading data of another shape raises."""


@dataclass(frozen=True, slots=True)
class Head:
    """search/index.js of a board."""

    end: str
    """What links to pages end with: nothing, or index.html."""
    version: str
    """Of this file; boards of earlier versions of the program have the same in all files of one publication."""
    is_ours: bool
    """Whether it was cut the way this program cuts, so that its grams are those that this program would find."""
    data: dict[str, Any]


def read_head(site: Published) -> Head | None:
    """The head of a board's index; None where the board has no search. Raises BadInput and OSError."""
    found = site.script("index")
    if found is None:
        return None
    version, data = found
    if not isinstance(data, dict) or data.get("end") not in ("", "index.html"):
        raise BadInput("search/index.js 不是搜索的索引")
    ours = {"tiers": TIERS, "signs": [LAST, OTHER], "separators": SEPARATORS, "dates": dates.PATTERN}
    is_ours = all(data.get(key) == value for key, value in ours.items())
    return Head(data["end"], version, is_ours, data)


def read_texts(site: Published, head: Head) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """The address of each text of a board's index, and its passages. Raises BadInput and OSError."""
    for number, (version, store) in enumerate(site.stores()):
        _ensure_same(version, head, "t", number)
        try:
            yield from (
                (_string(address), tuple(map(_passage, said))) for address, *said in map(_list, _list(store))
            )
        except _SHAPES as error:
            raise BadInput(f"search/t/{number}.js 不是搜索的索引") from error


def read_grams(site: Published, head: Head, count: int) -> Iterator[tuple[str, list[int]]]:
    """Each gram of a board's index of `count` texts: the numbers of those that have it, times TIERS plus the tier.

    Raises BadInput and OSError. Numbers are below `count` times TIERS, in whatever order the board has them.
    """
    files, unit = head.data.get("shards"), head.data.get("block")
    if not isinstance(files, list) or type(unit) is not int or not 0 < unit <= _MOST_TEXTS:
        raise BadInput("search/index.js 不是搜索的索引")
    if head.data.get("count") != count or count > _MOST_TEXTS:
        raise BadInput("search/index.js 和搜索的文字对不上，可能没有传完")
    numerals = Numerals(count * TIERS)
    for number in range(len(files)):
        found = site.script(f"g/{number}")
        if found is None:
            raise BadInput(f"没有 search/g/{number}.js，可能没有传完")
        _ensure_same(found[0], head, "g", number)
        try:
            yield from (
                (_gram(gram), _numbers(_string(written), numerals, unit, count))
                for gram, written in found[1].items()
            )
        except _SHAPES as error:
            raise BadInput(f"search/g/{number}.js 不是搜索的索引") from error


def _numbers(written: str, numerals: Numerals, unit: int, count: int) -> list[int]:
    numbers: list[int] = []
    for place, part in enumerate(written.split(BLOCK_MARK)):
        distances = numerals.distances(part)
        if place:
            # The first numeral of a later block is its own number: what it begins with.
            distances[0] *= unit * TIERS
        numbers += islice(accumulate(distances), 1 if place else 0, None)
        if numbers and numbers[-1] >= count * TIERS:
            raise ValueError("no such text")
    return numbers


def _ensure_same(version: str, head: Head, kind: str, number: int) -> None:
    """Raises BadInput where a file of another publication lies beside the head."""
    versions = head.data.get("versions", {})
    named = versions.get(kind) if isinstance(versions, dict) else None
    start = number * VERSION
    wanted = named[start : start + VERSION] if isinstance(named, str) else head.version
    if version != wanted:
        raise BadInput("搜索的索引有新有旧，网站可能正在更新。请等它更新完再汇总")


def _passage(stored: Any) -> Passage:
    head, text, *label = map(_string, stored)
    return Passage(_KINDS[head[0]], _anchor(head[1:]) if len(head) > 1 else "", text, "".join(label[:1]))


def _gram(value: str) -> str:
    if not value or len(value) > _LONGEST_GRAM:
        raise ValueError("no gram")
    return _string(value)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value


def _string(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise TypeError("no text")
    return value


def _anchor(value: str) -> str:
    if value and not value.replace("-", "").replace("_", "").isalnum():
        raise ValueError("no anchor")
    return value
