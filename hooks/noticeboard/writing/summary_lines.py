"""One activity of a plan as a line of the summary that answers it, in words that read back as what they say."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from noticeboard.catalog.entries import Entry
from noticeboard.catalog.states import State
from noticeboard.content.activities.activity import Status
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.documents import Document
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import read_source
from noticeboard.times import Precision
from noticeboard.views.helpers.wording import STATE_WORDS, state_note, state_word

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()#+.!|<>~-])")
_NOT_IN_LABEL = re.compile(r"[\[\]()（）`*_~<>|\\\s]+")
_PLAIN = {State.DONE: Status.DONE, State.CANCELLED: Status.CANCELLED}


@dataclass(frozen=True, slots=True)
class LineMaker:
    """Makes the lines of the summary `path`, whose period is `period` as typed."""

    path: str
    period: str
    settings: Settings

    def line(self, entry: Entry, headings: Sequence[str]) -> tuple[str, str]:
        """The heading of `headings` below which the activity stands, and its line there.

        Of several ways to write it the first is taken that is read without a fault as the same words, state and months;
        words that no way keeps so lose their months, never their state.
        """
        ways = tuple(self._ways(entry))
        for same_months in (True, False):
            for heading in headings:
                for way in ways:
                    if self._reads_back(way, entry, heading, same_months=same_months):
                        return heading, way
        return headings[0], ways[-1]

    def _ways(self, entry: Entry) -> Iterator[str]:
        activity = entry.activity
        links = self._links(entry)
        box = "" if entry.state in _PLAIN else "[ ] "
        times = [f"{activity.time.text} ", ""]
        if activity.time.precision in (Precision.MONTH, Precision.UNDECIDED):
            times.reverse()
        for text in (activity.text, _PUNCTUATION.sub(r"\\\1", activity.text)):
            for note in _notes(entry):
                for time in times:
                    yield f"- {box}{time}{text}{note} → {links}"

    def _reads_back(self, line: str, entry: Entry, heading: str, *, same_months: bool) -> bool:
        text = f"---\n类型: 总结\n标题: 一\n日期: 2026-01-01\n期间: {self.period}\n---\n\n### {heading}\n\n{line}\n"
        document, problems = read_document(read_source(self.path, text.encode(), KNOWN_KEYS), self.settings)
        if problems or len(document.activities) != 1:
            return False
        (found,) = document.activities
        return (
            found.text.startswith(entry.activity.text)
            and found.status in _statuses(entry)
            and bool(found.links)
            and (not same_months or found.time.months == entry.activity.time.months)
        )

    def _links(self, entry: Entry) -> str:
        """To the plan's item, and to what tells of it."""
        shown = [(entry.document.label, entry.document, entry.activity.anchor)]
        records = ((record.document, record.anchor) for record in entry.outcome.records)
        for document, anchor in (*records, *((report, "") for report in entry.reports)):
            if document.audience in (entry.document.audience, "public"):
                shown.append((document.title, document, anchor))
        once = {document.path: self._link(*item) for item in reversed(shown) for document in item[1:2]}
        return "、".join(reversed(once.values()))

    def _link(self, label: str, document: Document, anchor: str) -> str:
        path = posixpath.relpath(document.path, posixpath.dirname(self.path))
        target = "".join(quote(sign) if sign.isascii() and sign not in "/." else sign for sign in path)
        return f"[{_NOT_IN_LABEL.sub('', label) or '记录'}]({target}{f'#{anchor}' if anchor else ''})"


def _statuses(entry: Entry) -> tuple[Status, ...]:
    """As which the line may be read."""
    if entry.state in _PLAIN:
        return (_PLAIN[entry.state],)
    return (Status.PLANNED, Status.POSTPONED, Status.UNDECIDED)


def _notes(entry: Entry) -> Iterator[str]:
    """What became of it, in the brackets behind it."""
    activity, state = entry.activity, entry.state
    reason = activity.reason or next((it.reason for it in entry.outcome.records if it.reason), "")
    if state is State.DONE:
        yield ""
        return
    if state is State.CANCELLED:
        yield from (f"（取消：{reason}）", "（取消）") if reason else ("（取消）",)
        return
    late = f"（{STATE_WORDS[State.OVERDUE]}）" if state is State.OVERDUE else ""
    if activity.status is Status.POSTPONED or state is State.POSTPONED:
        because = f"；{reason}" if reason else ""
        if activity.postponements:
            steps = "".join(f"（延期至：{step.words}{because}）" for step in activity.postponements)
            yield steps + late
        yield f"（延期）{late}"
    if state in (State.UNDECIDED, State.UNDECIDED_OVERDUE) and activity.status is Status.UNDECIDED:
        yield f"（待定；{STATE_WORDS[State.OVERDUE]}）" if state is State.UNDECIDED_OVERDUE else "（待定）"
    if state in (State.RECURRING, State.RECURRING_LATE):
        yield f"（{'；'.join(filter(None, (state_word(entry), state_note(entry))))}）"
    yield f"（{STATE_WORDS[state]}）"
    yield ""
