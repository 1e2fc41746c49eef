"""`board report` in a real repository."""

import subprocess

import pytest

from boards import plan, write


@pytest.fixture
def git(tmp_path):
    def call(*arguments):
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
            cwd=tmp_path, check=True, capture_output=True,
        )  # fmt: skip

    return call


def test_tells_what_a_branch_changes(run, git, tmp_path):
    git("init", "-q")
    run("check", files={"plans/a.md": plan("### 三月\n\n- 8日 座谈会\n")})
    git("add", ".")
    git("commit", "-q", "-m", "一")
    write(tmp_path, {"plans/a.md": plan("### 三月\n\n- [x] 8日 座谈会\n- 植树\n")})
    done = run("report", "--base", "HEAD", "--preview", "https://preview.example")
    assert done.exit_code == 0, done.output
    assert "[2026年3月](https://preview.example/months/2026/03/)：新增 1 项，改动 1 项" in done.output


def test_tells_what_a_revision_changes_whatever_lies_in_the_folder(run, git, tmp_path):
    git("init", "-q")
    run("check", files={"plans/a.md": plan("### 三月\n\n- 8日 座谈会\n")})
    git("add", ".")
    git("commit", "-q", "-m", "一")
    write(tmp_path, {"plans/a.md": plan("### 三月\n\n- 8日 座谈会\n- 植树\n")})
    git("commit", "-q", "-a", "-m", "二")
    write(tmp_path, {"plans/a.md": "坏了", "mkdocs.yml": "坏了: ["})
    done = run("report", "--base", "HEAD^", "--head", "HEAD")
    assert done.exit_code == 0, done.output
    assert "新增：三月 植树" in done.output
    assert run("report", "--base", "HEAD", "--head", "nothing").exit_code == 2


@pytest.mark.parametrize("revision", ["nothing", "--output=/x", "HEAD"])
def test_without_that_revision(run, git, tmp_path, revision):
    git("init", "-q")
    done = run("report", f"--base={revision}", files={"plans/a.md": plan()})
    assert done.exit_code == 2
    assert revision in done.output
