"""Stand-ins for forges: what the forms ask of their interfaces, answered from branches of files in memory."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

Answer = tuple[int, Any]
"""A status, and what is sent as JSON; bytes are sent as they are."""
MISSING: Answer = (404, {"message": "not found"})
DAY = "2026-03-01T00:00:00Z"


def blob_name(content: bytes) -> str:
    """What git calls a file."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


@dataclass
class Request:
    """A pull request or merge request."""

    number: int
    title: str
    branch: str
    labels: list[str]
    is_draft: bool = False
    state: str = "open"
    description: str = ""


@dataclass
class Check:
    """What a check says of the newest commit of a branch, in the forge's own words."""

    branch: str
    name: str
    outcome: str
    page: str


@dataclass
class Forge:
    """One repository, union/board. Subclasses answer as a forge does."""

    files: dict[str, bytes]
    """Of the branch that the forms read."""
    main = "main"
    branches: dict[str, dict[str, bytes]] = field(init=False)
    commits: list[tuple[str, list[str]]] = field(default_factory=list)
    """The message of each, and the paths that it touched."""
    requests: list[Request] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    address: str = ""
    heads: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.branches = {self.main: self.files}
        self.heads = {self.main: f"{0:040x}"}

    def answer(self, method: str, path: str, query: dict[str, str], told: Any) -> Answer:
        """The answer to a request; `path` is decoded but for `%2F`, `told` is what was sent."""
        raise NotImplementedError

    def branch_at(self, head: str) -> str:
        """The branch whose newest commit is `head`."""
        return next(branch for branch, known in self.heads.items() if known == head)

    def write(self, branch: str, message: str, put: dict[str, bytes], gone: list[str]) -> str:
        """Commits files; gives the commit's name."""
        files = self.branches[branch]
        files.update(put)
        for path in gone:
            del files[path]
        self.commits.append((message, [*put, *gone]))
        self.heads[branch] = f"{len(self.commits):040x}"
        return self.heads[branch]

    def changed(self, branch: str) -> list[str]:
        """The paths in which a branch is not as the main one."""
        other = self.branches[self.main]
        return [path for path, data in self.branches[branch].items() if other.get(path) != data]

    def open_requests(self) -> list[Request]:
        """Those that wait."""
        return [request for request in self.requests if request.state == "open"]

    def merge(self, request: Request) -> None:
        """Takes its files into the main branch."""
        request.state = "merged"
        self.write(self.main, request.title, dict(self.branches[request.branch]), [])


@contextmanager
def serving(forge: Forge) -> Iterator[Forge]:
    """Serves `forge` at its `address` until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def _send(self, status: int, data: Any) -> None:
            body = data if isinstance(data, bytes) else json.dumps(data).encode()
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept")
            self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_OPTIONS(self) -> None:
            self._send(200, {})

        def _answer(self) -> None:
            parts = urlsplit(self.path)
            path = "/".join(unquote(part).replace("/", "%2F") for part in parts.path.split("/"))
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            length = int(self.headers.get("Content-Length") or 0)
            told = json.loads(self.rfile.read(length)) if length else None
            self._send(*forge.answer(self.command, path, query, told))

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer

        def log_message(self, *_) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    forge.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield forge
    server.shutdown()
