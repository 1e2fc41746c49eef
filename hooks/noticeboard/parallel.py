"""One function over many items, by worker processes of the standard library."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_LEAST = 128
"""Below so many items a second process costs more than it brings."""
_MOST_WORKERS = 4
_BATCHES = 64
"""So many for each worker: few enough to cost nothing, enough that all end together."""


def parallel_map(
    function: Callable[[Item], Result], items: Sequence[Item], *, weight: int = 1
) -> list[Result]:
    """`[function(item) for item in items]`, in that order whoever worked it out. Heavy items should stand first.

    An item takes as long as `weight` common ones, such as documents to read. Results are pickled; `function` and `items`
    need not be, for a worker is a fork of this process. Only on Linux and while no other thread runs is that safe; elsewhere,
    and when a worker dies, this process does the work itself.
    """
    return start_map(function, items, weight=weight)()


def start_map(
    function: Callable[[Item], Result], items: Sequence[Item], *, weight: int = 1
) -> Callable[[], list[Result]]:
    """Like `parallel_map`, but workers are only begun with: what is returned waits for the results. Call it once."""
    workers = min(_workers(len(items) * weight), len(items))
    if workers < 2:
        return lambda: [function(item) for item in items]
    size = max(1, len(items) // (workers * _BATCHES))
    # A collection of garbage would write to all objects of today, and give each worker a copy of them.
    gc.freeze()
    executor = ProcessPoolExecutor(workers, get_context("fork"), _begin, (function, items))
    try:
        batches = [executor.submit(_work, first, first + size) for first in range(0, len(items), size)]
    except (OSError, RuntimeError):
        batches = None

    def finish() -> list[Result]:
        try:
            if batches is not None:
                return [result for batch in batches for result in batch.result()]
        except BrokenProcessPool:
            pass
        finally:
            executor.shutdown(cancel_futures=True)
            gc.unfreeze()
        return [function(item) for item in items]

    return finish


def _workers(count: int) -> int:
    if count < _LEAST or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST_WORKERS, count // (_LEAST // 2))


_job: tuple[Callable[[Any], Any], Sequence[Any]]


def _begin(function: Callable[[Any], Any], items: Sequence[Any]) -> None:
    """In a worker: keeps what it is for. It ends with its parent, however that ends."""
    global _job
    _job = function, items
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    if parent := parent_process():
        parent.join()
    os._exit(1)


def _work(first: int, last: int) -> list[Any]:
    function, items = _job
    return [function(item) for item in items[first:last]]
