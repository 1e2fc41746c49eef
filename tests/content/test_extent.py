"""How much may stand in a document: ordinary long ones are read, what cannot be laid out is one sentence."""

from __future__ import annotations

import pytest

from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.extent import (
    MOST_BARS,
    MOST_CELLS,
    MOST_LINES,
    MOST_PLACES,
    MOST_SIGNS,
    faults_of_extent,
)
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import read_source

HEAD = "---\n类型: 通知\n标题: 通知\n日期: 2026-03-02\n---\n\n"


def told(body: str) -> list[str]:
    source = read_source("plans/a.md", (HEAD + body).encode(), KNOWN_KEYS)
    assert bool(source.problems) == (source.body == "")
    return [f"{problem.line} {problem.code}" for problem in source.problems]


@pytest.mark.parametrize(
    "body",
    [
        "工会组织教职工参加活动。" * 27_000,
        ("工会组织教职工参加活动，请各部门认真落实。" * 5 + "\n\n") * 3_000,
        "- 议定事项，由办公室负责落实[一](a.md)\n" * 5_000,
        "1. 议定事项，由办公室负责落实\n" * 5_000,
        "| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n" + "| 1 | 2 | 3 |\n" * 5_000,
        "a" * 1_000_000,
    ],
    ids=["one paragraph", "paragraphs", "items", "numbers", "table", "word"],
)
def test_long_documents_are_read(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    "line", ["|", "-", "- a", "# a", "1.", "> > > a", "", " ", "a\n: b", "```", "[^1]: a"]
)
def test_too_many_lines_of_whatever_kind(line: str) -> None:
    assert told(f"{line}\n" * MOST_LINES) == ["1 too-long"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_however_they_end(end: str) -> None:
    text = (HEAD + "a\n" * MOST_LINES).replace("\n", end)
    (problem,) = read_source("plans/a.md", text.encode(), KNOWN_KEYS).problems
    assert problem.code == "too-long"


@pytest.mark.parametrize(
    "sign", ["[", "*a", "`", "<a", "(", "> ", "**a*", "![a](b)", "~~a", "\\", "&amp;", "{: .a }"]
)
def test_too_many_signs_in_one_paragraph(sign: str) -> None:
    assert told("第一段\n\n" + sign * (MOST_SIGNS + 1)) == ["9 too-dense"]
    assert told((sign * 1000 + "\n\n") * 5) == []


def test_a_row_of_too_many_cells_and_too_many_cells_in_all() -> None:
    assert told("第一段\n\n" + "|a" * (MOST_CELLS + 1)) == ["9 too-dense"]
    assert told("|a" * MOST_CELLS) == []
    rows = ("|a" * 1000 + "\n") * (MOST_BARS // 1000 + 1)
    assert told(rows) == ["1 too-dense"]


def test_the_head_counts_too() -> None:
    assert [fault.code for fault, _ in faults_of_extent("---\n标签: [" + "[" * MOST_SIGNS)] == ["too-dense"]
    assert [fault.code for fault, _ in faults_of_extent("---\n" + "a: 1\n" * MOST_LINES)] == ["too-long"]


@pytest.mark.slow
@pytest.mark.parametrize(("more", "codes"), [(0, []), (1, ["9 too-dense"])])
def test_what_recurs_counts_on_each_page_of_a_month(more: int, codes: list[str]) -> None:
    head = "---\n类型: 计划\n标题: 工会工作计划\n日期: 2026-01-12\n期间: 2026年\n---\n\n## 全年\n"
    items = "".join(f"- 每周三 健身活动{number}\n" for number in range(MOST_PLACES // 12 + more))
    _, problems = read_document(read_source("plans/a.md", (head + items).encode(), KNOWN_KEYS), Settings())
    assert [f"{problem.line} {problem.code}" for problem in problems if problem.is_error] == codes
