"""What a new document will most likely say, judged by what the board holds already."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from noticeboard.content.documents import Document, Plan, Proposal, Summary
from noticeboard.content.repository.paths import ROOT
from noticeboard.content.settings.board_settings import Settings
from noticeboard.times import Month, Period, PeriodKind, read_period

_AHEAD = timedelta(days=61)
"""A plan is written up to two months before its period begins."""
_KINDS = (PeriodKind.YEAR, PeriodKind.SCHOOL_YEAR, PeriodKind.TERM)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """For a document of type `kind` that `unit` issues on `day`."""

    documents: Sequence[Document]
    """All that the board holds."""
    settings: Settings
    kind: type[Document]
    unit: str
    day: date

    @property
    def folder(self) -> str:
        """Where the unit keeps documents of this type, below the repository root: `plans/2026/提案`.

        That is where most of them lie; a folder that has the name of its documents' year is followed into the new one.
        """
        folders: Counter[str] = Counter()
        for document in self.documents:
            if document.unit == self.unit and isinstance(document, self.kind):
                parts = posixpath.dirname(document.path).split("/")
                names = ["{year}" if part == str(document.date.year) else part for part in parts]
                folders["/".join(names)] += 1
        (pattern, _), *_ = folders.most_common(1) or [(f"{ROOT}/{{year}}", 0)]
        return pattern.replace("{year}", str(self.day.year))

    @property
    def period(self) -> str:
        """The year, school year or term, as the unit's latest plan has it."""
        used = [
            document
            for document in self.documents
            if isinstance(document, Plan) and document.unit == self.unit and document.period.kind in _KINDS
        ]
        kind = max(used, key=lambda plan: plan.date).period.kind if used else PeriodKind.YEAR
        day = self.day + _AHEAD if self.kind is Plan else self.day
        if kind is PeriodKind.YEAR:
            return f"{day.year}年"
        start = day.year if day.month >= 9 else day.year - 1
        term = (
            ""
            if kind is PeriodKind.SCHOOL_YEAR
            else "第一学期"
            if day.month >= 9 or day.month == 1
            else "第二学期"
        )
        return f"{start}—{start + 1}学年{term}"

    def title(self, period: str) -> str:
        """What a plan or a summary of the period is called; empty for other types, whose titles say what they are of."""
        if self.kind not in (Plan, Summary):
            return ""
        who = "" if self.unit == self.settings.default_unit.name else self.unit
        return f"{who}{period}工会工作{self.kind.label}"

    def plan(self, period: Period) -> str:
        """The file of the unit's plan of that period, as a summary in `folder` names it; empty without one."""
        found = [
            document
            for document in self.documents
            if isinstance(document, Plan)
            and document.unit == self.unit
            and (document.period.start, document.period.end) == (period.start, period.end)
        ]
        if not found:
            return ""
        path = max(found, key=lambda plan: plan.date).path
        return posixpath.relpath(path, self.folder)

    @property
    def session(self) -> str:
        """The 届次 of the latest proposal; empty without one."""
        proposals = [
            document for document in self.documents if isinstance(document, Proposal) and document.session
        ]
        return max(proposals, key=lambda proposal: proposal.date).session or "" if proposals else ""


def months_of(period: str) -> tuple[str, ...]:
    """The headings of a period's months, 三月 …; those of another year than the first one with it: 2027年一月."""
    read = read_period(period)
    if not isinstance(read, Period) or len(read.months) == 1:
        return ()
    return tuple(month_heading(month, read.start.year) for month in read.months)


def month_heading(month: Month, year: int) -> str:
    """三月 in `year`, in which the period begins; 2027年1月 in another one."""
    return f"{_MONTHS[month.number - 1]}月" if month.year == year else month.title


_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
