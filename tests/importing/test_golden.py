"""Word files, each with the Markdown that it must become: numbers as Word shows them, and all that is around text.

By hand (``.txt``, pieces of XML), by the library python-docx (``.lines``), and as LibreOffice writes them (``.docx``).
"""

from pathlib import Path

import pytest

from importing.python_docx_files import python_docx_file
from importing.word_files import case
from noticeboard.importing.reading import read_draft

FOLDER = Path(__file__).parent / "golden"
BY_HAND, BY_LIBRARY, BY_OFFICE = (sorted(FOLDER.glob(f"*{kind}")) for kind in (".txt", ".lines", ".docx"))


def word_file(place):
    if place in BY_OFFICE:
        return place.read_bytes()
    text = place.read_text(encoding="utf-8")
    return case(text) if place in BY_HAND else python_docx_file(text)


@pytest.mark.parametrize("place", [*BY_HAND, *BY_LIBRARY, *BY_OFFICE], ids=lambda place: place.stem)
def test_a_word_file_becomes_this_text(place):
    expected = place.with_suffix(".md").read_text(encoding="utf-8")
    draft = read_draft(word_file(place), "a.docx")
    made = "".join(
        [f"# {part.title}\n\n{part.body}" for part in draft.parts]
        + [f"<!-- {remark.text} -->\n" for remark in draft.remarks]
    )
    assert made == expected


def test_there_are_enough_of_them():
    assert len(BY_HAND) >= 40
    assert len(BY_LIBRARY) >= 10
    assert len(BY_OFFICE) >= 10
