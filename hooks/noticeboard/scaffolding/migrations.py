"""What a new version changes in the settings: mkdocs.yml of an older board → the same settings as this version writes them.

A migration takes the text and gives the text, so that comments and the order of lines stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from noticeboard.fixing.site_file import mended


@dataclass(frozen=True, slots=True)
class Migration:
    """One change; it leaves alone what has been changed already."""

    version: str
    """The first version that wants it."""
    apply: Callable[[str], str]


MIGRATIONS: tuple[Migration, ...] = ()
"""From the oldest on. None so far: 0.1.0 is the first version."""

_NUMBERS = re.compile(r"\d+")


def migrated(text: str, since: str, migrations: tuple[Migration, ...] | None = None) -> str:
    """The settings of a board that was last written by the version `since`, as this version wants them."""
    for migration in MIGRATIONS if migrations is None else migrations:
        if order_of(migration.version) > order_of(since):
            text = migration.apply(text)
    return mended(text)


def order_of(version: str) -> tuple[int, ...]:
    """What versions are compared by: 0.10.0 comes after 0.9.1."""
    return tuple(int(number) for number in _NUMBERS.findall(version)[:3])
