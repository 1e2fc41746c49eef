"""The forms on GitHub and GitLab: each document gets a branch and a request of its own, and its checks are told of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browser.forge import Check, Forge, serving
from browser.form_pages import FILES, NOTICE, attach, field, new_notice, opened, saved, served, sign_in
from browser.github import GitHub
from browser.gitlab import GitLab

pytestmark = pytest.mark.browser

TITLE = "关于2027年元旦健步走的通知"


@pytest.fixture(params=[("github", GitHub), ("gitlab", GitLab)], ids=["GitHub", "GitLab"])
def kind(request):
    return request.param


@pytest.fixture
def forge(kind) -> Iterator[Forge]:
    with serving(kind[1](dict(FILES))) as running:
        yield running


@pytest.fixture
def signed_in(kind, forge, browser, tmp_path) -> Iterator[Page]:
    with served(tmp_path / "forms", forge, kind[0]) as admin, opened(browser, admin, forge) as page:
        yield sign_in(page)


def told(page: Page):
    """What the line at the foot says of the checks."""
    return page.locator("#board-review [data-outcome]")


def test_a_new_notice_with_a_file_becomes_a_request(signed_in, forge, tmp_path):
    file = tmp_path / "报名表.pdf"
    file.write_bytes(b"%PDF-1.4 form")
    new_notice(signed_in, TITLE, "12月31日从操场出发。\n")
    today = field(signed_in, "日期").get_by_role("textbox").input_value()
    attach(signed_in, file)
    _, paths = saved(signed_in, forge)
    signed_in.get_by_role("button", name="提交审核").click()
    expect(told(signed_in)).to_have_text(f"登出{TITLE} +1：还没有检查　")
    folder = f"plans/{today[:4]}"
    document = f"{folder}/{TITLE}.md"
    assert sorted(paths) == sorted([document, f"{folder}/附件/报名表.pdf"])
    (request,) = forge.requests
    assert (request.branch, request.labels) == (f"cms/notice/{TITLE}", ["sveltia-cms/pending_review"])
    assert not request.is_draft and "Draft" not in request.title
    assert request.description == "在公告栏上填表写的。检查通过、有人看过以后合并，就登出来。"
    assert forge.branches[request.branch][document].decode() == (
        f"---\n类型: 通知\n标题: {TITLE}\n日期: {today}\n附件:\n  - 附件/报名表.pdf\n---\n\n12月31日从操场出发。\n"
    )
    assert document not in forge.branches["main"]


def test_an_edit_is_checked_mended_and_published(signed_in, forge, kind):
    title, branch, path = (
        field(signed_in, "标题").get_by_role("textbox"),
        "cms/notice/体检通知",
        "plans/2026/体检通知.md",
    )
    signed_in.evaluate("location.hash = '#/collections/notice/entries/2026/体检通知'")
    title.fill("关于2026年体检的通知")
    assert saved(signed_in, forge) == ("修改体检通知", [path])
    signed_in.get_by_role("button", name="提交审核").click()
    expect(signed_in.get_by_role("gridcell", name="审核中")).to_be_visible()
    home = f"{forge.address}/union/board"
    pages = {
        "github": [f"{home}/actions/runs/7/job/{job}" for job in (1, 2)],
        "gitlab": [f"{home}/-/jobs/{job}" for job in (1, 2)],
    }
    check, preview = pages[kind[0]]
    forge.checks = [
        Check(branch, "check", "failed" if kind[0] == "gitlab" else "failure", check),
        Check(branch, "preview", "success", preview),
    ]
    signed_in.evaluate("location.hash = '#/collections/notice/entries/2026/体检通知'")
    expect(told(signed_in)).to_have_attribute("data-outcome", "failed")
    seen = {"github": f"{home}/actions/runs/7#artifacts", "gitlab": f"{preview}/artifacts/browse/preview"}[
        kind[0]
    ]
    assert [
        (link.inner_text(), link.get_attribute("href")) for link in told(signed_in).get_by_role("link").all()
    ] == [
        ("检查没有通过，看要改什么", check),
        ("看预览", seen),
    ]
    title.fill("关于今年体检的通知")
    # Set before the saving: the CMS goes back to the list by itself, and only the first way there asks for the checks.
    forge.checks = [Check(branch, "check", "success", check)]
    assert saved(signed_in, forge)[1] == [path]
    signed_in.evaluate("location.hash = '#/collections/notice'")
    expect(told(signed_in)).to_have_attribute("data-outcome", "passed")
    assert len(forge.requests) == 1
    assert forge.branches[branch][path].decode() == NOTICE.replace("关于体检的通知", "关于今年体检的通知")
    assert forge.branches["main"][path].decode() == NOTICE
