"""Honours by year and level, newsletters and the issues that are missing, the index of classes."""

import re
from datetime import date

import pytest

from boards import load_board, told
from catalogs import asset_of, html_of, text_of, tree_of
from noticeboard.catalog.dues import DueState, dues_of
from noticeboard.catalog.honours import honours_of, level_rank
from noticeboard.catalog.newsletters import newsletters_of


def issue(number, day, unit=""):
    lines = [f"单位: {unit}"] if unit else []
    return "\n".join(
        [
            "---",
            "类型: 通知",
            f"标题: 简报{number}",
            f"日期: {day}",
            f"期号: {number}",
            *lines,
            "---",
            "正文",
            "",
        ]
    )


def volumes(tmp_path, *issues, **options):
    files = {f"plans/{at}.md": issue(*given) for at, given in enumerate(issues)}
    (found,) = newsletters_of(load_board(tmp_path, files, **options).catalog)
    return [(volume.title, volume.missing) for volume in found.volumes]


@pytest.mark.parametrize(
    ("issues", "expected"),
    [
        ([("第1期", "2026-01-31"), ("第4期", "2026-04-30")], [("2026年", (2, 3))]),
        ([("第5期", "2026-01-31"), ("第7期", "2026-04-30")], [("2026年", (6,))]),
        ([("第5期", "2025-11-30"), ("第2期", "2026-04-30")], [("2026年", (1,)), ("2025年", ())]),
        ([("第5期", "2025-11-30"), ("第7期", "2026-04-30")], [("", (6,))]),
        ([("2025年第5期", "2025-11-30"), ("2026年第7期", "2026-07-30")], [("2026年", (1, 2, 3, 4, 5, 6)), ("2025年", ())]),
        ([("总第9期", "2025-11-30"), ("总第12期", "2026-04-30")], [("", (10, 11))]),
        ([("第1、2期", "2026-02-28"), ("第3期", "2026-04-30")], [("2026年", ())]),
        ([("2025年第12期", "2026-01-05"), ("2026年第1期", "2026-01-30")], [("2026年", ()), ("2025年", ())]),
    ],
)  # fmt: skip
def test_missing_issues(tmp_path, issues, expected):
    assert volumes(tmp_path, *issues) == expected


def test_two_issues_of_one_number_are_told(tmp_path):
    files = {"plans/a.md": issue("第3期", "2026-03-01"), "plans/b.md": issue("第3期", "2026-04-01")}
    assert told(load_board(tmp_path, files)) == [
        f"plans/{name}.md:5:1 warning issue-repeated" for name in "ab"
    ]


def test_newsletters_of_other_units_and_names_are_others(tmp_path):
    files = {
        "plans/a.md": issue("工会简报 第1期", "2026-03-01", "东校区"),
        "plans/b.md": issue("工会简报 第3期", "2026-03-02", "西校区"),
        "plans/c.md": issue("板报 第5期", "2026-03-03", "西校区"),
    }
    catalog = load_board(tmp_path, files, units=["东校区", "西校区"]).catalog
    assert [(it.unit, it.name) for it in newsletters_of(catalog)] == [
        ("东校区", "工会简报"),
        ("西校区", "工会简报"),
        ("西校区", "板报"),
    ]
    assert all(not volume.missing for it in newsletters_of(catalog) for volume in it.volumes)


def test_levels_have_an_order():
    levels = ["全国五一", "省级", "市级", "区级", "系统", "校级"]
    assert sorted(sorted(levels), key=level_rank) == levels


def register(kind, *lines, body=""):
    return "\n".join(
        [
            "---",
            "类型: 台账",
            f"标题: {kind}台账",
            "日期: 2026-03-02",
            f"种类: {kind}",
            *lines,
            "---",
            body,
            "",
        ]
    )


def test_honours_stand_by_year_and_level(tmp_path):
    table = "| 称号 | 级别 | 对象 | 时间 |\n|-|-|-|-|\n| 甲 | 校级 | 一组 | 2025年6月 |\n| 乙 | 市级 | 二组 | 2025-05-01 |\n"
    files = {
        "plans/a.md": register("荣誉", body=table),
        "plans/b.md": register("荣誉", "称号: 丙", "级别: 省级", "授予: 省总工会", "年度: 2025—2026学年"),
        "plans/c.md": register("荣誉", "称号: 丁", "签订: 2024-02-01"),
    }
    catalog = load_board(tmp_path, files).catalog
    found = [(year.title, [listed.item.honour for listed in year.honours]) for year in honours_of(catalog)]
    assert found == [("2025—2026学年", ["丙"]), ("2025年", ["乙", "甲"]), ("2024年", ["丁"])]
    assert "共 4 项" in text_of(tree_of(catalog, "registers/honours/"))


def test_classes_that_are_never_published_are_named_and_refused(tmp_path):
    settings = {"registers": ["保险", "健康档案"], "confidential_records": ["谈话记录"]}
    catalog = load_board(tmp_path / "a", {"plans/a.md": register("保险")}, **settings).catalog
    rows = [[text_of(cell) for cell in row] for row in tree_of(catalog, "registers/").findall(".//tbody/tr")]
    assert rows == [["保险", "1 份", "—"], ["健康档案", "不公开", "—"], ["谈话记录", "不公开", "—"]]
    for kind in ("健康档案", "谈话记录", "职工谈话记录", "困难职工档案"):
        text = register(kind).replace(f"标题: {kind}台账", "标题: 台账")
        site = load_board(tmp_path / kind, {"plans/a.md": text}, **settings)
        assert told(site) == ["plans/a.md:5:1 error confidential-record"], kind
    assert told(load_board(tmp_path / "b", {"plans/a.md": register("健康档案管理制度")}, **settings)) == []


@pytest.mark.parametrize("value", [3, [1], {"保险": 3}, {"保险": ["a"]}])
def test_wrong_settings_are_told(value):
    from noticeboard.content.settings.settings_reader import read_settings

    _, problems = read_settings({"registers": value})
    assert [problem.code for problem in problems] == ["settings"]


def test_hostile_words_are_text(tmp_path):
    body = "| 称号 | 对象 |\n|-|-|\n| <script>1</script>甲 | <b onclick=x>乙</b> |\n"
    catalog = load_board(tmp_path, {"plans/a.md": register("<i>荣誉", body=body)}).catalog
    for address in ("registers/", "registers/honours/"):
        html = html_of(catalog, address)
        assert "<script>1" not in html and "onclick" not in html and "<i>荣誉" not in html


def test_a_register_may_be_an_item_beside_its_table(tmp_path):
    body = (
        "| 名称 | 到期 |\n|-|-|\n| 附加险 | 2026-12-31 |\n| 附加险 | 2027-12-31 |\n| 附加险 | 2027-12-31 |\n"
    )
    files = {"plans/a.md": register("保险", "到期: 2026-11-30", body=body)}
    catalog = load_board(tmp_path, files).catalog
    assert [(due.item.name, due.expires.isoformat()) for due in dues_of(catalog)] == [
        ("保险台账", "2026-11-30"),
        ("附加险", "2026-12-31"),
        ("附加险", "2027-12-31"),
        ("附加险", "2027-12-31"),
    ]
    text = asset_of(catalog, "calendar.ics").made().decode()
    names = re.findall(r"^UID:.*$", text.replace("\r\n ", ""), re.MULTILINE)
    assert len(names) == len(set(names)) == 6


@pytest.mark.slow
def test_pages_of_many_rows_stay_light(tmp_path):
    rows = "".join(f"| 称号{n} | 市级 | 第{n}组 | {2000 + n % 20}年 | {n} |\n" for n in range(2000))
    body = "| 称号 | 级别 | 对象 | 年度 | 名次 |\n|-|-|-|-|-|\n" + rows
    dues = "| 名称 | 到期 |\n|-|-|\n" + "".join(f"| 合同{n} | 2026-12-01 |\n" for n in range(2000))
    files = {"plans/a.md": register("荣誉", body=body), "plans/b.md": register("合同", body=dues)}
    catalog = load_board(tmp_path, files).catalog
    for address in (
        "registers/",
        "registers/honours/",
        "registers/competitions/",
        "registers/due/",
        "chair/",
    ):
        assert len(html_of(catalog, address).encode()) < 400_000, address
    assert "另有 1900 件" in html_of(catalog, "registers/due/")


@pytest.mark.parametrize(
    ("day", "state", "days"),
    [
        ("2026-05-30", DueState.SOON, 1),
        ("2026-05-31", DueState.SOON, 0),
        ("2026-06-01", DueState.OVERDUE, -1),
    ],
)
def test_what_ends_is_not_over_on_its_last_day(tmp_path, day, state, days):
    body = "| 名称 | 到期 |\n|---|---|\n| 合同 | 2026-05-31 |\n"
    text = f"---\n类型: 台账\n标题: 合同台账\n日期: 2026-01-05\n种类: 合同\n---\n\n{body}"
    catalog = load_board(tmp_path, {"plans/a.md": text}, today=date.fromisoformat(day)).catalog
    assert [(due.state, due.days) for due in dues_of(catalog)] == [(state, days)]
