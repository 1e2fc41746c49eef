"""What is ready for forges: every file can be read, gives nothing away to a fork, and its commands run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
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
NEW_BOARDS = ROOT / "hooks/noticeboard/templates/board/ci"
"""What `board init` writes."""
GITEA_COMMENT = ROOT / ".gitea/workflows/comment.yml"
PROGRAM = [ROOT / ".github/workflows/program.yml", ROOT / ".gitea/workflows/program.yml"]
WORKFLOWS = sorted((*ROOT.glob(".github/workflows/*"), *ROOT.glob(".gitea/workflows/*")))
OWNERS = [".github/CODEOWNERS", ".gitlab/CODEOWNERS", ".gitee/CODEOWNERS", ".gitea/CODEOWNERS"]
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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
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
    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in workflow["jobs"].values())
    checkout = next(step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@"))
    assert checkout["with"]["persist-credentials"] is False


def program_paths(path: Path) -> list[list[str]]:
    """Of every list of paths in the file: which changes start the program's own tests."""
    if path == GITLAB:
        rules = read(path)[".program"]["rules"]
        return [
            [changed.replace("/**/*", "/**") for changed in rule["changes"]]
            for rule in rules
            if "changes" in rule
        ]
    return [event["paths"] for event in read(path)["on"].values()]


@pytest.mark.parametrize("path", [*PROGRAM, GITLAB], ids=lambda path: path.parent.parent.name + path.stem)
def test_the_program_is_tried_when_it_changes(path: Path) -> None:
    """All that is neither what officers write nor text about it, on every forge the same."""
    for paths in program_paths(path):
        assert paths == program_paths(PROGRAM[0])[0]
        for changed in paths:
            assert changed == "requirements*.lock" or (ROOT / changed.removesuffix("/**")).exists(), changed
        assert {f"{folder}/**" for folder in ("hooks", "overrides", "tests", "deploy", ".ci")} <= set(paths)
        assert not {changed for changed in paths if changed.startswith(("plans", "docs"))}
    text = path.read_text(encoding="utf-8")
    assert ".ci/run" in text and 'make "versions-$RESOLUTION"' in text
    assert 'make "exits-$GENERATOR"' in text and "[properdocs, materialx, zensical]" in text
    assert re.search(r"(?i)resolution: \[lowest-direct, highest\]", text)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.parent.parent.name + path.stem)
def test_every_action_is_pinned_to_a_commit(path: Path) -> None:
    """A tag can be moved to other code; the version stands beside the commit for whoever renews it."""
    lines = re.findall(r"^.*\buses:.*$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(lines) == len([step for step in steps(path) if "uses" in step]) > 0
    assert [
        line for line in lines if not re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)
    ] == []


def test_an_action_is_of_one_commit_on_a_forge() -> None:
    for forge in (".github", ".gitea"):
        used = {
            step["uses"]
            for path in WORKFLOWS
            if forge in path.parts
            for step in steps(path)
            if "uses" in step
        }
        assert len({use.split("@")[0] for use in used}) == len(used)


def test_what_may_write_on_github_runs_nothing_of_the_request() -> None:
    workflow = read(COMMENT)
    (job,) = workflow["jobs"].values()
    assert workflow["on"] == {"workflow_run": {"workflows": [read(GITHUB)["name"]], "types": ["completed"]}}
    assert workflow["permissions"] == {}
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    checkout, comment = job["steps"]
    assert checkout["uses"].startswith("actions/checkout@")
    assert checkout["with"] == {
        "ref": "${{ github.event.repository.default_branch }}", "sparse-checkout": ".ci", "persist-credentials": False,
    }  # fmt: skip
    assert not re.search(r"git clone|git fetch|checkout|make|board", comment["run"])
    assert re.findall(r"\bpython\S*.*?\.py\b", comment["run"]) == ["python3 -I .ci/comment.py"]


def test_what_may_write_on_gitea_runs_nothing_of_the_request() -> None:
    workflow = read(GITEA_COMMENT)
    assert set(workflow["on"]) == {"pull_request_target"}
    assert workflow["permissions"] == {"contents": "read", "pull-requests": "write"}
    found = steps(GITEA_COMMENT)
    (checkout,) = [step for step in found if step.get("uses", "").startswith("actions/checkout@")]
    assert checkout["with"]["ref"] == "${{ github.event.pull_request.base.ref }}"
    assert [step["run"] for step in found if "run" in step] == [
        "make clean setup",
        ".venv/bin/python -I .ci/post.py gitea",
    ]
    assert [step.get("name") for step in found if "github.token" in str(step)] == ["写评论"]


def test_gitlabs_token_is_for_the_main_branch_alone() -> None:
    jobs = read(GITLAB)
    (rule,) = jobs["comment"]["rules"]
    conditions = rule["if"].split(" && ")
    assert {'$CI_PIPELINE_SOURCE == "schedule"', '$CI_COMMIT_REF_PROTECTED == "true"'} < set(conditions)
    assert jobs["comment"]["variables"]["GIT_STRATEGY"] == "clone"
    others = {name: job for name, job in jobs.items() if name != "comment"}
    assert "TOKEN" not in json.dumps(others)
    assert "cache" not in json.dumps(others)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (GITEA, "说明读者会看到什么"),
        (GITEA, "交出说明"),
        (GITHUB, "说明读者会看到什么"),
        (GITHUB, "交出说明"),
        (NEW_BOARDS / "gitea.yml", "说明读者会看到什么"),
        (NEW_BOARDS / "gitea.yml", "交出说明"),
        (NEW_BOARDS / "github.yml", "说明读者会看到什么"),
    ],
)
def test_the_report_is_there_when_the_build_fails(path: Path, name: str) -> None:
    (step,) = [step for step in steps(path) if step.get("name") == name]
    assert "always()" in step["if"] or "!cancelled()" in step["if"]


@pytest.mark.parametrize("path", [GITLAB, NEW_BOARDS / "gitlab.yml"])
def test_gitlabs_report_is_there_when_the_build_fails(path: Path) -> None:
    jobs = read(path)
    assert jobs["report"]["artifacts"]["when"] == "always"
    assert jobs["report"]["stage"] == jobs["preview"]["stage"]
    assert "needs" not in jobs["report"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.parent.parent.name + path.stem)
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
    """A board in git, with a branch that is deduplicate for a trial, as forges do."""

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
    assert "新增：三月 植树（逾期没有结果）" in comment
    assert (repository / "summary").read_text(encoding="utf-8") == comment


@pytest.mark.site
def test_giteas_commands(repository: Path) -> None:
    check, build, report = scripts(GITEA)
    assert run(check, repository).returncode == 1
    assert run(build, repository).returncode == 0
    assert run(report, repository, BASE="HEAD^1").returncode == 0
    assert "植树" in (repository / "report/report.md").read_text(encoding="utf-8")


@pytest.mark.site
def test_gitlabs_commands(repository: Path) -> None:
    quality, check, build, folder, report, *_ = scripts(GITLAB)
    assert run(quality, repository).returncode == 0
    (problem,) = json.loads((repository / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert problem["location"] == {"path": "plans/2026/计划.md", "lines": {"begin": 3}}
    assert run(check, repository).returncode == 1
    assert run(build, repository).returncode == 0
    assert run(folder, repository).returncode == 0
    assert run(report, repository, CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD^1").returncode == 0
    assert "植树" in (repository / "report/report.md").read_text(encoding="utf-8")


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


def owners(path: str) -> dict[str, list[str]]:
    """The rules of a sample: pattern → who must look."""
    text = (ROOT / path).read_text(encoding="utf-8")
    assert all(line.startswith("#") or not line for line in text.splitlines())
    rules = [line.removeprefix("#: ").split() for line in text.splitlines() if line.startswith("#: ")]
    return {pattern: names for pattern, *names in rules}


def as_expression(path: str, pattern: str) -> str:
    """A rule as an expression for whole paths: Gitea writes these, the others patterns as in .gitignore."""
    if path == ".gitea/CODEOWNERS":
        return pattern
    inner = re.escape(pattern.lstrip("/")).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", ".*")
    return f"{inner}.*" if pattern.endswith("/") else inner


def files_in_git() -> list[str]:
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [name for name in done.stdout.split("\0") if name]


@pytest.mark.parametrize("path", OWNERS)
def test_sample_owners_name_what_is_there(path: str) -> None:
    files = files_in_git()
    for pattern, names in owners(path).items():
        assert names and all(re.fullmatch(r"@[\w-]+/[\w-]+", name) for name in names)
        assert any(re.fullmatch(as_expression(path, pattern), file) for file in files), pattern


@pytest.mark.parametrize("path", OWNERS)
def test_all_that_is_run_or_published_has_an_owner_by_name(path: str) -> None:
    """A new file at the top must be put on the list: the rule for all others is for what is not there yet."""
    named = [as_expression(path, pattern) for pattern in owners(path) if pattern not in ("*", "[^/]+")]
    left = [file for file in files_in_git() if not any(re.fullmatch(rule, file) for rule in named)]
    assert left == []


@pytest.mark.parametrize("path", OWNERS)
def test_what_is_run_is_for_those_who_keep_the_program(path: str) -> None:
    for file in (
        ".github/workflows/check.yml",
        ".ci/comment.py",
        "hooks/x.py",
        "docs/index.md",
        "mkdocs.yml",
        "CODEOWNERS",
    ):
        found = [
            names for rule, names in owners(path).items() if re.fullmatch(as_expression(path, rule), file)
        ]
        assert found[-1] == ["@union/maintainers"]
    found = [
        names
        for rule, names in owners(path).items()
        if re.fullmatch(as_expression(path, rule), "plans/2026/附件/表.xlsx")
    ]
    assert "@union/auditors" in found[-1]


def test_forges_of_one_format_have_one_list() -> None:
    assert owners(OWNERS[0]) == owners(OWNERS[1]) == owners(OWNERS[2])
    assert (ROOT / OWNERS[0]).read_text(encoding="utf-8") == (ROOT / OWNERS[2]).read_text(encoding="utf-8")


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
