"""Problems by the thousand: the first hundred of each kind in each file are told, and how many more there are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from noticeboard.problems import MOST_ALIKE, Level, Problem, first_of_each

ONE = Problem("plans/a.md", 1, 1, Level.WARNING, "placeholder", "这里没填。")


def many(count: int, **changes) -> list[Problem]:
    return [replace(ONE, line=line, **changes) for line in range(1, count + 1)]


def test_a_hundred_are_told_one_by_one() -> None:
    problems = many(MOST_ALIKE)
    assert first_of_each(reversed(problems)) == tuple(problems)


@pytest.mark.slow
def test_the_rest_is_counted_where_it_begins() -> None:
    *told, counted = first_of_each(many(524_000))
    assert told == many(MOST_ALIKE)
    assert (counted.line, counted.code, counted.level) == (MOST_ALIKE + 1, ONE.code, ONE.level)
    assert counted.message == "这样的问题后面还有 523900 处，没有逐条列出。"


def test_a_flood_hides_nothing_of_another_kind_or_file() -> None:
    other_code = replace(ONE, line=5000, code="term", level=Level.ERROR)
    other_level = replace(ONE, line=5000, level=Level.ERROR)
    other_file = replace(ONE, path="plans/b.md")
    told = first_of_each([*many(5000), other_code, other_level, other_file])
    assert {other_code, other_level, other_file} <= set(told)
    assert len(told) == MOST_ALIKE + 1 + 3


def test_a_board_tells_of_a_flood_and_of_what_else_is_wrong(board) -> None:
    text = "---\n类型: 通知\n标题: 通知\n日期: 2026-03-02\n---\n\n{}"
    site = board({"plans/a.md": text.format("\x01\n" * 3000), "plans/b.md": text.format("\x01\n")})
    assert [problem.path for problem in site.problems].count("plans/a.md") == MOST_ALIKE + 1
    assert site.problems[MOST_ALIKE].message.startswith("这样的问题后面还有 2900 处")
    assert site.problems[-1].path == "plans/b.md"
    assert site.has_errors
