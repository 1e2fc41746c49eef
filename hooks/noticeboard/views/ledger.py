"""The ledger of all disclosures (公开台账): a page to filter, and the same rows as CSV and XLSX for an inspection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import LedgerRecord, ledger_of
from noticeboard.catalog.relations import RelationKind
from noticeboard.content.documents import Document
from noticeboard.slugs import slug_of
from noticeboard.views.coverage import tables as coverage_tables
from noticeboard.views.helpers.addresses import LEDGER, LEDGER_CSV, LEDGER_XLSX, ledger_year_address
from noticeboard.views.helpers.page import Asset, Page
from noticeboard.views.helpers.spreadsheet import Cell, Column, Sheet, csv_bytes, workbook
from noticeboard.views.helpers.wording import choice_word, record_word

TITLE = "公开台账"
FILE, SOURCE_CODE, ATTACHMENT_CODES = "文件", "原文核对码", "附件核对码"
"""The columns by which a downloaded ledger is checked."""
STATE, CORRECTIONS = "状态", "更正关系"
"""Those that change though the disclosure does not: with the day, and when another one corrects it."""

_MOST = 600
"""Records on the first page; what is more has a page a year, for a phone would wait too long for it."""

_COLUMNS = (
    Column("编号", 24),
    Column("类别", 20),
    Column("标题", 48),
    Column("责任部门", 16),
    Column("日期", 12),
    Column("公示开始", 12),
    Column("公示结束", 12),
    Column("公开形式", 24),
    Column("张贴地点", 24),
    Column("审核", 16),
    Column("依据", 32),
    Column("所属期", 16),
    Column("范围", 8),
    Column("单位", 20),
    Column(CORRECTIONS, 36),
    Column(STATE, 12),
    Column("网址", 36),
    Column(FILE, 36),
    Column(SOURCE_CODE, 36),
    Column(ATTACHMENT_CODES, 48),
)


def pages(catalog: Catalog) -> Iterator[Page]:
    """The ledger, newest first; a board of many years has its older ones on a page each."""
    newest, older = _parted(ledger_of(catalog))
    name = catalog.settings.disclosure_name
    yield Page(
        LEDGER,
        TITLE,
        "ledger.html",
        partial(_context, catalog, newest, older),
        f"{name}台账：每份公开一行，可下载",
        depends=lambda context: context,
    )
    for year, records in older.items():
        yield Page(
            ledger_year_address(year),
            f"{TITLE}：{year}年",
            "ledger.html",
            partial(_context, catalog, records, {}, year),
            f"{name}台账：{year}年的，每份公开一行",
            depends=lambda context: context,
        )


def _parted(
    records: Sequence[LedgerRecord],
) -> tuple[Sequence[LedgerRecord], Mapping[int, Sequence[LedgerRecord]]]:
    """Those of the first page, which has whole years and at least the last one, and the others by year, newest first."""
    years = {
        year: tuple(group) for year, group in groupby(records, key=lambda record: record.document.date.year)
    }
    count = 0
    newest: list[LedgerRecord] = []
    for year, group in tuple(years.items()):
        count += len(group)
        if newest and count > _MOST:
            break
        newest.extend(years.pop(year))
    return newest, years


def assets(catalog: Catalog) -> Iterator[Asset]:
    """The ledger to download."""
    yield Asset(LEDGER_CSV, lambda: csv_bytes(table_of(catalog)))
    yield workbook(LEDGER_XLSX, partial(_tables, catalog), catalog.settings.organisation, catalog.today)


def _tables(catalog: Catalog) -> list[Sheet]:
    return [table_of(catalog), *coverage_tables(catalog)]


def table_of(catalog: Catalog) -> Sheet:
    """The ledger's rows, newest first."""
    return Sheet(TITLE, _COLUMNS, tuple(_row(catalog, record) for record in ledger_of(catalog)))


def _context(
    catalog: Catalog,
    records: Sequence[LedgerRecord],
    older: Mapping[int, Sequence[LedgerRecord]],
    year: int | None = None,
) -> Mapping[str, object]:
    return {
        "records": records,
        "older": [(year, ledger_year_address(year), len(group)) for year, group in older.items()],
        "year": year,
        "years": sorted({record.document.date.year for record in records}, reverse=True),
        "categories": [
            category
            for category in catalog.settings.categories
            if any(record.category == category for record in records)
        ],
        "departments": sorted({record.document.department for record in records}, key=slug_of),
    }


def _corrections(catalog: Catalog, record: LedgerRecord) -> str:
    """What it corrects and what corrects it, by title and day."""
    sources = (
        catalog.by_path[it.source] for it in catalog.pointing_at(record.document, RelationKind.REPLACES)
    )
    references: list[tuple[str, Document]] = [("更正", record.replaces)] if record.replaces else []
    references += [("已由后面这份更正：", other) for other in sources]
    return "；".join(f"{how}《{other.title}》（{other.date}）" for how, other in references)


def _row(catalog: Catalog, record: LedgerRecord) -> tuple[Cell, ...]:
    document = record.document
    period = document.notice_period
    return (
        record.number,
        document.category,
        document.title,
        document.department,
        document.date,
        period.start if period else None,
        period.end if period else None,
        "、".join(document.channels),
        "、".join(document.places),
        document.reviewer,
        document.basis,
        document.period.title if document.period else None,
        choice_word(document.audience or catalog.settings.audience),
        document.unit,
        _corrections(catalog, record),
        record_word(record),
        document.address,
        document.path,
        document.digest,
        "；".join(f"{proof.digest} {proof.name}" for proof in record.attachments),
    )
