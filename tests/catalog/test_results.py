"""Figures of summaries over the years: which may stand side by side."""

from __future__ import annotations

from decimal import Decimal

from catalogs import catalog_of, day
from noticeboard.catalog.results import results_of
from noticeboard.content.documents import Summary
from noticeboard.content.quantities.amounts import read_amount
from noticeboard.times import read_period


def summary(
    name: str, period: str, results: dict[str, str], issued: str = "2026-01-10", unit: str = "工会"
) -> Summary:
    return Summary(
        path=f"plans/{name}.md",
        title=f"总结{name}",
        date=day(issued),
        unit=unit,
        audience="internal",
        period=read_period(period),
        results=tuple(read_amount(key, value) for key, value in results.items()),
    )


def told(*documents: Summary, **settings) -> list[tuple]:
    """Unit, part of the year, and the series as name → texts."""
    return [
        (
            found.unit,
            found.part,
            {line.name: [point.amount.text for point in line.points] for line in found.series},
        )
        for found in results_of(catalog_of(*documents, **settings))
    ]


def test_a_figure_of_two_years_is_a_series_with_the_oldest_first():
    found = told(
        summary("b", "2025年", {"慰问": "278人次", "获奖": "市级先进"}, "2026-01-10"),
        summary("a", "2024年", {"慰问": "近300人次", "获奖": "区级先进", "捐款": "2880元"}, "2025-01-10"),
    )
    assert found == [("工会", "各年", {"慰问": ["近300人次", "278人次"]})]


def test_people_times_and_households_are_never_mixed():
    years = {"2023年": "12人", "2024年": "12人次", "2025年": "12户"}
    assert told(*(summary(year[:4], year, {"慰问": value}) for year, value in years.items())) == []


def test_only_like_periods_are_compared():
    figures = {"慰问": "10人次"}
    periods = (
        "2025年", "2024—2025学年", "2024—2025学年第一学期", "2024—2025学年第二学期", "2025年上半年", "2025年下半年",
    )  # fmt: skip
    assert told(*(summary(str(place), period, figures) for place, period in enumerate(periods))) == []


def test_months_are_not_compared_because_each_tells_of_something_else():
    documents = [summary(str(year), f"{year}年3月", {"参加": "52人"}) for year in (2024, 2025)]
    assert told(*documents) == []


def test_what_the_parts_of_a_year_are_called():
    periods = {
        "各年": ("2024年", "2025年"),
        "各学年": ("2024—2025学年", "2025—2026学年"),
        "各年上半年": ("2024年上半年", "2025年上半年"),
        "各学年第一学期": ("2024—2025学年第一学期", "2025—2026学年第一学期"),
        "各年2月—次年1月": ("2024年2月—2025年1月", "2025年2月—2026年1月"),
    }
    documents = [
        summary(f"{place}-{number}", period, {"慰问": "10人次"})
        for place, both in enumerate(periods.values())
        for number, period in enumerate(both)
    ]
    found = [part for _, part, _ in told(*documents)]
    assert sorted(found) == sorted(periods)
    assert found.index("各年") < found.index("各年上半年")


def test_units_stand_in_their_order_and_apart():
    documents = [
        summary(f"{unit}{year}", f"{year}年", {"慰问": f"{year}人次"}, unit=unit)
        for unit in ("东校区", "工会")
        for year in (2024, 2025)
    ]
    found = told(*documents, units=["工会", {"name": "东校区", "slug": "east"}])
    assert [unit for unit, _, _ in found] == ["工会", "东校区"]


def test_of_two_summaries_of_a_period_the_newer_one_counts():
    found = results_of(
        catalog_of(
            summary("old", "2025年", {"慰问": "1人次"}, "2026-01-10"),
            summary("new", "2025年", {"慰问": "2人次"}, "2026-02-10"),
            summary("before", "2024年", {"慰问": "3人次"}, "2025-02-10"),
        )
    )
    (group,) = found
    assert [point.amount.number for point in group.series[0].points] == [Decimal(3), Decimal(2)]
    assert [document.path for document in group.documents] == ["plans/before.md", "plans/new.md"]


def test_names_are_the_same_whatever_their_width_and_spaces():
    found = told(summary("a", "2024年", {"ＫＴＶ 比赛": "3次"}), summary("b", "2025年", {"KTV比赛": "4次"}))
    assert found == [("工会", "各年", {"KTV比赛": ["3次", "4次"]})]
