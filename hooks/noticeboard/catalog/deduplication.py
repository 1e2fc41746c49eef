"""One activity that two plans name: the year's plan and the term's. Lists show it once, with both plans."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace

from noticeboard.catalog.entries import Entry


def deduplicate(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries in their order, each with those that say the same folded into the first of them.

    What officers have joined by 同 is one activity. Else the same is said by one unit, in the same words, of the same time, with the same outcome; one of them may leave out
    the time of day. Where two plans differ in anything else both stay: that they differ is what a reader should see.
    """
    every = tuple(entries)
    joined = {_content(entry): entry for entry in every if entry.same}
    found: list[Entry] = []
    places: dict[Hashable, list[int]] = defaultdict(list)
    for entry in every:
        content = _content(entry)
        # Who says the same as one that is joined to others is one with all of them.
        twin = joined.get(content)
        same = entry.same or (twin.same if twin and _at_one_hour(twin, entry) else None)
        alike = places[same or content]
        place = next((index for index in alike if same or _at_one_hour(found[index], entry)), None)
        if place is None:
            alike.append(len(found))
            found.append(entry)
        else:
            found[place] = _folded(found[place], entry)
    return tuple(found)


def late_once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The planned ones that are late, each once: what was postponed and goes on at a later item is that one."""
    late = tuple(entry for entry in entries if entry.planned and entry.overdue)
    keys = {entry.key for entry in late}
    return deduplicate(entry for entry in late if entry.goes_on not in keys)


def _content(entry: Entry) -> Hashable:
    activity, time = entry.activity, entry.activity.time
    words = "".join(unicodedata.normalize("NFKC", activity.text).split())
    when = (time.months, time.start, time.end, time.days, time.bound, activity.postponements)
    return (entry.planned, entry.document.unit, words, entry.state, when)


def _at_one_hour(one: Entry, other: Entry) -> bool:
    clocks = {one.activity.time.clock, other.activity.time.clock} - {None}
    return len(clocks) < 2


def _folded(one: Entry, other: Entry) -> Entry:
    """One entry for both; the one that says more exactly when it is stands for them."""
    if _exactness(other) > _exactness(one):
        one, other = replace(other, also=one.also), replace(one, also=())
    reports = tuple(dict.fromkeys((*one.reports, *other.reports)))
    return replace(one, also=(*one.also, other), reports=reports)


def _exactness(entry: Entry) -> tuple[bool, bool, bool]:
    time = entry.activity.time
    has_day = time.start is not None and time.start == time.end
    return bool(entry.activity.postponements), time.clock is not None, has_day
