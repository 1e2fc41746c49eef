"""Questions of a member, each answered from the front page of a phone in at most two taps."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

QUESTIONS = {
    "what is on this week": ((), "#nb-week", "本周"),
    "until when can I sign up": ((), ".nb-section--pinned", "今天17:00截止"),
    "how do I sign up": (("关于举办2026年教职工篮球赛的通知",), "main", "各分工会主席把名单交体育组"),
    "what does the union pay when I am ill": (("生病住院", "住院互助保障怎么报"), "main", "住院每天补贴60元"),
    "whom do I ask for help": (("生活困难", "困难帮扶怎么申请"), "main", "内线8203"),
    "who is my committee member": (("找委员",), "main", "东校区分工会"),
    "whom do I call": (("找委员",), "section:has(#nb-unit-east)", "蒋月明 生活委员"),
    "what was answered about the parking": (("工会意见箱开启情况公告",), "main", "充电位已增加2个"),
    "what was answered last": ((), "section:has(#nb-replies)", "提案已答复"),
    "which notices hold now": (("通知",), "main", "有效"),
    "what became of a proposal": (("提案",), "main", "已答复"),
    "what can be objected to now": (("校务公开",), "#nb-open", "公示中"),
    "what has been laid open last": (("校务公开",), "section", "最近公开"),
    "what is on next month": (("逐月活动", "12月"), "main", "教学比武"),
}


@pytest.fixture
def front(chromium, address):
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def tap(page: Page, name: str) -> None:
    link = page.locator("main").get_by_role("link", name=name).first
    target = link.evaluate("link => link.href")
    link.click()
    page.wait_for_url(target)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_member_finds_the_answer_in_two_taps(front, question):
    taps, place, answer = QUESTIONS[question]
    assert len(taps) <= 2
    for name in taps:
        tap(front, name)
    if place.startswith("#"):
        place = f"section:has({place})"
    assert answer in front.locator(place).first.inner_text()
    assert front.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_first_screen_of_a_phone_has_no_controls(front):
    fields = front.locator(".nb-columns :is(input, select, button, textarea)").all()
    assert [it for it in fields if it.is_visible() and (it.bounding_box() or {"y": 0})["y"] < 740] == []
