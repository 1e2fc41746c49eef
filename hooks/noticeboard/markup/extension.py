"""A Python-Markdown extension: lists, headings and paragraphs as officers write them (SPECIFICATION section 4).

Usable from ``mkdocs.yml`` (``noticeboard.markup.extension``), and by our renderer, which gives it activities.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping
from typing import Any

import nh3
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, ReferenceProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString, code_escape

from noticeboard.markup import allowed
from noticeboard.markup.canonical import MARK, Canonical, Piece
from noticeboard.markup.enclosures import held_open
from noticeboard.markup.heading_ids import HeadingIds
from noticeboard.markup.links import DEFINED
from noticeboard.markup.lists import Style, read_box
from noticeboard.markup.marked import STATUS_WORDS, Marked
from noticeboard.markup.raw_html import InlineTags
from noticeboard.markup.scanner import Kind
from noticeboard.markup.tree import TABLE_WRAP, Finisher


class NoticeboardExtension(Extension):
    """Registers everything; what belongs to one document is set anew by `reset`."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "whole": [False, "Read code and raw HTML too, and clean it: for a Markdown object of our own."],
        }
        self.canonical = Canonical([], whole=False)
        self.activities: Mapping[int, Marked] = {}
        """0-based line of the body → the activity that stands there."""
        self.ids = HeadingIds()
        self.lists: dict[etree.Element, tuple[Style, int | None]] = {}
        """A list → its markers' style and its next number; a container may hold one list in several pieces."""
        self.open_tags = 0
        """How many more tags of raw HTML were opened than closed so far."""
        self.held_open: list[str] = []
        """The elements of raw HTML around the Markdown that is being read, outermost first."""
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        md.registerExtension(self)
        md.preprocessors.register(_Rewrite(md, self), "noticeboard", 28)
        for name in ("indent", "hashheader", "setextheader", "olist", "ulist"):
            md.parser.blockprocessors.deregister(name, strict=False)
        md.parser.blockprocessors.register(_Pieces(md.parser, self), "noticeboard", 95)
        md.parser.blockprocessors.register(_Definitions(md.parser), "reference", 15)
        md.inlinePatterns.register(
            SimpleTagInlineProcessor(r"(~~)(?=\S)(.+?)(?<=\S)~~", "del"), "noticeboard-del", 65
        )
        md.treeprocessors.register(Finisher(md, self.ids), "noticeboard", 7)
        md.postprocessors.register(_Restore(md, self), "noticeboard", 5)
        if self.getConfig("whole"):
            md.preprocessors.deregister("html_block", strict=False)
            md.inlinePatterns.register(InlineTags(md), "html", 90)

    def reset(self) -> None:
        self.canonical = Canonical([], whole=False)
        self.activities = {}
        self.lists = {}
        self.open_tags = 0
        self.held_open = []
        self.ids.reset()


class _Rewrite(Preprocessor):
    """Marks what the scanner found, before anything else reads the lines."""

    def __init__(self, md: Markdown, extension: NoticeboardExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        self.extension.canonical = Canonical(lines, whole=self.extension.getConfig("whole"))
        return self.extension.canonical.lines


class _Restore(Postprocessor):
    """Turns marks that another extension swallowed, inside raw HTML, back into text."""

    def __init__(self, md: Markdown, extension: NoticeboardExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, text: str) -> str:
        return self.extension.canonical.restored(text)


class _Definitions(ReferenceProcessor):
    """Takes ``[校历]: 校历.pdf`` for a link's target, and leaves ``[注]: 以上金额含税。`` to the reader."""

    RE = re.compile(
        rf"""^[ ]{{0,3}}\[([^\[\]]*)\]:[ ]*(?:\n[ ]*)?(<{DEFINED}>|{DEFINED})[ ]*
             (?:\n[ ]*)?((["'])(.*)\4[ ]*|\((.*)\)[ ]*)?$""",
        re.MULTILINE | re.VERBOSE,
    )


class _Pieces(BlockProcessor):
    """Builds what a mark stands for."""

    def __init__(self, parser: Any, extension: NoticeboardExtension) -> None:
        super().__init__(parser)
        self.extension = extension

    def test(self, parent: etree.Element, block: str) -> bool:
        return self.extension.canonical.piece_of(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        piece = self.extension.canonical.piece_of(blocks[0])
        if piece.row.kind is Kind.ITEM:
            self._build_lists(parent, blocks)
            return
        blocks.pop(0)
        if piece.row.kind is Kind.HEADING:
            level = min(piece.row.level + self.extension.canonical.shift, 6)
            heading = etree.SubElement(parent, f"h{level}")
            heading.text = piece.row.text
            if piece.row.id:
                heading.set("id", piece.row.id)
        elif piece.row.kind is Kind.HTML:
            self._build_html(parent, "\n".join(piece.lines))
        else:
            lines = piece.lines[1:-1] if piece.row.kind is Kind.FENCE else piece.lines
            code = etree.SubElement(etree.SubElement(parent, "pre"), "code")
            code.text = AtomicString(code_escape("\n".join(lines) + "\n"))

    def _build_html(self, parent: etree.Element, html: str) -> None:
        """Raw HTML goes to Python-Markdown's stash; the element only holds its placeholder."""
        self.extension.open_tags += html.count("<") - 2 * html.count("</")
        if self.extension.open_tags > _MOST_OPEN_TAGS:
            etree.SubElement(parent, "p").text = AtomicString(html)
            return
        tag = held_open(html)
        if html.startswith("</"):
            name = html[2:].rstrip("> ").lower()
            if name not in self.extension.held_open:
                return
            self.extension.held_open.remove(name)
            html = f"</{name}>"
        else:
            # Cleaned by itself, it is closed by itself.
            html = nh3.clean(html, **allowed.OPTIONS).strip()
        if not html:
            return
        if tag and html.endswith(f"</{tag}>"):
            self.extension.held_open.append(tag)
            html = html.removesuffix(f"</{tag}>")
        holder = etree.SubElement(parent, "div" if html.startswith("<table") else "p")
        if holder.tag == "div":
            holder.attrib.update(TABLE_WRAP)
        holder.text = AtomicString(self.parser.md.htmlStash.store(html))

    def _build_lists(self, parent: etree.Element, blocks: list[str]) -> None:
        """Build the run of items that `blocks` begins with, as one list for each kind of marker."""
        listing = parent[-1] if len(parent) else None
        style, following = self.extension.lists.get(listing, (None, None))
        while (
            blocks and (piece := self.extension.canonical.piece_of(blocks[0])) and piece.row.kind is Kind.ITEM
        ):
            marker = piece.row.marker
            if marker.style is not style:
                listing, style, following = (
                    _list_of(parent, marker.style, marker.number),
                    marker.style,
                    marker.number,
                )
            item = etree.SubElement(listing, "li")
            if marker.number is not None:
                if marker.number != following:
                    item.set("value", str(marker.number))
                following = marker.number + 1
            self.extension.lists[listing] = style, following
            self._build_item(item, piece, blocks)

    def _build_item(self, item: etree.Element, piece: Piece, blocks: list[str]) -> None:
        block = blocks.pop(0)
        text = _CONTINUED.sub("\n", block[MARK.match(block).end() :])
        content = []
        while blocks and blocks[0].startswith("    "):
            content.append(_DEDENT.sub("", blocks.pop(0)))
        ticked, start = read_box(text)
        activity = self.extension.activities.get(piece.line)
        if activity is not None:
            item.set("id", self.extension.ids.own(activity.anchor))
            item.set("class", f"activity is-{activity.status}")
        word = _state_word(activity, ticked)
        if word:
            state = etree.SubElement(item, "span", {"class": "state"})
            state.text = AtomicString(word)
            state.tail = " " + text[start:]
        elif ticked is not None:
            box = etree.SubElement(item, "span", {"class": "box"})
            box.text = AtomicString("☑" if ticked else "☐")
            box.tail = " " + text[start:]
        else:
            item.text = text
        if content:
            own = len(item)
            self.parser.state.set("item")
            self.parser.parseBlocks(item, content)
            self.parser.state.reset()
            if any(child.tag == "p" for child in item):
                _wrap_text(item, own)


_MOST_OPEN_TAGS = 3000
"""More tags than that are nested so deep that cleaning them takes seconds; they are shown as typed."""
_CONTINUED = re.compile(r"\n +")
_DEDENT = re.compile(r"^ {4}", re.MULTILINE)
_CLASSES = {
    Style.DUNHAO: "list-dunhao",
    Style.BRACKETS: "list-brackets",
    Style.PAREN: "list-paren",
    Style.CIRCLED: "list-circled",
    Style.PLAIN: "list-plain",
}


def _list_of(parent: etree.Element, style: Style, number: int | None) -> etree.Element:
    listing = etree.SubElement(parent, "ul" if number is None else "ol")
    if style in _CLASSES:
        listing.set("class", _CLASSES[style])
    if number is not None and number != 1:
        listing.set("start", str(number))
    return listing


def _state_word(activity: Marked | None, ticked: bool | None) -> str:
    """The word for a state that the officer marked; an unmarked item says nothing."""
    if activity is None:
        return ""
    marked = ticked is not None or activity.status not in ("planned", "done")
    return STATUS_WORDS[activity.status] if marked else ""


def _wrap_text(item: etree.Element, own: int) -> None:
    """Make the item's own text a paragraph, as the paragraphs after it are."""
    paragraph = etree.Element("p")
    paragraph.text, item.text = item.text, None
    for child in list(item)[:own]:
        item.remove(child)
        paragraph.append(child)
    item.insert(0, paragraph)


def makeExtension(**kwargs: Any) -> NoticeboardExtension:
    """Python-Markdown's way to find the extension by its module's name."""
    return NoticeboardExtension(**kwargs)
