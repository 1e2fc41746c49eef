"""The grammar against hand-made labels of real plans, where a checkout has them beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from noticeboard.times import Context, Period, Time, read_heading, read_leading, read_period

LABELS = Path(__file__).parents[4] / "shared" / "samples"
FLOOR = 0.99
"""Measured: all of 108 headings and all of 22 items."""

pytestmark = pytest.mark.skipif(not LABELS.is_dir(), reason="the labelled plans are not here")

_BLANK_YEAR = re.compile(r"20[xX]{2}|201x|20\\?_\\?_|[～~](?=年)|(?<![0-9a-zA-Z])xx(?=年)")
_MARKER = re.compile(r"\s*(?:[-*]\s+)?(?:\d{1,2}[、．.]|[（(]\d+[）)]、?|[①-⑳])?\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One labelled activity whose time a reader is sure of."""

    when: str
    months: list[int]
    precision: str
    source: str
    line: str
    """The line it begins on, without its list marker."""


def entries() -> Iterator[Entry]:
    for path in sorted(LABELS.glob("*.json")):
        lines = [in_2026(line) for line in path.with_suffix(".txt").read_text(encoding="utf-8").split("\n")]
        for document in json.loads(path.read_text(encoding="utf-8")):
            for label in document["entries"]:
                if not label["uncertain"]:
                    line = lines[label["line"] - 1]
                    yield Entry(
                        in_2026(label["when_as_written"]),
                        label["months"],
                        {"months-range": "months"}.get(label["precision"], label["precision"]),
                        label["source"],
                        line[_MARKER.match(line).end() :],
                    )


def in_2026(text: str) -> str:
    return _BLANK_YEAR.sub("2026", text)


def whole_year(when: str) -> Context:
    year = re.match(r"\d{4}年", when)
    period = read_period(year[0] if year else "2026年")
    assert isinstance(period, Period)
    return Context(period)


def agreement(pairs: list[tuple[object, object]]) -> float:
    return sum(read == labelled for read, labelled in pairs) / len(pairs)


def test_headings() -> None:
    pairs: list[tuple[object, object]] = []
    section: Time | None = None
    for entry in entries():
        if entry.source != "heading":
            continue
        is_below = entry.precision == "recurring"
        context = Context(whole_year(entry.when).period, section if is_below else None)
        reading = read_leading(entry.when, context) if is_below else read_heading(entry.when, context)
        time = reading.time if reading else None
        if not is_below:
            section = time
        read = ([month.number for month in time.months], str(time.precision)) if time else None
        pairs.append((read, (entry.months, entry.precision)))
    assert len(pairs) > 100
    assert agreement(pairs) >= FLOOR, [pair for pair in pairs if pair[0] != pair[1]]


def test_items_that_begin_with_their_time() -> None:
    pairs: list[tuple[object, object]] = []
    for entry in entries():
        if entry.precision == "recurring" or not entry.line.startswith(entry.when):
            continue
        reading = read_leading(entry.line, whole_year(entry.when))
        read = [month.number for month in reading.time.months] if reading and reading.time else None
        pairs.append((read, entry.months))
    assert len(pairs) > 15
    assert agreement(pairs) >= FLOOR, [pair for pair in pairs if pair[0] != pair[1]]
