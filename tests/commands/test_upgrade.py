"""`board upgrade`: boards of every release come through, and what somebody has edited stays."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from noticeboard import commands
from noticeboard.commands import upgrade as command
from noticeboard.scaffolding import migrations
from noticeboard.scaffolding.migrations import Migration, migrated, order_of
from noticeboard.scaffolding.record import NAME, digest_of

BOARDS = Path(__file__).parents[1] / "scaffolding" / "boards"
CI = ".gitlab-ci.yml"
CONTENT = "plans/2026/通知.md"
FULLWIDTH = "---\n类型：通知\n标题: 值班安排\n日期: 2026-11-20\n---\n\n周一至周五有人。\n"


@pytest.fixture(params=sorted(place.name for place in BOARDS.iterdir()))
def board(request, tmp_path, monkeypatch):
    """A copy of a board as a release made it, upgraded by a program of a later version."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795132800")
    monkeypatch.setattr(command, "version", lambda name: "9.0.0")
    folder = tmp_path / "board"
    shutil.copytree(BOARDS / request.param, folder)
    return folder


def run(folder, *arguments):
    return CliRunner().invoke(commands.board, [*arguments, "--root", str(folder)])


def texts(folder):
    return {
        place.relative_to(folder).as_posix(): place.read_bytes()
        for place in folder.rglob("*")
        if place.is_file() and ".cache" not in place.parts
    }


@pytest.mark.slow
def test_a_board_of_every_release_comes_through(board):
    (board / CONTENT).write_text(FULLWIDTH, encoding="utf-8")
    done = run(board, "upgrade")
    assert done.exit_code == 0, done.output
    assert "+noticeboard[attachments]==9.0.0" in done.output
    assert "noticeboard[attachments]==9.0.0\n" in (board / "requirements.txt").read_text(encoding="utf-8")
    assert "类型: 通知" in (board / CONTENT).read_text(encoding="utf-8")
    assert (board / "docs/guide/index.md").is_file()
    assert json.loads((board / NAME).read_text(encoding="utf-8"))["version"] == "9.0.0"
    assert run(board, "check", "--strict").output == "没有发现问题。\n"


@pytest.mark.slow
def test_a_second_upgrade_changes_nothing(board):
    assert run(board, "upgrade").exit_code == 0
    before = texts(board)
    done = run(board, "upgrade")
    assert (done.exit_code, "已经是 9.0.0 版" in done.output) == (0, True)
    assert texts(board) == before


def test_a_look_at_it_changes_nothing(board):
    before = texts(board)
    assert "+noticeboard[attachments]==9.0.0" in run(board, "upgrade", "--diff").output
    assert texts(board) == before


def unwritten(board, path):
    """Makes a file one that an older program wrote: what the record says of it is what stands there."""
    (board / path).write_text("旧的\n", encoding="utf-8")
    kept = json.loads((board / NAME).read_text(encoding="utf-8"))
    kept["files"][path] = digest_of((board / path).read_bytes())
    (board / NAME).write_text(json.dumps(kept), encoding="utf-8")


@pytest.mark.slow
def test_a_file_of_the_program_follows(board):
    unwritten(board, CI)
    run(board, "upgrade")
    assert "board check --strict" in (board / CI).read_text(encoding="utf-8")


@pytest.mark.slow
def test_line_ends_of_windows_are_no_edit(board):
    unwritten(board, CI)
    (board / CI).write_bytes("旧的\r\n".encode())
    run(board, "upgrade")
    assert "board check --strict" in (board / CI).read_text(encoding="utf-8")


@pytest.mark.slow
def test_an_edited_file_stays_until_one_says_so(board):
    (board / CI).write_text("自己的\n", encoding="utf-8")
    done = run(board, "upgrade")
    assert f"{CI}：有人改过" in done.output
    assert (board / CI).read_text(encoding="utf-8") == "自己的\n"
    assert f"{CI}：有人改过" in run(board, "upgrade").output
    assert run(board, "upgrade", "--replace", CI).exit_code == 0
    assert "board check" in (board / CI).read_text(encoding="utf-8")
    assert "有人改过" not in run(board, "upgrade").output


@pytest.mark.slow
def test_a_file_that_was_removed_stays_away(board):
    (board / CI).unlink()
    run(board, "upgrade")
    run(board, "upgrade")
    assert not (board / CI).exists()


@pytest.mark.slow
def test_what_is_the_organisations_own_is_never_touched(board):
    run(board, "upgrade")
    own = ["mkdocs.yml", "docs/index.md", "docs/about.md", "README.md"]
    for path in own:
        (board / path).write_bytes((board / path).read_bytes() + "# 自己加的\n".encode())
    before = {path: (board / path).read_bytes() for path in own}
    assert run(board, "upgrade").exit_code == 0
    assert {path: (board / path).read_bytes() for path in own} == before


def test_new_pages_of_the_guide_come_into_the_navigation(board):
    done = run(board, "upgrade")
    text = (board / "mkdocs.yml").read_text(encoding="utf-8")
    assert '+      - "照着走一遍": guide/path.md' in done.output
    listed = re.findall(r"guide/(\S+\.md)", text)
    assert sorted(listed) == sorted(place.name for place in (board / "docs/guide").glob("*.md"))
    assert (
        listed.index("path.md")
        < listed.index("index.md")
        < listed.index("monthly.md")
        < listed.index("plan.md")
    )
    assert {"forms.md", "registers.md"} <= set(listed)


def test_what_was_taken_out_of_the_navigation_stays_out(board):
    run(board, "upgrade")
    text = (board / "mkdocs.yml").read_text(encoding="utf-8")
    (board / "mkdocs.yml").write_text(re.sub(r".*guide/plan.md\n", "", text), encoding="utf-8")
    run(board, "upgrade")
    assert "guide/plan.md" not in (board / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_navigation_without_the_guide_stays_without_it(board):
    text = (board / "mkdocs.yml").read_text(encoding="utf-8")
    own = re.sub(r"  - 编写指南:\n(?: {6}.*\n)+", "", text)
    (board / "mkdocs.yml").write_text(own, encoding="utf-8")
    assert run(board, "upgrade").exit_code == 0
    assert (board / "mkdocs.yml").read_text(encoding="utf-8") == own


def test_settings_migrate_with_a_diff(board, monkeypatch):
    rename = Migration("8.0.0", lambda text: text.replace("    audience:", "    readers:"))
    monkeypatch.setattr(migrations, "MIGRATIONS", (rename,))
    done = run(board, "upgrade", "--diff")
    assert "-    audience: internal" in done.output
    assert "+    readers: internal" in done.output
    assert "audience: internal" in (board / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_migration_is_made_once_and_in_the_order_of_versions():
    made = tuple(
        Migration(number, lambda text, number=number: text + number) for number in ("0.2.0", "0.10.0")
    )
    assert migrated("", "0.1.0", made) == "0.2.00.10.0"
    assert migrated("", "0.9.3", made) == "0.10.0"
    assert migrated("", "0.10.0", made) == ""
    assert order_of("0.9.3") < order_of("0.10.0rc1")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (None, "不是 board init 建的"),
        ("{", "坏了"),
        ("[]", "坏了"),
        ('{"version": "0.1.0", "forge": "svn", "files": {}}', "坏了"),
        ('{"version": "0.1.0", "forge": "none", "files": {"a": 1}}', "坏了"),
        ('{"version": "10.0.0", "forge": "none", "files": {}}', "请先装 10.0.0"),
    ],
)
def test_a_board_that_cannot_be_upgraded_is_left_alone(board, record, said):
    (board / NAME).unlink() if record is None else (board / NAME).write_text(record, encoding="utf-8")
    before = texts(board)
    done = run(board, "upgrade")
    assert (done.exit_code, said in done.output) == (2, True)
    assert texts(board) == before


@pytest.mark.slow
def test_a_pin_that_is_not_there_is_told_of(board):
    (board / "requirements.txt").write_text("mkdocs\n", encoding="utf-8")
    assert "请自己写上 9.0.0" in run(board, "upgrade").output


def test_only_files_of_the_program_are_replaced(board):
    done = run(board, "upgrade", "--replace", "../../etc/passwd")
    assert (done.exit_code, "不是程序照管的文件" in done.output) == (2, True)
