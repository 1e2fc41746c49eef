"""办事: what the union does for its members at any time, by the situation that they are in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.people import officers_of
from noticeboard.content.documents import Service
from noticeboard.slugs import slug_of
from noticeboard.views.helpers.addresses import SERVICES
from noticeboard.views.helpers.page import Page


def pages(catalog: Catalog) -> Iterator[Page]:
    """The list of services, which always exists."""
    yield Page(
        SERVICES,
        "办事",
        "services.html",
        partial(_context, catalog),
        "工会能帮您办什么：谁可以办，怎么办，找谁",
    )


def situations(catalog: Catalog) -> list[tuple[str, str, list[Service]]]:
    """Every situation with its anchor and its services; the one that most services serve comes first."""
    found: dict[str, list[Service]] = {}
    for service in sorted(catalog.of_type(Service), key=lambda item: item.path):
        for situation in service.situations:
            found.setdefault(situation, []).append(service)
    ordered = sorted(found.items(), key=lambda item: -len(item[1]))
    return [(name, f"nb-at-{slug_of(name) or number}", items) for number, (name, items) in enumerate(ordered)]


def _context(catalog: Catalog) -> Mapping[str, object]:
    return {"situations": situations(catalog), "has_officers": bool(officers_of(catalog))}
