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
_TURNS = 64
"""How often a process takes a share of its own: few enough to cost nothing, enough that all end together."""
_NUMBER = 4
"""Bytes of an item's number."""


def spread(function: Callable[[Item], Result], items: Sequence[Item], *, weight: int = 1) -> list[Result]:
    """`[function(item) for item in items]`, in that order whoever worked it out. Heavy items should stand first.

    An item takes as long as `weight` common ones, such as documents to read. Results travel between processes by pickle;
    `function` need not. Only on Linux and while no other thread runs is a copy of the process safe; elsewhere, and whenever
    a copy fails, this process does the work itself.
    """
    processes = max(1, min(_processes(len(items) * weight), len(items)))
    if processes == 1:
        return [function(item) for item in items]
    share = max(1, len(items) // (processes * _TURNS))
    queue = _queue(range(0, len(items), share))
    try:
        copies = [_begin(function, items, share, queue) for _ in range(processes - 1)]
        try:
            done = _work(function, items, share, queue)
        finally:
            found = [_end(*copy) for copy in copies]
    finally:
        os.close(queue)
    for results in found:
        done |= results
    return [done[number] if number in done else function(item) for number, item in enumerate(items)]


def _queue(numbers: range) -> int:
    """A pipe to read the `numbers` from: each is read by one process only, the next that is free."""
    receiver, sender = os.pipe()
    with os.fdopen(sender, "wb") as pipe:
        pipe.writelines(number.to_bytes(_NUMBER) for number in numbers)
    return receiver


def _work(
    function: Callable[[Item], Result], items: Sequence[Item], share: int, queue: int
) -> dict[int, Result]:
    """The results of the shares that this process took, by the items' numbers."""
    done = {}
    while taken := os.read(queue, _NUMBER):
        first = int.from_bytes(taken)
        for number in range(first, min(first + share, len(items))):
            done[number] = function(items[number])
    return done


def _processes(count: int) -> int:
    if count < _LEAST or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), _MOST_PROCESSES, count // (_LEAST // 2)))


def _begin(
    function: Callable[[Item], Result], items: Sequence[Item], share: int, queue: int
) -> tuple[int, int]:
    """Starts a copy of this process on the queue; its process number, and the pipe that its results come through."""
    receiver, sender = os.pipe()
    number = os.fork()
    if number:
        os.close(sender)
        return number, receiver
    # The copy must never return into the caller's code, nor flush what the caller has buffered.
    try:
        os.close(receiver)
        with os.fdopen(sender, "wb") as pipe:
            pickle.dump(_work(function, items, share, queue), pipe, pickle.HIGHEST_PROTOCOL)
        os._exit(0)
    finally:
        os._exit(1)


def _end(number: int, receiver: int) -> dict[int, Result]:
    """The copy's results; none when it failed."""
    results = {}
    with os.fdopen(receiver, "rb") as pipe, suppress(EOFError, pickle.UnpicklingError):
        results = pickle.load(pipe)
    _, status = os.waitpid(number, 0)
    return results if status == 0 else {}
