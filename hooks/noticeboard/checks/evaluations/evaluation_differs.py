"""Two documents that say different numbers of one evaluation (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.evaluations import YearEvaluation, evaluations_of, key_of
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.sections.evaluations import Evaluation
from noticeboard.problems import Level


@board_check("evaluation-differs", Level.WARNING)
def evaluation_differs(board: Board) -> Iterator[Finding]:
    first: dict[object, YearEvaluation] = {}
    for evaluated in evaluations_of(reversed(board.catalog.shown)):
        other = first.setdefault((*key_of(evaluated), evaluated.year), evaluated)
        it = evaluated.evaluation
        if _differ(evaluated.evaluation, other.evaluation):
            message = f"“{it.subject}”{evaluated.year}年的评议，和“{other.document.path}”第{other.evaluation.line}行写的不一样。"
            hint = "请核对是哪一份写错了；不是同一次评议的，请把事项写得不一样。"
            yield Finding(evaluated.document.path, it.line, it.column, message, hint)


def _differ(one: Evaluation, other: Evaluation) -> bool:
    """Whether they say another number of anything that both tell."""
    ours, theirs = (one.counts, other.counts) if one.votes and other.votes else (one.shares, other.shares)
    return any(ours[key] != theirs[key] for key in ours.keys() & theirs.keys())
