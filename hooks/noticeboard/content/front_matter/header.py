"""The front matter's text → entries with their places, read as the officer meant it.

YAML reads the values; everything that it would refuse, drop or change without a word is found before it
sees them. Each entry is read on its own, so that a broken one does not hide the others' faults.
"""

from __future__ import annotations

from collections.abc import Collection

from noticeboard.content.front_matter.composer import Unreadable, compose
from noticeboard.content.front_matter.keys import KeyReader
from noticeboard.content.front_matter.mapped_line import MappedLine
from noticeboard.content.front_matter.mending import Mended, mend
from noticeboard.content.front_matter.nodes import HeaderEntry, Mapping, Node, Scalar, Sequence
from noticeboard.content.front_matter.typed_entries import Found, TypedEntry, cut
from noticeboard.content.front_matter.unquoted import BLANKS, Shape
from noticeboard.problems import Diagnostic, Fault, Level, Problem, in_order

UNCLEAR_INDENTATION = Diagnostic("indentation", Level.ERROR)

__all__ = ["HeaderEntry", "Mapping", "Node", "Scalar", "Sequence", "read_header"]

_TAB_WIDTHS = (2, 4, 8)
_UNCLEAR_INDENT = Fault(
    UNCLEAR_INDENTATION,
    "行首的空白有几种可能的读法，分不清这一条属于哪一级。",
    "请把行首的空白都改成英文空格，同一级左边对齐。",
)


def read_header(
    text: str, first_line: int, path: str, known_keys: Collection[str]
) -> tuple[Mapping, tuple[Problem, ...]]:
    """The entries between the two ``---`` lines, and what is wrong with how they were typed.

    `text` is what stands between, its lines ended by ``\\n``; `first_line` the line in the file at which it
    begins. Places are those in the file as typed, also after a repair. What is repaired with certainty is a
    warning; of the rest an entry without a value is kept and marked as broken (SPECIFICATION section 8). Never
    raises.
    """
    lines = text.split("\n")
    if next((line for line in lines if line.strip(BLANKS)), "").startswith("{"):
        mapping, found = _in_braces(lines, first_line)
    else:
        entries, found = cut(lines, first_line, KeyReader(known_keys))
        mapping = Mapping(tuple(_entry(typed, found) for typed in entries), first_line, 1)
    return mapping, in_order(fault.at(path, line, column) for fault, line, column in found)


def _in_braces(lines: list[str], first_line: int) -> tuple[Mapping, list[Found]]:
    """The whole front matter as one ``{类型: 计划, 标题: 开会}``, which YAML allows."""
    nothing = Mapping((), first_line, 1)
    try:
        node = compose([MappedLine.of(line, number) for number, line in enumerate(lines, first_line)])
    except Unreadable as error:
        return nothing, [(error.fault, error.line, error.column)]
    return (node if isinstance(node, Mapping) else nothing), []


def _entry(typed: TypedEntry, found: list[Found]) -> HeaderEntry:
    """The entry that `typed` holds; what is wrong with its value is added to `found`."""
    key, shape = typed.key, typed.verdict.shape
    value: Node | None = None
    faults: list[Found] = []
    if typed.has_more or shape not in (Shape.EMPTY, Shape.TEXT):
        try:
            value, faults = _compose(typed)
        except Unreadable as error:
            faults = [(error.fault, error.line, error.column)]
    elif shape is Shape.TEXT:
        column = key.value_start + 1
        value = Scalar(typed.value, typed.number, column)
        faults = [(typed.verdict.fault, typed.number, column)] if typed.verdict.fault else []
    found += faults
    broken = any(fault.level is Level.ERROR for fault, _, _ in faults)
    return HeaderEntry(key.name, typed.number, key.start + 1, None if broken else value, broken)


def _compose(typed: TypedEntry) -> tuple[Node | None, list[Found]]:
    """The value of `typed`, and what had to be mended. Raises Unreadable when it is not certain."""
    try:
        return _compose_indented(typed, pairs=False)
    except Unreadable as error:
        try:
            return _compose_indented(typed, pairs=True)
        except Unreadable:
            raise error from None


def _compose_indented(typed: TypedEntry, *, pairs: bool) -> tuple[Node | None, list[Found]]:
    """The value that results whatever the width of a tab, so that it is no guess. Raises Unreadable."""
    mended = mend(typed, tab=_TAB_WIDTHS[0], pairs=pairs)
    if mended.first_tab is None:
        return _value(mended), mended.found
    readings: list[Node | None] = []
    failures: list[Unreadable] = []
    for width in _TAB_WIDTHS:
        try:
            readings.append(_value(mend(typed, tab=width, pairs=pairs)))
        except Unreadable as error:
            failures.append(error)
    if not readings:
        raise failures[0]
    if any(reading != readings[0] for reading in readings):
        raise Unreadable(_UNCLEAR_INDENT, *mended.first_tab)
    return readings[0], mended.found


def _value(mended: Mended) -> Node | None:
    node = compose(mended.lines)
    return None if isinstance(node, Scalar) and not node.text else node
