"""What one attachment may cost the process that reads it, where the system can hold a process to it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from noticeboard.inspection.inspect import OutOfTime

try:
    import resource
except ImportError:  # Windows, where the budget of work and the clock of the other process hold alone.
    resource = None  # type: ignore[assignment]  # Windows has none.

MOST_MEMORY = 512 * 1024 * 1024
"""Bytes of address space: two such processes stay within a gigabyte."""
MOST_SECONDS = 10
"""Of a processor, for one file."""
MOST_WAITING = 15.0
"""Seconds of the clock, for a file on a slow disk or a machine with much else to do."""


def limit_memory(most: int = MOST_MEMORY) -> None:
    """From now on more raises MemoryError here, instead of taking it from everybody on the machine."""
    if resource is not None:
        with suppress(ValueError, OSError):
            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))


@contextmanager
def limited_time(seconds: int = MOST_SECONDS) -> Iterator[None]:
    """Raises OutOfTime inside when the processor has worked so many seconds on it, rounded up, or it has waited too long."""
    if resource is None:
        yield
        return
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    used = resource.getrusage(resource.RUSAGE_SELF)
    for number in (signal.SIGXCPU, signal.SIGALRM):
        signal.signal(number, _end)
    signal.setitimer(signal.ITIMER_REAL, MOST_WAITING)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds, hard))
    try:
        yield
    finally:
        # The first comes every second from then on; who only tells of it must not hear it.
        for number in (signal.SIGXCPU, signal.SIGALRM):
            signal.signal(number, signal.SIG_IGN)


def _end(_: int, __: FrameType | None) -> None:
    raise OutOfTime
