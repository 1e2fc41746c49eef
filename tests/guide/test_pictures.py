"""The guide's pictures: each is shown and told in words, small, and of those that can be taken anew."""

from __future__ import annotations

import re

import pytest

from guide.pages import GUIDE, ROOT, guide_pages

MOST = 60_000
"""Bytes of one picture."""
PICTURES = [place for place in sorted(GUIDE.iterdir()) if place.suffix in (".png", ".webp")]
SHOWN = {
    (page.name, told, name)
    for page in guide_pages()
    for told, name in re.findall(
        r"^!\[(.*)\]\((\S+)\)$", re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL), re.MULTILINE
    )
}  # fmt: skip


@pytest.mark.parametrize("place", PICTURES, ids=lambda place: place.name)
def test_a_picture_is_small_and_shown(place):
    assert 0 < place.stat().st_size <= MOST
    assert place.name in {name for _, _, name in SHOWN}


def test_all_that_is_shown_is_there_and_told_in_words():
    assert {name for _, _, name in SHOWN} == {place.name for place in PICTURES}
    assert [name for _, told, name in SHOWN if len(told) < 8] == []


def test_a_script_takes_each():
    scripts = "".join(
        place.read_text(encoding="utf-8") for place in (ROOT / ".ci" / "pictures").glob("of_*.py")
    )
    taken = [place.stem for place in PICTURES if place.suffix == ".webp"]
    assert [name for name in taken if f'"{name}"' not in scripts] == []
