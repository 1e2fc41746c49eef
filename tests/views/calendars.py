"""Calendars, written by icalendar and read again by vobject."""

from datetime import date, datetime, timedelta

import vobject

from noticeboard.views.calendar_feed import assets


def files(site) -> dict[str, bytes]:
    """Every calendar by its address."""
    return {asset.address: asset.content() for asset in assets(site.catalog)}


def ics(site, address: str = "calendar.ics") -> bytes:
    return files(site)[address]


def events(site, address: str = "calendar.ics") -> list[vobject.base.Component]:
    return vobject.readOne(ics(site, address).decode()).contents.get("vevent", [])


def titles(site, address: str) -> list[str]:
    return [event.summary.value for event in events(site, address)]


def told(event) -> tuple[str, str, str]:
    """Title, start and end; times of day in Beijing."""
    return event.summary.value, in_beijing(event.dtstart.value), in_beijing(event.dtend.value)


def in_beijing(moment: date) -> str:
    if isinstance(moment, datetime):
        assert moment.utcoffset() == timedelta(0)
        return f"{moment + timedelta(hours=8):%m-%d %H:%M}"
    return f"{moment:%m-%d}"


def uids(found) -> list[str]:
    return [event.uid.value for event in found]
