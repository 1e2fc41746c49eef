"""What is told of an imported document."""

from __future__ import annotations

import pytest

from noticeboard.importing.report import Report


@pytest.mark.parametrize(("count", "last"), [(20, "第20句。"), (21, "还有 1 处。"), (25, "还有 5 处。")])
def test_many_sentences_are_cut_and_counted(count, last):
    sentences = tuple(f"第{number}句" for number in range(1, count + 1))
    lines = [*Report((), sentences, ()).lines()]
    assert len(lines) == min(count, 21)
    assert lines[-1] == f"  请核对：{last}"
