"""`board publish` from the outside: whole builds, faults at every step, and what readers see meanwhile."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from boards import plan, write
from noticeboard import commands
from noticeboard.commands import generator
from noticeboard.content.repository.history import run_git
from noticeboard.publish.built_site import findings
from noticeboard.publish.releases import ReleaseFolder
from repositories import Repository
from site_builds import EPOCH, ForkedGenerator

publish_command = import_module("noticeboard.commands.publish")

pytestmark = pytest.mark.site

SECRET = plan("## 三月\n\n- 谈一谈食堂承包人更换的内部意见\n", title="不公开的").replace(
    "类型", "范围: 对内\n类型"
)
OPEN = plan("## 三月\n\n- 植树\n").replace("类型", "范围: 对外\n类型")


@pytest.fixture
def board(project, monkeypatch):
    """`board(*arguments)`: runs a command in a small project, `board.root`."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.delenv("BOARD_AUDIENCE", raising=False)
    # That of a program of its own is in test_publish_faults.py.
    monkeypatch.setattr(generator, "subprocess", SimpleNamespace(Popen=ForkedGenerator))
    root = project({"plans/a.md": OPEN, "plans/b.md": SECRET})

    def run(*arguments: object):
        monkeypatch.chdir(root)
        return CliRunner().invoke(commands.board, [str(argument) for argument in arguments])

    run.root = root
    return run


@pytest.fixture
def target(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("server") / "gonghui"


def test_a_site_is_published_changed_listed_and_rolled_back(board, target):
    assert board("publish", target).exit_code == 0
    first = ReleaseFolder(target).live
    assert (target / "current" / "plans" / "b" / "index.html").is_file()
    (board.root / "plans" / "b.md").unlink()
    again = board("publish", target)
    assert (again.exit_code, "plans/b/：这个网址上一次发布" in again.output) == (0, True)
    assert not (target / "current" / "plans" / "b").exists()
    listed = board("releases", target).output.splitlines()
    assert [line[0] for line in listed] == ["*", " "]
    assert first.id in listed[1]
    assert board("rollback", target).exit_code == 0
    assert ReleaseFolder(target).live == first
    assert "没有更早的" in board("rollback", target).output
    assert "没有“../x”这一次" in board("rollback", target, "../x").output


def test_strictly_no_address_may_vanish_and_a_dry_run_changes_nothing(board, target):
    assert board("publish", target).exit_code == 0
    live = ReleaseFolder(target).live
    (board.root / "plans" / "b.md").unlink()
    for option in ("--strict", "--dry-run"):
        board("publish", target, option)
        assert ReleaseFolder(target).releases() == (live,)
        assert os.listdir(target / "releases") == [live.id]


def test_a_document_with_a_fault_and_a_build_that_fails_change_nothing(board, target):
    assert board("publish", target).exit_code == 0
    live = ReleaseFolder(target).live
    write(board.root, {"plans/a.md": OPEN.replace("日期: ", "日期: 9月39日")})
    done = board("publish", target)
    assert (done.exit_code, "没有发布" in done.output) == (1, True)
    assert ReleaseFolder(target).releases() == (live,)


def test_the_other_edition_is_not_published_over_one(board, target):
    assert board("publish", target, "--audience", "public").exit_code == 0
    assert not (target / "current" / "plans" / "b").exists()
    done = board("publish", target)
    assert (done.exit_code, "对外版" in done.output) == (1, True)


def test_a_target_that_cannot_be_written_is_one_sentence(board, target):
    target.write_text("一个文件", encoding="utf-8")
    done = board("publish", target)
    assert (done.exit_code, done.output.count("\n")) == (1, 1)
    done = board("publish", target / "inside")
    assert done.exit_code == 1
    assert "Traceback" not in done.output


def test_an_archive_holds_a_site_that_needs_no_server(board, target):
    archive = target.with_suffix(".zip")
    assert board("publish", archive).exit_code == 0
    first = archive.read_bytes()
    with zipfile.ZipFile(archive) as opened:
        assert {"index.html", "board.json"} <= set(opened.namelist())
        assert not [name for name in opened.namelist() if name.startswith((".", "/"))]
        assert 'href="plans/a/index.html"' in opened.read("archive/index.html").decode().replace("../", "")
    assert board("publish", archive).exit_code == 0
    assert archive.read_bytes() == first
    assert os.listdir(archive.parent) == [archive.name]
    assert board("rollback", archive).exit_code == 2


@pytest.mark.parametrize("name", ["公告栏.zip", "new/../../公告栏.zip", "site/公告栏.zip"])
def test_an_archive_may_stand_beside_the_board_but_not_among_its_documents(board, name):
    place = Path(os.path.normpath(board.root / name))
    place.parent.mkdir(exist_ok=True)
    (left := place.with_name(".公告栏.zip.new")).mkdir()
    write(left, {"site/index.html": "half"})
    done = board("publish", name)
    assert (done.exit_code, place.is_file()) == (0, True), done.output
    assert not left.exists()
    assert not place.with_name(".公告栏.zip.lock").exists()
    for kept in ("plans", "docs"):
        refused = board("publish", f"{kept}/公告栏.zip")
        assert (refused.exit_code, f"“{kept}”里放着" in refused.output) == (1, True)
    assert not list(board.root.glob("plans/**/*.zip"))


def test_what_is_wrong_with_a_built_site_is_found(board, target):
    from noticeboard.commands.project import load_site

    assert board("publish", target, "--audience", "public").exit_code == 0
    site = load_site(board.root, "public")
    folder = target.with_name("copy")

    def found(path: str, content: str | None) -> str:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree((target / "current").resolve(), folder)
        (folder / path).unlink(missing_ok=True)
        if content is not None:
            (folder / path).write_text(content, encoding="utf-8")
        return " ".join(
            finding.message for finding in findings(folder, site, frozenset()) if finding.is_error
        )

    page = (target / "current" / "index.html").read_text(encoding="utf-8")
    assert found("x.html", "<p>完整</p></html>") == ""
    assert "没有这个文件" in found("index.html", None)
    assert "只有一半" in found("index.html", page[: len(page) // 2])
    assert "读不出来" in found("board.json", '{"documents": 1}')
    assert "没有它的网页" in found("plans/a/index.html", None)
    assert "“nowhere/”打不开" in found("x.html", "<a title='>' href=nowhere/>x</a></html>")
    assert "“no%.png”打不开" in found("x.html", '<img src="no%25.png"></html>')
    assert (
        found("x.html", '<code>&lt;a href="nowhere/"&gt;</code><script>\'<a href="no">\'</script></html>')
        == ""
    )
    assert "plans/b.md" in found("x.txt", "谈一谈食堂承包人更换的内部意见")
    assert "plans/b.md" in found("x.json", '{"text": "谈一谈食堂承包人更换的内部意见"}')
    assert "plans/b.md" in found("x.bin", (board.root / "plans" / "b.md").read_text(encoding="utf-8"))


NOTICE = (
    "---\n类型: 公开\n标题: 评优名单\n日期: 2026-11-11\n类别: 财务\n责任部门: 办公室\n范围: 对外\n"
    "公示期: 2026-11-11 至 2026-11-17\n张贴地点: 一楼公告栏\n---\n三人。\n"
)


def test_a_notice_gets_its_certificate_by_the_log_of_the_place(board, target, monkeypatch):
    monkeypatch.setattr(publish_command, "beijing_now", lambda: datetime(2026, 11, 10, 8))
    write(board.root, {"plans/c.md": NOTICE})
    page = target / "current" / "plans" / "c" / "certificate" / "index.html"
    assert board("publish", target).exit_code == 0
    assert not page.exists()
    monkeypatch.setattr(publish_command, "beijing_now", lambda: datetime(2026, 11, 20, 8))
    assert board("publish", target).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert "公示期的 7 天，每一天都有登出的记录" in text
    assert "certificate/" in page.parents[1].joinpath("index.html").read_text(encoding="utf-8")
    code = re.search(r'最后一行的核对码是\s*<code class="nb-code" title="(\w+)"', text)[1]
    log = target / "publications.jsonl"
    assert (board("verify", log, code).exit_code, board("verify", log, "f" * 64).exit_code) == (0, 1)
    log.write_bytes(log.read_bytes().replace(b"T08:00", b"T07:00", 1))
    changed = board("verify", log, code)
    assert (changed.exit_code, "接不上前一行" in changed.output) == (1, True)
    refused = board("publish", target)
    assert (refused.exit_code, "没有发布" in refused.output) == (1, True)


def test_the_log_is_kept_in_the_repository_when_asked(board, target):
    repository = Repository(board.root)
    repository.git("config", "user.name", "某人")
    repository.git("config", "user.email", "who@example.invalid")
    repository.commit("2026-11-01", "开始")
    assert board("publish", target, "--commit-log").exit_code == 0
    assert run_git(board.root, "log", "-1", "--format=%s").startswith("发布记录 ")
    kept = board.root / "publications.jsonl"
    assert kept.read_bytes() == (target / "publications.jsonl").read_bytes()
    kept.write_bytes(b"")
    assert board("publish", target, "--commit-log").exit_code == 0
    (target / "publications.jsonl").unlink()
    told = board("publish", target, "--commit-log")
    assert (told.exit_code, "对不上" in told.output) == (1, True)


def test_a_page_of_the_release_before_finds_its_script(board, target):
    settings = board.root / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "extra_javascript: [assets/own.js]\n", encoding="utf-8"
    )

    def publish_with(script: str) -> Path:
        write(board.root, {"docs/assets/own.js": script})
        assert board("publish", target).exit_code == 0
        page = (target / "current/plans/a/index.html").read_text(encoding="utf-8")
        return target / "current" / re.search(r'src="\.\./\.\./(assets/own\.[0-9a-f]{8}\.min\.js)"', page)[1]

    first = publish_with("first()")
    assert first.read_text(encoding="utf-8") == "first()"
    second = publish_with("second()")
    assert (first.read_text(encoding="utf-8"), second.read_text(encoding="utf-8")) == ("first()", "second()")
    assert board("rollback", target).exit_code == 0
    assert second.read_text(encoding="utf-8") == "second()"
