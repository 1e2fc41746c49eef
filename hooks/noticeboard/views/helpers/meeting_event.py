"""The days of a session as one event of a calendar (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Meeting
from noticeboard.lazy import lazily
from noticeboard.slugs import slug_of
from noticeboard.views.helpers.characters import one_line
from noticeboard.views.helpers.china_time import in_china_time

if TYPE_CHECKING:
    import icalendar
else:
    icalendar = lazily("icalendar")


def meeting_event(catalog: Catalog, meeting: Meeting) -> bytes:
    """From BEGIN:VEVENT to END:VEVENT; the stamp comes from the document and its history, never from the clock."""
    event = icalendar.Event()
    board = slug_of(catalog.settings.organisation) or "board"
    stamp = catalog.history.updated.get(meeting.path) or meeting.date
    event["UID"] = icalendar.vText(f"{meeting.address}@{board}")
    event["DTSTAMP"] = icalendar.vDDDTypes(in_china_time(stamp).astimezone(UTC))
    event["DTSTART"] = icalendar.vDDDTypes(meeting.date)
    event["DTEND"] = icalendar.vDDDTypes(max(meeting.last_day, meeting.date) + timedelta(1))
    event["SUMMARY"] = icalendar.vText(one_line(meeting.title))
    event["DESCRIPTION"] = icalendar.vText(f"单位：{one_line(meeting.unit)}")
    if place := one_line(meeting.place or ""):
        event["LOCATION"] = icalendar.vText(place)
    event["TRANSP"] = icalendar.vText("TRANSPARENT")
    written: bytes = event.to_ical()
    return written
