"""What git says of documents, in real repositories made for the purpose."""

import os
from datetime import date

import pytest

from boards import write
from noticeboard.content.repository.history import Commit, History, NoHistory, read_history, with_corrections
from repositories import Repository

LONG = "工会经费使用情况\n" * 12


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path)


def told(root, path):
    return [change.day.isoformat() for change in read_history(root).changes.get(path, ())]


def reasons(root, path):
    return [change.reason for change in read_history(root).changes.get(path, ())]


def test_changes_come_newest_first(repository):
    repository.commit("2026-01-02", "公开预算", {"plans/甲.md": "一"})
    repository.commit("2026-01-05", "通知", {"plans/乙.md": "一"})
    repository.commit("2026-02-03", "更正合计", {"plans/甲.md": "二"})
    assert told(repository.root, "plans/甲.md") == ["2026-02-03", "2026-01-02"]
    assert read_history(repository.root).updated == {
        "plans/甲.md": date(2026, 2, 3),
        "plans/乙.md": date(2026, 1, 5),
    }


def test_a_file_keeps_its_history_under_a_new_name(repository):
    repository.commit("2026-01-02", "公开预算", {"plans/a.md": LONG})
    repository.commit("2026-01-03", "归档", {"plans/2026/b.md": LONG}, ["plans/a.md"])
    repository.commit("2026-01-04", "补充", {"plans/2026/b.md": LONG + "补充"})
    repository.commit("2026-01-05", "另一份", {"plans/a.md": "另一份公开"})
    assert told(repository.root, "plans/2026/b.md") == ["2026-01-04", "2026-01-03", "2026-01-02"]
    assert told(repository.root, "plans/a.md") == ["2026-01-05"]


def test_a_file_that_bears_the_name_of_a_deleted_one_has_only_its_own_history(repository):
    repository.commit("2026-01-02", "旧的", {"plans/a.md": "旧的一份"})
    repository.commit("2026-01-03", "删去", remove=["plans/a.md"])
    assert told(repository.root, "plans/a.md") == []
    repository.commit("2026-01-04", "新的", {"plans/a.md": "与前无关的另一份"})
    assert told(repository.root, "plans/a.md") == ["2026-01-04"]


def test_what_is_not_committed_as_it_stands_has_no_history(repository):
    repository.commit("2026-01-02", "公开", {"plans/a.md": "一", "plans/b.md": "一"})
    write(repository.root, {"plans/a.md": "改过", "plans/c.md": "新的"})
    assert set(read_history(repository.root).changes) == {"plans/b.md"}


def test_a_board_may_lie_in_a_folder_of_its_repository(repository):
    repository.commit("2026-01-02", "公开", {"board/plans/a.md": "一", "plans/a.md": "别的"})
    assert told(repository.root / "board", "plans/a.md") == ["2026-01-02"]
    write(repository.root, {"board/plans/a.md": "二"})
    assert told(repository.root / "board", "plans/a.md") == []


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("更正合计", ""),
        ("慰问张三：尿毒症，住幸福小区3号楼1单元", ""),
        ("更正说明: 主题不算", ""),
        ("改\n\n说明文字\n\nSigned-off-by: 某人 <who@example.invalid>", ""),
        ("改\n\n更正说明: 原表漏记一笔", "原表漏记一笔"),
        ("改\n\n经过讨论。\n\n更正说明：合计改为 3 万元\nReviewed-by: 某人", "合计改为 3 万元"),
        ("改\n\n更正说明: 合计改为\n  3 万元\n另起一行", "合计改为 3 万元"),
        ("改\n\n更正说明: 甲\n更正说明: 乙", "甲；乙"),
        ("改\n\nCorrection: <b>total</b>", "<b>total</b>"),
        ("改\n\n更正说明:", ""),
        ("改\n\n更正说明: 甲\u202e乙\u2066丙\u200b丁\x1b[31m戊\ufeff", "甲乙丙丁[31m戊"),
        ("改\n\n见更正说明: 不在行首", ""),
    ],
)
def test_only_what_was_written_for_readers_is_a_reason(repository, message, reason):
    repository.commit("2026-01-02", message, {"plans/a.md": "一"})
    assert reasons(repository.root, "plans/a.md") == [reason]


def test_a_reason_with_personal_data_is_withheld(repository):
    repository.commit("2026-01-02", "登\n\n更正说明: 甲", {"plans/a.md": "一"})
    repository.commit("2026-01-03", "改\n\n更正说明: 乙", {"plans/a.md": "二"})
    history = read_history(repository.root).screened(lambda text: ("手机号",) if text == "甲" else ())
    assert history.changes["plans/a.md"] == (
        Commit(date(2026, 1, 3), "乙"),
        Commit(date(2026, 1, 2), "", ("手机号",)),
    )
    assert {change.reason for change in history.without_reasons().changes["plans/a.md"]} == {""}


def test_a_correction_has_the_day_of_its_line(repository):
    text = "---\n更正说明: 合计\n---\n"
    repository.commit("2026-01-02", "登", {"plans/a.md": "---\n---\n", "plans/b.md": "x"})
    repository.commit("2026-01-05", "改", {"plans/a.md": text})
    repository.commit("2026-01-09", "别处", {"plans/a.md": text + "错字\n"})
    history = read_history(repository.root)
    lines = {"plans/a.md": 2, "plans/c.md": 1, "plans/b.md": 99}
    assert with_corrections(history, repository.root, lines).corrected == {"plans/a.md": date(2026, 1, 5)}
    write(repository.root, {"plans/a.md": text + "没有提交\n"})
    history = read_history(repository.root)
    assert with_corrections(history, repository.root, lines).corrected == {}


def test_a_folder_of_another_owner_is_told(repository, monkeypatch):
    repository.commit("2026-01-02", "登", {"plans/a.md": "一"})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    assert read_history(repository.root) == History(missing=NoHistory.REFUSED)


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
    assert read_history(shallow) == History(missing=NoHistory.SHALLOW)
    assert read_history(tmp_path.parent) == History()


def test_nothing_is_said_where_git_is_not_installed(repository, monkeypatch):
    repository.commit("2026-01-02", "一", {"plans/a.md": "一"})
    monkeypatch.setenv("PATH", "")
    assert read_history(repository.root) == History(missing=NoHistory.NO_PROGRAM)
