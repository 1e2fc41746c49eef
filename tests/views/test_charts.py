"""The charts of a year and of the figures over the years: their bars, their words, their tables."""

from __future__ import annotations

import re

import pytest

from boards import plan
from catalogs import html_of, text_of, tree_of
from noticeboard.catalog.results import results_of
from noticeboard.views.charts import rows_of
from noticeboard.views.months import pages
from noticeboard.views.results import bars

BODY = """
### 三月

- [x] 8日 甲（类别：文体）
- [x] 9日 乙（类别：文体）
- 10日 丙（类别：学习）
- 每周三 丁

### 十二月

- 8日 戊（类别：学习）
- 9日 己（待定）
- 10日 庚（取消）

### 四月

- 8日 辛（延期至：12月）
"""
EAST = {"units": ["工会", {"name": "东校区", "slug": "east"}]}


@pytest.fixture
def charts(board):
    """The page of charts for a plan and another of a branch."""
    files = {"plans/a.md": plan(BODY), "plans/b.md": plan("- [x] 3月8日 参观", head="单位: 东校区")}
    return tree_of(board(files, **EAST).catalog, "months/2026/charts/")


def rows(table) -> dict[str, list[str]]:
    """The table's rows by their first cell, the head among them."""
    return {text_of(row[0]): [text_of(cell) for cell in row[1:]] for row in table.iter("tr")}


def test_the_tables_tell_what_the_charts_draw(charts):
    months, units, kinds = charts.findall(".//table")
    assert rows(months)["月份"] == ["要办", "完成", "只打了勾", "逾期", "延期", "待定", "计划", "取消"]
    assert rows(months)["3月"] == ["4", "3", "3", "1", "", "", "", ""]
    assert rows(months)["4月"] == ["1", "", "", "", "1", "", "", ""]
    assert rows(months)["12月"] == ["3", "", "", "", "1", "1", "1", "1"]
    assert rows(months)["5月"] == [""] * 8
    assert rows(units)["东校区"] == ["1", "1", "1", "", "", "", "", ""]
    assert list(rows(kinds)) == ["类别", "学习", "文体", "其他"]
    assert rows(kinds)["文体"][:2] == ["2", "2"]


def test_columns_without_any_number_are_left_out(board):
    site = board({"plans/a.md": plan("- [x] 3月8日 甲")})
    table = tree_of(site.catalog, "months/2026/charts/").find(".//table")
    assert rows(table)["月份"] == ["要办", "完成", "只打了勾"]
    in_public = tree_of(
        board({"plans/b.md": plan("- [x] 3月8日 甲", head="范围: 对外")}, audience="public").catalog,
        "months/2026/charts/",
    ).find(".//table")
    assert "只打了勾" not in rows(in_public)["月份"]


def test_every_drawing_tells_its_numbers_in_words(charts):
    whole = charts.find(".//svg[@class='nb-columns-chart']")
    assert whole.attrib["role"] == "img"
    names = whole.attrib["aria-labelledby"].split()
    assert [charts.find(f".//*[@id='{name}']").tag for name in names] == ["title", "desc"]
    told = text_of(whole.find("desc"))
    assert "3月：要办 4 项，已完成 3（只打了勾 3），逾期没有结果 1。" in told
    assert "12月：要办 3 项，已延期 1，待定 1，计划中 1，已取消 1。" in told
    labels = [
        drawing.attrib["aria-label"]
        for drawing in charts.iter("svg")
        if drawing.attrib.get("class") == "nb-row-chart"
    ]
    assert "要办 1 项，已完成 1（只打了勾 1）" in labels
    for drawing in charts.iter("svg"):
        assert drawing.attrib.get("role") == "img" or drawing.attrib["aria-hidden"] == "true"


def test_drawings_have_no_style_and_no_script_and_differ_without_colour(charts):
    drawn = [element for drawing in charts.iter("svg") for element in drawing.iter()]
    assert not {
        name for element in drawn for name in element.attrib if name == "style" or name.startswith("on")
    }
    assert {element.tag for element in drawn} <= {
        "svg", "title", "desc", "defs", "pattern", "rect", "circle", "line", "text",
    }  # fmt: skip
    patterns = {element.attrib["id"] for element in drawn if element.tag == "pattern"}
    used = {
        match for element in drawn for match in re.findall(r"url\(#(.+)\)", element.attrib.get("fill", ""))
    }
    assert patterns == used == {"nb-hatch", "nb-dots"}


def test_bars_are_whole_and_stay_in_the_drawing(charts):
    for drawing in charts.iter("svg"):
        if drawing.attrib.get("class") != "nb-row-chart":
            continue
        ends = 0.0
        for piece in drawing.iter("rect"):
            if "class" in piece.attrib:
                assert float(piece.attrib["x"].rstrip("%")) == pytest.approx(ends, abs=0.02)
                ends += float(piece.attrib["width"].rstrip("%"))
        assert 0 < ends <= 100.02


def test_the_longest_bar_fills_the_width(board):
    catalog = board({"plans/a.md": plan(BODY)}).catalog
    found = rows_of((str(month), None, catalog.schedule(month).progress) for month in catalog.months)
    lengths = [sum(part.length for part in row.parts) for row in found]
    assert max(lengths) == pytest.approx(100)
    assert min(lengths) == 0


def test_the_year_and_its_charts_count_the_same(board):
    both = {"plans/a.md": plan("- [x] 3月8日 甲\n- 3—5月 乙"), "plans/b.md": plan("- [x] 3月8日 甲")}
    catalog = board(both).catalog
    (year,) = (page for page in pages(catalog) if page.address == "months/2026/")
    assert (year.context()["progress"].total, year.context()["progress"].done) == (2, 1)
    assert "要办 2 项" in text_of(tree_of(catalog, "months/2026/charts/"))


def test_a_year_without_plans_says_so(board):
    text = text_of(tree_of(board({}).catalog, "months/2026/charts/"))
    assert "这一年的计划里没有定了月份的活动。" in text


def summary(year: int, value: str) -> str:
    return f"---\n类型: 总结\n标题: {year}年总结\n日期: {year + 1}-01-10\n期间: {year}年\n数据:\n  - 慰问: {value}\n---\n\n正文\n"


def results(board, *values: str):
    return board(
        {f"plans/{2020 + place}.md": summary(2020 + place, value) for place, value in enumerate(values)}
    ).catalog


@pytest.mark.parametrize(
    ("values", "lengths"),
    [
        (("5人次", "10余人次"), [50, 100]),
        (("0人次", "0人次"), [0, 0]),
        (("80%", "95.5%"), [80, 95.5]),
        (("80%", "160%"), [50, 100]),
        (("1万元", "约2,500元"), [100, 25]),
    ],
)
def test_the_greatest_figure_fills_the_width_and_a_hundred_per_cent_does(board, values, lengths):
    (group,) = results_of(results(board, *values))
    assert [part.length for _, part in bars(group.series[0])] == pytest.approx(lengths)


def test_results_stand_as_written_with_their_summaries(board):
    tree = tree_of(results(board, "近300人次", "278人次"), "results/")
    assert [text_of(item) for item in tree.findall(".//ul[@class='nb-bars']/li")] == [
        "2020年 近300人次", "2021年 278人次",
    ]  # fmt: skip
    assert rows(tree.find(".//table")) == {"数据": ["2020年", "2021年"], "慰问": ["近300人次", "278人次"]}
    links = [link.attrib["href"] for link in tree.find(".//table").iter("a")]
    assert links == ["../plans/2020/", "../plans/2021/"]
    labels = [drawing.attrib["aria-label"] for drawing in tree.findall(".//svg[@role='img']")]
    assert labels == ["慰问，2020年：近300人次", "慰问，2021年：278人次"]


def test_without_figures_the_page_says_how_to_have_some(board):
    assert "还没有可以对照的数据" in text_of(tree_of(board({}).catalog, "results/"))


def test_names_and_figures_are_escaped(board):
    html = html_of(results(board, '3人"><b>', '4人"><b>'), "results/")
    assert "<b>" not in html and "&lt;b&gt;" in html
