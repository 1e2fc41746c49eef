"""What has become of things, and other values, in words for readers, in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from urllib.parse import quote

from noticeboard.catalog.disclosures import LedgerRecord
from noticeboard.catalog.dues import Due, DueState
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.filings import MissingDocument
from noticeboard.catalog.matrix import CellState, MatrixCell
from noticeboard.catalog.meetings import ResolutionState
from noticeboard.catalog.proposals import ProposalState
from noticeboard.catalog.states import State
from noticeboard.content.documents import AUDIENCES, TRIAGES
from noticeboard.content.field_types.rounds import SATISFACTIONS
from noticeboard.content.notice_period import NoticeState
from noticeboard.content.sections.funds import FundLine
from noticeboard.markup.marked import STATUS_WORDS
from noticeboard.views.helpers.day_words import chinese_date

STATE_WORDS: Mapping[str, str] = {
    **STATUS_WORDS,
    State.OVERDUE: "逾期没有结果",
    State.UNDECIDED_OVERDUE: "过期未定",
    State.RECURRING: "定期活动",
    State.RECURRING_LATE: "有几次没有结果",
}
"""A state → its word; of what recurs where its times are not counted."""
NOTICE_WORDS = {NoticeState.UPCOMING: "即将公示", NoticeState.OPEN: "公示中", NoticeState.ENDED: "公示结束"}
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
_CHOICES = {
    english: chinese for table in (AUDIENCES, TRIAGES, SATISFACTIONS) for chinese, english in table.items()
}


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
    word = NOTICE_WORDS[record.state] if record.state else "长期公开"
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


def choice_word(value: str) -> str:
    """What an officer writes for one of a field's choices."""
    return _CHOICES[value]


def file_size(size: int) -> str:
    """86 KB, 1.4 MB"""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"


def file_kind(ending: str) -> str:
    """What kind of file it is, as staff call it: Excel 表格 of XLSX; endings that have no other name stay as they are."""
    return _FILE_KINDS.get(ending, ending)
