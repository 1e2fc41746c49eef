"""What makes an event of today the one of yesterday: its name, its stamps, the number of its changes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import vobject

from boards import load_board, plan
from noticeboard.content.repository.history import Commit, History
from noticeboard.content.repository.publication_log import Content, Event, LogLine, PublicationLog
from noticeboard.views.calendar_feed import Agenda
from views.calendars import events, ics, uids


@pytest.fixture
def events_of(board):
    """`events_of(body)`: the events of a plan for 2026."""
    return lambda body, **options: events(board({"plans/2026/a.md": plan(body, **options)}))


def test_a_uid_outlives_a_new_title_a_new_day_and_other_lines(events_of):
    before = events_of("### 三月\n\n- 8日 座谈会")
    after = events_of("### 三月\n\n- 植树\n- 9日、10日 座谈会（取消）", title="新的标题")
    assert uids(before)[0] in uids(after)
    assert before[0].uid.value.startswith("plans/2026/a/#a-") and before[0].uid.value.endswith("@gong-hui")


def test_uids_are_unique(events_of):
    items = ["8日 座谈会", "8日 座谈会", "每周三 排练（延期至：5月）", "3月和9月 体检（延期至：4月、10月）"]
    body = "### 三月\n\n" + "".join(f"- {item}\n" for item in items)
    found = uids(events_of(body))
    assert len(found) == 7 and len(set(found)) == 7


def test_boards_with_the_same_plan_have_different_uids(tmp_path):
    files = {"plans/a.md": plan("- 3月8日 座谈会")}
    one = events(load_board(tmp_path, files, organisation="一小工会"))
    other = events(load_board(tmp_path, files, organisation="二小工会"))
    assert uids(one) != uids(other)


def test_stamps_come_from_the_document_or_its_history(board):
    site = board({"plans/a.md": plan("- 3月8日 座谈会")})
    (plain,) = events(site)
    assert plain.dtstamp.value == datetime(2026, 1, 9, 16, tzinfo=UTC)
    assert "last-modified" not in plain.contents
    day = date(2026, 2, 1)
    twice = (Commit(day, "改时间"), Commit(day, "登记"))
    known = replace(site.catalog, history=History({"plans/a.md": day}, {"plans/a.md": twice}))
    raw = Agenda(known).whole()
    (event,) = vobject.readOne(raw.decode()).contents["vevent"]
    assert event.dtstamp.value == event.last_modified.value == datetime(2026, 1, 31, 16, tzinfo=UTC)
    assert event.sequence.value == "1"


@pytest.mark.parametrize(
    ("item", "sequence"),
    [
        ("座谈会", None),
        ("座谈会（延期至：4月8日）", "1"),
        ("座谈会（取消：下雨）", "1"),
        ("座谈会（暂缓）", "1"),
    ],
)
def test_changes_that_a_plan_tells_raise_the_sequence_without_a_history(events_of, item, sequence):
    for event in events_of(f"- 3月8日 {item}"):
        assert (event.contents["sequence"][0].value if "sequence" in event.contents else None) == sequence


def test_publications_raise_the_sequence_without_a_history(board):
    site = board({"plans/a.md": plan("- 3月8日 座谈会")})
    (document,) = site.catalog.shown

    def sequence(*texts: str) -> str | None:
        lines = tuple(
            LogLine(datetime(2026, 2, day), Event.CHANGED, document.address, Content(text))
            for day, text in enumerate(texts, 1)
        )
        known = replace(site.catalog, publications=PublicationLog(lines))
        (event,) = vobject.readOne(Agenda(known).whole().decode()).contents["vevent"]
        return event.sequence.value if "sequence" in event.contents else None

    assert sequence() is None
    assert sequence(document.digest) is None
    assert sequence("一") == "1"
    assert sequence("一", document.digest) == "1"
    assert sequence("一", "二") == "2"


def test_the_same_board_on_another_day_gives_the_same_bytes(board):
    files = {"plans/a.md": plan("### 三月\n\n- 8日 座谈会\n- 植树（延期至：5月）\n- 每周三 排练")}
    assert ics(board(files)) == ics(board(files, today=date(2026, 12, 30)))


def test_uids_outlive_an_activity_of_the_same_name_before_them(events_of):
    def uids(*lines: str) -> dict[str, str]:
        return {str(it.dtstart.value): it.uid.value for it in events_of("\n".join(lines))}

    before = uids("- 6月12日 14:30 座谈会", "- 6月26日 14:30 座谈会")
    after = uids("- 6月5日 9:00 座谈会", "- 6月12日 14:30 座谈会", "- 6月26日 14:30 座谈会")
    assert len(set(after.values())) == 3
    assert before.items() <= after.items()


def test_the_uid_of_what_stands_there_twice_outlives_one_at_another_time(events_of):
    def uids(*lines: str) -> set[str]:
        return {it.uid.value for it in events_of("\n".join(lines))}

    twice = ("- 6月12日 座谈会（地点：一楼）", "- 6月12日 座谈会（地点：二楼）")
    before, after = uids(*twice), uids("- 6月5日 座谈会", *twice)
    assert len(after) == len(before) + 1
    assert before < after
