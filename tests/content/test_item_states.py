"""What words say became of an activity, before any of their times is read."""

from __future__ import annotations

import pytest

from noticeboard.content.activities.item_states import ItemStates


def read(*pieces: str) -> ItemStates:
    states = ItemStates()
    for piece in pieces:
        assert states.read(piece, 0), piece
    return states


@pytest.mark.parametrize(
    ("piece", "named", "reason"),
    [
        ("取消", "cancelled", ""),
        ("因雨取消", "cancelled", "雨"),
        ("场地维修，不办了", "cancelled", "场地维修"),
        ("延期至4月，因考试", "postponed", "因考试"),
        ("完成情况：已完成", "done", ""),
        ("3月20日完成", "done", ""),
    ],
)
def test_one_state(piece: str, named: str, reason: str) -> None:
    states = read(piece)
    assert [state for state, _ in states.named] == [named]
    assert states.reason.removeprefix("因") == reason.removeprefix("因")


def test_of_two_steps_of_one_time_the_last_counts() -> None:
    (deviation,) = read("第二季度延期至7月8日，再延期至7月15日").deviations
    assert (deviation.when, deviation.moved_to) == ("第二季度", "7月15日")


def test_a_time_that_was_cancelled_goes_nowhere() -> None:
    (deviation,) = read("8月取消").deviations
    assert (deviation.words, deviation.when, deviation.moved_to) == ("8月取消", "8月", "")


def test_both_steps_of_a_postponement_stay_in_order() -> None:
    assert [words for words, _ in read("延期至2月，再延期至3月").postponed_to] == ["2月", "3月"]


def test_the_first_time_of_its_own_counts() -> None:
    states = read("由3月推迟到5月", "由4月推迟到6月")
    assert states.own_time[0] == "3月"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("推迟到11月", ("postponed_to", "11月")),
        ("已完成：3月20日", ("done_on", "3月20日")),
        ("因雨取消", ("named", "cancelled")),
        ("推迟下周", ("unread", "推迟下周")),
    ],
)
def test_what_another_cell_says_counts_as_at_the_place_of_the_item(cell: str, found: tuple[str, str]) -> None:
    states = ItemStates()
    states.read("延期至4月", 30)
    before = {name: list(getattr(states, name)) for name in ("named", "postponed_to", "done_on", "unread")}
    states.read_cell(cell, 7)
    name, words = found
    assert getattr(states, name) == [*before[name], (words, 7)]
    assert states.postponed_to[0] == ("4月", 33)


@pytest.mark.parametrize("sign", ["√", "✔"])
def test_a_tick_in_a_cell_says_that_it_is_done(sign: str) -> None:
    states = ItemStates()
    states.read_cell(sign, 0)
    assert states.done and not states.named


def test_what_a_report_says_is_not_done_is_its_state_and_what_one_says_stays_a_text() -> None:
    assert read("尚未完成，因疫情").open
    spoken = ItemStates()
    assert not spoken.read("没办成", 0)
    spoken.note_unread("没办成", 0)
    assert spoken.open and not spoken.unread
