"""The forms at /admin/ in Chromium: what officers fill in becomes files that the board reads, and nothing else of a file changes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.forge import Check, Forge, Request, serving
from browser.form_pages import FILES, NOTICE, attach, field, new_notice, opened, saved, served, sign_in
from browser.gitea import Gitea
from site_builds import REPOSITORY

pytestmark = pytest.mark.browser

SAMPLE = sorted((REPOSITORY / "plans").rglob("*.md"))


@pytest.fixture(scope="module")
def forge() -> Iterator[Forge]:
    with serving(Gitea(dict(FILES))) as running:
        yield running


@pytest.fixture(scope="module")
def admin(forge, tmp_path_factory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("forms"), forge, "forgejo") as address:
        yield address


@pytest.fixture
def page(admin, forge, browser) -> Iterator[Page]:
    with opened(browser, admin, forge) as page:
        yield page


@pytest.fixture(scope="module")
def editor(admin, forge, browser) -> Iterator[Page]:
    """One page for all that only asks the forms' own script, and leaves nothing behind."""
    with opened(browser, admin, forge) as page:
        yield page


@pytest.fixture
def signed_in(page) -> Page:
    return sign_in(page)


def test_what_nobody_touches_stays_as_it_was_typed(editor):
    texts = {str(path): path.read_text(encoding="utf-8") for path in SAMPLE}
    texts |= {
        "mixed": NOTICE,
        "crlf": NOTICE.replace("\n", "\r\n"),
        "no head": "正文\n",
        "lists": "---\n类型: 计划\n目标: {入会率: 99%}\n标签: [甲, 乙]\n允许:\n  - 姓名: 本人同意\n---\n- 一\n",
        "block": "---\n类型: 公开\n依据: |\n  第一行\n  第二行\n# 注\n---\n",
    }
    kept = editor.evaluate(
        """async texts => {
          const { format } = await import("./editor.js");
          return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, format.toFile(format.fromFile(text))]));
        }""",
        texts,
    )
    assert kept == texts


CHANGES = json.loads((Path(__file__).parent / "form_changes.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CHANGES, ids=lambda case: case["name"])
def test_only_what_was_changed_is_written_anew(editor, case):
    shown, written = editor.evaluate(
        """async ({ before, change }) => {
          const { format } = await import("./editor.js");
          const data = format.fromFile(before);
          return [{ ...data }, format.toFile({ ...data, ...change })];
        }""",
        case,
    )
    assert {name: shown.get(name) for name in case["shown"]} == case["shown"]
    assert written == case["after"]


def test_a_notice_is_written_attached_and_sent(signed_in, forge, tmp_path):
    file = tmp_path / "报名表.pdf"
    file.write_bytes(b"%PDF-1.4 form")
    new_notice(signed_in, "关于2027年元旦健步走的通知", "12月31日从操场出发。\n\n- 8:00 集合\n")
    today = field(signed_in, "日期").get_by_role("textbox").input_value()
    attach(signed_in, file)
    message, paths = saved(signed_in, forge)
    folder = f"plans/{today[:4]}"
    document = f"{folder}/关于2027年元旦健步走的通知.md"
    assert message.startswith("登出关于2027年元旦健步走的通知")
    assert sorted(paths) == sorted([document, f"{folder}/附件/报名表.pdf"])
    assert forge.files[document].decode() == (
        f"---\n类型: 通知\n标题: 关于2027年元旦健步走的通知\n日期: {today}\n附件:\n  - 附件/报名表.pdf\n---\n\n"
        "12月31日从操场出发。\n\n- 8:00 集合\n"
    )


def test_an_old_notice_is_changed_where_it_was_changed(signed_in, forge):
    signed_in.evaluate("location.hash = '#/collections/notice/entries/2026/体检通知'")
    field(signed_in, "标题").get_by_role("textbox").fill("关于2026年体检的通知")
    message, paths = saved(signed_in, forge)
    assert (message, paths) == ("修改体检通知", ["plans/2026/体检通知.md"])
    assert forge.files[paths[0]].decode() == NOTICE.replace("关于体检的通知", "关于2026年体检的通知")


def test_who_reviews_it_is_one_tap_away(signed_in, forge):
    links = signed_in.locator("#board-review").get_by_role("link")
    expect(links).to_have_count(3)
    assert [link.get_attribute("href") for link in links.all()[1:]] == [
        f"{forge.address}/union/board/compare/main...forms",
        f"{forge.address}/union/board/pulls",
    ]


def test_what_the_checks_say_is_there(signed_in, forge):
    told = signed_in.locator("#board-review [data-outcome]")
    run = "/union/board/actions/runs/7"
    forge.requests.append(Request(1, "九月的", "forms", []))
    forge.checks = [
        Check("forms", "评论", "success", run),
        Check("forms", "检查", "failure", f"{run}/jobs/0"),
    ]
    signed_in.evaluate("location.hash = '#/collections/notice/entries/2026/体检通知'")
    expect(told).to_have_attribute("data-outcome", "failed")
    assert [(link.inner_text(), link.get_attribute("href")) for link in told.get_by_role("link").all()] == [
        ("检查没有通过，看要改什么", f"{forge.address}{run}/jobs/0"),
        ("看预览", f"{forge.address}{run}"),
    ]
    forge.requests.clear()
    signed_in.evaluate("location.hash = '#/collections/notice'")
    expect(told).to_have_count(0)


HOSTILE = """async page => {
  window.fetch = async address => new Response(JSON.stringify(
    address.endsWith("/status") ? { statuses: [{ status: "failure", target_url: page }] }
    : [{ title: "甲", html_url: "http://forge.example/1", head: { ref: "forms", sha: "1" }, base: { ref: "main" } }]));
  const { summaries } = await import("./checks.js");
  return summaries({ name: "gitea", api: "", home: "http://forge.example/", repository: "union/board", into: "main", written: "forms" }, "0");
}"""


def test_a_check_leads_to_pages_only(page):
    (told,) = page.evaluate(HOSTILE, "javascript:alert(1)")
    assert (told["outcome"], told["page"], told.get("preview")) == ("failed", "http://forge.example/1", None)


def test_the_page_of_a_document_is_one_tap_away(signed_in, admin):
    link = signed_in.locator("#board-review").get_by_role("link").first
    signed_in.evaluate("location.hash = '#/collections/notice/new'")
    link.click()
    expect(link).to_have_text("这一份还没有登出来")
    signed_in.evaluate("location.hash = '#/collections/notice/entries/2026/体检通知'")
    with signed_in.expect_popup() as opened:
        link.click()
    assert opened.value.url == admin.replace("admin/", "plans/2026/ti-jian-tong-zhi/")
    expect(link).to_have_text("看登出来的这一页")


FOLDER = """async notice => {
  // What an officer picks: a folder that holds the board, here in the browser's own store.
  const root = await navigator.storage.getDirectory();
  const write = async (folder, name, text) => {
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  };
  await root.getDirectoryHandle(".git", { create: true });
  const plans = await root.getDirectoryHandle("plans", { create: true });
  await write(await plans.getDirectoryHandle("2026", { create: true }), "体检通知.md", notice);
  window.showDirectoryPicker = async () => root;
}"""
READ = """async name => {
  const root = await navigator.storage.getDirectory();
  const year = await (await root.getDirectoryHandle("plans")).getDirectoryHandle(name.split("/")[0]);
  return (await (await year.getFileHandle(name.split("/")[1])).getFile()).text();
}"""


def test_without_a_forge_the_forms_write_to_the_folder(page, forge):
    page.evaluate(FOLDER, NOTICE)
    page.get_by_text("使用本地仓库").click()
    expect(page.get_by_role("treeitem", name="通知")).to_have_text(re.compile(r"通知\s*1"))
    before = len(forge.commits)
    new_notice(page, "停水", "今天停水。\n")
    today = field(page, "日期").get_by_role("textbox").input_value()
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("treeitem", name="通知")).to_have_text(re.compile(r"通知\s*2"))
    assert (
        page.evaluate(READ, f"{today[:4]}/停水.md")
        == f"---\n类型: 通知\n标题: 停水\n日期: {today}\n---\n\n今天停水。\n"
    )
    assert page.evaluate(READ, "2026/体检通知.md") == NOTICE
    assert len(forge.commits) == before
