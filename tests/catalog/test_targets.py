"""The targets of plans with their results: which result is which target's, and the years before."""

from __future__ import annotations

import pytest

from boards import load_board, plan

PLAN = "plans/计划.md"


def summary(
    results: str, *, period: str = "2026年", date: str = "2026-12-31", plans: str = "计划.md", unit: str = ""
) -> str:
    lines = "\n".join(f"  - {line}" for line in results.split("；"))
    unit = f"单位: {unit}\n" if unit else ""
    return f"---\n类型: 总结\n标题: {period}总结\n日期: {date}\n期间: {period}\n计划: {plans}\n{unit}数据:\n{lines}\n---\n正文\n"


def targets(tmp_path, files, day="2027-01-05", plan_path=PLAN, **settings):
    from datetime import date

    site = load_board(tmp_path, files, today=date.fromisoformat(day), **settings)
    return site.catalog.targets[plan_path]


def told(found) -> list[tuple[str, str, str]]:
    return [(it.amount.name, it.result.text if it.result else "", it.verdict.value) for it in found]


def of(head: str, **more: str) -> str:
    lines = "\n".join(f"  - {line}" for line in head.split("；"))
    return plan(head=f"目标:\n{lines}", **more)


def test_a_result_of_the_same_name_in_the_answering_summary(tmp_path):
    files = {
        PLAN: of("入 会率: ≥95%；走访: 20户；刊物: 6期"),
        "plans/总结.md": summary("入会率: 93%；走访: 21人；别的: 3次"),
        "plans/不相干.md": summary("刊物: 6期", plans="没有.md"),
    }
    assert told(targets(tmp_path, files)) == [
        ("入 会率", "93%", "missed"),
        ("走访", "21人", "other-unit"),
        ("刊物", "", "not-told"),
    ]


def test_before_the_summary_is_dated_nothing_is_told(tmp_path):
    files = {PLAN: of("入会率: ≥95%"), "plans/总结.md": summary("入会率: 93%")}
    assert told(targets(tmp_path, files, day="2026-12-30")) == [("入会率", "", "waiting")]
    assert told(targets(tmp_path, files, day="2026-12-31")) == [("入会率", "93%", "missed")]


def test_the_summary_of_the_whole_period_stands_above_that_of_a_part(tmp_path):
    half = summary("走访: 9户", period="2026年上半年", date="2026-07-01")
    files = {PLAN: of("走访: 20户"), "plans/上半年.md": half}
    assert told(targets(tmp_path, files)) == [("走访", "9户", "so-far")]
    files["plans/总结.md"] = summary("走访: 22户", date="2026-06-30")
    assert told(targets(tmp_path, files)) == [("走访", "22户", "reached")]


def test_of_two_figures_of_one_name_that_in_the_targets_unit_counts(tmp_path):
    files = {PLAN: of("慰问: ≤10万元"), "plans/总结.md": summary("慰问: 278人次；慰问: 9.5万元")}
    assert told(targets(tmp_path, files)) == [("慰问", "9.5万元", "reached")]


def test_the_years_before_stand_beside_it(tmp_path):
    files = {
        PLAN: of("入会率: ≥95%"),
        "plans/前年.md": of("入会率: ≥90%", period="2024年", title="前年").replace(
            "2026-01-10", "2024-01-10"
        ),
        "plans/前年总结.md": summary("入会率: 91%", period="2024年", date="2024-12-31", plans="前年.md"),
        "plans/去年总结.md": summary(
            "入会率: 92%；入会率: 300人", period="2025年", date="2025-12-31", plans="没有.md"
        ),
        "plans/学期.md": summary("入会率: 99%", period="2025年上半年", date="2025-07-01", plans="没有.md"),
    }
    (found,) = targets(tmp_path, files)
    assert [
        (it.period.title, it.target and it.target.text, it.result.text, it.verdict) for it in found.earlier
    ] == [
        ("2025年", None, "92%", None),
        ("2024年", "≥90%", "91%", "reached"),
    ]


@pytest.mark.parametrize("unit", ["", "东校区"])
def test_a_units_years_are_its_own(tmp_path, unit):
    files = {
        PLAN: of("入会率: ≥95%"),
        "plans/去年总结.md": summary(
            "入会率: 92%", period="2025年", date="2025-12-31", plans="没有.md", unit=unit
        ),
    }
    (found,) = targets(tmp_path, files, units=["工会", {"name": "东校区", "slug": "east"}])
    assert len(found.earlier) == (0 if unit else 1)
