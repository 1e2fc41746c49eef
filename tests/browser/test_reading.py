"""For every reader: headings, the keyboard, fingers, colours."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from browser.lists import LISTS

pytestmark = pytest.mark.browser

ROWS = ".nb-document:not([hidden]), .nb-entry:not([hidden])"
TARGETS = (
    ".nb-ways a, .nb-links a, .nb-files a, .nb-pager a, .nb-strip a, .nb-month a, .nb-crumbs a, .nb-plan h3 a,"
    ".nb-entry__reports a, .nb-entry__calendar, .nb-counts a"
)
SMALL = """
(selector) => [...document.querySelectorAll(selector)].filter(element => {
  const box = element.getBoundingClientRect();
  return box.width && (Math.round(box.height) < 44 || Math.round(box.width) < 40);
}).map(element => element.outerHTML.slice(0, 120))
"""
SMALL_TO_THE_TOUCH = r"""
() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary, label.md-header__button")]
  .filter(element => {
    // The theme's menu is off the screen, its switches have labels, cards have no heads; a link amid a sentence is as tall as its line.
    if (element.closest(".md-sidebar, .md-skip, thead, [hidden]") || element.matches(".md-toggle, .md-option")) return false;
    const around = element.parentElement.innerText || "";
    if (getComputedStyle(element).display === "inline" && around.trim().length > element.innerText.trim().length + 1) return false;
    if (!element.closest("article [class^=nb-], .md-header, .md-footer")) return false; // Hand-written prose.
    element.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
    const box = element.getClientRects()[0];
    if (!box || !box.width || getComputedStyle(element).visibility === "hidden") return false;
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const reaches = way => {
      let steps = 0;
      while (steps < 60 && element.contains(document.elementFromPoint(x, y + way * (steps + 1)))) steps += 1;
      return steps;
    };
    return reaches(-1) + reaches(1) + 1 < 43;
  }).map(element => element.outerHTML.slice(0, 120))
"""
# What stands in a closed fold is nowhere on the screen, so nothing could be tapped there.
OPEN_ALL_FOLDS = "() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })"
MISSED = """
(selector) => [...document.querySelectorAll(selector)].filter(row => {
  row.scrollIntoView({block: "center", behavior: "instant"});
  const box = row.getBoundingClientRect();
  const hit = document.elementFromPoint(box.right - 8, box.bottom - 6);
  return !(hit && hit.closest("a") && row.contains(hit));
}).map(row => row.innerText)
"""
CONTRAST = """
() => {
  const channel = value => { value /= 255; return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = element => {
    for (let node = element; node; node = node.parentElement) {
      const colour = parts(getComputedStyle(node).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const weak = new Set();
  for (const element of document.querySelectorAll("article *, footer *, .md-tabs a")) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!own || !element.getClientRects().length) continue;
    const one = light(parts(getComputedStyle(element).color)), other = light(ground(element));
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) weak.add(`${ratio.toFixed(2)} ${element.tagName} ${element.className} ${element.textContent.slice(0, 30)}`);
  }
  return [...weak];
}
"""


class _Headings(HTMLParser):
    """The levels of the headings inside a page's article."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self._inside = False

    def handle_starttag(self, tag, attributes) -> None:
        if tag == "article":
            self._inside = True
        elif self._inside and re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))

    def handle_endtag(self, tag) -> None:
        if tag == "main":
            self._inside = False


def levels_of(place: Path) -> list[int]:
    headings = _Headings()
    headings.feed(place.read_text(encoding="utf-8"))
    return headings.levels


def test_every_page_begins_with_its_one_first_heading(sample_site):
    for place in sample_site.rglob("*.html"):
        levels = levels_of(place)
        assert levels.count(1) == 1 and levels[0] == 1, place


def test_headings_of_lists_skip_no_level(sample_site):
    for path in LISTS:
        levels = levels_of(sample_site / path / "index.html")
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (path, levels)


def test_fingers_find_their_targets(chromium, address, one_of_each):
    page = chromium.new_page(viewport={"width": 360, "height": 740}, has_touch=True)
    for path in [*LISTS, *one_of_each]:
        page.goto(address + path, wait_until="domcontentloaded")
        assert page.evaluate(SMALL, f"{TARGETS}, {ROWS}") == [], path
    page.close()


def test_whatever_can_be_tapped_is_as_tall_as_a_finger(chromium, address, one_of_each):
    page = chromium.new_page(viewport={"width": 360, "height": 740}, has_touch=True, reduced_motion="reduce")
    small = {}
    for path in [*LISTS, *one_of_each]:
        page.goto(address + path)
        page.evaluate(OPEN_ALL_FOLDS)
        if found := page.evaluate(SMALL_TO_THE_TOUCH):
            small[path] = found
    page.close()
    assert small == {}


def test_the_months_of_a_year_are_a_strip_to_swipe(chromium, address):
    page = chromium.new_page(viewport={"width": 360, "height": 740}, has_touch=True)
    page.goto(address + "months/2026/11/")
    strip = page.locator(".nb-strip")
    assert len({link.bounding_box()["y"] for link in strip.locator("li").all()}) == 1
    assert strip.evaluate("strip => strip.scrollWidth > strip.clientWidth")
    assert strip.locator("[aria-current]").evaluate(
        "month => { const box = month.getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth; }"
    )
    page.touchscreen.tap(*_middle(strip.get_by_text("10月", exact=True)))
    page.wait_for_url("**/months/2026/10/")
    page.close()


def _middle(place) -> tuple[float, float]:
    box = place.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("path", ["", "months/2026/03/", "archive/"])
def test_the_whole_row_opens_what_it_names(chromium, address, path):
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + path)
    assert page.locator(ROWS).count() > 3
    assert page.evaluate(MISSED, ROWS) == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(chromium, address, one_of_each, scheme):
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    for path in [*LISTS, *one_of_each]:
        page.goto(address + path)
        assert (
            page.locator(f"body[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]").count()
            == 1
        )
        assert page.evaluate(CONTRAST) == [], path
    context.close()


def test_the_keyboard_skips_to_the_content_and_shows_where_it_is(context, address):
    page = context.new_page()
    page.goto(address + "months/2026/03/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#board"
    page.keyboard.press("Enter")
    page.wait_for_url("**/#board")
    page.keyboard.press("Tab")
    focused = page.evaluate(
        "[document.activeElement.closest('article') !== null, getComputedStyle(document.activeElement).outlineWidth]"
    )
    assert focused == [True, "3px"]


def test_a_list_keeps_the_markers_its_officer_typed(chromium, address):
    page = chromium.new_page()
    page.goto(address + "months/2026/03/")
    kinds = ("dunhao", "brackets", "paren", "circled")
    styles = page.evaluate(
        """(kinds) => {
            const body = document.querySelector("article").appendChild(document.createElement("div"));
            body.className = "nb-body";
            body.innerHTML = kinds.map(kind => `<ol class="list-${kind}"><li></li></ol>`).join("");
            return [...body.children].map(list => getComputedStyle(list).listStyleType);
        }""",
        kinds,
    )
    page.close()
    assert styles == [f"nb-{kind}" for kind in kinds]


SIZE = "parseFloat(getComputedStyle(document.querySelector('.md-typeset')).fontSize)"


def test_large_type_is_remembered(context, address):
    page = context.new_page()
    page.goto(address)
    usual = page.evaluate(SIZE)
    page.get_by_role("button", name="大字").click()
    assert page.evaluate(SIZE) > 1.25 * usual
    page.goto(address + "archive/")
    assert page.evaluate(SIZE) > 1.25 * usual
    switch = page.get_by_role("button", name="大字")
    assert switch.get_attribute("aria-pressed") == "true"
    switch.click()
    page.reload()
    assert page.evaluate(SIZE) == usual


def test_large_type_fits_the_narrowest_phone(chromium, address, one_of_each):
    context = chromium.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="大字").click()
    wide = []
    for path in [*LISTS, *one_of_each]:
        page.goto(address + path)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0 or page.locator(".nb-search__open").bounding_box()["x"] > 320 - 40:
            wide.append((path, over))
    context.close()
    assert wide == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_asks_for_more_contrast_gets_it(chromium, address, scheme):
    greys = []
    for contrast in ("no-preference", "more"):
        context = chromium.new_context(color_scheme=scheme, contrast=contrast)
        page = context.new_page()
        page.goto(address + "months/2026/03/")
        assert page.evaluate(CONTRAST) == []
        greys.append(page.evaluate("getComputedStyle(document.querySelector('.nb-entry__when')).color"))
        context.close()
    light = [sum(int(part) for part in grey[4:-1].split(", ")) for grey in greys]
    assert light[1] < light[0] if scheme == "light" else light[1] > light[0]


def test_no_state_is_told_by_its_colour_alone(chromium, address):
    """Where an activity shows no word of its state, the heading above it does."""
    page = chromium.new_page()
    for path in ["", "months/2026/03/", "months/2026/11/", "units/union/"]:
        page.goto(address + path)
        told = page.evaluate(
            """() => [...document.querySelectorAll(".nb-entry")].filter(entry => {
              const usual = entry.matches(".nb-entry--planned, .nb-entry--recurring");
              const heading = entry.closest("section").querySelector("h2, h3").innerText;
              return !usual && !entry.querySelector(".nb-state") &&
                !/逾期|完成|待定|延期|取消|固定|要做|记录/.test(heading);
            }).map(entry => entry.innerText)"""
        )
        assert told == [], path
    page.close()


def test_a_table_that_goes_on_beyond_the_screen_shows_so(chromium, address):
    page = chromium.new_page(viewport={"width": 320, "height": 640})
    page.goto(address + "plans/2025/jing-fei-yu-suan-gong-kai-geng-zheng/")
    table = page.locator(".table-wrap").first
    scrolls = table.evaluate(
        "wrap => { wrap.scrollLeft = 20; return [wrap.scrollLeft, getComputedStyle(wrap).backgroundImage.includes('gradient')]; }"
    )
    page.close()
    assert scrolls == [20, True]
