"""What only the built site in a browser can prove: it fits, it stands alone, one can walk through it."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from browser.lists import LISTS

pytestmark = pytest.mark.browser

FIRST_VISIT = 200 * 1024
"""Bytes, compressed, that a page may take of a reader whose browser has nothing of the site yet."""
WIDTHS = (1280, 820, 360, 320)
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN = """async ([address, widths]) => {
  const frame = document.querySelector("#frame");
  const loaded = new Promise((done) => { frame.onload = done; });
  frame.src = address;
  await loaded;
  const over = [];
  for (const width of widths) {
    frame.style.width = width + "px";
    // Scripts that follow the width have their turn.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const page = frame.contentDocument.documentElement;
    over.push([page.clientWidth, page.scrollWidth - page.clientWidth]);
  }
  return over;
}"""
"""Opens a page in the frame, at one width behind the other: a window takes ten times as long to change its own."""


@dataclass(slots=True)
class Visit:
    """What was seen of one page of the site."""

    path: str
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    too_wide: list[tuple[int, int]] = field(default_factory=list)
    """Widths of the screen at which it is wider, and by how much, in pixels."""


def visit_all(chromium: Browser, address: str, sample_site: Path) -> list[Visit]:
    """Every page of the site, opened once.

    The policy is off, which would keep back what a page asks for elsewhere before it can be noted. The theme slides its
    drawer in and out when a window changes its width; half-way it is too wide.
    """
    context = chromium.new_context(bypass_csp=True, reduced_motion="reduce", locale="zh-CN")
    page = context.new_page()
    visits = [Visit("")]
    page.on("request", lambda request: visits[-1].requests.append(request.url))
    page.on("pageerror", lambda error: visits[-1].faults.append(str(error)))
    page.on("response", lambda response: response.status >= 400 and visits[-1].faults.append(response.url))
    page.goto(address + "404.html")
    page.evaluate("document.body.innerHTML = '<iframe id=frame height=740 style=border:0></iframe>'")
    for place in sorted(sample_site.rglob("*.html")):
        visits.append(Visit(place.relative_to(sample_site).as_posix().removesuffix("index.html")))
        seen = page.evaluate(OPEN, [address + visits[-1].path, WIDTHS])
        assert [width for width, _ in seen] == [*WIDTHS]
        visits[-1].too_wide += [(width, over) for width, over in seen if over > 0]
    context.close()
    return visits[1:]


def test_every_page_fits_its_screen_stands_alone_and_is_small(chromium, address, sample_site):
    """One test, for one tour through all pages, which takes longer than all that is looked at."""

    @cache
    def size(url: str) -> int:
        """Bytes of what a page asks for, as a server compresses it."""
        place = sample_site / unquote(urlsplit(url).path.lstrip("/"))
        return len(gzip.compress((place / "index.html" if place.is_dir() else place).read_bytes(), 6))

    visits = visit_all(chromium, address, sample_site)
    weights = {
        visit.path: sum(size(url) for url in set(visit.requests) if url.startswith(address))
        for visit in visits
    }
    assert all(len(visit.requests) > 5 for visit in visits) and min(weights.values()) > 40_000
    own = (address, "data:", "blob:")
    found = {
        "wider than its screen": {visit.path: visit.too_wide for visit in visits if visit.too_wide},
        "asks others": [url for visit in visits for url in visit.requests if not url.startswith(own)],
        "a first visit is large": {path: weight for path, weight in weights.items() if weight > FIRST_VISIT},
        "a script fails": {visit.path: visit.faults for visit in visits if visit.faults},
    }
    assert {fault: pages for fault, pages in found.items() if pages} == {}


def test_no_page_is_wider_than_a_phone_when_text_is_twice_its_size(large_text, address, one_of_each):
    page = large_text.new_page(viewport={"width": 360, "height": 740})
    wide = []
    for path in [*LISTS, *one_of_each]:
        page.goto(address + path, wait_until="domcontentloaded")
        over = page.evaluate(TOO_WIDE)
        if over > 0:
            wide.append((path, over))
    enlarged = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.md-typeset')).fontSize)")
    page.close()
    assert wide == []
    assert enlarged >= 32


SHIFTS = """
window.__shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.__shifts.push(entry.value)))
  .observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize("path", ["", "months/2026/11/", "disclosure/ledger/", "guide/plan/"])
def test_nothing_jumps_when_scripts_come_after_the_page_is_painted(chromium, address, path):
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.add_init_script(SHIFTS)
    held = []
    page.route("**/frame.js", lambda route: held.append(route))
    with page.expect_request("**/frame.js"):
        page.goto(address + path, wait_until="commit")
    page.locator("footer").wait_for()
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    page.wait_for_function(
        "() => document.documentElement.classList.contains('js') && document.readyState === 'complete'"
    )
    moved = sum(page.evaluate("window.__shifts"))
    page.close()
    assert moved < 0.02


def test_every_page_is_readable_without_scripts(chromium, address, one_of_each):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in [*LISTS, *one_of_each]:
        page.goto(address + path, wait_until="domcontentloaded")
        assert page.locator("h1").first.is_visible(), path
        assert len(page.locator("article").first.inner_text()) > 20, path
    context.close()


def test_the_menu_opens_on_a_phone_without_scripts(chromium, address):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + "months/2026/03/")
    page.locator("label[for=__drawer].md-header__button").click()
    page.locator(".md-sidebar--primary a", has_text="校务公开").click()
    page.wait_for_url("**/disclosure/")
    context.close()


def test_a_lost_reader_is_told_so_in_chinese(context, address):
    page = context.new_page()
    page.goto(address + "404.html")
    assert page.locator("h1").inner_text() == "没有这一页"


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


def test_the_front_page_tells_what_matters_on_one_phone_screen(chromium, address):
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto(address)
    for name in (".nb-ways", ".nb-section--pinned", "#nb-closing", ".nb-deadline"):
        box = page.locator(name).first.bounding_box()
        assert box["y"] + min(box["height"], 44) <= 740, name
    page.close()


def test_the_chosen_month_is_in_sight_on_a_phone(chromium, address):
    page = chromium.new_page(viewport={"width": 320, "height": 600})
    page.goto(address + "months/2026/11/")
    box = page.locator(".nb-strip [aria-current]").bounding_box()
    page.close()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320
    assert box["y"] + box["height"] <= 600


def test_the_footer_says_how_fresh_the_board_is(context, address):
    page = context.new_page()
    page.goto(address + "about/")
    assert "2026年11月20日" in page.locator("footer").inner_text()
