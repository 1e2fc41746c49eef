"""Releases on another machine: a stand-in for ssh runs the other end here, and breaks where a test wants it to."""

from __future__ import annotations

import os
import shutil
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from noticeboard.publish.mirror import mirror
from noticeboard.publish.releases import ReleaseFolder
from noticeboard.publish.site_folder import Refused

pytestmark = pytest.mark.skipif(
    shutil.which("rsync") is None, reason="rsync is not installed: apt-get install rsync"
)

NOW = datetime(2026, 11, 29, 8, 0)
SSH = """#!/bin/sh
[ "$1" = -l ] && shift 2
shift
count=$(cat "$0.count" 2>/dev/null || echo 0)
echo $((count + 1)) > "$0.count"
if [ "$count" = "$(cat "$0.breaks" 2>/dev/null)" ]; then
  timeout 2 sh -c 'head -c 3000 | "$@"' sh "$@"
  exit 255
fi
exec "$@"
"""


@pytest.fixture
def ssh(tmp_path, monkeypatch) -> Path:
    """Takes the host off and runs the rest; `.breaks` names the connection that is cut."""
    place = tmp_path / "ssh"
    place.write_text(SSH)
    place.chmod(place.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("RSYNC_RSH", str(place))
    return place


def release(target: Path, number: int, keep: int = 5) -> str:
    board = ReleaseFolder(target)
    with board.opened([], lambda sentence: None):
        place = board.next_place(NOW + timedelta(days=number))
        place.mkdir(parents=True)
        for name in ("index.html", "board.json"):
            (place / name).write_text(f"{number}" * 5000, encoding="utf-8")
        made = board.add(place, "public")
        board.switch(made)
        board.log_live(NOW + timedelta(days=number))
        board.prune(keep)
    return made.id


def shown(folder: Path) -> set[str]:
    """What readers of a folder find, all from one release."""
    return {
        (folder / "current" / name).read_text(encoding="utf-8")[0] for name in ("index.html", "board.json")
    }


@pytest.mark.slow
def test_another_machine_holds_the_same(tmp_path, ssh):
    here, there = tmp_path / "here", tmp_path / "server" / "gonghui"
    for number in range(1, 4):
        release(here, number, keep=2)
        mirror(here, f"gonghui@server.example:{there}")
        assert shown(there) == {str(number)}
    assert os.readlink(there / "current") == os.readlink(here / "current")
    assert sorted(os.listdir(there / "releases")) == sorted(os.listdir(here / "releases"))
    assert (there / "publications-public.jsonl").read_bytes() == (
        here / "publications-public.jsonl"
    ).read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize(("breaks", "seen"), [(3, "1"), (4, "1"), (5, "2")])
def test_a_connection_that_breaks_leaves_a_whole_site(tmp_path, ssh, breaks, seen):
    here, there = tmp_path / "here", tmp_path / "server" / "gonghui"
    release(here, 1)
    mirror(here, f"server.example:{there}")
    release(here, 2)
    Path(f"{ssh}.breaks").write_text(f"{breaks}\n")
    with pytest.raises(Refused) as refused:
        mirror(here, f"server.example:{there}")
    assert ("读者看到的网站没有改动" in str(refused.value)) == (breaks < 5)
    assert shown(there) <= {"1", "2"} and len(shown(there)) == 1
    if breaks != 4:
        assert shown(there) == {seen}
    Path(f"{ssh}.breaks").unlink()
    mirror(here, f"server.example:{there}")
    assert shown(there) == {"2"}


@pytest.mark.parametrize(
    "wanted",
    [
        "-e:x",
        "--rsh=x:y",
        "host::module",
        "host",
        "/srv/x",
        "a b:/x",
        "host:",
        "host:-x",
        "rsync://host/x",
        "host:/a b",
        "h;x:/a",
    ],
)
def test_what_is_no_place_is_refused(tmp_path, ssh, wanted):
    release(tmp_path / "here", 1)
    with pytest.raises(Refused, match="不是“用户@服务器:文件夹”"):
        mirror(tmp_path / "here", wanted)
    assert not Path(f"{ssh}.count").exists()


def test_a_place_that_refuses_is_told(tmp_path, monkeypatch):
    release(tmp_path / "here", 1)
    monkeypatch.setenv("RSYNC_RSH", "false")
    with pytest.raises(Refused, match=r"没有传到.*读者看到的网站没有改动"):
        mirror(tmp_path / "here", "server.example:/srv/gonghui")
