"""`board publish` as users run it, while it is killed, started twice, on a disk that is full or read-only: one sentence, and a whole site."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from boards import plan
from noticeboard.content.repository.publication_log import read_log
from noticeboard.publish.releases import ReleaseFolder
from site_builds import EPOCH

pytestmark = [pytest.mark.site, pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")]

COMMAND = [sys.executable, "-m", "noticeboard.commands", "publish"]
ADDRESS = "plans/a/"
ON_A_DISK = """
set -e
mkdir disk && mount -t tmpfs -o size=64m tmpfs disk
publish() { "$@" disk/board; }
publish "$@" > /dev/null 2>&1
digest() { (cd disk/board/current/ && find . -type f -exec sha256sum {} + | sort | sha256sum); }
before=$(digest)
sed -i s/植树/种树/ plans/a.md
fails() { if publish "$@" > said 2>&1; then echo published; fi; cat said; test "$before" = "$(digest)" || echo changed; }
for room in 0 300 700; do
  used=$(df --output=used -k disk | tail -n 1)
  mount -o "remount,size=$((used + room))k" disk
  echo "full $room"; fails "$@"
done
mount -o remount,size=64m,ro disk
echo read-only; fails "$@"
mount -o remount,size=64m,rw disk
echo after; publish "$@" 2>&1
grep -q 种树 disk/board/current/plans/a/index.html && echo new
ls -A disk/board/releases | wc -l
umount disk
"""


@pytest.fixture
def root(project, monkeypatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.delenv("BOARD_AUDIENCE", raising=False)
    return project({"plans/a.md": plan("## 三月\n\n- 植树\n")})


def publishing(root: Path, target: Path) -> subprocess.Popen[str]:
    command = [*COMMAND, str(target)]
    return subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def test_two_at_once_follow_each_other(root, tmp_path):
    target = tmp_path / "server"
    both = [publishing(root, target) for _ in range(2)]
    said = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert len(ReleaseFolder(target).releases()) == 2
    log = read_log(target / "publications.jsonl")
    assert log.release == ReleaseFolder(target).live.id
    assert len(log.stays[ADDRESS]) == 1


@pytest.mark.parametrize("everything", [True, False], ids=["all of it", "the command alone"])
def test_the_next_publication_is_right_when_one_was_killed_while_it_built(root, tmp_path, everything):
    target = tmp_path / "server"
    assert publishing(root, target).communicate() and ReleaseFolder(target).live
    live = ReleaseFolder(target).live
    killed = publishing(root, target)
    while not [name for name in os.listdir(target / "releases") if name.endswith(".new")]:
        assert killed.poll() is None
        time.sleep(0.01)
    (os.killpg if everything else os.kill)(killed.pid, signal.SIGKILL)
    killed.wait()
    assert ReleaseFolder(target).live == live
    (root / "plans/a.md").write_text(plan("## 三月\n\n- 种树\n"), encoding="utf-8")
    following = publishing(root, target)
    said, _ = following.communicate()
    assert following.returncode == 0, said
    board = ReleaseFolder(target)
    assert sorted(os.listdir(target / "releases")) == sorted(release.id for release in board.releases())
    assert len(board.releases()) == 2
    assert "种树" in (target / "current" / ADDRESS / "index.html").read_text(encoding="utf-8")


def can_mount() -> bool:
    tried = ["unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return (
        shutil.which("unshare") is not None
        and not subprocess.run(tried, capture_output=True, check=False).returncode
    )


@pytest.mark.skipif(not can_mount(), reason="needs a user who may mount a disk of his own")
def test_a_disk_that_is_full_or_read_only_is_one_sentence(root):
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", ON_A_DISK, "sh", *COMMAND]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    parts = {}
    for line in done.stdout.splitlines():
        if line.startswith(("full ", "read-only", "after")):
            parts[line] = said = []
        else:
            said.append(line)
    after = parts.pop("after")
    assert after[-2:] == ["new", "2"], after
    assert len(parts) == 4
    for fault, said in parts.items():
        reason = "磁盘是只读的" if fault == "read-only" else "磁盘满了"
        assert reason in said[0] and said[0].startswith("错误："), (fault, said)
        assert said[-1].endswith("读者看到的网站没有改动。") or len(said) == 1, (fault, said)
        assert not {"published", "changed"} & {*said}, (fault, said)
        assert len(said) <= 2, (fault, said)
