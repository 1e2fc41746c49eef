"""The boards of a hub, each with its texts for the search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from noticeboard.hub.board_list import BadInput, Listed
from noticeboard.hub.foreign import ForeignBoard, ForeignDocument, Published, published_at, read_board
from noticeboard.parallel import parallel_map
from noticeboard.search.passages import Passage, PassageKind
from noticeboard.search.texts import IndexedText
from noticeboard.system_errors import describe

_KINDS = {kind.value: kind for kind in PassageKind}
_LONGEST = 200_000
"""Characters of a passage."""


@dataclass(frozen=True, slots=True)
class Board:
    """One board of a hub."""

    name: str
    address: str
    """Where it stands, with a slash at its end."""
    end: str
    """What its links to pages end with: nothing, or index.html."""
    data: ForeignBoard
    texts: tuple[IndexedText, ...]
    """What the hub's search finds of it, the oldest first."""

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
            end, version = _head(site)
            board = Board(listed.name or data.organisation, listed.address, end, data, ())
            return replace(board, texts=tuple(_texts(board, site, version)))
    except BadInput as bad:
        return f"{listed.place}：{listed.source.name}：{bad}。"
    except OSError as error:
        return f"{listed.place}：{describe(error, listed.source.parent)}，读不成。"


def _head(site: Published) -> tuple[str, str]:
    """What links end with, and the version of the index; empty where the board has no search."""
    head = site.script("index")
    if head is None:
        return "", ""
    version, data = head
    end = data.get("end") if isinstance(data, dict) else None
    if end not in ("", "index.html"):
        raise BadInput("search/index.js 不是搜索的索引")
    return end, version


def _texts(board: Board, site: Published, version: str) -> Iterator[IndexedText]:
    """The board's documents in the index; of one whose text is not published there its title alone."""
    passages = dict(_passages(site, version)) if version else {}
    categories = {item.document: item.category for item in board.data.disclosures}
    for document in sorted(board.data.documents, key=lambda item: (item.date, item.url)):
        title = Passage(PassageKind.TITLE, "", document.title)
        yield IndexedText(
            address=board.link(document.url),
            source=document.url,
            type=document.type,
            day=document.date,
            unit=board.name,
            category=categories.get(document.url, ""),
            passages=(title, *passages.get(document.url, ())),
            years=_years(document),
        )


def _passages(site: Published, version: str) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """The address of each text of a board's index, and what it says below its title."""
    for number, (its, store) in enumerate(site.stores()):
        if its != version:
            raise BadInput("搜索的索引有新有旧，网站可能正在更新。请等它更新完再汇总")
        try:
            yield from (
                (_string(address), tuple(map(_passage, said[1:])))
                for address, *said in map(_list, _list(store))
            )
        except (TypeError, ValueError, KeyError, IndexError, AttributeError) as error:
            raise BadInput(f"search/t/{number}.js 不是搜索的索引") from error


def _passage(stored: Any) -> Passage:
    head, text, *label = map(_string, stored)
    return Passage(_KINDS[head[0]], _anchor(head[1:]), text, "".join(label[:1]))


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value


def _string(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise TypeError("no text")
    value.encode()  # Half a sign, which JSON may hold, is no text.
    return value


def _anchor(value: str) -> str:
    if value and not value.replace("-", "").replace("_", "").isalnum():
        raise ValueError("no anchor")
    return value


def _years(document: ForeignDocument) -> Mapping[int, int]:
    """Month → the year that is meant where a text names none, as `search.texts` has it."""
    if document.type not in ("plan", "summary") or document.period is None:
        return dict.fromkeys(range(1, 13), document.date.year)
    (year, month), (last_year, last) = (
        map(int, value.split("-")) for value in (document.period.start, document.period.end)
    )
    months = range(year * 12 + month - 1, min(last_year * 12 + last, (year + 10) * 12))
    return {number % 12 + 1: number // 12 for number in months}
