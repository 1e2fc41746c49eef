"""The releases of a board: whole ones side by side, readers see one of them, whatever is killed meanwhile."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import time
from datetime import datetime
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from noticeboard.publish import releases
from noticeboard.publish.releases import RECORD, Release, ReleaseFolder
from noticeboard.publish.site_folder import Refused
from site_builds import forks

NOW = datetime(2026, 11, 20, 9, 30)


def publish(target: Path, text: str = "一", *, links: bool = True, now: datetime = NOW) -> Release:
    board = ReleaseFolder(target)
    with board.opened((), lambda sentence: None):
        place = board.next_place(now)
        (place / "plans").mkdir(parents=True)
        for path in ("index.html", "plans/index.html"):
            (place / path).write_text(text, encoding="utf-8")
        release = board.add(place, "internal")
        board.switch(release, links=links)
        board.prune(3)
    return release


def roll_back(target: Path, name: str) -> None:
    board = ReleaseFolder(target)
    with board.opened((), lambda sentence: None):
        board.switch(next(release for release in board.releases() if release.id == name))


def seen(target: Path) -> set[str]:
    """What readers see; of a site that is whole all pages say the same."""
    return {page.read_text(encoding="utf-8") for page in (target / "current").resolve().rglob("*.html")}


@pytest.fixture(params=["links", "exchange", "renames", "links fail"])
def links(request, monkeypatch) -> bool:
    """Every kind of target; whether links are asked for."""
    if request.param == "renames":
        monkeypatch.setattr(releases, "exchange", lambda one, other: False)
    if request.param == "links fail":

        def refuse(self: Path, target: str, target_is_directory: bool = False) -> None:
            raise PermissionError(1, "no links here", str(self))

        monkeypatch.setattr(Path, "symlink_to", refuse)
    return request.param in ("links", "links fail")


def test_readers_see_the_last_release_and_can_be_led_back(tmp_path, links):
    ids = [publish(tmp_path / "board", text, links=links).id for text in "一二三"]
    assert ids == ["20261120-093000", "20261120-093001", "20261120-093002"]
    assert seen(tmp_path / "board") == {"三"}
    roll_back(tmp_path / "board", ids[0])
    assert seen(tmp_path / "board") == {"一"}
    assert [release.id for release in ReleaseFolder(tmp_path / "board").releases()] == ids[::-1]
    publish(tmp_path / "board", "四", links=links)
    assert seen(tmp_path / "board") == {"四"}


def test_only_the_last_releases_stay_and_the_live_one(tmp_path, links):
    first = publish(tmp_path / "board", links=links)
    for text in "二三四五":
        publish(tmp_path / "board", text, links=links)
    found = ReleaseFolder(tmp_path / "board").releases()
    assert len(found) == 3
    assert first not in found
    roll_back(tmp_path / "board", found[-1].id)
    board = ReleaseFolder(tmp_path / "board")
    with board.opened((), print):
        board.prune(1)
    assert board.releases() == (found[0], found[-1])
    assert board.live == found[-1]


def test_a_clock_that_went_back_makes_no_earlier_release(tmp_path):
    first = publish(tmp_path / "board")
    assert publish(tmp_path / "board", now=datetime(2020, 1, 1)).id > first.id


def test_the_link_holds_where_the_folder_is_found_at_another_path(tmp_path):
    publish(tmp_path / "board")
    (tmp_path / "board").rename(tmp_path / "elsewhere")
    assert seen(tmp_path / "elsewhere") == {"一"}


def test_what_was_killed_half_way_is_gone_after_the_next_command(tmp_path, links):
    live = publish(tmp_path / "board", links=links)
    inside = tmp_path / "board" / "releases"
    for name in ("20261121-080000", ".20261121-080000.new", ".20261101-080000.old"):
        (inside / name / "plans").mkdir(parents=True)
    (inside / ".20261121-080000.lock").touch()
    (inside / "notes").mkdir()
    os.symlink("releases/20261121-080000", tmp_path / "board" / ".current.new")
    with ReleaseFolder(tmp_path / "board").opened((), print):
        pass
    assert {*os.listdir(inside)} - {live.id} == {"notes"}
    assert ReleaseFolder(tmp_path / "board").releases() == (live,)
    assert seen(tmp_path / "board") == {"一"}
    assert ".current.new" not in os.listdir(tmp_path / "board")


def test_a_release_that_is_half_removed_does_not_come_back(tmp_path):
    """Its record may be the last file that goes."""
    first = publish(tmp_path)
    publish(tmp_path, "二")
    place = tmp_path / "releases" / first.id
    (place / "plans" / "index.html").unlink()
    place.rename(place.with_name(f".{first.id}.old"))
    board = ReleaseFolder(tmp_path)
    with board.opened((), lambda sentence: None):
        assert first.id not in [release.id for release in board.releases()]
    assert seen(tmp_path) == {"二"}


def test_a_publication_killed_between_two_renames_is_ended(tmp_path):
    first = publish(tmp_path / "board", links=False)
    (tmp_path / "board" / "current").rename(tmp_path / "board" / "releases" / first.id)
    with ReleaseFolder(tmp_path / "board").opened((), print):
        assert seen(tmp_path / "board") == {"一"}
    assert not (tmp_path / "board" / "current").is_symlink()


def test_a_publication_killed_behind_the_exchange_is_ended(tmp_path):
    first = publish(tmp_path / "board", "一", links=False)
    second = publish(tmp_path / "board", "二", links=False)
    inside = tmp_path / "board" / "releases"
    (inside / first.id).rename(inside / "20261231-000000")
    with ReleaseFolder(tmp_path / "board").opened((), print):
        pass
    assert os.listdir(inside) == [first.id]
    assert ReleaseFolder(tmp_path / "board").releases() == (second, first)


def test_a_link_that_leads_nowhere_is_mended(tmp_path):
    first, second = publish(tmp_path / "board", "一"), publish(tmp_path / "board", "二")
    shutil.rmtree(tmp_path / "board" / "releases" / second.id)
    with ReleaseFolder(tmp_path / "board").opened((), print):
        assert ReleaseFolder(tmp_path / "board").live == first


@pytest.mark.parametrize(
    "record",
    [
        "",
        "{",
        "[]",
        "null",
        '{"id": "../../x"}',
        '{"id": "../x", "audience": "a", "pages": 1, "revision": ""}',
    ],
)
def test_a_record_that_was_tampered_with_is_no_release(tmp_path, record):
    first, second = publish(tmp_path / "board", "一"), publish(tmp_path / "board", "二")
    (tmp_path / "board" / "releases" / first.id / RECORD).write_text(record, encoding="utf-8")
    assert ReleaseFolder(tmp_path / "board").releases() == (second,)


@pytest.mark.parametrize(
    "made",
    [
        lambda target: (target / "index.html").write_text("别人的"),
        lambda target: (target / "current").mkdir(),
        lambda target: (target / "current").write_text("文件"),
        lambda target: (target / "current").symlink_to("/"),
        lambda target: (target / "current").symlink_to("../.."),
        lambda target: (target / "releases").symlink_to(target.parent),
        lambda target: (target / "releases").write_text("文件"),
    ],
)
def test_what_is_not_ours_stays_as_it_is(tmp_path, made):
    (tmp_path / "board").mkdir()
    made(tmp_path / "board")
    before = {path: path.lstat() for path in (tmp_path / "board").rglob("*")}
    with pytest.raises(Refused, match="请"):
        publish(tmp_path / "board")
    assert {path: path.lstat() for path in (tmp_path / "board").rglob("*")} == before


def test_nothing_is_published_where_people_write(tmp_path):
    (tmp_path / "plans").mkdir()
    board = ReleaseFolder(tmp_path / "plans" / "board")
    with pytest.raises(Refused, match="公告栏的文件"), board.opened([tmp_path / "plans"], print):
        pass
    assert os.listdir(tmp_path / "plans") == []


def test_a_servers_settings_come_along(tmp_path, links):
    publish(tmp_path / "board", links=links)
    for name in (".htaccess", "web.config"):
        (tmp_path / "board" / "current" / name).write_text("settings")
    second = publish(tmp_path / "board", links=links)
    assert (tmp_path / "board" / "current" / ".htaccess").is_file()
    assert ReleaseFolder(tmp_path / "board").live == second


def test_a_release_and_its_record_can_be_read_by_a_server(tmp_path):
    before = os.umask(0o077)
    try:
        publish(tmp_path / "x" / "board")
    finally:
        os.umask(before)
    for path in (tmp_path / "x", tmp_path / "x" / "board", tmp_path / "x" / "board" / "releases"):
        assert path.stat().st_mode & 0o055 == 0o055
    assert (tmp_path / "x" / "board" / "current").stat().st_mode & 0o055 == 0o055


def publish_again_and_again(target: Path, links: bool, begun: Event) -> None:
    begun.set()
    for number in itertools.count():
        publish(target, str(number), links=links)


@pytest.mark.slow
@pytest.mark.parametrize("links", [True, False])
def test_readers_see_a_whole_site_whenever_a_publication_is_killed(tmp_path, links):
    target, draw = tmp_path / "board", random.Random(19)
    publish(target, links=links)
    for _ in range(15):
        begun = forks().Event()
        worker = forks().Process(target=publish_again_and_again, args=(target, links, begun))
        worker.start()
        assert begun.wait(60)
        time.sleep(draw.random() / 3)
        worker.kill()
        worker.join()
        assert len(seen(target)) == 1
        publish(target, "后来", links=links)
        assert seen(target) == {"后来"}
        inside = os.listdir(target / "releases")
        assert len(inside) <= 3
        assert all((target / "releases" / name / RECORD).is_file() for name in inside)
