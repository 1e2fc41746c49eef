"""The coverage of the categories by month, and the channels that were used: a page, and tables for an inspection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import coverage_of
from noticeboard.catalog.matrix import Channel, channels_of, years_of
from noticeboard.views.helpers.addresses import COVERAGE
from noticeboard.views.helpers.page import Page
from noticeboard.views.helpers.spreadsheet import Column, Sheet
from noticeboard.views.helpers.wording import cell_word

TITLE = "公开情况一览"
_MONTHS = tuple(f"{number}月" for number in range(1, 13))


def pages(catalog: Catalog) -> Iterator[Page]:
    """The matrix of every year and the checklist of channels."""
    name = catalog.settings.disclosure_name
    yield Page(
        COVERAGE,
        TITLE,
        "coverage.html",
        partial(_context, catalog),
        f"{name}：哪一类、哪个月、用什么形式公开过",
        depends=lambda context: context,
    )


def tables(catalog: Catalog) -> tuple[Sheet, Sheet]:
    """The matrix and the channels as sheets of the ledger's workbook."""
    return _matrix(catalog), _channels(catalog)


def _context(catalog: Catalog) -> Mapping[str, object]:
    channels, others = channels_of(catalog)
    return {
        "years": years_of(catalog),
        "months": _MONTHS,
        "coverages": coverage_of(catalog),
        "channels": channels,
        "others": others,
    }


def _matrix(catalog: Catalog) -> Sheet:
    columns = (
        Column("年份", 8),
        Column("类别", 24),
        *(Column(name, 7) for name in _MONTHS),
        Column("全年", 8),
    )
    rows = (
        (
            year.number,
            row.category.title,
            *(len(cell.records) or cell_word(cell) for cell in row.cells),
            row.total,
        )
        for year in years_of(catalog)
        for row in year.rows
    )
    return Sheet("各类各月", columns, tuple(rows))


def _channels(catalog: Catalog) -> Sheet:
    columns = (Column("公开渠道", 24), Column("次数", 8), Column("最近一次", 14), Column("最近一份", 48))
    listed, others = channels_of(catalog)
    return Sheet("公开渠道", columns, tuple(_channel(channel) for channel in (*listed, *others)))


def _channel(channel: Channel) -> tuple[str, int, date | None, str | None]:
    latest = channel.records[0].document if channel.records else None
    note = None if channel.available or latest else "本单位未使用"
    day, title = (latest.date, latest.title) if latest else (None, note)
    return channel.name, len(channel.records), day, title
