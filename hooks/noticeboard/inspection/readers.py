"""Reads attachments in processes of their own, so that no file can take down the one that asks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Timer
from typing import Any

from noticeboard.inspection.inspect import BROKEN, OUT_OF_MEMORY, OUT_OF_TIME, AttachmentHit, Inspection

MOST_READERS = 2
"""Each may take half a gigabyte."""
FEW = 4
"""So many files are read sooner than another process is there."""
LONGEST = 20.0
"""Seconds of the clock after which a process is ended that neither answers nor is stopped by the system."""
_HOOKS = Path(__file__).parents[2]
# The folder that the program runs in may hold anything, so nothing is loaded from there.
_COMMAND = (
    sys.executable, "-P", "-c",
    "import sys; sys.path.append(sys.argv[1]); from noticeboard.inspection.worker import main; main()",
    str(_HOOKS),
)  # fmt: skip


class Reader:
    """One process that reads; when a file ends it, the next file has a new one."""

    def __init__(self, command: Sequence[str] = _COMMAND, longest: float = LONGEST) -> None:
        self._command, self._longest = command, longest
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, place: Path) -> Inspection:
        """What is to be said of the file at `place`. Never raises."""
        try:
            process = self._process or self._begin()
        except OSError:
            return Inspection(skipped=("系统没有余力打开它",))
        self._process = process
        timer = Timer(self._longest, process.kill)
        timer.start()
        answer = _answer(process, place)
        is_late = not timer.is_alive()
        timer.cancel()
        if not answer.endswith(b"\n"):
            self.close()
            return Inspection(skipped=(OUT_OF_TIME if is_late else BROKEN,))
        inspection = restored(json.loads(answer))
        if OUT_OF_MEMORY in inspection.skipped:
            # What has taken that much may have left too little for the next file.
            self.close()
        return inspection

    def _begin(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def close(self) -> None:
        if self._process is not None:
            self._process.kill()
            with suppress(OSError):
                self._process.communicate()
            self._process = None


def _answer(process: subprocess.Popen[bytes], place: Path) -> bytes:
    """A line; less than one when the process ends before it has answered."""
    assert process.stdin is not None and process.stdout is not None
    with suppress(OSError):
        process.stdin.write(json.dumps(str(place)).encode() + b"\n")
        process.stdin.flush()
        return process.stdout.readline()
    return b""


def read_files(places: Sequence[Path]) -> list[Inspection]:
    """What is to be said of each file, in that order."""
    count = min(MOST_READERS, os.cpu_count() or 1, -(-len(places) // FEW))
    with _readers(count) as free, ThreadPoolExecutor(max(count, 1)) as threads:
        return list(threads.map(lambda place: _read(place, free), places))


@contextmanager
def _readers(count: int) -> Iterator[SimpleQueue[Reader]]:
    readers = [Reader() for _ in range(count)]
    free: SimpleQueue[Reader] = SimpleQueue()
    for reader in readers:
        free.put(reader)
    try:
        yield free
    finally:
        for reader in readers:
            reader.close()


def _read(place: Path, free: SimpleQueue[Reader]) -> Inspection:
    reader = free.get()
    try:
        return reader.read(place)
    finally:
        free.put(reader)


def restored(kept: Mapping[str, Any]) -> Inspection:
    """An inspection out of what `asdict` has made of it."""
    return Inspection(
        tuple(AttachmentHit(**hit) for hit in kept["hits"]), tuple(kept["skipped"]), tuple(kept["names"])
    )
