"""How many documents with nothing wrong would stop `make build`: errors and warnings, for it builds with --strict.

    python -m benchmarks.strictness [FOLDER…]

Each FOLDER is a board, or holds documents (`*.md`), or collections of plans as `benchmarks.plans` reads them, whose blanks are filled in: of those
every problem that stops is told, by its code, for somebody to judge which are false.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from benchmarks.plans import filled, period_of
from noticeboard.build import Site, load
from noticeboard.commands.project import load_site
from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.content.settings.board_settings import Settings
from noticeboard.edition import Edition
from noticeboard.problems import Level, Problem

ROOT = Path(__file__).parents[1]
_TEXTS = ROOT / "tests" / "privacy" / "texts" / "personal.tsv"
_FAULTLESS = Path(__file__).with_name("faultless.txt")
_NOTICE = "---\n类型: 通知\n标题: 第{number}号通知\n日期: 2026-05-06\n---\n\n{text}\n"
_PAPER = "---\n类型: {kind}\n标题: 第{number}份\n期间: {period}\n日期: 2026-01-05\n---\n\n{text}\n"
_KINDS = {"plan": "计划", "summary": "总结"}
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


def alarms(folder: Path) -> list[str]:
    """Lines that say which problems the documents of `folder` have that stop a build: how many of each code, and each."""
    is_board = (folder / SITE_FILE).exists()
    site = (
        load_site(folder)
        if is_board
        else _board({f"plans/{path}": text for path, text in (*_documents(folder), *_papers(folder))})
    )
    codes = Counter(problem.code for problem in _stopping(site))
    return [
        *_told(folder.name, site, shown=sys.maxsize),
        *(f"  {number:5} {code}" for code, number in codes.most_common()),
    ]


def _documents(folder: Path) -> Iterator[tuple[str, str]]:
    """Path → text, of documents as they lie there."""
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        if text.startswith("---"):
            yield path.relative_to(folder).as_posix(), text


def _papers(folder: Path) -> Iterator[tuple[str, str]]:
    """Path → text, of the plans and summaries of collections, each with the fields that an officer would fill in."""
    for labels in sorted(folder.glob("*.json")):
        lines = labels.with_suffix(".txt").read_text(encoding="utf-8").split("\n")
        for number, paper in enumerate(json.loads(labels.read_text(encoding="utf-8"))):
            if kind := _KINDS.get(paper["kind"]):
                text = "\n".join(map(filled, lines[paper["start_line"] - 1 : paper["end_line"]]))
                period = period_of([entry for entry in paper["entries"] if entry["source"] == "heading"])
                name = f"{labels.stem}-{number}"
                yield f"{name}.md", _PAPER.format(kind=kind, number=name, period=period.text, text=text)


def _stopping(site: Site) -> Sequence[Problem]:
    return [problem for problem in site.problems if problem.level is not Level.NOTICE]


def _told(name: str, site: Site, shown: int = _SHOWN) -> Iterator[str]:
    """How many problems of a board would stop its build, and the first of them."""
    stopping = _stopping(site)
    documents = sum(document.path.startswith("plans/") for document in site.all_documents)
    share = 100 * len(stopping) / max(documents, 1)
    yield f"{name}: {documents} documents, {len(stopping)} problems that stop the build: {share:.2f} of 100 (at most 1)"
    yield from (
        f"  {problem.path}:{problem.line} {problem.code} {problem.message}" for problem in stopping[:shown]
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


if __name__ == "__main__":
    for said in false_alarms():
        print(said)
    for argument in sys.argv[1:]:
        for said in alarms(Path(argument)):
            print(said)
