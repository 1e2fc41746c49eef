"""Small boards for tests: files drawn as text, loaded by the loader that both doors use."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from noticeboard.build import Site, load
from noticeboard.cache import Cache
from noticeboard.content.settings.board_settings import Settings
from noticeboard.edition import Edition
from stand_ins import stand_in

ANY = b"1"


class _Inspections(Cache):
    """What attachments hold, known to all boards of a test run: a process that reads them takes longer than the board.

    Nothing else is kept: each board is read and checked anew.
    """

    _known: ClassVar[dict[tuple[str, str], dict[str, Any]]] = {}

    def read(self, table: str, state: str) -> Mapping[str, Any]:
        return self._known.get((table, state), {}) if table == "attachments" else {}

    def write(self, table: str, state: str, results: Mapping[str, Any]) -> None:
        self._known.setdefault((table, state), {}).update(results)


INSPECTIONS = _Inspections()
TODAY = date(2026, 11, 20)


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    """Writes `files` (path → text, indented as it stands in a test, or bytes) below `root`.

    ANY stands for a file of the kind that its name says.
    """
    for path, content in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if content == ANY:
            content = stand_in(path)
        place.write_bytes(
            content if isinstance(content, bytes) else textwrap.dedent(content).lstrip("\n").encode()
        )
    return root


def load_board(
    root: Path,
    files: dict[str, str | bytes],
    *,
    today: date = TODAY,
    audience: str = "internal",
    drafts: bool = False,
    **settings,
) -> Site:
    """The site of `files`, written below `root`."""
    (root / "plans").mkdir(parents=True, exist_ok=True)
    edition = Edition(today, audience, drafts)
    return load(write(root, files), Settings.model_validate(settings), edition, INSPECTIONS)


def told(site: Site, *, apart_from: str = "attachment-unlinked") -> list[str]:
    """The problems as `path:line:column level code`, short enough to compare.

    Those of one code are left out: most tests lay files beside a document that it does not name.
    """
    return [
        f"{p.path}:{p.line}:{p.column} {p.level.value} {p.code}"
        for p in site.problems
        if p.code != apart_from
    ]


def plan(body: str = "", *, period: str = "2026年", title: str = "工会计划", head: str = "") -> str:
    """A plan's text: its required fields, `head` as further front matter lines, and a body."""
    lines = ["---", "类型: 计划", f"标题: {title}", "日期: 2026-01-10", f"期间: {period}"]
    if head:
        lines += textwrap.dedent(head).strip("\n").splitlines()
    return "\n".join([*lines, "---", "", textwrap.dedent(body).strip("\n"), ""])
