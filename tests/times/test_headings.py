"""Which plain lines say a month like a heading, so that they part the lists around them."""

import pytest

from noticeboard.times import is_time_line


@pytest.mark.parametrize(
    ("line", "is_one", "with_blank"),
    [
        ("四月份", True, True),
        ("四月份：读书月", True, True),
        ("四月份·读书月", True, True),
        ("四月份（读书月）", True, True),
        ("四月份 读书月", False, True),
        ("四月份，读书月", False, True),
        ("四月份，读书月，", False, False),
        ("4月12日", False, False),
        ("4月12日：", True, True),
        ("每周三", False, False),
        ("待定", False, False),
        ("读书月", False, False),
    ],
)
def test_a_line_is_like_a_heading(line, is_one, with_blank):
    assert is_time_line(line) is is_one
    assert is_time_line(line, with_blank=True) is with_blank
