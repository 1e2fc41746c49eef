"""Taking a page along: what other programs show of it, its address, the way out of an app's own browser."""

from __future__ import annotations

import re

import pytest

from browser.lists import LISTS

pytestmark = pytest.mark.browser

SITE_URL = "http://gonghui.chenguang.example/"
DOCUMENT = "plans/2026/jing-fei-jue-suan-gong-kai/"
WECHAT = (
    "Mozilla/5.0 (Linux; Android 9; ELE-AL00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0 "
    "XWEB/4425 MMWEBSDK/20230805 Mobile Safari/537.36 MicroMessenger/8.0.42 WeChat/arm64 Language/zh_CN"
)


def properties(page) -> dict[str, str]:
    return page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("meta[property^='og:']")].map(
             meta => [meta.getAttribute("property").slice(3), meta.content]))"""
    )


def test_a_link_to_a_document_tells_what_it_is(chromium, address):
    page = chromium.new_page()
    page.goto(address + DOCUMENT)
    assert properties(page) == {
        "type": "article",
        "site_name": "晨光小学工会公告栏",
        "title": "2025年工会经费决算公开",
        "description": "晨光小学工会公开，2026年1月20日",
        "locale": "zh_CN",
        "url": SITE_URL + DOCUMENT,
        "image": SITE_URL + "assets/images/icon.png",
    }
    assert page.title() == "2025年工会经费决算公开 - 晨光小学工会公告栏"
    assert page.locator("link[rel=canonical]").get_attribute("href") == SITE_URL + DOCUMENT
    assert (
        page.locator("meta[name=description]").get_attribute("content") == "晨光小学工会公开，2026年1月20日"
    )
    page.close()


def test_every_page_has_a_title_a_description_and_an_icon_of_our_own(chromium, address, one_of_each):
    page = chromium.new_page()
    for path in [*LISTS, *one_of_each]:
        page.goto(address + path, wait_until="domcontentloaded")
        found = properties(page)
        assert found["title"] and found["description"], path
        assert found["url"] == page.locator("link[rel=canonical]").get_attribute("href") == SITE_URL + path
        for icon in page.locator("link[rel$=icon]").all():
            target = icon.evaluate("link => link.href")
            assert target == address + "assets/images/icon.png"
            assert page.request.get(target).headers["content-type"] == "image/png"
    page.close()


@pytest.mark.parametrize("secure", [True, False])
def test_one_copies_the_address_also_where_nothing_is_encrypted(chromium, address, secure):
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    if not secure:
        page.add_init_script("Object.defineProperty(window, 'isSecureContext', {value: false})")
    page.goto(address + "disclosure/ledger/#year=2026")
    page.get_by_role("button", name="复制网址").click()
    page.locator(".nb-share [role=status]", has_text="已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == address + "disclosure/ledger/#year=2026"
    context.close()


def test_one_who_may_not_copy_is_shown_the_address(chromium, address):
    page = chromium.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'isSecureContext', {value: false}); document.execCommand = () => false"
    )
    page.goto(address + "archive/")
    page.get_by_role("button", name="复制网址").click()
    page.locator(".nb-share [role=status]", has_text=address + "archive/").wait_for()
    page.close()


def test_one_prints_by_a_button(chromium, address):
    page = chromium.new_page()
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(address + DOCUMENT)
    page.get_by_role("button", name="打印").click()
    assert page.evaluate("window.printed")
    page.close()


@pytest.mark.parametrize(("agent", "shown"), [(WECHAT, True), (WECHAT + " wxwork/4.1", True), (None, False)])
def test_the_way_out_of_an_app_is_shown_only_inside_it(chromium, address, agent, shown):
    context = chromium.new_context(user_agent=agent)
    page = context.new_page()
    page.goto(address + DOCUMENT)
    assert page.get_by_text(re.compile("在浏览器打开")).is_visible() is shown
    context.close()


def test_without_scripts_no_button_promises_anything(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + DOCUMENT)
    assert not page.locator(".nb-share, .nb-larger").first.is_visible()
    assert page.get_by_role("button", name="复制网址").count() == 0
    context.close()
