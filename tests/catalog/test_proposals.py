from datetime import date

import pytest

from catalogs import catalog_of, proposal
from noticeboard.catalog.proposals import overdue_of, session_code, sessions_of, state_of, tally_of

TODAY = date(2026, 5, 10)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("三届二次", "3-2"),
        ("第三届第二次", "3-2"),
        ("3届2次", "3-2"),
        ("３届２次", "3-2"),
        ("三届 二次", "3-2"),
        ("三届二次教代会", "3-2"),
        ("第三届教职工代表大会第二次会议", "3-2"),
        ("三届三次教职工代表大会", "3-3"),
        ("一届十二次职工代表大会", "1-12"),
        ("二十一届十次", "21-10"),
        (None, "unsorted"),
    ],
)
def test_wordings_of_one_session_share_an_address(name, code):
    assert session_code(name) == code


@pytest.mark.parametrize(
    "name",
    [
        "三届二次会员代表大会",
        "2026年临时会议",
        "unsorted",
        "3-2",
        "———",
        "三届",
        "二次",
        "零届零次",
        "〇〇届三次",
        "一二届三次",
        "٣届二次",
        "100届1次",
    ],
)
def test_any_other_wording_has_an_ascii_address_of_its_own(name):
    code = session_code(name)
    assert code.isascii()
    assert code not in ("unsorted", "3-2", "")
    assert code == session_code(f" {name} ")


def test_names_that_sound_alike_are_told_apart():
    assert session_code("民主议会") != session_code("民主一会")


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"triage": "pending"}, "pending"),
        ({"triage": "declined"}, "declined"),
        ({"triage": "declined", "due": "2026-05-01"}, "declined"),
        ({}, "open"),
        ({"triage": "suggestion"}, "open"),
        ({"due": "2026-05-10"}, "open"),
        ({"due": "2026-05-09"}, "overdue"),
        ({"triage": "pending", "due": "2026-05-09"}, "overdue"),
        ({"due": "2026-05-01", "answered": "2026-05-09"}, "answered"),
        ({"triage": "declined", "answered": "2026-05-09"}, "answered"),
    ],
)
def test_the_state_of_a_proposal(fields, state):
    assert state_of(proposal(**fields), TODAY) == state


def test_the_tally_counts_every_fate():
    tally = tally_of(
        (
            proposal(answered="2026-05-01", satisfaction="satisfied"),
            proposal(answered="2026-05-01", satisfaction="mostly"),
            proposal(due="2026-05-01"),
            proposal(triage="suggestion", answered="2026-05-02", satisfaction="dissatisfied"),
            proposal(triage="suggestion"),
            proposal(triage="declined"),
            proposal(triage="pending"),
        ),
        TODAY,
    )
    assert (tally.total, tally.accepted, tally.owed, tally.answered, tally.overdue) == (7, 3, 5, 3, 1)
    assert (tally.satisfied, tally.mostly, tally.dissatisfied) == (1, 1, 1)
    assert tally.percent == 60


@pytest.mark.parametrize(
    ("answered", "total", "percent"), [(0, 0, None), (0, 3, 0), (2, 3, 66), (199, 200, 99), (3, 3, 100)]
)
def test_the_rate_is_rounded_down(answered, total, percent):
    proposals = [proposal(answered="2026-05-01" if place < answered else None) for place in range(total)]
    assert tally_of(proposals, TODAY).percent == percent


def test_sessions_come_newest_first_and_the_unsorted_last():
    catalog = catalog_of(
        proposal("a", session=None),
        proposal("b", session="二届十次"),
        proposal("c", "2025-03-01", session="三届一次"),
        proposal("d", "2026-03-01", session="三届二次"),
        proposal("e", "2020-03-01", session="三届二次教代会"),
        proposal("f", "2019-03-01", session="旧会议"),
        proposal("g", "2021-03-01", session="新会议"),
        proposal("h", session="二届九次"),
        proposal("i", session="三届二次"),
    )
    sessions = sessions_of(catalog)
    assert [session.name for session in sessions] == [
        "三届二次",
        "三届一次",
        "二届十次",
        "二届九次",
        "新会议",
        "旧会议",
        None,
    ]
    assert sessions[0].tally.total == 3


def test_late_and_unanswered_ones_come_first():
    catalog = catalog_of(
        proposal("done-10", number="10", answered="2026-04-01"),
        proposal("done-9", number="9", answered="2026-05-01"),
        proposal("declined", triage="declined"),
        proposal("pending", triage="pending"),
        proposal("open-undated"),
        proposal("open", due="2026-06-01"),
        proposal("late", due="2026-05-01"),
        proposal("later", due="2026-04-01"),
        today=TODAY,
    )
    (session,) = sessions_of(catalog)
    assert [item.path.removeprefix("plans/").removesuffix(".md") for item in session.proposals] == [
        "later", "late", "open", "open-undated", "pending", "done-9", "done-10", "declined",
    ]  # fmt: skip
    assert [item.path for item in overdue_of(catalog)] == ["plans/later.md", "plans/late.md"]


def test_odd_numbers_are_sorted_all_the_same():
    catalog = catalog_of(
        *(proposal(f"p{place}", number=number) for place, number in enumerate(("²", "提案2", "2号", None)))
    )
    assert sessions_of(catalog)[0].tally.total == 4
