"""How much may stand in a page of docs/: what Python-Markdown could not lay out in seconds never reaches it."""

from __future__ import annotations

import pytest

from boards import load_board, plan, told, write
from noticeboard.content.repository.hand_written import read_hand_written
from noticeboard.content.repository.page_extent import MOST_HEADINGS, MOST_TAGS, faults_of_page


def faults(text: str) -> list[str]:
    return [f"{text.count(chr(10), 0, offset) + 1} {fault.code}" for fault, offset in faults_of_page(text)]


@pytest.mark.parametrize(
    "text",
    [
        "工会组织教职工参加活动。" * 27_000,
        ("工会组织教职工参加活动，请各部门认真落实。" * 5 + "\n\n") * 3_000,
        "- 议定事项，由办公室负责落实[一](a.md)（`board check`）\n" * 3_000,
        "1. 议定事项\n    - **落实**：由办公室负责[一](a.md)\n" * 1_500,
        "| 项目 | 说明 |\n| --- | --- |\n" + "| `a` | 由办公室负责[一](a.md)，**重点** |\n" * 3_000,
        "```json\n" + '{"a": [1, {"b": "*"}]},\n' * 3_000 + "```\n",
        "    {a: [1]}\n" * 3_000,
        "## 一节\n\n文字。\n\n" * (MOST_HEADINGS - 1),
        "<tr><td>甲</td><td>乙</td></tr>\n\n" * (MOST_TAGS // 6),
        "a" * 1_000_000,
    ],
    ids=["paragraph", "paragraphs", "items", "nested", "table", "fence", "code", "headings", "tags", "word"],
)
def test_long_pages_are_laid_out(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "![" * 5_000,
        "[a][" * 5_000,
        "`a" * 400_000,
        "**a " * 200_000,
        "<" * 900_000,
        "> " * 400_000,
        "<![CDATA[" * 3_000,
        "<div>\n" * 19_900,
        "[^" * 5_000,
        "文字\n" + "    - [[[[\n" * 2_000,
        "a | b\n--|--|--\n" + "[[[[[ | [[[[\n" * 1_000,
        "`|` | b\n--|--\n" + "[[[[[ | [[[[\n" * 1_000,
        "[[[[ 标题\n===\n" * 2_000,
        "> " + "[" * 6_000,
        "!!! note\n" + "    [[[[[[[\n" * 2_000,
    ],
)
def test_what_cannot_be_laid_out_is_told_where_it_stands(text: str) -> None:
    assert faults("# 大\n\n" + text) == ["3 too-dense"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一段\n\n" + "[" * 3_000 + "\n\n" + "(" * 4_400, ["5 too-dense"]),
        ("".join("    " * depth + "- a\n" for depth in range(600)), ["51 too-dense"]),
        ("> " * 101 + "a", ["1 too-dense"]),
        ("文字\n\n" * 20_000, ["1 too-long"]),
        ("# a\n" * (MOST_HEADINGS + 1), ["1 too-dense"]),
        ("文字\n\n" + "<b\n\n" * (MOST_TAGS + 1), ["1 too-long"]),
        ("文字\n\n" + "<b " * (MOST_TAGS + 1), ["3 too-dense"]),
    ],
)  # fmt: skip
def test_other_bounds(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_a_page_over_its_bounds_is_an_error_and_never_laid_out(tmp_path) -> None:
    site = load_board(tmp_path, {"plans/a.md": plan(), "docs/大.md": "# 大\n\n" + "[" * 10_000})
    assert told(site) == ["docs/大.md:3:1 error too-dense"]
    assert site.left_out == {"大.md"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"# a\n\nb\0c\n", "3:2 nul-byte"),
        (b"\0" * 10, "1:1 nul-byte"),
        ("# 甲\n\n乙\x07丙\n".encode(), "3:2 control-character"),
        ("# 甲\n\n乙\x02丙\n".encode(), "3:2 control-character"),
        ("# 甲\n\n乙锟斤拷\n".encode(), "3:2 lost-characters"),
        ("# 甲\n\n乙\u2028丙\n".encode(), "3:2 odd-break"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n", "1:1 lfs-pointer"),
        (b"a\n" * 20_001, "1:1 too-long"),
    ],
)  # fmt: skip
def test_bytes_that_are_told_in_plans_are_told_in_docs(tmp_path, data: bytes, expected: str) -> None:
    write(tmp_path, {"docs/a.md": data})
    (problem,) = read_hand_written(tmp_path).problems
    assert f"{problem.line}:{problem.column} {problem.code}" == expected
