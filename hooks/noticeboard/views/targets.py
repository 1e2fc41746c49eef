"""目标和结果: what the plans of a year meant to reach and what came of it; all years as a table to download."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.targets import Target
from noticeboard.content.documents import Disclosure, Plan, Summary
from noticeboard.content.quantities.amounts import Amount
from noticeboard.views.helpers.addresses import RESULTS_CSV, TARGETS_CSV, targets_address
from noticeboard.views.helpers.page import Asset, Page
from noticeboard.views.helpers.spreadsheet import Cell, Column, Sheet, csv_bytes
from noticeboard.views.helpers.target_words import difference_words, plain, verdict_word

TARGET_COLUMNS = tuple(
    Column(title, 16)
    for title in ("单位", "计划", "期间", "目标", "要求", "结果", "总结", "达到没有", "相差", "相差的数", "计量单位", "往年")
)  # fmt: skip
RESULT_COLUMNS = tuple(
    Column(title, 16) for title in ("单位", "文件", "期间", "数据", "写的", "数", "约数", "计量单位", "每")
)


def pages(catalog: Catalog) -> Iterator[Page]:
    """One page for each year in which a plan with targets begins."""
    for year in years_of(catalog):
        yield Page(
            targets_address(year),
            f"{year}年目标和结果",
            "targets.html",
            partial(_context, catalog, year),
            f"{year}年各份计划的目标达到没有",
            depends=lambda context: context,
        )


def assets(catalog: Catalog) -> Iterator[Asset]:
    """All targets, and all figures, to download."""
    yield Asset(TARGETS_CSV, lambda: csv_bytes(target_table(catalog)))
    yield Asset(RESULTS_CSV, lambda: csv_bytes(result_table(catalog)))


def years_of(catalog: Catalog) -> tuple[int, ...]:
    """The years in which a plan with targets begins, the newest first."""
    return tuple(
        sorted({plan.period.start.year for plan in catalog.of_type(Plan) if plan.targets}, reverse=True)
    )


def targets_of_year(catalog: Catalog, year: int) -> Mapping[Plan, tuple[Target, ...]]:
    """Those of the plans that begin in a year, by the settings' order of units."""
    order = list(catalog.units)
    plans = [plan for plan in catalog.of_type(Plan) if plan.targets and plan.period.start.year == year]
    plans.sort(key=lambda plan: (order.index(plan.unit), plan.period.start, plan.path))
    return {plan: catalog.targets[plan.path] for plan in plans}


def _context(catalog: Catalog, year: int) -> Mapping[str, object]:
    years = years_of(catalog)
    return {
        "year": year,
        "before": max((other for other in years if other < year), default=None),
        "after": min((other for other in years if other > year), default=None),
        "plans": targets_of_year(catalog, year),
    }


def target_table(catalog: Catalog) -> Sheet:
    """A row a target, the newest year first."""
    rows = tuple(
        _row(target, public=catalog.audience == "public")
        for year in years_of(catalog)
        for targets in targets_of_year(catalog, year).values()
        for target in targets
    )
    return Sheet("目标和结果", TARGET_COLUMNS, rows)


def _row(target: Target, *, public: bool) -> tuple[Cell, ...]:
    amount, result = target.amount, target.result
    return (
        target.plan.unit,
        target.plan.title,
        target.plan.period.title,
        amount.name,
        amount.text,
        result.text if result else None,
        target.summary.title if target.summary else None,
        verdict_word(target, public=public),
        difference_words(target),
        plain(target.difference) if target.difference is not None else None,
        f"{amount.unit}（{amount.per}）" if amount.per else amount.unit,
        "；".join(
            f"{past.period.title} {past.result.text}" for past in target.earlier if past.result is not None
        ),
    )


def result_table(catalog: Catalog) -> Sheet:
    """A row a figure of a summary or a disclosure, the newest first."""
    documents = (item for item in catalog.shown if isinstance(item, Summary | Disclosure))
    rows = tuple(_figure(document, amount) for document in documents for amount in document.figures)
    return Sheet("数据", RESULT_COLUMNS, rows)


def _figure(document: Summary | Disclosure, amount: Amount) -> tuple[Cell, ...]:
    return (
        document.unit,
        document.title,
        document.period.title if isinstance(document, Summary) else document.month.title,
        amount.name,
        amount.text,
        plain(amount.number) if amount.number is not None else None,
        "约" if amount.approximate else None,
        amount.unit,
        amount.per,
    )
