"""Replies to opinions: which notices are replies, and the opinions that a table of one lists (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from noticeboard.content.quantities.due_days import read_due
from noticeboard.content.quantities.durations import months_after
from noticeboard.markup.body import Body, tables_among
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.problems import Fault
from noticeboard.times import read_date

_REPLY = pattern_of(r"(?:意见|建议|来信|信箱).*(?:答复|回复)|(?:答复|回复).*(?:意见|建议|来信)")
_COLUMNS = {
    "number": pattern_of(r"编号|序号"),
    "received": pattern_of(r"收到(?:日期|时间)?|来信日期|提出日期"),
    "text": pattern_of(r"意见(?:内容|摘要|建议)?|内容|摘要|问题"),
    "answer": pattern_of(r"答复(?:内容|意见)?|回复(?:内容)?|处理结果"),
    "answered": pattern_of(r"(?:答复|回复)(?:日期|时间)"),
    "adopted": pattern_of(r"(?:是否)?采纳(?:情况|与否)?"),
}
_WITHOUT_YEAR = pattern_of(r"[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}[日号]")
_SAYS_DAY = pattern_of(r"\w")
"""A dash in a cell says no day."""
_SENDER = pattern_of(
    r"姓名|(?:提出|反映|来信|投诉|举报|留言)(?:人|者)(?:姓名)?|署名|(?:联系)?电话|手机(?:号码?)?|实名"
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """One row of a reply's table; what nobody wrote is empty. Who sent it is never read."""

    line: int
    column: int
    number: str
    text: str
    received: date | None
    answered: date | None
    adopted: str
    faults: tuple[str, ...] = ()


def says_reply(text: str) -> bool:
    """Whether a title or a tag says that it is a reply to opinions: 关于停车意见的答复."""
    return _REPLY.search(text) is not None


def opinions_in(body: Body, replied: date | None) -> tuple[Opinion, ...]:
    """The opinions of all tables that have a column for them and one for the answer, of a reply of that day."""
    return tuple(_opinions(body, replied))


def sender_columns(body: Body) -> Iterator[tuple[str, int, int]]:
    """The heads of columns that would tell who sent an opinion, with line and column."""
    for table in tables_among(body.blocks, filled=True):
        for cell in table.head.cells:
            head = "".join(plain_text(cell.parts).split())
            if _SENDER.fullmatch(head):
                yield head, cell.line, cell.column


def _opinions(body: Body, replied: date | None) -> Iterator[Opinion]:
    for table in tables_among(body.blocks, filled=True):
        heads = ["".join(plain_text(cell.parts).split()) for cell in table.head.cells]
        places = {
            name: next((at for at, head in enumerate(heads) if pattern.fullmatch(head)), -1)
            for name, pattern in _COLUMNS.items()
        }
        if places["text"] < 0 or places["answer"] < 0:
            continue
        for row in table.rows:
            cells = [plain_text(cell.parts).strip() for cell in row.cells]
            found = {name: cells[at] if at >= 0 else "" for name, at in places.items()}
            if found["text"]:
                yield _opinion(row.line, row.column, found, replied)


def _read_day(text: str, replied: date | None) -> date | Fault:
    """A day; without a year the last such day until the reply."""
    day = read_date(text)
    if isinstance(day, Fault) and replied and _WITHOUT_YEAR.fullmatch(text.strip()):
        return read_due(text, months_after(replied, -12) + timedelta(1)) or day
    return day


def _opinion(line: int, column: int, cells: Mapping[str, str], replied: date | None) -> Opinion:
    days: dict[str, date | None] = {}
    faults = []
    for name in ("received", "answered"):
        day = _read_day(cells[name], replied) if _SAYS_DAY.search(cells[name]) else None
        days[name] = None if isinstance(day, Fault) else day
        if isinstance(day, Fault):
            faults.append(day.message)
    received, answered = days["received"], days["answered"]
    if received and answered and answered < received:
        faults.append("答复早于收到。")
        answered = None
    return Opinion(
        line, column, cells["number"], cells["text"], received, answered, cells["adopted"], tuple(faults)
    )
