"""How far quotes and brackets reach in a line of front matter."""

import pytest

from noticeboard.content.front_matter.unquoted import follow


@pytest.mark.parametrize(
    ("line", "still_open", "end"),
    [
        ('"甲" 乙', "", 3),
        (r'"甲\"乙" 丙', "", 6),
        (r'"甲\\" 乙', "", 5),
        (r"'甲\' 乙", "", 4),
        ("'甲''乙' 丙", "", 6),
        ("'甲''", "'", 4),
        (r'"甲\"', '"', 4),
        ("[甲, '乙]'] 丙", "", 9),
        ("[甲, {乙: 丙}", "]", 10),
    ],
)
def test_the_end_of_a_quoted_value(line, still_open, end):
    assert follow(line) == (still_open, end)
