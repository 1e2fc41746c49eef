"""What a check of one document goes by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from noticeboard.content.settings.board_settings import Settings


@dataclass(frozen=True, slots=True)
class CheckContext:
    """All that a document by itself is held against; what other documents say is for checks of the whole board."""

    settings: Settings
    today: date
