"""On a phone the first screen of a page shows what people came for; facts and codes follow it."""

from __future__ import annotations

import pytest

from browser.conftest import SIZES

pytestmark = pytest.mark.browser

PHONE = SIZES["phone"]
ABOVE = PHONE["height"] * 0.6


@pytest.fixture(scope="module")
def phone(chromium):
    page = chromium.new_page(viewport=PHONE)
    yield page
    page.close()


def top_of(page, selector: str) -> float:
    return page.locator(selector).first.bounding_box()["y"]


@pytest.mark.parametrize(
    "path",
    [
        "plans/2026/shi-tang-shou-zhi-2026-nian-10-yue/",
        "plans/2026/jiao-zhi-gong-ti-jian-tong-zhi/",
        "plans/2026/gong-zuo-ji-hua/",
        "plans/2026/san-jie-er-ci-jiao-dai-hui/",
    ],
)
def test_a_documents_text_begins_well_above_the_end_of_the_screen(phone, address, path):
    phone.goto(address + path)
    assert top_of(phone, ".nb-body > *") < ABOVE


@pytest.mark.parametrize("path", ["plans/2026/shi-tang-shou-zhi-2026-nian-10-yue/"])
def test_its_period_stands_before_the_text_and_its_other_facts_after_it(phone, address, path):
    phone.goto(address + path)
    text = top_of(phone, ".nb-body > *")
    tops = {
        fact.locator("dt").inner_text(): fact.bounding_box()["y"]
        for fact in phone.locator(".nb-facts > div").all()
    }
    assert [name for name, top in tops.items() if top < text] == ["公示期"]
    assert {"编号", "类别", "责任部门", "审核", "核对码"} <= set(tops)


def test_a_plan_leads_to_its_months(phone, address):
    phone.goto(address + "plans/2026/gong-zuo-ji-hua/")
    phone.get_by_role("navigation", name="本文的月份").get_by_text("11月", exact=True).click()
    assert (
        phone.locator(":target").evaluate("item => item.closest('ul, ol').previousElementSibling.textContent")
        == "十一月"
    )


def test_the_month_begins_with_what_comes_next(phone, address):
    phone.goto(address + "months/2026/11/")
    assert phone.locator(".nb-columns h2").first.inner_text().startswith("计划中")
    assert top_of(phone, ".nb-columns .nb-entry") < ABOVE


def test_the_ledger_begins_with_its_records_and_its_choices_are_folded(phone, address):
    phone.goto(address + "disclosure/ledger/")
    year = phone.get_by_label("年份", exact=True)
    assert top_of(phone, ".nb-table--ledger tbody tr") < PHONE["height"] * 0.7
    assert not year.is_visible()
    phone.get_by_role("button", name="按年份、类别、部门找").click()
    assert year.evaluate("field => field === document.activeElement")


def test_a_ledger_passed_on_shows_what_was_chosen(phone, address):
    phone.goto(address + "disclosure/ledger/#year=2025")
    phone.reload()  # Of an address that differs behind the # alone, a browser keeps the page.
    assert phone.get_by_label("年份", exact=True).is_visible()


@pytest.fixture(scope="module")
def desktop(chromium):
    page = chromium.new_page(viewport=SIZES["desktop"])
    yield page
    page.close()


@pytest.mark.parametrize(
    "path", ["", "months/2026/", "months/2026/11/", "months/2026/charts/", "units/union/", "units/east/"]
)
def test_no_column_of_a_wide_page_stands_beside_much_more_than_its_length(desktop, address, path):
    """The wider column may be the longer one; beside a long narrow column most of the page would be empty."""
    desktop.goto(address + path)
    lengths = desktop.locator(".nb-columns, .nb-pair").evaluate_all(
        """pairs => pairs.map(pair => [...pair.children].map(column => {
          const last = column.lastElementChild || column;
          return last.getBoundingClientRect().bottom - column.getBoundingClientRect().top;
        }))"""
    )
    assert lengths
    assert [pair for pair in lengths if pair[0] < 0.6 * pair[1] and pair[1] > 400] == []
