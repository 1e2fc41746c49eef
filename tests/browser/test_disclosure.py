"""The disclosure section's scripts in a real browser: the ledger's filter, and the states on the reader's day."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from boards import write
from browser.conftest import SIZES
from noticeboard.content.notice_period import NoticePeriod
from site_builds import DISK_CONFIG, run_mkdocs

pytestmark = pytest.mark.browser

COUNT = 130
"""More than the ledger holds as rows before its script has run."""


def _files() -> dict[str, str]:
    files = {
        f"plans/d{number:03}.md": (
            f"---\n类型: 公开\n标题: 第{number}号事项{'食堂' if number % 10 == 0 else ''}\n"
            f"日期: {2024 + number % 3}-0{1 + number % 9}-11\n类别: {('财务', '其他')[number % 2]}\n"
            f"责任部门: {('总务处', '教务处', '工会')[number % 3]}\n---\n正文\n"
        )
        for number in range(COUNT - 2)
    }
    head = "类别: 财务\n责任部门: 工会\n依据: 办法\n反馈: 工会\n联系: 工会\n"
    for name, start, end in (("open", "2026-11-18", "2026-11-24"), ("upcoming", "2026-11-23", "2026-11-27")):
        files[f"plans/{name}.md"] = (
            f"---\n类型: 公开\n标题: {name}\n日期: 2026-11-18\n公示期: {start} 至 {end}\n{head}---\n正文\n"
        )
    return files


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = write(
        tmp_path_factory.mktemp("ledger"),
        {"mkdocs.yml": DISK_CONFIG, "docs/index.md": "# 首页\n", **_files()},
    )
    done = run_mkdocs(folder, "build", "--strict")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture
def ledger(site, context):
    """`ledger(hash)`: the ledger, opened from the disk, as soon as it has counted its rows; all its choices unfolded."""

    def open_ledger(anchor: str = "") -> Page:
        page = context.new_page()
        page.goto((site / "disclosure/ledger/index.html").as_uri() + anchor)
        expect(page.locator(".nb-shown")).to_contain_text("份")
        folded = page.locator(".nb-filter__unfold button")
        if folded.is_visible():
            assert folded.bounding_box()["height"] >= 44
            folded.click()
        return page

    return open_ledger


def titles(page: Page) -> list[str]:
    return page.locator(".nb-table--ledger tbody tr:not([hidden]) th a").all_text_contents()


def shown(page: Page):
    return expect(page.locator(".nb-shown"))


def test_all_rows_are_there(ledger):
    page = ledger()
    shown(page).to_have_text(f"共 {COUNT} 份")
    assert len(titles(page)) == COUNT
    assert page.locator(".nb-more").count() == 0
    # Those that came as text look like the first ones.
    first, last = (page.locator(".nb-table--ledger tbody tr").nth(place) for place in (2, COUNT - 1))
    labels = "row => Array.from(row.cells).map(cell => cell.dataset.label)"
    assert last.evaluate(labels) == first.evaluate(labels)
    assert re.fullmatch(r"2024年\d月11日", last.locator("time").text_content() or "")
    assert re.fullmatch(r"2024-\d\d-11", last.locator("time").get_attribute("datetime") or "")
    assert last.locator("th").get_attribute("scope") == "row"
    assert last.locator("code.nb-code").count() == last.locator(".nb-state").count() == 1


def test_filters_combine_and_stand_in_the_address(ledger):
    page = ledger()
    page.get_by_label("文字", exact=True).fill("食堂")
    shown(page).to_have_text(f"找到 13 份，共 {COUNT} 份")
    page.get_by_label("年份", exact=True).select_option("2024")
    shown(page).to_have_text(f"找到 5 份，共 {COUNT} 份")
    page.get_by_label("责任部门", exact=True).select_option("总务处")
    page.get_by_label("类别", exact=True).select_option("财务")
    shown(page).to_have_text(f"找到 5 份，共 {COUNT} 份")
    address = page.url
    assert quote("食堂") in address
    again = ledger("#" + address.partition("#")[2])
    shown(again).to_have_text(f"找到 5 份，共 {COUNT} 份")
    assert again.get_by_label("年份", exact=True).input_value() == "2024"
    assert titles(again) == titles(page)


def test_width_and_case_make_no_difference(ledger):
    page = ledger()
    page.get_by_label("文字", exact=True).fill("ＯＰＥＮ　工会")
    shown(page).to_have_text(f"找到 1 份，共 {COUNT} 份")


def test_nothing_found_is_said_and_all_come_back(ledger):
    page = ledger("#text=" + quote("没有这样的事"))
    shown(page).to_have_text(f"没有符合的，共 {COUNT} 份")
    assert titles(page) == []
    page.get_by_role("button", name="全部显示").click()
    shown(page).to_have_text(f"共 {COUNT} 份")
    assert "#" not in page.url


def test_an_address_that_means_nothing_shows_all(site, chromium):
    page = chromium.new_page()
    for anchor in ("#board", "#year=1999", "#text=%E9%A3", "#sort=<b>", "#", "#text="):
        page.goto("about:blank")
        page.goto((site / "disclosure/ledger/index.html").as_uri() + anchor)
        shown(page).to_have_text(f"共 {COUNT} 份")
    page.close()


def test_rows_are_sorted_by_a_column(ledger):
    page = ledger()
    newest = titles(page)

    def by(column: str) -> list[str]:
        page.get_by_label("排序", exact=True).select_option(column)
        expect(page.locator(".nb-table--ledger")).to_have_attribute("aria-busy", "false")
        return titles(page)

    assert by("日期")[-2:] == ["open", "upcoming"]
    assert [title[:4] for title in by("标题") if title[0] == "第"][:3] == ["第0号事", "第1号事", "第2号事"]
    assert by("-标题")[-1] == "第0号事项食堂"
    assert by("") == newest


def test_a_header_sorts_and_says_so(site, chromium):
    page = chromium.new_page(viewport=SIZES["desktop"])
    page.goto((site / "disclosure/ledger/index.html").as_uri())
    shown(page).to_have_text(f"共 {COUNT} 份")
    header = page.locator("th", has=page.get_by_role("button", name="按标题排序"))
    header.get_by_role("button").click()
    expect(header).to_have_attribute("aria-sort", "ascending")
    header.get_by_role("button").click()
    expect(header).to_have_attribute("aria-sort", "descending")
    assert page.locator("[aria-sort]").count() == 1
    page.close()


def test_controls_are_labelled_and_big_enough(ledger):
    page = ledger()
    for control in page.locator(".nb-filter p:not(.nb-filter__unfold) > :is(input, select, button)").all():
        assert control.bounding_box()["height"] >= 44
        assert control.evaluate("field => field.tagName === 'BUTTON' || field.labels.length === 1")


def test_without_scripts_the_whole_ledger_stands_and_no_filter(site, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "disclosure/ledger/index.html").as_uri())
    assert page.locator(".nb-table--ledger tbody tr").count() == COUNT
    assert page.locator(".nb-table--ledger tbody tr").last.is_visible()
    assert not page.locator(".nb-filter").is_visible()
    context.close()


def test_states_follow_the_readers_day(site, chromium):
    page = chromium.new_page()
    for day in (17, 20, 22, 23, 24, 25, 27, 28):
        _check_states(page, site, day)
    page.close()


def _check_states(page: Page, site: Path, day: int) -> None:
    page.clock.set_fixed_time(datetime.datetime(2026, 11, day, 9, tzinfo=datetime.UTC))
    page.goto((site / "disclosure/index.html").as_uri())
    # The site is of the 20th: a device that shows an earlier day is wrong.
    today = datetime.date(2026, 11, max(day, 20))
    expected = {"open": [], "upcoming": []}
    for name, start, end in (("open", 18, 24), ("upcoming", 23, 27)):
        period = NoticePeriod("", today.replace(day=start), today.replace(day=end))
        state = period.state(today).value
        if state in expected:
            left = f" 还有 {period.days_left(today)} 天" if state == "open" else ""
            expected[state].append((name, {"open": "公示中", "upcoming": "即将公示"}[state] + left))
    for state, rows in expected.items():
        section = page.locator(f"[data-notices={state}]")
        listed = section.locator("li:not([hidden])")
        found = [
            (row.locator("a").inner_text(), " ".join(row.locator(".nb-notice").inner_text().split()))
            for row in listed.all()
        ]
        assert found == rows, state
        assert section.locator(".nb-count").text_content() == str(len(rows))
        assert not any(row.is_visible() for row in section.locator("li[hidden]").all())
    assert page.locator("[data-notices=open] .nb-empty").is_visible() == (not expected["open"])
    page.goto((site / "index.html").as_uri())
    front = [
        " ".join(text.split()) for text in page.locator("[data-notices] .nb-notice:visible").all_inner_texts()
    ]
    assert front == [said for state in ("open", "upcoming") for _, said in expected[state]]
    page.goto((site / "plans/open/index.html").as_uri())
    said = " ".join(page.locator(".nb-notice").inner_text().split())
    assert said == (dict(expected["open"]).get("open") or "公示结束")
