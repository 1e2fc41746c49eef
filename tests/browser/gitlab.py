"""A stand-in for GitLab: both of its interfaces, as far as the forms ask. Each document is a branch and a merge request."""

from __future__ import annotations

import base64
import re
from typing import Any

from browser.forge import DAY, MISSING, Answer, Forge, Request, blob_name

_PROJECT = "/api/v4/projects/union%2Fboard"
_USER = {
    "id": 1,
    "username": "officer",
    "name": "委员",
    "email": "officer@board.example",
    "web_url": "https://gitlab.example/officer",
    "avatar_url": "",
}


class GitLab(Forge):
    """Answers as GitLab does."""

    def answer(self, method: str, path: str, query: dict[str, str], told: Any) -> Answer:
        if path == "/api/graphql":
            return 200, {"data": {"project": {"repository": self._graphql(told["query"], told["variables"])}}}
        if path == "/api/v4/user":
            return 200, _USER
        if path == f"{_PROJECT}/users":
            return 200, [_USER]
        if path == f"{_PROJECT}/repository/branches/main":
            return 200, {"name": "main", "commit": {"id": self.heads["main"]}}
        if path == f"{_PROJECT}/repository/commits" and method == "POST":
            return self._commit(told)
        if path == f"{_PROJECT}/merge_requests":
            return (201, self._ask(told)) if method == "POST" else (200, self._merge_requests(query))
        if found := re.fullmatch(rf"{_PROJECT}/merge_requests/(\d+)(/diffs|/merge)?", path):
            return self._request(method, self.requests[int(found[1]) - 1], found[2] or "", told)
        if found := re.fullmatch(rf"{_PROJECT}/repository/commits/(\w+)/statuses", path):
            return 200, self._statuses(self.branch_at(found[1]))
        if method == "DELETE":
            return 204, b""
        return MISSING

    def _graphql(self, query: str, variables: Any) -> Any:
        if "rootRef" in query:
            return {"rootRef": "main"}
        branch = variables["branch"]
        files = self.branches[branch]
        if "lastCommit" in query:
            return {"tree": {"lastCommit": {"sha": self.heads[branch], "message": ""}}}
        if "paths" in variables:
            found = [(path, files[path]) for path in variables["paths"] if path in files]
            return {"blobs": {"nodes": [self._blob(path, data) for path, data in found]}}
        nodes = [{"type": "blob", "path": path, "sha": blob_name(data)} for path, data in files.items()]
        return {"tree": {"blobs": {"nodes": nodes, "pageInfo": {"endCursor": "", "hasNextPage": False}}}}

    def _blob(self, path: str, data: bytes) -> Any:
        text = None if data.startswith(b"%PDF") else data.decode()
        return {"path": path, "oid": blob_name(data), "size": str(len(data)), "rawTextBlob": text}

    def _commit(self, told: Any) -> Answer:
        branch = told["branch"]
        if start := told.get("start_branch"):
            if branch in self.branches:
                return 400, {"message": f"A branch called '{branch}' already exists."}
            self.branches[branch] = dict(self.branches[start])
        put, gone = {}, []
        for action in told["actions"]:
            path = action["file_path"]
            if action["action"] == "delete":
                gone.append(path)
                continue
            assert (action["action"] == "create") == (path not in self.branches[branch])
            is_coded = action["encoding"] == "base64"
            put[path] = base64.b64decode(action["content"]) if is_coded else action["content"].encode()
        head = self.write(branch, told["commit_message"], put, gone)
        return 201, {"id": head, "committed_date": DAY}

    def _ask(self, told: Any) -> Any:
        assert told["target_branch"] == "main"
        number = len(self.requests) + 1
        request = Request(
            number,
            told["title"],
            told["source_branch"],
            told["labels"].split(","),
            description=told["description"],
        )
        self.requests.append(request)
        return self._shown(request)

    def _shown(self, request: Request) -> Any:
        return {
            "id": 100 + request.number,
            "iid": request.number,
            "title": request.title,
            "web_url": f"{self.address}/union/board/-/merge_requests/{request.number}",
            "source_branch": request.branch,
            "sha": self.heads[request.branch],
            "labels": request.labels,
            "author": {"id": 1, "name": "委员", "username": "officer"},
            "created_at": DAY,
            "updated_at": DAY,
            "state": "merged" if request.state == "merged" else "opened",
            "detailed_merge_status": "mergeable",
        }

    def _merge_requests(self, query: dict[str, str]) -> Any:
        return [
            self._shown(request)
            for request in self.open_requests()
            if query.get("labels", request.labels[0]) in request.labels
            and query.get("source_branch", request.branch) == request.branch
        ]

    def _request(self, method: str, request: Request, part: str, told: Any) -> Answer:
        if part == "/diffs":
            return 200, [
                {"old_path": path, "new_path": path, "deleted_file": False, "renamed_file": False}
                for path in self.changed(request.branch)
            ]
        if part == "/merge":
            self.merge(request)
        elif method == "PUT" and "add_labels" in told:
            kept = [name for name in request.labels if name not in told["remove_labels"].split(",")]
            request.labels, request.title = [*kept, told["add_labels"]], told["title"]
        return 200, self._shown(request)

    def _statuses(self, branch: str) -> Any:
        return [
            {
                "id": number,
                "name": check.name,
                "status": check.outcome,
                "target_url": check.page,
                "description": None,
            }
            for number, check in enumerate(self.checks, 1)
            if check.branch == branch
        ]
