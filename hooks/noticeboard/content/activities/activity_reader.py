"""A body → its activities, and what is wrong with their times, forms and states (SPECIFICATION section 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from noticeboard import times
from noticeboard.content.activities import poor_forms
from noticeboard.content.activities.activity import Activity
from noticeboard.content.activities.decimal_outline import DecimalOutline, dots_are_days
from noticeboard.content.activities.detail_lines import with_details
from noticeboard.content.activities.item_reader import ItemReader
from noticeboard.content.activities.leftover_parts import parts_left_over
from noticeboard.content.activities.leftovers import left_over
from noticeboard.content.activities.line_reader import LineReader
from noticeboard.content.activities.listed_months import dated_accounts, dated_behind, listed_months
from noticeboard.content.activities.lists_ahead import lists_ahead
from noticeboard.content.activities.month_tables import MonthTable
from noticeboard.content.activities.numbered_headings import LABEL_LEVEL, place_of, texts_of
from noticeboard.content.activities.other_chapters import is_of_another_time, is_of_own_time, says_ahead
from noticeboard.content.activities.plain_lines import Line, lines_among, signatures
from noticeboard.content.activities.quoted_plans import hidden_problems, is_quoted_plan, quote_problems
from noticeboard.content.activities.section_reader import Node, words_at_end
from noticeboard.content.activities.sections import TimeSection
from noticeboard.markup.body import Body, as_body, texts_at_top, walk
from noticeboard.markup.nodes import Heading, Item, Label, Table
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.problems import Problem
from noticeboard.times.faults import TIME_CONTRADICTION


def read_activities(
    body: Body | str, first_line: int = 1, *, path: str, kind: str, context: times.Context
) -> tuple[tuple[Activity, ...], tuple[Problem, ...]]:
    """The activities of a body in order, and what is wrong with them.

    `path` is its file; `first_line` the number that the first line of a text has there; `kind` is ``plan`` or
    ``summary``; `context` holds the document's period. Never raises for what an officer wrote.
    """
    blocks = as_body(body, first_line).blocks
    is_plan = kind != "summary"
    texts = texts_at_top(blocks, is_quoted_plan) if is_plan else texts_at_top(blocks)
    nodes = tuple(with_details(lines_among(texts)))
    if dots_are_days(plain_text(node.parts) for node in nodes if not isinstance(node, Table)):
        context = replace(context, dots_are_days=True)
    reader = _ActivityReader(path, kind == "summary", context)
    reader.read(nodes)
    activities = sorted(reader.maker.activities, key=lambda activity: activity.line)
    reader.problems += left_over(
        nodes, reader.placed, activities, path, context, reader.outline, is_summary=not is_plan
    )
    told = {problem.line for problem in reader.problems if problem.code in _NOT_READ}
    reader.problems += parts_left_over(activities, reader.maker.read, told, path)
    if is_plan:
        reader.problems += quote_problems(blocks, activities, path)
        reader.problems += hidden_problems(blocks, activities, path)
    return tuple(activities), tuple(sorted(reader.problems, key=lambda p: (p.line, p.column)))


def _lines_of(node: Node) -> Iterator[int]:
    """The lines on which a node and what stands in it begin."""
    yield node.line
    if isinstance(node, Table):
        yield from (row.line for row in node.rows)
    if isinstance(node, Item):
        yield from (child.line for child in walk(node.blocks))


def _is_detailed(node: Node) -> TypeGuard[Line]:
    return isinstance(node, Line) and node.is_detailed


_NOT_READ = frozenset(
    {poor_forms.LINE_NOT_READ.code, poor_forms.SEVERAL_IN_ITEM.code, TIME_CONTRADICTION.code}
)
"""What says of a line that something in it was not read."""
_ATTACHED_BELOW = pattern_of(r"\s*附\s*[件表录]?\s*[一二三四五0-9]?\s*[：:]")


def _lists_attached(above: Node | None) -> bool:
    """Whether the items below a node go on with what 附件：1. begins: the names of what is attached."""
    return isinstance(above, Line | Label) and _ATTACHED_BELOW.match(plain_text(above.parts)) is not None


class _ActivityReader(LineReader, ItemReader):
    """Walks through a body from top to bottom."""

    def read(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        if not self.is_summary:
            self.listed = listed_months(nodes, self.context)
            self.dated_behind = dated_behind(nodes, self.context)
        else:
            self.accounts = dated_accounts(nodes, self.context)
        self.lists_ahead = lists_ahead(nodes, self.listed)
        above: Node | None = None
        texts = texts_of(
            [node for node in nodes if isinstance(node, Heading | Label | Line) and not _is_detailed(node)]
        )
        signed = signatures(nodes)
        self.signed = signed
        self.outline = DecimalOutline.of(texts.values())
        for self.index, node in enumerate(nodes):
            if self._is_apart(node):
                continue
            if isinstance(node, Item):
                if not _lists_attached(above):
                    self._read_top_item(node)
                continue
            above = node
            if isinstance(node, Heading):
                self._read_heading(node, texts[place_of(node)])
                continue
            if isinstance(node, Line) and node.line in signed:
                continue
            if _is_detailed(node):
                self._read_detailed(node)
                continue
            if isinstance(node, Table):
                self._read_table(node)
            elif isinstance(node, Label):
                text = texts[place_of(node)]
                self.unread = None if self._read_label(node, text) or not self._is_lost(text) else node
            else:
                self._read_line(node, texts[place_of(node)])
        self._leave(0)

    def _is_apart(self, node: Node) -> bool:
        """Whether a node stands in a chapter of another time: what is planned for next year, in a summary, or what last year brought."""
        if isinstance(node, Heading):
            text, period = plain_text(node.parts), self.context.period
            is_below = 0 < self.apart_level < node.level
            if not is_below or is_of_own_time(text, period, is_summary=self.is_summary):
                is_apart = is_of_another_time(text, period, is_summary=self.is_summary)
                self.apart_level = node.level if is_apart else 0
                if is_apart:
                    self._leave(node.level)
        if self.apart_level:
            # It is nothing that the document has lost.
            self.sections.lines.update(_lines_of(node))
        return self.apart_level > 0

    @property
    def placed(self) -> frozenset[int]:
        """The lines that were read as times, activities or a signature, or told."""
        # Of a list's sign it says nothing of what stands behind it.
        told = (it.line for it in self.problems if it.code != poor_forms.LIST_MARKER.code)
        return frozenset().union(self.sections.lines, self.maker.lines, self.signed, told)

    def _read_heading(self, heading: Heading, text: str) -> None:
        self._leave(heading.level)
        if text.startswith(("每周", "每星期")):
            self.weekly_level = heading.level
        elif heading.level <= self.weekly_level:
            self.weekly_level = 0
        self.maker.is_weekly = self.weekly_level > 0
        is_read = self._open(heading, text) or self._open_behind(heading, text)
        if not is_read:
            self.sections.note_heading(heading.level)
            is_read = self._read_title(heading)
        self.unread = None if is_read or not self._is_lost(text) else heading
        if self.unread and times.is_unread_time(text):
            self._report_unread(self.unread)

    def _is_lost(self, text: str) -> bool:
        """Whether a heading that is no time looks like a month's, and stands below none."""
        if self._section and (time := self._section.time) and time.precision.is_month_like:
            return False
        is_title = self.is_summary and text.endswith(("总结", "回顾", "报告", "汇报"))
        if is_title or (self.is_summary and says_ahead(text)):
            return False
        if not self.is_summary and (times.is_part_of_year(text) or words_at_end(text)):
            return True
        return times.is_month_like(text) or times.is_unread_time(text)

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
            inner = TimeSection.inside(section, LABEL_LEVEL, row.time, self.context)
            for activity_text in row.activity_texts:
                self.maker.make(activity_text, inner)
            if section:
                section.is_read = True
