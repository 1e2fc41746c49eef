"""A preview of many documents: seconds from the moment when a file is saved until a page shows it.

`quiet`: nothing else is going on. `busy`: the whole board is being built for the save before.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from benchmarks.build import our_site

_SCRIPTS = Path(sys.executable).parent
_BUILT = "Reloading browsers"
"""What MkDocs says when a whole build is served."""
_PATIENCE = 600
_STEP = 0.02
"""Seconds between two looks."""


@dataclass
class _Preview:
    """A preview that is running."""

    address: str
    log: Path
    seconds: dict[str, list[float]] = field(default_factory=dict)

    def get(self, page: str) -> str:
        try:
            with urlopen(self.address + page, timeout=_PATIENCE) as answer:
                return str(answer.read().decode())
        except HTTPError as error:
            return error.read().decode()
        except (URLError, HTTPException, ConnectionError):
            return ""

    def wait(self, holds: Callable[[], bool]) -> float:
        """Seconds until something holds. Raises TimeoutError."""
        begun = time.monotonic()
        while time.monotonic() < begun + _PATIENCE:
            if holds():
                return time.monotonic() - begun
            time.sleep(_STEP)
        raise TimeoutError(self.log.read_text("utf-8"))

    @property
    def built(self) -> int:
        """Whole builds so far, but for the first."""
        return self.log.read_text("utf-8").count(_BUILT)

    def take(self, name: str, edit: Callable[[], object], page: str, holds: Callable[[str], bool]) -> None:
        """Notes how long it takes from an edit until a page shows it."""
        edit()
        self.seconds.setdefault(name, []).append(self.wait(lambda: holds(self.get(page))))

    def settle(self, before: int) -> None:
        """Waits until the whole board has been built since there were `before`."""
        self.wait(lambda: self.built > before)
        time.sleep(2)


def run(count: int = 1000, rounds: int = 3) -> list[str]:
    """Lines that tell how long edits of one of `count` documents take to be seen: median, lowest and highest."""
    with tempfile.TemporaryDirectory() as folder:
        project = our_site(Path(folder), count)
        with _serving(project, Path(folder) / "log") as preview:
            preview.wait(lambda: "<html" in preview.get(""))
            for number in range(rounds):
                _quiet(preview, project, number)
            for number in range(rounds, 2 * rounds):
                _busy(preview, project, number)
    return [
        f"{count} documents, seconds from saved to seen:",
        *(
            f"  {name:20} {statistics.median(found):.2f} ({min(found):.2f} to {max(found):.2f})"
            for name, found in preview.seconds.items()
        ),
    ]


def _quiet(preview: _Preview, project: Path, number: int) -> None:
    for name, *edit in _edits(project, number):
        before = preview.built
        preview.take(name, *edit)
        preview.settle(before)


def _busy(preview: _Preview, project: Path, number: int) -> None:
    """An edit while the board is being built for another one."""
    before = preview.built
    edits = list(_edits(project, number))
    preview.take("(first)", *edits[0][1:])
    for name, *edit in edits[1:3]:
        time.sleep(2)
        preview.take(f"{name}, busy", *edit)
    preview.settle(before)


def _edits(
    project: Path, number: int
) -> Iterator[tuple[str, Callable[[], object], str, Callable[[str], bool]]]:
    """Name, deed, page and what it shows then."""
    place = min((project / "plans").rglob("plan-*.md"))
    new = place.with_name(f"new-{number}.md")

    def change(pattern: str, text: str) -> None:
        place.write_text(re.sub(pattern, text, place.read_text("utf-8"), count=1), "utf-8")

    def append() -> None:
        place.write_text(f"{place.read_text('utf-8')}\n补充第{number}条说明。\n", "utf-8")

    def copy() -> None:
        place_text = place.read_text("utf-8")
        new.write_text(re.sub(r"标题: .*", f"标题: 新写第{number}份", place_text, count=1), "utf-8")

    text = place.read_text("utf-8")
    year = re.search(r"日期: (\d{4})", text)
    assert year
    archive = f"archive/{year[1]}/"
    own = f"{place.relative_to(project).as_posix().removesuffix('.md')}/"
    day = 11 + number
    yield "a word", append, own, lambda html: f"补充第{number}条说明" in html
    yield (
        "a date",
        lambda: change(r"日期: (\d{4})-\d\d-\d\d", rf"日期: \1-01-{day}"),
        own,
        lambda html: f"1月{day}日" in html,
    )
    yield (
        "a title",
        lambda: change(r"标题: .*", f"标题: 改名第{number}次"),
        archive,
        lambda html: f"改名第{number}次" in html,
    )
    yield "a new file", copy, archive, lambda html: f"新写第{number}份" in html
    yield "a file gone", new.unlink, archive, lambda html: bool(html) and f"新写第{number}份" not in html


@contextmanager
def _serving(project: Path, log: Path) -> Iterator[_Preview]:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{tried.getsockname()[1]}"
    with log.open("wb") as stream:
        program = subprocess.Popen(
            [_SCRIPTS / "board", "serve", "--address", address],
            cwd=project,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env={**os.environ, "NO_COLOR": "1"},
        )
        try:
            yield _Preview(f"http://{address}/", log)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGTERM)
            program.wait()


def main() -> None:
    """`python -m benchmarks.preview [COUNT [ROUNDS]]`."""
    with suppress(KeyboardInterrupt):
        print("\n".join(run(*map(int, sys.argv[1:]))))


if __name__ == "__main__":
    main()
