"""Tables of signs replace what `str.translate` replaces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from noticeboard.sign_table import SignTable

SIGNS = "-]^\\[甲乙ａ１ \n-～é𝟏"
TABLES = st.dictionaries(st.sampled_from(SIGNS).map(ord), st.text(SIGNS, max_size=2), min_size=1)


@given(table=TABLES, text=st.text(SIGNS + "abc丙"))
def test_the_same_becomes_of_a_text(table: dict[int, str], text: str) -> None:
    assert SignTable(table).translate(text) == text.translate(table)
