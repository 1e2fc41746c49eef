"""Catalogs made of documents in memory, for tests of what stands after reading."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

from boards import TODAY
from noticeboard.catalog.catalog import Catalog, build_catalog
from noticeboard.content.documents import Disclosure, Document, Proposal
from noticeboard.content.field_types import Reference, Round
from noticeboard.content.notice_period import NoticePeriod
from noticeboard.content.repository.files import Files
from noticeboard.content.repository.history import History
from noticeboard.content.settings.board_settings import Settings
from noticeboard.markup.body import read_body
from noticeboard.times import read_period
from noticeboard.views import Asset, Page, PageRenderer, assets_of, pages_of


def day(text: str) -> date:
    return date.fromisoformat(text)


def disclosure(name: str = "a", issued: str = "2026-03-02", category: str = "财务", **fields) -> Disclosure:
    """A disclosure at plans/<name>.md; `period` is a pair of dates, its 公示期, and `of` its 所属期."""
    if told_of := fields.pop("of", None):
        told_of = read_period(told_of)
    period = fields.pop("period", None)
    if period:
        fields["notice_period"] = NoticePeriod(" 至 ".join(period), day(period[0]), day(period[1]))
    given = {
        "title": f"公开{name}",
        "unit": "工会",
        "audience": "internal",
        "department": "财务室",
        "period": told_of,
        **fields,
    }
    return Disclosure(path=f"plans/{name}.md", date=day(issued), category=category, **given)


def proposal(name: str = "a", issued: str = "2026-03-02", **fields) -> Proposal:
    """A proposal at plans/<name>.md, accepted; dates as text. One that says when it was answered has an answer."""
    for key in ("due", "answered"):
        if fields.get(key):
            fields[key] = day(fields[key])
    if fields.get("answered"):
        fields.setdefault("answer", "已办。")
    if fields.get("merged_into"):
        fields["merged_into"] = Reference(fields["merged_into"], 1, 1)
    fields["rounds"] = tuple(Round(day(at), word, 1, 1) for at, word in fields.get("rounds", ()))
    given = {
        "title": f"提案{name}",
        "unit": "工会",
        "audience": "internal",
        "session": "三届二次",
        "triage": "accepted",
    }
    body = fields.pop("body", "")
    return Proposal(
        path=f"plans/{name}.md", date=day(issued), body=body, tree=read_body(body), **{**given, **fields}
    )


def catalog_of(
    *documents: Document,
    today: date = TODAY,
    audience: str = "internal",
    files: Files | None = None,
    history: History | None = None,
    **settings,
) -> Catalog:
    known = files or Files(), history or History()
    return build_catalog(documents, Settings.model_validate(settings), today, *known, audience=audience)


def page_of(catalog: Catalog, address: str) -> Page:
    return next(page for page in pages_of(catalog) if page.address == address)


def asset_of(catalog: Catalog, address: str) -> Asset:
    return next(asset for asset in assets_of(catalog) if asset.address == address)


def html_of(catalog: Catalog, address: str) -> str:
    return PageRenderer(catalog).render(page_of(catalog, address)).html


def tree_of(catalog: Catalog, address: str) -> ET.Element:
    """The page as elements; fails where its HTML is not well formed."""
    return ET.fromstring(f"<main>{html_of(catalog, address)}</main>")


def text_of(element: ET.Element) -> str:
    """What a reader sees of it, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def rows_of(tree: ET.Element) -> list[dict[str, str]]:
    """The rows of a page's table as label → text, as a phone shows them; a cell without a label fails."""
    return [
        {cell.attrib["data-label"]: text_of(cell) for cell in row}
        for row in tree.findall(".//table/tbody/tr")
    ]


def links_of(element: ET.Element) -> list[str]:
    return [link.attrib["href"] for link in element.iter("a")]
