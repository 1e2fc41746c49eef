"""The texts of a site for those who have no generator at hand: the pages of docs/ are read here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from noticeboard.build import Site
from noticeboard.content.files import list_hand_written
from noticeboard.markup.body import read_body
from noticeboard.search.passages import passages_of
from noticeboard.search.texts import HandWritten, Text, is_excluded, texts_of

_FENCE = "---\n"


def texts_of_site(site: Site) -> tuple[Text, ...]:
    """Everything that can be found on `site`."""
    return texts_of(site.catalog, hand_written_pages(site.root))


def hand_written_pages(root: Path) -> tuple[HandWritten, ...]:
    """The pages of docs/, by address, but those that their front matter keeps out of search."""
    return tuple(_hand_written(root))


def _hand_written(root: Path) -> Iterator[HandWritten]:
    for address, path in sorted(list_hand_written(root).items()):
        header, body = _parted((root / path).read_text(encoding="utf-8-sig"))
        if not is_excluded(header.get("search")):
            yield HandWritten(address, path, tuple(passages_of(read_body(body))))


def _parted(text: str) -> tuple[Mapping[str, object], str]:
    """MkDocs' front matter of a hand-written page, empty where it is none, and the Markdown below it."""
    if text.startswith(_FENCE):
        header, fence, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
        try:
            values = yaml.safe_load(header) if fence else None
        except yaml.YAMLError:
            values = None
        if isinstance(values, dict):
            return values, body
    return {}, text
