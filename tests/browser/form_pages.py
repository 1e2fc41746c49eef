"""The forms in a browser: served as a plain file server does it, opened, and what an officer does in them."""

from __future__ import annotations

import functools
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError, expect

from browser.conftest import BEIJING, PATIENCE, _Quiet, _Server
from browser.forge import Forge
from catalogs import catalog_of
from noticeboard.views import forms

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
FILES = {"plans/2026/体检通知.md": NOTICE.encode(), "plans/附件/旧.pdf": b"%PDF-1.4"}
SETTINGS = {
    "organisation": "晨光小学工会",
    "units": ["晨光小学工会", "东校区分工会"],
}


@contextmanager
def served(folder: Path, forge: Forge, name: str) -> Iterator[str]:
    """Where the forms are that write to `forge`, which is a `name`."""
    told = {"forge": name, "address": forge.address, "repository": "union/board"}
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


@contextmanager
def opened(browser: Browser, admin: str, forge: Forge) -> Iterator[Page]:
    """The forms before anybody has signed in; nothing may be asked of another place, and no script may fail."""
    page = browser.new_page(locale="zh-CN", timezone_id=BEIJING, viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    asked, failed = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(admin)
    expect(page.get_by_text("使用访问令牌登录")).to_be_visible()
    yield page
    page.close()
    ours = (admin.removesuffix("admin/"), forge.address, "data:", "blob:")
    assert [url for url in asked if not url.startswith(ours)] == []
    assert failed == []


def sign_in(page: Page) -> Page:
    """With a token, as officers do; waits until the documents are there."""
    page.get_by_text("使用访问令牌登录").click()
    page.get_by_role("textbox").first.fill("0123456789")
    page.keyboard.press("Enter")
    expect(page.get_by_role("treeitem", name="通知")).to_have_text(re.compile(r"通知\s*\d"))
    return page


def field(page: Page, name: str):
    """One input of the form that is open."""
    return page.get_by_role("group", name=re.compile(f"「\u2068?{name}\u2069?」字段"))


def saved(page: Page, forge: Forge) -> tuple[str, list[str]]:
    """What the click on 保存 commits."""
    before = len(forge.commits)
    page.get_by_role("button", name="保存", exact=True).click()
    for _ in range(600):
        if len(forge.commits) > before:
            return forge.commits[-1]
        page.wait_for_timeout(100)
    raise AssertionError(page.locator("body").aria_snapshot())


def new_notice(page: Page, title: str, body: str) -> None:
    """A new notice, filled in and not yet saved."""
    page.evaluate("location.hash = '#/collections/notice/new'")
    field(page, "标题").get_by_role("textbox").fill(title)
    field(page, "正文").get_by_role("textbox").fill(body)


def attach(page: Page, file: Path) -> None:
    """Attaches a file of this computer to the document that is open."""
    field(page, "附件").get_by_role("button", name="添加").click()
    field(page, "文件").get_by_role("button", name="浏览").click()
    page.locator("input[type=file]").first.set_input_files(file)
    insert = page.get_by_role("button", name="插入")
    # The list of files is drawn anew once the file has been read, which takes back a choice made just before.
    for _ in range(10):
        page.get_by_role("option", name=file.name).click()
        with suppress(TimeoutError):
            insert.click(timeout=5_000)
            insert.wait_for(state="hidden", timeout=10_000)
            return
    raise AssertionError(f"{file.name} cannot be chosen")
