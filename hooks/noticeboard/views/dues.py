"""到期: what runs out when, what is over and nobody has dealt with. Of the internal edition only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.dues import DueState, dues_of
from noticeboard.views.helpers.addresses import DUES
from noticeboard.views.helpers.page import Page
from noticeboard.views.helpers.wording import DUE_WORDS

_MOST = 100
"""Rows of one state on the page."""


def pages(catalog: Catalog) -> Iterator[Page]:
    """The page, which outside does not exist: there nobody is told what is missing."""
    if catalog.audience == "internal":
        words = "合同、保险、任期、复核，哪一天到期"
        yield Page(DUES, "到期", "dues.html", partial(_context, catalog), words)


def _context(catalog: Catalog) -> Mapping[str, object]:
    dues = dues_of(catalog)
    parts = [
        (DUE_WORDS[state], state.value, [due for due in dues if due.state is state]) for state in DueState
    ]
    return {"parts": parts, "most": _MOST}
