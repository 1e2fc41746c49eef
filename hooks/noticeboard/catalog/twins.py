"""One activity that two plans name: the year's plan and the term's. Lists show it once, with both plans."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable
from dataclasses import replace

from noticeboard.catalog.entries import Entry


def merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries in their order, each with those that say the same folded into the first of them.

    The same is said by one unit, in the same words, of the same time, with the same outcome. Where two plans differ in
    any of these both stay: that they differ is what a reader should see.
    """
    found: dict[Hashable, Entry] = {}
    for entry in entries:
        key = _what_is_said(entry)
        first = found.get(key)
        if first is None:
            found[key] = entry
        else:
            reports = tuple(dict.fromkeys((*first.reports, *entry.reports)))
            found[key] = replace(first, also=(*first.also, entry.document), reports=reports)
    return tuple(found.values())


def _what_is_said(entry: Entry) -> Hashable:
    time = entry.activity.time
    words = "".join(unicodedata.normalize("NFKC", entry.activity.text).split())
    return (
        entry.planned, entry.document.unit, words, entry.status, time.months, time.start, time.end, time.days, time.clock,
        entry.activity.postponed_to,
    )  # fmt: skip
