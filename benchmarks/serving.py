"""A folder on a server of its own, for browsers that are measured."""

from __future__ import annotations

import functools
import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Server(ThreadingHTTPServer):
    """A folder on a server of its own, which remembers what it was asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
        self.folder = folder
        self.address = f"http://127.0.0.1:{self.server_address[1]}/"
        self.asked: list[str] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that is closed before it has all breaks its connections; that is no fault."""

    def weight(self, wanted: re.Pattern[str]) -> int:
        """Gzipped bytes of the files among them whose paths `wanted` finds."""
        paths = [path.partition("?")[0].lstrip("/") for path in self.asked]
        files = [self.folder / path for path in paths if wanted.search(path)]
        return sum(len(gzip.compress(file.read_bytes())) for file in files if file.is_file())


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        super().do_GET()


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()
