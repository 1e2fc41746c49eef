"""What views make: pages, whose HTML a renderer works out, and assets, which are published as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape


@dataclass(frozen=True, slots=True)
class Alternate:
    """A feed or a calendar that tells of what a page tells of."""

    address: str
    """Of the file, below the site's root."""
    title: str

    @property
    def media_type(self) -> str:
        """As RFC 5545 and RFC 4287 have registered them."""
        return "text/calendar" if self.address.endswith(".ics") else "application/atom+xml"


@dataclass(frozen=True)
class Page:
    """One page of the site, not yet rendered."""

    address: str
    """Below the site's root, ending in a slash: `months/2026/03/`; empty for the front page (SPECIFICATION section 5)."""
    title: str
    template: str
    """File name in templates/."""
    context: Callable[[], Mapping[str, object]]
    """What the template is filled with; called only when the page is rendered."""
    description: str = ""
    source: str | None = None
    """Path below the repository root of the document that the page shows; None for a list."""
    updated: date | None = None
    """The day of the source's last commit, where git tells it."""
    meta: Mapping[str, object] = field(default_factory=lambda: {"hide": ["navigation", "toc"]})
    """MkDocs' own keys: search, hide. A list needs neither side column: it has few headings, and is in no tree."""
    alternates: tuple[Alternate, ...] = ()
    """Those of its own; every page has the whole board's besides."""

    depends: Callable[[Mapping[str, object]], object] | None = None
    """Given its context, all that its content depends on of what may change from one build to the next, for `dependencies.digest_of`; but for what is
    the same for all pages: settings, day, edition. None where that is not known: such a page is rendered when anything is told anew on the board, and
    filled into the theme where it then says something else."""

    @property
    def front_matter(self) -> Mapping[str, object]:
        """The page's metadata for MkDocs, whose themes print them as they come: so they are HTML."""
        return {"title": escape(self.title), "description": escape(self.description), **self.meta}


@dataclass(frozen=True)
class Asset:
    """A file of the site that is no page."""

    address: str
    """Below the site's root: `board.json`, `plans/2026/yu-suan-1a2b3c.xlsx`."""
    content: Callable[[], bytes] | None = None
    """Makes its bytes; None when it is a copy of `source`."""
    source: str | None = None
    """Path below the repository root of the file that is copied."""
    depends: Callable[[], object] | None = None
    """All that its bytes depend on, as that of a page; None where that is not known: such a file is made when anything is told anew on the board."""
    also: Callable[[], object] | None = None
    """What its bytes hold besides what the board tells (`kept_keys.state_of`): of texts, and of what git says of them."""
    together: str = ""
    """Assets of one word share what they work out, so one process makes all of them; empty for one that stands alone."""

    def made(self) -> bytes:
        """Its bytes; only of one that is no copy."""
        assert self.content is not None
        return self.content()
