"""The plain lines of a body: its paragraphs line by line, and the signature below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from noticeboard.content.activities.clauses import begins_with_verb
from noticeboard.content.activities.letter_lines import BODY, DAY
from noticeboard.markup.nodes import Break, Heading, Item, Label, Paragraph, Part, Parts, Table, Text
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.times import Context, is_time_line, read_heading

_WRAPPED = 25
"""Characters of the shortest line that may have been wrapped."""
_RAGGED = 3
"""Characters by which such lines differ in length."""
_FIGURES = pattern_of(r"\s*[0-9]{1,6}(?:名|人|位|户|个|项|件|份|次|场)")
"""What goes on behind a comma: 办了急救培训， 41人拿到证书."""
_SENTENCE_END = "。；！？.;!?：:"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph; or several, where a sentence was plainly wrapped."""

    line: int
    column: int
    parts: Parts
    length: int
    """Characters that were typed for it, when `is_plain`."""
    is_plain: bool
    """Whether it is one line without markup, so that an edit can write it anew."""
    follows: bool
    """Whether another line stands right above it."""
    is_detailed: bool = False
    """Whether it is a title with its time and place from the lines below it."""

    @classmethod
    def of_label(cls, label: Label) -> Line:
        """A label read as the plain line that it was typed as."""
        return cls(label.line, label.column, label.parts, label.length, _is_text(label.parts), False)


def lines_among(
    nodes: Iterable[Heading | Label | Item | Paragraph | Table],
) -> Iterator[Heading | Label | Item | Line | Table]:
    """`nodes` with their paragraphs taken apart into lines."""
    last = 0
    for node in nodes:
        if isinstance(node, Label) and node.line == last + 1 and not _heads_what_follows(node):
            last = node.line
            yield replace(Line.of_label(node), follows=True)
            continue
        if isinstance(node, Item):
            yield from _parted(node)
            continue
        if not isinstance(node, Paragraph):
            yield node
            continue
        for line in _lines_of(node):
            yield replace(line, follows=True) if line.line == last + 1 else line
            last = line.parts[-1].line


def _parted(item: Item) -> Iterator[Item | Line]:
    """An item, and the lines below it that are none of it: 四月份：春游 below 3、三月份：植树, and 植树 below 三月."""
    first, *rows = list(rows_of(item.parts)) or [[]]
    below = [block for block in item.blocks if isinstance(block, Paragraph)]
    rows += [row for block in below for row in rows_of(block.parts)]
    if not rows or len(below) != len(item.blocks) or not _are_apart(plain_text(first), rows):
        yield item
        return
    yield replace(item, parts=tuple(first), blocks=())
    for row in rows:
        yield Line(row[0].line, row[0].column, tuple(row), len(plain_text(row)), False, True)


def _are_apart(first: str, rows: Iterable[Sequence[Part]]) -> bool:
    """Whether the rows below an item's first one are lines of their own."""
    are_months = _says_month(first) and all(_says_month(plain_text(row)) for row in rows)
    return are_months or _is_time_alone(first)


def _says_month(text: str) -> bool:
    return "月" in text and is_time_line(text.strip().rstrip("；;。，,、"), with_blank=True)


def _is_time_alone(text: str) -> bool:
    reading = read_heading(text.strip(), Context()) if is_time_line(text.strip()) else None
    return reading is not None and not reading.theme


def _heads_what_follows(label: Label) -> bool:
    """Whether a line before a list, right below another line, is no more of what that line says."""
    text = plain_text(label.parts).strip()
    return text.endswith(("：", ":")) or is_time_line(text, with_blank=True)


def _lines_of(paragraph: Paragraph) -> Iterator[Line]:
    rows = [row for row in rows_of(paragraph.parts) if plain_text(row).strip()]
    joined: list[list[Part]] = []
    for row in rows:
        if joined and _is_wrapped(plain_text(joined[-1][-1:]), plain_text(row), row is rows[-1]):
            joined[-1] += row
        else:
            joined.append(row)
    for index, row in enumerate(joined):
        first = row[0]
        is_plain = _is_text(row) and not (index and row[0].line != joined[index - 1][-1].line + 1)
        yield Line(first.line, first.column, tuple(row), len(plain_text(row)), is_plain, index > 0)


def rows_of(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """The parts of each line."""
    row: list[Part] = []
    for part in parts:
        if row and (isinstance(part, Break) or part.line != row[-1].line):
            yield row
            row = []
        if not isinstance(part, Break):
            row.append(part)
    if row:
        yield row


def _is_wrapped(before: str, after: str, is_last: bool) -> bool:
    """Whether a line goes on with the one before: that is long and ends no sentence, and this is as long or ends one."""
    last = before.rstrip()
    if last[-1:] in _SENTENCE_END or is_time_line(after, with_blank=True):
        return False
    if last[-1:] in "，," and _FIGURES.match(after):
        return True
    is_alike = abs(len(after) - len(before)) <= _RAGGED
    ends = is_last and len(after) <= len(before) and after.rstrip()[-1] in _SENTENCE_END
    return len(last) >= _WRAPPED and (is_alike or ends)


def _is_text(parts: Sequence[Part]) -> bool:
    return len(parts) == 1 and isinstance(parts[0], Text)


def signatures(nodes: Sequence[Heading | Label | Item | Line | Table]) -> frozenset[int]:
    """The numbers of the last lines that say who issued the document, and when."""
    found: list[int] = []
    for node in reversed(nodes[-4:]):
        text = plain_text(node.parts).strip() if isinstance(node, Line) else ""
        is_body = BODY.match(text) and not DAY.search(text) and not begins_with_verb(text)
        if not text or not (DAY.match(text) or is_body):
            break
        found.append(node.line)
    return frozenset([*found, *_signed_above(nodes)])


def _signed_above(nodes: Sequence[Heading | Label | Item | Line | Table]) -> Iterator[int]:
    """The same where 附件 and 抄送 stand below them: who issued it, and the day right below."""
    for above, node in pairwise(nodes):
        is_dated = isinstance(node, Line) and DAY.match(plain_text(node.parts))
        if is_dated and isinstance(above, Line) and BODY.match(plain_text(above.parts).strip()):
            yield from (above.line, node.line)
