"""The process that reads files: their names come in, a line of JSON each; drafts go out, or reasons that begin with ``!``.

A hostile file may take all memory or time, or end the process: that ends nothing but this process.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from noticeboard.importing.reading import read_draft
from noticeboard.inspection.inspect import BROKEN, OUT_OF_MEMORY, OUT_OF_TIME, OutOfTime
from noticeboard.inspection.limits import limit_memory, limited_time
from noticeboard.inspection.passages import NotRead

LARGEST = 100 * 1024 * 1024
"""Bytes of a file."""


def main() -> None:
    """Answers until there are no more names."""
    answers = sys.stdout.buffer
    # What a library prints is no answer.
    sys.stdout = sys.stderr
    limit_memory()
    for line in sys.stdin.buffer:
        answers.write(_answer(Path(json.loads(line))).encode() + b"\n")
        answers.flush()


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
