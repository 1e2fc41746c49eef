"""Readers who come by a former address, on a small site that was built whole."""

from __future__ import annotations

import pytest

from boards import write
from repositories import Repository
from site_builds import CONFIG, run_mkdocs

pytestmark = pytest.mark.browser

SECRET = "zqxsecret"
NOTICE = "---\n类型: 通知\n标题: {title}\n日期: 2026-11-02\n{head}---\n\n{body}\n"
MOVED = NOTICE.format(title="五月值班", head="", body="值班安排见下。" * 30)
FILES = {
    "mkdocs.yml": CONFIG,
    "docs/index.md": "# 首页\n",
    "plans/别处来的.md": NOTICE.format(
        title="别处来的", head="曾用网址: [news/2019/1.html, old/]\n", body="正文。"
    ),
    "plans/撤回的.md": NOTICE.format(
        title="撤回的", head="撤回: 排错了人\n曾用网址: gone/\n", body=f"{SECRET}，这一行有十二个字以上。"
    ),
    "plans/值班.md": MOVED,
}


@pytest.fixture(params=[(), ("--no-directory-urls",)], ids=["folders", "files"])
def site(tmp_path, request):
    root = tmp_path / "board"
    write(root, FILES)
    repository = Repository(root)
    repository.commit("2026-11-02", "登出")
    repository.commit("2026-11-03", "归档", {"plans/2026/值班安排.md": MOVED}, ["plans/值班.md"])
    done = run_mkdocs(root, "build", *request.param)
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_they_arrive_from_a_disk_without_scripts(site, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for former, address, says in (
        ("news/2019/1.html", "plans/bie-chu-lai-de/", "正文。"),
        ("old/index.html", "plans/bie-chu-lai-de/", "正文。"),
        ("plans/zhi-ban/index.html", "plans/2026/zhi-ban-an-pai/", "值班安排见下。"),
        ("gone/index.html", "plans/che-hui-de/", "排错了人"),
    ):
        page.goto((site / former).as_uri())
        page.wait_for_url((site / address / "index.html").as_uri())
        assert says in page.inner_text("article")
    context.close()
    texts = [path for path in site.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
    assert texts == []
