"""The last touches on Python-Markdown's tree: headings' ids, tables' wrappers, line breaks between 汉字."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER, STX

from noticeboard.markup.allowed import INLINE
from noticeboard.markup.heading_ids import HeadingIds
from noticeboard.markup.inline import joins_without_space

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TABLE_WRAP = {"class": "table-wrap", "tabindex": "0"}
"""A table's wrapper scrolls on a narrow screen; `tabindex` lets the keyboard scroll it."""
_SMALL_TABLE = 6
"""Most columns of a table that a phone shows as cards, each cell with its column's head."""


class Finisher(Treeprocessor):
    """Runs when inline Markdown has become elements, after `attr_list` and before `toc`."""

    def __init__(self, md: Markdown, ids: HeadingIds) -> None:
        super().__init__(md)
        self.ids = ids

    def run(self, root: etree.Element) -> None:
        tables = []
        stash = self.md.htmlStash.rawHtmlBlocks
        for element in root.iter():
            tag = element.tag
            if tag == "pre" or tag == "code":
                continue
            if len(element) or (element.text and "\n" in element.text):
                _join_lines(element)
            if tag in HEADINGS:
                title = _shown_text(element, stash)
                element.set("id", self.ids.own(self.ids.add(int(tag[1]), element.get("id", ""), title)))
            elif tag == "table":
                tables.append(element)
        if tables:
            parents = {child: parent for parent in root.iter() for child in parent}
            for table in tables:
                _finish_table(table, parents[table], stash)


_BREAK = re.compile(r"(\S)[ \t\u3000]*\n[ \t\u3000]*(?=(\S))")
_FIRST_BREAK = re.compile(r"[ \t\u3000]*\n[ \t\u3000]*")
_LAST_BREAK = re.compile(r"[ \t\u3000]*\n[ \t\u3000]*$")


def _join_lines(element: etree.Element) -> None:
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
            if after and joins_without_space(_edge(child, -1), after):
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


def _shown_text(element: etree.Element, stash: Sequence[str]) -> str:
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


def _finish_table(table: etree.Element, parent: etree.Element, stash: Sequence[str]) -> None:
    """Give cells their column's head and a class for their alignment, and wrap the table."""
    heads = [_shown_text(cell, stash) for cell in table.iterfind("thead/tr/th")]
    for cell in table.iter():
        side = _ALIGNMENT.match(cell.attrib.pop("style", ""))
        if side:
            cell.set("class", f"align-{side[1]}")
    wrap = etree.Element("div", TABLE_WRAP)
    if heads and len(heads) <= _SMALL_TABLE and all(heads) and not _fits_a_phone(table):
        wrap.set("class", f"{TABLE_WRAP['class']} table-cards")
        for row in table.iterfind("tbody/tr"):
            for cell, head in zip(row, heads, strict=False):
                cell.set("data-label", head)
    wrap.tail, table.tail = table.tail, "\n"
    parent[list(parent).index(table)] = wrap
    wrap.append(table)


def _fits_a_phone(table: etree.Element) -> bool:
    """Whether it is one column of names with one or two of figures beside it, such as an account."""
    heads = table.findall("thead/tr/th")
    return len(heads) <= 3 and all(head.get("class") == "align-right" for head in heads[1:])


_ALIGNMENT = re.compile(r"text-align: (left|center|right)")
