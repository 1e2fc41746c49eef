"""A fault at every single step of a publication: readers see a whole site, the next publication is right, the log tells the truth."""

from __future__ import annotations

import errno
import os
import signal
import sys
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from noticeboard.content.repository.publication_log import Content, read_log
from noticeboard.publish import releases
from noticeboard.publish.releases import CURRENT, RECORD, RELEASES, ReleaseFolder

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")

NOW = datetime(2026, 11, 20, 9, 30)
_STEPS = frozenset(
    (
        "open",
        "os.mkdir",
        "os.rename",
        "os.remove",
        "os.rmdir",
        "os.symlink",
        "os.link",
        "os.chmod",
        "os.truncate",
    )
)
_TAKING_SPACE = frozenset(("open", "os.mkdir", "os.symlink", "os.link"))
_MODES = ("links", "exchange", "renames")


def publish(target: Path, text: str, mode: str = "links", *, day: int) -> None:
    board, now = ReleaseFolder(target), NOW + timedelta(days=day)
    with board.opened((), lambda sentence: None):
        place = board.next_place(now)
        try:
            (place / "plans").mkdir(parents=True)
            for path in ("index.html", "plans/index.html"):
                (place / path).write_text(text, encoding="utf-8")
            (place / "assets").mkdir()
            (place / f"assets/board.{ord(text):08x}.min.css").write_text(text, encoding="utf-8")
            release = board.add(place, "internal", "", {"plans/": Content(text)})
            board.switch(release, links=mode == "links")
        finally:
            if board.live is None or board.live.id != place.name:
                board.discard(place)
        board.log_live(now)
        board.prune(2)


def breaking(target: Path, wanted: int, fault: str) -> None:
    """From now on the process ends at the step `wanted` below `target`, or its disk is full from there on; a file is half written."""
    numbers, busy = count(), False

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal busy
        if busy or event not in _STEPS or not str(arguments[0]).startswith(str(target)):
            return
        if event == "open" and not isinstance(arguments[2], int):
            return
        writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if event == "open" and not writes:
            return
        number = next(numbers)
        if number < wanted or (number > wanted and (fault == "killed" or event not in _TAKING_SPACE)):
            return
        busy = True
        if writes and not arguments[2] & os.O_EXCL:
            with suppress(OSError), open(str(arguments[0]), "wb") as half:
                half.write(b'{"')
        if fault == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        busy = False
        raise OSError(errno.ENOSPC, "No space left on device", arguments[0])

    sys.addaudithook(hook)


def publish_with(target: Path, mode: str, step: int, fault: str) -> int:
    """How a process ended that published with a fault: 0 when it never came to that step."""
    worker = os.fork()
    if not worker:
        os.sync = lambda: None
        breaking(target, step, fault)
        try:
            publish(target, "二", mode, day=1)
        except OSError:
            os._exit(1)
        except BaseException:
            os._exit(2)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1])


def seen(target: Path) -> set[str]:
    """What readers see; of a site that is whole all pages say the same."""
    return {page.read_text(encoding="utf-8") for page in (target / CURRENT).resolve().rglob("*.html")}


@pytest.mark.parametrize("mode", _MODES)
@pytest.mark.parametrize("fault", ["killed", "full"])
def test_a_fault_at_every_step(tmp_path, monkeypatch, mode, fault):
    monkeypatch.setattr(os, "sync", lambda: None)
    if mode == "renames":
        monkeypatch.setattr(releases, "exchange", lambda one, other: False)
    switched = 0
    for step in count():
        target = tmp_path / str(step)
        publish(target, "一", mode, day=0)
        ended = publish_with(target, mode, step, fault)
        if ended == 0:
            break
        assert ended == (1 if fault == "full" else -signal.SIGKILL)
        shown = seen(target)
        # Between two renames there is a moment with no site; the next command ends what was begun.
        assert shown in ({"一"}, {"二"}) or (mode == "renames" and fault == "killed" and not shown), step
        switched += shown == {"二"}
        publish(target, "三", mode, day=2)
        assert seen(target) == {"三"}
        assert all((place / RECORD).is_file() for place in (target / RELEASES).iterdir()), step
        assert {name for name in os.listdir(target) if name != ".no-links"} == {
            CURRENT,
            RELEASES,
            "publications.jsonl",
        }
        said = [stay.content.text for stay in read_log(target / "publications.jsonl").stays["plans/"]]
        assert said == ["一", *(["二"] if shown != {"一"} else []), "三"], step
    assert step > 15
    assert switched > 2
