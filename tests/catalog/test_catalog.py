from datetime import date, time

import pytest

from boards import plan, write
from noticeboard.build import load
from noticeboard.catalog.states import State
from noticeboard.content.settings.board_settings import Settings
from noticeboard.edition import Edition
from noticeboard.times import Month

MARCH, MAY = Month(2026, 3), Month(2026, 5)


def summary(body: str, plans: str = "计划.md") -> str:
    return f"---\n类型: 总结\n标题: 总结\n日期: 2026-12-20\n期间: 2026年\n计划: {plans}\n---\n\n{body}\n"


def texts(entries) -> list[str]:
    return [entry.activity.text for entry in entries]


def test_an_activity_stands_on_each_of_its_months(board):
    site = board({"plans/a.md": plan("### 3—4月\n\n- 读书月\n")})
    for number in (3, 4):
        assert texts(site.catalog.schedule(Month(2026, number)).entries) == ["读书月"]
    assert site.catalog.schedule(MAY).entries == ()


def test_a_postponed_activity_stands_on_both_months(board):
    site = board({"plans/a.md": plan("### 三月\n\n- 运动会（延期至：5月）\n")})
    assert texts(site.catalog.schedule(MARCH).entries) == ["运动会"]
    assert texts(site.catalog.schedule(MAY).arriving) == ["运动会"]


def test_what_was_postponed_and_then_cancelled_arrives_nowhere(board):
    site = board({"plans/a.md": plan("### 三月\n\n- 运动会（延期至：5月；取消）\n")})
    assert texts(site.catalog.schedule(MARCH).entries) == ["运动会"]
    assert site.catalog.schedule(MAY).arriving == ()


def test_half_years_and_years_stand_under_the_year(board):
    site = board(
        {"plans/a.md": plan("### 上半年\n\n- 体检\n\n### 全年\n\n- 读书\n\n### 第一季度\n\n- 走访\n")}
    )
    assert texts(site.catalog.loose(2026)) == ["体检", "读书"]
    assert texts(site.catalog.schedule(MARCH).entries) == ["走访"]


def test_entries_of_a_month_are_ordered_by_day(board):
    site = board({"plans/a.md": plan("### 三月\n\n- 慰问\n- 20日 球赛\n- 上旬 学习\n- 8日 座谈\n")})
    assert texts(site.catalog.schedule(MARCH).entries) == ["学习", "座谈", "球赛", "慰问"]


def test_a_summary_and_its_plan_know_each_other(board):
    site = board({"plans/计划.md": plan(), "plans/总结.md": summary("做了很多。")}, today=date(2027, 1, 5))
    (relation,) = site.catalog.relations
    assert (relation.kind, relation.source, relation.target) == ("answers", "plans/总结.md", "plans/计划.md")


def test_an_activity_and_its_report_know_each_other(board):
    site = board(
        {
            "plans/计划.md": plan("### 三月\n\n- [x] 8日 座谈会 → [小结](小结.md)\n"),
            "plans/小结.md": "---\n类型: 通知\n标题: 座谈会小结\n日期: 2026-03-09\n---\n\n开了。\n",
        }
    )
    (entry,) = site.catalog.entries
    assert [report.path for report in entry.reports] == ["plans/小结.md"]
    (relation,) = site.catalog.relations
    assert (relation.kind, relation.target) == ("activity", "plans/小结.md")


def test_overdue_is_what_was_planned_and_has_passed(board):
    body = "### 三月\n\n- 慰问\n- [x] 座谈\n- 比赛（取消：下雨）\n\n### 十二月\n\n- 总结\n"
    site = board({"plans/a.md": plan(body)}, today=date(2026, 4, 1))
    assert texts(entry for entry in site.catalog.entries if entry.overdue) == ["慰问"]


def test_nothing_is_overdue_on_its_last_day(board):
    site = board({"plans/a.md": plan("### 三月\n\n- 8日 座谈\n")}, today=date(2026, 3, 8))
    assert not any(entry.overdue for entry in site.catalog.entries)


def test_categories_come_from_the_item_then_from_keywords(board):
    site = board({"plans/a.md": plan("### 三月\n\n- 女教师座谈（类别：文体）\n- 篮球比赛\n- 写信\n")})
    assert [entry.category for entry in site.catalog.entries] == ["文体", "文体活动", "其他"]


def test_a_document_waits_for_its_day(board):
    late = plan(head="发布: 2026-12-01")
    assert board({"plans/a.md": late}, today=date(2026, 11, 30)).catalog.shown == ()
    assert len(board({"plans/a.md": late}, today=date(2026, 12, 1)).catalog.shown) == 1


def test_a_document_waits_for_its_hour(tmp_path):
    write(tmp_path, {"plans/a.md": plan(head="发布: 2026-12-01 16:20")})
    for hour, count in ((time(16, 19), 0), (time(16, 20), 1)):
        site = load(tmp_path, Settings(), Edition(date(2026, 12, 1), now=hour))
        assert len(site.catalog.shown) == count


def test_drafts_show_only_when_asked_for(board):
    draft = plan(head="草稿: 是")
    assert board({"plans/a.md": draft}).catalog.shown == ()
    assert len(board({"plans/a.md": draft}, drafts=True).catalog.shown) == 1


def test_the_public_edition_holds_nothing_internal(board):
    files = {"plans/a.md": plan(), "plans/b.md": plan(head="范围: 对外", title="对外计划")}
    site = board(files, audience="public")
    assert [document.path for document in site.catalog.shown] == ["plans/b.md"]


def test_only_files_that_a_document_names_are_published(board):
    files = {
        "plans/a.md": plan("[表](表二.xlsx)", head="附件: 表一.xlsx"),
        "plans/表一.xlsx": b"1",
        "plans/表二.xlsx": b"2",
        "plans/草稿.xlsx": b"3",
    }
    assert board(files).catalog.published_files == ("plans/表一.xlsx", "plans/表二.xlsx")


def test_months_run_without_a_gap(board):
    site = board({"plans/a.md": plan("### 三月\n\n- 座谈\n")}, today=date(2026, 6, 1))
    assert [str(month) for month in site.catalog.months] == [
        "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06",
    ]  # fmt: skip


def test_a_mistyped_year_makes_no_pages_for_the_years_between(board):
    site = board({"plans/a.md": plan().replace("2026-01-10", "2062-04-28")}, today=date(2026, 1, 1))
    assert sorted({month.year for month in site.catalog.months}) == [2026, 2062]


def test_a_category_comes_from_the_words_of_the_item_alone(board):
    site = board({"plans/a.md": plan("### 三月：妇女权益月\n\n- 植树\n")})
    assert [entry.category for entry in site.catalog.entries] == ["其他"]


def test_an_empty_board_still_has_this_month(board):
    site = board({})
    assert [str(month) for month in site.catalog.months] == ["2026-11"]
    assert site.problems == ()


def kinds(board, *names: str, **settings) -> dict[str, str]:
    body = "".join(f"- 3月8日 活动（类别：{name}）\n" for name in names)
    return dict(board({"plans/a.md": plan(body)}, **settings).catalog.activity_kinds)


def test_kinds_of_activities_have_address_names_the_settings_own_first(board):
    found = kinds(board, "其他", "谈心", "文体活动", "民主管理", "家访")
    assert list(found) == ["民主管理", "文体活动", "家访", "谈心", "其他"]
    assert found["文体活动"] == "recreation"
    assert found["其他"] == "other"
    assert found["谈心"] == "tan-xin-dbf1d3"


def test_an_address_name_stays_whatever_other_kinds_there_are(board):
    alone = kinds(board, "家访")["家访"]
    among = kinds(board, "佳坊", "家访", "嘉芳")
    assert among["家访"] == alone
    assert len(set(among.values())) == 3


def test_address_names_of_settings_that_sound_alike_differ(board):
    found = kinds(board, "公会", "工会", keywords={"公会": "座谈", "工会": "慰问"})
    assert found["公会"] == "gong-hui"
    assert found["工会"].startswith("gong-hui-")


def test_an_address_name_is_short_and_never_empty(board):
    found = kinds(board, "很长的类别" * 40, "——", "🎉")
    assert all(0 < len(slug) <= 67 and slug.isascii() for slug in found.values())
    assert len(set(found.values())) == 3


def test_kinds_of_what_summaries_report_alone_have_none(board):
    text = "---\n类型: 总结\n标题: 总结\n日期: 2026-06-20\n期间: 2026年\n---\n\n### 三月\n\n- 8日 座谈（类别：谈心）\n"
    assert board({"plans/a.md": text}).catalog.activity_kinds == {}


@pytest.mark.parametrize(
    ("earlier", "later", "state"),
    [("登山（取消）", "登山", State.DONE), ("登山", "登山（取消）", State.CANCELLED)],
)
def test_of_two_reports_the_later_one_counts(board, earlier, later, state):
    def report(day: str, item: str) -> str:
        return f"---\n类型: 总结\n标题: 总结\n日期: {day}\n期间: 2026年\n计划: 计划.md\n---\n\n### 三月\n\n- {item}\n"

    files = {
        "plans/计划.md": plan("### 三月\n\n- 登山\n"),
        "plans/a.md": report("2026-12-20", later),
        "plans/b.md": report("2026-07-10", earlier),
    }
    site = board(files, today=date(2026, 12, 31))
    (entry,) = [entry for entry in site.catalog.entries if entry.planned]
    assert entry.state is state


def test_a_title_names_its_unit_where_another_unit_bears_it(board):
    texts = {
        "plans/a.md": plan(title="工作计划", head="单位: 甲"),
        "plans/b.md": plan(title="工作计划", head="单位: 乙"),
        "plans/c.md": plan(title="读书计划", head="单位: 甲"),
        "plans/d.md": plan(title="读书计划", head="单位: 甲"),
    }
    catalog = board(texts, units=["甲", "乙"]).catalog
    found = {document.path: catalog.full_title(document) for document in catalog.shown}
    assert found == {
        "plans/a.md": "工作计划（甲）",
        "plans/b.md": "工作计划（乙）",
        "plans/c.md": "读书计划",
        "plans/d.md": "读书计划",
    }


def test_what_has_no_day_is_ordered_by_the_end_of_its_months(board):
    site = board({"plans/a.md": plan("### 3—4月\n\n- 读书月\n\n### 三月\n\n- 植树\n")})
    assert texts(site.catalog.schedule(MARCH).entries) == ["植树", "读书月"]
