"""The forms at /admin/ in Chromium: what officers fill in becomes files that the board reads, and nothing else of a file changes."""

from __future__ import annotations

import functools
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import ARGUMENTS, CHROMIUM, _Quiet, _Server
from browser.forge import Forge, serving
from catalogs import catalog_of
from noticeboard.views import forms
from site_builds import REPOSITORY

pytestmark = pytest.mark.browser

NOTICE = """---
类型: 通知
标题: 关于体检的通知
日期: 2026年9月4日   # 星期五
type_of_paper: 红头
标签: 体检、福利
附件:
  - 文件: 附件/名单.pdf
    名称: 分组
---

9月14日起体检。
"""
SETTINGS = {
    "organisation": "晨光小学工会",
    "units": ["晨光小学工会", "东校区分工会"],
}
SAMPLE = sorted((REPOSITORY / "plans").rglob("*.md"))


@pytest.fixture(scope="module")
def forge() -> Iterator[Forge]:
    files = {"plans/2026/体检通知.md": NOTICE.encode(), "plans/附件/旧.pdf": b"%PDF-1.4"}
    with serving(Forge(files)) as served:
        yield served


@pytest.fixture(scope="module")
def admin(forge, tmp_path_factory) -> Iterator[str]:
    """Where the forms are served, as a plain file server does it."""
    told = {"forge": "forgejo", "address": forge.address, "repository": "union/board"}
    folder = tmp_path_factory.mktemp("forms")
    for asset in forms.assets(catalog_of(**SETTINGS, forms=told)):
        place = folder / asset.address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(asset.made())
    documents = [{"source": "plans/2026/体检通知.md", "url": "plans/2026/ti-jian-tong-zhi/"}]
    (folder / "board.json").write_text(json.dumps({"documents": documents}), encoding="utf-8")
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/admin/"
    server.shutdown()


@pytest.fixture
def page(admin, forge, playwright) -> Iterator[Page]:
    """The forms before anybody has signed in; nothing may be asked of another place, and no script may fail."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    opened = browser.new_page(
        locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": 1280, "height": 900}
    )
    asked, failed = [], []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: failed.append(str(error)))
    opened.goto(admin)
    expect(opened.get_by_text("使用访问令牌登录")).to_be_visible()
    yield opened
    browser.close()
    ours = (admin.removesuffix("admin/"), forge.address, "data:", "blob:")
    assert [url for url in asked if not url.startswith(ours)] == []
    assert failed == []


@pytest.fixture
def signed_in(page) -> Page:
    page.get_by_text("使用访问令牌登录").click()
    page.get_by_role("textbox").first.fill("0123456789")
    page.keyboard.press("Enter")
    expect(page.get_by_role("treeitem", name="通知")).to_have_text(re.compile(r"通知\s*\d"), timeout=15_000)
    return page


def test_what_nobody_touches_stays_as_it_was_typed(page):
    texts = {str(path): path.read_text(encoding="utf-8") for path in SAMPLE}
    texts |= {
        "mixed": NOTICE,
        "crlf": NOTICE.replace("\n", "\r\n"),
        "no head": "正文\n",
        "lists": "---\n类型: 计划\n目标: {入会率: 99%}\n标签: [甲, 乙]\n允许:\n  - 姓名: 本人同意\n---\n- 一\n",
        "block": "---\n类型: 公开\n依据: |\n  第一行\n  第二行\n# 注\n---\n",
    }
    kept = page.evaluate(
        """async texts => {
          const { format } = await import("./editor.js");
          return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, format.toFile(format.fromFile(text))]));
        }""",
        texts,
    )
    assert kept == texts


CHANGES = json.loads((Path(__file__).parent / "form_changes.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CHANGES, ids=lambda case: case["name"])
def test_only_what_was_changed_is_written_anew(page, case):
    shown, written = page.evaluate(
        """async ({ before, change }) => {
          const { format } = await import("./editor.js");
          const data = format.fromFile(before);
          return [{ ...data }, format.toFile({ ...data, ...change })];
        }""",
        case,
    )
    assert {name: shown.get(name) for name in case["shown"]} == case["shown"]
    assert written == case["after"]


def field(page: Page, name: str):
    return page.get_by_role("group", name=re.compile(f"「\u2068?{name}\u2069?」字段"))


def saved(page: Page, forge: Forge) -> tuple[str, list[str]]:
    """What the click on 保存 commits."""
    before = len(forge.commits)
    page.get_by_role("button", name="保存", exact=True).click()
    for _ in range(100):
        if len(forge.commits) > before:
            return forge.commits[-1]
        page.wait_for_timeout(100)
    raise AssertionError(page.locator("body").aria_snapshot())


def new_notice(page: Page, title: str, body: str) -> None:
    page.evaluate("location.hash = '#/collections/notice/new'")
    field(page, "标题").get_by_role("textbox").fill(title)
    field(page, "正文").get_by_role("textbox").fill(body)


def test_a_notice_is_written_attached_and_sent(signed_in, forge, tmp_path):
    file = tmp_path / "报名表.pdf"
    file.write_bytes(b"%PDF-1.4 form")
    new_notice(signed_in, "关于2027年元旦健步走的通知", "12月31日从操场出发。\n\n- 8:00 集合\n")
    today = field(signed_in, "日期").get_by_role("textbox").input_value()
    field(signed_in, "附件").get_by_role("button", name="添加").click()
    field(signed_in, "文件").get_by_role("button", name="浏览").click()
    signed_in.locator("input[type=file]").first.set_input_files(file)
    signed_in.get_by_role("option", name="报名表.pdf").click()
    signed_in.get_by_role("button", name="插入").click()
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
    bar = signed_in.locator("#board-review")
    assert [link.get_attribute("href") for link in bar.get_by_role("link").all()[1:]] == [
        f"{forge.address}/union/board/compare/main...forms",
        f"{forge.address}/union/board/pulls",
    ]


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
    expect(page.get_by_role("treeitem", name="通知")).to_have_text(re.compile(r"通知\s*1"), timeout=15_000)
    before = len(forge.commits)
    new_notice(page, "停水", "今天停水。\n")
    today = field(page, "日期").get_by_role("textbox").input_value()
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("treeitem", name="通知")).to_have_text(re.compile(r"通知\s*2"), timeout=15_000)
    assert (
        page.evaluate(READ, f"{today[:4]}/停水.md")
        == f"---\n类型: 通知\n标题: 停水\n日期: {today}\n---\n\n今天停水。\n"
    )
    assert page.evaluate(READ, "2026/体检通知.md") == NOTICE
    assert len(forge.commits) == before
