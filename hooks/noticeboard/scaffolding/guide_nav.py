"""The pages of the guide in the navigation: which there are, and those that a newer program adds to an older board's."""

from __future__ import annotations

import json
import re
from collections.abc import Container

from noticeboard.scaffolding.shipped import shipped

_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_LINE = re.compile(r"^([ \t]*- )[^\n]*?guide/([\w-]+\.md)[\"']?[ \t]*(?:#.*)?$")
_FIRST_PAGES = (
    "path",
    "start",
    "first-disclosure",
    "index",
    "monthly",
    "inspection",
    "mistakes",
    "withdraw",
    "chair",
    "reviewer",
    "plan",
    "summary",
    "disclosure",
    "notice-proposal",
    "meetings",
    "times",
    "activities",
)
"""Pages of the guide, in the order in which they are read; the others follow by name."""


def guide_pages() -> list[tuple[str, str]]:
    """Title and file name of each page of the guide, as they are read."""
    pages = shipped("guide", "*.md")
    first = [f"{name}.md" for name in _FIRST_PAGES if f"{name}.md" in pages]
    return [(_title(pages[name]), name) for name in (*first, *(name for name in pages if name not in first))]


def with_new_pages(site_file: str, known: Container[str]) -> str:
    """mkdocs.yml with the pages that the board has never had, each behind the one that is read before it.

    `known` are the file names of those that it has had: what somebody has taken out of the navigation stays out. A navigation
    without the guide stays without it.
    """
    lines = site_file.split("\n")
    before = ""
    for title, name in guide_pages():
        if not (places := _places(lines)):
            return site_file
        if name not in places and name not in known:
            at = places[before] + 1 if before else min(places.values())
            lead = _LINE.match(lines[at - 1 if before else at])
            assert lead, "places are those of lines that match"
            lines.insert(at, f"{lead[1]}{json.dumps(title, ensure_ascii=False)}: guide/{name}")
            places = _places(lines)
        before = name if name in places else before
    return "\n".join(lines)


def _places(lines: list[str]) -> dict[str, int]:
    """File name → the line on which the navigation has it."""
    found = ((number, _LINE.match(line.rstrip("\r"))) for number, line in enumerate(lines))
    return {match[2]: number for number, match in found if match}


def _title(page: bytes) -> str:
    found = _HEADING.search(page.decode())
    assert found, "every page of the guide has a title, by a test of the guide"
    return found[1]
