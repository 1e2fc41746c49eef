"""The front page on its reader's day, which is not always the day it was built."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def front(chromium, address):
    """`front(day)`: the front page of 2026-11-20, read on another day."""
    contexts = []

    def opened(day: str, **options) -> Page:
        context = chromium.new_context(viewport=PHONE, timezone_id="Asia/Shanghai", **options)
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
    parts = [page.locator(".nb-columns").inner_text() for page in (with_scripts, without)]
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
    assert ways.all_inner_texts() == ["逐月活动", "通知", "校务公开", "提案", "各单位", "搜索"]
    for name in ("校务公开", "搜索"):
        page.locator(".nb-ways a", has_text=name).click()
        assert page.locator("h1").inner_text() == name
        page.go_back()
