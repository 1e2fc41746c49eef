"""The map of the tree in the README is true."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_LINE = re.compile(r"(?P<indent> *)(?P<name>\S+) {2,}\S")


def mapped_paths() -> list[str]:
    """The paths of the map, folders with a slash at the end."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    tree = re.search(r"^## 文件都在哪里\n+```text\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    paths: list[str] = []
    parents: list[str] = []
    for line in tree[1].splitlines():
        found = _LINE.match(line)
        assert found, line
        del parents[len(found["indent"]) // 2 :]
        paths.append("".join(parents) + found["name"])
        parents.append(found["name"])
    return paths


def folders_in(folder: Path) -> set[str]:
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()]
    return {
        f"{place.relative_to(ROOT).as_posix()}/"
        for place in folder.iterdir()
        if place.is_dir() and place.name != ".git" and not any(fnmatch(place.name, name) for name in ignored)
    }


@pytest.mark.parametrize("path", mapped_paths())
def test_what_the_map_names_is_there(path: str) -> None:
    assert (ROOT / path).is_dir() if path.endswith("/") else (ROOT / path).is_file()


def test_every_folder_is_on_the_map() -> None:
    there = folders_in(ROOT) | folders_in(ROOT / "hooks") | folders_in(ROOT / "hooks" / "noticeboard")
    assert there - set(mapped_paths()) == set()


def test_commands_of_the_readme_are_targets() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"make ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert {"serve", "test"} <= named <= targets


def test_what_contributing_names_is_there() -> None:
    """The last section's table names files below the package."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.partition("## 别的改动，从哪里动手")[2]
    named = re.findall(r"`([a-z_/]+/(?:[a-z_]+\.[a-z]+)?)`", table)
    assert len(named) > 8
    package = ROOT / "hooks" / "noticeboard"
    assert [name for name in named if not any((folder / name).exists() for folder in (package, ROOT))] == []
