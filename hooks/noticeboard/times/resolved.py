"""What a phrase means where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from noticeboard.problems import Fault
from noticeboard.times.time import Time


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a phrase means where it stands."""

    time: Time | None
    """None when there is an error that leaves no telling."""
    faults: tuple[Fault, ...] = ()
    end: int | None = None
    """Where the words end that were used, when not all of the phrase were."""
    is_explicit: bool = False
    """Whether it names its months itself, so that they can differ from its section's."""
