"""The boards of a hub, each with its part of the search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from noticeboard.hub.board_index import NOTHING, BoardIndex, index_of
from noticeboard.hub.board_list import BadInput, Listed
from noticeboard.hub.foreign import ForeignBoard, published_at, read_board
from noticeboard.hub.foreign_index import read_head
from noticeboard.parallel import parallel_map
from noticeboard.system_errors import describe


@dataclass(frozen=True, slots=True)
class Board:
    """One board of a hub."""

    name: str
    address: str
    """Where it stands, with a slash at its end."""
    end: str
    """What its links to pages end with: nothing, or index.html."""
    data: ForeignBoard
    index: BoardIndex
    """What the hub's search finds of it."""

    def link(self, url: str) -> str:
        """The whole address of something on the board, from the hub's own folder where the list's is a path."""
        path, mark, anchor = url.partition("#")
        end = self.end if not path or path.endswith("/") else ""
        return f"{self.address}{path}{end}{mark}{anchor}"


def read_boards(listed: Iterable[Listed]) -> tuple[Board, ...]:
    """All boards of a list, in its order. Raises BadInput with the faults of all of them."""
    found = parallel_map(_read, list(listed), weight=1000)
    if faults := [item for item in found if isinstance(item, str)]:
        raise BadInput(*faults)
    boards = [item for item in found if isinstance(item, Board)]
    names: dict[str, Board] = {}
    for board in boards:
        if board.name in names:
            raise BadInput(f"有两个公告栏都叫“{board.name}”。请在“名称”里写成不同的。")
        names[board.name] = board
    return tuple(boards)


def _read(listed: Listed) -> Board | str:
    """The board, or what is wrong with it, in a sentence."""
    try:
        with published_at(listed.source) as site:
            data = read_board(site)
            head = read_head(site)
            board = Board(
                listed.name or data.organisation, listed.address, head.end if head else "", data, NOTHING
            )
            return replace(board, index=index_of(data, site, head, board.name, board.link))
    except BadInput as bad:
        return f"{listed.place}：{listed.source.name}：{bad}。"
    except OSError as error:
        return f"{listed.place}：{describe(error, listed.source.parent)}，读不成。"
