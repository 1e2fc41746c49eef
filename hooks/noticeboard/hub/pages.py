"""The pages of a hub: its boards and units, months, disclosures, and the search."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from noticeboard.hub.boards import Board
from noticeboard.hub.foreign import ForeignActivity, ForeignDisclosure, ForeignDocument

HOME, UNITS, MONTHS, DISCLOSURES, SEARCH = "", "units/", "months/", "disclosure/", "search/"
MENU = {HOME: "首页", UNITS: "各单位", MONTHS: "逐月活动", DISCLOSURES: "公开和公示", SEARCH: "搜索"}
"""Address → what the menu calls it."""
_NEWEST = 20
"""Documents on the front page."""
_A_MONTH = 30
"""Activities of one board in a month; of more the board's own page has all."""
_FIRST, _LAST = 2000, 2100
"""Years of which the hub has months: what a board says of others is a slip."""


@dataclass(frozen=True, slots=True)
class HubPage:
    """One page: where it is, its title, its template and what that shows."""

    address: str
    title: str
    template: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OpenNotice:
    """A notice period that is open, or opens within a week."""

    board: Board
    document: ForeignDocument
    disclosure: ForeignDisclosure
    start: date
    end: date


def pages_of(boards: Sequence[Board], today: date) -> Iterator[HubPage]:
    """Every page of a hub on a day."""
    notices = _notices(boards, today)
    newest = sorted(
        ((document, board) for board in boards for document in board.data.documents),
        key=lambda item: (item[0].date <= today, item[0].date, item[1].name, item[0].url),
        reverse=True,
    )
    values = {"boards": boards, "notices": notices, "newest": newest[:_NEWEST]}
    yield HubPage(HOME, "首页", "home.html", values)
    yield HubPage(UNITS, "各单位", "units.html", {"boards": boards})
    yield HubPage(
        DISCLOSURES, "公开和公示", "disclosures.html", {"notices": notices, "table": _table(boards)}
    )
    yield HubPage(SEARCH, "搜索", "search.html", {})
    months = _months(boards)
    yield HubPage(MONTHS, "逐月活动", "months.html", {"years": _years(months, today)})
    for month, of_boards in months.items():
        shares = [(boards[number], _in_order(of_boards[number])) for number in sorted(of_boards)]
        year, number = month.split("-")
        yield HubPage(
            f"{MONTHS}{year}/{number}/", f"{year}年{int(number)}月", "month.html",
            {"shares": [(board, found[:_A_MONTH], found[_A_MONTH:]) for board, found in shares],
             "own": f"{MONTHS}{year}/{number}/"},
        )  # fmt: skip


def _notices(boards: Sequence[Board], today: date) -> list[OpenNotice]:
    """The notice periods that are open or begin within a week, the first to end first."""
    found = []
    for board in boards:
        documents = {document.url: document for document in board.data.documents}
        for item in board.data.disclosures:
            period, document = item.notice_period, documents.get(item.document)
            if period and document and period.start <= today + timedelta(7) and today <= period.end:
                found.append(OpenNotice(board, document, item, period.start, period.end))
    return sorted(found, key=lambda notice: (notice.end, notice.board.name, notice.document.url))


def _table(boards: Sequence[Board]) -> tuple[list[str], list[tuple[Board, list[tuple[int, date | None]]]]]:
    """The categories, those of most boards first; and of each board and category how many disclosures, and the last one's day."""
    rows = []
    used: Counter[str] = Counter()
    for board in boards:
        dates = {document.url: document.date for document in board.data.documents}
        cells: dict[str, list[date]] = defaultdict(list)
        for item in board.data.disclosures:
            if item.document in dates:
                cells[item.category].append(dates[item.document])
        used.update(cells.keys())
        rows.append((board, cells))
    titles = [title for title, _ in sorted(used.items(), key=lambda item: (-item[1], item[0]))][:_NEWEST]
    return titles, [
        (board, [(len(found), max(found)) if (found := cells.get(title)) else (0, None) for title in titles])
        for board, cells in rows
    ]


def _months(boards: Sequence[Board]) -> dict[str, dict[int, list[ForeignActivity]]]:
    """Month → number of a board → its activities; months in order."""
    found: dict[str, dict[int, list[ForeignActivity]]] = defaultdict(lambda: defaultdict(list))
    for number, board in enumerate(boards):
        for activity in board.data.activities:
            for month in activity.months:
                if _FIRST <= int(month[:4]) < _LAST:
                    found[month][number].append(activity)
    return dict(sorted(found.items()))


def _in_order(activities: Sequence[ForeignActivity]) -> list[ForeignActivity]:
    return sorted(activities, key=lambda item: (item.start or date.max, item.url))


def _years(months: Mapping[str, Mapping[int, Sequence[object]]], today: date) -> list[tuple[int, list[Any]]]:
    """Year → its months with how many activities; the newest year first."""
    found: dict[int, list[Any]] = defaultdict(list)
    for month, shares in months.items():
        count = sum(map(len, shares.values()))
        is_now = month == f"{today:%Y-%m}"
        found[int(month[:4])].append((int(month[5:]), count, f"{MONTHS}{month.replace('-', '/')}/", is_now))
    return sorted(found.items(), reverse=True)
