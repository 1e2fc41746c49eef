"""Lines that say more of the activity above them: 时间：3月8日, 地点：大礼堂 (SPECIFICATION section 4).

They are read as the bracket of an item is: 妇女节座谈会（时间：3月8日；地点：大礼堂）.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from noticeboard import times
from noticeboard.content.activities.clauses import LONGEST
from noticeboard.content.activities.field_names import AROUND, BLANKS, NAME, OTHER, SAME, TIME, WHAT
from noticeboard.content.activities.plain_lines import Line, rows_of
from noticeboard.markup.body import items_below
from noticeboard.markup.nodes import Heading, Item, Label, Link, Paragraph, Part, Parts, Table, Text
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of

Node = Heading | Label | Item | Line | Table

_BEFORE_TITLE = pattern_of(
    rf"(?:[一二三四五六七八九十]{{1,3}}、|[（(][一二三四五六七八九十0-9]{{1,3}}[）)]、?)?[{BLANKS}]*"
    rf"(?:(?:活动|项目)[一二三四五六七八九十0-9]{{1,3}}[：:、.．{BLANKS}][{BLANKS}]*)?"
)
_CARD = pattern_of(
    r"\W*(?:活动|项目|第)?\s*(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2}|[①-⑳])\s*(?:项|个|号|期)?(?:活动|项目)?\W*"
)
"""What only counts the activities whose names stand below it: 【活动一】."""
_PLACE_SIGN = pattern_of(r"\s*📍\ufe0f?\s*(?:地点[：:])?(?=\S)")
"""What messages put before a place."""
_NO_TITLE = pattern_of(
    r"(?:计划|方案|总结|通知|安排|要点|制度|办法|细则|名单|表|如下|工作)(?:[（(][^（）()]*[）)])?$|[。；;，,、]$"
)
"""What names a document or a chapter, or is a sentence."""
_LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class _Detail:
    """One field that a line says, and the place of its value."""

    name: str
    value: str
    line: int
    column: int
    links: Parts = ()
    """The links in the value of 同; the other fields are words."""


def names_document(text: str) -> bool:
    """Whether a title is that of a document or a chapter, or a sentence, rather than of an activity."""
    return len(text) > _LONGEST_TITLE or _NO_TITLE.search(text) is not None


def detail_name(text: str) -> str:
    """The field that a line says, by its name in an item's bracket; empty when it says none."""
    found = NAME.match(text.strip())
    return found.lastgroup or "" if found else ""


def with_details(nodes: Iterable[Node]) -> Iterator[Node]:
    """`nodes`, with the details below each in a bracket behind what it says; without a title 内容 is one."""
    head: Node | None = None
    details: list[tuple[Node, _Details]] = []
    nodes = list(nodes)
    for node, following in zip(nodes, [*nodes, None][1:], strict=True):
        found = _details_of(node) or _day_of(head, node, following)
        if found and not _begins_anew(details, found):
            details.append((node, found))
            continue
        yield from _block(head, details)
        head, details = (None, [(node, found)]) if found else (node, [])
    yield from _block(head, details)


_Details = tuple[_Detail, ...]


def _begins_anew(block: Sequence[tuple[Node, _Details]], found: _Details) -> bool:
    """Whether 时间 or 内容 is said a second time: of another activity."""
    names = {detail.name for _, details in block for detail in details}
    return any(detail.name in names for detail in found if detail.name in (TIME, WHAT))


def _block(head: Node | None, block: Sequence[tuple[Node, _Details]]) -> Iterator[Node]:
    details = [detail for _, found in block for detail in found]
    if isinstance(head, Item):
        yield _detailed_item(head, details)
        return
    if head is not None and details and (line := _detailed_line(head, details)):
        if isinstance(head, Heading):
            yield head
        yield line
        return
    if head is not None:
        yield head
    line = _untitled(details)
    yield from [line] if line else (node for node, _ in block)


def _detailed_item(item: Item, details: Sequence[_Detail]) -> Item:
    first, *rows = list(rows_of(item.parts)) or [[]]
    own = [_details_in(row) for row in rows]
    own += [
        _details_in(row)
        for block in item.blocks
        if isinstance(block, Paragraph)
        for row in rows_of(block.parts)
    ]
    own += [_details_in(child.parts) for child in items_below(item)]
    if rows and not all(own[: len(rows)]):
        first, own = list(item.parts), own[len(rows) :]
    found = [detail for row in own for detail in row] + list(details)
    return replace(item, parts=_bracketed(tuple(first), found)) if found else item


def _detailed_line(head: Heading | Label | Line | Table, details: Sequence[_Detail]) -> Line | None:
    """A title with its details; None where what stands above them is no title, or they say no time."""
    if isinstance(head, Table) or not _says_time(details):
        return None
    text = plain_text(head.parts).strip(AROUND)
    if _CARD.fullmatch(text):
        # 【活动一】 counts what 名称 says.
        return None
    reading = times.read_heading(text, times.Context())
    if not text or names_document(text) or (reading and not reading.theme):
        return None
    return _line(_without_number(head.parts), details)


def _untitled(details: Sequence[_Detail]) -> Line | None:
    what = next((detail for detail in details if detail.name == WHAT), None)
    if what is None or len(details) == 1:
        return None
    parts = (Text(what.line, what.column, what.value),)
    is_told = _says_time(details) and len(what.value) <= LONGEST
    return _line(parts, details) if is_told else None


def _line(parts: Parts, details: Sequence[_Detail]) -> Line:
    whole = _bracketed(parts, details)
    return Line(whole[0].line, whole[0].column, whole, 0, False, False, is_detailed=True)


def _says_time(details: Sequence[_Detail]) -> bool:
    return any(
        detail.name == TIME and times.read_leading(detail.value, times.Context()) for detail in details
    )


def _bracketed(parts: Parts, details: Sequence[_Detail]) -> Parts:
    """`parts`, and behind them a bracket with the fields: 座谈会（时间：3月8日；地点：大礼堂）.

    The link of a 同 stands behind the bracket, so that no bracket in its title can part the two.
    """
    fields: list[Text] = []
    same = [
        part
        for detail in details
        if detail.links
        for part in (Text(detail.line, max(detail.column - 3, 1), " 同："), detail.links[0])
    ]
    for detail in details:
        if detail.name in (WHAT, OTHER) or detail.links or not detail.value or not _is_closed(detail.value):
            continue
        before = f"{'；' if fields else '（'}{detail.name}："
        fields += [
            Text(detail.line, max(detail.column - len(before), 1), before),
            Text(detail.line, detail.column, detail.value),
        ]
    if fields:
        fields.append(Text(fields[-1].line, fields[-1].column, "）"))
    return (*parts, *fields, *same)


def _is_closed(value: str) -> bool:
    return value.count("（") + value.count("(") == value.count("）") + value.count(")")


def _details_of(node: Node) -> _Details:
    if isinstance(node, Line | Label) or (isinstance(node, Item) and node.ticked is None and not node.blocks):
        return _details_in(node.parts)
    return ()


def _day_of(head: Node | None, node: Node, following: Node | None) -> _Details:
    """The day that stands alone below an activity of its month: 👉3月7日14:00 below 🌸3月｜手工课."""
    if not (isinstance(node, Item) and node.marker.is_poor and isinstance(head, Item)):
        return ()
    if isinstance(following, Line | Label) and following.line == node.line + 1 and not _details_of(following):
        # What is done then.
        return ()
    text, above = plain_text(node.parts).strip(), plain_text(head.parts)
    said, month = (next(times.dates_within(words), None) for words in (text, above))
    if said is None or month is None or not times.is_whole_time(text):
        return ()
    is_its_day = bool(said.days) and not month.days and said.months == month.months
    is_of_month = month.start == 0 and bool(above[month.end :].strip(AROUND))
    return (_Detail(TIME, text, node.line, node.text_column),) if is_its_day and is_of_month else ()


def _details_in(parts: Sequence[Part]) -> _Details:
    """The fields that one line says, and nothing else: 时间：3月8日 地点：大礼堂."""
    text = plain_text(parts)
    start = len(text) - len(text.lstrip())
    if place := _PLACE_SIGN.match(text):
        value = text[place.end() :].strip(AROUND)
        return (_Detail("地点", value, parts[0].line, _column(parts, place.end(), text[place.end() :])),)
    found = list(NAME.finditer(text, start))
    if not found or found[0].start() != start:
        return ()
    stops = [*(mark.start() for mark in found[1:]), len(text)]
    return tuple(
        _Detail(
            name := mark.lastgroup or "",
            value.strip(AROUND),
            parts[0].line,
            _column(parts, mark.end(), value),
            _links_in(parts, mark.end(), stop) if name == SAME else (),
        )
        for mark, stop in zip(found, stops, strict=True)
        if (value := text[mark.end() : stop]).strip(AROUND) or len(found) == 1
    )


def _links_in(parts: Sequence[Part], start: int, stop: int) -> Parts:
    """The links that stand from `start` to `stop` of what the parts say."""
    ends = list(accumulate(len(plain_text([part])) for part in parts))
    return tuple(
        part
        for part, begin, end in zip(parts, [0, *ends], ends, strict=False)
        if isinstance(part, Link) and start <= begin and end <= stop
    )


def _column(parts: Sequence[Part], at: int, value: str) -> int:
    return parts[0].column + at + len(value) - len(value.lstrip(AROUND))


def _without_number(parts: Parts) -> Parts:
    """A title's parts without 一、 or 活动一： before it."""
    first = parts[0]
    if not isinstance(first, Text):
        return parts
    end = len(found[0]) if (found := _BEFORE_TITLE.match(first.text)) else 0
    return (Text(first.line, first.column + end, first.text[end:].rstrip("：: ")), *parts[1:])
