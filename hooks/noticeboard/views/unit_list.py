"""各单位: what every unit has filed and what is due from it, as a page, a table to download and rows of data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.filings import Filing, MissingDocument, filings_of
from noticeboard.content.documents import Plan, Summary
from noticeboard.views.helpers.addresses import UNITS, UNITS_CSV
from noticeboard.views.helpers.page import Asset, Page
from noticeboard.views.helpers.spreadsheet import Cell, Column, Sheet, csv_bytes
from noticeboard.views.helpers.wording import missing_words

KINDS: Mapping[str, type] = {"plan": Plan, "summary": Summary}
_TITLES = (
    "单位", "上级", "计划", "总结", "缺计划", "缺计划从", "缺总结", "缺总结从", "没有结果的活动", "没有结果从",
    "要办", "完成", "逾期", "要办（连同下属）", "完成（连同下属）", "逾期（连同下属）", "完成中有记录", "完成中有记录（连同下属）",
)  # fmt: skip


def pages(catalog: Catalog) -> Iterator[Page]:
    """The list of all units, children below their parents."""
    yield Page(
        UNITS,
        "各单位",
        "units.html",
        partial(_context, catalog),
        "各单位交了什么，还缺什么",
        depends=lambda context: context,
    )


def assets(catalog: Catalog) -> Iterator[Asset]:
    """The list to download."""
    yield Asset(UNITS_CSV, lambda: csv_bytes(table_of(catalog)))


def _context(catalog: Catalog) -> Mapping[str, object]:
    filings = filings_of(catalog)
    due = [filing for filing in filings if not filing.unit.exempt]
    return {
        "filings": filings,
        "kinds": KINDS,
        "counts": {
            **{key: sum(bool(_of(filing, kind)) for filing in due) for key, kind in KINDS.items()},
            "late": sum(bool(filing.late) for filing in due),
            "complete": sum(not filing.has_gaps for filing in due),
        },
    }


def _of(filing: Filing, kind: type) -> list[MissingDocument]:
    return [item for item in filing.missing if item.kind is kind]


def table_of(catalog: Catalog) -> Sheet:
    """A row a unit. In a public edition nothing is said to be missing or late."""
    columns = tuple(Column(title, 14) for title in _TITLES)
    return Sheet("各单位", columns, tuple(_row(filing) for filing in filings_of(catalog)))


def _row(filing: Filing) -> tuple[Cell, ...]:
    plans, summaries = _of(filing, Plan), _of(filing, Summary)
    return (
        filing.unit.name,
        filing.unit.parent,
        filing.count(Plan),
        filing.count(Summary),
        "、".join(map(missing_words, plans)),
        min((item.since for item in plans), default=None),
        "、".join(map(missing_words, summaries)),
        min((item.since for item in summaries), default=None),
        len(filing.late),
        filing.late_since,
        filing.progress.due,
        filing.progress.done,
        filing.progress.late,
        filing.whole.due,
        filing.whole.done,
        filing.whole.late,
        filing.progress.recorded,
        filing.whole.recorded,
    )
