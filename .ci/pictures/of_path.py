"""Takes the pictures of the guide's path: walks it as its test does, and stops where a page shows something."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from taking import NARROW, WIDE, Studio, run, served, studio, take

from browser.forge import Forge, serving
from catalogs import catalog_of
from guide.walking import PATH, steps_of
from noticeboard.views import forms

DAY = date(2026, 6, 15)
AFTER = (
    ("first-disclosure.md", "first-disclosure", "plans/*/2026*gong-shi/", NARROW),
    ("index.md", "first-plan", "months/2026/03/", WIDE),
    ("index.md", "chair-page", "chair/", WIDE),
    ("inspection.md", "inspection-table", "inspection/", WIDE),
    ("withdraw.md", "withdrawn", "plans/*/guan-yu-duan-wu*/", WIDE),
)
"""When all is done that a page of the path tells: the picture that is taken, of which page of the site, in which window."""


def main() -> None:
    with studio(DAY) as taken, tempfile.TemporaryDirectory() as apart:
        _of_the_form(taken, Path(apart))
        board = Path(apart, "gonggaolan")
        for page in PATH:
            _walk(taken, page, board)


def _walk(taken: Studio, page: str, board: Path) -> None:
    for step in steps_of(page):
        if step.command.startswith("board fix --diff"):
            taken.of_terminal("mistake", board, ["board check"])
        if step.command:
            run(step.command, board if board.is_dir() else board.parent, DAY)
        else:
            step.write(board)
    with served(board / "site") as address:
        for name, pattern, size in (row[1:] for row in AFTER if row[0] == page):
            (place,) = (board / "site").glob(pattern)
            taken.of_page(name, f"{address}{place.relative_to(board / 'site').as_posix()}/", size)


def _of_the_form(taken: Studio, apart: Path) -> None:
    """The form of a disclosure, of a board on a stand-in of a forge, filled in by somebody who has signed in."""
    with (
        serving(Forge({"plans/2026/通知.md": b""})) as forge,
        _admin(forge.address, apart / "forms") as address,
    ):
        page = taken.page(address, (1000, 640))
        page.get_by_text("使用访问令牌登录").click()
        page.get_by_role("textbox").first.fill("0123456789")
        page.keyboard.press("Enter")
        page.get_by_role("treeitem", name="公开").wait_for()
        page.evaluate("location.hash = '#/collections/disclosure/new'")
        title = page.get_by_role("group", name=re.compile("标题.*字段")).get_by_role("textbox").first
        title.fill("2026年工会积极分子人选公示")
        take(page, "form-disclosure")
        page.close()


@contextmanager
def _admin(forge: str, folder: Path) -> Iterator[str]:
    told = {"forge": "forgejo", "address": forge, "repository": "union/board"}
    for asset in forms.assets(catalog_of(organisation="城南中学工会", units=["城南中学工会"], forms=told)):
        place = folder / asset.address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(asset.made())
    with served(folder) as address:
        yield f"{address}admin/"


if __name__ == "__main__":
    main()
