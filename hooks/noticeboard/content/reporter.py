"""Gathers the problems of one file while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from noticeboard.content.front_matter.nodes import HeaderEntry
from noticeboard.problems import Diagnostic, Fault, Problem


class Place(Protocol):
    """Anything that stands somewhere in the file: a front matter node, a link, an activity."""

    @property
    def line(self) -> int:
        """From 1."""

    @property
    def column(self) -> int:
        """From 1, in characters."""


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where the key of an entry stands."""

    line: int
    column: int

    @classmethod
    def of(cls, entry: HeaderEntry) -> KeyPlace:
        """Where the key of an entry of the front matter stands."""
        return cls(entry.key_line, entry.key_column)


@dataclass(slots=True)
class Reporter:
    """The problems of the file at `path`, in the order in which they were met."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def report(self, place: Place | None, diagnostic: Diagnostic, message: str, hint: str = "") -> None:
        """A fault at `place`, or of the whole file when None."""
        self.fault(Fault(diagnostic, message, hint), place)

    def fault(self, fault: Fault, place: Place | None) -> None:
        """Notes a fault at a place; one that has none stands at the top of the file."""
        line, column = (place.line, place.column) if place is not None else (1, 1)
        self.problems.append(fault.at(self.path, line, column))
