"""The pages and files of a preview that are made when they are asked for: those of a build that makes all, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from boards import plan, write
from live_boards import asked_for, build_live, built_whole
from noticeboard_mkdocs.edited_texts import edited_since
from noticeboard_mkdocs.live_site import LiveSite
from noticeboard_mkdocs.served_site import ServedSite
from random_boards import RandomBoard
from site_builds import CONFIG, EPOCH, REPOSITORY

pytestmark = pytest.mark.site

STEPS = 5
"""Each is a whole build; by hand run hundreds: `python tests/site/test_live_site.py <seed> <steps>`."""
A_BUILD = 5
"""The preview is built anew after so many steps at most."""
NOTICE = "---\n类型: 通知\n标题: 值班安排\n日期: 2026-05-01\n标签: [值班]\n---\n\n放假值班，见[计划](工会计划.md)。\n"
FILES = {
    "mkdocs.yml": CONFIG.replace(
        f"'{REPOSITORY / 'hooks' / 'mkdocs_door.py'}'", "hooks/mkdocs_door.py"
    ).replace("nav: [index.md]", "nav: [index.md, months/index.md, {指南: guide/b.md}]")
    + "extra: {board: {organisation: 试验工会, units: [{name: 工会, slug: union}, {name: 东校区分工会, slug: east}]}}\n",
    "docs/index.md": "# 首页\n",
    "docs/guide/b.md": "# 写法\n\n找得到的话。\n",
    "plans/2026/工会计划.md": plan("### 三月\n\n- 8日 座谈会\n- 培训（延期至6月）\n"),
    "plans/2026/值班.md": NOTICE,
    "plans/2026/公开.md": "---\n类型: 公开\n标题: 经费公开\n日期: 2026-04-02\n类别: 财务\n责任部门: 总务处\n公示期: 5个工作日\n附件: 表.csv\n---\n\n正文。\n",
    "plans/2026/提案.md": "---\n类型: 提案\n标题: 修路\n日期: 2026-03-02\n届次: 三届一次\n提案人: 某代表\n立案: 立案\n承办: 总务处\n---\n\n正文。\n",
    "plans/2026/表.csv": "项目,数量\n书,3\n",
}
"""One document of several types, an attachment, pages of docs/."""
FRAME = {path: text for path, text in FILES.items() if not path.startswith("plans/")}
TABLE = "plans/表.csv"
"""The attachment of boards at random."""
NEW = NOTICE.replace("值班安排", "新的安排").replace("标签: [值班]", "单位: 东校区分工会\n标签: [新的]")


def _replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    return edit


TEXTS = {
    "a word": _replace("plans/2026/值班.md", "放假值班", "过节值班"),
    "a date": _replace("plans/2026/公开.md", "2026-04-02", "2025-10-12"),
    "a title": _replace("plans/2026/工会计划.md", "标题: ", "标题: 新的"),
    "an activity": _replace("plans/2026/工会计划.md", "8日 座谈会", "4月9日 座谈会"),
    "a new file": lambda root: write(root, {"plans/2026/新的.md": NEW}),
    "a file gone": lambda root: (root / "plans/2026/提案.md").unlink(),
    "a file with another name": lambda root: (root / "plans/2026/公开.md").rename(
        root / "plans/2026/公布.md"
    ),
    "an attachment named no more": _replace("plans/2026/公布.md", "附件: 表.csv\n", ""),
    "an attachment named": _replace("plans/2026/值班.md", "日期: ", "附件: 表.csv\n日期: "),
}
"""Edits of texts, which are shown before the board is loaded anew."""
OTHERS = {
    "an attachment": lambda root: write(root, {"plans/2026/表.csv": "项目,数量\n笔,4\n"}),
    "a setting": _replace("mkdocs.yml", "organisation: 试验工会", "organisation: 改名工会"),
    "a page of docs/": _replace("docs/guide/b.md", "找得到的话", "换了的话"),
}


@pytest.fixture
def root(tmp_path, monkeypatch) -> Path:
    """A board in a folder of its own, on a day of its own."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    return write(tmp_path / "board", FILES)


def different(found: dict[str, bytes], wanted: dict[str, bytes]) -> set[str]:
    """The paths at which two sites are not the same."""
    return {path for path in found.keys() | wanted.keys() if found.get(path) != wanted.get(path)}


SINGLE = {name: edit for name, edit in {**TEXTS, **OTHERS}.items() if "named" not in name}
"""Those that can be done first."""


@pytest.mark.parametrize("name", ["nothing", *SINGLE])
def test_all_that_can_be_asked_for_is_what_a_whole_build_makes(root, tmp_path, name):
    if name != "nothing":
        # With all that is kept of a build before.
        build_live(root, tmp_path / "before")
        SINGLE[name](root)
    live = build_live(root, tmp_path / "live")
    wanted = built_whole(root, tmp_path / "whole")
    assert not different(asked_for(LiveSite(live), tmp_path / "live", {*wanted}), wanted)


def test_edited_texts_are_shown_early_as_a_whole_build_shows_them(root, tmp_path):
    last = build_live(root, tmp_path / "live")
    served = ServedSite(tmp_path / "live", LiveSite(last))
    paths = {*built_whole(root, tmp_path / "whole")}
    served_paths = paths
    for name, edit in TEXTS.items():
        # What somebody has looked at lies there.
        asked_for(LiveSite(last), tmp_path / "live", served_paths, served)
        edit(root)
        edited = edited_since(last, {})
        assert edited is not None, name
        wanted = built_whole(root, tmp_path / "whole")
        served = served.followed_by(edited.site)
        served_paths = {*wanted}
        found = asked_for(edited.site, tmp_path / "live", served_paths, served)
        assert not different(found, wanted), name


def random_steps(folder: Path, seed: int, count: int) -> Iterator[tuple[str, set[str]]]:
    """How what was done in each step is shown, and the files in which that is not what a whole build makes."""
    root, board = write(folder / "board", {**FRAME}), RandomBoard(seed)
    before: dict[str, str] = {}
    last = served = None
    for number in range(count):
        _synchronise(root, before, board.files)
        # An attachment is seen when the board is built.
        is_text = before.get(TABLE) == board.files.get(TABLE)
        before = {**board.files}
        edited = edited_since(last, {}) if last and is_text and number % A_BUILD else None
        # Of a text with an error what the last build knew stays, which a whole build leaves out.
        if edited is None or served is None or any(problem.is_error for problem in edited.problems):
            edited = None
            last = build_live(root, folder / "live")
            live = LiveSite(last)
            served = ServedSite(folder / "live", live)
        else:
            live = edited.site
            served = served.followed_by(live)
        wanted = built_whole(root, folder / "whole")
        found = asked_for(live, folder / "live", {*wanted}, served)
        yield "early" if edited else "built", different(found, wanted)
        board.step()


def _synchronise(root: Path, before: dict[str, str], files: dict[str, str]) -> None:
    for path in before.keys() - files.keys():
        (root / path).unlink()
    for path, text in files.items():
        if before.get(path) != text:
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("root")
def test_whatever_officers_do_is_shown_early_as_a_whole_build_shows_it(tmp_path):
    for shown, found in random_steps(tmp_path / "random", 1, STEPS):
        assert not found, shown


if __name__ == "__main__":
    import logging
    import os
    import sys
    import tempfile

    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    logging.disable()
    with tempfile.TemporaryDirectory() as place:
        for told, unlike in random_steps(Path(place), *map(int, sys.argv[1:])):
            print(told, sorted(unlike) or "", flush=True)
