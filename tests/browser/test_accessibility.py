"""What axe-core finds, on every kind of page in every appearance; and that keys reach all that fingers reach."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from browser.conftest import SIZES
from browser.lists import LISTS

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN = """async (rules) => {
  // Rows out of sight have no size before they are scrolled to; then they have.
  document.querySelectorAll("tbody").forEach((rows) => { rows.style.contentVisibility = "visible"; });
  const found = await axe.run(document, {
    resultTypes: ["violations"],
    preload: false,  // Of stylesheets and films, which no rule asks for that is on.
    ...(rules ? {runOnly: rules} : {rules: {"target-size": {enabled: true}}}),
  });
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 150)}`));
}"""
FURTHER = [
    "search/?q=%E6%95%99%E8%81%8C%E5%B7%A5",
    "404.html",
    "guide/plan/",
    "guide/fields/",
    "guide/activities/",
]
"""Kinds of pages that are no lists of the board's: search, a page not found, the guide's tables and samples."""

STOP = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  // The colours are radio buttons without size, below their labels; the menu's panels open with check boxes.
  const shown = element.matches(".md-option, .md-nav__toggle") ? element.nextElementSibling : element;
  const box = shown.getBoundingClientRect();
  const style = getComputedStyle(shown);
  return {
    name: element.outerHTML.slice(0, 150),
    again: !!element.reached || !(element.reached = true),
    inSight: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""
MISSED = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter((element) => {
  const box = element.getBoundingClientRect();
  // Of several radio buttons, keys reach the chosen one, and arrows the others.
  const other = element.type === "radio" && !element.checked;
  return !element.reached && !other && box.width && element.checkVisibility({visibilityProperty: true, opacityProperty: true});
}).map((element) => element.outerHTML.slice(0, 150))"""


def violations(page, rules: list[str] | None = None) -> list[str]:
    """What axe-core finds on a page as it is now, by some `rules` or by all; run from outside, as the page's policy lets no script in."""
    page.evaluate(AXE)
    return page.evaluate(RUN, rules)


OF_SIZE = ["target-size", "scrollable-region-focusable"]
"""The rules that larger letters can break; names, roles and contrast, of which large ones need less, they cannot."""


@pytest.mark.parametrize(
    ("size", "scheme", "large"),
    [("desktop", "light", False), ("phone", "dark", False), ("phone", "light", True)],
)
def test_nothing_is_found_on_any_kind_of_page(chromium, address, one_of_each, size, scheme, large):
    # Colours are judged when nothing fades in any more.
    context = chromium.new_context(
        viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce", locale="zh-CN"
    )
    page = context.new_page()
    if large:
        page.goto(address)
        page.get_by_role("button", name="大字").click()
    found = {}
    for path in [*LISTS, *FURTHER, *one_of_each, f"{one_of_each[0]}#nb-wall"]:
        page.goto(address + path)
        if path.startswith("search/"):
            page.locator(".nb-hit").first.wait_for()
        assert page.locator("html.nb-large").count() == large
        found[path] = violations(page, OF_SIZE if large else None)
    context.close()
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_nothing_is_found_in_the_open_menu(chromium, address):
    page = chromium.new_page(viewport=SIZES["phone"], reduced_motion="reduce")
    page.goto(address + "guide/plan/")
    page.get_by_role("button", name="菜单").click()
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("path", ["", "months/2026/03/", "disclosure/ledger/", "guide/plan/"])
def test_keys_reach_everything_in_sight(context, address, path):
    page = context.new_page()
    page.goto(address + path)
    stops = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["again"]:
            break
        stops.append(stop)
    assert len(stops) > 8
    assert [stop["name"] for stop in stops if not (stop["inSight"] and stop["ring"])] == []
    assert page.evaluate(MISSED) == []


def focused(page) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


def test_keys_walk_through_the_menu_of_a_phone(chromium, address):
    page = chromium.new_page(viewport=SIZES["phone"], reduced_motion="reduce")
    page.goto(address + "months/2026/03/")
    menu = page.get_by_role("button", name="菜单")
    assert menu.get_attribute("aria-expanded") == "false"
    menu.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    panel = page.get_by_role("checkbox", name="编写指南")
    panel.press("Space")
    page.keyboard.press("Tab")
    assert focused(page) == "照着走一遍"
    panel.press("Space")
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert focused(page) == "菜单"
    assert not page.get_by_role("link", name="校务公开").first.is_visible()
    page.close()


def test_a_wide_screen_needs_no_menu(chromium, address):
    page = chromium.new_page(viewport=SIZES["desktop"])
    page.goto(address)
    assert page.locator(".nb-menu").count() == 1
    assert not page.locator(".nb-menu").is_visible()
    page.close()


def test_keys_walk_through_the_menu_without_scripts(chromium, address):
    context = chromium.new_context(
        java_script_enabled=False, viewport=SIZES["phone"], reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address + "months/2026/03/")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    disclosure = page.locator(".md-sidebar--primary").get_by_role("link", name="校务公开")
    assert disclosure.is_visible()
    disclosure.press("Enter")
    page.wait_for_url("**/disclosure/")
    context.close()


def test_keys_choose_the_colours(context, address):
    page = context.new_page()
    page.goto(address)
    before = page.evaluate("document.body.getAttribute('data-md-color-scheme')")
    page.locator(".md-option").first.press("ArrowRight")
    assert page.evaluate("document.body.getAttribute('data-md-color-scheme')") != before


def test_nothing_moves_for_those_who_asked_for_rest(chromium, address):
    page = chromium.new_page(reduced_motion="reduce")
    page.goto(address)
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((element) => {
          const style = getComputedStyle(element);
          return style.transitionDuration !== "0s" || style.animationName !== "none";
        }).map((element) => element.outerHTML.slice(0, 100))"""
    )
    page.close()
    assert moving == []


class _Outline(HTMLParser):
    """The language, the landmarks and the first link of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.landmarks: dict[str, int] = {}
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag, attributes) -> None:
        found = dict(attributes)
        if tag == "html":
            self.language = found.get("lang")
        if tag in ("main", "header", "footer") and (
            tag == "main" or found.get("class", "").startswith("md-")
        ):
            self.landmarks[tag] = self.landmarks.get(tag, 0) + 1
        if tag == "a":
            self.links.append(found.get("href"))
        self.ids.add(found.get("id"))


def test_every_page_has_its_language_its_landmarks_and_a_way_past_the_menu(sample_site):
    for place in sample_site.rglob("*.html"):
        outline = _Outline()
        outline.feed(place.read_text(encoding="utf-8"))
        assert outline.language == "zh", place
        assert outline.landmarks == {"header": 1, "main": 1, "footer": 1}, place
        assert "#board" in outline.links[:2] and "board" in outline.ids, place
