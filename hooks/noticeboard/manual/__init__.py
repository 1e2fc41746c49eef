"""The manual: one page for each kind of fault, `<chapter>/<code>.md`, in Chinese and for officers.

Its first line is the title; then what is wrong, how to mend it, and samples: ```markdown title="错误 plans/…"
hl_lines="7"``` with the lines of the problems, and the same board without them as ``title="正确 plans/…"``. They are run
as tests. The guide's pages and `board check --explain` show them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ManualPage:
    """What there is to say of one code."""

    code: str
    chapter: str
    """The name of its folder."""
    title: str
    text: str
    """Markdown without the title."""


@cache
def manual() -> Mapping[str, ManualPage]:
    """Every page by its code, in the order of codes."""
    places = sorted(Path(__file__).parent.glob("*/*.md"), key=lambda place: place.stem)
    return {place.stem: _page(place) for place in places}


def _page(place: Path) -> ManualPage:
    title, _, text = place.read_text(encoding="utf-8").partition("\n")
    return ManualPage(place.stem, place.parent.name, title.removeprefix("# "), text.strip())
