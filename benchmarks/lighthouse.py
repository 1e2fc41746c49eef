"""Lighthouse on the pages that readers open first, as a phone of the middle class on a slow network would see them.

Needs npx and Chromium. The scores of performance depend on the machine and what else it does: the median of the rounds
counts.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_REPOSITORY = Path(__file__).parents[1]
_LIGHTHOUSE = "lighthouse@12.8.2"
_EPOCH = "1795132800"
"""2026-11-20 in Beijing: the sample site's last day."""
_PAGES = {
    "front": "",
    "month": "months/2026/11/",
    "document": "plans/2026/jing-fei-jue-suan-gong-kai/",
    "ledger": "disclosure/ledger/",
}
_WANTED = {"performance": 95, "accessibility": 100, "best-practices": 95}
_BYTES = 200 * 1024
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg")


class _Compressing(SimpleHTTPRequestHandler):
    """A server as the samples in deploy/ configure one: connections are kept, texts are compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        place = Path(self.translate_path(self.path))
        place = place / "index.html" if place.is_dir() else place
        if place.suffix not in _COMPRESSED or not place.is_file():
            super().do_GET()
            return
        body = _compressed(place)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(place))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_) -> None:
        pass


@cache
def _compressed(place: Path) -> bytes:
    return gzip.compress(place.read_bytes(), 6)


def run(rounds: int = 3) -> Iterator[str]:
    """Lines with each page's scores (0 to 100), median of `rounds`, and the bytes of a first visit."""
    if shutil.which("npx") is None or shutil.which("chromium") is None:
        yield "Lighthouse: not measured, npx or chromium is not installed"
        return
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)],
            cwd=_REPOSITORY,
            env={**os.environ, "SOURCE_DATE_EPOCH": _EPOCH},
            check=True,
            capture_output=True,
        )
        yield f"{_LIGHTHOUSE}, mobile, sample site over a local server with gzip, median of {rounds} rounds:"
        with _served(site) as address:
            for name, path in _PAGES.items():
                reports = [_report(address + path, Path(folder) / "report.json") for _ in range(rounds)]
                scores = {
                    category: round(
                        100 * statistics.median(report["categories"][category]["score"] for report in reports)
                    )
                    for category in _WANTED
                }
                size = max(report["audits"]["total-byte-weight"]["numericValue"] for report in reports)
                said = "  ".join(f"{category} {score:3}" for category, score in scores.items())
                yield f"  {name:<10} {said}  first visit {size / 1024:5.1f} KB"
        yield f"  wanted     {'  '.join(f'{category} {score:3}' for category, score in _WANTED.items())}  at most     {_BYTES / 1024:5.1f} KB"


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()


def _report(address: str, output: Path) -> dict:
    subprocess.run(
        [
            "npx", "--yes", _LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={output}",
            f"--only-categories={','.join(_WANTED)}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        env={**os.environ, "CHROME_PATH": shutil.which("chromium")},
        check=True,
        capture_output=True,
    )  # fmt: skip
    return json.loads(output.read_text(encoding="utf-8"))
