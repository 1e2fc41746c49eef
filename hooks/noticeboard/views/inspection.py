"""检查表: what there is for each point that an inspection asks for; to print, and to download. Of the internal edition only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.inspection import FilledPoint, points_of
from noticeboard.views.helpers.addresses import INSPECTION, INSPECTION_XLSX
from noticeboard.views.helpers.page import Asset, Page
from noticeboard.views.helpers.spreadsheet import Cell, Column, Sheet, xlsx_bytes

TITLE = "检查表"
_MOST = 20
"""Documents of one point on the page; all are in the table."""
_COLUMNS = (
    Column("序号", 8),
    Column("要求", 40),
    Column("材料", 40),
    Column("类型", 10),
    Column("单位", 20),
    Column("日期", 12),
    Column("编号", 20),
    Column("网址", 36),
)


def pages(catalog: Catalog) -> Iterator[Page]:
    """The sheet, where the settings have points."""
    if _is_made(catalog):
        words = "检查要的每一项，有哪些材料，缺哪些"
        yield Page(INSPECTION, TITLE, "inspection.html", partial(_context, catalog), words)


def assets(catalog: Catalog) -> Iterator[Asset]:
    """The same to download, without the codes of files."""
    if _is_made(catalog):
        yield Asset(INSPECTION_XLSX, partial(_workbook, catalog))


def _is_made(catalog: Catalog) -> bool:
    return catalog.audience == "internal" and bool(catalog.settings.inspection)


def _context(catalog: Catalog) -> Mapping[str, object]:
    points = points_of(catalog)
    return {"points": points, "empty": sum(not point.documents for point in points), "most": _MOST}


def _workbook(catalog: Catalog) -> bytes:
    rows = (row for number, point in enumerate(points_of(catalog), 1) for row in _rows(number, point))
    sheet = Sheet(TITLE, _COLUMNS, tuple(rows))
    return xlsx_bytes([sheet], catalog.settings.organisation, catalog.today)


def _rows(number: int, point: FilledPoint) -> Iterator[tuple[Cell, ...]]:
    for document in point.documents:
        yield (
            number,
            point.asked.point,
            document.title,
            document.label,
            document.unit,
            document.date,
            document.number or "",
            document.address,
        )
    if not point.documents:
        yield (number, point.asked.point, "没有", "", "", "", "", "")
