"""What is ready for forges: every file can be read, gives nothing away to a fork, and its commands run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from boards import plan, write
from noticeboard.commands import board
from site_builds import CONFIG, EPOCH

ROOT = Path(__file__).parents[1]
GITHUB, GITEA = ROOT / ".github/workflows/check.yml", ROOT / ".gitea/workflows/check.yml"
COMMENT = ROOT / ".github/workflows/comment.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
PULL_REQUESTS = [
    ".github/pull_request_template.md",
    ".gitlab/merge_request_templates/Default.md",
    ".gitea/pull_request_template.md",
    ".gitee/PULL_REQUEST_TEMPLATE.zh-CN.md",
]
ISSUES = [".gitlab/issue_templates/Default.md", ".gitea/issue_template.md", ".gitee/ISSUE_TEMPLATE.zh-CN.md"]


def read(path: Path) -> dict:
    # YAML takes the key `on` for a truth.
    return {
        ("on" if key is True else key): value
        for key, value in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    }


def steps(path: Path) -> list[dict]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def scripts(path: Path) -> list[str]:
    """What the file's jobs type, without the installation."""
    if path == GITLAB:
        jobs = [job for job in read(path).values() if isinstance(job, dict) and "script" in job]
        return [line for job in jobs for line in job["script"]]
    return [step["run"] for step in steps(path) if "run" in step and step["run"] != "make clean setup"]


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", [GITHUB, COMMENT, GITEA]),
        ("vendor.gitlab-ci", [GITLAB]),
        ("vendor.github-issue-forms", [form for form in FORMS if form.stem != "config"]),
        ("vendor.github-issue-config", [form for form in FORMS if form.stem == "config"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_is_as_its_forge_wants_it(schema: str, paths: list[Path]) -> None:
    assert paths
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    if paths == [GITLAB]:
        command += ["--data-transform", "gitlab-ci"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [GITHUB, GITEA], ids=["GitHub", "Gitea"])
def test_a_fork_gets_no_secret_and_no_right(path: Path) -> None:
    workflow = read(path)
    assert set(workflow["on"]) == {"pull_request", "push"}
    assert "secrets" not in path.read_text(encoding="utf-8")
    assert workflow.get("permissions", {"contents": "read"}) == {"contents": "read"}
    assert all("permissions" not in job for job in workflow["jobs"].values())
    checkout = next(step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@"))
    assert checkout["with"]["persist-credentials"] is False


def test_what_may_write_runs_nothing_of_the_fork() -> None:
    workflow = read(COMMENT)
    (job,) = workflow["jobs"].values()
    assert workflow["on"] == {"workflow_run": {"workflows": [read(GITHUB)["name"]], "types": ["completed"]}}
    assert workflow["permissions"] == {}
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert [step for step in job["steps"] if "uses" in step] == []
    assert not re.search(r"git clone|git fetch|checkout|make|board|python", job["steps"][0]["run"])


@pytest.mark.parametrize(
    "path", [GITHUB, GITEA, COMMENT], ids=lambda path: path.parent.parent.name + path.stem
)
def test_no_script_is_put_together_from_what_others_wrote(path: Path) -> None:
    assert not [step["run"] for step in steps(path) if "${{" in step.get("run", "")]


def test_gitlab_reports_are_where_it_looks_for_them() -> None:
    jobs = read(GITLAB)
    report = jobs["check"]["artifacts"]["reports"]["codequality"]
    assert any(
        line.split(">")[-1].split("||")[0].strip() == report
        for line in jobs["check"]["script"]
        if ">" in line
    )
    assert jobs["check"]["artifacts"]["when"] == "always"
    assert re.fullmatch(r"[\w][\w -]*", jobs["preview"]["artifacts"]["expose_as"], re.ASCII)


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Path]:
    """A board in git, with a branch that is merged for a trial, as forges do."""

    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
            cwd=tmp_path, check=True, capture_output=True,
        )  # fmt: skip

    (tmp_path / ".venv").symlink_to(sys.prefix)
    files = {"mkdocs.yml": CONFIG, "docs/index.md": "# 首页\n", ".gitignore": ".venv\nsite\n"}
    write(tmp_path, {**files, "plans/2026/计划.md": plan("### 三月\n\n- 8日 座谈会\n")})
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "一")
    git("checkout", "-q", "-b", "other")
    write(
        tmp_path,
        {"plans/2026/计划.md": plan("### 三月\n\n- 8日 座谈会\n- 植树\n").replace("标题: ", "标题：")},
    )
    git("commit", "-q", "-a", "-m", "二")
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "other", "-m", "三")
    yield tmp_path


def run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess:
    variables = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(ROOT / "hooks"), **environment}
    return subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder, env=variables, capture_output=True, text=True, check=False
    )


@pytest.mark.site
def test_githubs_commands(repository: Path) -> None:
    check, build, report = scripts(GITHUB)
    checked = run(check, repository)
    assert checked.returncode == 1
    assert checked.stdout.startswith(
        "::warning file=plans/2026/计划.md,line=3,col=3,title=警告[fullwidth-colon]::"
    )
    assert run(build, repository).returncode == 0
    assert "2026/03/index.html" in (repository / "site/months/index.html").read_text(encoding="utf-8")
    done = run(report, repository, GITHUB_STEP_SUMMARY=str(repository / "summary"))
    assert done.returncode == 0, done.stderr
    comment = (repository / "report/comment.md").read_text(encoding="utf-8")
    assert "新增：三月 植树（逾期未报）" in comment
    assert (repository / "summary").read_text(encoding="utf-8") == comment


@pytest.mark.site
def test_giteas_commands(repository: Path) -> None:
    check, build, report = scripts(GITEA)
    assert run(check, repository).returncode == 1
    assert run(build, repository).returncode == 0
    assert run(report, repository, BASE="HEAD^1").returncode == 0
    assert "植树" in (repository / "site/report.md").read_text(encoding="utf-8")


@pytest.mark.site
def test_gitlabs_commands(repository: Path) -> None:
    quality, check, build, report = scripts(GITLAB)
    assert run(quality, repository).returncode == 0
    (problem,) = json.loads((repository / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert problem["location"] == {"path": "plans/2026/计划.md", "lines": {"begin": 3}}
    assert run(check, repository).returncode == 1
    assert run(build, repository).returncode == 0
    assert run(report, repository, CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD^1").returncode == 0
    assert "植树" in (repository / "preview/report.md").read_text(encoding="utf-8")
    assert run(report, repository, CI_MERGE_REQUEST_DIFF_BASE_SHA="").returncode == 0


GH = """#!/bin/bash
echo "$*" >> calls
case "$*" in
  *artifacts/7/zip) cat given.zip ;;
  *runs/5/artifacts*) echo '{"artifacts":[{"name":"preview","id":6},{"name":"report","id":7}]}' | jq -r "$4" ;;
  *pulls*) echo '[{"number":1,"head":{"sha":"other"}},{"number":42,"head":{"sha":"abc"}}]' | jq -r "$5" ;;
  "pr comment"*) cp "$5" posted ;;
esac
"""


@pytest.mark.parametrize(
    ("sha", "text", "posted"),
    [
        ("abc", "说明\n", True),
        ("abc", "长" * 100_000, True),
        ("abc", "$(touch owned) `touch owned`", True),
        ("gone", "说明\n", False),
    ],
)
def test_the_comment_is_written_below_the_right_request(
    tmp_path: Path, sha: str, text: str, posted: bool
) -> None:
    (script,) = scripts(COMMENT)
    write(tmp_path, {"bin/gh": GH.encode()})
    (tmp_path / "bin/gh").chmod(0o755)
    with zipfile.ZipFile(tmp_path / "given.zip", "w") as archive:
        archive.writestr("../outside", "x")
        archive.writestr("comment.md", text)
    done = run(
        script, tmp_path, PATH=f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}", RUNNER_TEMP=str(tmp_path),
        GH_REPO="union/board", RUN="5", RUN_URL="https://forge.example/run/5", HEAD_SHA=sha, GH_TOKEN="x",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "posted").exists() is posted
    if posted:
        said = (tmp_path / "posted").read_text(encoding="utf-8")
        assert said.startswith(text[:20_000])
        assert len(said.encode()) < 61_000
        assert "https://forge.example/run/5" in said
        assert (
            "pr comment 42 --body-file comment.md --edit-last --create-if-none"
            in (tmp_path / "calls").read_text()
        )
    assert not (tmp_path / "owned").exists()
    assert not (tmp_path.parent / "outside").exists()


def test_pull_requests_are_asked_the_same_everywhere() -> None:
    texts = {(ROOT / path).read_text(encoding="utf-8") for path in PULL_REQUESTS}
    assert len(texts) == 1
    assert texts.pop().count("- [ ] ") >= 8
    assert len({(ROOT / path).read_text(encoding="utf-8") for path in ISSUES}) == 1


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_are_as_github_asks(path: Path) -> None:
    form = read(path)
    if path.stem == "config":
        assert form == {"blank_issues_enabled": True}
        return
    assert {"name", "description", "body"} <= set(form)
    ids = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    for field in form["body"]:
        assert field["type"] in ("markdown", "input", "textarea", "checkboxes")
        assert field["attributes"].get("value" if field["type"] == "markdown" else "label")


def test_sample_owners_name_what_is_there() -> None:
    text = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8")
    rules = [line.removeprefix("#: ").split() for line in text.splitlines() if line.startswith("#: ")]
    assert len(rules) >= 5
    for pattern, *owners in rules:
        assert owners and all(re.fullmatch(r"@[\w-]+/[\w-]+", owner) for owner in owners)
        assert list(ROOT.glob(pattern.strip("/"))), pattern
    assert all(line.startswith("#") or not line for line in text.splitlines())


@pytest.mark.parametrize(
    "hook", yaml.safe_load(HOOKS.read_text(encoding="utf-8")), ids=lambda hook: hook["id"]
)
def test_pre_commit_hooks_run_commands_that_there_are(hook: dict) -> None:
    program, name, *options = hook["entry"].split()
    assert program == "board"
    known = {option for parameter in board.get_command(None, name).params for option in parameter.opts}
    assert set(options) <= known
    assert hook["language"] == "python"
    assert re.search(hook["files"], "plans/2026/三月.md")
    assert not re.search(hook["files"], "docs/guide/plan.md")
