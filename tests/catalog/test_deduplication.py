import pytest

from boards import plan
from noticeboard.times import Month

MARCH = Month(2026, 3)


def in_march(board, first: str, second: str):
    files = {
        "plans/a.md": plan(f"### 三月\n\n- {first}\n"),
        "plans/b.md": plan(f"### 三月\n\n- {second}\n", title="乙"),
    }
    return board(files).catalog.schedule(MARCH).entries


def test_what_two_plans_say_alike_stands_once(board):
    (entry,) = in_march(board, "[x] 8日 座谈会（地点：礼堂）", "[x] 8日　座谈会")
    assert [document.path for document in (entry.document, *entry.also)] == ["plans/a.md", "plans/b.md"]


def test_what_they_say_differently_stands_twice(board):
    for other in (
        "~~8日 14:30 座谈会~~",
        "[x] 9日 14:30 座谈会",
        "[x] 8日 14:30 茶话会",
        "[x] 8日 15:00 座谈会",
    ):
        assert len(in_march(board, "[x] 8日 14:30 座谈会", other)) == 2, other


@pytest.mark.parametrize(("first", "second"), [("8日", "8日 14:30"), ("8日 14:30", "8日")])
def test_the_one_that_gives_the_time_of_day_stands_for_both(board, first, second):
    (entry,) = in_march(board, f"{first} 座谈会", f"{second} 座谈会")
    assert entry.activity.time.clock == "14:30"
    assert {document.path for document in (entry.document, *entry.also)} == {"plans/a.md", "plans/b.md"}


def test_two_units_hold_two_meetings(board):
    files = {
        "plans/a.md": plan("### 三月\n\n- 8日 座谈会\n"),
        "plans/b.md": plan("### 三月\n\n- 8日 座谈会\n", title="乙", head="单位: 乙"),
    }
    assert len(board(files, units=["甲", "乙"]).catalog.schedule(MARCH).entries) == 2
