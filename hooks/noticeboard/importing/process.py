"""Reads files to import in processes of their own, so that no file can take down the one that asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from noticeboard.importing.draft import Draft
from noticeboard.inspection.file_process import MOST_PROCESSES, FileProcess, command_of, read_all
from noticeboard.inspection.inspect import OUT_OF_MEMORY

LONGEST = 25.0
"""Seconds of the clock for one file."""
_COMMAND = command_of("noticeboard.importing.worker")


class DraftReader:
    """One process that reads."""

    def __init__(self, command: Sequence[str] = _COMMAND, longest: float = LONGEST) -> None:
        self._process = FileProcess(command, longest)

    def read(self, place: Path) -> Draft | str:
        """The draft of the file at `place`, or a Chinese clause that says why there is none. Never raises."""
        answer = self._process.ask(place)
        if isinstance(answer, str):
            return answer
        if not answer.startswith(b"!"):
            return Draft.from_json(answer)
        reason = answer[1:].decode("utf-8", "replace").strip()
        if reason == OUT_OF_MEMORY:
            self.close()
        return reason

    def close(self) -> None:
        """Ends the process."""
        self._process.close()


def read_drafts(places: Sequence[Path]) -> Iterator[Draft | str]:
    """What becomes of each file, in that order, as soon as it is known."""
    return read_all(places, DraftReader, min(MOST_PROCESSES, max(1, len(places) // 4)))
