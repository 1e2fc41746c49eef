"""calendar.ics: the plans' activities for the calendars of phones (RFC 5545).

Few properties, because old phones refuse a file for one line that they do not know; times of day in UTC,
which needs no definition of a time zone. What has no day stands as an all-day window, and its title says so:
（3月内）植树.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, timedelta
from functools import partial

import icalendar

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.content.activities import Activity, Status
from noticeboard.slugs import slug_of
from noticeboard.views.addresses import CALENDAR_FILE
from noticeboard.views.characters import one_line
from noticeboard.views.instants import instant_of
from noticeboard.views.occurrences import Occurrence, months_word, occurrences_of, runs_of
from noticeboard.views.page import Asset
from noticeboard.views.wording import STATUS_WORDS, when

_KEPT = timedelta(days=366)
"""How long an activity stays after it was: a phone loads the whole file each time it looks."""
_PRODUCT = "-//noticeboard//board calendar//ZH"
_OFF = frozenset({Status.CANCELLED, Status.POSTPONED})
_MARKED = frozenset({*_OFF, Status.UNDECIDED})
_ICAL_STATUS = {Status.CANCELLED: "CANCELLED", Status.UNDECIDED: "TENTATIVE"}


def assets(catalog: Catalog) -> Iterator[Asset]:
    """The calendar of the whole board."""
    yield Asset(CALENDAR_FILE, partial(calendar, catalog, catalog.settings.organisation, catalog.entries))


def calendar(catalog: Catalog, name: str, entries: Iterable[Entry]) -> bytes:
    """A calendar called `name` of those of `entries` that stand in a plan, at their `occurrences_of`, from a year ago on.

    What summaries report is over and mostly stands in a plan already. Stamps come from the document and its
    history, never from the clock. Events have no URL, because the site's own address is not known here.
    """
    whole = icalendar.Calendar()
    whole.add("prodid", _PRODUCT)
    whole.add("version", "2.0")
    # An unknown property is not escaped unless it is told to be text.
    whole.add("x-wr-calname", icalendar.vText(one_line(name)))
    since = catalog.today - _KEPT
    for entry in entries:
        if entry.planned:
            for occurrence in occurrences_of(entry):
                if occurrence.last_day >= since:
                    whole.add_component(_event(catalog, entry, occurrence))
    return whole.to_ical()


def _event(catalog: Catalog, entry: Entry, occurrence: Occurrence) -> icalendar.Event:
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


def _uid(catalog: Catalog, entry: Entry, occurrence: Occurrence) -> str:
    """The activity's address, and the board's name, because other boards have a plan of the same name too."""
    key = f"/{occurrence.key}" if occurrence.key else ""
    board = slug_of(catalog.settings.organisation) or "board"
    return f"{entry.document.address}#{entry.activity.anchor}{key}@{board}"


def _title(entry: Entry, occurrence: Occurrence) -> str:
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
        word += "至" + "、".join(months_word(run) for run in runs_of(activity.postponed_to))
    return word


def _description(entry: Entry, occurrence: Occurrence) -> Iterator[str]:
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
