"""The front page on its reader's day, which is not always the day it was built."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def front(chromium, address):
    """`front(day)`: the front page of 2026-11-20, read on another day."""
    contexts = []

    def opened(day: str, **options) -> Page:
        context = chromium.new_context(viewport=PHONE, **options)
        contexts.append(context)
        page = context.new_page()
        page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T09:00:00+08:00"))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


def months(page: Page) -> list[str]:
    return [
        row.inner_text().partition("：")[0] for row in page.locator("[data-month]").all() if row.is_visible()
    ]


def coming(page: Page) -> list[str]:
    return [row.inner_text() for row in page.locator(".nb-coming .nb-entry__when").all() if row.is_visible()]


def test_on_the_day_it_was_built_it_stays_as_it_is(front):
    with_scripts, without = front("2026-11-20"), front("2026-11-20", java_script_enabled=False)
    parts = [page.locator(".nb-columns .nb-section").all_inner_texts() for page in (with_scripts, without)]
    assert parts[0] == parts[1]
    assert months(without) == ["11月活动"]
    assert len(coming(without)) == 6


def test_it_shows_the_readers_month_and_what_comes_from_there(front):
    page = front("2026-12-03")
    assert page.locator(".nb-today").inner_text() == "2026年12月3日（周四）"
    assert months(page) == ["12月活动"]
    assert "12月7日至11日" in coming(page)
    assert not any(when.startswith("11月") for when in coming(page))
    assert page.locator("[data-month]:visible a").get_attribute("href") == "months/2026/12/"


def test_what_is_over_leaves_and_the_next_moves_up(front):
    before, after = front("2026-11-20"), front("2026-11-26")
    assert "11月25日（周三）" in coming(before)
    assert "11月25日（周三）" not in coming(after)
    assert len(coming(after)) <= 6 + 4


def test_a_notice_leaves_when_its_period_is_over(front):
    assert front("2026-11-20").get_by_text("还有 1 天").is_visible()
    assert not front("2026-11-21").locator("#nb-open").is_visible()


def test_a_page_that_is_months_old_keeps_the_month_it_was_built_in(front):
    page = front("2027-05-06")
    assert months(page) == ["11月活动"]
    assert coming(page) == []
    assert page.get_by_text("今后两周没有安排。").is_visible()


def test_everything_that_matters_is_one_tap_away(front):
    page = front("2026-11-20", java_script_enabled=False)
    ways = page.locator(".nb-ways a")
    assert ways.all_inner_texts() == [
        "逐月活动",
        "通知",
        "校务公开",
        "提案",
        "办事",
        "找委员",
        "各单位",
        "搜索",
    ]
    for name in ("校务公开", "搜索"):
        page.locator(".nb-ways a", has_text=name).click()
        expect(page.locator("h1")).to_have_text(name)
        page.go_back()


def choose(page: Page, unit: str) -> None:
    page.get_by_label("我的单位").select_option(label=unit)


def units(page: Page) -> set[str]:
    """The slugs of the units whose rows are shown."""
    rows = page.locator("li[data-unit]:visible").all()
    return {slug for row in rows for slug in row.get_attribute("data-unit").split()}


def test_without_a_choice_and_without_scripts_all_units_are_shown(front):
    with_scripts, without = front("2026-11-20"), front("2026-11-20", java_script_enabled=False)
    assert units(with_scripts) == units(without) == {"union", "east", "kindergarten"}
    assert not without.get_by_label("我的单位").is_visible()
    assert with_scripts.get_by_label("我的单位").bounding_box()["y"] > PHONE["height"]


def test_what_other_units_do_is_folded_and_not_lost(front):
    page = front("2026-11-20")
    choose(page, "东校区分工会")
    assert units(page) == {"union", "east"}
    assert page.locator(".nb-chosen").inner_text() == "东校区分工会"
    plans = page.locator("section", has=page.locator("#nb-plans"))
    fold = plans.get_by_role("button", name="其他单位的 2 项")
    fold.click()
    assert plans.locator("[data-unit=kindergarten]:visible").count() == 2
    assert fold.get_attribute("aria-expanded") == "true"
    fold.click()
    assert plans.locator("[data-unit=kindergarten]:visible").count() == 0


def test_all_units_are_one_choice_away(front):
    page = front("2026-11-20")
    before = page.locator(".nb-columns").inner_text()
    choose(page, "幼教部分工会")
    assert page.locator(".nb-columns").inner_text() != before
    choose(page, "全部单位")
    assert page.locator(".nb-columns").inner_text() == before
    page.reload()
    assert page.locator(".nb-columns").inner_text() == before


def test_the_choice_is_remembered_on_the_device_for_all_pages(front):
    page = front("2026-11-20")
    choose(page, "幼教部分工会")
    page.reload()
    assert units(page) == {"union", "kindergarten"}
    page.locator(".nb-ways a", has_text="通知").click()
    page.wait_for_url("**/notices/")
    assert page.get_by_label("我的单位").evaluate("box => box.selectedOptions[0].text") == "幼教部分工会"
    assert not page.get_by_role("heading", name="东校区分工会").is_visible()
    page.get_by_role("button", name="其他单位的").click()
    assert page.get_by_role("heading", name="东校区分工会").is_visible()
    choose(page, "全部单位")
    page.go_back()
    page.locator(".nb-ways").wait_for()
    assert units(page) == {"union", "east", "kindergarten"}


def test_it_is_remembered_for_a_site_on_a_disk(chromium, sample_site):
    page = chromium.new_page(viewport=PHONE)
    page.goto(f"file://{sample_site}/index.html")
    choose(page, "东校区分工会")
    page.goto(f"file://{sample_site}/notices/index.html")
    assert page.locator(".nb-chosen").inner_text() == "东校区分工会"
    page.close()


@pytest.mark.parametrize("kept", ['"gone"', "null", "7", '{"a": 1}', '"east"', "["])
def test_what_was_kept_of_a_unit_that_is_no_more_is_no_choice(front, kept):
    page = front("2026-11-20")
    page.evaluate("kept => localStorage.setItem('/.__unit', kept)", kept)
    page.reload()
    assert page.get_by_label("我的单位").input_value() == ""
    assert units(page) == {"union", "east", "kindergarten"}


def test_what_is_folded_takes_nobodys_place(front):
    page = front("2026-12-01")
    later = page.locator("section", has=page.locator("#nb-later"))
    own = "li:not([data-unit=east]):not([data-unit=kindergarten])"
    of_the_day = later.locator(own).evaluate_all(
        "rows => rows.filter((row) => row.dataset.from <= '2026-12-01' && '2026-12-01' <= row.dataset.until).length"
    )
    assert later.locator(f"{own}:visible").count() < min(of_the_day, 4)
    choose(page, "晨光小学工会")
    assert later.locator(f"{own}:visible").count() == min(of_the_day, 4)


def test_one_picture_tells_of_something_new_and_is_described(front):
    page = front("2026-11-20")
    picture = page.locator(".nb-told img")
    assert picture.count() == 1
    assert "篮球场" in picture.get_attribute("alt")
    assert picture.bounding_box()["y"] > PHONE["height"]
    picture.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.nb-told img').naturalWidth > 0")
    page.locator(".nb-told").click()
    expect(page.locator("h1")).to_have_text("关于举办2026年教职工篮球赛的通知")
