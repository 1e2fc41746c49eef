"""A lock between processes: who holds the file is at work on what it stands for."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PAUSE = 0.1
"""Seconds between two tries."""


class Lock:
    """A lock on the file at `place`. It ends with the process, however that ends.

    A shared one, with the last of the programs that it has started with all that can be inherited: they are at the same work.
    Kept libraries for this take longer to load than all else that a switch of folders needs.
    """

    def __init__(self, place: Path, *, is_shared: bool = False) -> None:
        self._place, self._is_shared = place, is_shared
        self._file: int | None = None

    def acquire(
        self, seconds: float, waits: Callable[[], None] = lambda: None, silence: float = math.inf
    ) -> bool:
        """Waits up to `seconds` for the lock; False when another process still holds it. Raises OSError.

        After `silence` seconds `waits` is called, once.
        """
        begin = time.monotonic()
        while not self._try():
            waited = time.monotonic() - begin
            if waited >= seconds:
                return False
            if waited >= silence:
                silence = math.inf
                waits()
            time.sleep(_PAUSE)
        return True

    def release(self) -> None:
        """Gives the lock back; does nothing when it is not held."""
        if self._file is None:
            return
        # Windows keeps a file that is open.
        with suppress(OSError):
            self._place.unlink()
        os.close(self._file)
        self._file = None

    def _try(self) -> bool:
        file = os.open(self._place, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        # Who held the lock before may have removed the file that was just opened: a lock on that keeps nobody out.
        if _lock(file) and _is_at(self._place, file):
            if self._is_shared:
                os.set_inheritable(file, True)
            self._file = file
            return True
        os.close(file)
        return False


def _lock(file: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_at(place: Path, file: int) -> bool:
    try:
        return os.path.samestat(os.lstat(place), os.fstat(file))
    except FileNotFoundError:
        return False
