"""Printed pages: how many, and what is on them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def printed(chromium, address, tmp_path):
    """`printed(path)`: the text of each sheet of a page."""

    def sheets(path: str, scheme: str = "light") -> list[str]:
        context = chromium.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address + path)
        file = tmp_path / "page.pdf"
        page.pdf(path=file, prefer_css_page_size=True)
        context.close()
        return _sheets(file)

    return sheets


def _sheets(file: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout
    return [re.sub(r"\s+", " ", sheet) for sheet in text.split("\f")[:-1]]


def test_a_document_prints_as_a_notice(printed):
    sheets = printed("plans/2026/jing-fei-jue-suan-gong-kai/")
    text = "".join(sheets)
    assert len(sheets) == 2
    for part in ("2025年工会经费决算公开", "2026年1月20日", "公示期", "265,944.60", "公开〔2026〕01"):
        assert part in text, part
    for part in ("逐月活动", "编写指南", "相关文件", "对应的活动", "http", "本站更新于"):
        assert part not in text, part
    assert [re.search(r"(\d) ?/ ?(\d) *$", sheet).groups() for sheet in sheets] == [("1", "2"), ("2", "2")]


def test_a_plan_prints_its_states_as_words(printed):
    text = "".join(printed("plans/2026/di-er-xue-qi-ji-hua/"))
    assert "［已完成］" in text and "［已延期］" in text


@pytest.mark.parametrize("path", ["months/2026/03/", "months/2026/11/"])
def test_a_month_prints_as_a_schedule_of_one_sheet(printed, path):
    sheets = printed(path)
    assert len(sheets) == 1
    assert "已完成" in sheets[0] and "全年" not in sheets[0].split("逾期未报")[0]


def test_paper_is_light_for_readers_in_the_dark_too(chromium, address):
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address + "plans/2026/jing-fei-jue-suan-gong-kai/")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.querySelector('.nb-facts dt')).color") == "rgb(86, 91, 98)"
    context.close()


def test_the_ledger_prints_sideways(printed, tmp_path):
    sheets = printed("disclosure/ledger/")
    sizes = subprocess.run(["pdfinfo", str(tmp_path / "page.pdf")], capture_output=True, text=True, check=True).stdout
    width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", sizes).groups())
    assert width > height
    assert "公开台账" in sheets[0]
    assert all("责任部门" in sheet for sheet in sheets)
