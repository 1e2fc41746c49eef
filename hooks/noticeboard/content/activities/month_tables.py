"""Tables that say month by month what is done: columns 月份 or 时间, 内容 or 活动, and perhaps 负责 (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from noticeboard import times
from noticeboard.content.activities import poor_forms
from noticeboard.content.activities.activity_text import ActivityText
from noticeboard.content.activities.clauses import clauses
from noticeboard.content.activities.dittos import without_dittos
from noticeboard.content.activities.term_weeks import TermWeek
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.nodes import Row, Table
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.problems import Fault

_TIME = pattern_of(
    r"月份?|季度|(?:活动|开展|实施|完成|计划|具体|安排|拟|举办|举行|预计|大致|起止)*(?:时间|日期|月份|时段|时限|期限)(?:安排|节点)?|时间节点|日程|何时|什么时候|几月"
)
_ORIGINAL = pattern_of(r"\s*[（(]\s*原(?:定|计划)(?:于|在)?[：:]?\s*(?P<time>[^（）()]+)[）)]\s*$")
_STATE = pattern_of(r"(?:完成|落实|进展|执行|办理)(?:情况|状态|与否)?|状态|进展|是否完成")
_NOTE = pattern_of(r"备注|附注|说明|注")
_SIGNED = pattern_of(r"(?<![0-9./])(?P<month>[0-9]{1,2})[./](?P<day>[0-9]{1,2})(?![0-9./])")
"""3.8 in a column of times, where it numbers nothing."""
_ALL_SIGNED = pattern_of(
    rf"{_SIGNED.pattern}(?:\s*[-—–~～至到、]+\s*(?:[0-9]{{1,2}}[./][0-9]{{1,2}}))*", re.ASCII
)
"""3.2-3.6, too."""
_MONTH_COLUMN = pattern_of(r"月份?")
_WEEKS = pattern_of("(?:教学)?周(?:次|数|别)?")
_WEEK = pattern_of(r"第?\s*(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*周?")
"""3, 第三周 in a column of weeks."""
_DAY_COLUMN = pattern_of("[日号]|日期")
_DAY = "(?:0?[1-9]|[12][0-9]|3[01])"
_BARE_DAYS = pattern_of(rf"{_DAY}(?:\s*[-—–~～至、]\s*{_DAY})*[日号]?")
_PART = pattern_of("[上中下]旬|[初底末]")
"""8 in a column of days beside one of months."""
_BARE_MONTHS = pattern_of(
    r"(?:0?[1-9]|1[0-2]|[一二三四五六七八九]|十[一二]?|元)(?:\s*[-—–~～至到、,，和]\s*(?:0?[1-9]|1[0-2]|[二三四五六七八九]|十[一二]?))*"
)
"""4, 7、8 in a column of months."""
_BARE_MONTH = pattern_of("[0-9一二三四五六七八九十元]+")
_GOES_ON = pattern_of(r"\s*(?:[2-9]|[1-9][0-9])(?:、|[.．])(?![0-9])\s*")
"""The number of an item whose list began in the row above."""
_OF_ONE_DAY = pattern_of(r"[0-9][:：点时][0-9]?|[上下中]午|早|晚|全天|全日|整[天日]")
"""Hours of the programme of one day."""
_NO_TIME = pattern_of("备注|说明|注[：:]|合计|总计|小计|[-—－/／无]+$")
_WHAT = pattern_of(
    r"(?:要)?[做办干]什么(?:事)?|干啥|事情|(?:主要|重点|具体|工作|活动|计划|工会|会议|本月|每月|本周)*(?:内容|活动|工作|项目|任务|事项|安排|名称|主题)"
)
_GROUP = pattern_of("(?:工作|重点|活动)?(?:项目|板块|类别)")
_SAID = pattern_of("(?:具体|主要)(?:工作|活动)?(?:内容|事项|安排|任务|措施|做法)|工作内容")
_FIELDS = (
    (
        "leader",
        pattern_of(r"谁(?:来)?(?:牵头|负责|管|干)|带头人|负责.*|责任.*|承办.*|牵头.*|主办.*|经办.*|组织者"),
    ),
    ("place", pattern_of(r"(?:活动)?地[点址]")),
    ("participants", pattern_of(r"参加.*|参与.*|对象|范围")),
    ("headcount", pattern_of(r"人数.*")),
    ("cost", pattern_of(r"(?:经费|预算|费用).*")),
    ("category", pattern_of("类别|类型")),
)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A row: its time, and what is done then."""

    line: int
    column: int
    time: times.Time | None
    """None when its time cannot be read."""
    faults: tuple[Fault, ...]
    activity_texts: tuple[ActivityText, ...]
    written: str = ""
    """Its time as written."""


@dataclass(frozen=True, slots=True)
class MonthTable:
    """A table of activities."""

    rows: tuple[MonthRow, ...]

    @classmethod
    def of(cls, table: Table, context: times.Context, *, is_dated: bool) -> MonthTable | None:
        """The activities of a table; None when its columns or its first times say that it has none.

        `is_dated` says that it stands in a time section, so that days without a month can be read.
        """
        heads = [re.sub(r"\s", "", plain_text(cell.parts)) for cell in table.head.cells]
        table = without_dittos(table)
        rows = (
            tuple(_of_columns(table, heads, context))
            or tuple(
                row
                for first, last in _halves(heads)
                if (columns := _Columns.of(heads, first, last)) is not None
                for row in _rows(table, columns, context)
            )
            or tuple(_of_cells(table, heads, context))
        )
        rows = _with_clock_times(rows)
        is_timed = any(row.time and (is_dated or "月" in row.time.text or row.time.months) for row in rows)
        return cls(rows) if is_timed or (rows and all(_is_unread(row) for row in rows)) else None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column says what."""

    when: int
    what: int
    fields: Mapping[int, str]
    """Column → the field of an activity that it gives."""
    state: int | None
    """The one that says what became of it."""
    note: int | None = None
    """The one with remarks, which may say that, or when exactly it is."""
    has_months: bool = False
    """Whether a number alone in the first is a month."""
    day: int | None = None
    """The one beside it that says which day of the month."""
    week: int | None = None
    """The one that says which week of the term."""

    @classmethod
    def of(cls, heads: Sequence[str], first: int, last: int) -> _Columns | None:
        def found(rule: re.Pattern[str]) -> int | None:
            return next((index for index in range(first, last) if rule.fullmatch(heads[index])), None)

        week = found(_WEEKS)
        when, what = next(filter(_is_column, (found(_MONTH_COLUMN), found(_TIME), week)), None), found(_WHAT)
        if when is None or what is None or when == what:
            return None
        has_months = _MONTH_COLUMN.fullmatch(heads[when]) is not None
        fields = dict(_fields(heads, first, last))
        said = found(_SAID)
        if _GROUP.fullmatch(heads[what]) and said is not None and said != when:
            # 项目 | 具体内容: the first is of what kind the second is.
            fields[what], what = "category", said
        day = found(_DAY_COLUMN) if has_months else None
        return cls(when, what, fields, found(_STATE), found(_NOTE), has_months, day, week)


def _with_clock_times(rows: tuple[MonthRow, ...]) -> tuple[MonthRow, ...]:
    """`rows`; where some say months, one that says an hour only is told."""
    if not any(row.time for row in rows):
        return rows
    return tuple(
        replace(row, faults=(poor_forms.row_time_not_read(row.written),))
        if row.time is None and not row.faults and _OF_ONE_DAY.search(row.written)
        else row
        for row in rows
    )


def _is_column(index: int | None) -> bool:
    return index is not None


def _is_unread(row: MonthRow) -> bool:
    """Whether what stands in the column of times is none that can be read."""
    return row.time is None and bool(row.faults)


def _halves(heads: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a table begins anew beside itself: 月份, 工作, 月份, 工作 is two."""
    starts = [index for index, head in enumerate(heads) if _TIME.fullmatch(head)]
    if len({heads[start] for start in starts}) != 1:
        starts = starts[:1]
    yield from zip([0, *starts[1:]], [*starts[1:], len(heads)], strict=True)


def _rows(table: Table, columns: _Columns, context: times.Context) -> Iterator[MonthRow]:
    when, what = columns.when, columns.what
    time: times.Time | None = None
    last: TermWeek | None = None
    for row in table.rows:
        written = _text_at(row, columns.when)
        week = _week_of(_text_at(row, columns.week))
        if week and (not written or columns.when == columns.week):
            counted = last.with_days(week) if last else None
            written = counted[0].removeprefix(week) if counted else week
        faults: tuple[Fault, ...] = ()
        original = ""
        if written:
            bracket = _ORIGINAL.search(written)
            original = bracket["time"] if bracket else ""
            plain = _ORIGINAL.sub("", written).rstrip("、，,；;。")
            if columns.has_months and _BARE_MONTHS.fullmatch(plain):
                plain = _BARE_MONTH.sub(r"\g<0>月", plain)
            day = _text_at(row, columns.day)
            if _BARE_DAYS.fullmatch(day):
                plain += f"{day.rstrip('日号')}日"
            elif _PART.fullmatch(day):
                plain += day
            time, faults = _time_of(plain, context)
            last = TermWeek.of(week, time) or last
            if time is None and not faults and not (_NO_TIME.match(written) or _OF_ONE_DAY.search(written)):
                faults = (poor_forms.row_time_not_read(written),)
        words = plain_text(row.cells[what].parts).strip()
        if words:
            activity_texts = tuple(_activity_texts(row, columns, original))
            yield MonthRow(row.line, row.cells[when].column, time, faults, activity_texts, written)


def _week_of(written: str) -> str:
    """第3周 of 3, 第三周 in a column of weeks; empty for none."""
    found = _WEEK.fullmatch(written)
    return f"第{found['number']}周" if found else ""


def _of_cells(table: Table, heads: Sequence[str], context: times.Context) -> Iterator[MonthRow]:
    """The rows of a table whose heads do not say so: a column of months or days, and beside it what is done then."""
    if any(_begins_with_month(table, index, context) for index in range(len(heads))):
        # Its first row is no head: it is the first month.
        table = replace(table, rows=(table.head, *table.rows))
    timed = [index for index in range(len(heads)) if _is_of_times(table, index, context)]
    if not timed or not could_be_plan(table):
        return
    for index, when in enumerate(timed):
        end = timed[index + 1] if index + 1 < len(timed) else len(heads)
        if when + 1 < end:
            named = next(
                (at for at in range(len(heads)) if at != when and _WHAT.fullmatch(heads[at])), when + 1
            )
            columns = _Columns(when, named, dict(_fields(heads, when + 1, end)), None)
            for number, row in enumerate(_rows(table, columns, context)):
                table_faults = () if number or index else (poor_forms.table_heads(),)
                yield replace(row, faults=(*row.faults, *table_faults))


def could_be_plan(table: Table) -> bool:
    """Whether no head says that the table is one of figures or of persons, or one says that it is of what is done."""
    heads = [re.sub(r"\s", "", plain_text(cell.parts)) for cell in table.head.cells]
    return any(map(_WHAT.fullmatch, heads)) or not any(map(_OTHER_TABLE.search, heads))


_OTHER_TABLE = pattern_of(
    "值[班周日]|班次|比分|票|天气|星期|人员?$|姓名|金额|单价|数量|合计|收入|支出|结余|余额|人次|得票|出生|工号|发生|公开|指标|届次|编号|学历|职务|[（(]元[）)]"
)


def _begins_with_month(table: Table, column: int, context: times.Context) -> bool:
    """Whether the head of a column is a month or a day as all that stands below it are."""
    head, below = plain_text(table.head.cells[column].parts).strip(), _written(table, column)
    return bool(below) and all(_is_month(text, context) for text in (head, *below))


def _is_of_times(table: Table, column: int, context: times.Context) -> bool:
    """Whether all that stands in a column, in two rows at least, are months or days."""
    written = _written(table, column)
    return len(written) >= _FEWEST_MONTHS and all(_is_month(text, context) for text in written)


def _written(table: Table, column: int) -> list[str]:
    """What stands in a column below its head, empty cells left out."""
    return [text for row in table.rows if (text := plain_text(row.cells[column].parts).strip())]


def _is_month(written: str, context: times.Context) -> bool:
    time, _ = _time_of(written, context)
    return time is not None and bool(time.months)


def _fields(heads: Sequence[str], first: int, last: int) -> Iterator[tuple[int, str]]:
    for index in range(first, last):
        for name, rule in _FIELDS:
            if rule.fullmatch(heads[index]):
                yield index, name


_SEASONS = ("春", "夏", "秋", "冬")


def _of_columns(table: Table, heads: Sequence[str], context: times.Context) -> Iterator[MonthRow]:
    """The cells of a table whose columns are months: | 三月 | 四月 |, below each what is done then."""
    months = [_time_of(f"{head}季" if head in _SEASONS else head, context) for head in heads]
    columns = [index for index, (time, _) in enumerate(months) if time is not None and time.months]
    if len(columns) < _FEWEST_MONTHS or len(columns) < len(heads) - 1:
        return
    side = next((index for index in range(len(heads)) if index not in columns), None)
    names = [
        "" if side is None else re.sub(r"\s", "", plain_text(row.cells[side].parts)) for row in table.rows
    ]
    named = [(row, _field_of(name)) for row, name in zip(table.rows, names, strict=True)]
    for column in columns:
        time, _ = months[column]
        fields = {
            name: value
            for row, name in named
            if name and (value := plain_text(row.cells[column].parts).strip())
        }
        for row, name in named:
            cell = row.cells[column]
            if (
                not name
                and plain_text(cell.parts).strip()
                and not _NO_TIME.fullmatch(plain_text(cell.parts).strip())
            ):
                activity_texts = tuple(_of_cell(FlatText.of(cell.parts), row, fields))
                yield MonthRow(row.line, cell.column, time, (), activity_texts)


_FEWEST_MONTHS = 2


def _field_of(name: str) -> str:
    return next((field for field, rule in _FIELDS if rule.fullmatch(name)), "")


def _of_cell(flat: FlatText, row: Row, fields: Mapping[str, str]) -> Iterator[ActivityText]:
    for start, end in clauses(flat.text, 0, len(flat.text)):
        yield ActivityText.of_cell(flat, start, end, row.line, row.column, fields)


def _time_of(written: str, context: times.Context) -> tuple[times.Time | None, tuple[Fault, ...]]:
    if _ALL_SIGNED.fullmatch(written):
        written = _SIGNED.sub(r"\g<month>月\g<day>日", written)
    reading = times.read_heading(written, context)
    if reading is None or reading.theme:
        reading = times.read_leading(written, context)
        if reading is not None and reading.length < len(written):
            reading = None
    return (reading.time, reading.faults) if reading else (None, ())


def _activity_texts(row: Row, columns: _Columns, original: str) -> Iterator[ActivityText]:
    flat = FlatText.of(row.cells[columns.what].parts)
    values = {
        name: value
        for index, name in columns.fields.items()
        if (value := plain_text(row.cells[index].parts).strip())
    }
    state = _text_at(row, columns.state)
    note = _text_at(row, columns.note)
    number = _GOES_ON.match(flat.text)
    for start, end in clauses(flat.text, number.end() if number else 0, len(flat.text)):
        yield ActivityText.of_cell(flat, start, end, row.line, row.column, values, original, state, note)


def _text_at(row: Row, column: int | None) -> str:
    return "" if column is None else plain_text(row.cells[column].parts).strip()


def columns_of(heads: Sequence[str]) -> tuple[int, int, dict[int, str]] | None:
    """Which columns say when and what, and which give a field of an activity; None for heads of another table."""
    columns = _Columns.of(heads, 0, len(heads))
    return (columns.when, columns.what, dict(columns.fields)) if columns else None
