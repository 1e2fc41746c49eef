from __future__ import annotations

import pytest

from noticeboard.markup.lists import MarkerStyle, read_box, read_marker, unnumbered


@pytest.mark.parametrize(
    ("line", "style", "number", "text"),
    [
        ("- 植树", MarkerStyle.BULLET, None, "植树"),
        ("* 植树", MarkerStyle.BULLET, None, "植树"),
        ("+\t植树", MarkerStyle.BULLET, None, "植树"),
        ("-　植树", MarkerStyle.BULLET, None, "植树"),
        ("-植树", MarkerStyle.BULLET, None, "植树"),
        ("－“读书月”活动", MarkerStyle.BULLET, None, "“读书月”活动"),
        ("-3月 植树", MarkerStyle.BULLET, None, "3月 植树"),
        ("－ 植树", MarkerStyle.BULLET, None, "植树"),
        ("•植树", MarkerStyle.BULLET, None, "植树"),
        ("● 植树", MarkerStyle.BULLET, None, "植树"),
        ("•1、植树", MarkerStyle.DUNHAO, 1, "植树"),
        ("-", MarkerStyle.BULLET, None, ""),
        ("1. 植树", MarkerStyle.DOT, 1, "植树"),
        ("1.植树", MarkerStyle.DOT, 1, "植树"),
        ("1．植树", MarkerStyle.DOT, 1, "植树"),
        ("１．植树", MarkerStyle.DOT, 1, "植树"),
        ("⒈植树", MarkerStyle.DOT, 1, "植树"),
        ("1.**植树**", MarkerStyle.DOT, 1, "**植树**"),
        ("12、植树", MarkerStyle.DUNHAO, 12, "植树"),
        ("１２、 植树", MarkerStyle.DUNHAO, 12, "植树"),
        ("1、", MarkerStyle.DUNHAO, 1, ""),
        ("（1）植树", MarkerStyle.BRACKETS, 1, "植树"),
        ("(1)植树", MarkerStyle.BRACKETS, 1, "植树"),
        ("（1)植树", MarkerStyle.BRACKETS, 1, "植树"),
        ("（１）、植树", MarkerStyle.BRACKETS, 1, "植树"),
        ("⑵植树", MarkerStyle.BRACKETS, 2, "植树"),
        ("1) 植树", MarkerStyle.PAREN, 1, "植树"),
        ("1）植树", MarkerStyle.PAREN, 1, "植树"),
        ("①植树", MarkerStyle.CIRCLED, 1, "植树"),
        ("⑳ 植树", MarkerStyle.CIRCLED, 20, "植树"),
        ("㉑植树", MarkerStyle.CIRCLED, 21, "植树"),
        ("- 1、植树", MarkerStyle.DUNHAO, 1, "植树"),
        ("- （1）植树", MarkerStyle.BRACKETS, 1, "植树"),
        ("* 1. 植树", MarkerStyle.DOT, 1, "植树"),
        ("- 3.5万元", MarkerStyle.BULLET, None, "3.5万元"),
    ],
)
def test_markers(line: str, style: MarkerStyle, number: int | None, text: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.style, marker.number, line[marker.end :]) == (style, number, text)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "植树",
        "3.5万元",
        "3．5万元",
        "1.5小时",
        "2026.3.8",
        "3.8妇女节",
        "10:30",
        "（2026）3号文",
        "2026、2027年",
        "一、植树",
        "（一）植树",
        "-植树-",
        "-5℃",
        "-3%",
        "--植树",
        "**三月**",
        "*斜体*",
        "1...",
        "1 植树",
        "1，植树",
    ],
)
def test_no_markers(line: str) -> None:
    assert read_marker(line) is None


@pytest.mark.parametrize(
    ("line", "doubtful"),
    [
        ("6、7月份 疗休养", True),
        ("3、4日 开会", True),
        ("3、4、5号", True),
        ("１、８日", True),
        ("- 6、7月份", True),
        ("6、植树", False),
        ("6、七月", False),
        ("5、6年级", False),
        ("（1）8日", False),
        ("1. 8日", False),
    ],
)
def test_a_number_before_days_or_months_is_doubtful(line: str, doubtful: bool) -> None:
    marker = read_marker(line)
    assert marker is not None and marker.doubtful is doubtful


@pytest.mark.parametrize(
    ("line", "style"), [("6、7月份", MarkerStyle.PLAIN), ("- 6、7月份", MarkerStyle.BULLET)]
)
def test_a_number_that_is_text_stays_in_it(line: str, style: MarkerStyle) -> None:
    marker = unnumbered(line, read_marker(line))
    assert (marker.style, marker.number, line[marker.end :]) == (style, None, "6、7月份")


def test_a_marker_inside_a_line() -> None:
    marker = read_marker("  1、植树", 2)
    assert marker is not None and (marker.start, marker.end) == (2, 4)


@pytest.mark.parametrize(
    ("text", "ticked", "rest"),
    [
        ("[x] 甲", True, "甲"),
        ("[X]甲", True, "甲"),
        ("[√] 甲", True, "甲"),
        ("【x】甲", True, "甲"),
        ("［Ｘ］　甲", True, "甲"),
        ("[ ] 甲", False, "甲"),
        ("[] 甲", False, "甲"),
        ("【 】甲", False, "甲"),
        ("[　]甲", False, "甲"),
        ("[x][小结](a.md)", True, "[小结](a.md)"),
        ("[ ][小结](a.md)", False, "[小结](a.md)"),
        ("[x](a.md)", None, "[x](a.md)"),
        ("[x][1]", None, "[x][1]"),
        ("[x]: a.md", None, "[x]: a.md"),
        ("[甲] 乙", None, "[甲] 乙"),
        ("甲", None, "甲"),
    ],
)
def test_boxes(text: str, ticked: bool | None, rest: str) -> None:
    found, start = read_box(text)
    assert (found, text[start:]) == (ticked, rest)
