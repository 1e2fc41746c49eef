"""A result whose name is nearly that of a target which nothing tells (SPECIFICATION section 15)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.same_activities import words_of
from noticeboard.catalog.targets import Target
from noticeboard.catalog.verdicts import Verdict
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.documents import Summary
from noticeboard.content.similar_names import nearest
from noticeboard.problems import Level


@board_check("result-name", Level.WARNING)
def result_name(board: Board) -> Iterator[Finding]:
    catalog = board.catalog
    for summary in catalog.of_type(Summary):
        plans = catalog.plans_of(summary)
        targets = catalog.targets_of(plans)
        open_ones = [target for target in targets if target.verdict is Verdict.NOT_TOLD]
        if open_ones and summary.date <= catalog.today:
            yield from _near(summary, open_ones, {words_of(target.amount.name) for target in targets})


def _near(summary: Summary, targets: list[Target], known: set[str]) -> Iterator[Finding]:
    for result in summary.results:
        if words_of(result.name) in known:
            continue
        alike = {it.amount.name: it for it in targets if it.amount.measure == result.measure}
        name = nearest(result.name, alike)
        if name:
            message = f"数据“{result.name}”和《{alike[name].plan.title}》的目标“{name}”名称不一样，没有放在一起对照。"
            hint = f"说的是同一项的，请把名称改成“{name}”；不是的，目标那一项另写一行结果。"
            yield Finding(summary.path, result.line, result.column, message, hint)
