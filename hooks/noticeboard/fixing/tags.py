"""Lines without the tags that a page of the web left around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.content.documents import Document
from noticeboard.fixing.edits import PlacedEdit
from noticeboard.markup.paragraph_tags import tagged_lines, without_tags
from noticeboard.problems import Edit

_CODE = "web-leftover"


def tag_edits(document: Document, lines: Sequence[str]) -> Iterator[PlacedEdit]:
    """The edits for each line of such tags; `lines` are the file's."""
    body = [(number, 1, line) for number, line in enumerate(lines, 1) if number >= document.body_line]
    for number, _, text in tagged_lines(body):
        end = len(text.rstrip("\r"))
        yield PlacedEdit(number, Edit(1, end + 1, without_tags(text[:end])), _CODE)
