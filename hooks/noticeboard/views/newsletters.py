"""简报: every newsletter with its issues by number, and those that are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.newsletters import newsletters_of
from noticeboard.content.documents import Notice
from noticeboard.markup.nodes import Heading
from noticeboard.markup.plain import plain_text
from noticeboard.views.helpers.addresses import NEWSLETTERS
from noticeboard.views.helpers.page import Page

_MOST_COLUMNS = 8
"""Of one issue."""
_MOST = 60
"""Issues of one volume on the page, the newest ones."""


def pages(catalog: Catalog) -> Iterator[Page]:
    """The register, where a notice has a 期号."""
    if newsletters_of(catalog):
        yield Page(NEWSLETTERS, "简报", "newsletters.html", partial(_context, catalog), "各期简报，缺哪一期")


def _context(catalog: Catalog) -> Mapping[str, object]:
    issues = [notice for notice in catalog.of_type(Notice) if notice.issue]
    return {
        "newsletters": newsletters_of(catalog),
        "most": _MOST,
        "columns": {issue.path: columns_of(issue) for issue in issues},
    }


def columns_of(issue: Notice) -> tuple[str, ...]:
    """What an issue's highest headings say: its columns."""
    headings = [block for block in issue.tree.blocks if isinstance(block, Heading)]
    highest = min((heading.level for heading in headings), default=0)
    found = (plain_text(heading.parts).strip() for heading in headings if heading.level == highest)
    return tuple(found)[:_MOST_COLUMNS]
