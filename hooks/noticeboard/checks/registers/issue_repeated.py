"""Two issues of a newsletter with one number."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.newsletters import newsletters_of, numbers_of
from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level


@board_check("issue-repeated", Level.WARNING)
def issue_repeated(board: Board) -> Iterator[Finding]:
    for newsletter in newsletters_of(board.catalog):
        for volume in newsletter.volumes:
            for number in volume.repeated:
                for issue in (it for it in volume.issues if number in numbers_of(it)):
                    message = f"{newsletter.name}{volume.title}第{number}期有几份。"
                    hint = "请核对“期号”；几种刊物的，前面写刊名。"
                    yield Finding(issue.path, *place_of_field(issue, "issue"), message, hint)
