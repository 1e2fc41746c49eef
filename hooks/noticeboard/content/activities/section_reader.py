"""The time sections of a body as it is read: headings, what a section is told of, and where problems go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from noticeboard import times
from noticeboard.content.activities import poor_forms
from noticeboard.content.activities.activity_maker import ActivityMaker
from noticeboard.content.activities.activity_text import ActivityText
from noticeboard.content.activities.clauses import LONGEST, clauses
from noticeboard.content.activities.decimal_outline import DecimalOutline
from noticeboard.content.activities.list_forms import ListForms
from noticeboard.content.activities.numbered_headings import LABEL_LEVEL, level_of
from noticeboard.content.activities.other_chapters import says_ahead
from noticeboard.content.activities.plain_lines import Line
from noticeboard.content.activities.sections import Sections, TimeSection
from noticeboard.content.activities.term_weeks import TermWeek
from noticeboard.content.activities.time_lines import TimeLine, read_time_line, without_frame, without_signs
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.nodes import Heading, Item, Label, Table
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.problems import Edit, Fault, Level, Problem
from noticeboard.times.faults import OUTSIDE_PERIOD

Node = Heading | Label | Item | Line | Table
COLON = "：: \t\u3000"
ENCLOSING = "【】（）()[]〔〕［］〖〗《》“”「」『』"


class SectionReader:
    """What a body was read to so far, with the time sections that are open."""

    def __init__(self, path: str, is_summary: bool, context: times.Context) -> None:
        self.path = path
        self.is_summary = is_summary
        self.context = context
        self.problems: list[Problem] = []
        self.maker = ActivityMaker(path, is_summary, context, self.problems)
        self.list = ListForms()
        self.reported: set[int] = set()
        """The lines of items of the list that were told."""
        self.outline = DecimalOutline(frozenset())
        self.sections = Sections(context)
        self.nodes: Sequence[Node] = ()
        self.index = 0
        self.lists_ahead: Sequence[bool] = ()
        """Of each node, whether a list follows."""
        self.listed: frozenset[int] = frozenset()
        """The numbers of lines among others that list month after month."""
        self.dated_behind: frozenset[int] = frozenset()
        """The same of lines that say their times behind."""
        self.accounts: frozenset[int] = frozenset()
        """The numbers of a summary's lines and items that tell day after day what was done."""
        self.apart_level = 0
        """The level of the heading of the chapter about another time that is being passed over; 0 in none."""
        self.weekly_level = 0
        """The level of the heading above that says what is so each week: 每周安排; 0 below none."""
        self.week: TermWeek | None = None
        """The last week of a term whose days are written."""
        self.unread: Heading | Label | None = None
        """The heading right above that looks like a month's and was not read as one."""

    @property
    def _section(self) -> TimeSection | None:
        return self.sections.innermost

    @property
    def _following(self) -> Node | None:
        return self.nodes[self.index + 1] if self.index + 1 < len(self.nodes) else None

    def _report(self, fault: Fault, line: int, column: int) -> None:
        self.problems.append(fault.at(self.path, line, column))

    def _report_all(self, faults: Sequence[Fault], line: int, column: int) -> None:
        for fault in faults:
            self._report(fault, line, column)

    def _pass_over(self, section: TimeSection, node: Item | Line) -> None:
        """Tell of what stands below a time that was not read; an error is told once, for it stops the whole document."""
        if any(problem.line == section.line and problem.level is Level.ERROR for problem in self.problems):
            self.sections.lines.add(node.line)
        elif not self.is_summary and (text := plain_text(node.parts)).strip():
            column = node.text_column if isinstance(node, Item) else node.column
            self._report(poor_forms.line_not_read(text), node.line, column)

    def _leave(self, level: int) -> None:
        for section in self.sections.leave(level):
            self._settle(section)

    def _settle(self, section: TimeSection) -> None:
        """What a section is told of that ends without an activity."""
        if section.is_read or section.is_reported or section.time is None or section.flat is None:
            return
        if section.theme and not section.has_content and self._read_theme(section, section.flat):
            return
        if self.is_summary and not section.time.precision.is_month_like:
            return
        self._report(poor_forms.nothing_read(section.words), section.line, section.column)

    def _read_theme(self, section: TimeSection, flat: FlatText) -> bool:
        """The theme of a heading with nothing below it, as its activities."""
        spans = clauses(flat.text, section.theme_at, len(flat.text.rstrip(COLON)))
        if not are_certain(spans):
            return False
        plain = section.without_theme
        for span in spans:
            self.maker.make(ActivityText.of_line(flat, *span), plain)
        line, column = flat.place(section.theme_at)
        # Without markup the heading stands in the line as it reads.
        is_plain = len(flat.starts) == 1 and line == section.line
        start = column - (section.theme_at - len(flat.text[: section.theme_at].rstrip(COLON)))
        listed = "\n".join(["", "", *(f"- {flat.text[slice(*span)]}" for span in spans)])
        edit = Edit(
            start - section.column, column + len(flat.text) - section.theme_at - section.column, listed
        )
        fault = poor_forms.theme_as_activity(section.words, section.theme, edit if is_plain else None)
        self._report(fault, section.line, section.column)
        return True

    def _leave_for(self, line: TimeLine | None) -> None:
        """Leave what a line like a heading ends: the section of one before it, and that of a heading's other month."""
        if line is not None and (section := self._section) and _is_finer(line.reading.time, section.time):
            section.is_reported = True
        self._leave(LABEL_LEVEL)
        section = self._section
        if line is None or section is None or section.time is None or line.reading.time is None:
            return
        is_other = not set(line.reading.time.months) <= set(section.time.months)
        if is_other and section.time.precision.is_month_like and opens(line, ""):
            self._leave(section.level)

    def _open(self, heading: Heading | Label | Line, text: str) -> bool:
        """Open the section of a heading that is a time; `text` is what it says, its number settled."""
        text = without_frame(text)
        reading = times.read_heading(text, self.sections.within)
        flat = FlatText.of(heading.parts)
        offset = max(flat.text.find(text[:1]), 0)
        if reading is None:
            line = read_time_line(text, self.sections.within)
            if line is None or not line.has_title or not line.is_sure or text[line.rest :].strip(COLON):
                return False
            reading, text, offset = line.reading, text[line.start :], flat.text.find(text[line.start :])
        if self.is_summary and says_ahead(text) and _is_ahead(reading):
            return False
        self._report_all(reading.faults, *flat.place(offset))
        level = level_of(heading)
        theme_at = flat.text.rfind(reading.theme) if reading.theme else 0
        words = flat.text[:theme_at] if theme_at > 0 else text
        words = words.strip(COLON)
        self.sections.enter(
            level, reading.time, reading.theme, flat, words, heading.line, heading.column, theme_at
        )
        return True

    def _open_behind(self, heading: Heading | Label, text: str) -> bool:
        """Open the section of a title that says its months behind, before a list or short lines: 春之声（3月—5月）.

        In a summary a list only is certain.
        """
        is_head = isinstance(self._following, Item) if self.is_summary else _may_be_listed(self._following)
        written = words_at_end(text) if is_head else ""
        reading = times.read_heading(written, self.sections.within) if written else None
        time = reading.time if reading else None
        if reading is None or reading.faults or time is None or time.bound or time.precision not in _OF_LISTS:
            return False
        flat = FlatText.of(heading.parts)
        place = heading.line, heading.column
        self.sections.enter(level_of(heading), time, "", flat, written, *place, 0)
        self._report(poor_forms.time_behind_title(text, f"{self.sections.hashes} {written}"), *place)
        return True

    def _report_not_heading(self, line: Line, text: str) -> None:
        heading = f"{self.sections.hashes} {without_brackets(text)}"
        edit = Edit(1 - line.column, line.length, heading)
        self._report(poor_forms.time_not_heading(text, heading, edit), line.line, line.column)

    def _time_line(self, text: str) -> TimeLine | None:
        """The time that a line begins with, read against what is around the month that it may end."""
        if self.week and (counted := self.week.with_days(text)):
            found = read_time_line(counted[0], self.context)
            return replace(found, start=0, rest=found.rest - counted[1]) if found else None
        found = read_time_line(text, self.sections.within_for_lines) if text else None
        is_within = found is None or not (self._says_month(found, text) or opens(found, text))
        found = read_time_line(text, self.sections.within) if text and is_within else found
        if found and (week := TermWeek.of(text, found.reading.time)):
            self.week = week
        return found

    def _says_month(self, found: TimeLine, text: str) -> bool:
        return "月" in found.words(text) or "节" in found.words(text)


_LOOSE_NUMBER = pattern_of(r"^[0-9]{1,2}[ \u3000]+(?=[一二三四五六七八九十元]{1,2}月)")
"""3 of ``3 三月工作``, which a heading's number does not look like."""


_LONGEST_LISTED = 25
"""Characters of a line that is one of several; a longer one tells how something is done."""


def _may_be_listed(node: Node | None) -> bool:
    """Whether what follows a title is a list, or a short line that is no sentence."""
    text = plain_text(node.parts).strip() if isinstance(node, Line) else ""
    return isinstance(node, Item) or (0 < len(text) <= _LONGEST_LISTED and not text.endswith("。"))


_TIME_AT_END = pattern_of(r".*(?:[（(](?P<bracket>[^（）()]{2,16})[）)]|[：:](?P<colon>[^：:]{2,16}))$")


def _is_ahead(reading: times.ParsedTime) -> bool:
    """Whether a time in a summary is none of what it sums up: 四月份工作计划 at the end of what was done in March."""
    is_outside = any(fault.diagnostic is OUTSIDE_PERIOD for fault in reading.faults)
    return is_outside or (reading.time is not None and not reading.time.precision.is_month_like)


def words_at_end(text: str) -> str:
    """The months that a heading says behind what it is about, 劳动竞赛（4月—6月）; empty for none."""
    found = _TIME_AT_END.match(text.strip())
    written = found[found.lastgroup or 0].strip() if found else ""
    return written if "月" in written and times.time_length(written) == len(written) else ""


def _is_finer(time: times.Time | None, around: times.Time | None) -> bool:
    """Whether a time is a part of the one around it: 三月 of 上半年, 上旬 of 三月."""
    if time is None or around is None or time.precision is around.precision:
        return False
    return bool(time.months) and set(time.months) <= set(around.months)


def without_brackets(text: str) -> str:
    """三月 of 【三月】; （一）三月 stays, for its brackets are a number's."""
    text = _LOOSE_NUMBER.sub("", without_signs(text))
    is_enclosed = len(text) > 1 and text[0] in ENCLOSING and text[-1] in ENCLOSING
    return text[1:-1] if is_enclosed and not any(sign in ENCLOSING for sign in text[1:-1]) else text


def opens(line: TimeLine, text: str) -> bool:
    """Whether what stands below the time of a line of `text` belongs to it: that of whole months and the like does."""
    time = line.reading.time
    if time is None:
        return "月" in line.words(text)
    if time.precision is times.Precision.FESTIVAL:
        return line.is_parted
    return time.precision not in _OF_ONE and bool(time.months)


_OF_LISTS = (times.Precision.MONTH, times.Precision.MONTHS, times.Precision.QUARTER)
"""What a list of activities has for a time."""
_OF_ONE = (times.Precision.DAY, times.Precision.RECURRING, times.Precision.UNDECIDED)
"""What single activities have for a time."""


def are_certain(spans: Sequence[tuple[int, int]]) -> bool:
    """Whether each part of a line is short enough to be one activity."""
    return bool(spans) and all(end - start <= LONGEST for start, end in spans)
