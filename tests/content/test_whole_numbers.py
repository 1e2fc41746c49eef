"""Counts of people and votes as officers write them."""

import pytest

from noticeboard.content.quantities.whole_numbers import whole_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("58", 58), ("５８", 58), ("1,204", 1204), ("五十八", 58), ("十", 10), ("两百", 200), ("一百零五", 105),
        ("一百一十五", 115), ("二〇", 20), ("二〇二六", 2026), (" 九 ", 9), ("0", 0), ("999999999", 999999999),
    ],
)  # fmt: skip
def test_a_count_is_read(text, value):
    assert whole_number(text) == value


@pytest.mark.parametrize("text", ["", "1000000000", "3.5", "十余", "一百二", "三八", "十百", "多少", "-3"])
def test_what_is_none_or_could_be_two_is_not(text):
    assert whole_number(text) is None
