"""The texts of a site for those who have no generator at hand: the pages of docs/ are read here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from noticeboard.build import Site
from noticeboard.content.repository.files import list_hand_written
from noticeboard.content.repository.hand_written import part_page, values_of
from noticeboard.markup.body import read_body
from noticeboard.search.passages import passages_of
from noticeboard.search.texts import HandWritten, IndexedText, is_excluded, texts_of


def texts_of_site(site: Site) -> tuple[IndexedText, ...]:
    """Everything that can be found on `site`."""
    return texts_of(site.catalog, hand_written_pages(site.root))


def hand_written_pages(root: Path) -> tuple[HandWritten, ...]:
    """The pages of docs/, by address, but those that their front matter keeps out of search."""
    return tuple(_hand_written(root))


def _hand_written(root: Path) -> Iterator[HandWritten]:
    for address, path in sorted(list_hand_written(root).items()):
        head, body = part_page((root / path).read_text(encoding="utf-8-sig", errors="replace"))
        if not is_excluded(values_of(head).get("search")):
            yield HandWritten(address, path, tuple(passages_of(read_body(body))))
