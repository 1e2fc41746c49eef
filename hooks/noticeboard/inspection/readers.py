"""Reads attachments in processes of their own, so that no file can take down the one that asks."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from noticeboard.inspection.file_process import MOST_PROCESSES, FileProcess, command_of, read_all
from noticeboard.inspection.inspect import OUT_OF_MEMORY, AttachmentHit, Inspection

FEW = 4
"""So many files are read sooner than another process is there."""
LONGEST = 20.0
"""Seconds of the clock for one file."""
_COMMAND = command_of("noticeboard.inspection.worker")


class Reader:
    """One process that reads."""

    def __init__(self, command: Sequence[str] = _COMMAND, longest: float = LONGEST) -> None:
        self._process = FileProcess(command, longest)

    def read(self, place: Path) -> Inspection:
        """What is to be said of the file at `place`. Never raises."""
        answer = self._process.ask(place)
        if isinstance(answer, str):
            return Inspection(skipped=(answer,))
        inspection = restored(json.loads(answer))
        if OUT_OF_MEMORY in inspection.skipped:
            self.close()
        return inspection

    def close(self) -> None:
        """Ends the process."""
        self._process.close()


def read_files(places: Sequence[Path]) -> list[Inspection]:
    """What is to be said of each file, in that order."""
    count = min(MOST_PROCESSES, os.cpu_count() or 1, -(-len(places) // FEW))
    return list(read_all(places, Reader, count))


def restored(kept: Mapping[str, Any]) -> Inspection:
    """An inspection out of what `asdict` has made of it."""
    return Inspection(
        tuple(AttachmentHit(**hit) for hit in kept["hits"]), tuple(kept["skipped"]), tuple(kept["names"])
    )
