"""A document's body → HTML that is safe to put on a page (SPECIFICATION section 4)."""

from __future__ import annotations

import re
import secrets
import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import nh3
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

from noticeboard.markup import allowed
from noticeboard.markup.admonitions import Admonitions
from noticeboard.markup.extension import NoticeboardExtension
from noticeboard.markup.heading_ids import Heading, HeadingIds
from noticeboard.markup.marked import Marked
from noticeboard.markup.tables import Tables
from noticeboard.markup.urls import is_script, is_website, is_whole, leaves

Resolve = Callable[[str], str | None]
"""Where a link or picture leads as written → its address on the page, or None when it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML."""

    html: str
    headings: tuple[Heading, ...]
    """Its headings in order, for a table of contents."""


def as_written(target: str) -> str:
    """The `resolve` that changes nothing."""
    return target


class Renderer:
    """Renders bodies one after the other; what belongs to one is forgotten before the next."""

    def __init__(self) -> None:
        self._extension = NoticeboardExtension(whole=True)
        self._targets = _Targets(as_written)
        # An id of ours carries a seal that no author can know, until the cleaner takes it off; an id from raw
        # HTML has none and is dropped. The seal never reaches the output.
        self._extension.ids.seal = f"{secrets.token_hex(8)}-"
        self._markdown = Markdown(
            extensions=[
                Tables(),
                FootnoteExtension(BACKLINK_TITLE="返回正文"),
                Admonitions(),
                self._extension,
            ]
        )
        self._markdown.treeprocessors.register(_Sparer(self._markdown), "noticeboard-sparer", 21)
        self._markdown.treeprocessors.register(
            _Linker(self._markdown, self._targets, self._extension.ids), "noticeboard-linker", 6
        )

    def render(
        self,
        body: str,
        first_line: int = 1,
        activities: Sequence[Marked] = (),
        resolve: Resolve = as_written,
    ) -> Rendered:
        """The body's HTML and headings.

        `first_line` is the number that the body's first line has in its file, as it was for `activities`.
        `resolve` is asked once for every link and picture, raw HTML's included. Never raises for a body.
        """
        self._markdown.reset()
        self._targets.begin(resolve)
        self._extension.activities = {activity.line - first_line: activity for activity in activities}
        self._extension.ids.reserve(activity.anchor for activity in activities)
        html = _FIRST_HEADING.sub(r"<\1h2", self._markdown.convert(body))
        options = allowed.OPTIONS_FOR_RAW_LINKS if "<a" in body or "<A" in body else allowed.OPTIONS
        html = without_lost_pictures(nh3.clean(html, attribute_filter=self._filter, **options))
        return Rendered(html, tuple(self._extension.ids.headings))

    def _filter(self, tag: str, attribute: str, value: str) -> str | None:
        """nh3 asks for each attribute that the allow-list lets pass."""
        if attribute == "id":
            return self._extension.ids.unsealed(value)
        if attribute == "src":
            return self._targets.of_picture(value)
        if attribute == "href":
            if value.startswith("#"):
                name = value[1:]
                id = self._extension.ids.unsealed(name) or self._extension.ids.fragments.get(unquote(name))
                if id:
                    return f"#{id}"
            return self._targets.of_link(value)
        return value


class _Targets:
    """Where a body's links lead; each is asked for once."""

    def __init__(self, resolve: Resolve) -> None:
        self.begin(resolve)

    def begin(self, resolve: Resolve) -> None:
        self.resolve = resolve
        self.known: dict[str, str | None] = {}

    def of_link(self, written: str) -> str | None:
        """None also for what looks like a place of this site and is one of another."""
        target = self._of(written)
        return target if target is not None and (is_whole(target) or not leaves(target)) else None

    def of_picture(self, written: str) -> str | None:
        """None also for a picture of another site, which would learn who reads this one."""
        target = self._of(written)
        return target if target is not None and not leaves(target) else None

    def _of(self, written: str) -> str | None:
        if written not in self.known:
            twisted = is_script(written) or (leaves(written) and not is_whole(written))
            self.known[written] = None if twisted else self.resolve(written)
        return self.known[written]


class _Linker(Treeprocessor):
    """Settles where links lead: leaves only the text of those that lead nowhere, and numbers footnotes."""

    def __init__(self, md: Markdown, targets: _Targets, ids: HeadingIds) -> None:
        super().__init__(md)
        self.targets = targets
        self.ids = ids

    def run(self, root: etree.Element) -> None:
        notes: dict[str, int] = {}
        for element in root.iter():
            tag = element.tag
            if tag == "a":
                href = element.get("href", "")
                if href.startswith("#") and element.get("class", "").startswith("footnote-"):
                    element.set("href", "#" + self._note(href[1:], notes))
                elif self._leads_nowhere(href, self.targets.of_link):
                    element.tag = "span"
                    element.attrib.clear()
                elif is_website(self.targets.of_link(href) or ""):
                    element.set("rel", "noopener")
            elif tag == "img":
                if self._leads_nowhere(element.get("src", ""), self.targets.of_picture):
                    element.tag, element.text = "span", AtomicString(element.get("alt", ""))
                    element.attrib.clear()
            elif (tag == "sup" or tag == "li") and element.get("id", "").startswith("fn"):
                element.set("id", self._note(element.get("id"), notes))

    def _leads_nowhere(self, target: str, of: Resolve) -> bool:
        return not target.startswith("#") and STX not in target and of(target) is None

    def _note(self, id: str, notes: dict[str, int]) -> str:
        """A footnote's id: the label that the author chose becomes a number."""
        kind, _, label = id.partition(":")
        return self.ids.own(f"{kind}-{notes.setdefault(label, len(notes) + 1)}")


_FIRST_HEADING = re.compile(r"<(/?)h1(?=[\s/>])", re.IGNORECASE)
"""Raw HTML's: the page's own title is the only one of its level, and Markdown's headings go down already."""
_PICTURE = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')
_ALT = re.compile(r' alt="([^"]*)"')


def without_lost_pictures(html: str) -> str:
    """`html`, as nh3 writes it, with the description of each picture that the cleaner took the address from."""
    return _PICTURE.sub(_described, html) if "<img" in html else html


def _described(found: re.Match[str]) -> str:
    if ' src="' in found[1]:
        return found[0]
    alt = _ALT.search(found[1])
    return alt[1].replace("<", "&lt;").replace(">", "&gt;") if alt else ""


class _Sparer(Treeprocessor):
    """Keeps texts from Python-Markdown's search for markup: those that have none, and those with too much.

    The search tries some twenty patterns on each text, and most texts are plain. And it seeks the end of
    every bracket anew, so a long text full of them takes minutes: beyond a budget that no honest body comes
    near, and that grows with its length, such a text is shown as typed.
    """

    def run(self, root: etree.Element) -> None:
        length = work = 0
        for element in root.iter():
            for part in ("text", "tail"):
                text = getattr(element, part)
                if not text or isinstance(text, AtomicString):
                    continue
                length += len(text)
                if _MARKUP.search(text) is None:
                    setattr(element, part, AtomicString(text))
                else:
                    work += _search_work(text)
                    if work > _BUDGET + _BUDGET_PER_CHARACTER * length:
                        setattr(element, part, AtomicString(text))


def _search_work(text: str) -> int:
    """About how many characters the search of `text` looks at, in units of the slowest."""
    slow = sum(map(text.count, "[<`"))
    return (slow + sum(map(text.count, "\\&*_~")) // 20) * len(text)


_MARKUP = re.compile(r"[`\\\[<&*_~]|  \n")
"""What any inline pattern of ours begins with."""
_BUDGET = 1_000_000
_BUDGET_PER_CHARACTER = 20
