"""我的单位: the unit that a reader chooses on a page of many units' rows, and which rows are then theirs.

A script folds the others: overrides/assets/javascripts/own-unit.js.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from noticeboard.content.documents import Document
from noticeboard.content.settings.board_settings import Settings, Unit


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit that a reader can choose."""

    name: str
    slugs: tuple[str, ...]
    """Whose rows are shown: its own, those of the units above it, and the board's own, which are for everybody."""


def unit_choices(settings: Settings) -> tuple[UnitChoice, ...]:
    """The units in the settings' order; none on a board of one unit, where there is nothing to choose."""
    units = settings.all_units
    if len(units) < 2:
        return ()
    known = {unit.name: unit for unit in units}
    return tuple(
        UnitChoice(
            unit.name, tuple(dict.fromkeys([*(it.slug for it in _upwards(unit, known)), units[0].slug]))
        )
        for unit in units
    )


def slugs_of(settings: Settings, documents: Iterable[Document]) -> tuple[str, ...]:
    """The slugs of the units that issued the documents; none on a board of one unit."""
    known = {unit.name: unit.slug for unit in settings.all_units}
    return tuple(dict.fromkeys(known[document.unit] for document in documents)) if len(known) > 1 else ()


def _upwards(unit: Unit, known: Mapping[str, Unit]) -> Iterator[Unit]:
    """The unit and those above it; the settings have no circles."""
    yield unit
    if unit.parent in known:
        yield from _upwards(known[unit.parent], known)
