"""Where fenced code, comments and raw HTML end. Each search is made once, however malformed the body is."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})[^~]*$")
_TAG = re.compile(
    r"<(?P<closing>/?)(?P<name>address|article|aside|audio|blockquote|caption|center|col|colgroup|dd|details|"
    r"dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|"
    r"iframe|legend|li|link|main|menu|meta|nav|noframes|noscript|object|ol|p|param|pre|script|section|style|"
    r"summary|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|ul|video)(?=[\s/>]|$)",
    re.IGNORECASE,
)
_MARKDOWN_INSIDE = re.compile(
    r"<(?:(?P<details>details)(?=[\s>])|(?P<name>[a-z]+)(?=[^<>]*\smarkdown(?:[\s=>]|$)))", re.IGNORECASE
)

COMMENT_END = re.compile("-->|(?<!<!)--!>")
"""Where a comment ends, to be sought from the first dash of its beginning on: a browser ends one also at `--!>`, and at once at
`<!-->` and `<!--->` (HTML standard, 13.2.5.43 to 51)."""


class Enclosures:
    """Finds the last line of what begins at a line of `lines`; None means that nothing begins there."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._unclosed: dict[str, int] = {}
        """Fence sign → length of the shortest fence known to stay open."""
        self._comments_end = True
        self._closings: dict[str, dict[int, int]] = {}
        """HTML tag → line it opens in → line it is closed in."""

    def end_of_fence(self, index: int, text: str) -> int | None:
        """`text` is the line's text; a fence that is never closed is none."""
        opening = _FENCE.match(text)
        if opening is None:
            return None
        fence = opening[1] or opening[2]
        sign = fence[0]
        if len(fence) >= self._unclosed.get(sign, len(fence) + 1):
            return None
        for end in range(index + 1, len(self._lines)):
            closing = self._lines[end].strip()
            if closing.startswith(fence) and not closing.strip(sign):
                return end
        self._unclosed[sign] = len(fence)
        return None

    def end_of_html(self, index: int, text: str) -> int | None:
        """A comment ends where it is closed; an element there too, else at the next blank line.

        A comment that never ends, or that text follows, is left to the paragraph it stands in. An element
        with the attribute ``markdown``, and every ``details``, is its tag only: what it holds is Markdown.
        """
        if text.startswith("<!--"):
            return self._end_of_comment(index)
        tag = _TAG.match(text)
        if tag is None:
            return None
        if tag["closing"] or _MARKDOWN_INSIDE.match(text):
            return index
        name = tag["name"].lower()
        if name not in self._closings:
            self._closings[name] = _closings(self._lines, name)
        end = self._closings[name].get(index)
        if end is None:
            end = index
            while end + 1 < len(self._lines) and self._lines[end + 1].strip():
                end += 1
        return end

    def _end_of_comment(self, index: int) -> int | None:
        if self._comments_end:
            for end in range(index, len(self._lines)):
                line = self._lines[end]
                if ended := COMMENT_END.search(line, line.index("<!--") + 2 if end == index else 0):
                    return None if line[ended.end() :].strip() else end
            self._comments_end = False
        return None


def held_open(html: str) -> str:
    """The name of the element that `html` opens around the Markdown below it; empty when there is none."""
    tag = _MARKDOWN_INSIDE.match(html)
    name = (tag["details"] or tag["name"]).lower() if tag else ""
    return name if name and f"</{name}" not in html.lower() else ""


def _closings(lines: Sequence[str], name: str) -> dict[int, int]:
    """Every line in which an element `name` opens → the line in which the outermost of them is closed."""
    tags = re.compile(rf"<(/?){name}(?=[\s/>]|$)", re.IGNORECASE)
    closings: dict[int, int] = {}
    opened: list[int] = []
    for number, line in enumerate(lines):
        if "<" in line:
            for tag in tags.finditer(line):
                if not tag[1]:
                    opened.append(number)
                elif opened:
                    closings[opened.pop()] = number
    return closings
