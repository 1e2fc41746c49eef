"""What git says of documents, in real repositories made for the purpose."""

import os
import subprocess
from datetime import date

import pytest

from boards import write
from noticeboard.content.history import History, read_history

LONG = "工会经费使用情况\n" * 12


class Repository:
    """A repository in a folder; every commit has a day and a message."""

    def __init__(self, root):
        self.root = root
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments, day="2026-01-01"):
        moment = f"{day}T12:00:00+08:00"
        subprocess.run(
            ["git", "-c", "user.name=某人", "-c", "user.email=who@example.invalid", "-c", "commit.gpgsign=false", *arguments],
            cwd=self.root,
            check=True,
            capture_output=True,
            env={**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull},
        )  # fmt: skip

    def commit(self, day, message, files=None, remove=()):
        write(self.root, files or {})
        for path in remove:
            (self.root / path).unlink()
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, day=day)

    def told(self, path, root=None):
        changes = read_history(root or self.root).changes.get(path, ())
        return [(change.day.isoformat(), change.message) for change in changes]


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path)


def test_changes_come_newest_first(repository):
    repository.commit("2026-01-02", "公开预算", {"plans/甲.md": "一"})
    repository.commit("2026-01-05", "通知", {"plans/乙.md": "一"})
    repository.commit("2026-02-03", "更正合计", {"plans/甲.md": "二"})
    assert repository.told("plans/甲.md") == [("2026-02-03", "更正合计"), ("2026-01-02", "公开预算")]
    assert read_history(repository.root).updated == {
        "plans/甲.md": date(2026, 2, 3),
        "plans/乙.md": date(2026, 1, 5),
    }


def test_a_file_keeps_its_history_under_a_new_name(repository):
    repository.commit("2026-01-02", "公开预算", {"plans/a.md": LONG})
    repository.commit("2026-01-03", "归档", {"plans/2026/b.md": LONG}, ["plans/a.md"])
    repository.commit("2026-01-04", "补充", {"plans/2026/b.md": LONG + "补充"})
    repository.commit("2026-01-05", "另一份", {"plans/a.md": "另一份公开"})
    assert [day for day, _ in repository.told("plans/2026/b.md")] == [
        "2026-01-04",
        "2026-01-03",
        "2026-01-02",
    ]
    assert repository.told("plans/a.md") == [("2026-01-05", "另一份")]


def test_a_file_that_bears_the_name_of_a_deleted_one_has_only_its_own_history(repository):
    repository.commit("2026-01-02", "旧的", {"plans/a.md": "旧的一份"})
    repository.commit("2026-01-03", "删去", remove=["plans/a.md"])
    assert repository.told("plans/a.md") == []
    repository.commit("2026-01-04", "新的", {"plans/a.md": "与前无关的另一份"})
    assert repository.told("plans/a.md") == [("2026-01-04", "新的")]


def test_what_is_not_committed_as_it_stands_has_no_history(repository):
    repository.commit("2026-01-02", "公开", {"plans/a.md": "一", "plans/b.md": "一"})
    write(repository.root, {"plans/a.md": "改过", "plans/c.md": "新的"})
    assert set(read_history(repository.root).changes) == {"plans/b.md"}


def test_a_board_may_lie_in_a_folder_of_its_repository(repository):
    repository.commit("2026-01-02", "公开", {"board/plans/a.md": "一", "plans/a.md": "别的"})
    assert repository.told("plans/a.md", repository.root / "board") == [("2026-01-02", "公开")]
    write(repository.root, {"board/plans/a.md": "二"})
    assert repository.told("plans/a.md", repository.root / "board") == []


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("更正 <who@example.invalid> 的表", "更正 … 的表"),
        ("来电13800000000核对", "来电…核对"),
        ("第一行\n\n第二行 Signed-off-by: 某人 <who@example.invalid>", "第一行"),
        ("一" * 100, "一" * 79 + "…"),
        ("改 <b>粗</b>", "改 <b>粗</b>"),
        ("2026年预算", "2026年预算"),
    ],
)
def test_messages_show_nobodys_address(repository, message, said):
    repository.commit("2026-01-02", message, {"plans/a.md": "一"})
    assert repository.told("plans/a.md") == [("2026-01-02", said)]


def test_odd_names_and_merges_are_read(repository):
    repository.commit("2026-01-02", "起头", {"plans/a b\t“引”.md": "一"})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit("2026-01-03", "旁支", {"plans/side.md": "一"})
    repository.git("checkout", "-q", "main")
    repository.commit("2026-01-04", "主干", {"plans/main.md": "一"})
    repository.git("merge", "-q", "--no-edit", "side", day="2026-01-05")
    assert read_history(repository.root).updated == {
        "plans/a b\t“引”.md": date(2026, 1, 2),
        "plans/side.md": date(2026, 1, 3),
        "plans/main.md": date(2026, 1, 4),
    }


def test_nothing_is_said_without_a_repository_without_commits_and_in_a_shallow_clone(repository, tmp_path):
    assert read_history(repository.root) == History()
    repository.commit("2026-01-02", "一", {"plans/a.md": "一"})
    repository.commit("2026-01-03", "二", {"plans/a.md": "二"})
    shallow = tmp_path / "shallow"
    repository.git("clone", "-q", "--depth", "1", repository.root.as_uri(), str(shallow))
    assert (shallow / "plans/a.md").is_file()
    assert read_history(shallow) == History()
    assert read_history(tmp_path.parent) == History()


def test_nothing_is_said_where_git_is_not_installed(repository, monkeypatch):
    repository.commit("2026-01-02", "一", {"plans/a.md": "一"})
    monkeypatch.setenv("PATH", "")
    assert read_history(repository.root) == History()
