"""What was said of one activity → the Activity, and what is wrong with its time and state."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from noticeboard import times
from noticeboard.content import poor_forms
from noticeboard.content.activities import Activity, Status
from noticeboard.content.item_parts import ItemParts
from noticeboard.content.pauses import without_pauses
from noticeboard.content.sections import Section
from noticeboard.markup.body import items_below
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.links import BodyLink, links_among, links_in
from noticeboard.markup.nodes import Item
from noticeboard.markup.plain import plain_text
from noticeboard.problems import Fault, Problem
from noticeboard.times.faults import OUTSIDE_PERIOD, two_times

_COLON = "：: \t\u3000"
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
"""The digits of RFC 4648, in lower case: 40 bits are eight of them."""
_FARTHEST = 6
"""Months to a month of the next year that a postponement without a year may well mean."""
_NOT_TEXT = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Saying:
    """The words of one activity: an item, a clause of a line, or a cell of a table."""

    said: FlatText
    start: int
    end: int
    line: int
    column: int
    mark: tuple[int, int]
    """Line and column of its box, or of its first word."""
    ticked: bool | None = None
    is_doubtful: bool = False
    """Whether its number is part of its time."""
    links: tuple[BodyLink, ...] = ()
    sub_items: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    """What other cells of its row say."""

    @classmethod
    def of_item(
        cls,
        item: Item,
        said: FlatText,
        end: int,
        start: int = 0,
        *,
        is_first: bool = True,
        alone: bool = False,
    ) -> Saying:
        """What stands from `start` to `end` of an item; the first has what stands below it, unless it is `alone`."""
        below = is_first and not alone
        return cls(
            said,
            start,
            end,
            item.line,
            item.column if is_first else said.place(start)[1],
            (item.line, item.text_column),
            item.ticked,
            item.marker.doubtful and item.marker.number is None,
            (*links_among(item.parts), *links_in(item.blocks)) if below else (),
            tuple(_plain_items(item)) if below else (),
        )

    @classmethod
    def of_line(cls, said: FlatText, start: int, end: int) -> Saying:
        place = said.place(start)
        return cls(said, start, end, *place, place)

    @classmethod
    def of_cell(
        cls, said: FlatText, start: int, end: int, line: int, column: int, fields: Mapping[str, str]
    ) -> Saying:
        return cls(said, start, end, line, column, said.place(start), fields=fields)


class ActivityMaker:
    """Makes the activities of a document, in order."""

    def __init__(self, path: str, is_summary: bool, context: times.Context, problems: list[Problem]) -> None:
        self.path = path
        self.is_summary = is_summary
        self.context = context
        self.problems = problems
        self.activities: list[Activity] = []
        self.anchors: Counter[str] = Counter()

    def make(self, saying: Saying, section: Section | None) -> bool:
        """Make an activity; False when it is none because no time says so."""
        parts = ItemParts.of(saying.said, saying.ticked, saying.start, saying.end)
        offset = parts.start
        reading = times.read_leading(parts.front, section.within if section else self.context)
        if reading is None and section is None and not self._is_dated(parts):
            return False
        time = section.time if section else None
        if reading is not None:
            time = reading.time or time
            self.report(reading.faults, *saying.said.place(offset))
            if saying.is_doubtful:
                words = parts.front[: reading.length].strip(_COLON)
                self.report([poor_forms.number_read_as_time(words)], *saying.said.place(offset))
        text = parts.after(reading.length if reading else 0).strip(_COLON)
        if parts.bracket_time[0]:
            time, kept = self._time_in_bracket(parts, time, is_said=reading is not None)
            text += kept
        text = (
            text
            or " ".join(reversed(parts.link_texts)).strip()
            or saying.said.text[parts.start : saying.end].strip()
        )
        if time is not None and text:
            time, text = without_pauses(time, text, self.context)
            self.activities.append(self._activity(saying, parts, time, text, section))
        if section:
            section.mark_read()
        return True

    def _activity(
        self, saying: Saying, parts: ItemParts, time: times.Time, text: str, section: Section | None
    ) -> Activity:
        postponed_to = self._postponed_to(parts, time)
        return Activity(
            line=saying.line,
            column=saying.column,
            text=text,
            time=time,
            status=self._status(parts, time, saying),
            anchor=self._anchor(text, section.time if section and section.time else time),
            reason=parts.reason,
            postponed_to=postponed_to,
            postponed_words=parts.postponed_to[0].strip() if postponed_to else "",
            theme=section.theme if section else "",
            links=saying.links,
            sub_items=saying.sub_items,
            **{**saying.fields, **parts.fields},
        )

    def _is_dated(self, parts: ItemParts) -> bool:
        """Whether what stands outside of sections has a time of the document's period in its bracket."""
        reading = times.read_leading(parts.bracket_time[0], self.context)
        return reading is not None and reading.time is not None and not reading.faults

    def _time_in_bracket(
        self, parts: ItemParts, time: times.Time | None, *, is_said: bool
    ) -> tuple[times.Time | None, str]:
        """The activity's time with what its bracket says, and the bracket's words where they are none of it.

        `time` is the one in front of the text, `is_said`, or its section's.
        """
        written, offset = parts.bracket_time
        reading = times.read_leading(written, replace(self.context, section=time))
        if reading is None or any(fault.diagnostic is OUTSIDE_PERIOD for fault in reading.faults):
            # （2021年12月24日） may be the day of a law.
            return time, f"（{written}）"
        found, place = reading.time, parts.flat.place(offset)
        if found is not None and is_said and time is not None and not _agree(time, found):
            self.report([two_times(time.text, written)], *place)
            return time, f"（{written}）"
        self.report(reading.faults, *place)
        if found is not None and time is not None and found.clock is None and time.clock is not None:
            found = replace(found, clock=time.clock)
        if found is not None and time is not None and is_said and found.text == found.clock_text:
            found = replace(found, text=f"{time.text} {found.text}")
        return found or time, ""

    def report(self, faults: Sequence[Fault], line: int, column: int) -> None:
        self.problems.extend(fault.at(self.path, line, column) for fault in faults)

    def _status(self, parts: ItemParts, time: times.Time, saying: Saying) -> Status:
        cancelled = parts.cancelled or parts.struck
        is_done = parts.ticked or parts.done
        if is_done and cancelled:
            self.report([poor_forms.done_and_cancelled()], *saying.mark)
        self._check_states(parts)
        if cancelled:
            return Status.CANCELLED
        if is_done:
            return Status.DONE
        if parts.postponed:
            return Status.POSTPONED
        if parts.undecided or time.precision is times.Precision.UNDECIDED:
            return Status.UNDECIDED
        return Status.DONE if self.is_summary and parts.ticked is None else Status.PLANNED

    def _check_states(self, parts: ItemParts) -> None:
        """What is told of states that contradict each other, or of a bracket that does not end."""
        states = [state for state, _ in parts.states]
        place = parts.flat.place(parts.states[0][1]) if parts.states else (0, 0)
        if states.count("postponed") > 1:
            self.report([poor_forms.postponed_twice()], *place)
        if parts.postponed and (parts.cancelled or parts.struck):
            self.report([poor_forms.postponed_and_cancelled()], *place)
        if (opening := parts.open_bracket) is not None:
            self.report([poor_forms.bracket_not_closed(parts.text[opening:])], *parts.flat.place(opening))

    def _postponed_to(self, parts: ItemParts, time: times.Time) -> tuple[times.Month, ...]:
        written, offset = parts.postponed_to
        if not written:
            return ()
        months = times.read_months(written, replace(self.context, section=time))
        if isinstance(months, Fault):
            self.report([months], *parts.flat.place(offset))
            return ()
        if months and time.months and (fault := self._earlier(written, months, time)):
            self.report([fault], *parts.flat.place(offset))
        return months

    def _earlier(self, written: str, months: tuple[times.Month, ...], time: times.Time) -> Fault | None:
        """What is told of a postponement to a month before the activity's own.

        A month without a year is the next such month; where that lies in another year than the activity's, and the same
        month of this year lies before it, the officer may well have meant that.
        """
        is_said = "年" in written
        is_back = months[0] < time.months[0]
        wraps = not is_said and months[0].year > time.months[0].year and not self._is_in_period(months[0])
        is_far = wraps and months[0].minus(time.months[-1]) > _FARTHEST
        return poor_forms.postponed_back(written) if is_back or is_far else None

    def _is_in_period(self, month: times.Month) -> bool:
        period = self.context.period
        return period is not None and period.start <= month <= period.end

    def _anchor(self, text: str, time: times.Time) -> str:
        normal = _NOT_TEXT.sub("", unicodedata.normalize("NFKC", text)).casefold()
        month = str(time.months[0]) if time.months else ""
        digest = int.from_bytes(hashlib.blake2s(f"{month}|{normal}".encode(), digest_size=5).digest())
        anchor = f"a-{''.join(_BASE32[digest >> shift & 31] for shift in range(35, -1, -5))}"
        self.anchors[anchor] += 1
        count = self.anchors[anchor]
        return anchor if count == 1 else f"{anchor}-{count}"


def _agree(said: times.Time, other: times.Time) -> bool:
    """Whether a time in brackets only says more exactly when it is."""
    if said.start is not None and other.start is not None and said.end is not None:
        return said.start <= other.start <= said.end
    return not said.months or set(other.months) <= set(said.months)


def _plain_items(item: Item) -> Iterator[str]:
    """The texts of the items below an item, of any depth."""
    for child in items_below(item):
        if text := plain_text(child.parts).strip():
            yield text
        yield from _plain_items(child)
