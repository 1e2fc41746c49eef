"""荣誉 by year and level, and the results of competitions: pages where a register lists some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.honours import competitions_of, counted, honours_of
from noticeboard.views.helpers.addresses import COMPETITIONS, HONOURS
from noticeboard.views.helpers.page import Page

_MOST = 60
"""Honours of one year, or places of one competition, on a page."""
_MOST_COMPETITIONS = 10


def pages(catalog: Catalog) -> Iterator[Page]:
    """One page each, where there is something for it."""
    if honours_of(catalog):
        yield Page(
            HONOURS, "荣誉", "honours.html", partial(_honours, catalog), "得过的荣誉，按年度和级别排列"
        )
    if competitions_of(catalog):
        yield Page(
            COMPETITIONS, "竞赛", "competitions.html", partial(_competitions, catalog), "各次竞赛的名次和成绩"
        )


def _honours(catalog: Catalog) -> Mapping[str, object]:
    years = honours_of(catalog)
    return {"years": years, "count": counted(years), "most": _MOST}


def _competitions(catalog: Catalog) -> Mapping[str, object]:
    found = competitions_of(catalog)
    further = max(0, len(found) - _MOST_COMPETITIONS)
    return {"competitions": found[:_MOST_COMPETITIONS], "further": further, "most": _MOST}
