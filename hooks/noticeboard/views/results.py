"""历年数据: what summaries report in figures, a bar a year, and the figures beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.results import DataPoint, Series, results_of
from noticeboard.content.documents import Summary
from noticeboard.views.charts import ChartPart
from noticeboard.views.helpers.addresses import RESULTS
from noticeboard.views.helpers.page import Page
from noticeboard.views.targets import years_of

_MOST_DRAWN = 12
"""Of the groups that have charts; what comes behind has its tables only, so that the page stays light."""


def pages(catalog: Catalog) -> Iterator[Page]:
    """The page of the figures that can be compared; it says how to have some when there are none."""
    yield Page(
        RESULTS,
        "历年数据",
        "results.html",
        partial(_context, catalog),
        "总结里的数据，一年一年放在一起看",
        depends=lambda context: (context["results"], context["years"]),
    )


def _context(catalog: Catalog) -> Mapping[str, object]:
    return {
        "results": results_of(catalog),
        "years": years_of(catalog),
        "bars": bars,
        "cells": cells,
        "most_drawn": _MOST_DRAWN,
    }


def bars(series: Series) -> tuple[tuple[DataPoint, ChartPart], ...]:
    """Each point with its bar: the greatest fills the width, for percentages a hundred does."""
    numbers = [point.number for point in series.points]
    most = max(*numbers, Decimal(100)) if series.points[0].amount.unit == "%" else max(numbers)
    return tuple(
        (point, ChartPart("value", 0.0, float(100 * point.number / most) if most else 0.0))
        for point in series.points
    )


def cells(series: Series, documents: Iterable[Summary]) -> tuple[DataPoint | None, ...]:
    """The points of a series below the summaries' periods; None where one of them does not tell it."""
    by_period = {point.document.period.start: point for point in series.points}
    return tuple(by_period.get(document.period.start) for document in documents)
