"""One activity as events of a calendar (RFC 5545).

Few properties, because old phones refuse a file for one line that they do not know; times of day in UTC,
which needs no definition of a time zone. What has no day stands as an all-day window, and its title says so:
（3月内）植树. What comes every week or every other week is one event with a rule, in others each day is an event.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.states import State
from noticeboard.content.activities.activity import Activity, Status
from noticeboard.content.documents import Document
from noticeboard.lazy import lazily
from noticeboard.slugs import slug_of
from noticeboard.views.helpers.activity_times import when
from noticeboard.views.helpers.addresses import whole
from noticeboard.views.helpers.characters import one_line
from noticeboard.views.helpers.china_time import in_china_time
from noticeboard.views.helpers.occurrences import Occurrence, months_word, occurrences_of, runs_of
from noticeboard.views.helpers.wording import STATE_WORDS, state_word

if TYPE_CHECKING:
    import icalendar
else:
    icalendar = lazily("icalendar")

_OFF = frozenset({State.CANCELLED, State.POSTPONED})
_MARKED = frozenset({*_OFF, State.UNDECIDED, State.UNDECIDED_OVERDUE})
_ICAL_STATUS = {
    State.CANCELLED: "CANCELLED",
    State.UNDECIDED: "TENTATIVE",
    State.UNDECIDED_OVERDUE: "TENTATIVE",
}


def events(catalog: Catalog, entry: Entry) -> bytes:
    """The events of `entry`, one after the other, each from BEGIN:VEVENT to END:VEVENT; empty when it has no days.

    Stamps come from the document and its history, never from the clock. An event has the address of its page where the
    site knows its own.
    """
    return b"".join(
        _event(catalog, entry, occurrence).to_ical()
        for occurrence in occurrences_of(entry)
        # At its new time stands the item that it goes on at.
        if not (occurrence.arriving and entry.goes_on)
    )


def _event(catalog: Catalog, entry: Entry, occurrence: Occurrence) -> icalendar.Event:
    document, activity = entry.document, entry.activity
    # Values are set as what they are: `Event.add` would look up for each of them what that is.
    event = icalendar.Event()
    event["UID"] = icalendar.vText(_uid(catalog, entry, occurrence))
    updated = catalog.history.updated.get(document.path)
    event["DTSTAMP"] = _utc(updated or document.date)
    if updated is not None:
        event["LAST-MODIFIED"] = _utc(updated)
    # Of two changes on one day the second must be told from the first.
    changes = max(_commits(catalog, document), _publications(catalog, document), _stated_changes(entry))
    if changes or updated is not None:
        event["SEQUENCE"] = icalendar.vInt(changes)
    if url := whole(catalog.site_url, document.address, directory_urls=True):
        event["URL"] = icalendar.vUri(f"{url}#{activity.anchor}")
    for key, at in (("DTSTART", occurrence.start), ("DTEND", occurrence.end)):
        event[key] = icalendar.vDDDTypes(at) if occurrence.all_day else _utc(at)
    if occurrence.times > 1:
        event["RRULE"] = icalendar.vRecur(
            FREQ=["WEEKLY"], INTERVAL=[occurrence.weeks], COUNT=[occurrence.times]
        )
    event["SUMMARY"] = icalendar.vText(_title(entry, occurrence))
    event["DESCRIPTION"] = icalendar.vText("\n".join(_description(entry, occurrence)))
    if place := one_line(activity.place or ""):
        event["LOCATION"] = icalendar.vText(place)
    event["CATEGORIES"] = icalendar.vCategory([one_line(entry.category)])
    state = _state_now(entry)
    if state in _ICAL_STATUS:
        event["STATUS"] = icalendar.vText(_ICAL_STATUS[state])
    if occurrence.all_day or (state in _OFF and not occurrence.arriving):
        # A reader is not busy all month because some time in it something is to be.
        event["TRANSP"] = icalendar.vText("TRANSPARENT")
    return event


def _commits(catalog: Catalog, document: Document) -> int:
    """How often git recorded a change of the document."""
    return max(len(catalog.history.changes.get(document.path, ())) - 1, 0)


def _publications(catalog: Catalog, document: Document) -> int:
    """How often readers got another text of it by the publication log, with the one that is about to be published."""
    stays = catalog.publications.stays.get(document.address, ())
    texts = [stay.content.text for stay in stays] + [document.digest]
    return sum(text != later for text, later in pairwise(texts))


def _stated_changes(entry: Entry) -> int:
    """How often the plan itself says that it was changed, for those who have no history: each postponement, and that it is off."""
    postponed = max(len(entry.activity.postponements), entry.status is Status.POSTPONED)
    return postponed + (entry.status in (Status.UNDECIDED, Status.CANCELLED))


def _utc(when: date | datetime) -> icalendar.vDDDTypes:
    return icalendar.vDDDTypes(in_china_time(when).astimezone(UTC))


def _uid(catalog: Catalog, entry: Entry, occurrence: Occurrence) -> str:
    """The activity's first address, and the board's name, because other boards have a plan of the same name too."""
    key = f"/{occurrence.key}" if occurrence.key else ""
    board = slug_of(catalog.settings.organisation) or "board"
    return f"{entry.document.first_address}#{_identity(entry)}{key}@{board}"


def _identity(entry: Entry) -> str:
    """The activity's anchor. Of several of one name in a month, whose anchors are counted, each is known by its time, and
    of those at one time by their order: one that is written in before them leaves them what they were. One that was alone gets another with its first namesake: alone it
    must not be known by its time, which may move, and of two nothing in the file tells which was there."""
    anchor = entry.activity.anchor
    base = "-".join(anchor.split("-")[:2])
    alike = [it for it in entry.document.activities if it.anchor == base or it.anchor.startswith(f"{base}-")]
    time = _time_of(entry.activity)
    if len(alike) < 2 or not time:
        return anchor
    earlier = [it for it in alike if _time_of(it) == time and it.line < entry.activity.line]
    return f"{base}-{time}-{len(earlier) + 1}" if earlier else f"{base}-{time}"


def _time_of(activity: Activity) -> str:
    """Its first day and hour; empty without a day."""
    time = activity.time
    day = time.start or (time.days[0] if time.days else None)
    clock = "".join(sign for sign in time.clock or "" if sign.isdigit())
    return f"{day:%Y%m%d}T{clock}" if day else ""


def _title(entry: Entry, occurrence: Occurrence) -> str:
    activity = entry.activity
    text = one_line(activity.text) or one_line(entry.document.title)
    state = _state_word(entry)
    # Where it went to, 延期至5月20日 says both the state and when.
    marks = [state.removeprefix("已") if occurrence.arriving else state]
    window = "" if occurrence.arriving or text.startswith(occurrence.window) else occurrence.window
    marks = [one_line(mark) for mark in (*marks, window) if mark]
    return f"（{'，'.join(marks)}）{text}" if marks else text


def _state_word(entry: Entry) -> str:
    """In the title too, because many phones show a cancelled event like any other."""
    activity, state = entry.activity, _state_now(entry)
    if state not in _MARKED:
        return ""
    word = STATE_WORDS[state]
    if state is State.POSTPONED and activity.postponed_to:
        months = "、".join(months_word(run) for run in runs_of(activity.postponed_to))
        word += "至" + (activity.postponed_exactly or months)
    return word


def _state_now(entry: Entry) -> State:
    """What its first time shows: that it has moved, whatever became of it at the new one."""
    moved = entry.status is Status.POSTPONED and entry.state is not State.CANCELLED
    return State.POSTPONED if moved else entry.state


def _description(entry: Entry, occurrence: Occurrence) -> Iterator[str]:
    document, activity = entry.document, entry.activity
    facts = (
        ("状态", state_word(entry)),
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
    time = activity.new_time if occurrence.arriving and activity.new_time else activity.time
    if not occurrence.all_day and "–" not in (time.clock or ""):
        yield "没有写结束时间，这里按一小时显示。"
