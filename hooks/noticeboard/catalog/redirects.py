"""Former addresses of documents, each with the document to which it leads on (SPECIFICATION section 5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.document import Document, address_of
from noticeboard.slugs import slug_of


@dataclass(frozen=True, slots=True)
class Redirect:
    """A former address of a document."""

    address: str
    """Below the site's root; ends in a slash, or in .html."""
    document: Document


def redirects_of(catalog: Catalog) -> Iterator[Redirect]:
    """All of them, those first that officers have typed; where two have one address, the first counts."""
    documents = catalog.with_page
    for document in documents:
        for former in document.former_addresses:
            yield Redirect(former.address, document)
    for document in documents:
        yield Redirect(document.first_address, document)
    for document in documents:
        for path in catalog.former_paths.get(document.path, ()):
            for address in addresses_at(path, document.slug):
                yield Redirect(address, document)


def addresses_at(path: str, slug: str) -> tuple[str, ...]:
    """Where a document at `path` may have lived: by its 网址名, by its words, and as it was before they were told apart."""
    found = (address_of(path, slug), address_of(path), address_of(path, slug=slug_of))
    return tuple(dict.fromkeys(address for address in found if not address.endswith("//")))
