"""By when a session must be announced and its resolutions be disclosed."""

from datetime import date

import pytest

from noticeboard.catalog.meetings import Assembly, disclosure_deadline, notice_deadline
from noticeboard.content.documents import Disclosure, Meeting, Notice
from noticeboard.content.settings.board_settings import Settings
from noticeboard.markup.body import read_body

MEETING = Meeting(
    path="plans/会.md", title="会", date=date(2026, 3, 10), session="三届二次", closed=date(2026, 3, 11)
)
DECIDED = Meeting(
    path="plans/会.md",
    title="会",
    date=date(2026, 3, 10),
    session="三届二次",
    closed=date(2026, 3, 11),
    tree=read_body("## 决议\n\n1. 同意预算。\n"),
)


def notice(day: int) -> Notice:
    return Notice(path=f"plans/{day}.md", title="开会", date=date(2026, 3, day))


def disclosure(day: int) -> Disclosure:
    return Disclosure(
        path=f"plans/{day}.md", title="决议", date=date(2026, 3, day), category="财务", department="工会"
    )


def assembly(*meetings: Meeting, notices=(), disclosures=()) -> Assembly:
    return Assembly("3-2", "三届二次", meetings, None, tuple(notices), tuple(disclosures), (), ())


def asking(**days: int | None) -> Settings:
    return Settings.model_validate({"meetings": days})


@pytest.mark.parametrize(
    ("days", "late"), [((3,), 0), ((4,), 1), ((10,), 7), ((1, 9), 0), ((9, 1), 0), ((9, 12), 6)]
)
def test_the_first_notice_counts(days, late):
    found = notice_deadline(assembly(MEETING, notices=map(notice, days)), asking(notice_days=7))
    assert (found.last_day, found.late) == (date(2026, 3, 3), late)


def test_a_notice_behind_the_session_announces_nothing():
    found = notice_deadline(assembly(MEETING, notices=[notice(12)]), asking(notice_days=7))
    assert (found.document, found.late) == (None, 0)


def test_of_a_session_without_a_document_nothing_is_asked():
    assert notice_deadline(assembly(notices=[notice(3)]), asking(notice_days=7)) is None
    assert disclosure_deadline(assembly(), asking(disclosure_days=5)) is None


def test_where_the_settings_ask_nothing_nothing_is_due():
    asked = asking(notice_days=None, disclosure_days=None)
    assert notice_deadline(assembly(DECIDED), asked) is None
    assert disclosure_deadline(assembly(DECIDED), asked) is None


@pytest.mark.parametrize(("days", "late"), [((11,), 0), ((16,), 0), ((17,), 1), ((30, 12), 0), ((10, 20), 4)])
def test_the_first_disclosure_behind_the_last_day_counts(days, late):
    asked = asking(disclosure_days=5)
    found = disclosure_deadline(assembly(DECIDED, disclosures=map(disclosure, days)), asked)
    assert (found.last_day, found.late) == (date(2026, 3, 16), late)


def test_where_nothing_was_decided_nothing_is_to_be_disclosed():
    assert disclosure_deadline(assembly(MEETING), asking(disclosure_days=5)) is None
