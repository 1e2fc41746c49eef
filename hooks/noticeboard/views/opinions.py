"""The register of opinions: what was received, when it was answered, what was adopted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Notice
from noticeboard.content.sections.opinions import opinions_in
from noticeboard.views.helpers.addresses import OPINIONS
from noticeboard.views.helpers.page import Page


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """A row of the register: one opinion of a reply's table, or a whole reply."""

    reply: Notice
    text: str
    number: str
    received: date | None
    answered: date
    count: int | None
    adopted: str

    @property
    def days(self) -> int | None:
        """How long the answer took."""
        return (self.answered - self.received).days if self.received else None


def pages(catalog: Catalog) -> Iterator[Page]:
    """The register, which always exists."""
    yield Page(
        OPINIONS, "意见答复", "opinions.html", partial(_context, catalog), "收到的意见、答复和采纳情况"
    )


def _context(catalog: Catalog) -> Mapping[str, object]:
    rows = [row for reply in catalog.of_type(Notice) if reply.is_reply for row in _rows(reply)]
    return {"rows": rows}


def _rows(reply: Notice) -> Iterator[OpinionRow]:
    counts = {count.name: count.number for count in reply.opinions}
    found = [item for item in opinions_in(reply.tree, reply.date) if not counts]
    for item in found:
        received = item.received or reply.received_on
        yield OpinionRow(
            reply, item.text, item.number, received, item.answered or reply.date, None, item.adopted
        )
    if not found:
        adopted = f"{counts['adopted']} 条" if "adopted" in counts else ""
        number = reply.number or ""
        yield OpinionRow(
            reply, reply.title, number, reply.received_on, reply.date, counts.get("received"), adopted
        )
