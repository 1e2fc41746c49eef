"""Corrections that go round in a circle: then none of them is the valid one (SPECIFICATION section 8)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.relations.corrections import corrected_by
from noticeboard.problems import Level


@board_check("replaces-cycle", Level.ERROR)
def replaces_cycle(board: Board) -> Iterator[Finding]:
    replaced = corrected_by(board)
    for path in replaced:
        chain = [path]
        while (following := replaced.get(chain[-1])) is not None and following not in chain:
            chain.append(following)
        if following == path:
            message = f"“取代”绕成了圈：{' → '.join([*chain, path])}。"
            hint = "请只在新的那份里写“取代”，旧的删去这一行。"
            yield Finding(path, *place_of_field(board.by_path[path], "replaces"), message, hint)
