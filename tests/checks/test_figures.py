"""What is told of the figures of summaries and disclosures."""

from __future__ import annotations

import pytest

HEAD = "---\n类型: 总结\n标题: 小结\n日期: 2026-05-01\n期间: 2026年4月\n数据:\n  慰问: {text}\n---\n"


@pytest.mark.parametrize(("text", "shown"), [("多" * 40, "多" * 40), ("多" * 41, "多" * 40 + "…")])
def test_a_long_text_without_a_number_is_cut(board, text, shown):
    problems = board({"plans/a.md": HEAD.format(text=text)}).problems
    (problem,) = [it for it in problems if it.code == "result-without-number"]
    assert f"写的“{shown}”里" in problem.message
