"""Lines of the paragraphs of a web page, ``<p>三月份</p>``: what stands between the tags are the lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

Line = tuple[int, int, str]
"""1-based line and column in the file, and the text from there on."""

_NAMES = "p|div|section|article|center"
_TAG = re.compile(
    rf"<(?P<closing>/)?(?P<name>{_NAMES})(?:\s+(?:class|style|lang|id|align|dir|data-[\w-]+)=(?:\"[^\"<>]*\"|'[^'<>]*'|[\w-]+))*\s*>",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(rf"</?(?:{_NAMES})(?=[\s>/])", re.IGNORECASE)
_OTHER_HTML = re.compile(
    r"<(?:table|td|th|li|pre|details|svg|form|iframe)\b|^[ \t]*(?:```|~~~)", re.IGNORECASE | re.MULTILINE
)
"""What such lines may be parts of, or samples in."""


def without_paragraph_tags(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` without the tags of paragraphs; one that holds several becomes several of its number."""
    tagged = set(tagged_lines(lines))
    if not tagged:
        return lines
    return [part for line in lines for part in (_parts(line) if line in tagged else (line,))]


def tagged_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of such tags, with text between them or without; none where the text has other HTML, or code."""
    if not any("</p>" in text or "</div>" in text for _, _, text in lines):
        return []
    if any(_OTHER_HTML.search(text) for _, _, text in lines):
        return []
    found = [line for line in lines if _is_tagged(line[2])]
    return found if any(_has_text(line) for line in found) else []


def without_tags(line: str) -> str:
    """The paragraphs of a line, each on a line of its own."""
    return "\n".join(text.strip() for _, _, text in _parts((0, 1, line)))


def _is_tagged(text: str) -> bool:
    """Whether such a tag begins a line and one ends it, and nothing is odd about those between."""
    tags = list(_TAG.finditer(text))
    if not tags or len(tags) != len(_ANY_TAG.findall(text)):
        return False
    begins, ends = not text[: tags[0].start()].strip(), not text[tags[-1].end() :].strip()
    return begins and ends and (len(tags) > 1 or not text.replace(tags[0][0], "").strip())


def _has_text(line: Line) -> bool:
    return any(text.strip() for _, _, text in _parts(line))


def _parts(line: Line) -> list[Line]:
    """What stands between the tags; an empty line where nothing does."""
    number, column, text = line
    bounds = [0, *(bound for tag in _TAG.finditer(text) for bound in tag.span()), len(text)]
    parts = [
        (number, column + start, text[start:end])
        for start, end in zip(bounds[::2], bounds[1::2], strict=True)
        if text[start:end].strip()
    ]
    return parts or [(number, column, "")]
