"""What was said of one activity → the Activity, and what is wrong with its time and state."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from noticeboard import times
from noticeboard.content.activities import poor_forms
from noticeboard.content.activities.activity import Activity, Postponement, Status
from noticeboard.content.activities.activity_text import ActivityText
from noticeboard.content.activities.bracket_time import bare_field, is_time, with_bracket
from noticeboard.content.activities.dittos import is_ditto, says_same
from noticeboard.content.activities.item_parts import ItemParts
from noticeboard.content.activities.pauses import (
    is_end,
    is_pause,
    pause_not_read,
    unread_pauses,
    without_pauses,
)
from noticeboard.content.activities.recurring_spans import narrowed, read_span
from noticeboard.content.activities.schedules import are_hours, has_two_schedules, without_schedules
from noticeboard.content.activities.sections import TimeSection
from noticeboard.content.activities.signed_days import signed_day_behind
from noticeboard.content.activities.state_times import StateTimes
from noticeboard.patterns import pattern_of
from noticeboard.problems import Fault, Problem
from noticeboard.times.faults import OUTSIDE_PERIOD, maybe_date, two_times

_COLON = "：: \t\u3000→⇒|｜"
_BRACKETED = pattern_of(
    r"[【［\[（(〔]\s*(?P<time>[^【】［］\[\]（）()〔〕]{1,20}?)\s*[】］\]）)〕][：:、，\s]*(?=\S)"
)
_WEEK_WITH_DAYS = pattern_of(
    r"第\s*[0-9一二三四五六七八九十]{1,3}\s*周\s*[（(](?P<time>[^（）()]{2,24}?)[）)][：:、，\s]*(?=\S)"
)
"""第7周（4月13日—4月17日）春游."""
_MONTH_BEFORE = pattern_of(r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十元]{1,2})月份?[ \t\u3000\xa0：:]+(?=\S)")
"""The month of 9月 教师节, where nothing but times is said."""
_BAR = pattern_of(r"\s*[|｜]\s*")
_NAMES_DAY = pattern_of("[0-9０-９一二三四五六七八九十][日号]")
_NOTHING = pattern_of(
    r"[（(/／—\s-]*(?:暂?无|略|放假|无活动|(?:暂|没)(?:无|有)安排|(?:无|不)安排|待定|另定|另行(?:安排|通知))[）)。\s]*|[/／—–-]+"
)
"""What a month without activities says."""
_PAGE = pattern_of(r"[-—–\s]*(?:第\s*)?[0-9]{1,3}\s*(?:页|[-—–])[-—–\s]*")
"""The number of a page that a paste has brought along: - 1 -."""
_WEEKDAY = pattern_of("(?:周|星期|礼拜)[一二三四五六日天]")
_STRETCHES = (times.Precision.HALF_YEAR, times.Precision.QUARTER)
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
"""The digits of RFC 4648, in lower case: 40 bits are eight of them."""
_NOT_TEXT = pattern_of(r"[\W_]+")


class ActivityMaker:
    """Makes the activities of a document, in order."""

    def __init__(self, path: str, is_summary: bool, context: times.Context, problems: list[Problem]) -> None:
        self.path = path
        self.is_summary = is_summary
        self.context = context
        self.state_times = StateTimes(context, self.report)
        self.problems = problems
        self.is_weekly = False
        """Whether the heading above says that what stands below is so each week."""
        self.activities: list[Activity] = []
        self.anchors: Counter[str] = Counter()
        self.read: list[ActivityText] = []
        """The texts of which activities were made, or that say that there is none."""

    @property
    def lines(self) -> set[int]:
        """The lines of the texts that were read."""
        return {line for one in self.read for line, _ in one.flat.places}

    def make(self, activity_text: ActivityText, section: TimeSection | None) -> bool:
        """Make an activity; False when it is none because no time says so."""
        parts = ItemParts.of(activity_text.flat, activity_text.ticked, activity_text.start, activity_text.end)
        parts.states.original = parts.states.original or activity_text.original
        parts.take_state(activity_text.state)
        parts.take_note(activity_text.note)
        offset = parts.start
        reading = _leading(parts.front, section.within if section else self.context)
        if self.is_weekly and reading is not None and reading.time is None and _WEEKDAY.match(parts.front):
            reading = None
        whole = parts.text[parts.start : activity_text.end].strip()
        is_double = has_two_schedules(whole, reading, parts.bracket_time[0])
        if is_double:
            reading = without_schedules(whole, reading, section.time if section else None)
            parts.bracket_time = ("", 0)
        if reading is not None and self._is_of_bracket(reading, parts):
            # 上半年经费自查（7月）: the first says of what, the second when.
            reading = None
        if reading is None and section is None and not self._is_dated(parts):
            return False
        self.read.append(activity_text)
        time = section.time if section else None
        if reading is not None:
            if not (reading.length == 0 and _says_no_more(reading.time, time)):
                time = reading.time or time
            self.report(reading.faults, *activity_text.flat.place(offset))
            if activity_text.is_doubtful:
                words = parts.front[: reading.length].strip(_COLON)
                self.report([poor_forms.number_read_as_time(words)], *activity_text.flat.place(offset))
        rest = self._take_signed_day(parts, time)
        text = (
            parts.states.read_front(parts.after(reading.length if reading else 0))
            .strip(_COLON)
            .lstrip("/／ ")
        )
        text = whole if is_double else self._without_bars(parts, text) + rest
        if parts.bracket_time[0]:
            time, kept = self._time_in_bracket(
                parts, time, is_written=reading is not None or bool(activity_text.note)
            )
            text = with_bracket(text, kept, parts.text, parts.bracket_time)
        if parts.states.original and time is not None:
            time, postponements, kept = self.state_times.moved(parts.states.original, time)
            text += kept
        else:
            text += self.state_times.leave_lengths(parts, time)
            postponements = tuple(self.state_times.postponements(parts, time)) if time else ()
        if not (text or parts.link_texts) and reading is not None and _is_day(reading.time):
            self.report(
                [poor_forms.nothing_to_do(parts.front.strip(_COLON))], *activity_text.flat.place(offset)
            )
            if section:
                section.mark_read()
            return True
        text = (
            text
            or " ".join(reversed(parts.link_texts)).strip()
            or _MONTH_BEFORE.sub("", activity_text.flat.text[parts.start : activity_text.end].strip())
        )
        if is_ditto(text) and self.activities:
            text = self.activities[-1].text
        if says_same(text):
            self.report([poor_forms.line_not_read(text)], *activity_text.flat.place(parts.start))
            text = ""
        if _PAGE.fullmatch(text):
            return False
        if _NOTHING.fullmatch(text):
            if section:
                section.mark_read()
            return section is None
        if time is not None and text:
            time, text = read_span(time, text, self.context)
            self.report([*unread_pauses(time, text, self.context)], *activity_text.flat.place(parts.start))
            planned = time
            time, text = without_pauses(time, text, self.context)
            if time.days != planned.days:
                parts.states.unread = [one for one in parts.states.unread if not is_pause(one[0])]
            self.activities.append(self._activity(activity_text, parts, (time, postponements), text, section))
        if section:
            section.mark_read()
        return True

    def _activity(
        self,
        activity_text: ActivityText,
        parts: ItemParts,
        when: tuple[times.Time, tuple[Postponement, ...]],
        text: str,
        section: TimeSection | None,
    ) -> Activity:
        """`when` is its time and the steps by which it was postponed."""
        time, postponements = when
        deviations, unread = self.state_times.deviations(parts, time)
        text += unread
        return Activity(
            line=activity_text.line,
            column=activity_text.column,
            text=text,
            time=time,
            status=self._status(
                parts, time, activity_text, is_postponed=parts.states.postponed or bool(postponements)
            ),
            anchor=self._anchor(text, section.time if section and section.time else time),
            reason=parts.states.reason,
            postponements=postponements,
            done_on=tuple(self.state_times.done_on(activity_text, parts, time)),
            deviations=deviations,
            theme=section.theme if section else "",
            links=activity_text.links,
            sub_items=activity_text.sub_items,
            **{**activity_text.fields, **parts.fields},
        )

    def _take_signed_day(self, parts: ItemParts, time: times.Time | None) -> str:
        """Take the day of 植树（3.12） in its month; what else its bracket says, in brackets. Elsewhere 3.12 is told."""
        signed = None if parts.bracket_time[0] else signed_day_behind(parts.text, parts.start, parts.end)
        months = time.months if time and time.start is None else ()
        if signed is None or not months:
            return ""
        if signed.month not in {month.number for month in months}:
            if not signed.in_bracket:
                return ""
            good = f"{signed.month}月{signed.day}日"
            self.report([maybe_date(signed.written, good)], *parts.flat.place(signed.at))
            return ""
        parts.bracket_time, parts.end = (signed.written, signed.at), signed.end
        fields = [bare_field(piece) for piece in signed.rest]
        for field in filter(None, fields):
            parts.fields.setdefault(*field)
        kept = "，".join(piece for piece, field in zip(signed.rest, fields, strict=True) if field is None)
        return f"（{kept}）" if kept else ""

    def _without_bars(self, parts: ItemParts, text: str) -> str:
        """植树 of 植树 | 后山: what stands behind bars is its place or leader where that is certain, else stays in brackets."""
        said, *behind = [piece.strip() for piece in _BAR.split(text)]
        if not said or not behind:
            return text
        behind = [part.strip() for piece in behind for part in re.split("[，,]", piece)]
        day = next((piece for piece in behind if _NAMES_DAY.search(piece) and is_time(piece)), "")
        if day and not parts.bracket_time[0]:
            parts.bracket_time = day, parts.start + max(parts.front.find(day), 0)
            behind.remove(day)
        fields = [bare_field(piece) for piece in behind]
        for field in filter(None, fields):
            parts.fields.setdefault(*field)
        kept = "，".join(piece for piece, field in zip(behind, fields, strict=True) if piece and not field)
        return f"{said}（{kept}）" if kept else said

    def _is_dated(self, parts: ItemParts) -> bool:
        """Whether what stands outside of sections has a time of the document's period in its bracket."""
        reading = times.read_leading(parts.bracket_time[0], self.context)
        return reading is not None and reading.time is not None and not reading.faults

    def _is_of_bracket(self, reading: times.ParsedTime, parts: ItemParts) -> bool:
        """Whether a stretch runs into the words of what is done at the time that the bracket says, outside of it."""
        written = parts.bracket_time[0]
        is_stretch = reading.time is not None and reading.time.precision in _STRETCHES
        if not written or not is_stretch or parts.front[: reading.length].endswith(tuple(_COLON)):
            return False
        other = times.read_leading(written, self.context)
        time = reading.time
        return bool(
            other
            and other.time
            and other.time.months
            and time
            and not set(other.time.months) <= set(time.months)
        )

    def _time_in_bracket(
        self, parts: ItemParts, time: times.Time | None, *, is_written: bool
    ) -> tuple[times.Time | None, str]:
        """The activity's time with what its bracket says, and the bracket's words where they are none of it.

        `time` is the one in front of the text, `is_written`, or its section's.
        """
        written, offset = parts.bracket_time
        if time is not None and is_end(time, written):
            return time, f"（{written}）"
        reading = times.read_leading(written, replace(self.context, section=time))
        if reading is None or any(fault.diagnostic is OUTSIDE_PERIOD for fault in reading.faults):
            # （2021年12月24日） may be the day of a law.
            return time, f"（{written}）"
        found, place = reading.time, parts.flat.place(offset)
        if is_written and _is_one_of(found, time) and (parts.ticked or parts.states.done):
            # [x] 每季度 检查（3月20日）: what recurs goes on, and was done once.
            parts.states.done_on.append((written, offset))
            return time, ""
        within = narrowed(time, written, self.context) if time is not None and is_written else None
        if within is not None:
            return within, f"（{written}）"
        if is_written and time is not None and found is not None and _loses_days(time, found):
            self.report([pause_not_read(written)], *place)
            return time, f"（{written}）"
        if found is not None and are_hours(found, time if is_written else None, parts.front, parts.text):
            return time, f"（{written}）"
        if found is not None and is_written and time is not None and not _agree(time, found):
            self.report([two_times(time.text, written)], *place)
            return time, f"（{written}）"
        self.report(reading.faults, *place)
        if found is None:
            return time, f"（{written}）"
        if time is not None and found.clock is None and time.clock is not None:
            found = replace(found, clock=time.clock)
        if time is not None and is_written and (found.text == found.clock_text or _WEEKDAY.match(found.text)):
            found = replace(found, text=f"{time.text} {found.text}")
        return found, ""

    def report(self, faults: Sequence[Fault], line: int, column: int) -> None:
        """Notes the faults of a text at its place (line and column, from 1)."""
        self.problems.extend(fault.at(self.path, line, column) for fault in faults)

    def _status(
        self, parts: ItemParts, time: times.Time, activity_text: ActivityText, *, is_postponed: bool
    ) -> Status:
        cancelled = parts.states.cancelled or parts.struck
        is_done = parts.ticked or parts.states.done
        if is_done and cancelled:
            self.report([poor_forms.done_and_cancelled()], *activity_text.mark)
        elif parts.ticked and (told := _open_word(parts)):
            self.report([poor_forms.done_and_open(told)], *activity_text.mark)
        self._check_states(parts)
        if cancelled:
            return Status.CANCELLED
        if is_done:
            return Status.DONE
        if is_postponed:
            return Status.POSTPONED
        if parts.states.undecided or time.precision is times.Precision.UNDECIDED:
            return Status.UNDECIDED
        is_report = self.is_summary and parts.ticked is None and not parts.states.open
        return Status.DONE if is_report else Status.PLANNED

    def _check_states(self, parts: ItemParts) -> None:
        """What is told of states that contradict each other, or of a bracket that does not end."""
        place = parts.flat.place(parts.states.named[0][1]) if parts.states.named else (0, 0)
        if parts.states.postponed and (parts.states.cancelled or parts.struck):
            self.report([poor_forms.postponed_and_cancelled()], *place)
        for piece, at in parts.states.unread:
            self.report([poor_forms.state_not_read(piece)], *parts.flat.place(at))
        is_open = not (parts.states.named or parts.states.unread or parts.struck or parts.ticked)
        if is_open and not self.is_summary and (said := parts.state_in_text):
            self.report([poor_forms.state_not_read(said[0])], *parts.flat.place(said.start()))
        if (opening := parts.open_bracket) is not None:
            self.report([poor_forms.bracket_not_closed(parts.text[opening:])], *parts.flat.place(opening))

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
    bracket = _BRACKETED.match(text) or _WEEK_WITH_DAYS.match(text)
    if bracket is None or times.time_length(bracket["time"]) != len(bracket["time"]):
        return times.read_leading(text, context)
    reading = times.read_leading(bracket["time"], context)
    return replace(reading, length=bracket.end()) if reading and reading.length else reading


def _is_day(time: times.Time | None) -> bool:
    """Whether a time says days and no festival, whose name may be what is done."""
    is_one = time is not None and time.precision in (times.Precision.DAY, times.Precision.PART)
    return is_one and not _FESTIVE.search(time.text if time else "")


_FESTIVE = pattern_of("节|三八|五一|五四|六一|七一|八一|国庆|中秋|端午|清明|春节|元旦|元宵|除夕|重阳|冬至")


def _says_no_more(festival: times.Time | None, own: times.Time | None) -> bool:
    """Whether a festival that begins the text says less than the day of its line: 5月1日：劳动节表彰."""
    if festival is None or own is None or own.start is None:
        return False
    return set(festival.months) <= set(own.months)


def _is_one_of(found: times.Time | None, planned: times.Time | None) -> bool:
    """Whether `found` is a day or a stretch in which something recurs as `planned`."""
    recurs = planned is not None and planned.precision is times.Precision.RECURRING
    return recurs and found is not None and found.precision is not times.Precision.RECURRING


def _loses_days(planned: times.Time, found: times.Time) -> bool:
    """Whether `found`, which bounds nothing, would stand for what recurs: 每周四（开学后）, 每月（3月15日）."""
    return planned.precision is times.Precision.RECURRING is not found.precision


def _agree(first: times.Time, other: times.Time) -> bool:
    """Whether a time in brackets only says more exactly when it is."""
    if first.start is not None and other.start is not None and first.end is not None:
        return first.start <= other.start <= first.end
    return not first.months or set(other.months) <= set(first.months)


def _open_word(parts: ItemParts) -> str:
    """What words of an item say against its tick; one that was put off to a day may be done by now."""
    states = parts.states
    if states.open:
        return "没有办"
    if states.postponed and not states.postponed_to:
        return "延期"
    return "待定" if states.undecided else ""
