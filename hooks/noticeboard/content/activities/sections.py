"""The time sections that are open at a place of a body (SPECIFICATION section 4)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from noticeboard import times
from noticeboard.markup.flat_text import FlatText

_DEEPEST_HEADING = 6
"""A line used like a heading is ended by the next one."""


@dataclass(slots=True)
class TimeSection:
    """A time section, and what was found in it so far."""

    level: int
    time: times.Time | None
    """None when its time is at fault, so that nothing below it can be placed."""
    theme: str
    within: times.Context
    """What the times below it are read against."""
    outer: TimeSection | None = None
    flat: FlatText | None = None
    """What its heading says; None for one that an item opens."""
    words: str = ""
    """The time as written there."""
    line: int = 0
    column: int = 0
    theme_at: int = 0
    """Where the theme begins in `flat`."""
    is_read: bool = False
    """Whether an activity was read in it."""
    is_reported: bool = False
    """Whether a line in it was told that holds none."""
    has_content: bool = False
    has_items: bool = False
    has_rest: bool = False
    """Whether activities stood on its own line."""
    is_of_item: bool = False
    """Whether an item that says nothing but its time opened it."""
    number: str = ""
    """The form of a chapter's number before its time: ``一、``, ``（一）``, ``1.1``."""
    last_line: int = 0
    """The last plain line that was read in it."""

    @classmethod
    def inside(
        cls, outer: TimeSection | None, level: int, time: times.Time | None, context: times.Context
    ) -> TimeSection:
        """The section that an item or a table's row opens."""
        theme = outer.theme if outer else ""
        return cls(outer.level if outer else level, time, theme, replace(context, section=time), outer)

    def mark_read(self) -> None:
        """Notes that something was read below it, and so below all that it stands in."""
        section: TimeSection | None = self
        while section is not None:
            section.is_read = True
            section = section.outer

    @property
    def without_theme(self) -> TimeSection:
        """A section within it for what follows that its theme does not speak of."""
        return replace(self, theme="", outer=self)


class Sections:
    """The open sections, outermost first."""

    def __init__(self, context: times.Context) -> None:
        self._context = context
        self._open: list[TimeSection] = []
        self._heading_level = 2
        """Of the last heading that says no time."""
        self._month_level = 0
        """Of the last heading that says a month below it; 0 for none."""
        self.lines: set[int] = set()
        """The lines of all headings, and of lines like one, that were read as times."""

    @property
    def innermost(self) -> TimeSection | None:
        """The section that a line stands in; None before the first."""
        return self._open[-1] if self._open else None

    @property
    def within(self) -> times.Context:
        """What a time is read against here."""
        return self._open[-1].within if self._open else self._context

    @property
    def within_for_lines(self) -> times.Context:
        """What a line is read against that may end the month around it."""
        for section in reversed(self._open):
            is_heading = section.level <= _DEEPEST_HEADING
            if is_heading and section.time is not None and not section.time.precision.is_month_like:
                return section.within
        return self._context

    @property
    def hashes(self) -> str:
        """The signs of a time heading here: as deep as those of other months, else one deeper than the last heading."""
        return "#" * min(self._month_level or self._heading_level + 1, 6)

    def note_heading(self, level: int) -> None:
        """A heading that says no time."""
        self._heading_level, self._month_level = level, 0

    def enter(
        self,
        level: int,
        time: times.Time | None,
        theme: str,
        flat: FlatText,
        words: str,
        line: int,
        column: int,
        theme_at: int,
    ) -> TimeSection:
        """Begins the section of a heading or label; those at its level or deeper have ended."""
        if level <= _DEEPEST_HEADING:
            is_month = time is None or time.precision.is_month_like
            self._heading_level, self._month_level = (self._heading_level, level) if is_month else (level, 0)
        within = replace(self._context, section=time)
        section = TimeSection(level, time, theme, within, self.innermost, flat, words, line, column, theme_at)
        if self._open:
            self._open[-1].has_content = True
        self._open.append(section)
        self.lines.add(line)
        return section

    def leave(self, level: int) -> list[TimeSection]:
        """Close the sections of `level` and deeper ones; the innermost comes first."""
        closed = []
        while self._open and self._open[-1].level >= level:
            closed.append(self._open.pop())
        return closed
