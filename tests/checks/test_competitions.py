"""Places of a competition that leave one out."""

import pytest

from boards import load_board, told

HEAD = "---\n类型: 台账\n标题: 技能竞赛\n日期: 2026-05-20\n种类: 竞赛\n---\n\n"


@pytest.mark.parametrize(
    ("places", "is_told"),
    [
        ("1 2 4", True), ("第1名 第2名 第4名", True), ("冠军 亚军 季军 第五名", True), ("第一名 第三名", True),
        ("1 2 3", False), ("1 2 2 3", False), ("1 2 2 4", False), ("1 1 3", False), ("1 2 2 5", True),
        ("第1名 并列第2名 并列第2名 第4名", False), ("第1名 第2名（并列） 第2名（并列） 第5名", True), ("2 5", False),
        ("一等奖 三等奖", False), ("3 1 2", False), ("1 — 2", False),
    ],
)  # fmt: skip
def test_places(tmp_path, places, is_told):
    rows = "".join(f"| {place} | 班组 |\n" for place in places.split())
    site = load_board(tmp_path, {"plans/a.md": f"{HEAD}| 名次 | 对象 |\n|---|---|\n{rows}"})
    assert any("place-missing" in line for line in told(site)) is is_told


def test_holders_in_one_cell_are_counted(tmp_path):
    table = "| 名次 | 对象 |\n|---|---|\n| 1 | 甲班、乙班 |\n| 3 | 丙班 |\n"
    assert told(load_board(tmp_path, {"plans/a.md": HEAD + table})) == []


def test_competitions_are_told_apart(tmp_path):
    table = "| 竞赛 | 名次 | 对象 |\n|---|---|---|\n| 朗诵 | 1 | 甲 |\n| | 2 | 乙 |\n| 书法 | 1 | 丙 |\n| | 3 | 丁 |\n"
    assert told(load_board(tmp_path, {"plans/a.md": HEAD + table})) == [
        "plans/a.md:13:1 notice place-missing"
    ]
