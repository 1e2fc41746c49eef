"""A stand-in for a Forgejo or Gitea server: what the forms ask of its interface, answered from files in memory."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

_REPOSITORY = "/api/v1/repos/union/board"
_LIMITS = {
    "max_response_items": 50,
    "default_paging_num": 30,
    "default_git_trees_per_page": 1000,
    "default_max_blob_size": 10_485_760,
    "default_max_response_size": 104_857_600,
}


def _name(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


class Forge:
    """The files on its branch `forms`, by path, and what was committed: a message and the paths that it touched."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = dict(files)
        self.commits: list[tuple[str, list[str]]] = []
        self.address = ""

    def answer(self, path: str) -> object:
        """What a GET is answered with; None for what is not there."""
        return {
            "/api/v1/version": {"version": "1.24.0"},
            "/api/v1/settings/api": _LIMITS,
            "/api/v1/user": {
                "id": 1,
                "login": "officer",
                "full_name": "委员",
                "email": "officer@board.example",
            },
            _REPOSITORY: {
                "default_branch": "main",
                "permissions": {"push": True, "pull": True, "admin": False},
            },
            f"{_REPOSITORY}/branches/forms": {
                "name": "forms",
                "commit": {
                    "id": f"{len(self.commits):040x}",
                    "message": "",
                    "timestamp": "2026-03-01T00:00:00Z",
                },
            },
            f"{_REPOSITORY}/git/trees/{len(self.commits):040x}": self._tree(),
        }.get(path)

    def _tree(self) -> object:
        entries = [
            {"path": path, "type": "blob", "mode": "100644", "size": len(content), "sha": _name(content)}
            for path, content in self.files.items()
        ]
        return {"sha": "0" * 40, "truncated": False, "page": 1, "total_count": len(entries), "tree": entries}

    def contents(self, paths: list[str]) -> object:
        return [
            {
                "path": path,
                "sha": _name(self.files[path]),
                "size": len(self.files[path]),
                "type": "file",
                "encoding": "base64",
                "content": base64.b64encode(self.files[path]).decode(),
            }
            for path in paths
        ]

    def commit(self, message: str, files: list[dict[str, str]]) -> object:
        for file in files:
            if file["operation"] == "delete":
                del self.files[file["path"]]
            else:
                assert (file["operation"] == "create") == (file["path"] not in self.files)
                self.files[file["path"]] = base64.b64decode(file["content"])
        self.commits.append((message, [file["path"] for file in files]))
        written = [
            {"path": file["path"], "sha": _name(self.files[file["path"]])}
            for file in files
            if file["path"] in self.files
        ]
        return {
            "commit": {"sha": f"{len(self.commits):040x}", "created": "2026-03-01T00:00:00Z"},
            "files": written,
        }


@contextmanager
def serving(forge: Forge) -> Iterator[Forge]:
    """Serves `forge` at its `address` until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def _send(self, data: object, status: int = 200) -> None:
            body = json.dumps(data).encode()
            self.send_response(status)
            for name in ("Origin", "Headers", "Methods"):
                self.send_header(f"Access-Control-Allow-{name}", "*")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_OPTIONS(self) -> None:
            self._send({})

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if path == f"{_REPOSITORY}/collaborators/officer":
                self._send({})
                return
            found = forge.answer(path)
            self._send(
                found if found is not None else {"message": "not found"}, 200 if found is not None else 404
            )

        def do_POST(self) -> None:
            told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if urlsplit(self.path).path.endswith("/file-contents"):
                self._send(forge.contents(told["files"]))
            else:
                assert told["branch"] == "forms"
                self._send(forge.commit(told["message"], told["files"]), 201)

        def log_message(self, *_) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    forge.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield forge
    server.shutdown()
