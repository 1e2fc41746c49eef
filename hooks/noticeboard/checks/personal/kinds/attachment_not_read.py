"""Attachments that could not be looked into, and why; a reviewer who has looked may allow it."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check(
    "attachment-not-read",
    Level.WARNING,
    name="附件没有查完",
    hint="请另存一份能读出文字的；有人看过、可以登的，在开头写“允许”，“附件没有查完: 谁看过”。",
)
def attachment_not_read(reading: NormalizedText) -> Iterator[Span]:
    return iter(())
