from datetime import date

import pytest

from catalogs import catalog_of, disclosure
from noticeboard.catalog.disclosures import coverage_of
from noticeboard.catalog.matrix import CellState, channels_of, years_of
from noticeboard.content.field_types import Reference
from noticeboard.times import Month

TODAY = date(2026, 6, 10)
D, N, G, A = CellState.DISCLOSED, CellState.NOTHING, CellState.GAP, CellState.AHEAD


def states(*documents, year=2026, frequency="每月", today=TODAY, audience="internal", **disclosure_settings):
    categories = [
        {"title": "财务", "slug": "finance", **({"frequency": frequency} if frequency else {})},
        {"title": "其他", "slug": "other"},
    ]
    catalog = catalog_of(
        *documents,
        disclosure("first", "2025-11-03", category="其他"),
        today=today,
        audience=audience,
        disclosure={"categories": categories, **disclosure_settings},
    )
    (found,) = [found for found in years_of(catalog) if found.number == year]
    return [cell.state for cell in found.rows[0].cells]


def test_every_month_without_a_monthly_disclosure_is_a_gap_until_this_one():
    found = states(
        disclosure("a", "2026-02-10"), disclosure("b", "2026-02-20"), disclosure("c", "2026-04-01")
    )
    assert found == [G, D, G, D, G, N, A, A, A, A, A, A]


@pytest.mark.parametrize(
    ("frequency", "months", "today", "gaps"),
    [
        ("每季度", (), "2026-12-31", [3, 6, 9]),
        ("每季度", (5,), "2026-12-31", [3, 9]),
        ("每季度", (), "2027-01-01", [3, 6, 9, 12]),
        ("每学期", (), "2026-12-31", [1, 8]),
        ("每学期", (2,), "2026-12-31", [1]),
        ("每年", (), "2026-12-31", []),
        ("每年", (), "2027-01-01", [12]),
        ("每年", (1,), "2027-01-01", []),
        (None, (), "2027-01-01", []),
    ],
)
def test_a_gap_stands_in_the_last_month_of_its_period(frequency, months, today, gaps):
    documents = [disclosure(f"m{month}", f"2026-{month:02}-05") for month in months]
    found = states(*documents, frequency=frequency, today=date.fromisoformat(today))
    assert [place for place, state in enumerate(found, 1) if state is G] == gaps


def test_a_term_that_crosses_the_new_year_looks_back():
    assert states(disclosure("a", "2025-12-05"), frequency="每学期")[0] is N


def test_before_the_board_begins_nothing_is_missing():
    assert states(year=2025) == [N] * 10 + [G, G]


@pytest.mark.parametrize(("issued", "state"), [("2026-06-09", D), ("2026-06-10", D), ("2026-06-11", N)])
def test_what_is_dated_today_tells_of_its_month_and_what_is_dated_ahead_does_not(issued, state):
    assert states(disclosure("a", issued))[5] is state


def test_an_absent_category_has_no_gaps():
    assert set(states(absent={"财务": "由上级统管"})) == {N, A}


def test_in_public_there_are_no_gaps():
    assert set(states(audience="public")) == {N, A}


def test_years_come_newest_first_without_a_hole():
    catalog = catalog_of(
        disclosure("a", "2024-05-01"), disclosure("b", "2026-05-01", of="2027年"), today=TODAY
    )
    assert [year.number for year in years_of(catalog)] == [2027, 2026, 2025, 2024]


def test_a_board_without_disclosures_shows_its_year():
    (year,) = years_of(catalog_of(today=TODAY))
    assert (year.number, len(year.rows)) == (2026, 10)


def test_channels_are_counted_by_what_is_written():
    catalog = catalog_of(
        disclosure("a", "2026-03-01", channels=("公示栏", "会议通报", "网站")),
        disclosure("b", "2026-04-01", channels=("校务公示栏", "上墙"), places=("本部校门宣传栏", "一楼大厅")),
        disclosure("c", "2026-05-01", channels=("三届二次教代会", "微信群")),
        disclosure("d", "2026-05-02", channels=("网站",)),
        today=TODAY,
    )
    listed, others = channels_of(catalog)
    assert {channel.name: [record.document.path for record in channel.records] for channel in listed} == {
        "意见箱": [],
        "对外公开栏": ["plans/b.md"],
        "对内公开栏": ["plans/b.md", "plans/a.md"],
        "党政联席会": [],
        "职工（代表）大会": ["plans/c.md"],
        "情况发布会": ["plans/a.md"],
    }
    assert [(channel.name, len(channel.records)) for channel in others] == [("网站", 2), ("微信群", 1)]


def test_the_checklist_is_the_sites_own():
    catalog = catalog_of(
        disclosure(channels=("橱窗", "公示栏")), disclosure={"channels": {"橱窗": "橱窗、展板", "意见箱": []}}
    )
    listed, others = channels_of(catalog)
    assert [(channel.name, channel.available, len(channel.records)) for channel in listed] == [
        ("橱窗", True, 1),
        ("意见箱", False, 0),
    ]
    assert [channel.name for channel in others] == ["公示栏"]


def test_what_was_told_of_counts_not_the_day_of_issue():
    found = states(
        disclosure("a", "2026-04-10", of="2026年3月"), disclosure("b", "2026-06-05", of="2026年4月—5月")
    )
    assert found == [G, G, D, D, D, N, A, A, A, A, A, A]


def test_a_whole_year_told_in_the_next_one_fills_the_year():
    late = disclosure("a", "2026-03-10", of="2025年")
    assert states(late, year=2025, frequency="每年") == [D] * 12


def test_a_correction_fills_nothing_and_counts_nothing():
    wrong = disclosure("a", "2026-02-10")
    right = disclosure("b", "2026-04-10", replaces=Reference("a.md", 1, 1), of="2026年3月")
    assert states(wrong, right) == [G, D, G, G, G, N, A, A, A, A, A, A]
    catalog = catalog_of(wrong, right, today=TODAY)
    coverage = next(item for item in coverage_of(catalog) if item.category.title == "财务")
    assert (coverage.last, coverage.this_year, len(coverage.records)) == (date(2026, 2, 10), 1, 2)


@pytest.mark.parametrize(
    ("since", "gaps"), [("2026-03-15", [3, 4, 5]), ("2026-06-01", []), ("2025-01-01", [1, 2, 3, 4, 5])]
)
def test_a_register_begins_where_the_settings_say(since, gaps):
    categories = [{"title": "财务", "slug": "finance", "frequency": "每月", "since": since}]
    catalog = catalog_of(today=TODAY, disclosure={"categories": categories})
    (year,) = [item for item in years_of(catalog) if item.number == 2026]
    assert [place for place, cell in enumerate(year.rows[0].cells, 1) if cell.state is G] == gaps
    (coverage,) = coverage_of(catalog)
    assert coverage.due == Month.of(date.fromisoformat(since)).last


@pytest.mark.parametrize(("months", "gaps"), [((), [6, 12]), ((3,), [12]), ((7, 12), [6])])
def test_a_half_year_is_that_of_the_calendar(months, gaps):
    documents = [disclosure(f"m{month}", f"2026-{month:02}-05") for month in months]
    found = states(*documents, frequency="每半年", today=date(2027, 1, 1))
    assert [place for place, state in enumerate(found, 1) if state is G] == gaps
