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
