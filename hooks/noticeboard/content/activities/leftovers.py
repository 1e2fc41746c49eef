"""The net below all readers: what says a time, and was neither read nor told (SPECIFICATION section 4).

The readers look for forms that they know. Here it is the other way round: each line that names a time must have been
placed, as a heading, an activity, a part of one, or by a problem; what is left over is told.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from noticeboard import times
from noticeboard.content.activities import poor_forms
from noticeboard.content.activities.activity import Activity
from noticeboard.content.activities.clauses import before
from noticeboard.content.activities.dated_clauses import GOES_ON, is_of_period, says_when
from noticeboard.content.activities.decimal_outline import DecimalOutline
from noticeboard.content.activities.detail_lines import names_document
from noticeboard.content.activities.letter_lines import is_of_letter
from noticeboard.content.activities.month_tables import could_be_plan
from noticeboard.content.activities.plain_lines import Line
from noticeboard.markup.body import walk
from noticeboard.markup.nodes import Heading, Item, Label, Parts, Table
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.problems import Problem

Node = Heading | Label | Item | Line | Table

_FEWEST_TOLD = 2
"""Different months of a summary's sentences from which on it tells month by month what was done."""
_FEWEST_ROWS = 2
_PROPOSED = pattern_of("——第 ([0-9]{1,6}) 行“")
"""Behind what an import has found in a sentence, whose line it names (SPECIFICATION section 16)."""
_OVERVIEW = 3
"""Months that a sentence names which introduces a plan: 三月开教代会，四月读书，五月比赛。"""
_WORDS = 3
"""Characters that are enough to know an activity by."""


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A text that nobody has placed."""

    text: str
    line: int
    column: int
    end: int
    """Its last line."""
    is_heading: bool = False

    @classmethod
    def of(cls, parts: Parts, line: int, column: int) -> LeftOver:
        """What stands in the parts of one line, or of several that were wrapped."""
        return cls(plain_text(parts).strip(), line, column, max((part.line for part in parts), default=line))

    def problem(self, path: str) -> Problem:
        """What is told of it."""
        if self.is_heading and (times.is_month_like(self.text) or _BARE_MONTH.fullmatch(self.text)):
            return poor_forms.month_heading_not_read(self.text).at(path, self.line, self.column)
        return poor_forms.line_not_read(self.text).at(path, self.line, self.column)


def left_over(
    nodes: Sequence[Node],
    placed: Container[int],
    activities: Sequence[Activity],
    path: str,
    context: times.Context,
    outline: DecimalOutline,
    *,
    is_summary: bool,
) -> Iterator[Problem]:
    """What is told of lines that say a time and stand in no line of `placed`, the lines that were read or told.

    `activities` are what was read: what says one of them once more, as an introduction does, is not told.
    """
    texts = [
        text
        for node in _without_leaders(nodes, activities)
        for text in _texts(node, placed, activities)
        if text.text
    ]
    if is_summary:
        yield from (text.problem(path) for text in _accounts(texts, activities, context))
        return
    yield from (text.problem(path) for text in _named_lists(nodes, placed, activities, context))
    proposed = {int(line) for text in texts for line in _PROPOSED.findall(text.text)}
    for text in texts:
        if text.line in proposed or _PROPOSED.search(text.text):
            # `left-proposals` tells of it.
            continue
        words = text.text[outline.text_at(text.text) :].strip()
        if says_when(words, context) and not _is_echo(text.text, activities):
            yield text.problem(path)
    for node in nodes:
        if isinstance(node, Table) and could_be_plan(node):
            yield from (text.problem(path) for text in _rows(node, placed, context))


def _without_leaders(nodes: Sequence[Node], activities: Sequence[Activity]) -> Iterator[Node]:
    """`nodes` without titles of documents and chapters, and without headings below which something was read."""
    lines = [activity.line for activity in activities]
    heads = [node.line for node in nodes if isinstance(node, Heading | Label)]
    for node in nodes:
        if isinstance(node, Heading | Label):
            stop = next((line for line in heads if line > node.line), _LAST)
            text = plain_text(node.parts).strip()
            is_title = names_document(text) and text[-1] not in _SENTENCE_END
            if is_title or any(node.line < line < stop for line in lines):
                continue
        yield node


def _named_lists(
    nodes: Sequence[Node], placed: Container[int], activities: Sequence[Activity], context: times.Context
) -> Iterator[LeftOver]:
    """Short titles that name a festival or vacations, below which a list stands of which nothing was read: 庆三八活动：

    And headings that may be meant for a month, 3, below which nothing was read into one.
    """
    lines = {activity.line for activity in activities}
    of_months = {activity.line for activity in activities if _numbers(activity)}
    for title, below in pairwise(nodes):
        if isinstance(title, Table | Item) or not isinstance(below, Item):
            continue
        text = plain_text(title.parts).strip()
        if isinstance(title, Heading) and _BARE_MONTH.fullmatch(text) and below.line not in of_months:
            yield replace(LeftOver.of(title.parts, title.line, title.column), is_heading=True)
        if below.line in lines:
            continue
        is_short = len(text) <= _SHORTEST_SENTENCE and not names_document(text.rstrip("：:"))
        if (
            is_short
            and title.line not in placed
            and (_VACATION.search(text) or times.festival_within(text, context))
        ):
            yield LeftOver.of(title.parts, title.line, title.column)


_VACATION = pattern_of("寒假|暑假|暑期|年底|岁末|年终")
_BARE_MONTH = pattern_of("(?:0?[1-9]|1[0-2])[.．]?")
_SHORTEST_SENTENCE = 18
_LAST = 10**9
_SENTENCE_END = "。；;，,、"


def _is_echo(text: str, activities: Sequence[Activity]) -> bool:
    """Whether a sentence only says once more what was read: an overview of months, or words of an activity of its month."""
    dates = list(times.dates_within(text))
    months = {number for date in dates for number in date.months}
    read = {month.number for activity in activities for month in activity.time.months}
    if not months or not months <= read or any(date.days for date in dates):
        return False
    return len(months) >= _OVERVIEW or all(
        any(_share_words(text, one.text) for one in activities if month in _numbers(one)) for month in months
    )


def _numbers(activity: Activity) -> set[int]:
    return {month.number for month in activity.time.months}


def _share_words(text: str, other: str) -> bool:
    """Whether a text has some words of another one."""
    runs = (other[start : start + _WORDS] for start in range(len(other) - _WORDS + 1))
    return any(run in text and run.isalpha() for run in runs)


def _accounts(
    texts: Sequence[LeftOver], activities: Sequence[Activity], context: times.Context
) -> list[LeftOver]:
    """The lines of a summary with sentences that tell, each of a month of its own, what was done: 4月18日举行制作大赛.

    One day is enough in a month of which nothing was read, though others were.
    """
    found = [
        (text, dates)
        for text in texts
        if not is_of_letter(text.text) and (dates := _unread_dates(text.text, context))
    ]
    different = {date.months[0] for _, dates in found for date in dates}
    if len(different) >= _FEWEST_TOLD:
        return [text for text, _ in found]
    read = {number for activity in activities for number in _numbers(activity)}
    return [
        text
        for text, dates in found
        if read and any(date.days and date.months[0] not in read for date in dates)
    ]


_SENTENCE = pattern_of(r"(?:^|[。；;！])\s*(?:[0-9]{1,2}[.．、])?$")


def _unread_dates(text: str, context: times.Context) -> list[times.NamedDate]:
    return [
        date
        for date in times.dates_within(text)
        if (_SENTENCE.search(before(text, date.start)) or _in_bracket(text, date))
        and is_of_period(date, context)
        and not date.is_bound
        and len(set(date.months)) == 1
        and not GOES_ON.match(text[date.end :])
    ]


def _in_bracket(text: str, date: times.NamedDate) -> bool:
    """Whether a bracket says a day and nothing else: 组织了春游（4月18日）和球赛（5月9日）."""
    return (
        bool(date.days)
        and text[date.start - 1 : date.start] in "（("
        and text[date.end : date.end + 1] in "）)"
    )


def _is_part_of(child: Item, item: Item, activities: Sequence[Activity]) -> bool:
    """Whether what stands below an activity says no other month than the activity does."""
    own = {number for one in activities if one.line == item.line for number in _numbers(one)}
    said = {number for date in times.dates_within(plain_text(child.parts)) for number in date.months}
    return said <= own


def _texts(node: Node, placed: Container[int], activities: Sequence[Activity]) -> Iterator[LeftOver]:
    """What a node says that is not placed, with the items and lines below it."""
    if isinstance(node, Table):
        return
    own = LeftOver.of(node.parts, node.line, node.text_column if isinstance(node, Item) else node.column)
    own = replace(own, is_heading=isinstance(node, Heading))
    if not any(line in placed for line in range(own.line, own.end + 1)):
        yield own
    if isinstance(node, Item):
        for child in walk(node.blocks):
            is_left = isinstance(child, Item) and child.line not in placed
            if isinstance(child, Item) and is_left and not _is_part_of(child, node, activities):
                yield LeftOver.of(child.parts, child.line, child.text_column)


def _rows(table: Table, placed: Container[int], context: times.Context) -> list[LeftOver]:
    """The rows with a cell that is a time, where several have one and none was read."""
    found = [
        LeftOver(words, row.line, row.column, row.line)
        for row in table.rows
        if row.line not in placed
        for words in [" ".join(plain_text(cell.parts).strip() for cell in row.cells).strip()]
        if any(_is_time(plain_text(cell.parts).strip(), context) for cell in row.cells)
    ]
    return found if len(found) >= _FEWEST_ROWS or len(table.rows) == len(found) else []


def _is_time(cell: str, context: times.Context) -> bool:
    dates = [date for date in times.dates_within(cell) if is_of_period(date, context)]
    return bool(dates) and dates[0].start == 0 and not cell[dates[-1].end :].strip("份前后起止 （）()")
