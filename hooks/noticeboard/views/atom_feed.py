"""The newest documents as Atom feeds (RFC 4287).

The site's own address is not known here, so links are relative and there is no xml:base: readers resolve them
against the address from which they fetched the feed (RFC 4287 section 2, RFC 3986 section 5.1.3).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Disclosure, Document, Notice
from noticeboard.lazy import lazily
from noticeboard.markup.plain import shown_texts
from noticeboard.views.helpers.addresses import DISCLOSURE_FEED, FEED, NOTICE_FEED, relative, whole
from noticeboard.views.helpers.characters import one_line
from noticeboard.views.helpers.china_time import in_china_time
from noticeboard.views.helpers.page import Alternate, Asset

if TYPE_CHECKING:
    import jinja2
else:
    jinja2 = lazily("jinja2")

_BOARDS = uuid.UUID("e1048677-98ef-5334-882f-62fb45b83994")
"""The name space in which the names of boards become UUIDs."""
_MOST = 50
_SUMMARY_LENGTH = 200
_TOGETHER = "feeds"


@dataclass(frozen=True, slots=True)
class _FeedItem:
    """One document as the feed tells it; all texts on one line and free of what XML forbids."""

    id: uuid.UUID
    address: str
    title: str
    summary: str
    unit: str
    type: str
    label: str
    published: datetime
    updated: datetime


def assets(catalog: Catalog) -> Iterator[Asset]:
    """The feeds of the whole board, of its disclosures and of its notices."""
    feeds = Feeds(catalog)
    for feed, documents in (
        (Alternate(FEED, catalog.settings.organisation), catalog.shown),
        (disclosure_feed(catalog), catalog.of_type(Disclosure)),
        (notice_feed(catalog), catalog.of_type(Notice)),
    ):
        told = feeds.newest(documents)
        content = partial(feeds.feed, feed.address, feed.title, told)
        yield Asset(feed.address, content, also=partial(feeds.facts_of, told), together=_TOGETHER)


def disclosure_feed(catalog: Catalog) -> Alternate:
    """The feed of the disclosures."""
    settings = catalog.settings
    return Alternate(DISCLOSURE_FEED, f"{settings.organisation} {settings.disclosure_name}")


def notice_feed(catalog: Catalog) -> Alternate:
    """The feed of the notices."""
    return Alternate(NOTICE_FEED, f"{catalog.settings.organisation} {Notice.label}")


class Feeds:
    """The feeds of one board, which tell of a document in the same words wherever they do."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._board = uuid.uuid5(_BOARDS, catalog.settings.organisation)
        self._items: dict[str, _FeedItem] = {}

    def newest(self, documents: Iterable[Document]) -> tuple[Document, ...]:
        """The first fifty of `documents`, without those whose 撤下 has passed: a feed is a current list (SPECIFICATION section 2)."""
        return tuple(islice(filter(self._catalog.is_current, documents), _MOST))

    def facts_of(self, documents: Iterable[Document]) -> list[object]:
        """What a feed says of documents besides what lists say too: how their texts begin, and when they were changed."""
        updated = self._catalog.history.updated
        return [(document.digest, updated.get(document.path)) for document in documents]

    def feed(self, address: str, name: str, documents: Iterable[Document]) -> bytes:
        """A feed called `name`, to be published at `address`, of `documents`.

        Ids are made from addresses and the board's name, so they outlive a change of title. A day stands as its midnight in China.
        """
        catalog = self._catalog
        items = [self._item(document) for document in documents]
        text = self._template.render(
            id=uuid.uuid5(self._board, address),
            address=address,
            link=partial(_link, catalog.site_url, address),
            title=one_line(name),
            organisation=one_line(catalog.settings.organisation),
            updated=max((item.updated for item in items), default=in_china_time(catalog.today)),
            items=items,
        )
        return text.encode()

    @cached_property
    def _template(self) -> jinja2.Template:
        environment = jinja2.Environment(
            loader=jinja2.PackageLoader("noticeboard", "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        return environment.get_template("feed.xml")

    def _item(self, document: Document) -> _FeedItem:
        if document.path not in self._items:
            self._items[document.path] = _item(self._catalog, self._board, document)
        return self._items[document.path]


def _link(site_url: str, feed: str, target: str) -> str:
    """Whole where the site knows its own address: many readers do not follow the others (RFC 4287 allows both)."""
    return whole(site_url, target, directory_urls=True) or relative(target, page=feed, directory_urls=True)


def _item(catalog: Catalog, board: uuid.UUID, document: Document) -> _FeedItem:
    published = in_china_time(document.publish_on or document.date)
    changed = catalog.history.updated.get(document.path)
    return _FeedItem(
        id=uuid.uuid5(board, document.first_address),
        address=document.address,
        title=one_line(document.title),
        summary=_summary(document),
        unit=one_line(document.unit),
        type=document.type,
        label=document.label,
        published=published,
        # A document is often committed before the day on which it comes out.
        updated=max(published, in_china_time(changed)) if changed else published,
    )


def _summary(document: Document) -> str:
    """The officer's own description, else the beginning of the text."""
    described = document.meta.get("description")
    text = one_line(str(described)) if described else _beginning(document)
    return text if len(text) <= _SUMMARY_LENGTH else text[:_SUMMARY_LENGTH].rstrip() + "……"


def _beginning(document: Document) -> str:
    """As much of the text as makes a summary."""
    lines: list[str] = []
    length = 0
    for shown in shown_texts(document.tree.blocks):
        lines.append(one_line(shown))
        length += len(lines[-1])
        if length > _SUMMARY_LENGTH:
            break
    return " ".join(filter(None, lines))
