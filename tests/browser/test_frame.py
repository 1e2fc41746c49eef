"""What moves around a page: title, contents, the way back to the top, what is folded, light and dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytestmark = pytest.mark.browser

LONG = "guide/plan/"
DESKTOP = {"width": 1366, "height": 768}
SCHEME = "document.body.getAttribute('data-md-color-scheme')"
ACTIVE = "[...document.querySelectorAll('.md-nav--secondary .md-nav__link--active')].map((link) => link.hash)"


@pytest.fixture
def page(chromium, address) -> Iterator:
    page = chromium.new_page(viewport=DESKTOP)
    page.goto(address + LONG)
    yield page
    page.close()


def scroll(page, pixels: int) -> None:
    """Down from the top, and waits until the page stands there and has been drawn."""
    page.mouse.wheel(0, pixels)
    page.wait_for_function("pixels => window.pageYOffset >= pixels - 1", arg=pixels)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_the_contents_follow_the_reader_to_the_end(page):
    seen = []
    while not page.evaluate(
        "window.pageYOffset + window.innerHeight >= document.documentElement.scrollHeight - 1"
    ):
        page.mouse.wheel(0, 700)
        page.wait_for_timeout(60)
        seen += page.evaluate(ACTIVE)
    links = page.evaluate(
        "[...document.querySelectorAll('.md-nav--secondary .md-nav__link')].map((link) => link.hash)"
    )
    assert len(dict.fromkeys(seen)) > 2
    page.wait_for_function(f"last => String({ACTIVE}) === last", arg=links[-1])
    assert page.locator(".md-nav--secondary .md-nav__link--active").is_visible()


def test_the_side_column_stays_in_sight_and_within_the_screen(page):
    scroll(page, 2000)
    box = page.locator(".md-sidebar--secondary").bounding_box()
    assert 0 <= box["y"] < 150 and box["y"] + box["height"] <= DESKTOP["height"] + 1


def test_the_header_names_the_page_once_its_heading_is_gone(page):
    active = ".md-header__title--active"
    assert not page.locator(active).count()
    page.mouse.wheel(0, 1500)
    page.locator(active).wait_for()
    page.mouse.wheel(0, -5000)
    page.wait_for_function(f"() => !document.querySelector('{active}')")


def test_the_way_to_the_top_is_offered_on_the_way_back(page):
    button = page.locator(".md-top")
    scroll(page, 3000)
    assert button.get_attribute("hidden") is not None and button.get_attribute("tabindex") == "-1"
    page.mouse.wheel(0, -300)
    page.wait_for_function("() => !document.querySelector('.md-top').hidden")
    button.click()
    page.wait_for_function("() => window.pageYOffset === 0 && document.querySelector('.md-top').hidden")


def test_an_address_opens_what_is_folded_around_its_place(page):
    page.evaluate(
        """() => document.querySelector("article").insertAdjacentHTML("beforeend",
          "<details><summary>外</summary><details><summary>内</summary><p id='deep'>深处</p></details></details>")"""
    )
    page.evaluate("location.hash = '#deep'")
    page.wait_for_function(
        "() => document.querySelectorAll('details[open] details[open] #deep').length === 1"
    )
    assert page.locator("#deep").is_visible()


def test_an_address_cut_in_the_middle_of_a_sign_breaks_nothing(page, address):
    page.goto("about:blank")
    page.goto(address + LONG + "#%E5%86")
    page.wait_for_function("() => document.documentElement.classList.contains('js')")
    page.mouse.wheel(0, 1500)
    page.locator(".md-header__title--active").wait_for()


@pytest.mark.parametrize("scheme, expected", [("dark", "slate"), ("light", "default")])
def test_colours_are_the_devices_until_the_reader_chooses(chromium, address, scheme, expected):
    context = chromium.new_context(color_scheme=scheme, viewport=DESKTOP)
    page = context.new_page()
    page.goto(address)
    assert page.evaluate(SCHEME) == expected
    shown = page.locator("label[for^=__palette]:visible")
    assert shown.count() == 1
    shown.click()
    chosen = page.evaluate(SCHEME)
    page.goto(address + LONG)
    assert chosen != expected and page.evaluate(SCHEME) == chosen
    context.close()


def test_a_link_within_the_page_closes_the_menu_of_a_phone(chromium, address):
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + LONG)
    page.locator(".nb-menu").click()
    assert page.evaluate("document.getElementById('__drawer').checked")
    page.evaluate("location.hash = document.querySelector('.md-nav--secondary .md-nav__link').hash")
    page.wait_for_function("() => !document.getElementById('__drawer').checked")
    page.close()
