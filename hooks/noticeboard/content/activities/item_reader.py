"""The items of a body's lists as activities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from noticeboard import times
from noticeboard.content.activities import poor_forms
from noticeboard.content.activities.activity_text import ActivityText
from noticeboard.content.activities.clauses import clauses, counted_on, numbered, with_numbered
from noticeboard.content.activities.joined_items import joined_item
from noticeboard.content.activities.lists_ahead import heads_what_follows
from noticeboard.content.activities.named_lines import named_clauses
from noticeboard.content.activities.numbered_headings import LABEL_LEVEL
from noticeboard.content.activities.plain_lines import Line
from noticeboard.content.activities.prose_months import says_months
from noticeboard.content.activities.section_reader import COLON, SectionReader, are_certain, opens
from noticeboard.content.activities.sections import TimeSection
from noticeboard.content.activities.time_lines import (
    MonthAtEnd,
    TimeLine,
    month_at_end,
    read_time_line,
    without_signs,
)
from noticeboard.content.activities.unread_times import begins_like_time, looks_dated, time_in_bracket
from noticeboard.markup.body import items_below
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.links import links_among
from noticeboard.markup.nodes import Heading, Item, Label
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.problems import Edit

_LONGEST_TIME = 40
_THEME = pattern_of(r"\s*[0-9０-９一二三四五六七八九十元]{1,3}月份?\s*[|｜·]\s*[^|｜，,。；;0-9]{2,8}\s*")
"""A month and a theme, of few words."""


class ItemReader(SectionReader):
    """Reads items, and the months that hang at their ends."""

    def _read_top_item(self, item: Item) -> None:
        if self._open_item(item):
            return
        self._leave_finished(item)
        section, known = self._section, len(self.maker.activities)
        self._read_item(item, section)
        if section:
            section.has_content = section.has_items = True
        if self.unread and (section or len(self.maker.activities) == known):
            self._report_unread(self.unread)
        if item.marker.number == 1:
            self._end_list()
        self.list.note(item, len(self.maker.activities) > known)
        if not isinstance(self._following, Item):
            self._end_list()

    def _end_list(self) -> None:
        if self._section is None and not self.is_summary:
            for item in self.list.undated():
                self._read_festive(item)
        is_dated = self._section is not None or self.is_summary
        self.problems += self.list.problems(self.path, is_dated=is_dated, reported=self.reported)
        self.reported.clear()

    def _read_festive(self, item: Item) -> None:
        """An item without a time among those with one, that names a festival: 精心组织“三八”妇女节活动。（1）… （2）…"""
        flat = FlatText.of(item.parts)
        time = times.festival_within(flat.text, self.context)
        spans = with_numbered(flat.text)
        if time is None or not time.months or tuple(items_below(item)) or not are_certain(spans):
            return
        section = TimeSection.inside(None, LABEL_LEVEL, time, self.context)
        for index, (start, end) in enumerate(spans):
            self.maker.make(ActivityText.of_item(item, flat, end, start, is_first=not index), section)
        self.list.note_read(item)
        fault = poor_forms.festival_as_time(flat.text, time.text, time.months[0].number, len(spans))
        self._report(fault, item.line, item.text_column)

    def _open_item(self, item: Item) -> bool:
        """Open the section of an item that heads what follows it: ■三月."""
        following = self._following
        is_numbered = isinstance(following, Item) and following.marker.number == 1
        with_theme = is_numbered or self._has_theme(item)
        is_head = heads_what_follows(item, with_theme=with_theme) and isinstance(following, Item | Line)
        if self.is_summary or not is_head:
            return False
        flat = plain_text(item.parts)
        words = without_signs(flat)
        self._leave_for(read_time_line(words, self.sections.within_for_lines))
        length = item.text_column - item.column + len(flat)
        line = Line(item.line, item.column, item.parts, length, False, False)
        if not self._open(line, words):
            return False
        self._report_not_heading(line, words)
        section = self._section
        assert section is not None  # It was opened right now.
        section.is_of_item = True
        return True

    def _has_theme(self, item: Item) -> bool:
        """Whether behind a picture a month and a theme stand, before items that say none: 🌱 2月 | 收心, above 👉 猜灯谜."""
        following, text = self._following, plain_text(item.parts)
        if not (item.marker.is_poor and isinstance(following, Item) and following.marker.is_poor):
            return False
        below = plain_text(following.parts).strip()
        return _THEME.fullmatch(text) is not None and bool(below) and not begins_like_time(below)

    def _leave_finished(self, item: Item) -> None:
        """Leave the month of a line with its activities, or of an item, where an item of another month follows."""
        section = self._section
        if section and (section.has_rest or section.is_of_item) and section.time:
            found = times.read_leading(plain_text(item.parts), self.context)
            time = found.time if found else None
            if time and time.months and not set(time.months) <= set(section.time.months):
                self._leave(LABEL_LEVEL)

    def _read_item(self, item: Item, section: TimeSection | None) -> None:
        below, flat = tuple(items_below(item)), FlatText.of(item.parts)
        leading = times.read_leading(flat.text, section.within if section else self.context)
        if self._read_counted(item, flat, leading, section, below):
            return
        if below and (inner := self._section_of(item, section)):
            for child in below:
                self._read_item(child, inner)
            return
        if section is not None:
            if section.time is not None:
                self._read_activity(item, flat, leading, section)
            else:
                self._pass_over(section, item)
        elif item.line in self.accounts:
            self._read_activity(item, flat, leading, None)
        elif not self.is_summary and not self._read_activity(item, flat, leading, None):
            for child in below:
                self._read_item(child, None)
            text = plain_text(item.parts)
            named = None if below else named_clauses(text)
            if named and named[1]:
                self._read_named_item(item, named[0])
                return
            if not below and (looks_dated(text) or says_months(text)):
                self.reported.add(item.line)
                self._report(poor_forms.line_not_read(text), item.line, item.text_column)

    def _report_below(self, item: Item, time: times.Time) -> None:
        """Tell of what stands below an activity of `time` with a day or a month of its own: on no page is it on that.

        Below what recurs it says when one time of it was done.
        """
        below = () if time.precision is times.Precision.RECURRING else items_below(item)
        for child in below:
            text = plain_text(child.parts)
            words = text if times.is_like_time(text) else time_in_bracket(text)
            reading = times.read_leading(words, replace(self.context, section=time)) if words else None
            own = reading.time if reading else None
            if own and (own.start, own.months) != (time.start, time.months):
                self._report(poor_forms.below_not_read(text), child.line, child.text_column)

    def _read_named_item(self, item: Item, spans: Sequence[tuple[int, int]]) -> None:
        """女工委员：3月8日插花；5月讲座, each with its month."""
        flat = FlatText.of(item.parts)
        for index, (start, end) in enumerate(spans):
            self.maker.make(ActivityText.of_item(item, flat, end, start, is_first=not index), None)
        if len(spans) > 1:
            self._report(poor_forms.several_in_item(flat.text, len(spans)), item.line, item.text_column)

    def _read_activity(
        self, item: Item, flat: FlatText, leading: times.ParsedTime | None, section: TimeSection | None
    ) -> bool:
        """Reads an item whose `flat` text begins with the time `leading`; whether it is an activity, or several."""
        if section is None and (spans := self._month_item(flat)):
            return self._read_month_item(item, flat, spans)
        if counted := counted_on(flat.text, item.marker.number):
            for index, (start, end) in enumerate(counted):
                self.maker.make(ActivityText.of_item(item, flat, end, start, is_first=not index), section)
            self._report(poor_forms.several_in_item(flat.text, len(counted)), item.line, item.text_column)
            return True
        if self._read_joined(item, flat, leading, section):
            return True
        hanging = self._month_at_end(flat, section)
        end = hanging[0] if hanging else len(flat.text)
        known = len(self.maker.activities)
        is_read = self.maker.make(ActivityText.of_item(item, flat, end), section)
        if len(self.maker.activities) > known and not self.is_summary:
            self._report_below(item, self.maker.activities[-1].time)
        if hanging:
            self._open_at_end(flat, hanging)
        return is_read

    def _read_joined(
        self, item: Item, flat: FlatText, first: times.ParsedTime | None, section: TimeSection | None
    ) -> bool:
        """3月8日插花，3月12日植树, each with its time."""
        if any(True for _ in links_among(item.parts)):
            # What it links to may be called after a month.
            return False
        context = section.within if section else self.context
        has_time = section is not None or (first is not None and first.time is not None and first.length > 0)
        is_numbered, is_account = item.marker.number is not None, self.is_summary or not has_time
        joined = joined_item(flat.text, context, first, is_account=is_account, is_numbered=is_numbered)
        if joined is None:
            return False
        spans = joined.spans
        if not joined.is_certain:
            fault = poor_forms.several_in_item(flat.text, len(spans), are_parted=False)
            self._report(fault, item.line, item.text_column)
            return False
        month = TimeSection.inside(None, LABEL_LEVEL, first.time, self.context) if first else None
        for index, (start, end) in enumerate(spans):
            reading = times.read_leading(flat.text[start:end], context)
            has_month = reading is not None and reading.time is not None and bool(reading.time.months)
            inner = section if section or has_month or not index else month
            self.maker.make(ActivityText.of_item(item, flat, end, start, is_first=not index), inner)
        edit = self._listed(item, flat, spans)
        self._report(poor_forms.several_in_item(flat.text, len(spans), edit), item.line, item.text_column)
        return True

    def _listed(self, item: Item, flat: FlatText, spans: Sequence[tuple[int, int]]) -> Edit | None:
        """The parts as items of their own; none where it is numbered, or has something below it."""
        if len(flat.starts) > 1 or item.blocks or item.ticked is not None or item.marker.number is not None:
            return None
        lead = "\n" + " " * (item.column - 1) + "- "
        return Edit(0, len(flat.text), lead.join(flat.text[slice(*span)] for span in spans))

    def _month_at_end(self, flat: FlatText, section: TimeSection | None) -> MonthAtEnd | None:
        """The month at an item's end that heads what follows: a later one than the section's, before a new list."""
        following = self._following
        if section is None or section.time is None or not isinstance(following, Item):
            return None
        found = month_at_end(flat.text, self.context)
        if found is None or not (found[3] or following.marker.number == 1):
            return None
        time, months = found[2].time, section.time.months
        is_later = time and time.months and months and time.months[0] > months[-1]
        return found if is_later else None

    def _open_at_end(self, flat: FlatText, hanging: MonthAtEnd) -> None:
        gap, at, reading, _ = hanging
        self._leave_for(TimeLine(at, reading, len(flat.text), True))
        words = flat.text[at:].strip(COLON)
        line, column = flat.place(at)
        self.sections.enter(LABEL_LEVEL, reading.time, "", flat, words, line, column, 0)
        heading = f"{self.sections.hashes} {words}"
        edit = Edit(gap - at, len(flat.text) - at, f"\n\n{heading}\n")
        self._report_all(reading.faults, line, column)
        self._report(poor_forms.time_at_end(words, heading, edit), line, column)

    def _month_item(self, flat: FlatText) -> tuple[TimeLine, tuple[tuple[int, int], ...]] | None:
        """The activities of an item that says a whole month and several of them: - 三月：植树；登山."""
        found = read_time_line(flat.text, self.context)
        if found is None or not found.is_parted or not opens(found, flat.text) or found.start:
            return None
        spans = clauses(flat.text, found.rest, len(flat.text), at_commas=False)
        return (found, spans) if len(spans) > 1 and are_certain(spans) else None

    def _read_month_item(
        self, item: Item, flat: FlatText, found: tuple[TimeLine, tuple[tuple[int, int], ...]]
    ) -> bool:
        line, spans = found
        self._report_all(line.reading.faults, item.line, item.text_column)
        inner = TimeSection(
            LABEL_LEVEL, line.reading.time, "", replace(self.context, section=line.reading.time)
        )
        for index, span in enumerate(spans):
            self.maker.make(ActivityText.of_item(item, flat, span[1], span[0], is_first=not index), inner)
        edit = None
        if len(flat.starts) == 1 and not item.blocks and item.ticked is None:
            below = "\n" + " " * (item.text_column - 1) + "- "
            listed = "".join(below + flat.text[slice(*span)] for span in spans)
            edit = Edit(0, len(flat.text), f"{line.words(flat.text)}：{listed}")
        self._report(poor_forms.several_in_item(flat.text, len(spans), edit), item.line, item.text_column)
        return True

    def _section_of(self, item: Item, section: TimeSection | None) -> TimeSection | None:
        """The section that an item opens which is only a time with items below it."""
        text = plain_text(item.parts).strip().rstrip(COLON)
        if item.height > 1 or item.ticked is not None or not text or len(text) > _LONGEST_TIME:
            return None
        reading = times.read_heading(text, section.within if section else self.context)
        if reading is None or reading.theme:
            return None
        self._report_all(reading.faults, item.line, item.text_column)
        self.sections.lines.add(item.line)
        return TimeSection.inside(section, LABEL_LEVEL, reading.time, self.context)

    def _read_counted(
        self,
        item: Item,
        flat: FlatText,
        reading: times.ParsedTime | None,
        section: TimeSection | None,
        below: Sequence[Item],
    ) -> bool:
        """5月份（1）植树, the first of several activities right behind the month that they share."""
        if (self.is_summary and section is None) or reading is None or not reading.length:
            return False
        spans = numbered(flat.text, reading.length, len(flat.text))
        if not spans or (len(spans) == 1 and not below):
            return False
        self._report_all(reading.faults, item.line, item.text_column)
        inner = TimeSection.inside(section, LABEL_LEVEL, reading.time, self.context)
        for index, span in enumerate(spans):
            self.maker.make(
                ActivityText.of_item(item, flat, span[1], span[0], is_first=not index, alone=True), inner
            )
        for child in below:
            self._read_item(child, inner)
        count = len(spans) + len(below)
        self._report(poor_forms.several_in_item(flat.text, count), item.line, item.text_column)
        return True

    def _report_unread(self, heading: Heading | Label) -> None:
        text = plain_text(heading.parts).strip()
        self._report(poor_forms.month_heading_not_read(text), heading.line, heading.column)
        self.unread = None
