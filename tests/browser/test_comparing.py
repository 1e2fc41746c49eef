"""Comparing paper and downloaded files with a disclosure's page, from a disk and so without the digests of a browser."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import expect

from boards import write
from site_builds import DISK_CONFIG, run_mkdocs

pytestmark = pytest.mark.browser

TEXT = "---\n类型: 公开\n标题: 预算\n日期: 2026-11-18\n类别: 财务\n责任部门: 工会\n附件: [空.csv, 表.csv]\n---\n正文\n"
SIZES = (0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70001)
"""Bytes, around where a block of the digest ends."""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    files = {
        "mkdocs.yml": DISK_CONFIG,
        "docs/index.md": "# 首页\n",
        "plans/a.md": TEXT,
        "plans/空.csv": "甲\n",
        "plans/表.csv": "项目,金额\n慰问,300\n",
    }
    folder = write(tmp_path_factory.mktemp("compared"), files)
    done = run_mkdocs(folder, "build")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture
def open_page(site, desktop):
    def opened(anchor: str = ""):
        page = desktop.new_page()
        page.goto((site / "plans/a/index.html").as_uri() + anchor)
        return page

    return opened


def test_the_code_of_a_print_is_compared(open_page):
    code = hashlib.sha256(TEXT.encode()).hexdigest()
    expect(open_page(f"#c={code[:16]}").locator(".nb-compared")).to_contain_text("的一样")
    expect(open_page(f"#c={'0' * 16}").locator(".nb-compared")).to_contain_text("不一样")
    for anchor in ("", "#c=", "#c=xyz", "#c=12", "#nb-files"):
        assert open_page(anchor).locator(".nb-compared").count() == 0


def test_downloaded_files_are_compared(open_page, tmp_path):
    page = open_page()
    page.locator(".nb-proofs summary").click()
    field = page.get_by_label("核对下载的附件")
    same, other = tmp_path / "下载.csv", tmp_path / "别的.csv"
    same.write_text("项目,金额\n慰问,300\n", encoding="utf-8")
    other.write_text("项目,金额\n慰问,301\n", encoding="utf-8")
    field.set_input_files(same)
    expect(page.locator(".nb-compared--same")).to_contain_text("和这里的“表.csv”一样")
    field.set_input_files(other)
    expect(page.locator(".nb-compared--other")).to_contain_text(
        hashlib.sha256(other.read_bytes()).hexdigest()
    )


def test_the_digest_is_that_of_the_standard(open_page, tmp_path):
    page = open_page()
    page.locator(".nb-proofs summary").click()
    field = page.get_by_label("核对下载的附件")
    for number, size in enumerate(SIZES, 1):
        place = tmp_path / str(size)
        place.write_bytes(bytes(at * 7 % 256 for at in range(size)))
        field.set_input_files(place)
        expect(page.locator(".nb-compared")).to_have_count(number)
        expect(page.locator(".nb-compared").last).to_contain_text(
            hashlib.sha256(place.read_bytes()).hexdigest()
        )
