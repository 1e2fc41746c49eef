"""A board's part of the hub's search: what the board's own index says, put in the hub's order instead of being worked out anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from noticeboard.hub.foreign import ForeignBoard, ForeignDocument, Published
from noticeboard.hub.foreign_index import Head, read_grams, read_texts
from noticeboard.search.compact_numbers import Numerals
from noticeboard.search.grams import grams_of, is_gram
from noticeboard.search.index_blocks import SIZE, IndexBlock, block_of
from noticeboard.search.passages import TIERS, Passage, PassageKind
from noticeboard.search.pinyin import pinyin_of
from noticeboard.search.stores import Store, stores_of
from noticeboard.search.texts import IndexedText


@dataclass(frozen=True, slots=True)
class BoardIndex:
    """What the hub's search has of one board; numbers begin at the board's first text."""

    texts: tuple[IndexedText, ...]
    """The oldest first, with no passage but the title: fifty boards' would not fit in a small machine."""
    blocks: tuple[IndexBlock, ...]
    stores: tuple[Store, ...]


_NOWHERE = -1
"""The number of a text that the hub does not take over."""
NOTHING = BoardIndex((), (), ())
"""A board that has not been read yet."""


def index_of(
    data: ForeignBoard, site: Published, head: Head | None, unit: str, link: Callable[[str], str]
) -> BoardIndex:
    """The index of the board's documents, of the `unit` by which the hub calls it. Raises BadInput and OSError.

    Of a document whose text is not published there the title alone is found.
    """
    stored = list(read_texts(site, head)) if head else []
    texts = _texts(data, dict(stored), unit, link)
    blocks: tuple[IndexBlock, ...]
    if head and head.is_ours and _titles_agree(stored, texts):
        blocks = (_merged(texts, [address for address, _ in stored], read_grams(site, head, len(stored))),)
    else:
        shares = (texts[start : start + SIZE] for start in range(0, len(texts), SIZE))
        blocks = tuple(replace(block_of(share), stores=()) for share in shares)
    titles = tuple(replace(text, passages=text.passages[:1]) for text in texts)
    return BoardIndex(titles, blocks, tuple(stores_of((text.address, text.passages) for text in texts)))


def _titles_agree(stored: Iterable[tuple[str, Sequence[Passage]]], texts: Iterable[IndexedText]) -> bool:
    """Whether the index was cut from the titles that board.json has."""
    titles = {address: passages[0].text for address, passages in stored if passages}
    return all(titles.get(text.source, text.title) == text.title for text in texts)


def _merged(
    texts: Sequence[IndexedText], addresses: Sequence[str], grams: Iterable[tuple[str, list[int]]]
) -> IndexBlock:
    """One block of all texts: the board's own `grams`, whose numbers are places in `addresses`, counted anew."""
    numbers = {text.source: number for number, text in enumerate(texts)}
    ours = [numbers.get(address, _NOWHERE) for address in addresses]
    places = [
        _NOWHERE if number == _NOWHERE else number * TIERS + tier for number in ours for tier in range(TIERS)
    ]
    bare: dict[str, list[int]] = defaultdict(list)
    for number in sorted({*range(len(texts))} - {*ours}):
        for value, found in enumerate(grams_of(texts[number].passages, texts[number].years), number * TIERS):
            for gram in filter(is_gram, found):
                bare[gram].append(value)
    numerals = Numerals(len(texts) * TIERS)
    postings = {}
    for gram, values in grams:
        ours_of_gram = {*map(places.__getitem__, values), *bare.pop(gram, ())}
        ours_of_gram.discard(_NOWHERE)
        if ours_of_gram:
            postings[gram] = numerals.rising(sorted(ours_of_gram))
    postings |= {gram: numerals.rising(values) for gram, values in bare.items()}
    return IndexBlock(postings, [pinyin_of(text.title) for text in texts])


def _texts(
    data: ForeignBoard, passages: Mapping[str, Sequence[Passage]], unit: str, link: Callable[[str], str]
) -> tuple[IndexedText, ...]:
    categories = {item.document: item.category for item in data.disclosures}

    def texts() -> Iterator[IndexedText]:
        for document in sorted(data.documents, key=lambda item: (item.date, item.url)):
            title = Passage(PassageKind.TITLE, "", document.title)
            yield IndexedText(
                address=link(document.url),
                source=document.url,
                type=document.type,
                day=document.date,
                unit=unit,
                category=categories.get(document.url, ""),
                passages=(title, *passages.get(document.url, ())[1:]),
                years=_years(document),
            )

    return tuple(texts())


def _years(document: ForeignDocument) -> Mapping[int, int]:
    """Month → the year that is meant where a text names none, as `search.texts` has it."""
    if document.type not in ("plan", "summary") or document.period is None:
        return dict.fromkeys(range(1, 13), document.date.year)
    (year, month), (last_year, last) = (
        map(int, value.split("-")) for value in (document.period.start, document.period.end)
    )
    months = range(year * 12 + month - 1, min(last_year * 12 + last, (year + 10) * 12))
    return {number % 12 + 1: number // 12 for number in months}
