"""What was said of one activity → the Activity, and what is wrong with its time and state."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from noticeboard import times
from noticeboard.content import poor_forms
from noticeboard.content.activities import Activity, Deviation, Postponement, Status
from noticeboard.content.dittos import is_ditto
from noticeboard.content.durations import length_of
from noticeboard.content.item_parts import ItemParts
from noticeboard.content.pauses import without_pauses
from noticeboard.content.sections import Section
from noticeboard.markup.body import items_below
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.links import BodyLink, links_among, links_in
from noticeboard.markup.nodes import Item
from noticeboard.markup.plain import plain_text
from noticeboard.problems import Fault, Problem
from noticeboard.times.faults import OUTSIDE_PERIOD, OUTSIDE_SECTION, two_times

_COLON = "：: \t\u3000→⇒|｜"
_BRACKETED = re.compile(
    r"[【［\[（(〔]\s*(?P<time>[^【】［］\[\]（）()〔〕]{1,20}?)\s*[】］\]）)〕][：:、，\s]*(?=\S)"
)
_MONTH_BEFORE = re.compile(r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十元]{1,2})月份?[ \t\u3000\xa0：:]+(?=\S)")
"""The month of 9月 教师节, where nothing but times is said."""
_NOTHING = re.compile(r"[（(/／—\s-]*(?:暂?无|略|无活动|(?:暂|没)(?:无|有)安排|无安排)[）)。\s]*|[/／—–-]+")
"""What a month without activities says."""
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
"""The digits of RFC 4648, in lower case: 40 bits are eight of them."""
_FARTHEST = 6
"""Months to a month of the next year that a postponement without a year may well mean."""
_ELSEWHERE = frozenset({OUTSIDE_PERIOD, OUTSIDE_SECTION})
"""What is wrong with a planned time and no fault of a day on which something was done."""
_IN_BRACKETS = re.compile(r"[（(]([^（）()]+)[）)]")
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
    ticked_items: tuple[str, ...] = ()
    """Those of the items right below it that are ticked."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """What other cells of its row say."""
    original: str = ""
    """When it was to be, where the cell of its time says so."""
    state: str = ""
    """What became of it, where another cell of its row says so."""
    note: str = ""
    """What its row remarks."""

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
            tuple(plain_text(child.parts).strip() for child in items_below(item) if child.ticked)
            if below
            else (),
        )

    @classmethod
    def of_line(cls, said: FlatText, start: int, end: int) -> Saying:
        """What stands from `start` to `end` of a line's text, placed where it begins."""
        place = said.place(start)
        return cls(said, start, end, *place, place)

    @classmethod
    def of_cell(
        cls,
        said: FlatText,
        start: int,
        end: int,
        line: int,
        column: int,
        fields: Mapping[str, str],
        original: str = "",
        state: str = "",
        note: str = "",
    ) -> Saying:
        """What a cell of a table says, with what other cells of its row say of it: its fields, when it was to be, its state, remarks."""
        return cls(
            said,
            start,
            end,
            line,
            column,
            said.place(start),
            fields=fields,
            original=original,
            state=state,
            note=note,
        )


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
        parts.original = parts.original or saying.original
        parts.take_state(saying.state)
        parts.take_note(saying.note)
        offset = parts.start
        reading = _leading(parts.front, section.within if section else self.context)
        if reading is None and section is None and not self._is_dated(parts):
            return False
        time = section.time if section else None
        if reading is not None:
            if not (reading.length == 0 and _says_no_more(reading.time, time)):
                time = reading.time or time
            self.report(reading.faults, *saying.said.place(offset))
            if saying.is_doubtful:
                words = parts.front[: reading.length].strip(_COLON)
                self.report([poor_forms.number_read_as_time(words)], *saying.said.place(offset))
        text = parts.take_original(parts.after(reading.length if reading else 0)).strip(_COLON).lstrip("/／ ")
        if parts.bracket_time[0]:
            time, kept = self._time_in_bracket(parts, time, is_said=reading is not None or bool(saying.note))
            text += kept
        if parts.original and time is not None:
            time, postponements, kept = self._moved(parts.original, time)
            text += kept
        else:
            text += self._leave_lengths(parts, time)
            postponements = tuple(self._postponements(parts, time)) if time else ()
        text = (
            text
            or " ".join(reversed(parts.link_texts)).strip()
            or _MONTH_BEFORE.sub("", saying.said.text[parts.start : saying.end].strip())
        )
        if is_ditto(text) and self.activities:
            text = self.activities[-1].text
        if _NOTHING.fullmatch(text):
            if section:
                section.mark_read()
            return section is None
        if time is not None and text:
            time, text = without_pauses(time, text, self.context)
            self.activities.append(self._activity(saying, parts, (time, postponements), text, section))
        if section:
            section.mark_read()
        return True

    def _activity(
        self,
        saying: Saying,
        parts: ItemParts,
        when: tuple[times.Time, tuple[Postponement, ...]],
        text: str,
        section: Section | None,
    ) -> Activity:
        """`when` is its time and the steps by which it was postponed."""
        time, postponements = when
        deviations, unread = self._deviations(parts, time)
        text += unread
        return Activity(
            line=saying.line,
            column=saying.column,
            text=text,
            time=time,
            status=self._status(parts, time, saying, is_postponed=parts.postponed or bool(postponements)),
            anchor=self._anchor(text, section.time if section and section.time else time),
            reason=parts.reason,
            postponements=postponements,
            done_on=tuple(self._done_on(saying, parts, time)),
            deviations=deviations,
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
        if is_said and _is_one_of(found, time) and (parts.ticked or parts.done):
            # [x] 每季度 检查（3月20日）: what recurs goes on, and was done once.
            parts.done_on.append((written, offset))
            return time, ""
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
        """Notes the faults of a text at its place (line and column, from 1)."""
        self.problems.extend(fault.at(self.path, line, column) for fault in faults)

    def _status(self, parts: ItemParts, time: times.Time, saying: Saying, *, is_postponed: bool) -> Status:
        cancelled = parts.cancelled or parts.struck
        is_done = parts.ticked or parts.done
        if is_done and cancelled:
            self.report([poor_forms.done_and_cancelled()], *saying.mark)
        elif parts.ticked and parts.open:
            self.report([poor_forms.done_and_open()], *saying.mark)
        self._check_states(parts)
        if cancelled:
            return Status.CANCELLED
        if is_done:
            return Status.DONE
        if is_postponed:
            return Status.POSTPONED
        if parts.undecided or time.precision is times.Precision.UNDECIDED:
            return Status.UNDECIDED
        is_told = self.is_summary and parts.ticked is None and not parts.open
        return Status.DONE if is_told else Status.PLANNED

    def _check_states(self, parts: ItemParts) -> None:
        """What is told of states that contradict each other, or of a bracket that does not end."""
        place = parts.flat.place(parts.states[0][1]) if parts.states else (0, 0)
        if parts.postponed and (parts.cancelled or parts.struck):
            self.report([poor_forms.postponed_and_cancelled()], *place)
        for piece, at in parts.unread_states:
            self.report([poor_forms.state_not_read(piece)], *parts.flat.place(at))
        if (opening := parts.open_bracket) is not None:
            self.report([poor_forms.bracket_not_closed(parts.text[opening:])], *parts.flat.place(opening))

    def _moved(self, original: str, time: times.Time) -> tuple[times.Time, tuple[Postponement, ...], str]:
        """The times of 9月 登山（原定6月）: first June, then September. Without that order the words stay in the text."""
        reading = times.read_leading(original, replace(self.context, section=time))
        own = reading.time if reading else None
        if own is not None and own.months and time.months and _first_day(own) < _first_day(time):
            return own, (Postponement(time.text, time),), ""
        return time, (), f"（原定{original}）"

    def _leave_lengths(self, parts: ItemParts, time: times.Time | None) -> str:
        """Tell of lengths that lead to no certain time: 推迟一周 of what has no day. They are none of its states, and its words."""
        lost = [it for it in parts.postponed_to if _LENGTH.fullmatch(it[0]) and not _later_by(time, it[0])]
        for written, offset in lost:
            self.report([poor_forms.state_not_read(written)], *parts.flat.place(offset))
            parts.postponed_to.remove((written, offset))
        if lost and not parts.postponed_to:
            parts.postponed = False
        return "".join(f"（{written}）" for written, _ in lost)

    def _postponements(self, parts: ItemParts, time: times.Time) -> Iterator[Postponement]:
        """The steps to new times, as they are written; each is read against the time before it."""
        for written, offset in sorted(parts.postponed_to, key=lambda step: step[1]):
            words = _later_by(time, written) or written
            reading = times.read_new_time(words, replace(self.context, section=time))
            self.report(reading.faults, *parts.flat.place(offset))
            found = reading.time
            if found is None or not found.months:
                continue
            if time.months and (fault := self._earlier(found, time)):
                # Which month is meant nobody can tell: a new time that is not known is none.
                self.report([fault], *parts.flat.place(offset))
                found = None
            yield Postponement(words.strip(), found)
            time = found or time

    def _deviations(self, parts: ItemParts, time: times.Time) -> tuple[tuple[Deviation, ...], str]:
        """The times of what recurs that were put off or cancelled, and the words of those that cannot be: they are told."""
        found: list[Deviation] = []
        unread: list[str] = []
        for said in sorted(parts.deviations, key=lambda it: it.place):
            reading = times.read_leading(said.when, replace(self.context, section=None))
            one = reading.time if reading and time.precision is times.Precision.RECURRING else None
            to = one and times.read_new_time(said.moved_to, replace(self.context, section=one)).time
            if one is None or not one.months or (said.moved_to and (to is None or not to.months)):
                self.report([poor_forms.state_not_read(said.words)], *parts.flat.place(said.place))
                unread.append(said.words)
            else:
                found.append(Deviation(one, to if said.moved_to else None))
        return tuple(found), f"（{'；'.join(unread)}）" if unread else ""

    def _done_on(self, saying: Saying, parts: ItemParts, time: times.Time) -> Iterator[times.Time]:
        """When it says that it was done; of what recurs each ticked item below it tells one time."""
        context = replace(self.context, section=None if time.precision is times.Precision.RECURRING else time)
        for written, offset in sorted(parts.done_on, key=lambda found: found[1]):
            reading = _read_day_of_doing(written.strip(), context)
            if reading is not None:
                self.report(reading.faults, *parts.flat.place(offset))
                if reading.time is not None:
                    yield reading.time
        if time.precision is times.Precision.RECURRING:
            for text in saying.ticked_items:
                found = _time_in(text, context)
                if found is not None:
                    yield found

    def _earlier(self, new: times.Time, time: times.Time) -> Fault | None:
        """What is told of a postponement to a day or a month before the activity's own.

        A month without a year is the next such month; where that lies in another year than the activity's, and the same
        month of this year lies before it, the officer may well have meant that.
        """
        month, own = new.months[0], time.months
        is_back = month < own[0] or (new.end is not None and time.start is not None and new.end < time.start)
        wraps = "年" not in new.text and month.year > own[0].year and not self._is_in_period(month)
        is_far = wraps and month.minus(own[-1]) > _FARTHEST
        return poor_forms.postponed_back(new.text) if is_back or is_far else None

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


def _leading(text: str, context: times.Context) -> times.ParsedTime | None:
    """The time that a text begins with, in brackets too: 【3月8日】座谈会."""
    bracket = _BRACKETED.match(text)
    if bracket is None or times.time_length(bracket["time"]) != len(bracket["time"]):
        return times.read_leading(text, context)
    reading = times.read_leading(bracket["time"], context)
    return replace(reading, length=bracket.end()) if reading and reading.length else reading


def _says_no_more(festival: times.Time | None, own: times.Time | None) -> bool:
    """Whether a festival that begins the text says less than the day of its line: 5月1日：劳动节表彰."""
    if festival is None or own is None or own.start is None:
        return False
    return set(festival.months) <= set(own.months)


def _first_day(time: times.Time) -> date:
    return time.start or time.months[0].first


def _is_one_of(found: times.Time | None, said: times.Time | None) -> bool:
    """Whether `found` is a day or a stretch in which something recurs as `said`."""
    recurs = said is not None and said.precision is times.Precision.RECURRING
    return recurs and found is not None and found.precision is not times.Precision.RECURRING


def _read_day_of_doing(written: str, context: times.Context) -> times.ParsedTime | None:
    """When something was done, which may lie outside its month and after the period; half a year before it is meant for the next.

    It is a deed and no plan: that it lies elsewhere is no fault.
    """
    reading = times.read_leading(written, context)
    planned = context.section.months if context.section else ()
    if reading is None or reading.time is None or not reading.time.months or not planned:
        found = reading
    elif planned[0].minus(reading.time.months[0]) >= _FARTHEST and "年" not in written:
        found = times.read_new_time(written, context)
    else:
        found = reading
    if (
        found is not None
        and found.time is None
        and any(it.diagnostic is OUTSIDE_PERIOD for it in found.faults)
    ):
        found = times.read_new_time(written, context)
    return found and replace(
        found, faults=tuple(it for it in found.faults if it.diagnostic not in _ELSEWHERE)
    )


def _time_in(text: str, context: times.Context) -> times.Time | None:
    """The time at the front of a text, else the one in its last brackets."""
    for part in (text, *reversed(_IN_BRACKETS.findall(text))):
        reading = times.read_leading(part.strip(), context)
        if reading is not None and reading.time is not None and not reading.faults:
            return reading.time
    return None


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


_LENGTH = re.compile(
    r"(?:延期|推迟|顺延|延后)(?:举行|举办)?(?P<number>\S{1,3}?)\s*(?P<unit>天|日|周|个?星期|个月)"
)


def _later_by(time: times.Time | None, written: str) -> str:
    """The day, or the month, that lies a length later: 12日 put off 一周 is the 19th; empty where that is not certain."""
    found = _LENGTH.fullmatch(written)
    length = length_of(found["number"], found["unit"]) if found else None
    if length is None or time is None or not time.months:
        return ""
    months, days = length
    if months:
        later = time.months[-1].plus(months)
        return (
            f"{later.year}年{later.number}月" if later.year != time.months[-1].year else f"{later.number}月"
        )
    if time.start is None or time.start != time.end:
        return ""
    day = time.start + timedelta(days)
    return f"{day.year}年" * (day.year != time.start.year) + f"{day.month}月{day.day}日"
