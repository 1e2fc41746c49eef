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
    assert run("report", "--base", "").exit_code == 2


@pytest.mark.parametrize("revision", ["nothing", "--output=/x", "HEAD"])
def test_without_that_revision(run, git, tmp_path, revision):
    git("init", "-q")
    done = run("report", f"--base={revision}", files={"plans/a.md": plan()})
    assert done.exit_code == 2
    assert revision in done.output


def test_says_that_there_is_no_git_at_all(run):
    done = run("report", "--base", "HEAD", files={"plans/a.md": plan()})
    assert done.exit_code == 2
    assert "没有用 git 管理" in done.output


def test_says_why_git_has_no_such_revision(run, git, tmp_path, monkeypatch):
    git("init", "-q")
    run("check", files={"plans/a.md": plan()})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    for base in (["--base", "HEAD"], []):
        done = run("report", *base)
        assert done.exit_code == 2
        assert "文件夹的主人不是运行的人" in done.output


def test_a_shallow_clone_is_compared_with_nothing(run, git, tmp_path):
    git("init", "-q")
    run("check", files={"plans/a.md": plan()})
    git("add", ".")
    git("commit", "-q", "-m", "一")
    (tmp_path / ".git" / "shallow").write_bytes(
        subprocess.run(["git", "rev-parse", "HEAD"], cwd=tmp_path, check=True, capture_output=True).stdout
    )
    done = run("report")
    assert done.exit_code == 2
    assert "浅克隆" in done.output


def test_lists_the_figures_of_a_disclosure_old_and_new(run, git, tmp_path):
    text = "---\n类型: 公开\n标题: 预算\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务\n附件: 表.csv\n---\n\n共 93,412.50 元。\n"
    git("init", "-q")
    run("check", files={"plans/a.md": text, "plans/表.csv": "1\n"})
    git("add", ".")
    git("commit", "-q", "-m", "一")
    write(tmp_path, {"plans/a.md": text.replace("93,412.50", "99,999.50"), "plans/表.csv": "2\n"})
    done = run("report", "--base", "HEAD")
    assert "- 数字：93,412.50元 → 99,999.50元（第 10 行）" in done.output
    assert "- 附件换了内容：表.csv" in done.output


@pytest.mark.parametrize("base", ["branch", "release", "commit"])
def test_without_a_revision_it_is_the_one_that_is_published(run, git, tmp_path, base):
    git("init", "-q", "-b", "main")
    run("check", files={"plans/a.md": plan("### 三月\n\n- 8日 座谈会\n")})
    git("add", ".")
    git("commit", "-q", "-m", "一")
    if base == "release":
        git("tag", "v1")
    if base == "branch":
        git("checkout", "-q", "-b", "edit")
    if base != "commit":
        write(tmp_path, {"plans/a.md": plan("### 三月\n\n- 8日 座谈会\n- 茶话会\n")})
        git("commit", "-q", "-a", "-m", "二")
    write(tmp_path, {"plans/a.md": plan("### 三月\n\n- 8日 座谈会\n- 茶话会\n- 植树\n")})
    done = run("report")
    assert done.exit_code == 0, done.output
    assert "新增：三月 植树" in done.output
    assert "新增：三月 茶话会" in done.output


def test_says_that_there_is_no_earlier_one(run, git):
    git("init", "-q")
    done = run("report", files={"plans/a.md": plan()})
    assert done.exit_code == 2
    assert "git 里找不到以前的版本。" in done.output


@pytest.mark.parametrize("tagged", [False, True])
def test_right_after_a_commit_it_is_the_one_before(run, git, tmp_path, tagged):
    git("init", "-q", "-b", "main")
    run("check", files={"plans/a.md": plan("### 三月\n\n- 8日 座谈会\n"), ".gitignore": ".cache/\n"})
    git("add", ".")
    git("commit", "-q", "-m", "一")
    for arguments in ((), ("--head", "HEAD")):
        assert run("report", *arguments).output == "这是第一次提交，以前没有可以比较的版本。\n"
    write(tmp_path, {"plans/a.md": plan("### 三月\n\n- 8日 座谈会\n- 植树\n")})
    git("commit", "-q", "-a", "-m", "二")
    if tagged:
        git("tag", "v1")
    for arguments in ((), ("--head", "HEAD")):
        done = run("report", *arguments)
        assert "新增：三月 植树" in done.output
        assert "和再前一次提交（" in done.output
    write(tmp_path, {"plans/a.md": plan("### 三月\n\n- 8日 座谈会\n- 植树\n- 茶话会\n")})
    done = run("report")
    assert "新增：三月 茶话会" in done.output
    assert "新增：三月 植树" not in done.output
    assert f"和{'上一次发布' if tagged else '上一次提交'}（" in done.output


@pytest.mark.parametrize(
    ("path", "counts"),
    [("截图.txt", False), ("site/a.html", False), (".cache/x", False), ("plans/b.md", True)],
)
def test_what_is_not_committed_counts_only_where_the_board_reads_it(run, git, tmp_path, path, counts):
    git("init", "-q", "-b", "main")
    _commits(run, git, tmp_path, "", "- 植树\n")
    write(tmp_path, {path: plan("### 四月\n\n- 登山\n")})
    output = run("report").output
    assert ("新增：三月 植树" in output) is not counts
    assert ("登山" in output) is counts
    assert f"和{'上一次提交' if counts else '再前一次提交'}（" in output
    git("add", path)
    assert run("report").output == output


@pytest.mark.parametrize("tagged", [False, True])
def test_an_older_revision_is_compared_with_what_was_before_it(run, git, tmp_path, tagged):
    git("init", "-q", "-b", "main")
    _commits(run, git, tmp_path, "", "- 植树\n", "- 植树\n- 茶话会\n")
    if tagged:
        git("tag", "v1")
    output = run("report", "--head", "HEAD^").output
    assert "新增：三月 植树" in output
    assert "茶话会" not in output
    assert "和再前一次提交（" in output


def test_another_branch_is_compared_with_where_it_left_main(run, git, tmp_path):
    git("init", "-q", "-b", "main")
    _commits(run, git, tmp_path, "")
    git("checkout", "-q", "-b", "edit")
    _commits(run, git, tmp_path, "- 植树\n")
    git("checkout", "-q", "main")
    _commits(run, git, tmp_path, "- 茶话会\n")
    output = run("report", "--head", "edit").output
    assert "新增：三月 植树" in output
    assert "茶话会" not in output
    assert "和主分支（" in output


def test_a_revision_that_is_named_stands_between_blanks(run, git, tmp_path):
    git("init", "-q", "-b", "main")
    _commits(run, git, tmp_path, "", "- 植树\n")
    assert "和 HEAD^（" in run("report", "--base", "HEAD^").output
    assert "“nothing”这一版" in run("report", "--head", "nothing").output


def _commits(run, git, folder, *items):
    """A commit for each, with these items after one that is always there."""
    run("check", files={})
    for more in items:
        write(folder, {"plans/a.md": plan(f"### 三月\n\n- 8日 座谈会\n{more}")})
        git("add", "plans", "mkdocs.yml")
        git("commit", "-q", "-m", "改")
