"""Figures of units added up to the unit above them."""

from __future__ import annotations

from catalog.test_results import summary
from catalogs import catalog_of
from noticeboard.catalog.roll_up import rolled_up
from noticeboard.content.documents import Summary

UNITS = [{"name": "工会", "children": [{"name": "一厂", "children": ["一车间", "二车间"]}, "二厂"]}]


def added(*documents: Summary) -> list[tuple]:
    """Of each figure its period, name, sum and parts, whether the sum is about, and what the unit itself reports."""
    catalog = catalog_of(*documents, units=UNITS)
    return [
        (
            found.period.text,
            found.name,
            int(found.total),
            {unit.name: int(number) for unit, number in found.parts},
            found.approximate,
            found.own and found.own.text,
        )
        for found in rolled_up(catalog, catalog.units["工会"])
    ]


def test_what_a_child_reports_stands_for_those_below_it() -> None:
    found = added(
        summary("a", "2025年", {"慰问": "500人次"}),
        summary("b", "2025年", {"慰问": "30人次"}, unit="一厂"),
        summary("c", "2025年", {"慰问": "7人次", "培训": "2次"}, unit="一车间"),
        summary("d", "2025年", {"慰问": "5人次", "培训": "约3次"}, unit="二车间"),
        summary("e", "2025年", {"慰问": "4人次"}, unit="二厂"),
    )
    assert found == [
        ("2025年", "慰问", 34, {"一厂": 30, "二厂": 4}, False, "500人次"),
        ("2025年", "培训", 5, {"一厂": 5}, True, None),
    ]


def test_of_several_years_the_newest_counts_and_of_one_the_newest_summary() -> None:
    found = added(
        summary("a", "2024年", {"慰问": "1人次"}, "2025-01-10", unit="二厂"),
        summary("b", "2025年", {"慰问": "2人次"}, "2026-01-10", unit="二厂"),
        summary("c", "2025年", {"慰问": "3人次"}, "2026-02-10", unit="二厂"),
        summary("d", "2025年上半年", {"慰问": "4人次"}, "2025-07-10", unit="二厂"),
        summary("e", "2023年", {"慰问": "5人次"}, "2024-01-10", unit="二厂"),
    )
    assert [(period, total) for period, _, total, *_ in found] == [("2025年", 3), ("2025年上半年", 4)]


def test_what_cannot_be_added_and_what_is_not_to_be_is_left_out() -> None:
    found = added(
        summary("a", "2025年", {"满意率": "95%", "人均活动": "每人3次", "慰问": "2人次"}, unit="二厂"),
        summary("b", "2026年1月", {"慰问": "9人次"}, "2026-02-01", unit="二厂"),
        summary("c", "2026年", {"慰问": "9人次"}, "2099-02-01", unit="二厂"),
    )
    assert [(name, total) for _, name, total, *_ in found] == [("慰问", 2)]


def test_people_and_households_are_not_added() -> None:
    found = added(
        summary("a", "2025年", {"慰问": "2人"}, unit="一厂"),
        summary("b", "2025年", {"慰问": "3户"}, unit="二厂"),
    )
    assert [parts for _, _, _, parts, *_ in found] == [{"一厂": 2}, {"二厂": 3}]
