"""How values are said to readers, in Chinese: filters for the templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from urllib.parse import quote

from noticeboard.catalog.disclosures import LedgerRecord
from noticeboard.catalog.dues import Due, DueState, dues_in
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.filings import MissingDocument
from noticeboard.catalog.matrix import CellState, MatrixCell
from noticeboard.catalog.meetings import ResolutionState
from noticeboard.catalog.proposals import ProposalState
from noticeboard.catalog.states import State
from noticeboard.content.activities import Status, says_more_than_months
from noticeboard.content.documents import AUDIENCES, TRIAGES, TYPES
from noticeboard.content.field_types.rounds import SATISFACTIONS
from noticeboard.content.funds import FundLine
from noticeboard.content.notice_period import NoticeState
from noticeboard.markup.marked import STATUS_WORDS
from noticeboard.times import Month, Precision, Time, day_of
from noticeboard.times.workdays import LIBRARY, GivenDays, special_days

STATE_WORDS: Mapping[str, str] = {
    **STATUS_WORDS,
    State.OVERDUE: "逾期没有结果",
    State.UNDECIDED_OVERDUE: "过期未定",
    State.RECURRING: "定期活动",
    State.RECURRING_LATE: "有几次没有结果",
}
"""A state → its word; of what recurs where its times are not counted."""
_NOTICE_WORDS = {NoticeState.UPCOMING: "即将公示", NoticeState.OPEN: "公示中", NoticeState.ENDED: "公示结束"}
_PROPOSAL_WORDS = {
    ProposalState.OVERDUE: "逾期未答复",
    ProposalState.AGAIN: "不满意，要再办",
    ProposalState.OPEN: "办理中",
    ProposalState.PENDING: "待审",
    ProposalState.ANSWERED: "已答复",
    ProposalState.DECLINED: "不立案",
}
_RESOLUTION_WORDS = {
    ResolutionState.OVERDUE: "逾期未办结",
    ResolutionState.OPEN: "办理中",
    ResolutionState.POSTPONED: "延期",
    ResolutionState.DONE: "办结",
    ResolutionState.DROPPED: "不再办理",
}
DUE_WORDS = {
    DueState.OVERDUE: "已到期",
    DueState.SOON: "快到期",
    DueState.AHEAD: "还没到期",
    DueState.SETTLED: "已处理",
}
_CELL_WORDS = {CellState.NOTHING: "无", CellState.GAP: "缺", CellState.AHEAD: "未到"}
_FILE_KINDS = {
    "CSV": "表格（CSV）",
    "DOCX": "Word 文件",
    "JPEG": "图片",
    "JPG": "图片",
    "PNG": "图片",
    "PPTX": "幻灯片",
    "WEBP": "图片",
    "XLSX": "Excel 表格",
}
SHORT_CODE = 16
"""How many signs of a SHA-256 readers see."""
_MOST_NAMED = 4
"""Of the times of what recurs that are late."""
_WEEKDAYS = "一二三四五六日"
_CHOICES = {
    english: chinese for table in (AUDIENCES, TRIAGES, SATISFACTIONS) for chinese, english in table.items()
}


def chinese_date(day: date | datetime) -> str:
    """2026年3月8日, with the time of day where there is one."""
    text = f"{day.year}年{day.month}月{day.day}日"
    return f"{text} {day:%H:%M}" if isinstance(day, datetime) else text


def short_date(day: date) -> str:
    """3月8日"""
    return f"{day.month}月{day.day}日"


def weekday(day: date) -> str:
    """周日"""
    return f"周{_WEEKDAYS[day.weekday()]}"


def time_left(until: date | datetime, today: date) -> str:
    """What is left to a deadline, in days: 还有3天, 明天截止, 今天17:00截止, 已截止."""
    days = (day_of(until) - today).days
    if days < 0:
        return "已截止"
    if days > 1:
        return f"还有{days}天"
    clock = f"{until:%H:%M}" if isinstance(until, datetime) else ""
    return f"{'明天' if days else '今天'}{clock}截止"


def state_key(entry: Entry) -> str:
    """The state that readers see, as a class name."""
    return entry.state.value


def state_word(entry: Entry) -> str:
    """The state that readers see; of what recurs how many of its times were done: 已做 2/4 次."""
    occasions = entry.outcome.occasions
    if occasions and entry.state in (State.RECURRING, State.RECURRING_LATE):
        word = f"已做 {entry.outcome.times_done}/{len(occasions)} 次"
        return f"逾期，{word}" if entry.state is State.RECURRING_LATE else word
    return STATE_WORDS[entry.state]


def state_note(entry: Entry) -> str:
    """What stands beside the state: which times of what recurs are late, since when; the day after which it was late."""
    outcome, note = entry.outcome, ""
    if outcome.since is None:
        return note
    if entry.state is State.RECURRING_LATE:
        missing = outcome.missing
        names = "、".join(item.title for item in missing[:_MOST_NAMED])
        names += f"等 {len(missing)} 次" if len(missing) > _MOST_NAMED else ""
        return f"{names}没有结果，{chinese_date(outcome.since)}起逾期"
    if entry.state is State.UNDECIDED_OVERDUE:
        return f"还没有定时间，{chinese_date(outcome.since)}起逾期"
    return f"{chinese_date(outcome.since)}起逾期"


def postponed_note(entry: Entry) -> str:
    """延期至5月20日, where it stands by its first time; empty where it was not postponed."""
    words = entry.activity.postponed_words
    return f"延期至{words}" if words and not entry.arrived else ""


def missing_words(item: MissingDocument) -> str:
    """2026年的总结; 现在的计划."""
    return f"{item.period.title if item.period else '现在'}的{item.kind.label}"


WITHDRAWN = "已撤回"
"""What was published and is no more."""


def record_word(record: LedgerRecord) -> str:
    """The state of a disclosure in the ledger."""
    if record.withdrawn:
        return WITHDRAWN
    word = _NOTICE_WORDS[record.state] if record.state else "长期公开"
    return f"{word}，已更正" if record.corrected else word


def proposal_word(state: ProposalState) -> str:
    """What has become of a proposal: 逾期未答复."""
    return _PROPOSAL_WORDS[state]


def resolution_word(state: ResolutionState) -> str:
    """What has become of a resolution: 逾期未办结."""
    return _RESOLUTION_WORDS[state]


def due_word(due: Due) -> str:
    """Where something with an end stands: 快到期."""
    return DUE_WORDS[due.state]


def due_note(due: Due) -> str:
    """How many days are left or over; what came of it."""
    if due.state is DueState.SETTLED:
        return due.item.settled
    if due.days < 0:
        return f"已过 {-due.days} 天"
    return f"还有 {due.days} 天" if due.days else "今天到期"


def money(sum_: Decimal | None, unit: str) -> str:
    """12,000 元, 45.50 元; empty for none."""
    if sum_ is None:
        return ""
    return f"{sum_:,.0f} {unit}" if sum_ == sum_.to_integral_value() else f"{sum_:,.2f} {unit}"


def fund_difference(line: FundLine) -> str:
    """少 800 元 than the budget; 相同."""
    if line.difference is None:
        return ""
    if not line.difference:
        return "相同"
    return f"{'多' if line.difference > 0 else '少'} {money(abs(line.difference), line.unit)}"


def cell_word(cell: MatrixCell) -> str:
    """What a month of the coverage matrix holds, in a word that needs no colour."""
    return f"{len(cell.records)}份" if cell.records else _CELL_WORDS[cell.state]


def short_code(digest: str) -> str:
    """The first signs of a SHA-256 in groups of four, short enough to be typed from paper."""
    return " ".join(digest[place : place + 4] for place in range(0, SHORT_CODE, 4))


def mail_link(address: str, subject: str) -> str:
    """A link that opens a letter to `address` with its subject filled in."""
    return f"mailto:{address}?subject={quote(subject, safe='')}"


def when(entry: Entry) -> str:
    """When it is, as short as can be: 3月8日（周日）14:30–16:00, 3月2日至6日, or as the officer wrote it.

    A part of a month is written below its month's heading; away from there it needs the month: 3月下旬.
    """
    return _when_it_is(entry.time, entry)


def _when_it_is(time: Time, entry: Entry) -> str:
    if time.bound is not None:
        return _with_month(time, time.text)
    if _is_in_section(time, entry):
        return f"{time.months[0].number}月"
    if time.start is None or time.end is None or time.precision not in (Precision.DAY, Precision.FESTIVAL):
        text = time.text.replace(time.clock_text, "").strip() if time.clock else time.text
        if time.precision is Precision.PART or text.startswith("第"):
            text = _with_month(time, text)
        text = text or f"{time.months[0].number}月"
        return f"{text} {time.clock}" if time.clock else text
    if len(time.days) > 1:
        days = "、".join(
            short_date(day) if index == 0 or day.month != time.days[index - 1].month else f"{day.day}日"
            for index, day in enumerate(time.days)
        )
        return f"{days} {time.clock}" if time.clock else days
    if time.end == time.start:
        text = f"{short_date(time.start)}（{weekday(time.start)}）"
    elif time.end.month == time.start.month:
        text = f"{short_date(time.start)}至{time.end.day}日"
    else:
        text = f"{short_date(time.start)}至{short_date(time.end)}"
    return text + (time.clock or time.clock_text)


def on_holidays(entry: Entry, month: Month, given: GivenDays = LIBRARY) -> str:
    """The days of a recurrence in `month` that are public holidays, 10月1日（国庆节）: whether it takes place then, nobody said."""
    time = entry.activity.time
    if time.precision is not Precision.RECURRING or entry.status is not Status.PLANNED:
        return ""
    holidays = {
        special.day: special.name for special in special_days(month, given) or () if not special.works
    }
    return "、".join(f"{short_date(day)}（{holidays[day]}）" for day in time.days if day in holidays)


def _with_month(time: Time, text: str) -> str:
    """What stands below its month's heading with the month: 8日前 is 3月8日前, 下旬 3月下旬."""
    if time.precision in (Precision.DAY, Precision.PART, Precision.MONTH) and text.partition("月")[0] in (
        "",
        text,
    ):
        is_apart = time.precision is Precision.MONTH and not text.startswith("第")
        return text if is_apart else f"{time.months[0].number}月{text.removeprefix('月')}"
    return text


def _is_in_section(time: Time, entry: Entry) -> bool:
    """Whether the text begins with its time, 五一劳动节表彰, so that the month alone is enough beside it."""
    is_loose = time.precision is Precision.FESTIVAL and time.start is None and len(time.months) == 1
    return is_loose and entry.activity.text.startswith(time.text)


def original_time(entry: Entry) -> str:
    """When it was to be before it was postponed, with its year: 2025年12月下旬."""
    time = entry.activity.time
    text = _when_it_is(time, entry)
    if time.precision is Precision.MONTH:
        return time.months[0].title
    return text if "年" in text or not time.months else f"{time.months[0].year}年{text}"


def choice_word(value: str) -> str:
    """What an officer writes for one of a field's choices."""
    return _CHOICES[value]


def file_size(size: int) -> str:
    """86 KB, 1.4 MB"""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"


def file_kind(ending: str) -> str:
    """What kind of file it is, as staff call it: Excel 表格 of XLSX; endings that have no other name stay as they are."""
    return _FILE_KINDS.get(ending, ending)


FILTERS: Mapping[str, Callable[..., object]] = {
    "chinese_date": chinese_date,
    "short_date": short_date,
    "weekday": weekday,
    "time_left": time_left,
    "state_key": state_key,
    "state_word": state_word,
    "state_note": state_note,
    "postponed_note": postponed_note,
    "word_of_state": STATE_WORDS.__getitem__,
    "when": when,
    "on_holidays": on_holidays,
    "original_time": original_time,
    "file_kind": file_kind,
    "file_size": file_size,
    "type_word": lambda kind: TYPES[kind].label,
    "choice_word": choice_word,
    "is_exact": lambda step: says_more_than_months(step.words),
    "record_word": record_word,
    "missing_words": missing_words,
    "cell_word": cell_word,
    "month_anchor": lambda month: f"nb-{month}",
    "short_code": short_code,
    "mail_link": mail_link,
    "is_dialled": lambda number: re.fullmatch(r"\d[\d\- ]{6,}", number) is not None,
    "proposal_word": proposal_word,
    "resolution_word": resolution_word,
    "money": money,
    "fund_difference": fund_difference,
    "due_word": due_word,
    "due_note": due_note,
    "dues_in": dues_in,
    "notice_word": lambda state: _NOTICE_WORDS[state],
}
