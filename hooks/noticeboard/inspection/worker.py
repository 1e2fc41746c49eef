"""The process that reads attachments: names of files come in, what is to be said of each goes out, a line of JSON each.

A hostile file may take all memory or time, or end the process: that ends nothing but this process.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from noticeboard.inspection.inspect import OUT_OF_MEMORY, OUT_OF_TIME, Inspection, OutOfTime, inspect
from noticeboard.inspection.limits import limited_time
from noticeboard.inspection.worker_loop import answer_each


def main() -> None:
    """Answers until there are no more names."""
    answer_each(lambda place: json.dumps(asdict(_inspect_file(place))))


def _inspect_file(place: Path) -> Inspection:
    try:
        with limited_time():
            return inspect(place.read_bytes(), place.name)
    except OSError:
        return Inspection(skipped=("打不开",))
    except MemoryError:
        return Inspection(skipped=(OUT_OF_MEMORY,))
    except OutOfTime:
        return Inspection(skipped=(OUT_OF_TIME,))
