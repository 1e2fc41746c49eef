"""What documents put into calendars (RFC 5545): the days of a session, the last moment for what a notice asks."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.dues import Due, DueState
from noticeboard.content.documents import Document, Meeting, Notice
from noticeboard.lazy import lazily
from noticeboard.slugs import slug_of
from noticeboard.views.helpers.addresses import whole
from noticeboard.views.helpers.characters import one_line
from noticeboard.views.helpers.china_time import in_china_time
from noticeboard.views.helpers.day_words import chinese_date

if TYPE_CHECKING:
    import icalendar
else:
    icalendar = lazily("icalendar")

_LAST_HOUR = timedelta(hours=1)
"""What a calendar shows of a deadline that has a time of day: it ends with it."""


def meeting_event(catalog: Catalog, meeting: Meeting) -> bytes:
    """From BEGIN:VEVENT to END:VEVENT."""
    event = _event(catalog, meeting, "", meeting.title)
    event["DTSTART"] = icalendar.vDDDTypes(meeting.date)
    event["DTEND"] = icalendar.vDDDTypes(max(meeting.last_day, meeting.date) + timedelta(1))
    event["DESCRIPTION"] = icalendar.vText(f"单位：{one_line(meeting.unit)}")
    if place := one_line(meeting.place or ""):
        event["LOCATION"] = icalendar.vText(place)
    written: bytes = event.to_ical()
    return written


def deadline_event(catalog: Catalog, notice: Notice, until: date | datetime) -> bytes:
    """The same of a notice's 截止: the whole day, or the last hour."""
    event = _event(catalog, notice, "deadline", f"截止：{notice.title}")
    start: date = until
    end: date = until + timedelta(1)
    if isinstance(until, datetime):
        end = in_china_time(until).astimezone(UTC)
        start = end - _LAST_HOUR
    event["DTSTART"] = icalendar.vDDDTypes(start)
    event["DTEND"] = icalendar.vDDDTypes(end)
    lines = (one_line(notice.action or ""), f"单位：{one_line(notice.unit)}")
    event["DESCRIPTION"] = icalendar.vText("\n".join(filter(None, lines)))
    written: bytes = event.to_ical()
    return written


def due_events(catalog: Catalog, due: Due) -> bytes:
    """The same of what runs out: its last day, and, while nobody has dealt with it, the day of its reminder.

    A document that lists several has each under its name and day, so that a phone keeps it when rows are added above it.
    """
    code = hashlib.sha256(f"{due.item.name}\0{due.item.holder}\0{due.expires}".encode()).hexdigest()[:8]
    name = f"到期：{due.item.name}"
    written = _whole_day(catalog, due, f"due-{code}", name, due.expires)
    if due.state is not DueState.SETTLED and due.remind_on < due.expires:
        note = f"提醒：{due.item.name}，{chinese_date(due.expires)}到期"
        written += _whole_day(catalog, due, f"remind-{code}", note, due.remind_on)
    return written


def _whole_day(catalog: Catalog, due: Due, part: str, summary: str, day: date) -> bytes:
    event = _event(catalog, due.document, part, summary)
    event["DTSTART"] = icalendar.vDDDTypes(day)
    event["DTEND"] = icalendar.vDDDTypes(day + timedelta(1))
    event["DESCRIPTION"] = icalendar.vText(f"单位：{one_line(due.document.unit)}")
    written: bytes = event.to_ical()
    return written


def _event(catalog: Catalog, document: Document, part: str, summary: str) -> icalendar.Event:
    """What all have; the stamp comes from the document and its history, never from the clock."""
    event = icalendar.Event()
    board = slug_of(catalog.settings.organisation) or "board"
    stamp = catalog.history.updated.get(document.path) or document.date
    event["UID"] = icalendar.vText(f"{document.first_address}{part}@{board}")
    event["DTSTAMP"] = icalendar.vDDDTypes(in_china_time(stamp).astimezone(UTC))
    if url := whole(catalog.site_url, document.address, directory_urls=True):
        event["URL"] = icalendar.vUri(url)
    event["SUMMARY"] = icalendar.vText(one_line(summary))
    event["TRANSP"] = icalendar.vText("TRANSPARENT")
    return event
