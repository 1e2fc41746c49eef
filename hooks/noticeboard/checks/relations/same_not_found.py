"""A 同 that leads to no item of another plan: the activity would be counted twice (SPECIFICATION section 4)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.relations import path_of_link
from noticeboard.catalog.same_activities import named_same
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.documents import Plan
from noticeboard.problems import Level


@board_check("same-not-found", Level.WARNING)
def same_not_found(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        for activity in document.activities:
            if activity.same_as is None:
                continue
            if not isinstance(document, Plan):
                message = f"“{activity.text}”后面写了“同：”，只有计划里的活动才用得着。"
                hint = "总结里的活动，链接到计划里的那一项就行，请去掉“同：”。"
                yield Finding(document.path, activity.line, activity.column, message, hint)
            elif next(named_same(document, activity, board.by_path), None) is None:
                targets = (path_of_link(document, link.target) for link in activity.links)
                plans = [
                    target
                    for target in targets
                    if target != document.path and isinstance(board.by_path.get(target or ""), Plan)
                ]
                message = f"“{activity.text}”的“同：”{_reason(plans)}，统计时会算成两项。"
                hint = "请写成“同：[计划的标题](计划.md#活动的编号)”，编号从网页上点那一项活动，看地址里“#”后面的字。"
                yield Finding(document.path, activity.line, activity.column, message, hint)


def _reason(plans: list[str | None]) -> str:
    return f"在“{plans[0]}”里找不到是哪一项" if plans else "没有链接到另一份计划"
