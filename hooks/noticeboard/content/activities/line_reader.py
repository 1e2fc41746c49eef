"""The plain lines of a body: months and their activities without the signs of headings and lists."""

from __future__ import annotations

from noticeboard import times
from noticeboard.content.activities import poor_forms
from noticeboard.content.activities.activity_text import ActivityText
from noticeboard.content.activities.clauses import (
    LONGEST,
    Span,
    begin_with_months,
    begins_with_verb,
    clauses,
    numbered,
)
from noticeboard.content.activities.content_lines import ContentLineReader, listed
from noticeboard.content.activities.numbered_headings import LABEL_LEVEL, number_style
from noticeboard.content.activities.plain_lines import Line
from noticeboard.content.activities.prose_months import says_months
from noticeboard.content.activities.section_reader import COLON, ENCLOSING, are_certain, opens
from noticeboard.content.activities.sections import TimeSection
from noticeboard.content.activities.term_weeks import week_of
from noticeboard.content.activities.time_lines import TimeLine
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.nodes import Heading, Item, Label, Strong
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.problems import Edit

_WHOLE_MONTHS = (times.Precision.MONTH, times.Precision.MONTHS)
_BRACKETED = pattern_of("【[^【】]+】")
"""A heading as chats have it: 【六月·练功】."""


class LineReader(ContentLineReader):
    """Reads plain lines, and labels before lists; those that say no time are content lines."""

    def _read_label(self, label: Label, settled: str) -> bool:
        """A line used like a heading ends the section of the one before it, and opens one when it is a time.

        Whether it is one.
        """
        text = plain_text(label.parts).strip().rstrip(COLON)
        line = self._time_line(settled)
        rest = settled[line.rest :] if line else ""
        if line and line.is_sure and (line.has_title or _is_done(rest) or self._is_alone(line, rest)):
            self._read_time_line(Line.of_label(label), settled, line)
            return True
        self._leave_for(line)
        if text and self._open(label, settled.rstrip(COLON)):
            self._report_not_heading(Line.of_label(label), text)
            return True
        if self._open_behind(label, text) or self._read_title(label):
            return True
        if self._section:
            self._section.has_content = True
        return self._open_sentence(label, settled)

    def _open_sentence(self, label: Label, settled: str) -> bool:
        """五月份，大家盼望已久的有：, a sentence of a month that leads to a list, opens its section."""
        text = settled.strip()
        if self.is_summary or not text.endswith(("：", ":")) or not times.is_month_like(text):
            return False
        reading = times.read_leading(text, self.sections.within_for_lines)
        time = reading.time if reading else None
        if reading is None or time is None or time.precision not in _WHOLE_MONTHS:
            return False
        if self._section and self._section.time and set(time.months) <= set(self._section.time.months):
            return False
        flat, words = FlatText.of(label.parts), text[: reading.length].strip(COLON + "，,")
        heading = f"{self.sections.hashes} {words}"
        self.sections.enter(LABEL_LEVEL, time, "", flat, words, label.line, label.column, 0)
        self._report_all(reading.faults, label.line, label.column)
        edit = Edit(1 - label.column, 0, f"{heading}\n\n")
        self._report(poor_forms.time_not_heading(words, heading, edit), label.line, label.column)
        return True

    def _is_alone(self, line: TimeLine, rest: str) -> bool:
        """Whether what stands behind the months is all there is of them: no list and no line follows."""
        is_last = self._following is None or isinstance(self._following, Heading | Label)
        return is_last and bool(rest.strip(COLON)) and opens(line, "")

    def _read_line(self, line: Line, settled: str) -> None:
        text = settled.strip()
        if self._is_chapter(text) or self._is_next_week(text) or _BRACKETED.fullmatch(text):
            self._leave(LABEL_LEVEL)
        text = text[self.outline.text_at(text) :].strip()
        found = self._time_line(text)
        is_free = self._section is None and not self.is_summary and not (found and found.has_title)
        if is_free and self._read_prose(line):
            return
        if self._section is None and line.line in self.dated_behind:
            self._read_clauses(line)
            return
        if self._section is None and line.line in self.accounts:
            self._read_account(line)
            return
        if found and self.is_summary and not found.is_parted and self._section is None:
            return
        if found is None and self._is_title(line, text):
            self._leave(LABEL_LEVEL)
            self._open(line, text)
            self._report_not_heading(line, text)
        elif found is None or self._may_be_content(found, text):
            self._read_content(line)
        elif not self.is_summary and (spans := _titled_months(found, text)):
            self._leave_for(found)
            self._read_named(line, spans, True)
        elif self._is_feast(found, text) or self._is_of_months(text):
            self._leave_for(found)
            self._read_clauses(line)
        elif not found.is_sure and not self._is_day_here(found, text) and line.line not in self.listed:
            self._read_unsure(line, found)
        elif self._is_title(line, text):
            self._leave_for(found)
            self._open(line, text)
            self._report_not_heading(line, text)
        elif self._is_within(found, text):
            self._read_part(line, found, text)
        elif (
            opens(found, text) or text[found.start] in ENCLOSING or (found.has_title and bool(week_of(text)))
        ):
            self._read_time_line(line, text, found)
        elif self._section is not None or (not self.is_summary and self._is_dated(found, text)):
            self._read_day_line(line, found, text)
        else:
            if found.reading.time is not None:
                self._report_unread_line(line, found)
            self._read_content(line)

    def _is_of_months(self, text: str) -> bool:
        """Whether a plan's line says several activities, each with a month of its own: 7月送清凉；8月助学."""
        return not self.is_summary and begin_with_months(text, clauses(text, 0, len(text)))

    def _is_chapter(self, text: str) -> bool:
        """Whether a line begins with a chapter's number, so that it is no more of the month above it."""
        section = self._section
        if section is None or not section.number:
            return False
        return number_style(text) == section.number or (
            section.number == "1.1" and self.outline.is_chapter(text)
        )

    def _is_next_week(self, text: str) -> bool:
        """Whether a line says another week than the one whose days and activities the line above it says."""
        section = self._section
        if section is None or not section.has_rest or section.time is None:
            return False
        return section.time.precision is times.Precision.DAY and bool(week_of(text))

    def _may_be_content(self, found: TimeLine, text: str) -> bool:
        """Whether a line below a month only begins with a word for a time: 年终考核; not 年底开会 below 11月：学习."""
        section, time = self._section, found.reading.time
        if found.is_sure or section is None or self._says_month(found, text):
            return False
        if not section.has_rest or section.time is None or time is None or not time.months:
            return True
        if time.precision is times.Precision.RECURRING:
            return True
        return set(time.months) <= set(section.time.months)

    def _is_day_here(self, found: TimeLine, text: str) -> bool:
        """Whether a day of the month above has a comma behind it: 5月9日，气排球队参赛."""
        time, section = found.reading.time, self._section
        if time is None or section is None or section.time is None or not found.rest < len(text):
            return False
        is_day = time.precision in (times.Precision.DAY, times.Precision.PART) and bool(time.months)
        ends = text[: found.rest].rstrip().endswith(("，", ","))
        return is_day and ends and set(time.months) <= set(section.time.months)

    def _read_unsure(self, line: Line, found: TimeLine) -> None:
        """A line whose time runs into its words: in a summary it goes on with the month above."""
        time, section = found.reading.time, self._section
        is_here = section and section.time and time and set(time.months) <= set(section.time.months)
        if self.is_summary and is_here:
            self._read_content(line)
        else:
            self._report_unread_line(line, found)

    def _is_title(self, line: Line, text: str) -> bool:
        """Whether a line is bold or in brackets as a whole, says a month and its theme, and has lines of its own below it."""
        is_bold = len(line.parts) == 1 and isinstance(line.parts[0], Strong)
        if not is_bold and not (_BRACKETED.fullmatch(text) and times.is_time_line(text)):
            return False
        below = plain_text(self._following.parts) if isinstance(self._following, Line) else ""
        reading = times.read_heading(text, self.sections.within_for_lines)
        return bool(below and reading and reading.theme) and not times.is_time_line(below, with_blank=True)

    def _read_detailed(self, line: Line) -> None:
        """A title with its time in the lines below it, as one activity."""
        flat, section = FlatText.of(line.parts), self._section
        if self.is_summary and section is None:
            return
        if section:
            section.has_content = True
            if section.theme and section.theme in flat.text:
                section = section.without_theme
        if self.maker.make(ActivityText.of_line(flat, 0, len(flat.text)), section):
            self._report(poor_forms.activity_in_lines(flat.text), line.line, line.column)

    def _is_dated(self, found: TimeLine, text: str) -> bool:
        """Whether a line outside of sections says when: a month, a festival, or a day of the week that is parted."""
        time = found.reading.time
        is_weekly = time is not None and time.precision is times.Precision.RECURRING and found.is_parted
        # A sentence is an account of what goes on as ever.
        is_short = not any(sign in text for sign in "。；;，,")
        # Of a plan for one month: its days need none.
        is_day = time is not None and time.precision in (times.Precision.DAY, times.Precision.PART)
        is_day_here = is_day and found.is_parted and not found.reading.faults and len(text) <= LONGEST
        return (
            (is_weekly and is_short)
            or is_day_here
            or self.outline.says_day(text)
            or self._says_month(found, text)
        )

    def _is_within(self, found: TimeLine, text: str) -> bool:
        """Whether a line below a month says a part of it, and what is done then: 四月 · 清明前 扫墓."""
        time, section = found.reading.time, self._section
        if time is None or section is None or section.time is None or section.has_rest:
            return False
        if not text[found.rest :].strip(COLON):
            return False
        is_month = section.time.precision in (times.Precision.MONTH, times.Precision.MONTHS)
        is_part = time.precision in (times.Precision.PART, times.Precision.FESTIVAL) and found.is_parted
        return is_month and is_part and set(time.months) <= set(section.time.months)

    def _read_part(self, line: Line, found: TimeLine, text: str) -> None:
        section = self._section
        assert section is not None  # It stands within one.
        if section.has_items or self.lists_ahead[self.index]:
            self._read_time_line(line, text, found)
            return
        flat = FlatText.of(line.parts)
        spans = clauses(flat.text, found.rest + len(flat.text) - len(text), len(flat.text))
        if not are_certain(spans):
            self._report_unread_line(line, found)
            return
        section.has_content = True
        self._report_all(found.reading.faults, line.line, line.column)
        inner = TimeSection.inside(section, LABEL_LEVEL, found.reading.time, self.context)
        for span in spans:
            self.maker.make(ActivityText.of_line(flat, *span), inner)
        words = found.words(text)
        lines = "\n".join(f"- {words} {flat.text[slice(*span)]}" for span in spans)
        edit = Edit(0, line.length, lines) if line.is_plain else None
        self._report(poor_forms.activity_not_item(flat.text, len(spans), edit), line.line, line.column)

    def _report_unread_line(self, line: Line, found: TimeLine) -> None:
        time = found.reading.time
        text = plain_text(line.parts)
        recurs = time is not None and time.precision is times.Precision.RECURRING
        # A sentence of what recurs is an account of what goes on as ever.
        is_short = len(text) <= LONGEST and not (recurs and text.rstrip().endswith("。"))
        is_lost = time is not None and (time.precision.is_month_like or is_short or says_months(text))
        if not self.is_summary and is_lost:
            self._report(poor_forms.line_not_read(plain_text(line.parts)), line.line, line.column)
            if self._section:
                self._section.is_reported = True
        if self._section:
            self._section.has_content = True

    def _read_time_line(self, line: Line, text: str, found: TimeLine) -> None:
        """三月份, and 三月份：植树 with the activities of the month behind it."""
        rest = text[found.rest :].strip(COLON)
        if not rest and self._following is None:
            return
        flat = FlatText.of(line.parts)
        shift = len(flat.text) - len(text)
        offset = max(found.start + shift, 0)
        rest_at = max(found.rest + shift, 0)
        self._leave_for(found)
        self._report_all(found.reading.faults, *flat.place(offset))
        words = found.words(text)
        place = flat.place(offset)
        section = self.sections.enter(LABEL_LEVEL, found.reading.time, "", flat, words, *place, 0)
        section.last_line = line.line
        section.number = "1.1" if self.outline.is_chapter(flat.text) else number_style(flat.text)
        if not rest:
            self._report_alone(line, found, words, offset)
            return
        self._read_rest(line, flat, found, words, offset, rest_at)

    def _report_alone(self, line: Line, found: TimeLine, words: str, offset: int) -> None:
        if found.has_title:
            heading = f"{self.sections.hashes} {words}"
            start = len(plain_text(line.parts)[:offset].rstrip())
            edit = Edit(start, line.length, f"\n\n{heading}")
            self._report(poor_forms.time_not_heading(words, heading, edit), line.line, line.column)
        else:
            self._report_not_heading(line, plain_text(line.parts).strip().rstrip(COLON))

    def _read_rest(
        self, line: Line, flat: FlatText, found: TimeLine, words: str, offset: int, rest_at: int
    ) -> None:
        section = self._section
        assert section is not None  # The line has opened its own.
        spans = clauses(flat.text, rest_at, len(flat.text))
        if not are_certain(spans):
            section.has_content = True
            if not self.is_summary:
                section.is_reported = True
                self._report(poor_forms.line_not_read(flat.text), line.line, line.column)
            return
        section.has_rest = True
        known = len(self.maker.activities)
        for span in spans:
            self.maker.make(ActivityText.of_line(flat, *span), section)
        if len(self.maker.activities) == known:
            # 5月：无 says all there is.
            return
        heading = f"{self.sections.hashes} {words}"
        edit = None
        if line.is_plain:
            number = "" if found.has_title else flat.text[:offset].strip()
            good = f"{self.sections.hashes} {number}{words}"
            lines = "\n".join([good, "", *listed(flat.text, rest_at, spans)])
            before = "\n" if not offset and line.follows else "\n\n" if offset and found.has_title else ""
            start = offset if found.has_title else 0
            edit = Edit(start, line.length, before + lines + self._parted_below(line))
        fault = poor_forms.time_with_activities(words, len(spans), heading, edit)
        self._report(fault, line.line, line.column)

    def _parted_below(self, line: Line) -> str:
        """An empty line, where the next line would go on with what `fix` writes."""
        following = self._following
        if not isinstance(following, Line) or following.line != line.line + 1:
            return ""
        # A line of the next month brings its own.
        return "" if times.is_time_line(plain_text(following.parts), with_blank=True) else "\n"

    def _is_feast(self, found: TimeLine, text: str) -> bool:
        """Whether a line says a month and what is celebrated then, and nothing else: 9月 教师节."""
        is_alone = not text[found.rest :].strip(COLON) and not isinstance(self._following, Item)
        time = found.reading.time
        is_feast = time is not None and time.precision is times.Precision.FESTIVAL
        return is_alone and is_feast and "月" in found.words(text)

    def _read_day_line(self, line: Line, found: TimeLine, text: str) -> None:
        """3月8日 座谈会, without a sign of a list before it."""
        time, section = found.reading.time, self._section
        if section and section.time and time and not set(time.months) <= set(section.time.months):
            self._leave_for(found)
        if time is None:
            self._report_all(found.reading.faults, line.line, line.column)
        elif text[found.rest :].strip(COLON):
            self._read_clauses(line)
        elif section and not self.is_summary and isinstance(self._following, Line | Item):
            # 4日 alone: what is done then stands on the next line.
            self._report(poor_forms.line_not_read(text), line.line, line.column)


def _is_done(rest: str) -> bool:
    """Whether what stands behind a month says what is done rather than a theme."""
    return (
        begins_with_verb(rest) or bool(numbered(rest, 0, len(rest))) or any(sign in rest for sign in "；;。")
    )


def _titled_months(found: TimeLine, text: str) -> tuple[Span, ...]:
    """The activities of a line that says months behind its title: 全年活动：1月走访；3月插花."""
    spans = clauses(text, found.start, len(text)) if found.has_title else ()
    return spans if begin_with_months(text, spans) else ()
