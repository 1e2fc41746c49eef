"""Reads files in processes of their own, so that no file can take down the one that asks."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Timer

from noticeboard.importing.draft import Draft
from noticeboard.inspection.inspect import BROKEN, OUT_OF_MEMORY, OUT_OF_TIME

LONGEST = 25.0
"""Seconds of the clock after which a process is ended that neither answers nor is stopped by the system."""
_MOST = 2
"""Processes; each may take half a gigabyte."""
_PACKAGES = Path(__file__).parents[2]
# The folder that the program runs in may hold anything, so nothing is loaded from there.
_COMMAND = (
    sys.executable, "-P", "-c",
    "import sys; sys.path.append(sys.argv[1]); from noticeboard.importing.worker import main; main()",
    str(_PACKAGES),
)  # fmt: skip


class DraftReader:
    """One process that reads; when a file ends it, the next file has a new one."""

    def __init__(self, command: Sequence[str] = _COMMAND, longest: float = LONGEST) -> None:
        self._command, self._longest = command, longest
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, place: Path) -> Draft | str:
        """The draft of the file at `place`, or a Chinese clause that says why there is none. Never raises."""
        try:
            process = self._process or self._begin()
        except OSError:
            return "系统没有余力打开它"
        self._process = process
        timer = Timer(self._longest, process.kill)
        timer.start()
        answer = _answer(process, place)
        is_late = not timer.is_alive()
        timer.cancel()
        if not answer.endswith(b"\n"):
            self.close()
            return OUT_OF_TIME if is_late else BROKEN
        if not answer.startswith(b"!"):
            return Draft.from_json(answer)
        reason = answer[1:].decode("utf-8", "replace").strip()
        if reason == OUT_OF_MEMORY:
            # What has taken that much may have left too little for the next file.
            self.close()
        return reason

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


def read_drafts(places: Sequence[Path]) -> Iterator[Draft | str]:
    """What becomes of each file, in that order, as soon as it is known; files ahead are read meanwhile."""
    count = min(_MOST, max(1, len(places) // 4))
    with _readers(count) as free, ThreadPoolExecutor(count) as threads:
        yield from threads.map(lambda place: _read(place, free), places)


@contextmanager
def _readers(count: int) -> Iterator[SimpleQueue[DraftReader]]:
    readers = [DraftReader() for _ in range(count)]
    free: SimpleQueue[DraftReader] = SimpleQueue()
    for reader in readers:
        free.put(reader)
    try:
        yield free
    finally:
        for reader in readers:
            reader.close()


def _read(place: Path, free: SimpleQueue[DraftReader]) -> Draft | str:
    reader = free.get()
    try:
        return reader.read(place)
    finally:
        free.put(reader)
