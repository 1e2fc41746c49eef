"""Calendars and charts as a reader meets them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import vobject

pytestmark = pytest.mark.browser

TEXT_SIZES = """
() => [...document.querySelectorAll("svg text")].map(text => parseFloat(getComputedStyle(text).fontSize))
"""
OVERLAPS = """
() => {
  const boxes = [...document.querySelectorAll(".nb-columns-chart text")].map(text => text.getBoundingClientRect());
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return boxes.some((box, place) => boxes.slice(place + 1).some(other => meet(box, other)));
}
"""
FILLS = """
() => [...document.querySelector(".nb-legend").children].map(
  item => [...item.querySelectorAll("rect")].map(rect => getComputedStyle(rect).fill).join(" "))
"""


@pytest.mark.parametrize(("width", "shown"), [(1280, True), (800, False), (360, False)])
def test_a_month_is_a_grid_where_there_is_room_and_always_a_list(chromium, address, width, shown):
    page = chromium.new_page(viewport={"width": width, "height": 800})
    page.goto(address + "months/2026/10/", wait_until="domcontentloaded")
    assert page.locator(".nb-wall").is_visible() is shown
    assert page.locator(".nb-entry").first.is_visible()
    holidays = page.locator(".nb-holidays").inner_text()
    page.close()
    assert "10月1日至7日 国庆节放假" in holidays and "10月10日（周六） 国庆节调休，上班" in holidays


def test_the_readers_day_is_marked(chromium, address):
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.clock.set_fixed_time(datetime(2026, 11, 25, 4, tzinfo=UTC))
    page.goto(address + "months/2026/11/")
    marked = page.locator(".nb-wall [aria-current]")
    assert marked.evaluate_all("marks => marks.map(mark => mark.dateTime)") == ["2026-11-25"]
    page.close()


def test_without_a_script_no_day_is_marked(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "months/2026/11/")
    assert page.locator(".nb-wall time").count() == 30
    assert page.locator(".nb-wall [aria-current]").count() == 0
    context.close()


def test_an_activity_of_the_grid_leads_to_its_line(chromium, address):
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + "months/2026/10/")
    page.locator(".nb-wall a").first.click()
    page.wait_for_url("**/plans/**")
    target = page.url.partition("#")[2]
    assert page.locator(f"[id='{target}']").count() == 1
    page.close()


def test_one_takes_an_activity_and_a_month_to_ones_own_calendar(chromium, address):
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + "months/2026/12/")
    for link in (page.locator(".nb-entry__calendar").first, page.get_by_text("下载本月日程")):
        with page.expect_download() as found:
            link.click()
        calendar = vobject.readOne(found.value.path().read_text(encoding="utf-8"))
        assert calendar.vevent.summary.value
    page.close()


def test_the_page_of_subscriptions_leads_to_files_that_are_there(chromium, address):
    page = chromium.new_page()
    page.goto(address + "subscribe/")
    links = page.locator("article a[type]").evaluate_all("links => links.map(link => link.href)")
    assert len(links) > 8
    for link in links:
        answer = page.request.get(link)
        assert answer.ok
        assert answer.text().startswith(("BEGIN:VCALENDAR\r\n", "<?xml"))
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_charts_keep_the_size_of_their_text(chromium, address, width):
    page = chromium.new_page(viewport={"width": width, "height": 740})
    page.goto(address + "months/2026/charts/")
    sizes = page.evaluate(TEXT_SIZES)
    assert len(sizes) == 24 and min(sizes) >= 11
    assert page.evaluate(OVERLAPS) is False
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_states_of_a_chart_differ_in_pattern_as_well(chromium, address, scheme):
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(address + "months/2026/charts/")
    fills = page.evaluate(FILLS)
    assert len(set(fills)) == 4
    assert [("nb-hatch" in fill, "nb-dots" in fill) for fill in fills] == [
        (False, False), (True, False), (False, True), (False, False),
    ]  # fmt: skip
    context.close()
