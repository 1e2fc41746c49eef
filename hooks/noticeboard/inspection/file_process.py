"""Processes that read files for others, so that no file can take down the one that asks."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Timer
from typing import Protocol, TypeVar

from noticeboard.inspection.inspect import BROKEN, OUT_OF_TIME

MOST_PROCESSES = 2
"""Each may take half a gigabyte."""
NO_ROOM = "系统没有余力打开它"
_PACKAGES = Path(__file__).parents[2]
_Read = TypeVar("_Read", covariant=True)


def command_of(worker: str) -> tuple[str, ...]:
    """What runs `main` of the module `worker`.

    The folder that the program runs in may hold anything, so nothing is loaded from there.
    """
    lines = f"import sys; sys.path.append(sys.argv[1]); from {worker} import main; main()"
    return (sys.executable, "-P", "-c", lines, str(_PACKAGES))


class FileProcess:
    """One process that answers a line for the path of each file; when a file ends it, the next file has a new one."""

    def __init__(self, command: Sequence[str], longest: float) -> None:
        """`longest`: seconds of the clock after which it is ended where the system has not stopped it."""
        self._command, self._longest = command, longest
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, place: Path) -> bytes | str:
        """The line that answers for the file at `place`, or a Chinese clause that says why there is none. Never raises."""
        try:
            process = self._process or self._begin()
        except OSError:
            return NO_ROOM
        self._process = process
        timer = Timer(self._longest, process.kill)
        timer.start()
        answer = _answer(process, place)
        is_late = not timer.is_alive()
        timer.cancel()
        # Else it may be there a moment longer, and meet the next file's.
        timer.join()
        if answer.endswith(b"\n"):
            return answer
        self.close()
        return OUT_OF_TIME if is_late else BROKEN

    def close(self) -> None:
        """Ends it: what has taken much memory may have left too little for the next file."""
        if self._process is not None:
            self._process.kill()
            with suppress(OSError):
                self._process.communicate()
            self._process = None

    def _begin(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )


def _answer(process: subprocess.Popen[bytes], place: Path) -> bytes:
    """A line; less than one when the process ends before it has answered."""
    assert process.stdin is not None and process.stdout is not None
    with suppress(OSError):
        process.stdin.write(json.dumps(str(place)).encode() + b"\n")
        process.stdin.flush()
        return process.stdout.readline()
    return b""


class FileReader(Protocol[_Read]):
    """What makes something of files by a process of its own."""

    def read(self, place: Path) -> _Read:
        """What was read of a file."""

    def close(self) -> None:
        """Ends what it runs."""


def read_all(places: Sequence[Path], begin: Callable[[], FileReader[_Read]], count: int) -> Iterator[_Read]:
    """What `count` readers make of all `places`, in their order, as soon as it is known; files ahead are read meanwhile."""

    def read(place: Path) -> _Read:
        reader = free.get()
        try:
            return reader.read(place)
        finally:
            free.put(reader)

    with _readers(begin, count) as free, ThreadPoolExecutor(max(count, 1)) as threads:
        yield from threads.map(read, places)


@contextmanager
def _readers(begin: Callable[[], FileReader[_Read]], count: int) -> Iterator[SimpleQueue[FileReader[_Read]]]:
    readers = [begin() for _ in range(count)]
    free: SimpleQueue[FileReader[_Read]] = SimpleQueue()
    for reader in readers:
        free.put(reader)
    try:
        yield free
    finally:
        for reader in readers:
            reader.close()
