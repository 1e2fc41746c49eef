"""Readers while releases are published and faults happen: how many of their requests fail, or get a page of two releases.

Twenty requests a second, one after the other, over HTTP, of a site that `current` leads to; each publication is a process of
its own, and three of four end badly: killed at a moment by chance, with a disk that takes no more, with a build that breaks.
"""

from __future__ import annotations

import functools
import random
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from http.client import HTTPConnection, HTTPException
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context, set_forkserver_preload
from multiprocessing.synchronize import Event
from pathlib import Path

from noticeboard.publish.releases import ReleaseFolder

_PAGES = 40
_A_SECOND = 20
_FAULTS = ("none", "killed", "full", "broken")
_FORKS = get_context("forkserver")
"""Starts processes that have loaded the program already."""


def _work(target: Path, number: int, fault: str, begun: Event) -> None:
    """One publication; ends with 1 where it fails."""
    with suppress(OSError):
        _publish_release(target, number, fault, begun)
        return
    sys.exit(1)


def _publish_release(target: Path, number: int, fault: str, begun: Event) -> None:
    board = ReleaseFolder(target)
    with board.opened([], lambda sentence: None):
        place = board.next_place(datetime.now())
        place.mkdir(parents=True)
        if fault == "full":
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        begun.set()
        for page in range(_PAGES):
            size = 200_000 if fault == "full" and page == 20 else 20_000
            (place / f"{page}.html").write_text(f"<{number}>{'.' * size}<{number}>")
            if fault == "broken" and page == 20:
                sys.exit(1)
        release = board.add(place, "public")
        board.switch(release)
        board.log_live(datetime.now())
        board.prune(3)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def run(publications: int = 200) -> Iterator[str]:
    """One line: publications, requests, how many failed, and how many got parts of two releases."""
    chance = random.Random(19)
    set_forkserver_preload(["noticeboard.publish.releases"])
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary, "board")
        _publish(target, 0, "none", chance)
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(target / "current"))
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        over, told = threading.Event(), {"requests": 0, "failed": 0, "mixed": 0}
        reader = threading.Thread(target=_read, args=(server.server_address[1], over, told))
        reader.start()
        ended = [
            _publish(target, number, _FAULTS[number % 4], chance) for number in range(1, publications + 1)
        ]
        over.set()
        reader.join()
        server.shutdown()
        yield (
            f"{publications} publications, {ended.count(0)} of them to their end: {told['requests']} requests,"
            f" {told['failed']} failed, {told['mixed']} mixed"
        )


def _publish(target: Path, number: int, fault: str, chance: random.Random) -> int:
    """The exit code of a process that publishes."""
    begun = _FORKS.Event()
    worker = _FORKS.Process(target=_work, args=(target, number, fault, begun))
    worker.start()
    if fault == "killed":
        begun.wait()
        time.sleep(chance.random() / 20)
        worker.kill()
    worker.join()
    return worker.exitcode or 0


def _read(port: int, over: threading.Event, told: dict[str, int]) -> None:
    chance = random.Random(20)
    while not over.wait(1 / _A_SECOND):
        told["requests"] += 1
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", f"/{chance.randrange(_PAGES)}.html")
            response = connection.getresponse()
            text = response.read().decode()
        except (OSError, HTTPException):
            told["failed"] += 1
            continue
        finally:
            connection.close()
        mark = text.partition(">")[0] + ">"
        told["failed"] += response.status != 200
        told["mixed"] += response.status == 200 and text != mark + text[len(mark) : -len(mark)] + mark


if __name__ == "__main__":
    for line in run(*map(int, sys.argv[1:])):
        print(line)
