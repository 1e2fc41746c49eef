"""Plain lines that open no time: activities of the month above them, notes, and accounts (SPECIFICATION section 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from noticeboard import times
from noticeboard.content.activities import poor_forms
from noticeboard.content.activities.activity_text import ActivityText
from noticeboard.content.activities.clauses import LONGEST, Span, begins_with_verb, clauses
from noticeboard.content.activities.detail_lines import detail_name, names_document
from noticeboard.content.activities.field_names import TIME, WHAT
from noticeboard.content.activities.item_parts import ItemParts
from noticeboard.content.activities.joined_items import joined_item
from noticeboard.content.activities.listed_months import is_dated_behind
from noticeboard.content.activities.named_lines import named_clauses
from noticeboard.content.activities.numbered_headings import LABEL_LEVEL
from noticeboard.content.activities.plain_lines import Line
from noticeboard.content.activities.prose_months import months_in_prose, says_months
from noticeboard.content.activities.section_reader import SectionReader, are_certain
from noticeboard.content.activities.sections import TimeSection
from noticeboard.content.activities.unread_times import says_month_within
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.nodes import Heading, Item, Label
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.problems import Edit

_LONGEST_IN_SUMMARY = 40
"""Characters of a paragraph below a summary's month that is an activity rather than an account."""
_NEAR = 3
"""Lines on either side of one that stands among others."""
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
    "联系",
    "咨询",
    "电话",
    "抄送",
    "主送",
    "温馨提示",
    "请各",
    "请大家",
    "请全体",
    "请有关",
    "请相关",
)


_CLOSING = pattern_of("接龙|转告|留言|请.{0,6}(?:回复|转发|关注|收藏|互相)|^(?:以上|上述)")
"""What ends a message, apart from what it announces: 没收到通知的老师请互相转告."""
_NAME = pattern_of(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\W)*[\u4e00-\u9fff]"
)
"""Q1 第一季度 names nothing that is done."""
_YEAR = pattern_of(r"20[0-9]{2}\s*年度?[：:]?")


class ContentLineReader(SectionReader):
    """Reads lines for the section that is open."""

    def _read_content(self, line: Line) -> None:
        """A line below a month: activities where that is certain."""
        section, text = self._section, plain_text(line.parts).strip()
        if not self.is_summary and _YEAR.fullmatch(text):
            # It heads what follows, whose months say no year: nothing before it goes on.
            self._leave(LABEL_LEVEL)
            if not any(problem.line == line.line for problem in self.problems[-1:]):
                self._report(poor_forms.line_not_read(text), line.line, line.column)
            return
        if section is None and not self.is_summary and (named := named_clauses(plain_text(line.parts))):
            self._read_named(line, *named)
            return
        if section is None:
            self._report_like_time(line, text)
        if section is None or section.time is None:
            if section:
                self._pass_over(section, line)
            return
        if times.is_unread_time(text) and not self.is_summary and self._is_of_another_time(text):
            section.has_content = True
            self._report(poor_forms.line_not_read(text), line.line, line.column)
            return
        if section.has_rest and not line.follows and line.line != section.last_line + 1:
            self._leave(LABEL_LEVEL)
            self._report_like_time(line, text)
            return
        if (name := detail_name(text)) and name != WHAT:
            # Of the heading above it, whose theme is what is done.
            self._report_lost_time(line, name)
            return
        leads_on = isinstance(self._following, Item) and text.endswith(("：", ":"))
        if text.startswith("以上") and section.has_rest:
            self._leave(LABEL_LEVEL)
            return
        is_month = section.time.precision.is_month_like or (
            not self.is_summary and section.time.precision is times.Precision.QUARTER
        )
        if not line.follows and _CLOSING.search(text):
            return
        is_note = text.startswith(_NOTES)
        if leads_on or is_note or not (is_month or self._is_surely_one(line)):
            section.has_content = True
            return
        if section.has_items or (not section.has_rest and self.lists_ahead[self.index]):
            self._report_beside_list(line, text)
            return
        section.last_line = line.line
        self._read_clauses(line)

    def _read_title(self, title: Heading | Label) -> bool:
        """A title outside of months that says behind when it is, with or without words below: 一、慰问（2月10日，村部）."""
        text = plain_text(title.parts).strip()
        if self.is_summary or self._section is not None or names_document(text):
            return False
        if not (_NAME.match(text) and is_dated_behind(title, self.context)):
            return False
        flat = FlatText.of(title.parts)
        below = takewhile(lambda node: isinstance(node, Item), self.nodes[self.index + 1 :])
        texts = tuple(plain_text(item.parts).strip() for item in below if isinstance(item, Item))
        self.maker.make(replace(ActivityText.of_line(flat, 0, len(flat.text)), sub_items=texts), None)
        self._report(poor_forms.title_as_activity(flat.text), title.line, title.column)
        return True

    def _read_named(self, line: Line, spans: Sequence[tuple[int, int]], are_dated: bool) -> None:
        """女工委员：3月8日插花；5月讲座: several activities where each part has its month; else it is told."""
        flat = FlatText.of(line.parts)
        if not are_dated:
            self._report(poor_forms.line_not_read(flat.text), line.line, line.column)
            return
        for span in spans:
            self.maker.make(ActivityText.of_line(flat, *span), None)
        self._report(poor_forms.activity_not_item(flat.text, len(spans), None), line.line, line.column)

    def _read_account(self, line: Line) -> None:
        """3月7日，举办插花活动: one of several lines of a summary that tell day after day what was done."""
        flat = FlatText.of(line.parts)
        self.maker.make(ActivityText.of_line(flat, 0, len(flat.text)), None)
        edit = Edit(0, line.length, f"- {flat.text}") if line.is_plain else None
        self._report(poor_forms.activity_not_item(flat.text, 1, edit), line.line, line.column)

    def _read_prose(self, line: Line) -> bool:
        """我会三月将组织登山，四月拟举办球赛: each month with what is done then. Whether it is such a sentence."""
        flat = FlatText.of(line.parts)
        planned = months_in_prose(flat.text)
        if not planned or not flat.text[: planned[0][0][0]].strip():
            return False
        for (start, end), what in planned:
            reading = times.read_heading(flat.text[start:end], self.context)
            if reading is None:
                continue
            self._report_all(reading.faults, *flat.place(start))
            month = TimeSection.inside(None, LABEL_LEVEL, reading.time, self.context)
            self.maker.make(ActivityText.of_line(flat, *what), month)
        self._report(poor_forms.activity_not_item(flat.text, len(planned), None), line.line, line.column)
        return True

    def _is_surely_one(self, line: Line) -> bool:
        """Whether a line below a quarter or a half-year is an activity: a verb begins it, or it says its own time."""
        parts = ItemParts.of(FlatText.of(line.parts), None)
        is_one = begins_with_verb(parts.front) or bool(parts.bracket_time[0])
        return not self.is_summary and len(parts.text) <= LONGEST and is_one

    def _is_of_another_time(self, text: str) -> bool:
        """Whether a line below a time says another one that is not read: 腊月 写春联 below 重阳, but not 4.15国家安全日 below 四月."""
        is_term = text.startswith(("开学", "期中", "期末"))
        return len(text) <= LONGEST and not is_term and (not text[:1].isdigit() or text.startswith("20"))

    def _report_like_time(self, line: Line, text: str) -> None:
        """Tell of a line outside of sections that begins like a time: 五一前后慰问, 4.5扫墓."""
        if self.is_summary and not self._follows_account(line):
            return
        if len(text) > LONGEST:
            if says_months(text):
                self._report(poor_forms.line_not_read(text), line.line, line.column)
            return
        is_like = times.is_like_time(text) and (self.is_summary or not self.outline.numbers(text))
        if is_like or is_dated_behind(line, self.context) or says_month_within(text):
            self._report(poor_forms.line_not_read(text), line.line, line.column)

    def _follows_account(self, line: Line) -> bool:
        """Whether a line of a summary stands among those that tell day after day what was done."""
        is_one = bool(self.accounts) and any(
            node.line in self.accounts
            for node in self.nodes[max(self.index - _NEAR, 0) : self.index + _NEAR + 1]
            if isinstance(node, Line)
        )
        return is_one and line.line not in self.accounts

    def _report_lost_time(self, line: Line, name: str) -> None:
        if name == TIME and not self.is_summary:
            self._report(poor_forms.line_not_read(plain_text(line.parts)), line.line, line.column)

    def _report_beside_list(self, line: Line, text: str) -> None:
        is_one = len(text) <= LONGEST // 2 and (begins_with_verb(text) or times.is_like_time(text))
        if is_one and not self.is_summary:
            self._report(poor_forms.line_not_read(text), line.line, line.column)

    def _dated_parts(self, text: str, start: int) -> tuple[Span, ...]:
        """8号插花，12号植树, each with its day; none where a line says one activity, or a number stands before it."""
        context = self._section.within if self._section else self.context
        first = times.read_leading(text, context)
        joined = None if start else joined_item(text, context, first, is_account=True)
        return joined.spans if joined and joined.is_certain else ()

    def _read_clauses(self, line: Line) -> None:
        section = self._section
        flat = FlatText.of(line.parts)
        start = self.outline.text_at(flat.text)
        spans = self._dated_parts(flat.text, start) or clauses(flat.text, start, len(flat.text))
        is_account = self.is_summary and not (
            len(flat.text) <= _LONGEST_IN_SUMMARY or all(begins_with_verb(flat.text[a:b]) for a, b in spans)
        )
        if section:
            section.has_content = True
        if not spans or is_account or not are_certain(spans):
            if not self.is_summary and spans:
                self._report(poor_forms.line_not_read(flat.text), line.line, line.column)
                if section:
                    section.is_reported = True
            return
        made = [self.maker.make(ActivityText.of_line(flat, *span), section) for span in spans]
        if any(made):
            edit = None
            if line.is_plain:
                lines = "\n".join(listed(flat.text, spans[0][0], spans))
                edit = Edit(0, line.length, lines)
            fault = poor_forms.activity_not_item(flat.text, len(spans), edit)
            self._report(fault, line.line, line.column)


def listed(text: str, start: int, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Each part of a line as an item, with the number that stands before it: 1、植树；2、登山."""
    for first, last in spans:
        number = text[start:first].strip(" \t\u3000；;。，,")
        is_number = any(map(str.isnumeric, number))
        yield f"{number}{text[first:last]}" if is_number else f"- {text[first:last]}"
        start = last
