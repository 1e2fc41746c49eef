"""What a process does that reads files for another: their names come in, a line of JSON each; a line goes out for each."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from noticeboard.inspection.limits import limit_memory


def answer_each(answer: Callable[[Path], str]) -> None:
    """Answers until there are no more names. What `answer` gives is one line."""
    answers = sys.stdout.buffer
    # What a library prints is no answer.
    sys.stdout = sys.stderr
    limit_memory()
    for line in sys.stdin.buffer:
        answers.write(answer(Path(json.loads(line))).encode() + b"\n")
        answers.flush()
