from datetime import date

import pytest

from catalogs import catalog_of, proposal
from noticeboard.catalog.proposals import case_of, overdue_of, sessions_of, tally_of
from noticeboard.catalog.session_names import codes_in, session_code
from noticeboard.content.settings.board_settings import Settings

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
        ("第三届教职工代表大会暨工会会员代表大会第一次会议", "3-1"),
        ("三届一次教职工代表大会暨工会会员代表大会", "3-1"),
        ("教代会三届二次会议", "3-2"),
        ("第三届教代会第二次全体会议", "3-2"),
        ("三届·二次教工代表大会", "3-2"),
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
        ({"triage": "declined", "answered": "2026-05-09"}, "declined"),
        ({"triage": "pending", "answered": "2026-05-09"}, "answered"),
        ({"answered": "2026-05-11"}, "open"),
        ({"answered": "2026-05-11", "due": "2026-05-01"}, "overdue"),
        ({"answered": "2026-05-09", "answer": ""}, "open"),
        ({"answered": "2026-05-09", "answer": "略。", "due": "2026-05-01"}, "overdue"),
        ({"answered": "2026-03-01"}, "open"),
        ({"answer": "已办"}, "open"),
        ({"answered": "2026-05-09", "answer": "", "body": "## 二、答复意见\n\n已办。\n"}, "answered"),
        ({"answered": "2026-05-09", "answer": "", "body": "## 答复\n\n<!-- 写 -->\n"}, "open"),
        ({"answered": "2026-05-01", "satisfaction": "dissatisfied"}, "again"),
        (
            {
                "answered": "2026-05-01",
                "satisfaction": "dissatisfied",
                "rounds": [("2026-05-08", "satisfied")],
                "body": "## 再次答复\n\n又办了。\n",
            },
            "answered",
        ),
        (
            {
                "answered": "2026-05-01",
                "satisfaction": "dissatisfied",
                "rounds": [("2026-05-08", "satisfied")],
            },
            "again",
        ),
    ],
)
def test_the_state_of_a_proposal(fields, state):
    assert case_of(proposal(**fields), None, Settings(), TODAY).state == state


def tally(*proposals, **settings):
    return tally_of(catalog_of(*proposals, today=TODAY, **settings).cases.values())


def test_what_is_merged_is_answered_with_the_other_and_counts_once():
    found = tally(
        proposal("a", answered="2026-05-01", satisfaction="satisfied"),
        proposal("b", merged_into="a.md", due="2026-04-01"),
        proposal("c", merged_into="b.md"),
    )
    assert (found.received, found.total, found.owed, found.answered, found.overdue, found.satisfied) == (
        3, 1, 1, 1, 0, 1,
    )  # fmt: skip


def test_a_circle_of_merged_ones_leads_nowhere():
    found = tally(
        proposal("a", merged_into="b.md"),
        proposal("b", merged_into="a.md"),
        proposal("c", merged_into="c.md"),
    )
    assert (found.received, found.total) == (3, 3)


def test_days_of_the_settings_are_the_last_day_of_what_has_none():
    catalog = catalog_of(
        proposal("own", due="2026-05-20"),
        proposal("given"),
        proposal("pending", triage="pending"),
        proposal("late", answered="2026-05-05"),
        today=TODAY,
        proposals={"answer_days": 60},
    )
    found = {path[6:-3]: (case.state, case.late) for path, case in catalog.cases.items()}
    assert found == {
        "own": ("open", 0), "given": ("overdue", 9), "pending": ("pending", 0), "late": ("answered", 4),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("关于召开三届二次教代会的通知", {"3-2"}),
        ("第三届教职工代表大会第二次会议决议", {"3-2"}),
        ("三届一次、三届二次教代会资料", {"3-1", "3-2"}),
        ("三届二次工会会员代表大会的通知", set()),
        ("三届二次妇女代表大会", set()),
        ("第三届第二次教职工运动会", set()),
        ("第三届运动会第二次筹备会", set()),
        ("2026年工作计划", set()),
    ],
)
def test_the_sessions_that_a_title_names(title, codes):
    assert codes_in(title) == codes


def test_the_tally_counts_every_fate():
    counts = tally(
        proposal("a", answered="2026-05-01", satisfaction="satisfied"),
        proposal("b", answered="2026-05-01", satisfaction="mostly"),
        proposal("c", due="2026-05-01"),
        proposal("d", triage="suggestion", answered="2026-05-02", satisfaction="dissatisfied"),
        proposal("e", triage="suggestion"),
        proposal("f", triage="declined"),
        proposal("g", triage="pending"),
    )
    assert (counts.total, counts.accepted, counts.owed, counts.answered, counts.overdue) == (7, 3, 5, 3, 1)
    assert (counts.satisfied, counts.mostly, counts.dissatisfied) == (1, 1, 1)
    assert counts.percent == 60


@pytest.mark.parametrize(
    ("answered", "total", "percent"), [(0, 0, None), (0, 3, 0), (2, 3, 66), (199, 200, 99), (3, 3, 100)]
)
def test_the_rate_is_rounded_down(answered, total, percent):
    days = ["2026-05-01" if place < answered else None for place in range(total)]
    assert tally(*(proposal(f"p{place}", answered=day) for place, day in enumerate(days))).percent == percent


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
    assert [case.proposal.path for case in overdue_of(catalog)] == ["plans/later.md", "plans/late.md"]


def test_odd_numbers_are_sorted_all_the_same():
    catalog = catalog_of(
        *(proposal(f"p{place}", number=number) for place, number in enumerate(("²", "提案2", "2号", None)))
    )
    assert sessions_of(catalog)[0].tally.total == 4
