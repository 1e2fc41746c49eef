"""What the guide shows: its samples, taken out of its Markdown, and boards made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from boards import ANY, INSPECTIONS, write
from noticeboard.build import Site, load
from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.site_file import read_site_file
from noticeboard.edition import Edition
from noticeboard.problems import Problem

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
TODAY = date(2026, 6, 15)

_FENCE = re.compile(
    r"""^```(?P<language>\w+)?
    (?:[ ]title="(?P<title>[^"]*)")?
    (?:[ ]hl_lines="(?P<marked>[\d ]+)")?\n
    (?P<text>.*?)^```$""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_SECTION = re.compile(r"^### .+ \{#([a-z0-9-]+)\}$", re.MULTILINE)
_SHEET = "（表格）\n"
"""What a sample shows of a file that is no text."""
_BESIDE = re.compile(r"<!-- 同时放着: (.*?) -->")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page."""

    language: str
    title: str
    """`plans/2026/示例.md` of a complete file; with `错误 ` or `正确 ` before it on the page of problems."""
    marked: tuple[int, ...]
    """The highlighted lines: where the problems stand, 1-based in the block."""
    text: str


def guide_pages() -> list[Path]:
    return sorted(GUIDE.rglob("*.md"))


def blocks_of(markdown: str) -> list[Block]:
    return [
        Block(
            found["language"] or "",
            found["title"] or "",
            tuple(int(line) for line in (found["marked"] or "").split()),
            found["text"],
        )
        for found in _FENCE.finditer(markdown)
    ]


def files_beside(markdown: str) -> dict[str, bytes]:
    """The attachments that a page says lie beside its samples; what is in them does not matter."""
    return {path.strip(): ANY for names in _BESIDE.findall(markdown) for path in names.split(",")}


@cache
def _own_settings() -> tuple[Settings, tuple[Problem, ...]]:
    return read_site_file(ROOT)


def build_board(root: Path, files: dict[str, str | bytes]) -> Site:
    """The site that `files` make under the settings of this project's own site, unless they bring a mkdocs.yml."""
    (root / "plans").mkdir(exist_ok=True)
    settings, problems = read_site_file(write(root, files)) if SITE_FILE in files else _own_settings()
    site = load(write(root, files), settings, Edition(TODAY, drafts=True), INSPECTIONS)
    return replace(site, problems=(*problems, *site.problems))


@dataclass(frozen=True, slots=True)
class Sample:
    """The samples in the text of a page of the manual."""

    text: str

    def files(self, which: str) -> dict[str, str | bytes]:
        """The files of the wrong (错误) or right (正确) sample, with those that both need."""
        samples = [block for block in blocks_of(self.text) if block.title.startswith((which, "plans/"))]
        files = {_path(block): ANY if block.text == _SHEET else block.text for block in samples}
        return files | files_beside(self.text)

    @property
    def places(self) -> list[tuple[str, int]]:
        """Where the wrong sample's problems stand: path and line."""
        wrong = [block for block in blocks_of(self.text) if block.title.startswith("错误")]
        return sorted((_path(block), line) for block in wrong for line in block.marked)


def _path(block: Block) -> str:
    return block.title.removeprefix("错误 ").removeprefix("正确 ")


def codes_on(markdown: str) -> list[str]:
    """The codes that a page has a section of."""
    return _SECTION.findall(markdown)


def tables_of(markdown: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Each table as the paragraph above it and its rows, a row by the names of its columns."""
    paragraph, lines = "", []
    for line in [*markdown.split("\n"), ""]:
        if line.startswith("|"):
            lines.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if lines:
            header, _, *rows = lines
            yield paragraph, [dict(zip(header, row, strict=True)) for row in rows]
            paragraph, lines = "", []
        if line.strip():
            paragraph = line
