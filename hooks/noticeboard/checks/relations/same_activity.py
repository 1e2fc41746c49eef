"""Two plans that seem to name one activity, which is counted twice until 同 joins them (SPECIFICATION section 4)."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from noticeboard.catalog.entries import Entry
from noticeboard.catalog.same_activities import may_be_one_time, near_among, words_of
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.kept_findings import kept_board_findings
from noticeboard.content.activities.activity import Status
from noticeboard.problems import Level
from noticeboard.times import Month

_TABLE = "same-activity"
_MOST_MONTHS = 3
"""What spans more is of no time that could be the same."""


@dataclass(frozen=True, slots=True)
class _Named:
    """An activity with what is asked of it once for every other of its month."""

    entry: Entry
    words: str
    path: str
    counted_as: object
    first: Month
    order: tuple[object, str, int]


def _named(entry: Entry) -> _Named:
    document, activity = entry.document, entry.activity
    order = document.date, document.path, activity.line
    return _Named(entry, words_of(activity.text), document.path, entry.counted_as, entry.months[0], order)


@board_check("same-activity", Level.NOTICE)
def same_activity(board: Board) -> Iterator[Finding]:
    yield from kept_board_findings(board, _TABLE, lambda: _found(board))


def _found(board: Board) -> Iterator[Finding]:
    by_unit = _by_unit(board)
    parents = {unit.name: unit.parent for unit in board.catalog.settings.all_units}
    for (unit, month), found in by_unit.items():
        above = by_unit.get((parents.get(unit, ""), month), ())
        others = (*found, *above)
        near = near_among(item.words for item in others)
        places = _places_by_words(others)
        for place, item in enumerate(found):
            alike = sorted(at for words in near[item.words] for at in places[words])
            before = (others[at] for at in alike if at < place or at >= len(found))
            other = next((it for it in before if _may_be_one(item, it, month)), None)
            if other is not None:
                yield _finding(*sorted((item, other), key=lambda it: it.order))


def _places_by_words(items: Iterable[_Named]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        found[item.words].append(place)
    return found


def _by_unit(board: Board) -> Mapping[tuple[str, Month], list[_Named]]:
    """The planned activities by their unit and each of their months, in the order in which they were issued."""
    found: dict[tuple[str, Month], list[_Named]] = defaultdict(list)
    for entry in board.catalog.entries:
        is_open = entry.status is not Status.CANCELLED and not entry.activity.postponements
        # Of one whose 同 leads nowhere another check tells.
        is_reported = entry.activity.same_as is not None and entry.same is None
        if (
            entry.planned
            and is_open
            and not is_reported
            and not entry.routine
            and 0 < len(entry.months) <= _MOST_MONTHS
        ):
            named = _named(entry)
            for month in entry.months:
                found[entry.document.unit, month].append(named)
    return {key: sorted(items, key=lambda it: it.order) for key, items in found.items()}


def _may_be_one(one: _Named, other: _Named, month: Month) -> bool:
    """Of two whose words are near."""
    return (
        one.path != other.path
        and one.counted_as != other.counted_as
        and month == max(one.first, other.first)
        and may_be_one_time(one.entry.activity, other.entry.activity)
        and not _is_shown_once(one, other)
    )


def _is_shown_once(one: _Named, other: _Named) -> bool:
    """Whether lists fold them together without a word: they say the same of the same time."""
    ours, theirs = one.entry, other.entry
    first, second = ours.activity.time, theirs.activity.time
    times = ((it.months, it.start, it.end, it.days) for it in (first, second))
    one_time = len(set(times)) == 1 and len({first.clock, second.clock} - {None}) < 2
    return ours.document.unit == theirs.document.unit and one.words == other.words and one_time


def _finding(first: _Named, second: _Named) -> Finding:
    """Told of the plan that was issued later."""
    document, activity = second.entry.document, second.entry.activity
    other, item = first.entry.document, first.entry.activity
    message = f"“{activity.text}”和“{other.path}”第{item.line}行的“{item.text}”像是同一件事，现在算成两项。"
    target = posixpath.relpath(other.path, posixpath.dirname(document.path))
    target = f"<{target}#{item.anchor}>" if set(target) & set(" ()") else f"{target}#{item.anchor}"
    title = other.title.replace("[", "〔").replace("]", "〕")
    hint = f"是同一件事的，请在这一行末尾写上“（同：[{title}]({target})）”；不是的，不用改。"
    return Finding(document.path, activity.line, activity.column, message, hint)
