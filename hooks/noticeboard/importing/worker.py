"""The process that reads files: their names come in, a line of JSON each; drafts go out, or reasons that begin with ``!``.

A hostile file may take all memory or time, or end the process: that ends nothing but this process.
"""

from __future__ import annotations

from pathlib import Path

from noticeboard.importing.reading import read_draft
from noticeboard.inspection.inspect import BROKEN, OUT_OF_MEMORY, OUT_OF_TIME, OutOfTime
from noticeboard.inspection.limits import limited_time
from noticeboard.inspection.passages import NotRead
from noticeboard.inspection.worker_loop import answer_each

LARGEST = 100 * 1024 * 1024
"""Bytes of a file."""


def main() -> None:
    """Answers until there are no more names."""
    answer_each(_answer)


def _answer(place: Path) -> str:
    try:
        with limited_time():
            if place.stat().st_size > LARGEST:
                return f"!它超过 {LARGEST // 1024 // 1024} MB"
            return read_draft(place.read_bytes(), place.name).to_json()
    except NotRead as error:
        return f"!{error.reason.rstrip('，')}"
    except OSError:
        return "!打不开"
    except MemoryError:
        return f"!{OUT_OF_MEMORY}"
    except OutOfTime:
        return f"!{OUT_OF_TIME}"
    except RecursionError:
        return "!里面一层套一层，太深"
    except Exception:
        return f"!{BROKEN}"
