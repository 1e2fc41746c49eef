"""Word files by hand, each with the Markdown that it must become: numbers as Word shows them, and all that is around text."""

from pathlib import Path

import pytest

from importing.word_files import case
from noticeboard.importing.reading import read_draft

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.txt"))


@pytest.mark.parametrize("place", GOLDEN, ids=lambda place: place.stem)
def test_a_word_file_becomes_this_text(place):
    expected = place.with_suffix(".md").read_text(encoding="utf-8")
    draft = read_draft(case(place.read_text(encoding="utf-8")), "a.docx")
    made = "".join(
        [f"# {part.title}\n\n{part.body}" for part in draft.parts]
        + [f"<!-- {remark.text} -->\n" for remark in draft.remarks]
    )
    assert made == expected


def test_there_are_enough_of_them():
    assert len(GOLDEN) >= 40
