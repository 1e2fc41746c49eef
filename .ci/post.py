"""Writes below each open request what it changes for readers, on GitLab, Gitea and Forgejo.

Usage: python -I .ci/post.py gitlab|gitea

It runs in the main branch, with a token, and takes from a request nothing but its files, as data from git: the report is
written by the main branch's own program. What it is told comes from the forge's own variables, see `GitLab` and `Gitea`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from comment import MARK, comment_of, read_report

BOARD = Path(sys.executable).with_name("board")
_SECONDS = 30


@dataclass(frozen=True)
class Request:
    """An open pull or merge request: its number, the git reference of its head, and where its runs are seen."""

    number: int
    reference: str
    commit: str
    runs: str


class Forge:
    """What both forges' interfaces have in common: JSON below an address, and a header with the token."""

    def __init__(self, address: str, headers: Mapping[str, str]) -> None:
        self._address, self._headers = address, {"Content-Type": "application/json", **headers}

    def ask(self, method: str, path: str, body: object = None) -> Any:
        """The answer; raises `OSError` when there is none."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self._address + path, data=data, headers=self._headers, method=method
        )
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            return json.load(answer)


class GitLab(Forge):
    """All open merge requests of the project; `BOARD_TOKEN` is a protected variable, so that no request's run sees it."""

    def __init__(self, given: Mapping[str, str]) -> None:
        super().__init__(given["CI_API_V4_URL"], {"PRIVATE-TOKEN": given["BOARD_TOKEN"]})
        self._below = f"/projects/{given['CI_PROJECT_ID']}/merge_requests"

    def requests(self) -> Iterator[Request]:
        for found in self.ask("GET", f"{self._below}?state=opened&order_by=updated_at&per_page=100"):
            reference = f"refs/merge-requests/{found['iid']}/head"
            yield Request(found["iid"], reference, found["sha"], f"{found['web_url']}/pipelines")

    def own_comment(self, request: Request) -> Mapping[str, Any] | None:
        own = self.ask("GET", "/user")["id"]
        notes = self.ask("GET", f"{self._below}/{request.number}/notes?per_page=100&sort=desc")
        return _first(note for note in notes if note["author"]["id"] == own)

    def write(self, request: Request, body: str, number: int | None) -> None:
        notes = f"{self._below}/{request.number}/notes"
        self.ask(
            "POST" if number is None else "PUT",
            notes if number is None else f"{notes}/{number}",
            {"body": body},
        )


class Gitea(Forge):
    """The request that a workflow on `pull_request_target` was started for; `TOKEN` is the run's own."""

    _OWN = ("gitea-actions", "forgejo-actions")
    """Who writes with a run's own token."""

    def __init__(self, given: Mapping[str, str]) -> None:
        address = f"{given['GITHUB_SERVER_URL']}/api/v1/repos/{given['GITHUB_REPOSITORY']}/issues"
        super().__init__(address, {"Authorization": f"token {given['TOKEN']}"})
        self._given = given

    def requests(self) -> Iterator[Request]:
        number = int(self._given["NUMBER"])
        runs = f"{self._given['GITHUB_SERVER_URL']}/{self._given['GITHUB_REPOSITORY']}/actions"
        yield Request(number, f"refs/pull/{number}/head", self._given["HEAD_SHA"], runs)

    def own_comment(self, request: Request) -> Mapping[str, Any] | None:
        comments = self.ask("GET", f"/{request.number}/comments")
        return _first(comment for comment in reversed(comments) if comment["user"]["login"] in self._OWN)

    def write(self, request: Request, body: str, number: int | None) -> None:
        if number is None:
            self.ask("POST", f"/{request.number}/comments", {"body": body})
        else:
            self.ask("PATCH", f"/comments/{number}", {"body": body})


def _first(comments: Iterator[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    return next((comment for comment in comments if MARK in comment["body"]), None)


def report_of(request: Request) -> str:
    """What `board report` says of the request; empty when it says nothing, such as of settings that cannot be read."""
    subprocess.run(["git", "fetch", "--quiet", "origin", request.reference], check=True)
    base = subprocess.run(
        ["git", "merge-base", "HEAD", "FETCH_HEAD"], check=True, capture_output=True, text=True
    )
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "report.md")
        with place.open("wb") as file:
            command = [BOARD, "report", "--base", base.stdout.strip(), "--head", "FETCH_HEAD"]
            subprocess.run(command, stdout=file, check=False)
        return read_report(place)


def post(forge: GitLab | Gitea, request: Request) -> None:
    """Brings the comment below the request up to date."""
    body = comment_of(report_of(request), run=request.runs, commit=request.commit, by_base=True)
    own = forge.own_comment(request)
    if own is None or own["body"].strip() != body.strip():
        forge.write(request, body, None if own is None else own["id"])


def main() -> int:
    """One request that fails does not keep the others from their comments."""
    forge = {"gitlab": GitLab, "gitea": Gitea}[sys.argv[1]](os.environ)
    try:
        failed = [request.number for request in forge.requests() if not _posted(forge, request)]
    except (OSError, ValueError) as error:
        print(f"问不到有哪些请求：{error}", file=sys.stderr)
        return 1
    return 1 if failed else 0


def _posted(forge: GitLab | Gitea, request: Request) -> bool:
    try:
        post(forge, request)
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        print(f"请求 {request.number} 的评论没有写上：{error}", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
