"""What can be found: every document and every hand-written page of one edition, as texts with passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256

from noticeboard.cache import Cache
from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.content.documents import Disclosure, Document, Notice, Plan, Summary
from noticeboard.search.facts import facts_of, files_of
from noticeboard.search.known_texts import KnownTexts
from noticeboard.search.later_passages import LaterPassages
from noticeboard.search.passages import Passage, PassageKind
from noticeboard.views.helpers.day_words import chinese_date
from noticeboard.views.helpers.kept_keys import own_part

PAGE = "page"
PAGE_LABEL = "网站说明"
"""The type of hand-written pages, in the address and for readers."""

_MOST_DAYS = 10
"""An activity with more days than this is found by its own words only."""


@dataclass(frozen=True, slots=True)
class IndexedText:
    """One page that can be found."""

    address: str
    """Below the site's root: `plans/2026/gong-hui-ji-hua/`."""
    source: str
    """Path of its file below the repository root."""
    type: str
    day: date | None
    """The date of issue; None for a hand-written page."""
    unit: str
    category: str
    passages: Sequence[Passage]
    """The title first, then tags, then the page's own text from top to bottom."""
    years: Mapping[int, int]
    """Month → the year meant where the text names none."""
    until: str = ""
    """The 截止 of a notice, as ISO 8601 has it: `2026-11-20`, `2026-11-20T17:00`."""
    key: str = ""
    """A SHA-256 in hexadecimal, of all that tells it; empty where that is not known."""

    @property
    def title(self) -> str:
        """The title, which is the first passage."""
        return self.passages[0].text


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A page of docs/."""

    address: str
    source: str
    passages: tuple[Passage, ...]


def texts_of(
    catalog: Catalog, pages: tuple[HandWritten, ...], known: KnownTexts | None = None, state: str = ""
) -> tuple[IndexedText, ...]:
    """All that can be found, in the order of the index: hand-written pages, then documents, the oldest first.

    New documents come last, so that what the index says of older ones stays as it is. `known` is what was read of bodies before.

    `state` is a digest of all that the board tells but for the texts themselves (`kept_keys.state_of`). With it texts have keys, and are read when
    somebody looks at them: of most nobody does after an edit.
    """
    known = known or KnownTexts(Cache(), catalog.settings)
    written = [text for page in pages if (text := _text_of_page(page)) is not None]
    documents = [item for item in reversed(catalog.shown) if not is_excluded(item.meta.get("search"))]
    return (*written, *(_text_of(catalog, item, known, state) for item in documents))


def is_excluded(search: object) -> bool:
    """Whether MkDocs' own key `search` keeps a page out."""
    return isinstance(search, Mapping) and bool(search.get("exclude"))


def _text_of(catalog: Catalog, document: Document, known: KnownTexts, state: str) -> IndexedText:
    passages = partial(_passages, catalog, document, known)
    key = sha256(f"{state} {document.path} {own_part(catalog, document)}".encode()).hexdigest()
    return IndexedText(
        address=document.address,
        source=document.path,
        type=document.type,
        day=document.date,
        unit=document.unit,
        category=document.category if isinstance(document, Disclosure) else "",
        passages=LaterPassages(passages) if state else tuple(passages()),
        years=_years(document),
        until=document.deadline.isoformat()[:16]
        if isinstance(document, Notice) and document.deadline
        else "",
        key=key if state else "",
    )


def _passages(catalog: Catalog, document: Document, known: KnownTexts) -> Iterator[Passage]:
    """Of a document, the title first."""
    days = {entry.activity.anchor: words for entry in catalog.entries_in(document) if (words := _days(entry))}
    yield Passage(PassageKind.TITLE, "", document.title)
    if document.tags:
        yield Passage(PassageKind.TAG, "", "、".join(document.tags), "标签")
    yield Passage(PassageKind.FACT, "", f"{document.unit}，{chinese_date(document.date)}", "发文")
    yield from facts_of(catalog, document)
    yield from known.passages_of(document, days)
    yield from files_of(catalog, document)


def _text_of_page(page: HandWritten) -> IndexedText | None:
    """The page as a text; its first heading is its title. None for one without any text."""
    passages = list(page.passages)
    if not passages:
        return None
    first = next((index for index, item in enumerate(passages) if item.kind is PassageKind.HEADING), None)
    title = passages.pop(first).text if first is not None else page.address.strip("/") or "首页"
    return IndexedText(
        page.address, page.source, PAGE, None, "", "", (Passage(PassageKind.TITLE, "", title), *passages), {}
    )


def _days(entry: Entry) -> str:
    days = entry.activity.time.days
    return "、".join(map(chinese_date, days)) if len(days) <= _MOST_DAYS else ""


def _years(document: Document) -> Mapping[int, int]:
    if not isinstance(document, Plan | Summary):
        return dict.fromkeys(range(1, 13), document.date.year)
    months = document.period.months
    return {month.number: month.year for month in months}
