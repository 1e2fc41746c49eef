"""What a document's page says around its text, for the search: its facts, figures and attachments."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import record_of
from noticeboard.content.documents import Disclosure, Document
from noticeboard.search.passages import Passage, PassageKind
from noticeboard.views.helpers.facts import facts_of as shown_facts


def facts_of(catalog: Catalog, document: Document) -> Iterator[Passage]:
    """The facts and figures above the text, in the order and the words of `templates/document.html`."""
    for label, value in _facts(catalog, document):
        if value:
            yield Passage(PassageKind.FACT, "", " ".join(value.split()), label)
    for amount in document.figures:
        yield Passage(PassageKind.FIGURE, "", f"{amount.name}：{amount.text}")


def files_of(catalog: Catalog, document: Document) -> Iterator[Passage]:
    """The names of the attachments that are there."""
    for attachment in document.attachments:
        if attachment.path in catalog.files.sizes:
            yield Passage(PassageKind.FACT, "", attachment.name)


def _facts(catalog: Catalog, document: Document) -> Iterator[tuple[str, str | None]]:
    yield "编号", record_of(catalog, document).number if isinstance(document, Disclosure) else document.number
    yield from ((fact.field.label, fact.text) for fact in shown_facts(catalog, document))
    if isinstance(document, Disclosure):
        # What the settings say below every disclosure is no document's: who looks for it would find them all.
        yield "提意见", document.feedback
