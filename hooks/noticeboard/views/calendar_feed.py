"""The calendars of phones (RFC 5545): of the board, of each unit, category and month, and of a single activity.

An activity's events are written once, and stand in each of these files as the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.deduplication import deduplicate
from noticeboard.catalog.dues import dues_of
from noticeboard.catalog.entries import Entry
from noticeboard.content.documents import Meeting, Notice
from noticeboard.lazy import lazily
from noticeboard.times import Month, day_of
from noticeboard.views.helpers.addresses import (
    CALENDAR_FILE,
    activity_calendar,
    kind_calendar,
    month_calendar,
    unit_calendar,
)
from noticeboard.views.helpers.calendar_event import events
from noticeboard.views.helpers.characters import one_line
from noticeboard.views.helpers.china_time import CHINA_TIME
from noticeboard.views.helpers.dependencies import digest_of
from noticeboard.views.helpers.document_event import deadline_event, due_events, meeting_event
from noticeboard.views.helpers.occurrences import is_ahead
from noticeboard.views.helpers.page import Asset

if TYPE_CHECKING:
    import icalendar
else:
    icalendar = lazily("icalendar")

_KEPT = timedelta(days=366)
"""How long an activity stays after it was: a phone loads the whole file each time it looks."""
_PRODUCT = "-//noticeboard//board calendar//ZH"
_END = b"END:VCALENDAR\r\n"
_TOGETHER = "calendars"
_ONE_ZONE = datetime(1991, 9, 15)
"""Since then clocks in China have not been changed."""


def assets(catalog: Catalog) -> Iterator[Asset]:
    """The calendars of the board, of every unit, of every category that a plan has, of this month and those to come,
    and of each single activity that is not over.

    A unit without activities has its calendar too: readers subscribe to it before the first one.
    """
    agenda = Agenda(catalog)
    asset = partial(Asset, also=agenda.revisions, together=_TOGETHER)
    yield asset(CALENDAR_FILE, agenda.whole)
    for unit in catalog.settings.all_units:
        yield asset(unit_calendar(unit), partial(agenda.of_unit, unit.name))
    for kind, slug in catalog.activity_kinds.items():
        yield asset(kind_calendar(slug), partial(agenda.of_kind, kind))
    for month in catalog.months:
        if has_calendar(catalog, month):
            yield asset(month_calendar(month), partial(agenda.of_month, month))
    for entry in catalog.entries:
        if address := calendar_of(catalog, entry):
            yield asset(address, partial(agenda.of_activity, entry))


def has_calendar(catalog: Catalog, month: Month) -> bool:
    """Whether `month` has a calendar of its own: it is not over."""
    return month.last >= catalog.today


def calendar_of(catalog: Catalog, entry: Entry) -> str | None:
    """The address of an activity's own file; None when it is over, or stands in no calendar.

    A board keeps its activities for ever, and nobody puts one in a calendar that is over: so only those to come have files.
    """
    if not is_ahead(entry, catalog.today):
        return None
    return activity_calendar(entry.document, entry.activity.anchor)


class Agenda:
    """The activities of a board as its calendars tell them: those of plans from a year ago on.

    What summaries report is over and mostly stands in a plan already. What two plans of a unit say alike stands once.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._written: dict[tuple[str, str], bytes] = {}

    def revisions(self) -> str:
        """A digest of all that says which revision of an event a calendar holds: what git and the publication log say of documents."""
        return self._revisions

    @cached_property
    def _revisions(self) -> str:
        catalog = self._catalog
        stays = catalog.publications.stays
        published = [document.digest for document in catalog.shown if document.address in stays]
        return digest_of((catalog.history.updated, catalog.history.changes, published))

    def whole(self) -> bytes:
        """The calendar of the whole board."""
        return self.calendar(self._catalog.settings.organisation, self._entries, self._of_documents())

    def of_unit(self, name: str) -> bytes:
        """The calendar of a unit."""
        entries = (entry for entry in self._entries if entry.document.unit == name)
        return self.calendar(name, entries, self._of_documents(name))

    def of_kind(self, category: str) -> bytes:
        """The calendar of the activities of a category."""
        name = f"{self._catalog.settings.organisation} {category}"
        return self.calendar(name, (entry for entry in self._entries if entry.category == category))

    def of_month(self, month: Month) -> bytes:
        """The calendar of what stands on a month's page."""
        name = f"{self._catalog.settings.organisation} {month.title}"
        schedule = self._catalog.schedule(month)
        return self.calendar(name, (*schedule.entries, *schedule.arriving))

    def of_activity(self, entry: Entry) -> bytes:
        """The file of a single activity."""
        return self.calendar(entry.activity.text, (entry,))

    def calendar(self, name: str, entries: Iterable[Entry], of_documents: bytes = b"") -> bytes:
        """A calendar called `name` of `entries` in their order, and `of_documents`, whose events are written already."""
        written = b"".join(self._events(entry) for entry in entries if entry.planned) + of_documents
        frame = icalendar.Calendar()
        frame.add("prodid", _PRODUCT)
        frame.add("version", "2.0")
        # An unknown property is not escaped unless it is told to be text.
        frame.add("x-wr-calname", icalendar.vText(one_line(name)))
        if not written:
            # A calendar must hold something (RFC 5545 section 3.6), and a time zone tells nobody of anything.
            frame.add_component(_time_zone())
        begun: bytes = frame.to_ical().removesuffix(_END)
        return begun + written + _END

    def _of_documents(self, unit: str = "") -> bytes:
        """The events of sessions, deadlines and ends from a year ago on, of all units or of one.

        What runs out concerns those who keep it: a public edition has none of it.
        """
        catalog, since = self._catalog, self._catalog.today - _KEPT
        meetings = [item for item in catalog.of_type(Meeting) if item.last_day >= since]
        calls = [item for item in catalog.of_type(Notice) if item.deadline and day_of(item.deadline) >= since]
        dues = dues_of(catalog) if catalog.audience == "internal" else ()
        return b"".join(
            (
                *dict.fromkeys(
                    due_events(catalog, due)
                    for due in dues
                    if due.expires >= since and unit in ("", due.document.unit)
                ),
                *(meeting_event(catalog, item) for item in meetings if unit in ("", item.unit)),
                *(
                    deadline_event(catalog, item, item.deadline)
                    for item in calls
                    if unit in ("", item.unit)
                    if item.deadline
                ),
            )
        )

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        since = self._catalog.today - _KEPT
        starts = {entry.key: entry.activity.time.start for entry in self._catalog.entries}
        kept = (
            entry
            for entry in self._catalog.entries
            # What only repeats a step of another from the same day on is that one.
            if is_ahead(entry, since)
            and not (entry.goes_on and starts.get(entry.goes_on) == entry.activity.time.start is not None)
        )
        return deduplicate(sorted(kept, key=lambda entry: entry.order))

    def _events(self, entry: Entry) -> bytes:
        key = entry.document.path, entry.activity.anchor
        if key not in self._written:
            self._written[key] = events(self._catalog, entry)
        return self._written[key]


def _time_zone() -> icalendar.Timezone:
    zone, standard = icalendar.Timezone(), icalendar.TimezoneStandard()
    zone.add("tzid", "Asia/Shanghai")
    offset = CHINA_TIME.utcoffset(None)
    standard.add("dtstart", _ONE_ZONE)
    standard.add("tzoffsetfrom", offset)
    standard.add("tzoffsetto", offset)
    zone.add_component(standard)
    return zone
