"""What the last build was made of: every change of it counts, and every change of what it made."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from boards import write
from noticeboard.cache import Cache
from noticeboard.edition import Edition
from noticeboard.publish import last_build
from noticeboard.publish.last_build import Built, Wanted, come_of, files_of, inputs_of, remember
from repositories import Repository

EDITION = Edition(date(2026, 3, 2), now=time(12))
FILES = {
    "mkdocs.yml": "INHERIT: base.yml\n",
    "base.yml": "site_name: 试验\n",
    "plans/2026/a.md": "一",
    "plans/表.csv": "1",
    "docs/index.md": "# 首页",
    "docs/图.png": b"\x89PNG",
    "overrides/main.html": "1",
    "hooks/door.py": "1",
}
SITE = {"index.html": "页", "plans/a/index.html": "页", "assets/a.css": "", ".noticeboard": "index.html\n"}


@pytest.fixture
def board(tmp_path) -> Path:
    return write(tmp_path, FILES)


def digest(root: Path, edition: Edition = EDITION) -> str:
    return inputs_of(root, edition, Cache.at(root)).digest


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES)
def test_every_file_counts(board, path):
    before = digest(board)
    assert digest(board) == before
    write(board, {path: "2"})
    assert digest(board) != before


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", ["plans/_草稿.md", "docs/新/页.md", "overrides/partials/a.html", "hooks/data/x.txt"]
)
def test_a_new_file_counts_and_goes_without_a_trace(board, path):
    before = digest(board)
    write(board, {path: ""})
    assert digest(board) != before
    (board / path).unlink()
    if (board / path).parent.parent not in (board, board.parent):
        (board / path).parent.rmdir()
    assert digest(board) == before


def test_a_renamed_file_counts(board):
    before = digest(board)
    (board / "plans/2026/a.md").rename(board / "plans/2026/b.md")
    assert digest(board) != before


@pytest.mark.parametrize(
    "edition",
    [
        replace(EDITION, today=date(2026, 3, 3)),
        replace(EDITION, audience="public"),
        replace(EDITION, now=time(7, 59)),
    ],
    ids=["a new day", "for another audience", "another day in Greenwich"],
)
def test_the_edition_counts(board, edition):
    assert digest(board, edition) != digest(board)


def test_the_hour_alone_does_not(board):
    assert digest(board, replace(EDITION, now=time(13))) == digest(board)


def test_what_git_says_counts(board):
    repository = Repository(board)
    digests = [digest(board)]
    for arguments in (("add", "plans"), ("commit", "-qm", "一"), ("tag", "v1")):
        repository.git(*arguments)
        digests.append(digest(board))
    assert len({*digests}) == len(digests)


def test_what_is_installed_counts(board, monkeypatch):
    before = digest(board)
    monkeypatch.setattr(last_build, "installed", lambda: ["mkdocs-9.9.dist-info"])
    assert digest(board) != before


def test_a_file_that_was_changed_and_changed_back_is_seen(board):
    before = inputs_of(board, EDITION, Cache.at(board))
    write(board, {"plans/表.csv": "2"})
    write(board, {"plans/表.csv": "1"})
    after = inputs_of(board, EDITION, Cache.at(board))
    assert after.digest == before.digest and after != before


def built(
    root: Path, moments: tuple[datetime, ...] = (), *, urls: bool = True, configured: str = "site"
) -> Built:
    site = write(root / "site", SITE)
    kept, come = come_of(moments, EDITION)
    files = files_of(site, Cache.at(root))
    wanted = Wanted(str(root / configured), True)
    made = Built(str(site), urls, wanted, digest(root), kept, come, ("警告",), files)
    remember(root, made)
    return made


def recalled(root: Path, wanted: Wanted = Wanted(), edition: Edition = EDITION) -> bool:  # noqa: B008  # Frozen.
    return last_build.last_build(root, wanted, edition) is not None


def test_the_same_is_not_built_again(board):
    made = built(board)
    found = last_build.last_build(board, Wanted(), EDITION)
    assert found and found.warnings == list(made.warnings)


def test_another_input_is_built(board):
    built(board)
    write(board, {"plans/2026/a.md": "二"})
    assert not recalled(board)


def lose(site: Path) -> None:
    (site / "index.html").unlink()


def lose_the_mark(site: Path) -> None:
    (site / ".noticeboard").unlink()


def lose_all(site: Path) -> None:
    site.rename(site.with_name("gone"))


def damage(site: Path) -> None:
    before = (site / "index.html").stat()
    (site / "index.html").write_text("坏")
    os.utime(site / "index.html", ns=(before.st_atime_ns, before.st_mtime_ns))


def add(site: Path) -> None:
    (site / "plans/b.html").write_text("")


def lead_elsewhere(site: Path) -> None:
    (site / "assets/a.css").unlink()
    (site / "assets/a.css").symlink_to("/etc/hostname")


@pytest.mark.parametrize("deed", [lose, lose_the_mark, lose_all, damage, add, lead_elsewhere])
def test_a_damaged_site_is_built_anew(board, deed):
    built(board)
    deed(board / "site")
    assert not recalled(board)


def test_hidden_files_that_others_laid_there_are_no_damage(board):
    built(board)
    write(board / "site", {".htaccess": "x", ".git/HEAD": "x", "assets/.DS_Store": "x"})
    assert recalled(board)


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        (Wanted(), True),
        (Wanted(directory_urls=True), True),
        (Wanted(directory_urls=False), False),
        (Wanted("site"), True),
        (Wanted("other"), False),
    ],
)
def test_only_what_is_asked_for_counts(board, wanted, answer):
    built(board)
    folder = wanted.site_dir and str(board / wanted.site_dir)
    assert recalled(board, replace(wanted, site_dir=folder)) is answer


def test_a_build_into_another_folder_than_configured_is_not_the_usual_one(board):
    built(board, configured="elsewhere")
    assert not recalled(board)
    assert recalled(board, Wanted(str(board / "site")))


@pytest.mark.parametrize(("hour", "answer"), [(8, False), (12, True), (14, True), (15, False)])
def test_what_waits_for_an_hour_is_built_then(board, hour, answer):
    built(board, (datetime(2026, 3, 2, 9), datetime(2026, 3, 2, 15), datetime(2026, 3, 9, 9)))
    assert recalled(board, edition=replace(EDITION, now=time(hour, 30) if hour != 15 else time(15))) is answer


def test_few_records_are_kept(board, tmp_path):
    made = built(board)
    for number in range(9):
        remember(board, replace(made, site_dir=f"/{number}"))
    assert len([*last_build._records(Cache.at(board))]) == last_build._MOST


@pytest.mark.parametrize("text", [b"", b"{}", b"[]", b"\0" * 99])
def test_a_foreign_record_is_not_believed(board, text):
    built(board)
    (board / ".cache/noticeboard/built.json").write_bytes(text)
    assert not recalled(board)


def test_a_site_is_not_remembered_where_the_clock_stands_still(board, monkeypatch):
    site = write(board / "site", SITE)
    monkeypatch.setattr(last_build, "file_time", lambda cache: 0)
    monkeypatch.setattr(last_build, "_TICK", 0)
    assert files_of(site, Cache.at(board)) is None
