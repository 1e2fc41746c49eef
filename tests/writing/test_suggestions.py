"""What a new document will most likely say."""

from datetime import date

import pytest

from boards import load_board, plan
from noticeboard.content.documents import Notice, Plan, Summary
from noticeboard.writing.suggestions import Suggestions


def suggest(root, kind, day: str, files: dict[str, str]) -> Suggestions:
    site = load_board(root, files)
    unit = site.settings.default_unit.name
    return Suggestions(site.catalog.shown, site.settings, kind, unit, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("used", "kind", "day", "period"),
    [
        (None, Plan, "2026-01-05", "2026年"),
        ("2026年", Plan, "2026-11-05", "2027年"),
        ("2026年", Plan, "2026-10-31", "2026年"),
        ("2026年", Summary, "2026-11-05", "2026年"),
        ("2025—2026学年", Plan, "2026-07-05", "2026—2027学年"),
        ("2025—2026学年", Summary, "2026-07-05", "2025—2026学年"),
        ("2025—2026学年第二学期", Plan, "2026-08-25", "2026—2027学年第一学期"),
        ("2026—2027学年第一学期", Plan, "2026-12-25", "2026—2027学年第二学期"),
        ("2026—2027学年第一学期", Summary, "2027-01-25", "2026—2027学年第一学期"),
        ("2026—2027学年第一学期", Summary, "2027-02-01", "2026—2027学年第二学期"),
    ],
)
def test_the_period_is_of_the_kind_that_the_unit_uses(tmp_path, used, kind, day, period):
    files = {"plans/a.md": plan(period=used)} if used else {}
    assert suggest(tmp_path, kind, day, files).period == period


def test_titles_say_the_period_of_plans_and_summaries(tmp_path):
    assert suggest(tmp_path / "a", Plan, "2026-01-05", {}).title("2026年") == "2026年工会工作计划"
    assert suggest(tmp_path / "b", Notice, "2026-01-05", {}).title("2026年") == ""


def test_a_folder_named_for_its_year_is_followed_into_the_next(tmp_path):
    files = {f"plans/2026/{name}.md": plan(title=name) for name in "甲乙"} | {"plans/c.md": plan(title="丙")}
    assert suggest(tmp_path / "a", Plan, "2027-01-05", files).folder == "plans/2027"
    assert suggest(tmp_path / "b", Plan, "2027-01-05", {}).folder == "plans/2027"
    assert suggest(tmp_path / "c", Plan, "2027-01-05", {"plans/c.md": plan()}).folder == "plans"
