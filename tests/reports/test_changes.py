"""What `board fix` says that it did."""

import pytest

from noticeboard.fixing.edits import AppliedEdit
from noticeboard.reports.changes import change_lines


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (AppliedEdit(3, 1, "list-marker", "·", "-"), "a.md:3:1: 已改[list-marker] “·” → “-”"),
        (AppliedEdit(3, 2, "number", "", "编号: 1\n"), "a.md:3:2: 已改[number] 加上 “编号: 1”"),
        (AppliedEdit(3, 1, "blank", "　", ""), "a.md:3:1: 已改[blank] “　” → （删去）"),
        (
            AppliedEdit(1, 1, "encoding-gb18030", "", ""),
            "a.md:1:1: 已改[encoding-gb18030] GB18030（GBK、ANSI）编码改成了 UTF-8",
        ),
        (
            AppliedEdit(1, 1, "byte-order-mark", "\ufeff", ""),
            "a.md:1:1: 已改[byte-order-mark] 去掉了文件最前面看不见的字节顺序标记",
        ),
        (AppliedEdit(1, 1, "x", "字" * 41, "字" * 40), f"a.md:1:1: 已改[x] “{'字' * 40}…” → “{'字' * 40}”"),
    ],
)
def test_a_line_says_where_and_what(change, line):
    assert [*change_lines("a.md", [change])] == [line]
