"""What only the built site in a browser can prove."""

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

PAGES = ["", "months/", "months/2026/", "months/2026/03/", "units/union/", "archive/", "tags/", "disclosure/", "disclosure/ledger/",
         "proposals/", "guide/"]  # fmt: skip


def documents(sample_site: Path) -> list[str]:
    board = json.loads((sample_site / "board.json").read_text(encoding="utf-8"))
    return [document["url"] for document in board["documents"]]


def test_no_page_is_wider_than_its_screen(context, address, sample_site):
    page = context.new_page()
    wide = []
    for path in [*PAGES, *documents(sample_site)]:
        page.goto(address + path, wait_until="domcontentloaded")
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            wide.append((path, over))
    assert wide == []


def test_no_request_leaves_the_site(context, address, sample_site):
    page = context.new_page()
    elsewhere = []
    page.on("request", lambda request: request.url.startswith((address, "data:", "blob:")) or elsewhere.append(request.url))
    for path in [*PAGES, *documents(sample_site)[:10]]:
        page.goto(address + path, wait_until="load")
    assert elsewhere == []


def test_no_script_fails(context, address, sample_site):
    page = context.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("response", lambda response: response.status >= 400 and faults.append(response.url))
    for path in [*PAGES, documents(sample_site)[0]]:
        page.goto(address + path, wait_until="load")
    assert faults == []


def test_every_page_is_readable_without_scripts(chromium, address, sample_site):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in [*PAGES, documents(sample_site)[0]]:
        page.goto(address + path, wait_until="domcontentloaded")
        assert page.locator("h1").first.is_visible(), path
        assert len(page.locator("article").first.inner_text()) > 20, path
    context.close()


def test_an_activity_leads_from_its_month_to_its_line_in_the_plan(context, address):
    page = context.new_page()
    page.goto(address + "months/2026/03/")
    link = page.locator(".nb-entry__text a").first
    text = link.inner_text()
    link.click()
    page.wait_for_load_state("domcontentloaded")
    anchor = page.url.partition("#")[2]
    target = page.locator(f"[id='{anchor}']")
    assert anchor and target.count() == 1
    assert text in target.inner_text().replace("\n", "")


def test_one_walks_through_the_months(context, address):
    page = context.new_page()
    page.goto(address + "months/2026/03/")
    page.locator("a[rel=next]").first.click()
    page.wait_for_url("**/months/2026/04/")
    page.locator("a[rel=prev]").first.click()
    page.wait_for_url("**/months/2026/03/")


def test_each_page_has_one_first_heading(context, address, sample_site):
    page = context.new_page()
    for path in [*PAGES, *documents(sample_site)[:10]]:
        page.goto(address + path, wait_until="domcontentloaded")
        assert page.locator("article h1").count() == 1, path
