from datetime import date

import pytest

from catalogs import catalog_of, day, disclosure
from noticeboard.catalog.disclosures import coverage_of, open_notices, records_of
from noticeboard.content.field_types import Reference


def numbers(*documents, **settings):
    return {record.document.path: record.number for record in records_of(catalog_of(*documents, **settings))}


def covered(title, *documents, **options):
    return next(
        item for item in coverage_of(catalog_of(*documents, **options)) if item.category.title == title
    )


def only(frequency):
    return {"categories": [{"title": "财务", "slug": "finance", "frequency": frequency}]}


def test_a_written_number_stands():
    assert numbers(disclosure(number="公开〔2026〕05")) == {"plans/a.md": "公开〔2026〕05"}


def test_an_automatic_number_names_year_and_category():
    found = numbers(disclosure("a"), disclosure("b", "2025-12-31", category="党风廉政"))
    assert found["plans/a.md"].startswith("2026-finance-")
    assert found["plans/b.md"].startswith("2025-integrity-")
    assert all(len(number.rpartition("-")[2]) == 6 for number in found.values())


def test_automatic_numbers_once_shown_do_not_change():
    assert numbers(disclosure("2026/预算公开")) == {"plans/2026/预算公开.md": "2026-finance-3rkx1c"}


def test_an_automatic_number_does_not_depend_on_other_documents():
    shown = [disclosure(name, f"2026-05-{place:02}") for place, name in enumerate("bdf", 1)]
    before = numbers(*shown)
    older = [disclosure(name, f"2026-0{month}-01") for month, name in enumerate("aceg", 1)]
    after = numbers(*older, *shown)
    assert before.items() <= after.items()
    assert len(set(after.values())) == 7


def test_an_automatic_number_outlives_a_new_title_a_new_day_and_a_renamed_file():
    first = numbers(disclosure("yu-suan"))["plans/yu-suan.md"]
    assert (
        numbers(disclosure("yu-suan", "2026-09-01", title="更正后的标题", body="新的正文"))[
            "plans/yu-suan.md"
        ]
        == first
    )
    assert numbers(disclosure("budget", slug="yu-suan"))["plans/budget.md"] == first


def test_three_thousand_automatic_numbers_are_distinct():
    found = numbers(*(disclosure(f"n{number}") for number in range(3000)))
    assert len(set(found.values())) == 3000


@pytest.mark.parametrize(
    ("frequency", "last", "due"),
    [
        ("每月", "2026-01-31", "2026-02-28"),
        ("每月", "2026-12-01", "2027-01-31"),
        ("每季度", "2026-01-01", "2026-06-30"),
        ("每季度", "2026-03-31", "2026-06-30"),
        ("每季度", "2026-10-01", "2027-03-31"),
        ("每学期", "2026-01-31", "2026-08-31"),
        ("每学期", "2026-02-01", "2027-01-31"),
        ("每学期", "2026-08-31", "2027-01-31"),
        ("每学期", "2026-09-01", "2027-08-31"),
        ("每学期", "2026-12-31", "2027-08-31"),
        ("每年", "2026-01-01", "2027-12-31"),
        ("每年", "2026-12-31", "2027-12-31"),
        (None, "2026-03-01", None),
    ],
)
def test_the_next_one_is_due_in_the_following_period(frequency, last, due):
    found = covered("财务", disclosure(issued=last), today=date(2026, 12, 31), disclosure=only(frequency))
    assert found.last == day(last)
    assert found.due == (due and day(due))


@pytest.mark.parametrize(
    ("today", "overdue"), [("2026-03-31", False), ("2026-04-30", False), ("2026-05-01", True)]
)
def test_it_is_overdue_on_the_day_after_its_last_day(today, overdue):
    found = covered("财务", disclosure(issued="2026-03-15"), today=day(today), disclosure=only("每月"))
    assert found.overdue is overdue


def test_an_empty_category_was_first_due_when_the_board_began_to_disclose():
    found = covered("党风廉政", disclosure(issued="2024-09-10"), today=date(2026, 3, 1))
    assert (found.last, found.due, found.overdue, found.this_year) == (None, date(2024, 12, 31), True, 0)


def test_a_new_board_has_time_until_the_end_of_the_period():
    found = covered("后勤与食堂", today=date(2026, 3, 10))
    assert (found.due, found.overdue) == (date(2026, 3, 31), False)


def test_what_is_dated_after_today_is_not_disclosed_yet():
    documents = disclosure("a", "2026-03-02"), disclosure("b", "2026-06-01"), disclosure("c", "2025-11-01")
    found = covered("财务", *documents, today=date(2026, 3, 10))
    assert (found.last, found.this_year, len(found.records)) == (date(2026, 3, 2), 1, 3)


def test_an_absent_category_is_never_due():
    found = covered("后勤与食堂", today=date(2026, 3, 10), disclosure={"absent": {"后勤与食堂": "不设食堂"}})
    assert (found.absent, found.due, found.overdue) == ("不设食堂", None, False)


def test_a_category_with_disclosures_is_not_absent():
    found = covered("财务", disclosure(), disclosure={"absent": {"财务": "由上级统管"}})
    assert (found.absent, len(found.records)) == ("", 1)


@pytest.mark.parametrize(
    ("today", "left"), [("2026-02-28", 0), ("2026-03-01", 20), ("2026-03-20", 1), ("2026-03-21", 0)]
)
def test_days_are_left_only_while_one_can_object(today, left):
    catalog = catalog_of(disclosure(period=("2026-03-01", "2026-03-20")), today=day(today))
    assert [record.days_left for record in records_of(catalog)] == [left]


def test_open_notices_come_by_urgency_without_the_corrected_and_the_removed():
    catalog = catalog_of(
        disclosure("late", period=("2026-03-01", "2026-03-20")),
        disclosure("soon", period=("2026-03-09", "2026-03-10")),
        disclosure("over", period=("2026-03-01", "2026-03-09")),
        disclosure("next", period=("2026-03-11", "2026-03-20")),
        disclosure("lasting"),
        disclosure("removed", period=("2026-03-01", "2026-03-20"), expire_on=date(2026, 3, 9)),
        disclosure("corrected", period=("2026-03-01", "2026-03-20")),
        disclosure("correction", replaces=Reference("corrected.md", 1, 1)),
        today=date(2026, 3, 10),
    )
    found = open_notices(records_of(catalog))
    assert [(record.document.path, record.days_left) for record in found] == [
        ("plans/soon.md", 1),
        ("plans/late.md", 11),
    ]
