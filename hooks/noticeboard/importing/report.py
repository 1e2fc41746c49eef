"""What an import tells: what was repaired, what somebody must look at, what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from noticeboard.fixing.edits import AppliedEdit
from noticeboard.importing.paper import Remark, RemarkKind
from noticeboard.problems import Problem

_MOST = 20
"""Lines of one kind that are told; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Report:
    """Of one document."""

    repaired: tuple[str, ...]
    open: tuple[str, ...]
    """What its officer must fill in or decide, with the lines."""
    left_out: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """In Chinese, indented below the document's own line."""
        for label, sentences in (
            ("已改好", self.repaired),
            ("请核对", self.open),
            ("没有带进来", self.left_out),
        ):
            yield from (f"  {label}：{sentence}。" for sentence in sentences[:_MOST])
            if len(sentences) > _MOST:
                yield f"  {label}：还有 {len(sentences) - _MOST} 处。"


def report_of(
    remarks: Sequence[Remark], changes: Sequence[AppliedEdit], problems: Sequence[Problem]
) -> Report:
    """Of the remarks of reading, the changes that `board fix` would make, and the problems that are left."""
    repaired = [remark.text for remark in remarks if remark.kind is RemarkKind.REPAIRED]
    if changes:
        repaired.append(f"{len(changes)} 处月份、活动和列表写成了规范的样子")
    lines = [remark.text for remark in remarks if remark.kind is RemarkKind.UNCERTAIN]
    lines += [f"第 {problem.line} 行：{problem.message.rstrip('。')}" for problem in problems]
    left_out = [remark.text for remark in remarks if remark.kind is RemarkKind.LEFT_OUT]
    return Report(tuple(repaired), tuple(lines), tuple(left_out))
