"""The year's table: every activity once, below its first month; the workbook has them all."""

import io

import openpyxl
import pytest

from boards import load_board, plan
from catalogs import asset_of, text_of, tree_of
from noticeboard.views import pages_of
from noticeboard.views.year_tables import COLUMNS, parts_of

BODY = """\
## 三月

- [x] 3月8日 妇女节活动（地点：大礼堂，负责：女工委）[小结](b.md)
- 3月下旬 春季踏青
- ~~3月20日 义务植树~~ 取消：下雨

## 四月

- 4月2日至5月3日 读书月
- 4月9日 工资协商（延期至5月）

## 其他

- 每周三 教工太极班
- 待定：外出疗休养
"""
REPORT = "---\n类型: 总结\n标题: 三月小结\n日期: 2026-03-31\n期间: 2026年3月\n---\n\n办好了。\n"
FILES = {"plans/a.md": plan(BODY), "plans/b.md": REPORT}


@pytest.fixture
def catalog(tmp_path):
    return load_board(tmp_path, FILES).catalog


def test_every_activity_stands_once_below_its_first_month(catalog):
    parts = parts_of(catalog, 2026)
    found = [(part.title, [entry.activity.text for entry in part.entries]) for part in parts]
    assert [title for title, _ in found] == sorted(
        (title for title, _ in found), key=lambda it: int(it[:-1]) if it[:-1].isdigit() else 13
    )
    texts = [text for _, them in found for text in them]
    assert sorted(texts) == sorted(
        ["妇女节活动", "春季踏青", "义务植树", "读书月", "工资协商", "教工太极班", "外出疗休养"]
    )
    assert dict(found)["4月"] == ["读书月", "工资协商"]
    assert dict(found)["时间待定"] == ["外出疗休养"]


def test_the_page_shows_state_place_leader_and_result(catalog):
    page = tree_of(catalog, "months/2026/table/")
    rows = {row.find("th/a").text: text_of(row) for row in page.findall(".//tbody/tr")}
    assert "大礼堂" in rows["妇女节活动"] and "女工委" in rows["妇女节活动"]
    assert "完成" in rows["妇女节活动"] and "看结果" in rows["妇女节活动"]
    assert "取消" in rows["义务植树"] and "看结果" not in rows["义务植树"]
    assert "共 7 项" in text_of(page)


def test_what_was_postponed_stands_by_its_first_time_and_says_its_new_one(catalog):
    rows = [text_of(row) for row in tree_of(catalog, "months/2026/table/").findall(".//tbody/tr")]
    (row,) = [row for row in rows if "工资协商" in row]
    assert "4月9日" in row and "延期至5月" in row


def test_what_comes_from_the_year_before_stands_where_it_arrives(tmp_path):
    body = "## 十二月\n\n- 12月3日 会员大会（延期至：2026年2月6日）\n- 12月4日 培训\n"
    catalog = load_board(tmp_path, {"plans/a.md": plan(body, period="2025年")}).catalog
    assert [
        (part.title, [entry.activity.text for entry in part.entries]) for part in parts_of(catalog, 2026)
    ] == [("2月", ["会员大会"])]
    (row,) = tree_of(catalog, "months/2026/table/").findall(".//tbody/tr")
    assert "2月6日" in text_of(row) and "延期至" not in text_of(row)


def test_the_workbook_has_every_row_and_is_safe_to_open(tmp_path):
    body = "## 三月\n\n" + "".join(
        f"- 3月{day}日 =第{day}场讲座\n- 3月{day}日 @第{day}场球赛\n" for day in range(1, 32)
    )
    catalog = load_board(tmp_path, {"plans/a.md": plan(body)}).catalog
    (part,) = parts_of(catalog, 2026)
    sheet = openpyxl.load_workbook(
        io.BytesIO(asset_of(catalog, "months/2026/table/activities.xlsx").made())
    ).active
    assert [cell.value for cell in sheet[1]] == [column.title for column in COLUMNS]
    assert sheet.max_row == len(part.entries) + 1 == 63
    assert all(str(row[2].value)[:2] in ("'=", "'@") for row in sheet.iter_rows(min_row=2))


def test_a_long_month_is_cut_on_the_page_and_says_so(tmp_path):
    body = "## 三月\n\n" + "".join(f"- 第{number}场讲座\n" for number in range(1, 61))
    catalog = load_board(tmp_path, {"plans/a.md": plan(body)}).catalog
    page = tree_of(catalog, "months/2026/table/")
    assert len(page.findall(".//tbody/tr")) == 40
    assert "其余 20 项在下载的表里" in text_of(page)


def test_the_public_edition_has_no_internal_activity(tmp_path):
    files = {
        "plans/a.md": plan(BODY, head="范围: 对外"),
        "plans/c.md": plan("## 三月\n\n- 3月9日 内部谈话\n", title="内部"),
    }
    files["plans/b.md"] = REPORT.replace("期间:", "范围: 对外\n期间:")
    catalog = load_board(tmp_path, files, audience="public").catalog
    page = text_of(tree_of(catalog, "months/2026/table/"))
    assert "妇女节活动" in page and "内部谈话" not in page
    workbook = asset_of(catalog, "months/2026/table/activities.xlsx").made()
    values = [
        cell.value for row in openpyxl.load_workbook(io.BytesIO(workbook)).active.iter_rows() for cell in row
    ]
    assert "妇女节活动" in values and "内部谈话" not in values


def test_each_year_has_its_table(catalog):
    addresses = {page.address for page in pages_of(catalog)}
    assert {f"months/{year}/table/" for year in catalog.years} <= addresses


def test_what_goes_on_at_an_item_of_its_own_stands_once(tmp_path):
    body = "### 三月\n- 8日 球赛（延期至：4月；延期至：5月20日）\n### 四月\n- 球赛（原定3月8日）\n### 五月\n- [x] 20日 球赛\n- 21日 登山"
    site = load_board(tmp_path, {"plans/a.md": plan(body)})
    parts = [
        (part.title, [entry.activity.line for entry in part.entries]) for part in parts_of(site.catalog, 2026)
    ]
    assert parts == [("3月", [9]), ("5月", [14])]
    assert parts_of(site.catalog, 2026)[0].entries[0].state == "done"
