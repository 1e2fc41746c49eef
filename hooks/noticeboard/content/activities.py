"""The activities of a plan or a summary: what its body's list items say (FORMAT section 4)."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from noticeboard.content import times
from noticeboard.markup.inline import joins_without_space, plain_text
from noticeboard.markup.links import INLINE_LINK, Link, links_of
from noticeboard.markup.lists import read_box
from noticeboard.markup.outline import Heading, Item, Label, Line, Node, read_outline
from noticeboard.problems import Fault, Level, Problem


class Status(StrEnum):
    """What became of an activity."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    UNDECIDED = "undecided"


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
    links: tuple[Link, ...] = ()
    """Every link of the item and of the items below it."""
    sub_items: tuple[str, ...] = ()
    """The items below it, of any depth, as plain text."""


def read_activities(
    body: str, first_line: int, *, path: str, kind: str, context: times.Context
) -> tuple[tuple[Activity, ...], tuple[Problem, ...]]:
    """The activities of a body in order, and what is wrong with their times and states.

    `first_line` is the number that the body's first line has in its file `path`; `kind` is ``plan`` or
    ``summary``; `context` holds the document's period. Never raises for what an officer wrote.
    """
    outline = read_outline(body, first_line)
    if not any(isinstance(node, Item) for node in outline):
        return (), ()
    reader = _Reader(path, kind == "summary", context, links_of(body, first_line))
    reader.read(outline)
    return tuple(reader.activities), tuple(reader.problems)


@dataclass(frozen=True, slots=True)
class _Section:
    """A time section that is open."""

    level: int
    time: times.Time | None
    """None when the heading's time is at fault, so that nothing below it can be placed."""
    theme: str


_LABEL_LEVEL = 7
"""A plain line opens a section below those of all headings."""
_SET_OFF = re.compile(r"\*\*[^*]+\*\*[：:]?|__[^_]+__[：:]?|.*[：:]")
_COLON = "：: \t\u3000"


class _Reader:
    """Walks through an outline with the sections that are open."""

    def __init__(self, path: str, is_summary: bool, context: times.Context, links: tuple[Link, ...]) -> None:
        self.path = path
        self.is_summary = is_summary
        self.context = context
        self.links = links
        self.link_lines = [link.line for link in links]
        self.activities: list[Activity] = []
        self.problems: list[Problem] = []
        self.sections: list[_Section] = []
        self.anchors: Counter[str] = Counter()

    def read(self, outline: Sequence[Node]) -> None:
        numbers = _HeadingNumbers([node for node in outline if isinstance(node, Heading)])
        for node in outline:
            if isinstance(node, Item):
                self._read_item(node, self.sections[-1] if self.sections else None)
            elif isinstance(node, Heading):
                self._leave(node.level)
                self._open(node.level, node.text, numbers.texts_of(node))
            else:
                self._read_label(node)

    def _leave(self, level: int) -> None:
        while self.sections and self.sections[-1].level >= level:
            self.sections.pop()

    def _open(self, level: int, line: Line, texts: Sequence[tuple[str, int]]) -> bool:
        """Open the section of a heading that is a time; `texts` are its readings with their places in it."""
        context = self._within(self.sections[-1] if self.sections else None)
        for text, offset in texts:
            reading = times.read_heading(text, context)
            if reading is not None:
                self._report(reading.faults, line.number, line.column + offset)
                self.sections.append(_Section(level, reading.time, reading.theme))
                return True
        return False

    def _read_label(self, label: Label) -> None:
        line = label.text
        shown = plain_text(line.text).rstrip(_COLON)
        is_set_off = _SET_OFF.fullmatch(line.text.strip()) is not None
        before = list(self.sections)
        self._leave(_LABEL_LEVEL)
        offset = max(line.text.find(shown[:1]), 0)
        if shown and self._open(_LABEL_LEVEL, line, [(shown, offset)]):
            fault = Fault(
                "time-not-heading",
                f"“{shown}”不是标题，已按时间标题读取。",
                f"请写成标题“### {shown}”。",
                Level.WARNING,
            )
            self._report([fault], line.number, line.column)
        elif not is_set_off:
            self.sections = before

    def _within(self, section: _Section | None) -> times.Context:
        return replace(self.context, section=section.time) if section else self.context

    def _report(self, faults: Sequence[Fault], line: int, column: int) -> None:
        self.problems.extend(fault.at(self.path, line, column) for fault in faults)

    def _read_item(self, item: Item, section: _Section | None) -> None:
        if item.items and (inner := self._section_of(item, section)):
            for child in item.items:
                self._read_item(child, inner)
        elif section is not None:
            if section.time is not None:
                self._read_activity(item, section)
        elif not self.is_summary:
            self._read_activity(item, None)

    def _section_of(self, item: Item, section: _Section | None) -> _Section | None:
        """The section that an item opens which is only a time with items below it."""
        text = plain_text(item.lines[0].text).rstrip(_COLON)
        if len(item.lines) > 1 or not text or len(text) > _LONGEST_TIME:
            return None
        reading = times.read_heading(text, self._within(section))
        if reading is None or reading.theme:
            return None
        self._report(reading.faults, item.line, item.lines[0].column)
        theme = section.theme if section else ""
        return _Section(section.level if section else _LABEL_LEVEL, reading.time, theme)

    def _read_activity(self, item: Item, section: _Section | None) -> None:
        text = _Text.of(item.lines)
        entry = _Entry.of(text.joined)
        context = self._within(section)
        front = _Front.of(text.joined, entry)
        reading = times.read_leading(front.text, context)
        if reading is None and section is None:
            return
        time, rest = section.time if section else None, front.text
        if reading is not None:
            self._report(reading.faults, *text.place(front.offset))
            rest = front.text[reading.length :]
            time = reading.time or time
            if item.marker.doubtful and item.marker.number is None:
                self._report([_number_read_as_time(reading.time)], item.line, item.lines[0].column)
        if time is None:
            return
        rest, struck = _unstruck(rest)
        shown = plain_text(rest + "".join(entry.kept)).strip(_COLON)
        if not shown:
            shown = plain_text(" ".join(entry.link_texts)) or (plain_text(front.text) if reading else "")
        if not shown:
            return
        states = entry.states
        postponed_to = self._postponed_to(entry, text, replace(context, section=time))
        self.activities.append(
            Activity(
                line=item.line,
                column=item.column,
                text=shown,
                time=time,
                status=self._status(entry, struck, time, item),
                anchor=self._anchor(shown, section.time if section else time),
                reason=states.reason,
                postponed_to=postponed_to,
                theme=section.theme if section else "",
                links=self._links(item),
                sub_items=tuple(_plain_items(item.items)),
                **entry.fields,
            )
        )

    def _status(self, entry: _Entry, struck: bool, time: times.Time, item: Item) -> Status:
        states = entry.states
        cancelled = states.cancelled or entry.struck or struck
        if entry.ticked and cancelled:
            fault = Fault(
                "done-and-cancelled",
                "这一条既打了勾又写了取消，已按取消处理。",
                "完成的请删去取消，取消的请把“[x]”改成“[ ]”。",
                Level.WARNING,
            )
            self._report([fault], item.line, item.lines[0].column)
        if cancelled:
            return Status.CANCELLED
        if entry.ticked:
            return Status.DONE
        if states.postponed:
            return Status.POSTPONED
        if states.undecided or time.precision is times.Precision.UNDECIDED:
            return Status.UNDECIDED
        return Status.DONE if self.is_summary and entry.ticked is None else Status.PLANNED

    def _postponed_to(self, entry: _Entry, text: _Text, context: times.Context) -> tuple[times.Month, ...]:
        written, offset = entry.states.postponed_to
        if not written:
            return ()
        months = times.read_months(written, context)
        if isinstance(months, Fault):
            self._report([months], *text.place(offset))
            return ()
        return months

    def _links(self, item: Item) -> tuple[Link, ...]:
        first = bisect_left(self.link_lines, item.line)
        return self.links[first : bisect_right(self.link_lines, _last_line(item))]

    def _anchor(self, text: str, time: times.Time) -> str:
        normal = _NOT_TEXT.sub("", unicodedata.normalize("NFKC", text)).casefold()
        months = str(time.months[0]) if time.months else ""
        digest = hashlib.blake2s(f"{months}|{normal}".encode(), digest_size=5).digest()
        anchor = f"a-{base64.b32encode(digest).decode().lower()}"
        self.anchors[anchor] += 1
        count = self.anchors[anchor]
        return anchor if count == 1 else f"{anchor}-{count}"


_LONGEST_TIME = 40
_NOT_TEXT = re.compile(r"[\W_]+")


def _number_read_as_time(time: times.Time | None) -> Fault:
    written = f"“{time.text}”" if time else "行首的数字"
    return Fault(
        "number-read-as-time",
        f"{written}已按时间读取，行首的数字没有当作序号。",
        "是时间的，请在前面加“- ”；是序号的，请按顺序编号，或写成“2. 3月份”的样子。",
        Level.WARNING,
    )


def _plain_items(items: Sequence[Item]) -> list[str]:
    """The texts of items and of the items below them."""
    texts = []
    for item in items:
        text = _Text.of(item.lines).joined
        texts.append(plain_text(text[read_box(text)[1] :]))
        texts.extend(_plain_items(item.items))
    return [text for text in texts if text]


def _last_line(item: Item) -> int:
    while item.items:
        item = item.items[-1]
    return item.lines[-1].number


@dataclass(frozen=True, slots=True)
class _Text:
    """An item's paragraph as one string that knows its places in the file."""

    joined: str
    starts: tuple[int, ...]
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, lines: tuple[Line, ...]) -> _Text:
        joined = lines[0].text.rstrip()
        starts = [0]
        for line in lines[1:]:
            piece = line.text.strip()
            if joined and piece and not joins_without_space(joined[-1], piece[0]):
                joined += " "
            starts.append(len(joined))
            joined += piece
        return cls(joined, tuple(starts), lines)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character."""
        index = bisect_right(self.starts, offset) - 1
        line = self.lines[index]
        return line.number, line.column + offset - self.starts[index]


_STRUCK = re.compile(r"~~(?P<text>(?:(?!~~).)+)~~", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Front:
    """What an item's time is looked for in, and its place in the item."""

    text: str
    offset: int

    @classmethod
    def of(cls, joined: str, entry: _Entry) -> _Front:
        text = joined[entry.start : entry.end]
        bold = _EMPHASIS.match(text)
        if bold is None:
            return cls(text, entry.start)
        return cls(bold["text"] + text[bold.end() :], entry.start + bold.start("text"))


_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<text>[^*_\n]+)(?P=mark)")


def _unstruck(text: str) -> tuple[str, bool]:
    """The text within ``~~`` when that is all there is."""
    struck = _STRUCK.fullmatch(text.strip())
    return (struck["text"], True) if struck else (text, False)


_FIELDS = {
    "地点": "place",
    "负责": "leader",
    "负责人": "leader",
    "参加": "participants",
    "类别": "category",
    "人数": "headcount",
    "经费": "cost",
}
_FIELD = re.compile(
    rf"(?P<name>{'|'.join(sorted(_FIELDS, key=len, reverse=True))})\s*[：:]\s*(?P<value>.*)", re.DOTALL
)
_SEPARATOR = re.compile(rf"[；;]|[，,、](?=\s*(?:{'|'.join(_FIELDS)})\s*[：:])")
_CANCELLED = re.compile(r"已?取消(?:\s*[：:，,]\s*(?:(?:原因|因)\s*[：:]\s*)?(?P<reason>.*))?", re.DOTALL)
_POSTPONED = re.compile(
    r"已?(?:延期|推迟|顺延)(?:\s*[至到]\s*[：:]?\s*(?P<to>.+)|\s*[：:]\s*[至到]?\s*(?P<month>.+))?", re.DOTALL
)
_UNDECIDED = re.compile(r"(?:具体)?(?:时间|日期)?待定")
_REASON = re.compile(r"(?:原因|因)\s*[：:]\s*(?P<reason>.*)", re.DOTALL)
_ARROW = re.compile(r"(?:→|⇒|➔|—>|->|=>|=&gt;|-&gt;)\s*$")
_ENDS = " \t\u3000\xa0。；;，,、.→"
_LOOSE_ENDS = frozenset(" \t\u3000\xa0，、；;,→")
_BEFORE_LINK = frozenset(" \t\u3000\xa0）)]】。；;，,、")


@dataclass(slots=True)
class _States:
    """What the state brackets of an item say."""

    cancelled: bool = False
    postponed: bool = False
    undecided: bool = False
    reason: str = ""
    postponed_to: tuple[str, int] = ("", 0)
    """The months as written, and their place in the item."""


@dataclass(slots=True)
class _Entry:
    """An item's text taken apart from both ends: box, text, then brackets and links in any order."""

    start: int
    """Place of the text, behind the box."""
    end: int
    """Its end, before everything that trails."""
    ticked: bool | None = None
    """None without a box."""
    struck: bool = False
    states: _States = field(default_factory=_States)
    fields: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    """Trailing brackets that are text after all, in order."""
    link_texts: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, joined: str) -> _Entry:
        entry = cls(0, len(joined))
        entry._take_box(joined)
        entry._take_tail(joined)
        struck = _STRUCK.fullmatch(joined, entry.start, entry.end)
        if struck:
            entry.struck = True
            entry.start, entry.end = struck.span("text")
            entry._take_box(joined)
            entry._take_tail(joined)
        return entry

    def _take_box(self, joined: str) -> None:
        ticked, start = read_box(joined, self.start)
        if ticked is not None and start <= self.end:
            self.ticked, self.start = ticked, start

    def _take_tail(self, joined: str) -> None:
        """Take brackets and links off the end as long as there are any."""
        links = (
            {found.end(): found for found in INLINE_LINK.finditer(joined, self.start, self.end)}
            if "](" in joined
            else {}
        )
        whole = end = self.end
        while True:
            at = end
            while at > self.start and joined[at - 1] in _ENDS:
                at -= 1
            if at in links and (before := self._before_link(joined, links[at].start())) is not None:
                self.link_texts.insert(0, links[at]["label"])
                self.end = end = before
            elif at > self.start and at not in links and joined[at - 1] in "）)":
                opening = _opening_bracket(joined, self.start, at)
                if opening is None:
                    break
                if (text := self._take_bracket(joined, opening + 1, at - 1)) is not None:
                    self.end = opening
                    if text:
                        self.kept.insert(0, text)
                    end = opening
                else:
                    kept = joined[opening:end].rstrip()
                    if opening <= self.start or joined[opening - 1] not in "）)":
                        break
                    self.kept.insert(0, kept)
                    self.end = end = opening
            else:
                break
        if self.end < whole:
            while self.end > self.start and joined[self.end - 1] in _LOOSE_ENDS:
                self.end -= 1

    def _before_link(self, joined: str, start: int) -> int | None:
        """Where the text ends before a trailing link; None when the link is a word of the sentence."""
        arrow = _ARROW.search(joined, self.start, start)
        if arrow:
            return arrow.start()
        if start > self.start and joined[start - 1] in _BEFORE_LINK:
            return start
        return None

    def _take_bracket(self, joined: str, start: int, end: int) -> str | None:
        """Read fields and states between brackets; what is left of them, None when nothing was known."""
        left: list[str] = []
        known = after_state = False
        for place, part in _parts(joined, start, end):
            if found := _FIELD.fullmatch(part):
                self._set(_FIELDS[found["name"]], found["value"].strip())
                after_state = False
            elif found := _CANCELLED.fullmatch(part):
                self.states.cancelled = after_state = True
                self.states.reason = (found["reason"] or "").strip()
            elif found := _POSTPONED.fullmatch(part):
                self.states.postponed = after_state = True
                group = "to" if found["to"] else "month"
                if found[group]:
                    self.states.postponed_to = (found[group], place + found.start(group))
            elif _UNDECIDED.fullmatch(part):
                self.states.undecided = True
            elif after_state:
                reason = _REASON.fullmatch(part)
                self.states.reason = "；".join(
                    filter(None, (self.states.reason, reason["reason"] if reason else part))
                )
            else:
                left.append(part)
                continue
            known = True
        if not known:
            return None
        left = [part for part in left if part]
        return f"（{'；'.join(left)}）" if left else ""

    def _set(self, name: str, value: str) -> None:
        if value:
            value = plain_text(value)
            self.fields[name] = f"{self.fields[name]}、{value}" if name in self.fields else value


def _parts(joined: str, start: int, end: int) -> list[tuple[int, str]]:
    """The pieces between separators with their places, stripped of white space."""
    parts = []
    for stop, following in [
        *((found.start(), found.end()) for found in _SEPARATOR.finditer(joined, start, end)),
        (end, end),
    ]:
        piece = joined[start:stop]
        parts.append((start + len(piece) - len(piece.lstrip()), piece.strip()))
        start = following
    return parts


def _opening_bracket(text: str, start: int, end: int) -> int | None:
    """Where the bracket opens that closes right before `end`; both widths pair with each other."""
    depth = 0
    for place in range(end - 1, start - 1, -1):
        if text[place] in "）)":
            depth += 1
        elif text[place] in "（(":
            depth -= 1
            if depth == 0:
                return place
    return None


_NUMBERED = re.compile(
    r"(?:[（(](?P<inner>[一二三四五六七八九十]{1,3})[）)]、?|(?P<chinese>[一二三四五六七八九十]{1,3})、"
    r"|(?P<digits>[0-9０-９]{1,2})(?:、|[.．](?![0-9０-９]))|第[一二三四五六七八九十]{1,3}(?:部分|章|节)[、：:\s]?)\s*"
)
_DIGITS = "零一二三四五六七八九"


class _HeadingNumbers:
    """Tells a heading's number, ``二、四月``, from a time with two months, ``一、二月``."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        self.neighbours: dict[int, list[int]] = {}
        """Line of a heading → numbers of the headings of its level before and after it."""
        last: dict[int, tuple[int, int | None]] = {}
        for heading in headings:
            for level in [level for level in last if level > heading.level]:
                del last[level]
            line, number = heading.text.number, _number_of(heading.text.text)
            before = last.get(heading.level)
            self.neighbours[line] = []
            if before and number is not None and before[1] is not None:
                self.neighbours[line].append(before[1] + 1)
                self.neighbours[before[0]].append(number - 1)
            last[heading.level] = (line, number)

    def texts_of(self, heading: Heading) -> list[tuple[str, int]]:
        """What the heading may say, likeliest first, with the place of each text in it."""
        text = plain_text(heading.text.text)
        whole = (text, max(heading.text.text.find(text[:1]), 0))
        found = _NUMBERED.match(text)
        if found is None or found.end() == len(text):
            return [whole]
        without = (text[found.end() :], whole[1] + found.end())
        is_list = found["chinese"] or found["digits"]
        if not is_list or _number_of(text) in self.neighbours[heading.text.number]:
            return [without]
        return [whole, without]


def _number_of(text: str) -> int | None:
    """The number of ``二、…`` and ``2、…``."""
    found = _NUMBERED.match(text)
    if found is None or not (figure := found["chinese"] or found["digits"]):
        return None
    if found["digits"]:
        return int(figure)
    tens, ten, ones = figure.rpartition("十")
    if not ten:
        return _DIGITS.find(figure) if len(figure) == 1 else None
    return (_DIGITS.find(tens) if tens else 1) * 10 + (_DIGITS.find(ones) if ones else 0)
