"""A stand-in for a Forgejo or Gitea server: the forms write to its branch `forms`, a person asks for the review."""

from __future__ import annotations

import base64
from typing import Any

from browser.forge import DAY, MISSING, Answer, Forge, blob_name

_REPOSITORY = "/api/v1/repos/union/board"
_LIMITS = {
    "max_response_items": 50,
    "default_paging_num": 30,
    "default_git_trees_per_page": 1000,
    "default_max_blob_size": 10_485_760,
    "default_max_response_size": 104_857_600,
}
_USER = {"id": 1, "login": "officer", "full_name": "委员", "email": "officer@board.example"}


class Gitea(Forge):
    """Answers as Gitea 1.24 does."""

    main = "forms"

    def answer(self, method: str, path: str, query: dict[str, str], told: Any) -> Answer:
        if method == "POST":
            return (
                (200, self._contents(told["files"]))
                if path.endswith("/file-contents")
                else (201, self._commit(told))
            )
        head = self.heads["forms"]
        known: dict[str, Any] = {
            "/api/v1/version": {"version": "1.24.0"},
            "/api/v1/settings/api": _LIMITS,
            "/api/v1/user": _USER,
            _REPOSITORY: {
                "default_branch": "main",
                "permissions": {"push": True, "pull": True, "admin": False},
            },
            f"{_REPOSITORY}/collaborators/officer": {},
            f"{_REPOSITORY}/branches/forms": {
                "name": "forms",
                "commit": {"id": head, "message": "", "timestamp": DAY},
            },
            f"{_REPOSITORY}/git/trees/{head}": self._tree(),
            f"{_REPOSITORY}/pulls": self._pulls(),
            f"{_REPOSITORY}/commits/{head}/status": {"state": "", "statuses": self._statuses()},
        }
        return (200, known[path]) if path in known else MISSING

    def _tree(self) -> Any:
        entries = [
            {"path": path, "type": "blob", "mode": "100644", "size": len(content), "sha": blob_name(content)}
            for path, content in self.files.items()
        ]
        return {"sha": "0" * 40, "truncated": False, "page": 1, "total_count": len(entries), "tree": entries}

    def _pulls(self) -> Any:
        return [
            {
                "number": request.number,
                "title": request.title,
                "html_url": f"{self.address}/union/board/pulls/{request.number}",
                "head": {"ref": request.branch, "sha": self.heads[request.branch]},
                "base": {"ref": "main"},
            }
            for request in self.open_requests()
        ]

    def _statuses(self) -> Any:
        return [
            {"context": check.name, "status": check.outcome, "target_url": check.page, "description": ""}
            for check in self.checks
        ]

    def _contents(self, paths: list[str]) -> Any:
        return [
            {
                "path": path,
                "sha": blob_name(self.files[path]),
                "size": len(self.files[path]),
                "type": "file",
                "encoding": "base64",
                "content": base64.b64encode(self.files[path]).decode(),
            }
            for path in paths
        ]

    def _commit(self, told: Any) -> Any:
        assert told["branch"] == "forms"
        gone = [file["path"] for file in told["files"] if file["operation"] == "delete"]
        put = {}
        for file in told["files"]:
            if file["operation"] != "delete":
                assert (file["operation"] == "create") == (file["path"] not in self.files)
                put[file["path"]] = base64.b64decode(file["content"])
        head = self.write("forms", told["message"], put, gone)
        written = [{"path": path, "sha": blob_name(content)} for path, content in put.items()]
        return {"commit": {"sha": head, "created": DAY}, "files": written}
