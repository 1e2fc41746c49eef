"""Photos and films that say where they were taken; text never does, the readers of files see it."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Diagnostic, Level

TAKEN_OUT = Diagnostic("photo-location", Level.NOTICE)
"""Where what is published does not tell the place any more: no reason to stop."""


@personal_check(
    "photo-location",
    Level.WARNING,
    name="拍摄地点",
    hint="请在手机相册里去掉位置，或截图、另存一份，再放进来。",
)
def photo_location(reading: NormalizedText) -> Iterator[Span]:
    return iter(())
