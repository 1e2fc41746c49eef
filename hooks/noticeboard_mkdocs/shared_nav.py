"""The navigation of pages that it does not name: one and the same for all that lie in one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page


class SharedNavigation:
    """Fills a part of the navigation once for such pages; for those that it names, each time.

    The theme fills it for every page, which took a third of its time: 2.2 of 5.9 s of processor time for a board of 1,000
    documents, now 0.1 s (samples of `mkdocs build` on one processor).
    """

    def __init__(self, nav: Navigation) -> None:
        self._named = tuple(_addresses(nav))
        self._filled: dict[tuple[str, str], str] = {}

    def __call__(self, part: str, page: Page | None, fill: Callable[[], str]) -> str:
        """What `fill` gives for the `part` of the navigation on `page`."""
        if page is None:
            return fill()
        folder = page.url.removesuffix("index.html")
        # A link to something below the page is shorter there than on the pages beside it.
        if any(address.startswith(folder) for address in self._named):
            return fill()
        key = part, folder.rstrip("/").rpartition("/")[0]
        if key not in self._filled:
            self._filled[key] = fill()
        return self._filled[key]


def _addresses(items: Iterable[StructureItem]) -> Iterator[str]:
    """Where the navigation leads."""
    for item in items:
        if isinstance(item, Section):
            yield from _addresses(item.children)
        elif isinstance(item, Page | Link):
            yield item.url
