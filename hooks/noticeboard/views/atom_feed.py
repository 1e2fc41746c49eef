"""feed.xml: the newest documents as an Atom feed (RFC 4287).

The site's own address is not known here, so links are relative and there is no xml:base: readers resolve them
against the address from which they fetched the feed (RFC 4287 section 2, RFC 3986 section 5.1.3).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Document
from noticeboard.markup.render import Renderer
from noticeboard.views.addresses import FEED, relative
from noticeboard.views.characters import one_line
from noticeboard.views.instants import instant_of
from noticeboard.views.page import Asset

_BOARDS = uuid.UUID("e1048677-98ef-5334-882f-62fb45b83994")
"""The name space in which the names of boards become UUIDs."""
_MOST = 50
_SUMMARY_LENGTH = 200


@dataclass(frozen=True, slots=True)
class _Item:
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
    """The feed of the whole board."""
    yield Asset(FEED, partial(feed, catalog, FEED, catalog.settings.organisation, catalog.documents))


def feed(catalog: Catalog, address: str, name: str, documents: Iterable[Document]) -> bytes:
    """A feed called `name`, to be published at `address`, of the first fifty of `documents`.

    Those whose 撤下 has passed are left out: the feed is a current list (FORMAT section 2). Ids are made from
    addresses and the board's name, so they outlive a change of title. A day stands as its midnight in China.
    """
    board = uuid.uuid5(_BOARDS, catalog.settings.organisation)
    renderer = Renderer()
    current = (document for document in documents if catalog.is_current(document))
    items = [_item(catalog, board, renderer, document) for document in islice(current, _MOST)]
    environment = Environment(
        loader=PackageLoader("noticeboard", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    text = environment.get_template("feed.xml").render(
        id=uuid.uuid5(board, address),
        address=address,
        link=partial(relative, page=address, directory_urls=True),
        title=one_line(name),
        organisation=one_line(catalog.settings.organisation),
        updated=max((item.updated for item in items), default=instant_of(catalog.today)),
        items=items,
    )
    return text.encode()


def _item(catalog: Catalog, board: uuid.UUID, renderer: Renderer, document: Document) -> _Item:
    published = instant_of(document.publish_on or document.date)
    changed = catalog.history.updated.get(document.path)
    return _Item(
        id=uuid.uuid5(board, document.address),
        address=document.address,
        title=one_line(document.title),
        summary=_summary(renderer, document),
        unit=one_line(document.unit),
        type=document.type,
        label=document.label,
        published=published,
        # A document is often committed before the day on which it comes out.
        updated=max(published, instant_of(changed)) if changed else published,
    )


def _summary(renderer: Renderer, document: Document) -> str:
    """The officer's own description, else the beginning of the text."""
    described = document.meta.get("description")
    text = one_line(str(described or Markup(renderer.render(document.body).html).striptags()))
    return text if len(text) <= _SUMMARY_LENGTH else text[:_SUMMARY_LENGTH].rstrip() + "……"
