"""YAML's events → nodes with places. Nothing is constructed; tags, anchors and aliases are refused."""

from __future__ import annotations

from collections.abc import Sequence as Lines
from dataclasses import dataclass, field

import yaml

from noticeboard.content.front_matter.mapped_line import MappedLine
from noticeboard.content.front_matter.nodes import HeaderEntry, Mapping, Node, Scalar, Sequence
from noticeboard.content.front_matter.unquoted import BLANKS, DEEPEST, UNSUPPORTED_YAML
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Fault, Level

NESTED_TOO_DEEP = Diagnostic("nested-too-deep", Level.ERROR)
UNREADABLE_VALUE = Diagnostic("unreadable-value", Level.ERROR)
BAD_ESCAPE = Diagnostic("bad-escape", Level.ERROR)

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OTHER_BREAKS = pattern_of("[\r\x85\u2028\u2029]")
"""Where YAML ends a line and an editor does not."""
_GLUED_PAIR = pattern_of(r"(?P<key>[^\s:：]+)[:：]\s*(?P<value>.+)")

_REFUSED = Fault(
    UNSUPPORTED_YAML,
    "这里用了“&”“*”“!”开头的特殊写法，不能使用。",
    "请直接写出内容；如果它本来就是文字，请在两头加上英文引号。",
)
_TOO_DEEP = Fault(NESTED_TOO_DEEP, "列表一层套一层太多了。", "请改成一行一条的简单列表。")
_NOT_READ = Fault(
    UNREADABLE_VALUE,
    "从这里起的内容读不懂。",
    "请一行写一条，每条以“- ”开头、左边对齐；内容里有特殊符号时在两头加上英文引号。",
)

_ESCAPE = Fault(
    BAD_ESCAPE,
    "双引号里的反斜线“\\”有特殊含义，这里读不懂。",
    "请去掉两头的引号，或者把每个“\\”写成“\\\\”。",
)


class Unreadable(Exception):
    """The lines cannot be read; `fault` says why, `line` and `column` where. Never leaves this package."""

    def __init__(self, fault: Fault, line: int, column: int) -> None:
        super().__init__(fault.message)
        self.fault = fault
        self.line = line
        self.column = column


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    line: int
    column: int
    is_mapping: bool
    in_brackets: bool
    nodes: list[Node] = field(default_factory=list)
    """Of a mapping, keys and values in turn."""


def compose(lines: Lines[MappedLine]) -> Node:
    """The node that `lines` hold, an empty text when they hold nothing. Raises Unreadable."""
    opened: list[_Open] = [_Open(lines[0].number, 1, False, False)]
    text = _OTHER_BREAKS.sub(" ", "\n".join(line.text for line in lines))
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            _take(event, opened, lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        assert mark is not None  # The composer's own errors all have one.
        typed = lines[min(mark.line, len(lines) - 1)].text[: mark.column + 1]
        if "\\" in typed[-2:]:
            raise Unreadable(_ESCAPE, *_place(lines, mark.line, typed.rindex("\\"))) from error
        raise Unreadable(_NOT_READ, *_place(lines, mark.line, mark.column)) from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise Unreadable(_NOT_READ, lines[0].number, lines[0].columns[0]) from error
    return opened[0].nodes[0] if opened[0].nodes else Scalar("", lines[0].number, lines[0].columns[0])


def _take(event: yaml.Event, opened: list[_Open], lines: Lines[MappedLine]) -> None:
    start = event.start_mark
    assert start is not None  # Only events that no parser made have no marks.
    if isinstance(event, yaml.NodeEvent):
        place = _place(lines, start.line, start.column)
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            raise Unreadable(_REFUSED, *place)
        if isinstance(event, yaml.ScalarEvent):
            opened[-1].nodes.append(_scalar(event, lines))
            return
        if len(opened) > DEEPEST:
            raise Unreadable(_TOO_DEEP, *place)
        assert isinstance(event, yaml.CollectionStartEvent)  # An alias has an anchor.
        opened.append(_Open(*place, isinstance(event, yaml.MappingStartEvent), bool(event.flow_style)))
    elif isinstance(event, yaml.CollectionEndEvent):
        closed = opened.pop()
        opened[-1].nodes.append(_mapping(closed) if closed.is_mapping else _sequence(closed))
    elif isinstance(event, yaml.DocumentStartEvent) and (event.explicit or opened[0].nodes):
        raise Unreadable(_NOT_READ, *_place(lines, start.line, start.column))


def _scalar(event: yaml.ScalarEvent, lines: Lines[MappedLine]) -> Scalar:
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None
    if event.style in ("'", '"'):
        return Scalar(event.value, *_place(lines, start.line, start.column + 1))
    if event.style in ("|", ">"):
        for index in range(start.line + 1, min(end.line + 1, len(lines))):
            text = lines[index].text
            if text.strip():
                return Scalar(event.value, *_place(lines, index, len(text) - len(text.lstrip())))
        return Scalar(event.value, *_place(lines, start.line, start.column))
    text = event.value.lstrip(BLANKS)
    line, column = _place(lines, start.line, start.column + len(event.value) - len(text))
    parts = tuple(_parts(event, lines)) if end.line > start.line else ()
    return Scalar(text.rstrip(BLANKS), line, column, parts)


def _parts(event: yaml.ScalarEvent, lines: Lines[MappedLine]) -> list[Scalar]:
    first, last = event.start_mark, event.end_mark
    assert first is not None and last is not None
    parts: list[Scalar] = []
    for index in range(first.line, last.line + 1):
        text = lines[index].text
        start = first.column if index == first.line else len(text) - len(text.lstrip())
        end = last.column if index == last.line else len(text)
        if content := text[start:end].strip():
            parts.append(Scalar(content, *_place(lines, index, start)))
    return parts


def _sequence(closed: _Open) -> Sequence:
    return Sequence(tuple(closed.nodes), closed.line, closed.column)


def _mapping(closed: _Open) -> Mapping:
    entries: list[HeaderEntry] = []
    for key, value in zip(closed.nodes[::2], closed.nodes[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise Unreadable(_NOT_READ, key.line, key.column)
        empty = isinstance(value, Scalar) and not value.text
        glued = _GLUED_PAIR.fullmatch(key.text) if empty and closed.in_brackets else None
        if glued:
            # {文件：a.pdf} or {文件:a.pdf}: YAML takes the whole for a key.
            value = Scalar(glued["value"], key.line, key.column + glued.start("value"))
            entries.append(HeaderEntry(glued["key"], key.line, key.column, value))
        else:
            entries.append(HeaderEntry(key.text, key.line, key.column, None if empty else value))
    return Mapping(tuple(entries), closed.line, closed.column)


def _place(lines: Lines[MappedLine], line: int, column: int) -> tuple[int, int]:
    """The place in the file of a place in the text that YAML was given; the end of the lines when beyond."""
    found = lines[min(line, len(lines) - 1)]
    if line >= len(lines):
        return found.number, found.columns[-1]
    return found.number, found.columns[min(column, len(found.columns) - 1)]
