"""Readers while a board is published and faults happen: how many of their requests fail, or get parts of two releases.

Each publication is `board publish` of a small board, after an edit that every page shows; three of four end badly: killed at a
moment by chance, on a disk that takes no more, with a document that has a fault. Readers fetch twenty pages a second from a
server that follows `current`, each with the styles and scripts that it names and a file of the search index.
"""

from __future__ import annotations

import functools
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from posixpath import dirname, join, normpath

_REPOSITORY = Path(__file__).parents[1]
_FAULTS = ("none", "killed", "full", "broken")
_A_SECOND, _READERS = 20, 4
_DISK = 32 << 20
"""Bytes of the disk that releases are published to."""
_CONFIG = f"""
site_name: 第{{}}次
theme: {{{{name: material, language: zh, font: false}}}}
plugins: []
hooks: ['{_REPOSITORY / "hooks" / "mkdocs_door.py"}']
nav: [index.md]
extra_javascript: [assets/own.js]
"""
"""The name stands on every page, and each has a script that every edit changes."""
_NAME, _INSIDE = "benchmarks.publishing", "--inside"
"""How the measurement is started with a disk of its own."""
_DOCUMENT = "---\n类型: 计划\n标题: 工会计划\n日期: 2026-01-05\n期间: 2026年\n---\n\n## 三月\n\n- 第{}次植树\n- 读书会\n"
_LINK = re.compile(r'<(?:script|link)\b[^>]*?\b(?:src|href)="([^":?#]+\.(?:js|css))"')
_PATHS = ("search/index.js", "search/g/0.js", "search/t/0.js", "board.json")


@dataclass
class _Told:
    """What readers got."""

    visits: list[tuple[tuple[str, str], ...]] = field(default_factory=list)
    """Of each page and what belongs to it: path and digest."""
    requests: int = 0
    failed: int = 0


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass


def run(publications: int = 200) -> Iterator[str]:
    """One line: publications, pages that readers fetched, how many requests failed, how many pages were of two releases.

    It needs a disk of its own, which a user may only mount where the system lets him be somebody else.
    """
    command = [
        "unshare",
        "--map-root-user",
        "--mount",
        sys.executable,
        "-m",
        _NAME,
        _INSIDE,
        str(publications),
    ]
    if shutil.which(command[0]) is None:
        yield "publications: not measured, there is no unshare"
        return
    yield from subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout.splitlines()


def _measure(publications: int) -> str:
    chance, told, over = random.Random(19), _Told(), threading.Event()
    with tempfile.TemporaryDirectory() as temporary:
        disk, source = Path(temporary, "disk"), Path(temporary, "source")
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_DISK}", "tmpfs", disk], check=True)
        target = disk / "board"
        ended, releases, begin = Counter[str](), dict[str, dict[str, str]](), time.monotonic()
        assert _publish(source, target, 0, "none", 0.0, chance) == 0
        seconds = time.monotonic() - begin
        releases |= _digests(target)
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(target / "current"))
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        pages = sorted(path for path in next(iter(releases.values())) if path.endswith("index.html"))
        readers = [
            threading.Thread(target=_read, args=(server.server_address[1], pages, number, over, told))
            for number in range(_READERS)
        ]
        begin = time.monotonic()
        for reader in readers:
            reader.start()
        for number in range(1, publications + 1):
            fault = _FAULTS[number % len(_FAULTS)]
            code = _publish(source, target, number, fault, seconds, chance)
            ended[f"{fault}: {'published' if code == 0 else 'not published'}"] += 1
            releases |= _digests(target)
        over.set()
        for reader in readers:
            reader.join()
        passed = time.monotonic() - begin
        server.shutdown()
        subprocess.run(["umount", "--lazy", disk], check=True)
    whole = [set(found.items()) for found in releases.values()]
    mixed = sum(not any(set(visit) <= release for release in whole) for visit in told.visits)
    ends = ", ".join(f"{what} {count}" for what, count in sorted(ended.items()))
    return (
        f"{publications} publications of {len(pages)} pages ({ends}), {len(releases)} releases: {len(told.visits)} pages,"
        f" {len(told.visits) / passed:.1f} a second, {told.requests} requests, {told.failed} failed, {mixed} mixed"
    )


def _publish(
    source: Path, target: Path, number: int, fault: str, seconds: float, chance: random.Random
) -> int:
    """The exit code of `board publish`, which takes about so many `seconds`."""
    document = _DOCUMENT.format(number)
    if fault == "broken":
        document = document.replace("01-05", "02-30")
    for path, text in {
        "mkdocs.yml": _CONFIG.format(number),
        "docs/index.md": f"# 首页\n\n第{number}次\n",
        "docs/assets/own.js": f"window.number = {number};\n",
        "plans/2026/计划.md": document,
    }.items():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_text(text, encoding="utf-8")
    filler = target.parent / "filler"
    if fault == "full":
        _fill(filler, chance)
    worker = subprocess.Popen(
        ["nice", sys.executable, "-m", "noticeboard.commands", "publish", str(target), "--keep", "3"],
        cwd=source,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    if fault == "killed":
        with suppress(subprocess.TimeoutExpired):
            worker.wait(chance.uniform(0, seconds * 1.2))
        # Half of them with all that they have started: the other half leaves a build behind.
        with suppress(ProcessLookupError):
            (os.killpg if chance.random() < 0.5 else os.kill)(worker.pid, signal.SIGKILL)
    code = worker.wait()
    filler.unlink(missing_ok=True)
    return code


def _fill(filler: Path, chance: random.Random) -> None:
    """Leaves less room than a release takes, or just about so much."""
    disk = os.statvfs(filler.parent)
    release = sum(path.stat().st_size for path in (filler.parent / "board/current/").resolve().rglob("*"))
    room = int(chance.uniform(0, 1.2) * release)
    with filler.open("wb") as stream:
        os.posix_fallocate(stream.fileno(), 0, max(disk.f_bavail * disk.f_frsize - room, 1))


def _digests(target: Path) -> dict[str, dict[str, str]]:
    """Release → path → digest, of all that lie there whole."""
    found = {}
    for record in target.glob("releases/*/.release.json"):
        place = record.parent
        found[place.name] = {
            path.relative_to(place).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in place.rglob("*")
            if path.is_file()
        }
    return found


def _read(port: int, pages: list[str], number: int, over: threading.Event, told: _Told) -> None:
    chance = random.Random(number)
    due = time.monotonic()
    while not over.wait(max(0.0, due - time.monotonic())):
        due += _READERS / _A_SECOND
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        page = chance.choice(pages)
        body = _got(connection, page, told)
        links = {normpath(join(dirname(page), link)) for link in _LINK.findall((body or b"").decode())}
        wanted = [chance.choice(sorted(links))] if links else []
        parts = {path: _got(connection, path, told) for path in wanted}
        _got(connection, chance.choice(_PATHS), told)
        connection.close()
        if body is not None and None not in parts.values():
            told.visits.append(
                tuple(
                    (path, hashlib.sha256(data or b"").hexdigest())
                    for path, data in {page: body, **parts}.items()
                )
            )


def _got(connection: HTTPConnection, path: str, told: _Told) -> bytes | None:
    told.requests += 1
    try:
        connection.request("GET", f"/{path.removesuffix('index.html')}")
        response = connection.getresponse()
        data = response.read()
    except (OSError, HTTPException):
        connection.close()
        told.failed += 1
        return None
    if response.status != 200:
        told.failed += 1
        return None
    return data


if __name__ == "__main__":
    if sys.argv[1:2] == [_INSIDE]:
        print(_measure(*map(int, sys.argv[2:])))
    else:
        for line in run(*map(int, sys.argv[1:])):
            print(line)
