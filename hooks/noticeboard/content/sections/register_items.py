"""What a register lists: contracts, insurances, terms of office, honours, places in competitions (SPECIFICATION section 18).

A table in its body has an item in each row, known by the columns; a register without one is itself the only item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from noticeboard.content.field_types.lead_times import USUAL, LeadTime, read_lead_time
from noticeboard.content.quantities.durations import length_of, months_after
from noticeboard.content.quantities.empty_words import says_nothing
from noticeboard.content.sections.table_rows import TableRow, rows_under
from noticeboard.markup.body import Body
from noticeboard.patterns import pattern_of
from noticeboard.problems import Fault
from noticeboard.times import Period, read_date, read_day_range, read_period

_DAY = "(?:日期|时间|日)?"
_BODY = "(?:单位|机关|部门|机构)?"
_COLUMNS = {
    "honour": pattern_of(
        r"(?:所?获得?|荣获|授予)?的?(?:荣誉)?称号(?:名称)?|(?:所?获得?|荣获|授予)?的?(?:荣誉|奖项|奖励|表彰)(?:称号|名称|项目)?|获奖(?:名称|项目)"
    ),
    "place": pattern_of(r"名次|排名|等次|奖次|获奖(?:等次|名次|等级)"),
    "name": pattern_of(
        r"(?:合同|协议|保险|竞赛|比赛|档案|制度)?(?:名称|项目)|项目|事项|内容|险种|职务|岗位|(?:合同|协议|保险|竞赛|比赛)"
    ),
    "holder": pattern_of(
        rf"对象|对方{_BODY}|签约(?:方|对方|单位)|(?:获奖|获得|受表彰|受奖|参赛|投保|参保|承保)(?:者|人|人员|个人|对象|单位|集体|班组|(?:集体|单位|班组)[、/或和](?:个人|集体))?|单位|班组|部门|小组|姓名|人员|任职人|选手|代表队"
    ),
    "term": pattern_of(r"有效期限?|期限|任期|届期|起止(?:日期|时间)?|(?:合同|保险|保障|协议)期(?:限|间)?"),
    "granted_by": pattern_of(rf"(?:授予|颁发|表彰|授奖|命名|发证|颁奖|评选|评定|认定){_BODY}"),
    "signed": pattern_of(
        rf"(?:签订|签署|签约|生效|起始|开始|起保|投保|任职|上任|当选|授予|获奖|获得|颁发|颁奖|表彰|任期起){_DAY}|起|自|日期|时间"
    ),
    "expires": pattern_of(rf"(?:到期|届满|期满|终止|截止|失效|任满|结束|任期止|有效期至|任期至){_DAY}|止|至"),
    "remind": pattern_of(r"(?:到期)?提醒|提前(?:提醒)?"),
    "settled": pattern_of(r"处理(?:情况|结果)?|续签(?:情况)?|续保(?:情况)?|换届(?:情况)?"),
    "level": pattern_of(r"(?:荣誉|奖项|表彰|称号)?(?:级别|等级|层级)"),
    "year": pattern_of(r"(?:获奖|获得|荣获|授予|评选|表彰|颁发|命名|认定|所属)?(?:年度|年份)|学年"),
    "result": pattern_of(r"成绩|结果|得分|分数|完成(?:情况)?"),
}  # fmt: skip
_KEYS = ("honour", "place", "term", "expires")
"""A table without one of these columns is only a table."""
_LENGTH = pattern_of(
    r"(?:自|从)?(?:签订|签署|签字|生效|投保|起保|任职)?(?:之日|日)?起?(?:有效期|期限|任期|为期|共|满)?(?:限?为)?\s*"
    r"(?P<number>半|[0-9０-９一二两三四五六七八九十]{1,3})\s*(?P<unit>个?月|年|天|日|周)(?:整|期|有效|内有效)?"
)
"""A length for a last day: 一年, 自签订之日起三年."""
_NO_END = pattern_of(r"长期|永久|无固定期限|不定期|至今|长期有效|无")


@dataclass(frozen=True, slots=True)
class RegisterItem:
    """One thing that a register lists; what nobody wrote is empty. With an end it is due, with 称号 an honour, with 名次 a place."""

    name: str
    line: int = 1
    column: int = 1
    """Where it stands in its file; 1 and 1 for a register without a table."""
    holder: str = ""
    signed: date | None = None
    expires: date | None = None
    remind: LeadTime = USUAL
    settled: str = ""
    """What came of it: renewed, or ended. It is due no more."""
    honour: str = ""
    level: str = ""
    year: Period | None = None
    granted_by: str = ""
    place: str = ""
    result: str = ""
    table: int = 1
    """The line of its table's heads."""
    faults: tuple[str, ...] = field(default=())
    """What could not be read, or contradicts itself, in Chinese."""

    @property
    def remind_on(self) -> date | None:
        """The day from which on it is told that it runs out; None for what has no end."""
        return self.remind.before(self.expires) if self.expires else None


def items_in(body: Body, title: str) -> tuple[RegisterItem, ...]:
    """The items of all tables of a register that is called `title`."""
    return tuple(_item(row, title) for row in rows_under(body, _COLUMNS, _KEYS) if not _is_total(row))


def _is_total(row: TableRow) -> bool:
    return any(re.fullmatch(r"合\s*计|总\s*计|小\s*计", text) for text in row.cells.values())


def _item(row: TableRow, title: str) -> RegisterItem:
    cells = {name: row.cells.get(name, "") for name in _COLUMNS}
    faults = list(_unread(cells))
    signed, expires = _day(cells["signed"]), _day(cells["expires"])
    term = read_day_range(cells["term"]) if cells["term"] else None
    if term is not None and not isinstance(term, Fault):
        signed, expires = signed or term[0], expires or term[1]
    expires = expires or _end_of_length(signed, cells)
    if signed and expires and expires < signed:
        faults.append("到期早于签订")
    remind = read_lead_time(cells["remind"]) if cells["remind"] else USUAL
    # An honour may say its month only.
    year = read_period(cells["year"] or (cells["signed"] if not signed else "") or "-")
    return RegisterItem(
        cells["name"] or cells["honour"] or (title if cells["place"] else cells["holder"]) or title,
        row.line,
        row.column,
        cells["holder"],
        signed,
        expires,
        USUAL if isinstance(remind, Fault) else remind,
        "" if says_nothing(cells["settled"]) else cells["settled"],
        cells["honour"],
        cells["level"],
        None if isinstance(year, Fault) else year,
        cells["granted_by"],
        cells["place"],
        cells["result"],
        row.table,
        tuple(faults),
    )


def _day(text: str) -> date | None:
    day = read_date(text) if text else None
    return None if isinstance(day, Fault) else day


def _end_of_length(signed: date | None, cells: dict[str, str]) -> date | None:
    """The last day where a length stands for it: one year from 1 March ends on the last day of February."""
    found = next(filter(None, (_LENGTH.fullmatch(cells[name]) for name in ("expires", "term"))), None)
    length = length_of(found["number"], found["unit"]) if found and signed else None
    return (
        None
        if signed is None or length is None
        else months_after(signed, length[0]) + timedelta(length[1] - 1)
    )


def _unread(cells: dict[str, str]) -> Iterator[str]:
    """What cannot be read. An honour's month or year is enough; what has no end says so."""
    signed, expires, term = cells["signed"], cells["expires"], cells["term"]
    if _end_of_length(_day(signed), cells):
        expires = term = ""
    if signed and _day(signed) is None and isinstance(read_period(signed), Fault):
        yield f"“{signed}”读不成一个日子"
    if expires and _day(expires) is None and not _NO_END.fullmatch(expires):
        yield f"到期“{expires}”读不成一个日子"
    if term and isinstance(read_day_range(term), Fault) and not _NO_END.fullmatch(term):
        yield f"“{term}”读不成起止日期"
    if cells["remind"] and isinstance(found := read_lead_time(cells["remind"]), Fault):
        yield found.message.rstrip("。")
    if cells["year"] and isinstance(read_period(cells["year"]), Fault):
        yield f"年度“{cells['year']}”读不懂"
