"""A result that is not counted in the unit of its target (SPECIFICATION section 15)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.verdicts import Verdict
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.quantities.amounts import Amount
from noticeboard.problems import Level


@board_check("result-unit", Level.WARNING)
def result_unit(board: Board) -> Iterator[Finding]:
    for targets in board.catalog.targets.values():
        for target in targets:
            if target.verdict is Verdict.OTHER_UNIT and target.result and target.summary:
                message = (
                    f"“{target.result.name}”在《{target.plan.title}》里的目标{_unit(target.amount)}，"
                    f"这里{_unit(target.result)}，没法对照。"
                )
                hint = "请换算成同一个单位；说的不是一回事的，把名称写得不一样。"
                yield Finding(target.summary.path, target.result.line, target.result.column, message, hint)


def _unit(amount: Amount) -> str:
    counted = f"按“{amount.unit}”算" if amount.unit else "没有写单位"
    return f"是{amount.per}多少，{counted}" if amount.per else counted
