"""One function over many items, spread over the machine's processors."""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
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
    return begin(function, items, weight=weight)()


def begin(
    function: Callable[[Item], Result], items: Sequence[Item], *, weight: int = 1
) -> Callable[[], list[Result]]:
    """Like `spread`, but for the last step: the copies are at work when this returns, and what is returned joins them.

    It must be called, once, for the results.
    """
    processes = max(1, min(_processes(len(items) * weight), len(items)))
    if processes == 1:
        return lambda: [function(item) for item in items]
    share = max(1, len(items) // (processes * _TURNS))
    queue = _queue(range(0, len(items), share))
    # A look for rings through all that is there now would make every copy's memory its own.
    gc.freeze()
    copies: list[tuple[int, int]] = []
    # Where no more processes or no more memory is to be had, those that there are do all.
    with suppress(OSError):
        for _ in range(processes - 1):
            copies.append(_begin(function, items, share, queue))
    return partial(_finish, function, items, share, queue, copies)


def _finish(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    share: int,
    queue: int,
    copies: Sequence[tuple[int, int]],
) -> list[Result]:
    done: dict[int, Result] = {}
    try:
        for results in _work(function, items, share, queue):
            done |= results
    finally:
        found = [_end(*copy) for copy in copies]
        os.close(queue)
        gc.unfreeze()
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
) -> Iterator[dict[int, Result]]:
    """The results of each share that this process takes, by the items' numbers."""
    while taken := os.read(queue, _NUMBER):
        first = int.from_bytes(taken)
        yield {number: function(items[number]) for number in range(first, min(first + share, len(items)))}


def _processes(count: int) -> int:
    if count < _LEAST or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), _MOST_PROCESSES, count // (_LEAST // 2)))


def _begin(
    function: Callable[[Item], Result], items: Sequence[Item], share: int, queue: int
) -> tuple[int, int]:
    """Starts a copy of this process on the queue; its process number, and the file in memory that its results go to.

    A file takes them as they come; a pipe would make the copy wait until this process reads.
    """
    results = os.memfd_create("results")
    try:
        number = os.fork()
    except OSError:
        os.close(results)
        raise
    if number:
        return number, results
    # The copy must never return into the caller's code, nor flush what the caller has buffered.
    try:
        gc.disable()
        with os.fdopen(results, "wb") as file:
            for done in _work(function, items, share, queue):
                pickle.dump(done, file, pickle.HIGHEST_PROTOCOL)
        os._exit(0)
    finally:
        os._exit(1)


def _end(number: int, results: int) -> dict[int, Result]:
    """The copy's results; none when it failed."""
    _, status = os.waitpid(number, 0)
    done: dict[int, Result] = {}
    with os.fdopen(results, "rb") as file, suppress(EOFError):
        file.seek(0)
        while status == 0:
            done |= pickle.load(file)
    return done
