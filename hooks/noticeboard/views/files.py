"""The attachments and pictures that documents bring along, copied as they are."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.catalog import Catalog
from noticeboard.views.helpers.addresses import file_address
from noticeboard.views.helpers.page import Asset


def assets(catalog: Catalog) -> Iterator[Asset]:
    """One copy a file that some document names or links to."""
    for path in catalog.published_files:
        yield Asset(file_address(path), source=path)
