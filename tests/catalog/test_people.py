"""Who is who in the union: read from tables, shown by unit, and told where members could not find them."""

import json

import pytest

from boards import load_board, told
from catalogs import asset_of, html_of, text_of, tree_of
from noticeboard.catalog.people import officers_of

UNITS = [{"name": "工会", "slug": "union"}, {"name": "东校区分工会", "slug": "east"}]
HEAD = "| 姓名 | 职务 | 分工 | 办公电话 | 地点 |\n|---|---|---|---|---|\n"
ROW = "| 林晓岚 | 主席 | 全面工作 | 内线8201 | 203室 |"


def service(table, *head, kind="办事"):
    own = ("情形: 想提意见", "对象: 会员") if kind == "办事" else ()
    return "\n".join(
        ["---", f"类型: {kind}", "标题: 委员", "日期: 2026-03-25", *own, *head, "---", "", table, ""]
    )


def board(tmp_path, table, *head, **settings):
    return load_board(tmp_path, {"plans/a.md": service(table, *head)}, units=UNITS, **settings)


def named(site):
    return {unit: [it.person.name for it in found] for unit, found in officers_of(site.catalog).items()}


@pytest.mark.parametrize(
    "table",
    [
        HEAD + ROW,
        "| 姓 名 | 工会职务 | 电话 |\n|---|---|---|\n| 林晓岚 | 主席 | 8201 |",
        "| 序号 | 姓名 | 职责 | 办公室 |\n|---|---|---|---|\n| 1 | 林晓岚 | 全面工作 | 203室 |",
        "| 姓名 | 身份 | 内线 |\n|---|---|---|\n| **林晓岚** | 主席 | 8201 |\n| | | |",
        "姓名｜职务｜电话\n---｜---｜---\n林晓岚｜主席｜8201",
    ],
)
def test_the_tables_that_name_officers(tmp_path, table):
    assert named(board(tmp_path, table)) == {"工会": ["林晓岚"]}


@pytest.mark.parametrize(
    "table", ["| 姓名 | 名次 |\n|---|---|\n| 林晓岚 | 第一 |", "| 职务 | 人数 |\n|---|---|\n| 主席 | 1 |", ""]
)
def test_other_tables_name_none(tmp_path, table):
    assert named(board(tmp_path, table)) == {}


def test_a_table_of_a_notice_names_none(tmp_path):
    site = load_board(tmp_path, {"plans/a.md": service(HEAD + ROW, kind="通知")}, units=UNITS)
    assert named(site) == {}


def test_the_unit_of_the_row_and_of_the_document(tmp_path):
    table = "| 姓名 | 职务 | 电话 | 单位 |\n|---|---|---|---|\n| 甲 | 主席 | 1 | 工会 |\n| 乙 | 委员 | 2 | 东校区 分工会 |\n| 丙 | 委员 | 3 | |"
    site = board(tmp_path, table, "单位: 东校区分工会")
    assert named(site) == {"工会": ["甲"], "东校区分工会": ["乙", "丙"]}
    assert told(site) == []


def test_the_newest_document_stands_first_and_each_name_once(tmp_path):
    newer = service(HEAD + ROW.replace("8201", "8299")).replace("2026-03-25", "2026-09-01")
    files = {"plans/a.md": service(HEAD + ROW), "plans/b.md": newer}
    site = load_board(tmp_path, files, units=UNITS)
    (officer,) = officers_of(site.catalog)["工会"]
    assert officer.person.phone == "内线8299"


def test_a_document_that_has_left_names_none(tmp_path):
    assert named(board(tmp_path, HEAD + ROW, "撤下: 2026-04-01")) == {}


def test_the_pages(tmp_path):
    catalog = board(tmp_path, HEAD + ROW).catalog
    page = text_of(tree_of(catalog, "people/"))
    assert "林晓岚 主席 全面工作 内线8201 · 203室" in page
    assert "东校区分工会" not in page
    assert "林晓岚" in html_of(catalog, "units/union/")
    assert "林晓岚" not in html_of(catalog, "units/east/")
    assert ">找委员</a>" in html_of(catalog, "")
    (data,) = json.loads(asset_of(catalog, "board.json").made())["services"]
    assert data["people"][0]["duty"] == "全面工作"


def test_a_board_without_officers(tmp_path):
    catalog = load_board(tmp_path, {}, units=UNITS).catalog
    assert "还没有登过委员的名单" in html_of(catalog, "people/")
    assert "找委员" not in html_of(catalog, "")


@pytest.mark.parametrize(
    ("phone", "link"), [("0571-88001234", "tel:0571-88001234"), ("内线8201", ""), ("8201", "")]
)
def test_a_whole_number_can_be_dialled(tmp_path, phone, link):
    page = html_of(board(tmp_path, HEAD + ROW.replace("内线8201", phone)).catalog, "people/")
    assert ("tel:" in page) == bool(link)
    assert link in page


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (ROW, []),
        ("| 林晓岚 | 主席 | 全面工作 | | |", ["person-incomplete"]),
        ("| 林晓岚 | | | 8201 | |", ["person-incomplete"]),
        ("| | 主席 | 全面工作 | 8201 | |", ["person-incomplete"]),
        ("| 林晓岚 | 主席 |", ["person-incomplete"]),
        ("| 林晓岚 | 主席 | 全面工作 | 13812345678 | |", ["mobile-number"]),
        ("| 空缺 | 主席 | 待补选 | | 203室 |", []),
        ("| <b>林</b>晓岚 | 主席 | `x` | 8201 | <script>1</script> |", ["html-removed"]),
    ],
)
def test_what_is_told(tmp_path, row, codes):
    assert [line.split(" ")[-1] for line in told(board(tmp_path, HEAD + row))] == codes


@pytest.mark.parametrize(("unit", "near"), [("东校分工会", "东校区分工会"), ("食堂", "工会、东校区分工会")])
def test_an_unknown_unit_is_told(tmp_path, unit, near):
    table = f"| 姓名 | 职务 | 电话 | 单位 |\n|---|---|---|---|\n| 甲 | 主席 | 1 | {unit} |"
    site = board(tmp_path, table)
    (problem,) = site.problems
    assert (problem.code, problem.line) == ("person-incomplete", 11)
    assert near in problem.hint
    assert named(site) == {"工会": ["甲"]}
