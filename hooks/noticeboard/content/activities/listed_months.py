"""Lines that list month after month, or say their times behind, so that none of them is a sentence (SPECIFICATION section 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from noticeboard import times
from noticeboard.content.activities.clauses import LONGEST, clauses
from noticeboard.content.activities.item_parts import ItemParts
from noticeboard.content.activities.plain_lines import Line
from noticeboard.content.activities.section_reader import COLON, Node
from noticeboard.content.activities.time_lines import TimeLine, read_time_line
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.nodes import Heading, Item, Label
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of

_FEWEST = 3
_FEWEST_BOXED = 2
_SAYS_MORE_OF_THE_TIME = pattern_of("[的是以来起至到之内里间]|(?:总结|计划|方案|安排|要点)(?:如下|[：:])")


def listed_months(nodes: Sequence[Node], context: times.Context) -> frozenset[int]:
    """The numbers of lines that list month after month, three at least in a row: 3月女工座谈, 4月春游, 5月技能赛."""
    found: set[int] = set()
    run: list[tuple[int, times.Month]] = []
    for node in [*nodes, None]:
        one = _month_of(node, context) if isinstance(node, Line) else None
        if one is None or (run and one[1] < run[-1][1]):
            found.update(_lines(run))
            run = []
        if one is not None:
            run.append(one)
    return frozenset(found)


def dated_behind(nodes: Sequence[Node], context: times.Context) -> frozenset[int]:
    """The numbers of lines that say their times behind, three at least in a row: 迎春长跑（1月1日）, 登高，十月."""
    found: set[int] = set()
    run: list[int] = []
    for node in [*nodes, None]:
        if isinstance(node, Line | Label) and is_dated_behind(node, context):
            run.append(node.line)
            continue
        if len(run) >= _FEWEST:
            found.update(run)
        run = []
    return frozenset(found)


def dated_accounts(nodes: Sequence[Node], context: times.Context) -> frozenset[int]:
    """The numbers of lines and items of a summary that tell day after day what was done, in a row.

    Three of them at least set their time off; between those one may say a day that runs into its words. Of items with
    a box two are enough, in whatever order.
    """
    found: set[int] = set()
    run: list[tuple[int, _First]] = []
    boxed: list[int] = []
    for node in [*nodes, None]:
        first = _first_day(node, context) if isinstance(node, Line | Item) else None
        if isinstance(node, Item) and node.ticked is not None and first is not None and first.is_set_off:
            boxed.append(node.line)
        if first is None or (run and first.day < run[-1][1].day):
            if sum(one.is_set_off for _, one in run) >= _FEWEST:
                found.update(line for line, _ in run)
            run = []
        if isinstance(node, Line | Item) and first is not None:
            run.append((node.line, first))
    return frozenset(found.union(boxed) if len(boxed) >= _FEWEST_BOXED else found)


@dataclass(frozen=True, slots=True)
class _First:
    """The first day that an account says."""

    day: date
    is_set_off: bool
    """Whether a sign or a blank stands behind its time."""


def _first_day(node: Line | Item, context: times.Context) -> _First | None:
    """The first day of the day or month that a short text begins with; None where it begins with none."""
    text = plain_text(node.parts).strip()
    reading = times.read_leading(text, context) if len(text) <= LONGEST else None
    time = reading.time if reading else None
    if reading is None or time is None or not time.months or not text[reading.length :].strip():
        return None
    is_set_off = _ENDS_TIME.search(text[: reading.length]) is not None
    if time.precision not in _OF_ACCOUNTS or not (is_set_off or time.precision is times.Precision.DAY):
        return None
    return _First(time.start or time.months[0].first, is_set_off)


_ENDS_TIME = pattern_of(r"[\s：:，,、—–-]$")
_OF_ACCOUNTS = (times.Precision.DAY, times.Precision.PART, times.Precision.MONTH, times.Precision.MONTHS)


def is_dated_behind(line: Line | Label | Heading, context: times.Context) -> bool:
    """Whether a short line says its time behind: 迎春长跑（1月1日）."""
    flat = FlatText.of(line.parts)
    if len(flat.text) > LONGEST or len(clauses(flat.text, 0, len(flat.text))) != 1:
        return False
    in_front = read_time_line(flat.text.strip(), context)
    if in_front is not None and in_front.is_sure:
        return False
    written = ItemParts.of(flat, None).bracket_time[0]
    reading = times.read_leading(written, context) if written else None
    return (
        reading is not None and reading.time is not None and bool(reading.time.months) and not reading.faults
    )


def _lines(run: Sequence[tuple[int, times.Month]]) -> Iterator[int]:
    if len({month for _, month in run}) >= _FEWEST:
        yield from (line for line, _ in run)


def _month_of(line: Line, context: times.Context) -> tuple[int, times.Month] | None:
    text = plain_text(line.parts).strip()
    found = read_time_line(text, context)
    if found is None or not _is_of_list(found, text) or found.reading.time is None:
        return None
    months = found.reading.time.months
    return (line.line, months[0]) if months else None


def _is_of_list(found: TimeLine, text: str) -> bool:
    rest = text[found.rest :].strip(COLON)
    says_month = "月" in text[found.start : found.rest]
    return says_month and 0 < len(rest) <= LONGEST and not _SAYS_MORE_OF_THE_TIME.match(rest)
