"""A Python-Markdown extension for the hand-written pages of docs/: headings' ids, tables that scroll, `~~struck~~` text."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor

from noticeboard.markup.cards import are_cards, wrapper_class
from noticeboard.markup.ids import authors_id
from noticeboard.slugs import slug_of

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class HandWrittenExtension(Extension):
    """Usable from ``mkdocs.yml`` as ``noticeboard.markup.extension``."""

    def extendMarkdown(self, md: Markdown) -> None:
        struck = SimpleTagInlineProcessor(r"(~~)(?=\S)(.+?)(?<=\S)~~", "del")
        md.inlinePatterns.register(struck, "noticeboard-del", 65)
        # After `attr_list`, which may give ids, and before `toc`, which wants them.
        md.treeprocessors.register(_Finisher(md), "noticeboard", 7)


class _Finisher(Treeprocessor):
    """Gives headings ids in ASCII, and wraps tables."""

    def run(self, root: etree.Element) -> None:
        used: set[str] = set()
        for element in root.iter():
            if element.tag in _HEADINGS:
                element.set("id", _unused(authors_id(element.get("id") or _slug(element)), used))
        for parent in list(root.iter()):
            for index, child in enumerate(parent):
                if child.tag == "table":
                    parent[index] = _wrapped(child)


def _wrapped(table: etree.Element) -> etree.Element:
    """A wrapper that scrolls on a narrow screen, also by keyboard; on a phone a small table becomes cards."""
    heads = ["".join(head.itertext()) for head in table.iterfind("thead/tr/th")]
    sides = [head.get("style", "").removeprefix("text-align: ").rstrip(";") for head in table.iter("th")]
    cards = are_cards(heads, sides)
    wrap = etree.Element("div", {"class": wrapper_class(cards), "tabindex": "0"})
    for row in table.iterfind("tbody/tr") if cards else ():
        for cell, head in zip(row, heads, strict=False):
            cell.set("data-label", head)
    wrap.tail, table.tail = table.tail, "\n"
    wrap.append(table)
    return wrap


def _slug(heading: etree.Element) -> str:
    slug = slug_of("".join(heading.itertext()))[:64].strip("-") or "section-1"
    return slug if "-" in slug and slug[0].isalpha() else f"s-{slug}"


def _unused(wanted: str, used: set[str]) -> str:
    """`wanted`, or with a number when a heading has it already."""
    id, count = wanted, 1
    while id in used:
        count += 1
        id = f"{wanted}-{count}"
    used.add(id)
    return id


def makeExtension(**kwargs: Any) -> HandWrittenExtension:
    """Python-Markdown's way to find the extension by its module's name."""
    return HandWrittenExtension(**kwargs)
