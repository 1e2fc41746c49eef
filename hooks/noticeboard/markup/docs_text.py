"""The texts of Python-Markdown's tree: line breaks between 汉字, and what a reader sees of an element."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER, STX

from noticeboard.markup.allowed import INLINE
from noticeboard.markup.line_breaks import joins_without_space

_BREAK = re.compile(r"(\S)[ \t\u3000]*\n[ \t\u3000]*(?=(\S))")
_FIRST_BREAK = re.compile(r"[ \t\u3000]*\n[ \t\u3000]*")
_LAST_BREAK = re.compile(r"[ \t\u3000]*\n[ \t\u3000]*$")


def join_lines(element: etree.Element) -> None:
    """Take the line breaks out of an element's own text where Chinese has no space."""
    if element.text and "\n" in element.text:
        element.text = _BREAK.sub(_joined, element.text)
        if len(element) and element[0].tag in INLINE:
            element.text = _join_to(element.text, _edge(element[0], 0))
    for index, child in enumerate(element):
        tail = child.tail
        if not tail or "\n" not in tail:
            continue
        tail = _BREAK.sub(_joined, tail)
        following = (
            _edge(element[index + 1], 0)
            if index + 1 < len(element) and element[index + 1].tag in INLINE
            else ""
        )
        if child.tag in INLINE:
            first = _FIRST_BREAK.match(tail)
            after = tail[first.end() : first.end() + 1] or following if first else ""
            if first and after and joins_without_space(_edge(child, -1), after):
                tail = tail[first.end() :]
        child.tail = _join_to(tail, following)


def _joined(found: re.Match[str]) -> str:
    return found[1] if joins_without_space(found[1], found[2]) else found[1] + "\n"


def _join_to(text: str, following: str) -> str:
    """`text` without a break at its end when nothing belongs between it and the character `following`."""
    last = _LAST_BREAK.search(text) if following else None
    if last and last.start() and joins_without_space(text[last.start() - 1], following):
        return text[: last.start()]
    return text


def _edge(element: etree.Element, place: int) -> str:
    """The first or the last character in an element; a space when it has none."""
    text = "".join(element.itertext())
    return text[place] if text else " "


_PLACEHOLDER = re.compile(
    rf"{HTML_PLACEHOLDER % '(?P<raw>[0-9]+)'}|{STX}(?:(?P<escaped>[0-9]+)|[^{ETX}]*){ETX}"
)


def shown_text(element: etree.Element, stash: Sequence[str | etree.Element]) -> str:
    """An element's text as a reader sees it, on one line; `stash` holds Python-Markdown's raw HTML."""

    def shown(found: re.Match[str]) -> str:
        if found["escaped"]:
            return chr(int(found["escaped"]))
        raw = str(stash[int(found["raw"])]) if found["raw"] else ""
        return html.unescape(raw) if raw.startswith("&") else ""

    text = "".join(element.itertext()).replace(AMP_SUBSTITUTE, "&")
    if STX in text:
        text = _PLACEHOLDER.sub(shown, text)
    return " ".join(text.split())
