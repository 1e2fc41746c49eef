"""Items that say several activities in one line: 3月8日插花，3月12日植树 (SPECIFICATION section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from noticeboard import times
from noticeboard.content.activities.clauses import LONGEST, Span, begins_with_verb, clauses, cut, events
from noticeboard.patterns import pattern_of

_ANY = "；;。，,、"
_SEMICOLON = "；;"
_COLON = pattern_of(r"[：:]")
_BRACKET = pattern_of(r"[（(](?P<words>[^（）()]{2,30})[）)]$")
_TAKES_PLACE = pattern_of("(?:在[^，,；;。]{2,12})?(?:进行|举行|举办|召开|开始|集合)(?=[，,；;。]|$)")
_LONGEST_ITEM = 600
"""Characters of an item that is looked into: each part is read with all that stands behind it."""


@dataclass(frozen=True, slots=True)
class JoinedItem:
    """The activities of one item."""

    spans: tuple[Span, ...]
    """Where each begins and ends in the item's text."""
    is_certain: bool
    """Whether each is short enough to be one activity, and no bracket at the end may be said of all; else the item
    stays whole and is told."""


def joined_item(
    text: str,
    context: times.Context,
    first: times.ParsedTime | None,
    *,
    is_account: bool,
    is_numbered: bool = False,
) -> JoinedItem | None:
    """The activities that an item's text says, each with a time or a verb of its own; None where it says one.

    `first` is the time that the text begins with. `is_account` says that it stands below no time, or in a summary, where verbs tell how one thing went: only times
    part it. What a number counts as one is parted at no comma.
    """
    if len(text) > _LONGEST_ITEM:
        start = text[:_LONGEST_ITEM]
        first = times.read_leading(start, context)
        head = joined_item(start, context, first, is_account=is_account, is_numbered=is_numbered)
        return JoinedItem(head.spans, False) if head else None
    for spans in (_dated_in_front(text, context, first), _dated_behind(text), _later_dated(text, context)):
        if len(spans) > 1:
            return JoinedItem(spans, all(end - start <= LONGEST for start, end in spans))
    # What stands in a bracket at the end may be said of all of them.
    is_open = _BRACKET.search(text.rstrip("；;。 \t\u3000")) is not None
    spans = () if is_account or is_numbered or is_open else events(text)
    if spans and all(end - start <= LONGEST for start, end in spans):
        return JoinedItem(spans, True)
    parts = () if is_account or _COLON.search(text) else clauses(text, 0, len(text), at_commas=False)
    are_several = len(parts) > 1 and all(
        (text[end] in "；;" or begins_with_verb(text[slice(*part)])) and not _is_dated(text[slice(*part)])
        for part, (_, end) in zip(parts[1:], parts, strict=False)
    )
    is_short = all(end - start <= LONGEST for start, end in parts)
    return JoinedItem(parts, is_short and not is_open) if are_several else None


def _dated_in_front(text: str, context: times.Context, first: times.ParsedTime | None) -> tuple[Span, ...]:
    """Parts that each begin with a time; a part without one goes on with that before it."""
    parts = tuple(cut(text, 0, len(text), _ANY))
    if len(parts) < 2 or first is None or first.time is None or not _is_dated(text):
        return ()
    begins, last, time_ends = [0], first.time.start, first.length
    behind = replace(context, section=context.section or first.time)
    for (before, _), (start, _) in pairwise(parts):
        is_listed = text[:start].rstrip().endswith("、") and not _is_dated(text[before:])
        reading = times.read_leading(text[start:], behind) if start >= time_ends and not is_listed else None
        if reading is None or reading.time is None or not reading.length or not _is_dated(text[start:]):
            continue
        behind_it = text[start + reading.length :]
        if not behind_it.strip("。；;，,、 ") or (last is None and _TAKES_PLACE.match(behind_it)):
            # 端午包粽子，6月17日在大厅进行: nothing more is done then.
            continue
        # 3月10日上午表彰，10日下午座谈 is one day.
        if reading.time.start is None or reading.time.start != last:
            begins.append(start)
        last, time_ends = reading.time.start, start + reading.length
    return _between(text, begins)


def _later_dated(text: str, context: times.Context) -> tuple[Span, ...]:
    """Below a month, an activity without a day, and behind ； one with its day; a deadline goes on with what it ends."""
    if context.section is None:
        return ()
    begins = [0]
    for start, _ in tuple(cut(text, 0, len(text), _SEMICOLON))[1:]:
        reading = times.read_leading(text[start:], context)
        if reading and reading.time and reading.length and not reading.time.bound and _is_dated(text[start:]):
            begins.append(start)
    return _between(text, begins)


def _dated_behind(text: str) -> tuple[Span, ...]:
    """Parts that each end with a bracket that begins with a time: 插花（3月8日）；植树（3月12日）."""
    parts = tuple(cut(text, 0, len(text), _ANY))
    ends = [_BRACKET.search(text[slice(*part)]) for part in parts]
    return parts if all(end and times.is_like_time(end["words"]) for end in ends) else ()


def _is_dated(text: str) -> bool:
    return times.is_month_like(text) or times.is_like_time(text)


def _between(text: str, begins: Sequence[int]) -> tuple[Span, ...]:
    ends = [*begins[1:], len(text)]
    return tuple(
        (start, start + len(text[start:end].rstrip("；;。，,、 \t\u3000\xa0")))
        for start, end in zip(begins, ends, strict=True)
    )
