"""What the renderer shows of an activity at its item, and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

STATUS_WORDS = {
    "planned": "计划中",
    "done": "已完成",
    "cancelled": "已取消",
    "postponed": "已延期",
    "undecided": "待定",
}
"""What readers see for what an activity's own line says."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is shown at an activity's line of what became of it."""

    state: str
    """As a class name."""
    word: str
    is_news: bool = True
    """Whether the word is shown where the line has no box."""
    text: str = ""
    """What the activity is, where several stand in one line."""
    note: str = ""
    """Since when it is late, how often it was done."""
    records: tuple[tuple[str, str], ...] = ()
    """Title and address, from the page, of what tells of it."""


class Marked(Protocol):
    """What of an activity is shown at its item; `noticeboard.content.activities.activity.Activity` is one."""

    @property
    def line(self) -> int:
        """Of the item, from 1."""

    @property
    def anchor(self) -> str:
        """The item's id on its page."""

    @property
    def status(self) -> str:
        """What its chip says."""
