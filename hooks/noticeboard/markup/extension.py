"""A Python-Markdown extension for the hand-written pages of docs/: lists and headings as officers write them, tables that scroll."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from noticeboard.markup.cards import are_cards, wrapper_class
from noticeboard.markup.docs_lines import Items, rewritten
from noticeboard.markup.docs_lists import mark_lists
from noticeboard.markup.docs_text import join_lines, shown_text
from noticeboard.markup.ids import authors_id
from noticeboard.slugs import slug_of

_ASKED = re.compile(r"[ \t]*\{#([^\s{}]+)\}[ \t]*$")
_ALIGNMENT = re.compile("text-align: *(left|center|right)")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class HandWrittenExtension(Extension):
    """Usable from ``mkdocs.yml`` as ``noticeboard.markup.extension``."""

    def __init__(self, **kwargs: Any) -> None:
        self.items = Items()
        super().__init__(**kwargs)

    def reset(self) -> None:
        """Forgets the page before."""
        self.items.found.clear()

    def extendMarkdown(self, md: Markdown) -> None:
        md.registerExtension(self)
        # Before anything else reads the lines.
        md.preprocessors.register(_Rewrite(md, self.items), "noticeboard", 28)
        struck = SimpleTagInlineProcessor(r"(~~)(?=\S)(.+?)(?<=\S)~~", "del")
        md.inlinePatterns.register(struck, "noticeboard-del", 65)
        # After `attr_list`, which may give ids, and before `toc`, which wants them.
        md.treeprocessors.register(_Finisher(md, self.items), "noticeboard", 7)
        md.postprocessors.register(_Restore(md, self.items), "noticeboard", 5)


class _Rewrite(Preprocessor):
    def __init__(self, md: Markdown, items: Items) -> None:
        super().__init__(md)
        self.items = items

    def run(self, lines: list[str]) -> list[str]:
        return rewritten(lines, self.items, footnotes="footnote" in self.md.parser.blockprocessors)


class _Restore(Postprocessor):
    def __init__(self, md: Markdown, items: Items) -> None:
        super().__init__(md)
        self.items = items

    def run(self, text: str) -> str:
        return self.items.restored(text)


class _Finisher(Treeprocessor):
    """Gives headings ids in ASCII, lists their markers, takes breaks from between 汉字, and wraps tables."""

    def __init__(self, md: Markdown, items: Items) -> None:
        super().__init__(md)
        self.items = items

    def run(self, root: etree.Element) -> None:
        stash = self.md.htmlStash.rawHtmlBlocks
        used: dict[str, int] = {}
        for element in root.iter():
            if element.tag in ("pre", "code"):
                continue
            join_lines(element)
            if element.tag in _HEADINGS:
                _take_asked(element)
                wanted = element.get("id") or _slug(shown_text(element, stash))
                element.set("id", _unused(authors_id(wanted), used))
        for parent in list(root.iter()):
            for index, child in enumerate(parent):
                if child.tag == "table":
                    parent[index] = _wrapped(child, stash)
            for listing in [child for child in parent if child.tag in ("ol", "ul")]:
                mark_lists(parent, listing, self.items)


def _wrapped(table: etree.Element, stash: Sequence[str | etree.Element]) -> etree.Element:
    """A wrapper that scrolls on a narrow screen, also by keyboard; on a phone a small table becomes cards."""
    for cell in table.iter():
        if side := _ALIGNMENT.match(cell.attrib.pop("style", "")):
            cell.set("class", f"align-{side[1]}")
    heads = [shown_text(head, stash) for head in table.iterfind("thead/tr/th")]
    sides = [head.get("class", "").removeprefix("align-") for head in table.iter("th")]
    cards = are_cards(heads, sides)
    wrap = etree.Element("div", {"class": wrapper_class(cards), "tabindex": "0"})
    for row in table.iterfind("tbody/tr") if cards else ():
        for cell, head in zip(row, heads, strict=False):
            cell.set("data-label", head)
    wrap.tail, table.tail = table.tail, "\n"
    wrap.append(table)
    return wrap


def _take_asked(heading: etree.Element) -> None:
    """Takes an id that a heading asks for off its text, where no other extension does."""
    text = heading.text or ""
    found = _ASKED.search(text) if not len(heading) else None
    if found:
        heading.text = text[: found.start()]
        heading.set("id", found[1])


def _slug(title: str) -> str:
    slug = slug_of(title)[:64].strip("-") or "section-1"
    return slug if "-" in slug and slug[0].isalpha() else f"s-{slug}"


def _unused(wanted: str, used: dict[str, int]) -> str:
    """`wanted`, or with a number when a heading has it already; `used` says at which number to look on."""
    id, count = wanted, used.get(wanted, 1)
    while id in used:
        count += 1
        id = f"{wanted}-{count}"
    used[wanted] = count
    used.setdefault(id, 1)
    return id


def makeExtension(**kwargs: Any) -> HandWrittenExtension:
    """Python-Markdown's way to find the extension by its module's name."""
    return HandWrittenExtension(**kwargs)
