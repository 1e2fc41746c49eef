"""calendar.ics: the plans' activities for the calendars of phones (RFC 5545).

Few properties, because old phones refuse a file for one line that they do not know; times of day in UTC,
which needs no definition of a time zone. What has no day stands as an all-day window, and its title says so:
（3月内）植树.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial

import icalendar

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.content.activities import Activity, Status
from noticeboard.content.slugs import slug_of
from noticeboard.content.times import Month, Precision
from noticeboard.views.addresses import CALENDAR_FILE
from noticeboard.views.characters import one_line
from noticeboard.views.instants import instant_of
from noticeboard.views.page import Asset
from noticeboard.views.wording import STATUS_WORDS, when

_PRODUCT = "-//noticeboard//board calendar//ZH"
_OFF = frozenset({Status.CANCELLED, Status.POSTPONED})
_MARKED = frozenset({*_OFF, Status.UNDECIDED})
_ICAL_STATUS = {Status.CANCELLED: "CANCELLED", Status.UNDECIDED: "TENTATIVE"}
_DAY = timedelta(days=1)
_ASSUMED_LENGTH = timedelta(hours=1)
"""How long an event lasts whose end nobody wrote: Android's calendar refuses one without an end."""


@dataclass(frozen=True, slots=True)
class _Occurrence:
    """An activity once in the calendar: from `start` to before `end`, dates or times of day."""

    start: date | datetime
    end: date | datetime
    key: str = ""
    """Tells the second and later occurrences of one activity apart; empty for the first."""
    window: str = ""
    """For an activity that takes place some time between the two: how the title says it, `中旬`, `3月内`."""
    arriving: bool = False
    """Whether it was postponed to here from elsewhere."""

    @property
    def all_day(self) -> bool:
        return not isinstance(self.start, datetime)


def assets(catalog: Catalog) -> Iterator[Asset]:
    """The calendar of the whole board."""
    yield Asset(CALENDAR_FILE, partial(calendar, catalog, catalog.settings.organisation, catalog.entries))


def calendar(catalog: Catalog, name: str, entries: Iterable[Entry]) -> bytes:
    """A calendar called `name` of those of `entries` that are planned for days, a part of a month or months.

    A recurrence stands on its days. One without days (每月) is left out, and so are half-years, years and
    undecided times: so long a window tells a reader nothing. No property depends on the clock. Events have no
    URL, because the site's own address is not known here.
    """
    whole = icalendar.Calendar()
    whole.add("prodid", _PRODUCT)
    whole.add("version", "2.0")
    whole.add("x-wr-calname", one_line(name))
    for entry in entries:
        if entry.planned:
            for occurrence in _occurrences(entry):
                whole.add_component(_event(catalog, entry, occurrence))
    return whole.to_ical()


def _occurrences(entry: Entry) -> Iterator[_Occurrence]:
    time = entry.activity.time
    if not entry.loose:
        for index, occurrence in enumerate(_by_time(entry)):
            # The first one keeps its identity when its day changes or further days are added.
            yield occurrence if index == 0 else _keyed(occurrence)
    if entry.status is Status.POSTPONED:
        for run in _runs(month for month in entry.activity.postponed_to if month not in time.months):
            yield _Occurrence(
                run[0].first, run[-1].last + _DAY, f"to-{run[0]}", f"{_months_word(run)}内", arriving=True
            )


def _by_time(entry: Entry) -> Iterator[_Occurrence]:
    time = entry.activity.time
    exact = time.precision in (Precision.DAY, Precision.FESTIVAL, Precision.RECURRING)
    if exact and time.days:
        for day in time.days:
            yield _on_day(day, time.clock)
    elif exact and time.start is not None and time.start == time.end:
        yield _on_day(time.start, time.clock)
    elif time.start is not None:
        # 3月2日至6日 16:20 does not say whether it is on every day: the title carries the time of day.
        yield _Occurrence(time.start, time.end + _DAY, window=(time.clock or "") if exact else when(entry))
    elif time.precision is not Precision.RECURRING:
        for run in _runs(time.months):
            yield _Occurrence(run[0].first, run[-1].last + _DAY, window=_window_word(entry))


def _on_day(day: date, clock: str | None) -> _Occurrence:
    if not clock:
        return _Occurrence(day, day + _DAY)
    first, _, last = clock.partition("–")
    start = _at(day, first)
    return _Occurrence(start, _at(day, last) if last else start + _ASSUMED_LENGTH)


def _at(day: date, clock: str) -> datetime:
    hours, _, minutes = clock.partition(":")
    return instant_of(day) + timedelta(hours=int(hours), minutes=int(minutes))


def _keyed(occurrence: _Occurrence) -> _Occurrence:
    return _Occurrence(occurrence.start, occurrence.end, f"{occurrence.start:%Y-%m-%d}", occurrence.window)


def _window_word(entry: Entry) -> str:
    time = entry.activity.time
    if time.precision is not Precision.MONTH:
        return when(entry)
    return f"{_months_word(time.months)}内{time.clock or ''}"


def _months_word(run: tuple[Month, ...]) -> str:
    first, last = run[0], run[-1]
    return f"{first.number}月" if first == last else f"{first.number}—{last.number}月"


def _runs(months: Iterable[Month]) -> Iterator[tuple[Month, ...]]:
    """Months in order, those that follow each other together: 3月和9月 are two."""
    run: list[Month] = []
    for month in sorted(months):
        if run and month != run[-1].plus(1):
            yield tuple(run)
            run = []
        run.append(month)
    if run:
        yield tuple(run)


def _event(catalog: Catalog, entry: Entry, occurrence: _Occurrence) -> icalendar.Event:
    document, activity = entry.document, entry.activity
    off = entry.status in _OFF and not occurrence.arriving
    event = icalendar.Event()
    event.add("uid", _uid(catalog, entry, occurrence))
    updated = catalog.history.updated.get(document.path)
    event.add("dtstamp", instant_of(updated or document.date).astimezone(UTC))
    if updated is not None:
        event.add("last-modified", instant_of(updated).astimezone(UTC))
    for key, moment in (("dtstart", occurrence.start), ("dtend", occurrence.end)):
        event.add(key, moment if occurrence.all_day else moment.astimezone(UTC))
    event.add("summary", _title(entry, occurrence))
    event.add("description", "\n".join(_description(entry, occurrence)))
    if place := one_line(activity.place or ""):
        event.add("location", place)
    event.add("categories", [one_line(entry.category)])
    if entry.status in _ICAL_STATUS:
        event.add("status", _ICAL_STATUS[entry.status])
    if occurrence.all_day or off:
        # A reader is not busy all month because some time in it something is to be.
        event.add("transp", "TRANSPARENT")
    return event


def _uid(catalog: Catalog, entry: Entry, occurrence: _Occurrence) -> str:
    """The activity's address, and the board's name, because other boards have a plan of the same name too."""
    key = f"/{occurrence.key}" if occurrence.key else ""
    board = slug_of(catalog.settings.organisation) or "board"
    return f"{entry.document.address}#{entry.activity.anchor}{key}@{board}"


def _title(entry: Entry, occurrence: _Occurrence) -> str:
    activity = entry.activity
    marks = [] if occurrence.arriving else [_state_word(activity)]
    marks = [one_line(mark) for mark in (*marks, occurrence.window) if mark]
    text = one_line(activity.text) or one_line(entry.document.title)
    return f"（{'，'.join(marks)}）{text}" if marks else text


def _state_word(activity: Activity) -> str:
    """Said in the title too, because many phones show a cancelled event like any other."""
    if activity.status not in _MARKED:
        return ""
    word = STATUS_WORDS[activity.status]
    if activity.status is Status.POSTPONED and activity.postponed_to:
        word += "至" + "、".join(_months_word(run) for run in _runs(activity.postponed_to))
    return word


def _description(entry: Entry, occurrence: _Occurrence) -> Iterator[str]:
    document, activity = entry.document, entry.activity
    facts = (
        ("单位", document.unit),
        ("负责", activity.leader),
        ("参加", activity.participants),
        ("原定", when(entry) if occurrence.arriving else None),
        ("说明", activity.reason),
        ("计划", document.title),
    )
    for label, value in facts:
        if value:
            yield f"{label}：{one_line(value)}"
    if not occurrence.all_day and "–" not in (activity.time.clock or ""):
        yield "没有写结束时间，这里按一小时显示。"
