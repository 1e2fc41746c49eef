"""Tables of 3 to 20 columns on paper, read back from the PDF, and on a phone: nothing is cut, no figure broken."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from boards import write
from site_builds import DISK_CONFIG, run_mkdocs

pytestmark = pytest.mark.browser

AMOUNTS = ("9.50", "92,104.50", "-11,105,254.00")
SIDES = {"none": "---", "left": ":---", "right": "---:", "center": ":---:"}
COLUMNS = (3, 6, 7, 8, 14, 20)
WORDS = (
    "2026年10月31日",
    "2026-10-31",
    "经办人：工会办公室",
    "https://pay.example/a/very/long/path?order=20260820123456789012",
)
RAW = f"""
<table>
<tr><th rowspan="2">部门</th><th colspan="6">上半年</th><th colspan="6">下半年</th></tr>
<tr>{"<th>收入合计</th><th>支出合计</th><th>结余</th>" * 4}</tr>
<tr><td>工会办公室</td>{"".join(f"<td>{number},105,254.00</td>" for number in range(10, 22))}</tr>
</table>
"""


def _row(cells) -> str:
    return f"| {' | '.join(cells)} |"


def _amounts(columns: int, amount: str) -> list[str]:
    """Differ, so that each can be looked for."""
    return [f"{amount[:-2]}{number:02}" for number in range(columns - 1)]


def _table(columns: int, side: str, amount: str) -> str:
    heads = ["项目", *(f"{number}月" for number in range(1, columns - 1)), "合计"]
    rows = [heads, [SIDES[side]] * columns, ["肉禽蛋", *_amounts(columns, amount)]]
    return "\n".join(map(_row, rows))


def _document(title: str, body: str) -> str:
    return f"---\n类型: 公开\n标题: {title}\n日期: 2026-05-06\n类别: 财务\n责任部门: 财务\n---\n\n{body}\n"


def _files() -> dict[str, str]:
    # Two equal sizes of type at most beside each other: each width is a document of its own, for the sheet turns as one.
    files = {}
    for columns in COLUMNS:
        for size, amount in enumerate(AMOUNTS):
            tables = "\n\n".join(_table(columns, side, amount) for side in SIDES)
            files[f"plans/t{columns}-{size}.md"] = _document(f"{columns}列{amount}", tables)
    words = "\n".join(map(_row, (["日期", "另一个日期", "备注", "网址"] * 3, ["---"] * 12, WORDS * 3)))
    return {**files, "plans/words.md": _document("日期", words), "plans/raw.md": _document("原样", RAW)}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = write(
        tmp_path_factory.mktemp("wide"), {"mkdocs.yml": DISK_CONFIG, "docs/index.md": "# 首页\n", **_files()}
    )
    done = run_mkdocs(folder, "build")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def sheets(chromium):
    """One page for all that is printed: a new one would read the theme's files anew."""
    page = chromium.new_page()
    yield page
    page.close()


@pytest.fixture
def words_on_paper(site, sheets, tmp_path):
    """`words_on_paper(name, anchor)`: what stands between blanks on the sheets, and only what lies inside them."""

    def printed(name: str, anchor: str) -> list[str]:
        sheets.goto((site / "plans" / name / "index.html").as_uri() + anchor)
        sheets.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
        found = subprocess.run(
            ["pdftotext", "-bbox", str(tmp_path / "page.pdf"), "-"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        return _inside(found)

    return printed


def _inside(boxes: str) -> list[str]:
    """The words of pdftotext's `boxes` that lie on their sheet, 10 mm from its edges."""
    words, sheet = [], 0.0
    for width, left, right, word in re.findall(
        r'<page width="([\d.]+)"|<word xMin="([-\d.]+)"[^>]* xMax="([\d.]+)"[^>]*>([^<]*)', boxes
    ):
        if width:
            sheet = float(width)
        elif float(left) > 28 and float(right) < sheet - 28:
            words.append(word)
    return words


@pytest.mark.parametrize("anchor", ["", "#nb-wall"])
@pytest.mark.parametrize("size", range(len(AMOUNTS)))
@pytest.mark.parametrize("columns", COLUMNS)
def test_a_table_is_all_on_paper(words_on_paper, columns, size, anchor):
    words = words_on_paper(f"t{columns}-{size}", anchor)
    for cell in [*_amounts(columns, AMOUNTS[size]), *(f"{number}月" for number in range(1, columns - 1))]:
        assert words.count(cell) == len(SIDES), cell
    assert "".join(words).count("合计") == len(SIDES)
    assert "".join(words).count("肉禽蛋") == len(SIDES)


@pytest.mark.parametrize("anchor", ["", "#nb-wall"])
def test_dates_and_long_addresses_are_all_on_paper(words_on_paper, anchor):
    words = words_on_paper("words", anchor)
    assert words.count(WORDS[0]) == words.count(WORDS[1]) == 3


@pytest.mark.parametrize("anchor", ["", "#nb-wall"])
def test_a_table_in_html_is_all_on_paper(words_on_paper, anchor):
    words = words_on_paper("raw", anchor)
    assert [word for word in words if word.endswith("105,254.00")] == [
        f"{number},105,254.00" for number in range(10, 22)
    ]


_LINES_OF_FIGURES = """() => [...document.querySelectorAll(".nb-body .figure")]
  .filter(figure => new Set([...figure.getClientRects()].map(box => box.top)).size > 1).map(figure => figure.textContent)"""
_OUT_OF_REACH = """() => [...document.querySelectorAll(".nb-body .table-wrap")]
  .filter(box => box.getBoundingClientRect().right > innerWidth || box.scrollWidth > box.clientWidth
    && !["auto", "scroll"].includes(getComputedStyle(box).overflowX)).length"""


@pytest.mark.parametrize("name", [*(f"t{columns}-2" for columns in COLUMNS), "words", "raw"])
def test_a_phone_scrolls_and_breaks_no_figure(site, chromium, name):
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto((site / "plans" / name / "index.html").as_uri())
    assert page.locator(".nb-body .figure").count()
    assert page.evaluate(_LINES_OF_FIGURES) == []
    assert page.evaluate(_OUT_OF_REACH) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
