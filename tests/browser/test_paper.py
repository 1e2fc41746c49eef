"""Printed pages: how many, and what is on them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import zxingcpp

pytestmark = pytest.mark.browser

DISCLOSURE = "plans/2026/jing-fei-jue-suan-gong-kai/"
NOTICE = "plans/2026/jiao-zhi-gong-lan-qiu-sai-tong-zhi/"
SITE_URL = "http://gonghui.chenguang.example/"


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
    text = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout
    return [re.sub(r"\s+", " ", sheet) for sheet in text.split("\f")[:-1]]


def _codes(file: Path) -> list[str]:
    """What the QR codes on the sheets hold, read from a picture of them as a phone's camera would."""
    pictures = subprocess.run(
        ["pdftoppm", "-gray", "-r", "120", str(file)], capture_output=True, check=True
    ).stdout
    found = []
    while pictures:
        _, size, _, rest = pictures.split(b"\n", 3)
        width, height = map(int, size.split())
        picture = memoryview(rest[: width * height]).cast("B", (height, width))
        found += [code.text for code in zxingcpp.read_barcodes(picture)]
        pictures = rest[width * height :]
    return found


def test_a_document_prints_as_a_notice(printed):
    sheets = printed(DISCLOSURE)
    text = "".join(sheets)
    assert len(sheets) == 2
    for part in (
        "2025年工会经费决算公开", "晨光小学工会 · 2026年1月20日", "公示期 2026年1月20日至2026年1月26日", "内线 8203",
        "yijian@chenguang.example", "意见箱：行政楼一楼大厅", "265,944.60", "公开〔2026〕01",
    ):  # fmt: skip
        assert part in text, part
    for part in ("逐月活动", "编写指南", "相关文件", "对应的活动", "本站更新于", "大字", "公示结束", "搜索"):
        assert part not in text, part
    assert [_page_of(sheet) for sheet in sheets] == [("1", "2"), ("2", "2")]


def _page_of(sheet: str) -> tuple[str, ...]:
    return re.search(r"第 ?(\d+) ?页，共 ?(\d+) ?页 *$", sheet).groups()


def test_a_document_of_each_type_names_its_address_and_carries_it_as_a_code(printed, one_of_each, tmp_path):
    for path in one_of_each:
        text = "".join(printed(path, "dark")).replace(" ", "")
        assert SITE_URL + path in text, path
        (code,) = _codes(tmp_path / "page.pdf")
        assert code.partition("#")[0] == SITE_URL + path


def test_a_code_on_a_screen_is_dark_on_light_also_in_the_dark(chromium, address):
    page = chromium.new_page(color_scheme="dark", viewport={"width": 1280, "height": 800})
    page.goto(address + DISCLOSURE)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    fills = page.locator(".nb-qr path").evaluate_all(
        "paths => paths.map(path => path.outerHTML.match(/#\\w+/)[0])"
    )
    page.close()
    assert fills == ["#fff", "#000"]


def test_a_wall_gets_large_type_and_only_what_passers_by_need(printed, tmp_path):
    text = "".join(printed(DISCLOSURE + "#nb-wall"))
    for part in ("2025年工会经费决算公开", "公示期", "内线8203", "收支相抵"):
        assert part in text, part
    for part in ("核对码", "修改记录", "谁能看", "用普通版式"):
        assert part not in text, part
    (code,) = _codes(tmp_path / "page.pdf")
    assert re.fullmatch(re.escape(SITE_URL + DISCLOSURE) + "#c=[0-9a-f]{16}", code)


def test_the_type_for_a_wall_is_half_again_as_large(chromium, address):
    sizes = []
    for path in (NOTICE, NOTICE + "#nb-wall"):
        page = chromium.new_page()
        page.emulate_media(media="print")
        page.goto(address + path)
        sizes.append(
            page.evaluate("parseFloat(getComputedStyle(document.querySelector('.nb-body p')).fontSize)")
        )
        page.close()
    assert sizes[1] > 1.5 * sizes[0]


def test_one_chooses_the_layout_for_a_wall_without_scripts(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + NOTICE)
    note = page.locator(".nb-poster-note")
    assert not note.is_visible()
    page.get_by_role("link", name="大字版式").click()
    assert note.is_visible()
    page.get_by_role("link", name="用普通版式").click()
    assert not note.is_visible()
    context.close()


def test_a_long_table_names_its_columns_on_every_sheet(chromium, address, tmp_path):
    page = chromium.new_page()
    page.goto(address + DISCLOSURE)
    page.evaluate(
        """() => {
          const body = document.querySelector(".nb-body tbody");
          const row = body.rows[1];
          for (let count = 0; count < 120; count += 1) {
            body.append(row.cloneNode(true));
          }
        }"""
    )
    page.pdf(path=tmp_path / "long.pdf", prefer_css_page_size=True)
    page.close()
    sheets = _sheets(tmp_path / "long.pdf")
    with_rows = [sheet for sheet in sheets if "46,200.00" in sheet]
    assert len(with_rows) >= 3
    assert all("决算（元）" in sheet for sheet in with_rows)


def test_what_is_folded_up_on_a_screen_is_printed(chromium, address, tmp_path):
    page = chromium.new_page()
    page.goto(address + NOTICE)
    page.evaluate(
        """() => document.querySelector(".nb-body").insertAdjacentHTML(
          "beforeend", "<details><summary>分组</summary><p>第一组在东侧</p></details>")"""
    )
    page.pdf(path=tmp_path / "folded.pdf", prefer_css_page_size=True)
    page.close()
    assert "第一组在东侧" in "".join(_sheets(tmp_path / "folded.pdf"))


def test_a_plan_prints_its_states_as_words(printed):
    text = "".join(printed("plans/2026/gong-zuo-ji-hua/"))
    assert "［已完成］" in text and "［逾期没有结果］" in text


@pytest.mark.parametrize("path", ["months/2026/03/", "months/2026/11/"])
def test_a_month_prints_as_a_schedule_of_one_sheet(printed, tmp_path, path):
    sheets = printed(path)
    assert len(sheets) == 1
    assert "晨光小学工会" in sheets[0]
    assert "已完成" in sheets[0] and "全年" not in sheets[0].split("逾期没有结果")[0]
    assert _codes(tmp_path / "page.pdf") == [SITE_URL + path]


def test_paper_is_light_for_readers_in_the_dark_too(chromium, address):
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address + DISCLOSURE)
    page.emulate_media(media="print", color_scheme="dark")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.nb-facts dt')).color") == "rgb(86, 91, 98)"
    )
    context.close()


def test_the_ledger_prints_sideways(printed, tmp_path):
    sheets = printed("disclosure/ledger/")
    sizes = subprocess.run(
        ["pdfinfo", str(tmp_path / "page.pdf")], capture_output=True, text=True, check=True
    ).stdout
    width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", sizes).groups())
    assert width > height
    assert "公开台账" in sheets[0]
    assert all("责任部门" in sheet for sheet in sheets)


@pytest.mark.parametrize(
    ("count", "layout"), [(60, "nb-columns--crowded"), (90, "nb-columns--crowded nb-columns--packed")]
)
def test_a_full_month_still_prints_on_one_sheet(chromium, address, tmp_path, count, layout):
    page = chromium.new_page()
    page.goto(address + "months/2026/03/")
    page.evaluate(
        """([count, layout]) => {
          const list = document.querySelector(".nb-section--done .nb-entries");
          const rows = [...list.children];
          for (let more = document.querySelectorAll(".nb-entry").length; more < count; more += 1) {
            list.append(rows[more % rows.length].cloneNode(true));
          }
          document.querySelector(".nb-columns").className = `nb-columns ${layout}`;
        }""",
        [count, layout],
    )
    page.pdf(path=tmp_path / "month.pdf", prefer_css_page_size=True)
    page.close()
    assert len(_sheets(tmp_path / "month.pdf")) == 1
