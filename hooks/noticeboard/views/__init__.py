"""Catalog → pages and files. Each view is one module with `pages(catalog)` or `assets(catalog)`."""

from __future__ import annotations

from collections.abc import Iterable

from noticeboard.catalog.catalog import Catalog
from noticeboard.views import (
    archive,
    atom_feed,
    board_json,
    calendar_feed,
    certificates,
    chair,
    charts,
    coverage,
    disclosure,
    documents,
    dues,
    files,
    forms,
    funds,
    home,
    honours,
    inspection,
    ledger,
    months,
    moved,
    newsletters,
    notices,
    opinions,
    people,
    proposal_forms,
    proposals,
    registers,
    results,
    school_years,
    search,
    services,
    sessions,
    subscriptions,
    tags,
    targets,
    unit_list,
    units,
    withdrawn,
    year_books,
    year_tables,
)
from noticeboard.views.helpers.page import Asset, Page
from noticeboard.views.helpers.renderer import PageRenderer, RenderedPage

__all__ = ["Asset", "Page", "PageRenderer", "RenderedPage", "assets_of", "pages_of", "redirects_of"]


def pages_of(catalog: Catalog) -> tuple[Page, ...]:
    """Every page of the site, the front page first."""
    views = (
        home, documents, withdrawn, months, year_tables, year_books, school_years, charts, results, targets, disclosure, certificates, ledger, coverage, proposals,
        proposal_forms, sessions, notices, opinions, services, people, newsletters, funds, registers, dues, honours,
        unit_list, units, chair, inspection, archive, tags, subscriptions, search,
    )  # fmt: skip
    return tuple(page for view in views for page in view.pages(catalog))


def assets_of(catalog: Catalog) -> tuple[Asset, ...]:
    """Every other file of the site that comes from content, but for `redirects_of`."""
    # Those that take longest stand first.
    views = (
        calendar_feed, board_json, atom_feed, ledger, targets, unit_list, year_tables, chair, inspection, forms, files,
    )  # fmt: skip
    return tuple(asset for view in views for asset in view.assets(catalog))


def redirects_of(catalog: Catalog, taken: Iterable[str]) -> tuple[Asset, ...]:
    """The pages at former addresses that lead on; none of them takes the place of what is at `taken`."""
    return tuple(moved.assets(catalog, taken))
