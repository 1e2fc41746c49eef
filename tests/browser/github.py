"""A stand-in for GitHub: both of its interfaces, as far as the forms ask. Each document is a branch and a pull request."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

from browser.forge import DAY, MISSING, Answer, Forge, Request, blob_name

_REST = "/api/v3"
_REPOSITORY = f"{_REST}/repos/union/board"
_USER = {
    "id": 1,
    "login": "officer",
    "name": "委员",
    "email": "officer@board.example",
    "html_url": "https://github.example/officer",
    "avatar_url": "",
}
_AUTHOR = {"name": "委员", "email": "officer@board.example", "user": {"id": 1, "login": "officer"}}
_PART = re.compile(
    r'(\w+)_(\d+): (object|ref)\((?:oid|expression|qualifiedName): ("(?:[^"\\]|\\.)*"|\$branch)'
)


class GitHub(Forge):
    """Answers as GitHub does."""

    def answer(self, method: str, path: str, query: dict[str, str], told: Any) -> Answer:
        if path == "/api/graphql":
            return 200, {"data": self._graphql(told["query"], told["variables"])}
        if path == f"{_REST}/user":
            return 200, _USER
        if path == f"{_REPOSITORY}/collaborators/officer":
            return 204, b""
        if found := re.fullmatch(rf"{_REPOSITORY}/git/trees/(\w+)", path):
            return 200, {"tree": self._tree(found[1])}
        if path == f"{_REPOSITORY}/pulls":
            return (
                (201, self._ask(told))
                if method == "POST"
                else (200, [self._pull(one) for one in self.open_requests()])
            )
        if found := re.fullmatch(rf"{_REPOSITORY}/commits/(\w+)/check-runs", path):
            return 200, {"check_runs": self._runs(self.branch_at(found[1]))}
        if found := re.fullmatch(rf"{_REPOSITORY}/(?:issues|pulls)/(\d+)(/labels|/merge)?", path):
            return self._request(method, self.requests[int(found[1]) - 1], found[2] or "", told)
        if method == "DELETE" and f"{_REPOSITORY}/git/refs/heads/" in path:
            return 204, b""
        return MISSING

    def _tree(self, head: str) -> Any:
        files = self.branches["main" if head == "main" else self.branch_at(head)]
        return [
            {"path": path, "type": "blob", "sha": blob_name(data), "size": len(data)}
            for path, data in files.items()
        ]

    def _pull(self, request: Request) -> Any:
        return {
            "number": request.number,
            "node_id": f"PR_{request.number}",
            "title": request.title,
            "html_url": f"{self.address}/union/board/pull/{request.number}",
            "head": {"ref": request.branch, "sha": self.heads[request.branch]},
            "created_at": DAY,
            "updated_at": DAY,
        }

    def _ask(self, told: Any) -> Any:
        assert told["base"] == "main"
        number = len(self.requests) + 1
        self.requests.append(
            Request(number, told["title"], told["head"], [], told["draft"], description=told["body"])
        )
        return self._pull(self.requests[-1])

    def _request(self, method: str, request: Request, part: str, told: Any) -> Answer:
        if part == "/merge":
            self.merge(request)
        elif method in ("POST", "PATCH"):
            request.labels = told.get("labels", request.labels)
        return 200, {"labels": [{"name": name} for name in request.labels]}

    def _runs(self, branch: str) -> Any:
        return [
            {
                "name": check.name,
                "status": "completed" if check.outcome else "in_progress",
                "conclusion": check.outcome or None,
                "html_url": check.page,
            }
            for check in self.checks
            if check.branch == branch
        ]

    def _graphql(self, query: str, variables: Any) -> Any:
        if "createCommitOnBranch" in query:
            return {"createCommitOnBranch": {"commit": self._commit(query, variables["input"])}}
        if "createRef" in query:
            name = variables["input"]["name"].removeprefix("refs/heads/")
            self.branches[name] = dict(self.branches["main"])
            self.heads[name] = variables["input"]["oid"]
            return {"createRef": {"ref": {"name": name}}}
        if found := re.search(r"(convertPullRequestToDraft|markPullRequestReadyForReview)\(", query):
            request = self.requests[int(variables["input"]["pullRequestId"].removeprefix("PR_")) - 1]
            request.is_draft = found[1] == "convertPullRequestToDraft"
            return {found[1]: {"pullRequest": {"isDraft": request.is_draft}}}
        if "fork: repository" in query:
            return {"fork": {"id": "R_1"}, "base": {"ref": {"target": {"oid": self.heads["main"]}}}}
        if "labels:" in query:
            return {
                "repository": {"pullRequests": {"nodes": [self._node(one) for one in self.open_requests()]}}
            }
        parts = {
            f"{name}_{number}": self._part(kind, json.loads(said) if said.startswith('"') else "")
            for name, number, kind, said in _PART.findall(query)
        }
        return {"repository": parts or {"defaultBranchRef": {"name": "main"}, "ref": self._ref(variables)}}

    def _ref(self, variables: Any) -> Any:
        head = self.heads.get(variables.get("branch", "main"))
        return head and {
            "target": {"oid": head, "history": {"nodes": [{"oid": head, "message": ""}]}},
        }

    def _part(self, kind: str, said: str) -> Any:
        """A file by its name or by branch and path; of a path on the branch, who wrote it last."""
        if kind == "ref":
            return {"target": {"history": {"nodes": [{"author": _AUTHOR, "committedDate": DAY}]}}}
        branch, _, path = said.partition(":")
        data = (
            self.branches[branch].get(path)
            if path
            else next(
                one for files in self.branches.values() for one in files.values() if blob_name(one) == said
            )
        )
        if data is None:
            return None
        is_binary = data.startswith(b"%PDF")
        return {
            "oid": blob_name(data),
            "byteSize": len(data),
            "isBinary": is_binary,
            "isTruncated": False,
            "text": None if is_binary else data.decode(),
        }

    def _node(self, request: Request) -> Any:
        return {
            "id": f"PR_{request.number}",
            "number": request.number,
            "title": request.title,
            "url": f"{self.address}/union/board/pull/{request.number}",
            "isDraft": request.is_draft,
            "isCrossRepository": False,
            "createdAt": DAY,
            "updatedAt": DAY,
            "headRefName": request.branch,
            "headRefOid": self.heads[request.branch],
            "author": {"login": "officer", "name": "委员", "email": "", "databaseId": 1, "avatarUrl": ""},
            "labels": {"nodes": [{"name": name} for name in request.labels]},
            "files": {
                "nodes": [{"path": path, "changeType": "ADDED"} for path in self.changed(request.branch)]
            },
        }

    def _commit(self, query: str, told: Any) -> Any:
        branch = told["branch"]["branchName"]
        assert told["expectedHeadOid"] == self.heads[branch]
        put = {file["path"]: base64.b64decode(file["contents"]) for file in told["fileChanges"]["additions"]}
        gone = [file["path"] for file in told["fileChanges"]["deletions"]]
        head = self.write(branch, told["message"]["headline"], put, gone)
        asked = re.findall(r'(file_\d+): file\(path: ("(?:[^"\\]|\\.)*")\)', query)
        names = {name: {"oid": blob_name(put[json.loads(path)])} for name, path in asked}
        return {"oid": head, "committedDate": DAY, **names}
