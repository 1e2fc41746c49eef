"""The command line, as an officer or a script meets it."""

import json
import socket
import subprocess
import sys

import pytest

from boards import plan
from content.photos import PHOTO
from noticeboard import commands

WRONG = "---\n类型: 计划\n标题: 计划\n日期: 2026-02-30\n期间: 2026年\n---\n"
DOUBTFUL = plan().replace("标题: ", "标题：")


def test_a_clean_board_passes(run):
    done = run("check", files={"plans/a.md": plan()})
    assert (done.exit_code, done.output) == (0, "没有发现问题。\n")


def test_an_error_fails(run):
    done = run("check", files={"plans/a.md": WRONG})
    assert done.exit_code == 1
    assert "plans/a.md:4:5: 错误[" in done.output


def test_a_warning_fails_only_when_strict(run):
    assert run("check", files={"plans/a.md": DOUBTFUL}).exit_code == 0
    assert run("check", "--strict", files={"plans/a.md": DOUBTFUL}).exit_code == 1


@pytest.mark.slow
def test_a_notice_never_fails(run):
    done = run("check", "--strict", files={"plans/a.md": plan("![春游](春游.jpg)"), "plans/春游.jpg": PHOTO})
    assert done.exit_code == 0
    assert "提示[photo-location]" in done.output
    assert done.output.endswith("共 0 个错误，0 个警告，1 个提示。\n")


def test_all_problems_of_all_files_in_one_run(run):
    done = run(
        "check", "--format", "json", files={"plans/a.md": WRONG, "plans/b.md": WRONG, "plans/c.md": DOUBTFUL}
    )
    problems = json.loads(done.stdout)
    assert [problem["path"] for problem in problems] == ["plans/a.md", "plans/b.md", "plans/c.md"]
    assert set(problems[0]) == {"path", "line", "column", "level", "code", "message", "hint"}


def test_json_of_a_clean_board_is_an_empty_list(run):
    assert json.loads(run("check", "--format", "json", files={"plans/a.md": plan()}).stdout) == []


def test_paths_narrow_what_is_shown(run, tmp_path):
    files = {"plans/2026/a.md": WRONG, "plans/2025/b.md": WRONG}
    done = run("check", "plans/2025", files=files)
    assert "b.md" in done.output
    assert "a.md" not in done.output
    assert run("check", tmp_path / "plans/2026/a.md", files=files).exit_code == 1


@pytest.mark.parametrize(
    "arguments", [["check", "没有这个"], ["check", "--format", "xml"], ["chek"], ["new", "报告"]]
)
def test_wrong_usage_is_exit_code_2(run, arguments):
    assert run(*arguments).exit_code == 2


def test_wrong_settings_are_exit_code_2(run):
    done = run("check", files={"mkdocs.yml": "extra: {board: {unit: 甲}}\n"})
    assert done.exit_code == 2
    assert "extra.board.unit" in done.output


def test_broken_settings_are_said_in_chinese(run):
    done = run("check", files={"mkdocs.yml": "extra: [\n"})
    assert done.exit_code == 2
    assert "mkdocs.yml:2:1: 错误[settings]" in done.output


def test_a_fault_of_ours_is_exit_code_3(monkeypatch, capsys):
    def fail(**_):
        raise RuntimeError("boom")

    monkeypatch.setattr(commands.board, "main", fail)
    with pytest.raises(SystemExit) as stopped:
        commands.main()
    assert stopped.value.code == 3
    assert "维护程序的人" in capsys.readouterr().err


def test_new_writes_a_file_that_passes(run, tmp_path):
    done = run("new", "计划", "--title", "2027年工会工作计划", "--period", "2027年", "--date", "2026-12-28")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "plans/2026/2027年工会工作计划.md").is_file()
    assert run("check", "--strict").exit_code == 0


@pytest.mark.parametrize("kind", ["通知", "提案", "总结"])
def test_every_type_can_be_begun(run, kind):
    assert run("new", kind, "--title", f"一份{kind}").exit_code == 0
    assert run("check", "--strict").output == "没有发现问题。\n"


def test_a_new_disclosure_names_its_department(run):
    assert (
        run("new", "公开", "--title", "经费公开", "--category", "财务", "--department", "财务室").exit_code
        == 0
    )
    assert run("check", "--strict").exit_code == 0


@pytest.mark.parametrize(
    "title",
    ["通知: 开会 #2", "“三八”活动", "'单引号", "*重要*", "a/b\\c", "../../逃走", "- 横线", "真的：全角"],
)
def test_odd_titles_are_written_so_that_they_are_read_back(run, title, tmp_path):
    assert run("new", "notice", "--title", title).exit_code == 0
    assert run("check", "--strict").output == "没有发现问题。\n"
    assert all(path.is_relative_to(tmp_path / "plans") for path in tmp_path.rglob("*.md"))


def test_new_never_overwrites(run):
    assert run("new", "通知", "--title", "开会").exit_code == 0
    assert run("new", "通知", "--title", "开会").exit_code == 2


def test_export_writes_pages_and_refuses_a_full_folder(run, tmp_path):
    files = {"plans/2026/甲.md": plan("### 三月\n\n- 8日 座谈会\n"), "docs/index.md": "# 首页\n\n欢迎。\n"}
    done = run("export", tmp_path / "out", files=files)
    assert done.exit_code == 0, done.output
    for page in ("index.md", "plans/2026/jia/index.md", "months/2026/03/index.md", "board.json"):
        assert (tmp_path / "out/docs" / page).is_file()
    assert "欢迎。" in (tmp_path / "out/docs/index.md").read_text(encoding="utf-8")
    assert run("export", tmp_path / "out").exit_code == 2


@pytest.mark.parametrize("place", ["plans/site", "docs", ".", "..", "hooks/out"])
@pytest.mark.parametrize("command", [["build", "--site-dir"], ["export"]])
def test_nothing_is_made_where_people_write(run, command, place, tmp_path):
    done = run(*command, place, files={"plans/a.md": plan()})
    assert done.exit_code == 2
    assert "不能往里面生成" in done.output
    assert sorted(path.name for path in (tmp_path / "plans").iterdir()) == ["a.md"]


def test_a_preview_says_when_its_port_is_taken(run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--address", f"127.0.0.1:{taken.getsockname()[1]}")
    assert done.exit_code == 2
    assert "换一个端口" in done.output


@pytest.mark.parametrize("address", ["0.0.0.0:8123", "192.168.1.2:8000", ":8000"])
def test_forms_that_write_are_for_this_computer_only(run, address):
    done = run("serve", "--edit", "--address", address)
    assert done.exit_code == 2
    assert "本机" in done.output


@pytest.mark.parametrize("address", ["8000", "127.0.0.1", "127.0.0.1:abc", "127.0.0.1:99999"])
def test_a_preview_wants_an_address_and_a_port(run, address):
    assert run("serve", "--address", address).exit_code == 2


def test_a_build_loads_the_pipeline_only_once() -> None:
    """Where it runs: in the site generator's own process."""
    code = "import sys, noticeboard.commands.build_anew; sys.exit('noticeboard.build' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
