"""The book of a year on a board whose truth is known, on five days; what is long ends and says where all is."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from boards import load_board, plan
from catalogs import html_of, text_of, tree_of
from noticeboard.catalog.year_books import events_in, units_in
from noticeboard.views import pages_of
from truth_boards import parts_of

FILES, COLUMNS, ROWS = parts_of(Path(__file__).parent / "truth_of_boards/汇编.txt")
SETTINGS = json.loads(FILES.pop("settings"))


def sections(catalog):
    page = tree_of(catalog, "months/2026/book/")
    return {it.get("aria-labelledby").removeprefix("nb-"): it for it in page.findall(".//section")}


def number(text, before):
    found = re.search(rf"{before}\s*(\d+)", text)
    return found[1] if found else "0"


@pytest.mark.parametrize("day", ROWS)
def test_the_book_tells_the_truth(tmp_path, day):
    site = load_board(tmp_path, FILES, today=date.fromisoformat(day), **SETTINGS)
    assert not site.has_errors
    truth = dict(zip(COLUMNS, ROWS[day], strict=True))
    parts = sections(site.catalog)
    progress = text_of(parts["progress"])
    assert [number(progress, word) for word in ("要办", "已完成", "逾期没有结果")] == [
        truth[name] for name in ("要办", "完成", "逾期")
    ]
    events = [text_of(link) for link in parts["events"].findall(".//li/a")]
    assert [it for it in events if not it.startswith("《")] == truth["大事"].split(",")
    sessions = [text_of(link) for link in parts["sessions"].findall("h3/a")] if "sessions" in parts else []
    assert ",".join(sessions) == truth["会议"]
    if sessions:
        assert "应到 10 人，实到 9 人" in text_of(parts["sessions"]) and "预算（通过）" in text_of(
            parts["sessions"]
        )
        assert [text_of(it) for it in parts["sessions"].findall(".//span[@class]")][:1] == [truth["决议"]]
    answered, owed = truth["答复"].split("/")
    assert f"应答复 {owed} 件，已答复 {answered} 件" in text_of(parts["proposals"])
    rows = [
        [text_of(row.find("th")), *(text_of(cell).removesuffix(" 份") for cell in row.findall("td"))]
        for row in parts["disclosures"].findall(".//tbody/tr")
    ]
    assert [f"{name} {now}/{before}" for name, now, before in rows] == [truth["公开"]]
    assert [text_of(it) for it in parts["honours-1"].findall(".//tbody/tr/th")] == [truth["荣誉"]]


def test_figures_stand_beside_the_year_before(tmp_path):
    catalog = load_board(tmp_path, FILES, today=date(2026, 12, 31), **SETTINGS).catalog
    (row,) = sections(catalog)["figures"].findall(".//tbody/tr")
    assert [text_of(cell) for cell in row] == ["走访", "工会", "12户（2026年）", "10户（2025年）"]


def test_a_year_that_has_not_begun_has_none(tmp_path):
    files = {"plans/a.md": plan("### 三月\n\n- 8日 座谈会", period="2027年")}
    catalog = load_board(tmp_path, files, today=date(2026, 11, 20)).catalog
    addresses = {page.address for page in pages_of(catalog)}
    assert "months/2027/" in addresses and "months/2027/book/" not in addresses
    assert "book/" not in html_of(catalog, "months/2027/")


def test_what_was_put_off_stands_where_it_went(tmp_path):
    body = """### 四月

- [x] 中旬 球赛（延期至：5月22日）
- [ ] 下旬 棋赛（延期至：6月）
- [x] 25日 登山

### 六月

- [x] 3日 棋赛，由四月延期
"""
    catalog = load_board(tmp_path, {"plans/a.md": plan(body)}, today=date(2026, 12, 1)).catalog
    found = {
        str(events.month): [entry.activity.text for entry in events.entries]
        for events in events_in(catalog, 2026)
    }
    assert found == {"2026-04": ["登山"], "2026-05": ["球赛"], "2026-06": ["棋赛，由四月延期"]}


def test_what_is_much_is_cut(tmp_path):
    body = "### 三月\n\n" + "\n".join(f"- [x] 走访第{number}户人家" for number in range(300))
    catalog = load_board(tmp_path, {"plans/a.md": plan(body)}).catalog
    page = html_of(catalog, "months/2026/book/")
    assert "另有 292 项完成" in page
    assert len(page.encode()) < 60_000


def test_what_is_hostile_stays_text(tmp_path):
    catalog = load_board(
        tmp_path, {"plans/a.md": plan("### 三月\n\n- [x] <script>alert(1)</script>甲")}
    ).catalog
    assert "<script>alert" not in html_of(catalog, "months/2026/book/")


SUMMARY = """---
类型: 总结
标题: 三月小结
日期: 2026-03-20
期间: 2026年3月
---

## 三月

- 3月5日：植树
"""


@pytest.mark.parametrize(("day", "told"), [(date(2026, 3, 19), []), (date(2026, 3, 20), ["植树"])])
def test_what_a_summary_tells_is_done_from_its_own_day_on(tmp_path, day, told):
    catalog = load_board(tmp_path, {"plans/a.md": SUMMARY}, today=day).catalog
    assert [entry.activity.text for month in events_in(catalog, 2026) for entry in month.entries] == told


def test_a_unit_that_plans_only_what_recurs_has_planned_something(tmp_path):
    files = {"plans/a.md": plan("- 每周三：读书", head="单位: 甲"), "plans/b.md": plan(head="单位: 乙")}
    catalog = load_board(tmp_path, files, units=["甲", "乙"]).catalog
    assert [it.unit for it in units_in(catalog, 2026)] == ["甲"]
