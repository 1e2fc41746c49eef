"""One function over many items, spread over the machine's processors."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_LEAST = 128
"""Below so many items a second process costs more than it brings."""
_MOST_PROCESSES = 4


def spread(function: Callable[[Item], Result], items: Sequence[Item], *, weight: int = 1) -> list[Result]:
    """`[function(item) for item in items]`, in that order whoever worked it out.

    An item takes as long as `weight` common ones, such as documents to read. Results travel between processes by pickle;
    `function` need not. Only on Linux and while no other thread runs is a copy of the process safe; elsewhere, and whenever
    a copy fails, this process does the work itself.
    """
    processes = max(1, min(_processes(len(items) * weight), len(items)))
    shares = [items[start::processes] for start in range(processes)]
    copies = [_begin(function, share) for share in shares[1:]]
    try:
        done = [[function(item) for item in shares[0]]]
    except BaseException:
        for copy in copies:
            _end(*copy)
        raise
    for copy, share in zip(copies, shares[1:], strict=True):
        found = _end(*copy)
        done.append([function(item) for item in share] if found is None else found)
    results: list[Result] = [None] * len(items)  # type: ignore[list-item]
    for start, share in enumerate(done):
        results[start::processes] = share
    return results


def _processes(count: int) -> int:
    if count < _LEAST or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), _MOST_PROCESSES, count // (_LEAST // 2)))


def _begin(function: Callable[[Item], Result], share: Sequence[Item]) -> tuple[int, int]:
    """Starts a copy of this process on `share`; its process number, and the pipe that its results come through."""
    receiver, sender = os.pipe()
    number = os.fork()
    if number:
        os.close(sender)
        return number, receiver
    # The copy must never return into the caller's code, nor flush what the caller has buffered.
    try:
        os.close(receiver)
        with os.fdopen(sender, "wb") as pipe:
            pickle.dump([function(item) for item in share], pipe, pickle.HIGHEST_PROTOCOL)
        os._exit(0)
    finally:
        os._exit(1)


def _end(number: int, receiver: int) -> list | None:
    """The copy's results; None when it failed."""
    results = None
    with os.fdopen(receiver, "rb") as pipe, suppress(EOFError, pickle.UnpicklingError):
        results = pickle.load(pipe)
    _, status = os.waitpid(number, 0)
    return results if status == 0 else None
