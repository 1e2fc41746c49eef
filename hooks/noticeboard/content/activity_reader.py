"""A body → its activities, and what is wrong with their times, forms and states (SPECIFICATION section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from noticeboard import times
from noticeboard.content import poor_forms
from noticeboard.content.activities import Activity
from noticeboard.content.activity_maker import ActivityMaker, Saying
from noticeboard.content.clauses import LONGEST, begins_with_verb, clauses, numbered
from noticeboard.content.list_forms import ListForms
from noticeboard.content.month_tables import MonthTable
from noticeboard.content.numbered_headings import LABEL_LEVEL, level_of, texts_of
from noticeboard.content.plain_lines import Line, lines_among, signatures
from noticeboard.content.sections import Section, Sections
from noticeboard.content.time_lines import TimeLine, month_at_end, read_time_line
from noticeboard.markup.body import Body, as_body, items_below, texts_at_top
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.nodes import Heading, Item, Label, Table
from noticeboard.markup.plain import plain_text
from noticeboard.problems import Edit, Fault, Problem

Node = Heading | Label | Item | Line | Table
_COLON = "：: \t\u3000"
_ENCLOSING = "【】（）()[]〔〕［］"
_LONGEST_TIME = 40
_LONGEST_IN_SUMMARY = 40
"""Characters of a paragraph below a summary's month that is an activity rather than an account."""
_NOTES = (
    "注",
    "备注",
    "说明",
    "附",
    "以上",
    "※",
    "（注",
    "(注",
    "本月",
    "本计划",
    "另：",
    "见",
    "详见",
    "参见",
)


def read_activities(
    body: Body | str, first_line: int = 1, *, path: str, kind: str, context: times.Context
) -> tuple[tuple[Activity, ...], tuple[Problem, ...]]:
    """The activities of a body in order, and what is wrong with them.

    `path` is its file; `first_line` the number that the first line of a text has there; `kind` is ``plan`` or
    ``summary``; `context` holds the document's period. Never raises for what an officer wrote.
    """
    nodes = tuple(lines_among(texts_at_top(as_body(body, first_line).blocks)))
    reader = _Reader(path, kind == "summary", context)
    reader.read(nodes)
    return tuple(reader.maker.activities), tuple(sorted(reader.problems, key=lambda p: (p.line, p.column)))


class _Reader:
    """Walks through a body with the time sections that are open."""

    def __init__(self, path: str, is_summary: bool, context: times.Context) -> None:
        self.path = path
        self.is_summary = is_summary
        self.context = context
        self.problems: list[Problem] = []
        self.maker = ActivityMaker(path, is_summary, context, self.problems)
        self.list = ListForms()
        self.sections = Sections(context)
        self.nodes: Sequence[Node] = ()
        self.index = 0
        self.unread: Heading | None = None
        """The heading right above that looks like a month's and was not read as one."""

    def read(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        texts = texts_of([node for node in nodes if isinstance(node, Heading | Label | Line)])
        signed = signatures(nodes)
        for self.index, node in enumerate(nodes):
            if isinstance(node, Heading):
                self._read_heading(node, texts[node.line])
                continue
            if isinstance(node, Line) and node.line in signed:
                continue
            if isinstance(node, Item):
                self._read_top_item(node)
            elif isinstance(node, Table):
                self._read_table(node)
            elif isinstance(node, Label):
                self.unread = None
                self._read_label(node, texts[node.line])
            else:
                self._read_line(node, texts[node.line])
        self._leave(0)

    # Sections

    @property
    def _section(self) -> Section | None:
        return self.sections.innermost

    @property
    def _following(self) -> Node | None:
        return self.nodes[self.index + 1] if self.index + 1 < len(self.nodes) else None

    def _report(self, fault: Fault, line: int, column: int) -> None:
        self.problems.append(fault.at(self.path, line, column))

    def _report_all(self, faults: Sequence[Fault], line: int, column: int) -> None:
        for fault in faults:
            self._report(fault, line, column)

    def _leave(self, level: int) -> None:
        for section in self.sections.leave(level):
            self._settle(section)

    def _settle(self, section: Section) -> None:
        """What a section is told of that ends without an activity."""
        if section.is_read or section.is_told or section.time is None or section.said is None:
            return
        if section.theme and not section.has_content and self._read_theme(section):
            return
        if self.is_summary and not section.time.precision.is_month_like:
            return
        self._report(poor_forms.nothing_read(section.words), section.line, section.column)

    def _read_theme(self, section: Section) -> bool:
        """The theme of a heading with nothing below it, as its activities."""
        said, start = section.said, section.theme_at
        spans = clauses(said.text, start, len(said.text.rstrip(_COLON)))
        if not _are_certain(spans):
            return False
        plain = section.without_theme
        for span in spans:
            self.maker.make(Saying.of_line(said, *span), plain)
        fault = poor_forms.theme_as_activity(section.words, section.theme)
        self._report(fault, section.line, section.column)
        return True

    # Headings and lines like headings

    def _read_heading(self, heading: Heading, text: str) -> None:
        self._leave(heading.level)
        is_read = self._open(heading, text)
        if not is_read:
            self.sections.note_heading(heading.level)
        self.unread = None if is_read or not self._is_lost(text) else heading

    def _open(self, heading: Heading | Label, text: str) -> bool:
        """Open the section of a heading that is a time; `text` is what it says, its number settled."""
        reading = times.read_heading(text, self.sections.within)
        said = FlatText.of(heading.parts)
        offset = max(said.text.find(text[:1]), 0)
        if reading is None:
            line = read_time_line(text, self.sections.within)
            if line is None or not line.has_title or not line.is_sure or text[line.rest :].strip(_COLON):
                return False
            reading, text, offset = line.reading, text[line.start :], said.text.find(text[line.start :])
        self._report_all(reading.faults, *said.place(offset))
        level = level_of(heading)
        theme_at = said.text.rfind(reading.theme) if reading.theme else 0
        words = said.text[:theme_at] if theme_at > 0 else text
        words = words.strip(_COLON)
        self.sections.enter(
            level, reading.time, reading.theme, said, words, heading.line, heading.column, theme_at
        )
        return True

    def _is_lost(self, text: str) -> bool:
        """Whether a heading that is no time looks like a month's, and stands below none."""
        if self._section and (time := self._section.time) and time.precision.is_month_like:
            return False
        is_title = self.is_summary and text.endswith(("总结", "回顾", "报告", "汇报"))
        return not is_title and times.is_month_like(text)

    def _report_unread(self) -> None:
        heading = self.unread
        text = plain_text(heading.parts).strip()
        self._report(poor_forms.month_heading_not_read(text), heading.line, heading.column)
        self.unread = None

    def _read_label(self, label: Label, settled: str) -> None:
        """A line used like a heading ends the section of the one before it, and opens one when it is a time."""
        text = plain_text(label.parts).strip().rstrip(_COLON)
        line = self._time_line(settled)
        if line and line.is_sure and (line.has_title or _is_done(settled[line.rest :])):
            self._read_time_line(Line.of_label(label), settled, line)
            return
        self._leave_for(line)
        if text and self._open(label, settled.rstrip(_COLON)):
            self._report_not_heading(Line.of_label(label), text)
            return
        if self._section:
            self._section.has_content = True

    def _report_not_heading(self, line: Line, text: str) -> None:
        heading = f"{self.sections.hashes} {text.strip(_ENCLOSING)}"
        edit = Edit(1 - line.column, line.length, heading)
        self._report(poor_forms.time_not_heading(text, heading, edit), line.line, line.column)

    def _leave_for(self, line: TimeLine | None) -> None:
        """Leave what a line like a heading ends: the section of one before it, and that of a heading's other month."""
        self._leave(LABEL_LEVEL)
        section = self._section
        if line is None or section is None or section.time is None or line.reading.time is None:
            return
        is_other = not set(line.reading.time.months) <= set(section.time.months)
        if is_other and section.time.precision.is_month_like and _opens(line, ""):
            self._leave(section.level)

    # Plain lines

    def _read_line(self, line: Line, settled: str) -> None:
        text = settled.strip()
        found = self._time_line(text)
        if found and self.is_summary and not found.is_parted and self._section is None:
            return
        if found is None or (
            not found.is_sure and self._section is not None and not self._says_month(found, text)
        ):
            self._read_content(line)
        elif not found.is_sure:
            self._tell_unread(line, found)
        elif _opens(found, text):
            self._read_time_line(line, text, found)
        elif self._section is not None or (not self.is_summary and self._says_month(found, text)):
            self._read_day_line(line, found, text)
        else:
            self._read_content(line)

    def _time_line(self, text: str) -> TimeLine | None:
        """The time that a line begins with, read against what is around the month that it may end."""
        found = read_time_line(text, self.sections.within_for_lines) if text else None
        is_within = found is None or not (self._says_month(found, text) or _opens(found, text))
        return read_time_line(text, self.sections.within) if text and is_within else found

    def _says_month(self, found: TimeLine, text: str) -> bool:
        return "月" in found.words(text) or "节" in found.words(text)

    def _tell_unread(self, line: Line, found: TimeLine) -> None:
        time = found.reading.time
        if not self.is_summary and time is not None and time.precision.is_month_like:
            self._report(poor_forms.line_not_read(plain_text(line.parts)), line.line, line.column)
            if self._section:
                self._section.is_told = True
        if self._section:
            self._section.has_content = True

    def _read_time_line(self, line: Line, text: str, found: TimeLine) -> None:
        """三月份, and 三月份：植树 with the activities of the month behind it."""
        rest = text[found.rest :].strip(_COLON)
        if not rest and self._following is None:
            return
        said = FlatText.of(line.parts)
        shift = len(said.text) - len(text)
        offset = max(found.start + shift, 0)
        rest_at = max(found.rest + shift, 0)
        self._leave_for(found)
        self._report_all(found.reading.faults, *said.place(offset))
        words = found.words(text)
        place = said.place(offset)
        self.sections.enter(LABEL_LEVEL, found.reading.time, "", said, words, *place, 0)
        self.sections.innermost.last_line = line.line
        if not rest:
            self._report_alone(line, found, words, offset)
            return
        self._read_rest(line, said, found, words, offset, rest_at)

    def _report_alone(self, line: Line, found: TimeLine, words: str, offset: int) -> None:
        if found.has_title:
            heading = f"{self.sections.hashes} {words}"
            start = len(plain_text(line.parts)[:offset].rstrip())
            edit = Edit(start, line.length, f"\n\n{heading}")
            self._report(poor_forms.time_not_heading(words, heading, edit), line.line, line.column)
        else:
            self._report_not_heading(line, plain_text(line.parts).strip().rstrip(_COLON))

    def _read_rest(
        self, line: Line, said: FlatText, found: TimeLine, words: str, offset: int, rest_at: int
    ) -> None:
        section = self.sections.innermost
        spans = clauses(said.text, rest_at, len(said.text))
        if not _are_certain(spans):
            section.has_content = True
            if not self.is_summary:
                section.is_told = True
                self._report(poor_forms.line_not_read(said.text), line.line, line.column)
            return
        section.has_rest = True
        for span in spans:
            self.maker.make(Saying.of_line(said, *span), section)
        heading = f"{self.sections.hashes} {words}"
        edit = None
        if line.is_plain:
            listed = poor_forms.as_list(heading, [said.text[slice(*span)] for span in spans])
            before = "\n" if not offset and line.follows else "\n\n" if offset and found.has_title else ""
            start = offset if found.has_title else 0
            edit = Edit(start, line.length, before + listed + self._parted_below(line))
        fault = poor_forms.time_with_activities(words, len(spans), heading, edit)
        self._report(fault, line.line, line.column)

    def _parted_below(self, line: Line) -> str:
        """An empty line, where the next line would go on with what `fix` writes."""
        following = self._following
        return "\n" if isinstance(following, Line) and following.line == line.line + 1 else ""

    def _read_day_line(self, line: Line, found: TimeLine, text: str) -> None:
        """3月8日 座谈会, without a sign of a list before it."""
        time, section = found.reading.time, self._section
        if section and section.time and time and not set(time.months) <= set(section.time.months):
            self._leave_for(found)
        if not text[found.rest :].strip(_COLON):
            return
        self._read_clauses(line)

    def _read_content(self, line: Line) -> None:
        """A line below a month: activities where that is certain."""
        section, text = self._section, plain_text(line.parts).strip()
        if section is None or section.time is None:
            return
        if section.has_rest and not line.follows and line.line != section.last_line + 1:
            self._leave(LABEL_LEVEL)
            return
        leads_on = isinstance(self._following, Item) and text.endswith(("：", ":"))
        if leads_on or text.startswith(_NOTES) or not section.time.precision.is_month_like:
            section.has_content = True
            return
        if section.has_items or (not section.has_rest and self._is_list_ahead()):
            self._tell_beside_list(line, text)
            return
        section.last_line = line.line
        self._read_clauses(line)

    def _tell_beside_list(self, line: Line, text: str) -> None:
        is_one = len(text) <= LONGEST // 2 and begins_with_verb(text)
        if is_one and not self.is_summary:
            self._report(poor_forms.line_not_read(text), line.line, line.column)

    def _is_list_ahead(self) -> bool:
        for node in self.nodes[self.index + 1 :]:
            if isinstance(node, Item):
                return True
            if isinstance(node, Heading | Label) or (
                isinstance(node, Line) and times.is_time_line(plain_text(node.parts), with_blank=True)
            ):
                return False
        return False

    def _read_clauses(self, line: Line) -> None:
        section = self._section
        said = FlatText.of(line.parts)
        spans = clauses(said.text, 0, len(said.text))
        is_account = self.is_summary and not (
            len(said.text) <= _LONGEST_IN_SUMMARY or all(begins_with_verb(said.text[a:b]) for a, b in spans)
        )
        if section:
            section.has_content = True
        if not spans or is_account or not _are_certain(spans):
            if not self.is_summary and spans:
                self._report(poor_forms.line_not_read(said.text), line.line, line.column)
                if section:
                    section.is_told = True
            return
        made = [self.maker.make(Saying.of_line(said, *span), section) for span in spans]
        if any(made):
            edit = None
            if line.is_plain:
                listed = "\n".join(f"- {said.text[slice(*span)]}" for span in spans)
                edit = Edit(0, line.length, listed)
            fault = poor_forms.activity_not_item(said.text, len(spans), edit)
            self._report(fault, line.line, line.column)

    # Items

    def _read_top_item(self, item: Item) -> None:
        self._leave_finished(item)
        section, known = self._section, len(self.maker.activities)
        self._read_item(item, section)
        if section:
            section.has_content = section.has_items = True
        if self.unread and (section or len(self.maker.activities) == known):
            self._report_unread()
        if item.marker.number == 1:
            self._end_list()
        self.list.note(item, len(self.maker.activities) > known)
        if not isinstance(self._following, Item):
            self._end_list()

    def _end_list(self) -> None:
        self.problems += self.list.problems(self.path, is_dated=self._section is not None or self.is_summary)

    def _leave_finished(self, item: Item) -> None:
        """Leave the month of a line with its activities where an item of another month follows."""
        section = self._section
        if section and section.has_rest and section.time:
            found = times.read_leading(plain_text(item.parts), self.context)
            time = found.time if found else None
            if time and time.months and not set(time.months) <= set(section.time.months):
                self._leave(LABEL_LEVEL)

    def _read_item(self, item: Item, section: Section | None) -> None:
        below = tuple(items_below(item))
        if self._read_counted(item, section, below):
            return
        if below and (inner := self._section_of(item, section)):
            for child in below:
                self._read_item(child, inner)
            return
        if section is not None:
            if section.time is not None:
                self._read_activity(item, section)
        elif not self.is_summary and not self._read_activity(item, None):
            for child in below:
                self._read_item(child, None)
            if not below and times.is_month_like(plain_text(item.parts)):
                self._report(poor_forms.line_not_read(plain_text(item.parts)), item.line, item.text_column)

    def _read_activity(self, item: Item, section: Section | None) -> bool:
        said = FlatText.of(item.parts)
        end = len(said.text)
        hanging = month_at_end(said.text, self.context) if self._may_hang(section) else None
        if hanging and self._is_next(hanging[2], hanging[3], section):
            end = hanging[0]
        elif section is None and (spans := self._month_item(said)):
            return self._read_month_item(item, said, spans)
        is_read = self.maker.make(Saying.of_item(item, said, end), section)
        if end < len(said.text):
            self._open_at_end(said, hanging)
        return is_read

    def _may_hang(self, section: Section | None) -> bool:
        return section is not None and section.time is not None and isinstance(self._following, Item | Line)

    def _is_next(self, reading: times.ParsedTime, is_parted: bool, section: Section) -> bool:
        """Whether a month at an item's end heads what follows: a later one than the section's, before a new list."""
        months = section.time.months
        if not months or not reading.time.months or reading.time.months[0] <= months[-1]:
            return False
        following = self._following
        begins_anew = isinstance(following, Item) and following.marker.number == 1
        return begins_anew or (is_parted and isinstance(following, Item))

    def _open_at_end(self, said: FlatText, hanging: tuple[int, int, times.ParsedTime, bool]) -> None:
        gap, at, reading, _ = hanging
        self._leave_for(TimeLine(at, reading, len(said.text), True))
        words = said.text[at:].strip(_COLON)
        line, column = said.place(at)
        self.sections.enter(LABEL_LEVEL, reading.time, "", said, words, line, column, 0)
        heading = f"{self.sections.hashes} {words}"
        edit = Edit(gap - at, len(said.text) - at, f"\n\n{heading}\n")
        self._report_all(reading.faults, line, column)
        self._report(poor_forms.time_at_end(words, heading, edit), line, column)

    def _month_item(self, said: FlatText) -> tuple[TimeLine, tuple[tuple[int, int], ...]] | None:
        """The activities of an item that says a whole month and several of them: - 三月：植树；登山."""
        found = read_time_line(said.text, self.context)
        if found is None or not found.is_parted or not _opens(found, said.text) or found.start:
            return None
        spans = clauses(said.text, found.rest, len(said.text), at_commas=False)
        return (found, spans) if len(spans) > 1 and _are_certain(spans) else None

    def _read_month_item(
        self, item: Item, said: FlatText, found: tuple[TimeLine, tuple[tuple[int, int], ...]]
    ) -> bool:
        line, spans = found
        self._report_all(line.reading.faults, item.line, item.text_column)
        inner = Section(LABEL_LEVEL, line.reading.time, "", replace(self.context, section=line.reading.time))
        for index, span in enumerate(spans):
            self.maker.make(Saying.of_item(item, said, span[1], span[0], is_first=not index), inner)
        self._report(poor_forms.several_in_item(said.text, len(spans)), item.line, item.text_column)
        return True

    def _section_of(self, item: Item, section: Section | None) -> Section | None:
        """The section that an item opens which is only a time with items below it."""
        text = plain_text(item.parts).strip().rstrip(_COLON)
        if item.height > 1 or item.ticked is not None or not text or len(text) > _LONGEST_TIME:
            return None
        reading = times.read_heading(text, section.within if section else self.context)
        if reading is None or reading.theme:
            return None
        self._report_all(reading.faults, item.line, item.text_column)
        return Section.inside(section, LABEL_LEVEL, reading.time, self.context)

    def _read_counted(self, item: Item, section: Section | None, below: Sequence[Item]) -> bool:
        """5月份（1）植树, the first of several activities right behind the month that they share."""
        said = FlatText.of(item.parts)
        reading = times.read_leading(said.text, section.within if section else self.context)
        if (self.is_summary and section is None) or reading is None or not reading.length:
            return False
        spans = numbered(said.text, reading.length, len(said.text))
        if not spans or (len(spans) == 1 and not below):
            return False
        self._report_all(reading.faults, item.line, item.text_column)
        inner = Section.inside(section, LABEL_LEVEL, reading.time, self.context)
        for index, span in enumerate(spans):
            self.maker.make(
                Saying.of_item(item, said, span[1], span[0], is_first=not index, alone=True), inner
            )
        for child in below:
            self._read_item(child, inner)
        count = len(spans) + len(below)
        self._report(poor_forms.several_in_item(said.text, count), item.line, item.text_column)
        return True

    # Tables

    def _read_table(self, table: Table) -> None:
        section = self._section
        found = MonthTable.of(table, self.sections.within, is_dated=section is not None)
        if section:
            section.has_content = True
        if found is None:
            return
        for row in found.rows:
            self._report_all(row.faults, row.line, row.column)
            if row.time is None:
                continue
            inner = Section.inside(section, LABEL_LEVEL, row.time, self.context)
            for saying in row.sayings:
                self.maker.make(saying, inner)
            if section:
                section.is_read = True


def _opens(line: TimeLine, text: str) -> bool:
    """Whether what stands below the time of a line of `text` belongs to it: that of whole months and the like does."""
    time = line.reading.time
    if time is None:
        return "月" in line.words(text)
    if time.precision is times.Precision.FESTIVAL:
        return line.is_parted
    return time.precision not in _OF_ONE and bool(time.months)


_OF_ONE = (times.Precision.DAY, times.Precision.RECURRING, times.Precision.UNDECIDED)
"""What single activities have for a time."""


def _is_done(rest: str) -> bool:
    """Whether what stands behind a month says what is done rather than a theme."""
    return begins_with_verb(rest) or any(sign in rest for sign in "；;。")


def _are_certain(spans: Sequence[tuple[int, int]]) -> bool:
    return bool(spans) and all(end - start <= LONGEST for start, end in spans)
