"""The published folder: replaced as a whole, or not at all, and never anything else."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from noticeboard.publish import site_folder
from noticeboard.publish.exchange import exchange
from noticeboard.publish.lock import Lock
from noticeboard.publish.site_folder import MARK, Refused, SiteFolder, replacing


def publish(target: Path, *names: str, kept: tuple[Path, ...] = ()) -> None:
    with replacing(target, kept) as new:
        for name in names:
            place = new / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(name, encoding="utf-8")


def seen(folder: Path) -> list[str]:
    """The files in a folder, without the mark."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if not path.is_dir() and path.name != MARK
    )


@pytest.fixture(params=["one step", "two renames"])
def any_switch(request, monkeypatch):
    """With and without a system that exchanges folders."""
    if request.param == "two renames":
        monkeypatch.setattr(site_folder, "exchange", lambda one, other: False)


@pytest.mark.usefixtures("any_switch")
def test_a_site_takes_the_place_of_the_last_one_and_nothing_else_is_left(tmp_path):
    publish(tmp_path / "site", "index.html", "old/index.html")
    publish(tmp_path / "site", "index.html", "new/index.html")
    assert seen(tmp_path / "site") == ["index.html", "new/index.html"]
    assert os.listdir(tmp_path) == ["site"]


@pytest.mark.usefixtures("any_switch")
def test_a_build_that_fails_changes_nothing(tmp_path):
    publish(tmp_path / "site", "index.html")
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "site", ()) as new:
        (new / "half.html").write_text("半", encoding="utf-8")
        raise ZeroDivisionError
    assert seen(tmp_path / "site") == ["index.html"]
    assert os.listdir(tmp_path) == ["site"]


def test_folders_of_this_system_trade_places_in_one_step(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"from-{name}").touch()
    assert exchange(tmp_path / "a", tmp_path / "b")
    assert os.listdir(tmp_path / "a") == ["from-b"]
    assert os.listdir(tmp_path / "b") == ["from-a"]


def test_the_next_build_repairs_what_was_killed_between_two_renames(tmp_path):
    publish(tmp_path / "site", "index.html")
    (tmp_path / "site").rename(tmp_path / ".site.old")
    (tmp_path / ".site.new").mkdir()
    folder = SiteFolder(tmp_path / "site", ())
    folder.open()
    assert seen(tmp_path / "site") == ["index.html"]
    folder.discard()
    assert os.listdir(tmp_path) == ["site"]


def test_the_second_rename_that_fails_is_undone(tmp_path, monkeypatch):
    publish(tmp_path / "site", "index.html")
    monkeypatch.setattr(site_folder, "exchange", lambda one, other: False)
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == ".site.new":
            raise PermissionError(13, "denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(PermissionError):
        publish(tmp_path / "site", "other.html")
    assert seen(tmp_path / "site") == ["index.html"]


@pytest.mark.parametrize("leads_to", ["plans", "elsewhere"])
def test_a_link_is_never_built_into(tmp_path, leads_to):
    (tmp_path / leads_to).mkdir()
    (tmp_path / leads_to / "计划.md").touch()
    (tmp_path / "site").symlink_to(leads_to)
    with pytest.raises(Refused, match="符号链接"):
        publish(tmp_path / "site", "index.html")
    assert seen(tmp_path / leads_to) == ["计划.md"]


@pytest.mark.parametrize("name", [".site.new", ".site.old"])
def test_names_of_our_own_that_are_links_lead_nowhere(tmp_path, name):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/计划.md").touch()
    publish(tmp_path / "site", "index.html")
    (tmp_path / name).symlink_to("plans")
    with pytest.raises(Refused, match="符号链接"):
        publish(tmp_path / "site", "index.html")
    assert seen(tmp_path / "plans") == ["计划.md"]


@pytest.mark.parametrize("there", ["计划.md", MARK, ""], ids=["somebody's", "a site", "nothing"])
def test_a_link_is_never_taken_for_what_a_killed_build_left(tmp_path, there):
    (tmp_path / "plans").mkdir()
    if there:
        (tmp_path / "plans" / there).touch()
    (tmp_path / ".site.old").symlink_to("plans")
    with pytest.raises(Refused, match="符号链接"):
        publish(tmp_path / "site", "index.html")
    assert (tmp_path / ".site.old").is_symlink() and not os.path.lexists(tmp_path / "site")
    assert os.listdir(tmp_path / "plans") == ([there] if there else [])


def test_a_lock_that_is_a_link_is_not_opened(tmp_path):
    (tmp_path / "计划.md").write_text("计划", encoding="utf-8")
    (tmp_path / ".site.lock").symlink_to("计划.md")
    with pytest.raises(OSError):
        publish(tmp_path / "site", "index.html")
    assert (tmp_path / "计划.md").read_text(encoding="utf-8") == "计划"


@pytest.mark.parametrize(
    "target", ["plans", "plans/site", "plans/a/b", ".", "..", "link/site", "plans/../plans/x", "mkdocs.yml"]
)
def test_what_people_write_is_out_of_reach(tmp_path, target):
    root = tmp_path / "board"
    (root / "plans/a").mkdir(parents=True)
    (root / "mkdocs.yml").touch()
    (root / "link").symlink_to("plans")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Refused, match="不能往里面生成"):
        publish(root / target, "index.html", kept=(root / "plans", root / "mkdocs.yml"))
    assert sorted(tmp_path.rglob("*")) == before


def test_files_that_no_build_made_are_not_thrown_away(tmp_path):
    (tmp_path / "文稿").mkdir()
    (tmp_path / "文稿/论文.docx").touch()
    with pytest.raises(Refused, match=r"论文\.docx.*不是公告栏生成的"):
        publish(tmp_path / "文稿", "index.html")
    assert seen(tmp_path / "文稿") == ["论文.docx"]
    publish(tmp_path / "site", "index.html")
    (tmp_path / "site/通讯录.xlsx").touch()
    with pytest.raises(Refused, match=r"通讯录\.xlsx"):
        publish(tmp_path / "site", "index.html")
    assert seen(tmp_path / "site") == ["index.html", "通讯录.xlsx"]


def test_a_site_of_an_earlier_version_is_known_by_its_data(tmp_path):
    (tmp_path / "site").mkdir()
    for name in ("board.json", "index.html", "404.html"):
        (tmp_path / "site" / name).touch()
    publish(tmp_path / "site", "index.html")
    assert seen(tmp_path / "site") == ["index.html"]


def test_hidden_files_of_a_server_or_a_repository_stay(tmp_path):
    publish(tmp_path / "site", "index.html")
    (tmp_path / "site/.htaccess").write_text("Deny from all", encoding="utf-8")
    (tmp_path / "site/.git").mkdir()
    (tmp_path / "site/.git/HEAD").touch()
    (tmp_path / "site/.link").symlink_to("/nowhere")
    publish(tmp_path / "site", "index.html")
    assert seen(tmp_path / "site") == [".git/HEAD", ".htaccess", ".link", "index.html"]


def test_a_site_can_be_read_whatever_the_umask(tmp_path):
    before = os.umask(0o077)
    try:
        publish(tmp_path / "new/folder/site", "a/b.html")
    finally:
        os.umask(before)
    modes = {
        path.name: stat.S_IMODE(path.stat().st_mode)
        for path in [tmp_path / "new", *(tmp_path / "new").rglob("*")]
    }
    assert modes == {"new": 0o755, "folder": 0o755, "site": 0o755, "a": 0o755, "b.html": 0o644, MARK: 0o644}


def test_the_folder_keeps_its_group_bits(tmp_path):
    publish(tmp_path / "site", "index.html")
    (tmp_path / "site").chmod(0o2775)
    publish(tmp_path / "site", "index.html")
    assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == 0o2775


def test_only_one_builds_at_a_time(tmp_path, monkeypatch):
    monkeypatch.setattr(site_folder, "_PATIENCE", 0.0)
    first = SiteFolder(tmp_path / "site", ())
    first.open()
    with pytest.raises(Refused, match="另一次生成"):
        SiteFolder(tmp_path / "site", ()).open()
    first.discard()
    publish(tmp_path / "site", "index.html")
    assert os.listdir(tmp_path) == ["site"]


def test_a_lock_on_a_file_that_was_removed_keeps_nobody_out(tmp_path):
    first, second = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert first.acquire(0)
    assert not second.acquire(0)
    (tmp_path / "lock").unlink()
    assert second.acquire(0)
    second.release()
    first.release()
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "name",
    ["我的.txt", "plans/我的.txt", "assets/x.txt", "new/folder/a.txt", "index.html.bak", "plans/.htaccess"],
)
def test_a_file_of_someone_else_is_never_lost_wherever_it_lies(tmp_path, name):
    publish(tmp_path / "site", "index.html", "plans/a/index.html", "assets/a.css")
    place = tmp_path / "site" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("我的", encoding="utf-8")
    with pytest.raises(Refused, match=re.escape(f"“{name}”不是公告栏生成的")):
        publish(tmp_path / "site", "index.html")
    assert place.read_text(encoding="utf-8") == "我的"


@pytest.mark.parametrize(
    "name", ["plans/.DS_Store", "plans/Thumbs.db", "desktop.ini", "plans/._a", ".htaccess"]
)
def test_what_computers_leave_stops_no_build(tmp_path, name):
    publish(tmp_path / "site", "index.html", "plans/a/index.html")
    (tmp_path / "site" / name).write_text("x", encoding="utf-8")
    publish(tmp_path / "site", "index.html")
    assert (tmp_path / "site/index.html").is_file()


def test_a_link_in_the_site_is_of_someone_else(tmp_path):
    publish(tmp_path / "site", "index.html", "plans/a/index.html")
    (tmp_path / "site/plans/link").symlink_to(tmp_path)
    with pytest.raises(Refused, match="plans/link"):
        publish(tmp_path / "site", "index.html")


def test_a_mark_of_an_older_version_stands_for_whole_folders(tmp_path):
    publish(tmp_path / "site", "index.html", "plans/a/index.html")
    (tmp_path / "site" / MARK).write_text("index.html\nplans\n", encoding="utf-8")
    publish(tmp_path / "site", "index.html")
    assert seen(tmp_path / "site") == ["index.html"]


def test_a_mount_point_is_refused_with_what_to_do(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda place: Path(place).name == "site")
    with pytest.raises(Refused, match=r"挂载点.*--site-dir"):
        publish(tmp_path / "site", "index.html")


@pytest.mark.parametrize("name", [".site.new", ".site.old"])
def test_a_file_in_the_way_is_named_and_stays(tmp_path, name, monkeypatch):
    monkeypatch.setattr(site_folder, "exchange", lambda one, other: False)
    publish(tmp_path / "site", "index.html")
    (tmp_path / name).write_text("我的", encoding="utf-8")
    with pytest.raises(Refused, match=re.escape(name)):
        publish(tmp_path / "site", "index.html")
    assert (tmp_path / name).read_text(encoding="utf-8") == "我的"
    assert seen(tmp_path / "site") == ["index.html"]


def test_who_waits_for_another_build_is_told_once(tmp_path):
    other, told = Lock(tmp_path / "lock"), []
    assert other.acquire(0)
    assert not Lock(tmp_path / "lock").acquire(0.5, lambda: told.append(1), 0.0)
    assert told == [1]
