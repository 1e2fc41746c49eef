"""Proposals that are merged into each other in a circle: then none of them leads (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.proposals import merged_into, round_trip
from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.documents import Proposal
from noticeboard.problems import Level


@board_check("merge-cycle", Level.ERROR)
def merge_cycle(board: Board) -> Iterator[Finding]:
    proposals = {item.path: item for item in board.all_documents if isinstance(item, Proposal)}
    into = merged_into(proposals)
    for path in into:
        if chain := round_trip(path, into):
            message = f"“并案”绕成了圈：{' → '.join(chain)}。"
            hint = "请只在并进去的那几件里写“并案”，领头的那一件删去这一行。"
            yield Finding(path, *place_of_field(proposals[path], "merged_into"), message, hint)
