"""What the renderer shows of an activity at its item, and in which words."""

from __future__ import annotations

from typing import Protocol

STATUS_WORDS = {
    "planned": "计划中",
    "done": "已完成",
    "cancelled": "已取消",
    "postponed": "已延期",
    "undecided": "待定",
}
"""What readers see for an activity's status, at its item and everywhere else."""


class Marked(Protocol):
    """What of an activity is shown at its item; `noticeboard.content.activities.Activity` is one."""

    @property
    def line(self) -> int: ...

    @property
    def anchor(self) -> str: ...

    @property
    def status(self) -> str: ...
