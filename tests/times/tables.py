"""The Markdown tables that the tests of this folder read their cases from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from noticeboard.times import Context, Month, Period, Time, months_between, read_heading, read_period

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """One row, with where it stands."""

    place: str
    written: str
    cells: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.place} {self.written}"


def rows(name: str) -> Iterator[Case]:
    """The rows of the tables, or the lines of the lists, of a file in this folder."""
    place = ""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            place = line.removeprefix("## ")
        elif line.startswith("- "):
            yield Case(place, line.removeprefix("- "), ())
        elif line.startswith("| ") and not line.startswith("| written"):
            written, *cells = (cell.strip() for cell in line.strip("|").split("|"))
            yield Case(place, written, tuple(cells))


def context_of(place: str) -> Context:
    """The context that a heading such as ``2026年 · 三月`` names."""
    named, _, heading = place.partition(" · ")
    if named == "no period":
        return Context()
    period = read_period(named)
    assert isinstance(period, Period)
    if not heading:
        return Context(period)
    section = read_heading(heading, Context(period))
    assert section is not None and section.time is not None
    return Context(period, section.time)


def shown(time: Time | None) -> tuple[str, str, str, str, str]:
    """The cells precision, months, start..end, days and clock of a time."""
    if time is None:
        return "", "", "", "", ""
    precision = f"{time.precision} once" if time.once_a_year_page else str(time.precision)
    return precision, _months(time.months), _span(time), _days(time), time.clock or ""


def _months(months: tuple[Month, ...]) -> str:
    if len(months) > 2 and months == months_between(months[0], months[-1]):
        return f"{months[0]}..{months[-1]}"
    return " ".join(map(str, months))


def _span(time: Time) -> str:
    if time.start is None or time.end is None:
        return f"{time.start or ''}{time.end or ''}"
    return str(time.start) if time.start == time.end else f"{time.start}..{time.end}"


def _days(time: Time) -> str:
    if time.days == (time.start,):
        return ""
    if len(time.days) > 4:
        return f"{len(time.days)}: {time.days[0]:%m-%d}..{time.days[-1]:%m-%d}"
    return " ".join(f"{day:%m-%d}" for day in time.days)
