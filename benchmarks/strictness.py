"""How many documents with nothing wrong would stop `make build`: errors and warnings, for it builds with --strict."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from noticeboard.build import Site, load
from noticeboard.commands.project import load_site
from noticeboard.content.settings.board_settings import Settings
from noticeboard.edition import Edition
from noticeboard.problems import Level, Problem

ROOT = Path(__file__).parents[1]
_TEXTS = ROOT / "tests" / "privacy" / "texts" / "personal.tsv"
_FAULTLESS = Path(__file__).with_name("faultless.txt")
_NOTICE = "---\n类型: 通知\n标题: 第{number}号通知\n日期: 2026-05-06\n---\n\n{text}\n"
_TODAY = date(2026, 12, 1)
_SHOWN = 10


def false_alarms() -> list[str]:
    """Lines that say how many problems there are on a hundred documents, and which."""
    texts = {f"plans/2026/{number}.md": text for number, text in enumerate(_notices())}
    return [
        *_told("the sample", load_site(ROOT)),
        *_told("whole documents", _board(faultless())),
        *_told("texts that look alike", _board(texts)),
    ]


def _told(name: str, site: Site) -> Iterator[str]:
    """How many problems of a board would stop its build, and the first of them."""
    stopping: Sequence[Problem] = [problem for problem in site.problems if problem.level is not Level.NOTICE]
    documents = len(site.catalog.with_page)
    share = 100 * len(stopping) / documents
    yield f"{name}: {documents} documents, {len(stopping)} problems that stop the build: {share:.2f} of 100 (at most 1)"
    yield from (
        f"  {problem.path}:{problem.line} {problem.code} {problem.message}" for problem in stopping[:_SHOWN]
    )


def faultless() -> Mapping[str, str]:
    """Path → document, of those that lie beside this file."""
    parts = re.split(r"^=== (.+)\n", _FAULTLESS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {f"plans/2026/{name}": text for name, text in zip(parts[::2], parts[1::2], strict=True)}


def _notices() -> Iterator[str]:
    """A notice of each text that looks alike and is lawful."""
    for number, line in enumerate(_TEXTS.read_text(encoding="utf-8").splitlines()):
        code, text = line.split("\t", 1)
        if code == "-":
            yield _NOTICE.format(number=number, text=text.replace("\\n", "\n"))


def _board(files: Mapping[str, str]) -> Site:
    """The site of `files`, path → text."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            place = Path(folder) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        return load(Path(folder), Settings(), Edition(today=_TODAY))
