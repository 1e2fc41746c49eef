"""The passages of a hand-written page of docs/, as a generator has rendered it."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.markup.html_text import Attributes, read_html
from noticeboard.search.passages import Passage, PassageKind

_SILENT_CLASSES = frozenset({"headerlink", "filename"})
"""What the generator's theme adds to the text."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def passages_of_page(html: str) -> Iterator[Passage]:
    """The passages from top to bottom; the whole page is text."""
    section = ""
    for text, tag, attributes in read_html(html, _is_silent):
        if tag in _HEADINGS:
            section = attributes.get("id") or section
        yield Passage(PassageKind.HEADING if tag in _HEADINGS else PassageKind.BODY, section, text)


def _is_silent(tag: str, attributes: Attributes) -> bool:
    return "data-search" in attributes or not _SILENT_CLASSES.isdisjoint(
        (attributes.get("class") or "").split()
    )
