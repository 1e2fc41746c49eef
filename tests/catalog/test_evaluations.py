"""民主评议 on pages, in the data, over the years, and what is told of it."""

import json
from datetime import date

import pytest

from boards import load_board, told
from catalogs import asset_of, html_of, rows_of, tree_of
from noticeboard.views.helpers.evaluation_rows import shown_share


def document(year, body, kind="会议", title="", head=""):
    own = "届次: 三届二次" if kind == "会议" else f"期间: {year}年"
    lines = ["---", f"类型: {kind}", f"标题: {title or year}", f"日期: {year}-03-20", own]
    return "\n".join([*lines, *head.split("|"), "---", "", body]).replace("\n\n---", "\n---")


def section(text, title="民主评议"):
    return f"## {title}\n\n{text}\n"


def board(tmp_path, files, **settings):
    return load_board(tmp_path, files, **settings)


TWO_YEARS = {
    "plans/a.md": document(2025, section("- 工会工作：满意 35，基本满意 5，不满意 2")),
    "plans/b.md": document(2026, section("- 工会 工作：满意 38，基本满意 4\n- 主席：满意率 99%")),
}


def test_a_year_is_compared_with_the_year_before(tmp_path):
    catalog = board(tmp_path, TWO_YEARS).catalog
    (first, second) = rows_of_evaluations(catalog, "plans/b/")
    assert first["票数"] == "满意 38，基本满意 4"
    assert first["满意率"] == "90.5%"
    assert first["以前"] == "2025年 83.3%，高 7.2 个百分点"
    assert (second["满意率"], second["以前"]) == ("99%", "")


def rows_of_evaluations(catalog, address):
    rows = rows_of(tree_of(catalog, address))
    return [row for row in rows if "评议的事项" in row]


@pytest.mark.parametrize(
    ("address", "subjects"),
    [("months/2026/", ["工会 工作", "主席"]), ("months/2025/", ["工会工作"]), ("plans/a/", [])],
)
def test_the_pages_of_years_and_of_the_first_document(tmp_path, address, subjects):
    files = TWO_YEARS | {
        f"plans/p{year}.md": f"---\n类型: 计划\n标题: 甲\n日期: {year}-01-02\n期间: {year}年\n---\n\n### 三月\n\n- 甲{year}\n"
        for year in (2025, 2026)
    }
    catalog = board(tmp_path, files).catalog
    assert [row["评议的事项"] for row in rows_of_evaluations(catalog, address)] == subjects


def test_the_pages_of_the_unit_and_the_session(tmp_path):
    catalog = board(tmp_path, TWO_YEARS).catalog
    unit = catalog.settings.default_unit.slug
    assert len(rows_of_evaluations(catalog, f"units/{unit}/")) == 2
    assert "2026年民主评议" in html_of(catalog, f"units/{unit}/")
    assert "90.5%" in html_of(catalog, "sessions/3-2/")


def test_few_votes_are_not_shown_beside_the_document(tmp_path):
    text = section("- 小组工作：满意 5，不满意 1")
    catalog = board(tmp_path, {"plans/a.md": document(2026, text)}).catalog
    unit = catalog.settings.default_unit.slug
    (row,) = rows_of_evaluations(catalog, f"units/{unit}/")
    assert (row["票数"], row["满意率"], row["满意和基本满意"]) == ("票数少，不列出来", "", "")
    (data,) = json.loads(asset_of(catalog, "board.json").made())["evaluations"]
    assert {data[key] for key in ("satisfied", "dissatisfied", "rate")} == {None}


def test_votes_are_shown_in_the_words_of_the_document(tmp_path):
    files = {"plans/a.md": document(2026, section("- 主席：优秀 27，称职 12，不称职 0，弃权 1"))}
    catalog = board(tmp_path, files).catalog
    (row,) = rows_of_evaluations(catalog, f"units/{catalog.settings.default_unit.slug}/")
    assert row["票数"] == "优秀 27，称职 12，不称职 0，弃权 1"
    assert row["满意率"] == "97.5%"


def test_the_data(tmp_path):
    catalog = board(tmp_path, TWO_YEARS).catalog
    first = json.loads(asset_of(catalog, "board.json").made())["evaluations"][0]
    assert (first["satisfied"], first["mostly"], first["rate"], first["year"]) == (38, 4, 90.5, 2026)


def test_a_document_that_is_dated_ahead_tells_nothing_yet(tmp_path):
    catalog = board(tmp_path, {"plans/a.md": document(2027, section("- 工会：满意 38，不满意 1"))}).catalog
    assert catalog.evaluations == ()


def test_a_share_that_is_written_is_not_compared_with_votes(tmp_path):
    files = {
        "plans/a.md": document(2025, section("- 工会：满意率 99%")),
        "plans/b.md": document(2026, section("- 工会：满意 38，基本满意 4")),
    }
    assert rows_of_evaluations(board(tmp_path, files).catalog, "plans/b/")[0]["以前"] == "2025年 99%"


@pytest.mark.parametrize(("share", "shown"), [("99.99", "99.9"), ("100", "100.0"), ("90.45", "90.5")])
def test_all_is_said_of_all_only(share, shown):
    from decimal import Decimal

    assert str(shown_share(Decimal(share))) == shown


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("- 工会：满意 38，基本满意 4，满意率 90.5%", []),
        ("- 工会：满意 38，基本满意 4，满意率 90.4%", []),
        ("- 工会：满意 38，基本满意 4，满意率 100%", []),
        ("- 工会：满意 38，基本满意 4，满意率 95%", ["evaluation-sum"]),
        ("- 工会：满意 30（50%），不满意 10", ["evaluation-sum"]),
        ("- 工会：收回 40 份，满意 38，不满意 4", ["evaluation-sum"]),
        ("- 工会：发出 40 份，收回 42 份，满意 38，不满意 4", ["evaluation-sum"]),
        ("- 工会：满意 40，不满意 6", ["evaluation-sum"]),
        ("- 工会：收回 30 份，满意 40", ["evaluation-sum"]),
        ("- 工会：满意 9，不满意 1", []),
        ("- 工会：满意 9，不满意 0", ["evaluation-few"]),
        ("- 工会：满意 20，基本满意", ["evaluation-not-read"]),
        ("- 工会：满意 20，不满意 1\n- 工会：满意 21，不满意 1", ["evaluation-differs"]),
        ("| 项目 | 投票人 | 满意 |\n|---|---|---|\n| 工会 | 甲组 | 20 |", ["evaluation-voter"]),
        ("| 姓名 | 职务 | 满意 | 不满意 |\n|---|---|---|---|\n| 林委员 | 主席 | 20 | 1 |", []),
    ],
)
def test_what_is_told(tmp_path, text, codes):
    site = board(tmp_path, {"plans/a.md": document(2026, section(text), head="实到: 45")})
    assert [line.split(" ")[-1] for line in told(site)] == codes


def test_a_plan_tells_no_evaluation(tmp_path):
    text = section("- 3月 评议工会工作，满意率95%以上")
    site = board(tmp_path, {"plans/a.md": document(2026, text, kind="计划")})
    assert site.catalog.evaluations == ()
    assert [line for line in told(site) if "evaluation" in line] == []


@pytest.mark.parametrize(("day", "count"), [(date(2026, 3, 19), 0), (date(2026, 3, 20), 1)])
def test_it_counts_from_the_day_of_its_document_on(tmp_path, day, count):
    files = {"plans/b.md": document(2026, section("- 工会工作：满意 38，基本满意 4"))}
    assert len(board(tmp_path, files, today=day).catalog.evaluations) == count
