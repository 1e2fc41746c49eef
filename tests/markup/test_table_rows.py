from __future__ import annotations

import pytest

from noticeboard.markup.table_rows import long_rows

HEAD = "| 甲 | 乙 |\n|---|---|\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"{HEAD}| 1 | 2 | 3 |", [(2, 3, 2)]),
        (f"段\n\n{HEAD}| 1 | 2 |\n| 1 | 2 | 3 | 4 |\n\n后 | 后 | 后", [(5, 4, 2)]),
        ("甲 | 乙\n---|---\n1 | 2 | 3", [(2, 3, 2)]),
        (f"{HEAD}| 1 | 2 | |", []),
        (f"{HEAD}| 1 | `2 | 3` |\n| 1 | 2 \\| 3 |", []),
        (f"{HEAD}| 1 |", []),
        (f"```\n{HEAD}| 1 | 2 | 3 |\n```", []),
        ("甲 | 乙\n1 | 2 | 3", []),
    ],
)
def test_rows_longer_than_their_head(body: str, found: list[tuple[int, int, int]]) -> None:
    assert list(long_rows(body)) == found
