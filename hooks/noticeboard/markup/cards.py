"""Which tables a phone shows as cards, each cell with its column's head."""

from __future__ import annotations

from collections.abc import Sequence

_MOST_COLUMNS = 6
_FITTING = 3
"""Columns that fit a phone where all but the first hold figures, such as an account."""


def are_cards(heads: Sequence[str], sides: Sequence[str]) -> bool:
    """Whether a table with these heads, its columns aligned to these sides, is shown as cards."""
    fits = len(heads) <= _FITTING and all(side == "right" for side in sides[1:])
    return 0 < len(heads) <= _MOST_COLUMNS and all(heads) and not fits


def wrapper_class(cards: bool) -> str:
    """The classes of what a table stands in."""
    return "table-wrap table-cards" if cards else "table-wrap"
