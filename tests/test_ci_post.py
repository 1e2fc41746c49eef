"""The comments on GitLab, Gitea and Forgejo: written by the main branch's program, from files that it only reads from git."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from boards import plan, write
from site_builds import CONFIG, EPOCH

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
OURS, OTHERS = "<!-- board report -->", "说说"
GITLAB_REQUESTS = "GET /api/v4/projects/3/merge_requests?state=opened&order_by=updated_at&per_page=100"


class Forge(ThreadingHTTPServer):
    """A forge that answers what it is told to, and keeps what it was asked."""

    answers: dict[str, object]
    asked: list[tuple[str, str, str]]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    def handle_one_request(self) -> None:
        self.raw_requestline = self.rfile.readline()
        if not self.raw_requestline or not self.parse_request():
            return
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        token = self.headers.get("PRIVATE-TOKEN") or self.headers.get("Authorization")
        self.server.asked.append((f"{self.command} {self.path}", body, token))
        answer = self.server.answers.get(f"{self.command} {self.path}", {} if self.command != "GET" else None)
        self.send_response(404 if answer is None else 200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())
        self.close_connection = True


@pytest.fixture
def forge() -> Iterator[Forge]:
    server = Forge(("127.0.0.1", 0), Answer)
    server.answers, server.asked = {}, []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The main branch, cloned from where two requests wait; one of them brings a program and a link of its own."""
    origin = tmp_path / "origin"

    def git(*arguments: str, folder: Path = origin) -> None:
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
            cwd=folder, check=True, capture_output=True,
        )  # fmt: skip

    write(
        origin,
        {
            "mkdocs.yml": CONFIG,
            "docs/index.md": "# 首页\n",
            "plans/2026/计划.md": plan("### 三月\n\n- 座谈会\n"),
        },
    )
    shutil.copytree(ROOT / ".ci", origin / ".ci", ignore=shutil.ignore_patterns("__pycache__"))
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "一")
    git("checkout", "-q", "-b", "request")
    write(
        origin,
        {
            "plans/2026/计划.md": plan("### 三月\n\n- 座谈会\n- 植树\n"),
            ".ci/comment.py": "import os; os.mkdir('owned')",
        },
    )
    (origin / "plans/2026/密.md").symlink_to("/proc/self/environ")
    write(origin, {"hooks/sitecustomize.py": "import os; os.mkdir('owned')"})
    git("add", ".")
    git("commit", "-q", "-m", "二")
    for reference in ("refs/merge-requests/42/head", "refs/pull/42/head"):
        git("update-ref", reference, "request")
    git("checkout", "-q", "main")
    git("clone", "-q", str(origin), str(tmp_path / "clone"), folder=tmp_path)
    (tmp_path / "clone/.venv").symlink_to(sys.prefix)
    return tmp_path / "clone"


def post(name: str, clone: Path, **given: str) -> subprocess.CompletedProcess:
    environment = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
    return subprocess.run(
        [".venv/bin/python", "-I", ".ci/post.py", name], cwd=clone, capture_output=True, text=True, check=False,
        env={**environment, "SOURCE_DATE_EPOCH": EPOCH, **given},
    )  # fmt: skip


def post_to_gitlab(forge: Forge, clone: Path) -> subprocess.CompletedProcess:
    return post(
        "gitlab", clone, CI_API_V4_URL=f"{forge.address}/api/v4", CI_PROJECT_ID="3", BOARD_TOKEN="secret"
    )


def post_to_gitea(forge: Forge, clone: Path) -> subprocess.CompletedProcess:
    return post(
        "gitea", clone, GITHUB_SERVER_URL=forge.address, GITHUB_REPOSITORY="union/board", NUMBER="42", HEAD_SHA="abc", TOKEN="secret"
    )  # fmt: skip


def request(number: int) -> dict[str, object]:
    return {"iid": number, "sha": "abc", "web_url": f"https://forge.example/{number}"}


def written(forge: Forge) -> list[tuple[str, str]]:
    return [
        (asked, json.loads(body)["body"]) for asked, body, _ in forge.asked if not asked.startswith("GET")
    ]


def note(number: int, author: int, body: str) -> dict[str, object]:
    return {"id": number, "author": {"id": author}, "body": body}


NOTES = "/api/v4/projects/3/merge_requests/42/notes"


def test_gitlab_gets_a_comment_of_the_main_branchs_program(forge: Forge, clone: Path) -> None:
    forge.answers = {
        GITLAB_REQUESTS: [request(42)], "GET /api/v4/user": {"id": 9}, f"GET {NOTES}?per_page=100&sort=desc": []
    }  # fmt: skip
    done = post_to_gitlab(forge, clone)
    assert done.returncode == 0, done.stderr
    ((asked, body),) = written(forge)
    assert asked == f"POST {NOTES}"
    assert body.startswith("**下面的说明由主分支的程序读请求里的文件写成")
    assert "植树" in body and "https://forge.example/42/pipelines" in body
    assert "secret" not in body + done.stdout + done.stderr
    assert not list(clone.rglob("owned"))
    assert {token for _, _, token in forge.asked} == {"secret"}


def test_gitlabs_comment_is_brought_up_to_date_and_nobody_elses(forge: Forge, clone: Path) -> None:
    others = [note(1, 8, OURS), note(2, 9, OTHERS)]
    forge.answers = {
        GITLAB_REQUESTS: [request(42)],
        "GET /api/v4/user": {"id": 9},
        f"GET {NOTES}?per_page=100&sort=desc": [*others, note(3, 9, OURS)],
    }
    assert post_to_gitlab(forge, clone).returncode == 0
    ((asked, body),) = written(forge)
    assert asked == f"PUT {NOTES}/3"
    forge.answers[f"GET {NOTES}?per_page=100&sort=desc"] = [*others, note(3, 9, body)]
    forge.asked.clear()
    assert post_to_gitlab(forge, clone).returncode == 0
    assert written(forge) == []


def test_a_request_that_is_gone_keeps_no_other_from_its_comment(forge: Forge, clone: Path) -> None:
    forge.answers = {
        GITLAB_REQUESTS: [request(7), request(42)],
        "GET /api/v4/user": {"id": 9},
        f"GET {NOTES}?per_page=100&sort=desc": [],
    }
    done = post_to_gitlab(forge, clone)
    assert done.returncode == 1
    assert "请求 7 的评论没有写上" in done.stderr
    assert [asked for asked, _ in written(forge)] == [f"POST {NOTES}"]


COMMENTS = "/api/v1/repos/union/board/issues"


def test_gitea_gets_a_comment_and_keeps_one(forge: Forge, clone: Path) -> None:
    def comment(number: int, login: str, body: str) -> dict[str, object]:
        return {"id": number, "user": {"login": login}, "body": body}

    forge.answers = {f"GET {COMMENTS}/42/comments": [comment(1, "someone", OURS)]}
    done = post_to_gitea(forge, clone)
    assert done.returncode == 0, done.stderr
    ((asked, body),) = written(forge)
    assert asked == f"POST {COMMENTS}/42/comments"
    assert "植树" in body and f"{forge.address}/union/board/actions" in body
    assert {token for _, _, token in forge.asked} == {"token secret"}
    for login in ("gitea-actions", "forgejo-actions"):
        forge.answers = {
            f"GET {COMMENTS}/42/comments": [comment(1, "someone", OURS), comment(5, login, OURS)]
        }
        forge.asked.clear()
        assert post_to_gitea(forge, clone).returncode == 0
        assert [asked for asked, _ in written(forge)] == [f"PATCH {COMMENTS}/comments/5"]


def test_a_forge_that_does_not_answer_is_told_of(forge: Forge, clone: Path) -> None:
    done = post_to_gitea(forge, clone)
    assert done.returncode == 1
    assert "请求 42 的评论没有写上" in done.stderr and "Traceback" not in done.stderr


def test_a_forge_that_lists_no_requests_is_told_of(forge: Forge, clone: Path) -> None:
    done = post_to_gitlab(forge, clone)
    assert done.returncode == 1
    assert "问不到有哪些请求" in done.stderr and "Traceback" not in done.stderr
