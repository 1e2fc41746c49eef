"""The activities of a plan or a summary: what its body's list items say (SPECIFICATION section 4)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from noticeboard import times
from noticeboard.content.item_parts import ItemParts
from noticeboard.content.month_lines import find_month_line
from noticeboard.content.numbered_headings import LABEL_LEVEL, level_of, texts_of
from noticeboard.markup.body import Body, as_body, items_below, outline
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.links import BodyLink, links_among, links_in
from noticeboard.markup.nodes import Heading, Item, Label
from noticeboard.markup.plain import plain_text
from noticeboard.problems import Edit, Fault, Level, Problem
from noticeboard.times.faults import two_times
from noticeboard.travelling import travelling


class Status(StrEnum):
    """What became of an activity."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    UNDECIDED = "undecided"


@travelling
@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of a plan or a summary."""

    line: int
    """1-based line of the item in its file."""
    column: int
    """1-based column of the item's marker."""
    text: str
    """What is done, as plain text: without marker, box, leading time, fields, state and trailing links."""
    time: times.Time
    status: Status
    anchor: str
    """ASCII id in the document's page; it outlives other lines, and changes of state, fields and links."""
    reason: str = ""
    """Why it was cancelled or postponed."""
    postponed_to: tuple[times.Month, ...] = ()
    category: str | None = None
    place: str | None = None
    leader: str | None = None
    participants: str | None = None
    headcount: str | None = None
    cost: str | None = None
    theme: str = ""
    """The theme of its section: 妇女权益月 of ``### 三月：妇女权益月``."""
    links: tuple[BodyLink, ...] = ()
    """Every link of the item and of the items below it."""
    sub_items: tuple[str, ...] = ()
    """The items below it, of any depth, as plain text."""


def read_activities(
    body: Body | str, first_line: int = 1, *, path: str, kind: str, context: times.Context
) -> tuple[tuple[Activity, ...], tuple[Problem, ...]]:
    """The activities of a body in order, and what is wrong with their times and states.

    `path` is its file; `first_line` the number that the first line of a text has there; `kind` is ``plan`` or
    ``summary``; `context` holds the document's period. Never raises for what an officer wrote.
    """
    body = as_body(body, first_line)
    nodes = tuple(outline(body.blocks))
    reader = _Reader(path, kind == "summary", context)
    if any(isinstance(node, Item) for node in nodes):
        reader.read(nodes)
    if not reader.activities and not reader.problems:
        # Below a month's heading a summary may well have only paragraphs.
        place = find_month_line(body, headings=not reader.is_summary)
        if place is not None:
            reader.problems.append(_NO_ACTIVITIES.at(path, *place))
    return tuple(reader.activities), tuple(reader.problems)


_NO_ACTIVITIES = Fault(
    "no-activities-found",
    "这里像是按月写的，但全文没有读出一项活动，月份页上什么都不会有。",
    "请把月份写成标题，例如“### 三月”，下面每项活动写成一行，用“- ”开头。",
    Level.WARNING,
)


@dataclass(frozen=True, slots=True)
class _Section:
    """A time section that is open."""

    level: int
    time: times.Time | None
    """None when the heading's time is at fault, so that nothing below it can be placed."""
    theme: str
    within: times.Context
    """What the times below it are read against."""


_COLON = "：: \t\u3000"


class _Reader:
    """Walks through an outline with the sections that are open."""

    def __init__(self, path: str, is_summary: bool, context: times.Context) -> None:
        self.path = path
        self.is_summary = is_summary
        self.context = context
        self.activities: list[Activity] = []
        self.problems: list[Problem] = []
        self.sections: list[_Section] = []
        self.heading_level = 2
        """Of the last heading, be it a time or not."""
        self.unread: Heading | None = None
        """The heading right above that looks like a month's and was not read as one."""
        self.anchors: Counter[str] = Counter()

    def read(self, nodes: Sequence[Heading | Label | Item]) -> None:
        texts = texts_of([node for node in nodes if not isinstance(node, Item)])
        for node in nodes:
            if isinstance(node, Item):
                section, known = self._section, len(self.activities)
                self._read_item(node, section)
                if self.unread and (section or len(self.activities) == known):
                    self._report_unread(self.unread)
            elif isinstance(node, Heading):
                self.heading_level = node.level
                self._leave(node.level)
                text = texts[node.line]
                is_read = self._open(node, text)
                self.unread = None if is_read or not self._is_lost(text) else node
            else:
                self.unread = None
                self._read_label(node, texts[node.line])

    def _leave(self, level: int) -> None:
        while self.sections and self.sections[-1].level >= level:
            self.sections.pop()

    def _open(self, heading: Heading | Label, text: str) -> bool:
        """Open the section of a heading that is a time; `text` is what it says, its number settled."""
        reading = times.read_heading(text, self._within(self._section))
        if reading is None:
            return False
        if reading.faults:
            said = FlatText.of(heading.parts)
            self._report(reading.faults, *said.place(max(said.text.find(text[:1]), 0)))
        self.sections.append(self._opened(level_of(heading), reading.time, reading.theme))
        return True

    def _is_lost(self, text: str) -> bool:
        """Whether a heading that is no time looks like a month's, and stands below none."""
        if self._section and (time := self._section.time) and time.precision.is_month_like:
            return False
        is_title = self.is_summary and text.endswith(("总结", "回顾", "报告", "汇报"))
        return not is_title and times.is_month_like(text)

    def _report_unread(self, heading: Heading) -> None:
        text = plain_text(heading.parts).strip()
        fault = Fault(
            "month-heading-not-read",
            f"“{text}”像月份标题，但没有读成月份，下面的内容没有登到那个月。",
            "请只写月份，有主题的写在冒号后面，例如“三月：读书月”；不是月份标题的，请不要用月份开头。",
            Level.WARNING,
        )
        self._report([fault], heading.line, heading.column)
        self.unread = None

    def _read_label(self, label: Label, settled: str) -> None:
        """A line used like a heading ends the section of the one before it, and opens one when it is a time.

        `settled` is its plain text with its number settled.
        """
        text = plain_text(label.parts).strip().rstrip(_COLON)
        self._leave(LABEL_LEVEL)
        if text and self._open(label, settled.rstrip(_COLON)):
            heading = f"{'#' * min(self.heading_level + 1, 6)} {text}"
            fault = Fault(
                "time-not-heading",
                f"“{text}”不是标题，已按时间标题读取。",
                f"请写成标题“{heading}”。",
                Level.WARNING,
                edit=Edit(1 - label.column, label.length, heading),
            )
            self._report([fault], label.line, label.column)

    @property
    def _section(self) -> _Section | None:
        """The innermost section that is open."""
        return self.sections[-1] if self.sections else None

    def _opened(self, level: int, time: times.Time | None, theme: str) -> _Section:
        return _Section(level, time, theme, replace(self.context, section=time))

    def _within(self, section: _Section | None) -> times.Context:
        return section.within if section else self.context

    def _report(self, faults: Sequence[Fault], line: int, column: int) -> None:
        self.problems.extend(fault.at(self.path, line, column) for fault in faults)

    def _read_item(self, item: Item, section: _Section | None) -> None:
        below = tuple(items_below(item))
        if below and (inner := self._section_of(item, section)):
            for child in below:
                self._read_item(child, inner)
        elif section is not None:
            if section.time is not None:
                self._read_activity(item, section)
        elif not self.is_summary and not self._read_activity(item, None):
            for child in below:
                self._read_item(child, None)

    def _section_of(self, item: Item, section: _Section | None) -> _Section | None:
        """The section that an item opens which is only a time with items below it."""
        text = plain_text(item.parts).strip().rstrip(_COLON)
        if item.height > 1 or item.ticked is not None or not text or len(text) > _LONGEST_TIME:
            return None
        reading = times.read_heading(text, self._within(section))
        if reading is None or reading.theme:
            return None
        self._report(reading.faults, item.line, item.text_column)
        theme = section.theme if section else ""
        return self._opened(section.level if section else LABEL_LEVEL, reading.time, theme)

    def _read_activity(self, item: Item, section: _Section | None) -> bool:
        """Read an item as an activity; False when it is none because no time says so."""
        said = FlatText.of(item.parts)
        parts = ItemParts.of(said, item.ticked)
        front, offset = parts.front, parts.start
        reading = times.read_leading(front, self._within(section))
        if reading is None and section is None and not self._is_dated(parts):
            return False
        time = section.time if section else None
        if reading is not None:
            time = reading.time or time
            if reading.faults:
                self._report(reading.faults, *said.place(offset))
            if item.marker.doubtful and item.marker.number is None:
                self._report([_number_read_as_time(front[: reading.length])], *said.place(offset))
        text = parts.after(reading.length if reading else 0).strip(_COLON)
        if parts.bracket_time[0]:
            time, kept = self._time_in_bracket(parts, time, is_said=reading is not None)
            text += kept
        text = text or " ".join(reversed(parts.link_texts)).strip() or said.text[parts.start :].strip()
        if time is None or not text:
            return True
        self.activities.append(
            Activity(
                line=item.line,
                column=item.column,
                text=text,
                time=time,
                status=self._status(parts, time, item),
                anchor=self._anchor(text, section.time if section else time),
                reason=parts.reason,
                postponed_to=self._postponed_to(parts, time),
                theme=section.theme if section else "",
                links=(*links_among(item.parts), *links_in(item.blocks)),
                sub_items=tuple(_plain_items(item)),
                **parts.fields,
            )
        )
        return True

    def _is_dated(self, parts: ItemParts) -> bool:
        """Whether an item outside of sections has a time of the document's period in its bracket."""
        reading = times.read_leading(parts.bracket_time[0], self.context)
        return reading is not None and reading.time is not None and not reading.faults

    def _time_in_bracket(
        self, parts: ItemParts, time: times.Time | None, *, is_said: bool
    ) -> tuple[times.Time | None, str]:
        """The item's time with what its bracket says, and the bracket's words where they are none of it.

        `time` is the one in front of the item, `is_said`, or its section's.
        """
        written, offset = parts.bracket_time
        reading = times.read_leading(written, replace(self.context, section=time))
        if reading is None or any(fault.code == "outside-period" for fault in reading.faults):
            # （2021年12月24日） may be the day of a law.
            return time, f"（{written}）"
        found, place = reading.time, parts.flat.place(offset)
        if found is not None and is_said and time is not None and not _agree(time, found):
            self._report([two_times(time.text, written)], *place)
            return time, f"（{written}）"
        self._report(reading.faults, *place)
        if found is not None and time is not None and found.clock is None and time.clock is not None:
            found = replace(found, clock=time.clock)
        if found is not None and time is not None and is_said and found.text == found.clock_text:
            found = replace(found, text=f"{time.text} {found.text}")
        return found or time, ""

    def _status(self, parts: ItemParts, time: times.Time, item: Item) -> Status:
        cancelled = parts.cancelled or parts.struck
        if parts.ticked and cancelled:
            fault = Fault(
                "done-and-cancelled",
                "这一条既打了勾又写了取消，已按取消处理。",
                "完成的请删去取消，取消的请把“[x]”改成“[ ]”。",
                Level.WARNING,
            )
            self._report([fault], item.line, item.text_column)
        if cancelled:
            return Status.CANCELLED
        if parts.ticked:
            return Status.DONE
        if parts.postponed:
            return Status.POSTPONED
        if parts.undecided or time.precision is times.Precision.UNDECIDED:
            return Status.UNDECIDED
        return Status.DONE if self.is_summary and parts.ticked is None else Status.PLANNED

    def _postponed_to(self, parts: ItemParts, time: times.Time) -> tuple[times.Month, ...]:
        written, offset = parts.postponed_to
        if not written:
            return ()
        months = times.read_months(written, replace(self.context, section=time))
        if isinstance(months, Fault):
            self._report([months], *parts.flat.place(offset))
            return ()
        return months

    def _anchor(self, text: str, time: times.Time) -> str:
        normal = _NOT_TEXT.sub("", unicodedata.normalize("NFKC", text)).casefold()
        month = str(time.months[0]) if time.months else ""
        digest = int.from_bytes(hashlib.blake2s(f"{month}|{normal}".encode(), digest_size=5).digest())
        anchor = f"a-{''.join(_BASE32[digest >> shift & 31] for shift in range(35, -1, -5))}"
        self.anchors[anchor] += 1
        count = self.anchors[anchor]
        return anchor if count == 1 else f"{anchor}-{count}"


def _agree(said: times.Time, other: times.Time) -> bool:
    """Whether a time in brackets only says more exactly when it is."""
    if said.start is not None and other.start is not None and said.end is not None:
        return said.start <= other.start <= said.end
    return not said.months or set(other.months) <= set(said.months)


_LONGEST_TIME = 40
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
"""The digits of RFC 4648, in lower case: 40 bits are eight of them."""
_NOT_TEXT = re.compile(r"[\W_]+")


def _number_read_as_time(written: str) -> Fault:
    return Fault(
        "number-read-as-time",
        f"“{written.strip(_COLON)}”已按时间读取，行首的数字没有当作序号。",
        "是时间的，请写成“6月、7月”“3日、4日”的样子；是序号的，请按顺序编号，或写成“2. 3月份”的样子。",
        Level.WARNING,
    )


def _plain_items(item: Item) -> Iterator[str]:
    """The texts of the items below an item, of any depth."""
    for child in items_below(item):
        if text := plain_text(child.parts).strip():
            yield text
        yield from _plain_items(child)
