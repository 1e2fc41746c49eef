"""Items that say several activities; the plans in tests/content/as_typed show the forms."""

from __future__ import annotations

import pytest

from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import read_source

HEAD = "---\n类型: 计划\n标题: 计划\n日期: 2026-01-05\n期间: 2026年\n---\n\n## 三月\n\n- "


def read(item: str) -> tuple[list[str], list[str]]:
    source = read_source("plans/a.md", f"{HEAD}{item}\n".encode(), KNOWN_KEYS)
    document, problems = read_document(source, Settings())
    return [activity.text for activity in document.activities], [problem.code for problem in problems]


@pytest.mark.parametrize("more", ["，9日植树", "，8日植树；12日登山"])
def test_an_item_of_any_length_is_one_activity_and_told(more: str) -> None:
    texts, codes = read("3月8日插花" + more * 2_000)
    assert (len(texts), codes) == (1, ["several-in-item"])


def test_a_long_item_of_one_activity_is_not_told() -> None:
    assert read("3月8日插花" + "，请各小组准备好花材" * 200)[1] == []
