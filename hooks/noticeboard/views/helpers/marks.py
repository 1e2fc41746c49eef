"""What the text of a plan shows at each of its activities of what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.states import State
from noticeboard.content.documents import Document, Plan
from noticeboard.markup.marked import Mark
from noticeboard.views.helpers.wording import state_note, state_word


def marks_of(catalog: Catalog, document: Document, url: Callable[[str, str], str]) -> Mapping[str, Mark]:
    """Anchor of each activity of a plan → its mark; none for other documents, whose lines say themselves what was done."""
    if not isinstance(document, Plan):
        return {}
    return {entry.activity.anchor: _mark(entry, url) for entry in catalog.entries_in(document)}


def _mark(entry: Entry, url: Callable[[str, str], str]) -> Mark:
    return Mark(
        state=entry.state,
        word=state_word(entry),
        is_news=entry.state is not State.PLANNED,
        text=entry.activity.text,
        note=state_note(entry),
        records=tuple(
            (record.document.title, url(record.document.address, record.anchor)) for record in entry.records
        ),
    )
