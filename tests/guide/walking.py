"""The guide's path, walked: what its pages tell to type is run, and what they tell to write is written, in their order."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from guide.pages import GUIDE, Block, blocks_of

PATH = re.findall(
    r"^\d\. \[.*?\]\((\S+\.md)\)", (GUIDE / "path.md").read_text(encoding="utf-8"), re.MULTILINE
)
"""The pages of the path, in its order."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a page tells to do: a command, or a file with its text."""

    command: str = ""
    file: str = ""
    text: str = ""

    def write(self, folder: Path) -> None:
        """Writes the file; settings are put into those that are there."""
        place = folder / self.file
        if self.file != "mkdocs.yml":
            place.write_text(self.text, encoding="utf-8")
            return
        settings = yaml.safe_load(place.read_text(encoding="utf-8"))
        settings["extra"]["board"] |= yaml.safe_load(self.text)["extra"]["board"]
        place.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")


def steps_of(page: str) -> Iterator[Step]:
    """What a page of the guide tells to do; installing and changing folders is left out."""
    for block in blocks_of((GUIDE / page).read_text(encoding="utf-8")):
        if block.language == "sh":
            yield from (Step(command) for line in block.text.splitlines() if (command := _command(line)))
        elif _is_file(block):
            yield Step(file=block.title, text=block.text)


def walk(page: str, folder: Path, run: Callable[[list[str]], None]) -> None:
    """Does all that `page` tells, in the board at `folder`; `run` is given the arguments of `board`."""
    for step in steps_of(page):
        if step.command:
            run(shlex.split(step.command)[1:])
        else:
            step.write(folder)


def _is_file(block: Block) -> bool:
    return block.title == "mkdocs.yml" or block.title.startswith("plans/")


def _command(line: str) -> str:
    found = re.match(r"\s*(?:\S*/)?board (.*)", line)
    return f"board {found[1]}" if found else ""
