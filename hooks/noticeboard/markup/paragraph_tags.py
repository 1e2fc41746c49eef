"""Lines that are a paragraph of a web page as a whole, ``<p>三月份</p>``: what stands between the tags is the line."""

from __future__ import annotations

import re
from collections.abc import Sequence

Line = tuple[int, int, str]
"""1-based line and column in the file, and the text from there on."""

_LINE = re.compile(
    r"[ \t]*<(?P<name>p|div)(?:\s+(?:class|style|lang)=(?:\"[^\"<>]*\"|'[^'<>]*'))*\s*>(?P<text>(?:(?!</?(?:p|div)\b).)*)</(?P=name)>[ \t\r]*$",
    re.IGNORECASE,
)
_OTHER_HTML = re.compile(
    r"<(?:table|td|th|li|pre|details|svg|form|iframe)\b|^[ \t]*(?:```|~~~)", re.IGNORECASE | re.MULTILINE
)
"""What such lines may be parts of, or samples in."""


def without_paragraph_tags(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines`, those of a paragraph's tags without these."""
    tagged = set(tagged_lines(lines))
    return [_bare(line) if line in tagged else line for line in lines] if tagged else lines


def tagged_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines that such tags enclose; none where the text has other blocks of HTML, or code."""
    if not any("</p>" in text or "</div>" in text for _, _, text in lines):
        return []
    if any(_OTHER_HTML.search(text) for _, _, text in lines):
        return []
    return [line for line in lines if (found := _LINE.match(line[2])) and found["text"].strip()]


def _bare(line: Line) -> Line:
    number, column, text = line
    found = _LINE.match(text)
    assert found is not None  # It is one of those that it matches.
    return number, column + found.start("text"), found["text"]
