"""A document's body → HTML that is safe to put on a page (SPECIFICATION section 4).

Every text is escaped where it is written, raw HTML is cleaned piece by piece, and nh3 goes over the whole once more: so a
slip of ours opens no hole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import unquote

import nh3

from noticeboard.markup import allowed, nodes
from noticeboard.markup.admonitions import title_of
from noticeboard.markup.body import Body, as_body, headings_in, walk
from noticeboard.markup.cards import are_cards, wrapper_class
from noticeboard.markup.figures import unbroken
from noticeboard.markup.heading_ids import HeadingId, heading_ids
from noticeboard.markup.lists import BOXES, LIST_CLASSES
from noticeboard.markup.marked import STATUS_WORDS, Mark, Marked
from noticeboard.markup.plain import leaves as leaves_of
from noticeboard.markup.plain import plain_text
from noticeboard.markup.urls import is_script, is_website, is_whole, leaves
from noticeboard.markup.wide_tables import wide_class

Resolve = Callable[[str], str | None]
"""Where a link or picture leads as written → its address on the page, or None when it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML."""

    html: str
    headings: tuple[HeadingId, ...]
    """Its headings in order, for a table of contents."""


def as_written(target: str) -> str:
    """The `resolve` that changes nothing."""
    return target


class Renderer:
    """Renders bodies one after the other; it keeps nothing of them."""

    def render(
        self,
        body: Body | str,
        first_line: int = 1,
        activities: Sequence[Marked] = (),
        resolve: Resolve = as_written,
        marks: Mapping[str, Mark] | None = None,
    ) -> Rendered:
        """The body's HTML and headings.

        `resolve` is asked once for every link and picture, raw HTML's included. `first_line` is the number that the first
        line of a text has in its file, as it was for `activities`. `marks` say by their anchors what became of these; without
        one, what the line itself says is shown. Never raises for a body.
        """
        return _Writer(as_body(body, first_line), activities, resolve, marks or {}).write()


_TAGS: Mapping[type[nodes.Part], str] = {nodes.Strong: "strong", nodes.Emphasis: "em", nodes.Strike: "del"}
_MOST_OPEN_TAGS = 3000
"""More tags than that are nested so deep that cleaning them takes seconds; they are shown as typed."""
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that no page may hold (HTML standard, 13.1.4)."""
_FIRST_HEADING = re.compile(r"<(/?)h1(?=[\s/>])", re.IGNORECASE)
"""Raw HTML's: the page's own title is the only one of its level."""
_FLOWING = re.compile(rf"[^<]|<(?:{'|'.join(sorted(allowed.INLINE | {'img', 'br'}))})[\s>]")
"""What raw HTML begins with that is no block of its own."""


class _Writer:
    """The fold of one tree."""

    def __init__(
        self, body: Body, activities: Iterable[Marked], resolve: Resolve, marks: Mapping[str, Mark]
    ) -> None:
        self.body = body
        self.marks = marks
        self.activities: dict[int, list[Marked]] = {}
        """By the line that they stand on."""
        for activity in activities:
            self.activities.setdefault(activity.line, []).append(activity)
        self.resolve = resolve
        self.addresses: dict[str, str | None] = {}
        self.ids = heading_ids(
            body, (activity.anchor for line in self.activities.values() for activity in line)
        )
        pairs = zip(headings_in(body), self.ids.headings, strict=True)
        self.headings = {(heading.line, heading.column): shown for heading, shown in pairs}
        self.notes: dict[str, int] = {}
        """Name of a footnote → its number: that of its first reference, then of its definition."""
        self.references: dict[str, int] = {}
        """Name of a footnote → how many references were written."""

    def write(self) -> Rendered:
        html = self._blocks(self.body.blocks)
        notes = [block for block in walk(self.body.blocks) if isinstance(block, nodes.Footnote)]
        if notes:
            html = f"{html}\n{self._footnotes(notes)}".lstrip()
        html = _UNSHOWN.sub("", nh3.clean(html, **allowed.OPTIONS)) if html else ""
        return Rendered(html, tuple(self.ids.headings))

    def _blocks(self, blocks: nodes.Blocks) -> str:
        return "\n".join(filter(None, (_BLOCKS[type(block)](self, block) for block in blocks)))

    def _parts(self, parts: nodes.Parts) -> str:
        return "".join([_PARTS[type(part)](self, part) for part in parts])

    # Blocks

    def _heading(self, heading: nodes.Heading) -> str:
        shown = self.headings[heading.line, heading.column]
        text = f"{self._places(heading.line)}{self._parts(heading.parts)}"
        return f'<h{shown.level} id="{shown.id}">{text}</h{shown.level}>'

    def _paragraph(self, paragraph: nodes.Paragraph | nodes.Label) -> str:
        text, line = "", 0
        for part in paragraph.parts:
            last = max((leaf.line for _, leaf in leaves_of((part,))), default=part.line)
            text += "".join(map(self._places, range(max(part.line, line + 1), last + 1)))
            text += self._parts((part,))
            line = last
        return f"<p>{text}</p>" if text else ""

    def _places(self, line: int, first: int = 0) -> str:
        """Where the links to activities lead that no item of a list holds."""
        found = self.activities.get(line, ())
        return "".join(self._place(activity, is_alone=len(found) == 1) for activity in found[first:])

    def _place(self, activity: Marked, *, is_alone: bool) -> str:
        """Where links to it lead, and what became of it; which of several on its line it is, its words say."""
        place = f'<span class="activity" id="{activity.anchor}"></span>'
        mark = self.marks.get(activity.anchor)
        if mark is None or not mark.is_news:
            return place
        note = f' <span class="note">（{said}）</span>' if (said := self._note(mark)) else ""
        named = "" if is_alone else f" {_text(mark.text)}"
        chip = f'<span class="state">{_text(mark.word)}</span>{named}{note}'
        return f'{place}<span class="activity is-{mark.state}">{chip}</span> '

    def _mark(self, activity: Marked) -> Mark:
        said = Mark(
            activity.status, STATUS_WORDS[activity.status], activity.status not in ("planned", "done")
        )
        return self.marks.get(activity.anchor, said)

    def _note(self, mark: Mark) -> str:
        """Since when an activity is late, and what tells of it."""
        links = "、".join(
            f'<a href="{escape(target)}">《{_text(title)}》</a>' for title, target in mark.records
        )
        see = "见" if mark.note else "另见"
        return "；".join(filter(None, (_text(mark.note), f"{see}{links}" if links else "")))

    def _signature(self, signature: nodes.Signature) -> str:
        return f'<p class="signature">{self._parts(signature.parts)}</p>'

    def _list(self, listing: nodes.List) -> str:
        first = listing.items[0].marker.number
        name = "ul" if first is None else "ol"
        class_ = f' class="{LIST_CLASSES[listing.style]}"' if listing.style in LIST_CLASSES else ""
        start = f' start="{first}"' if first not in (None, 1) else ""
        items, following = [], first
        for item in listing.items:
            number = item.marker.number
            items.append(self._item(item, f' value="{number}"' if number != following else ""))
            following = None if number is None else number + 1
        return _block(name, f"{class_}{start}", "\n".join(items))

    def _item(self, item: nodes.Item, value: str) -> str:
        activity = next(iter(self.activities.get(item.line, ())), None)
        mark = self._mark(activity) if activity else None
        named = f' class="activity is-{mark.state}" id="{activity.anchor}"' if activity and mark else ""
        text = f"{self._places(item.line, 1)}{_state(mark, item.ticked)}{self._parts(item.parts)}"
        # Below the text: who copies or reads out the line has what the officer wrote.
        note = f'<div class="note">{said}</div>' if mark and (said := self._note(mark)) else ""
        below = self._blocks(item.blocks)
        if any(isinstance(block, nodes.Paragraph | nodes.Label | nodes.Html) for block in item.blocks):
            text = f"\n<p>{text}</p>\n"
        text += note
        return f"<li{named}{value}>{text}{below}\n</li>" if below else f"<li{named}{value}>{text}</li>"

    def _table(self, table: nodes.Table) -> str:
        heads = [plain_text(cell.parts) for cell in table.head.cells]
        cards = are_cards(heads, table.sides)
        head = self._row("th", table.head, table.sides, ())
        rows = [self._row("td", row, table.sides, heads if cards else ()) for row in table.rows]
        body = _block("thead", "", head) + "\n" + _block("tbody", "", "\n".join(rows))
        return _wrapped(_block("table", "", body) + "\n", cards)

    def _row(self, name: str, row: nodes.Row, sides: Sequence[str], labels: Sequence[str]) -> str:
        cells = []
        for index, cell in enumerate(row.cells):
            side = f' class="align-{sides[index]}"' if sides[index] else ""
            label = f' data-label="{escape(labels[index])}"' if labels else ""
            places = "" if index else self._places(row.line)
            cells.append(f"<{name}{side}{label}>{places}{self._parts(cell.parts)}</{name}>")
        return _block("tr", "", "\n".join(cells))

    def _quote(self, quote: nodes.Quote) -> str:
        return _block("blockquote", "", self._blocks(quote.blocks))

    def _code(self, code: nodes.Code) -> str:
        return f"<pre><code>{_text(code.text)}</code></pre>"

    def _admonition(self, note: nodes.Admonition) -> str:
        title = title_of(note)
        head = f'<p class="admonition-title">{_text(title)}</p>' if title else ""
        inner = "\n".join(filter(None, (head, self._blocks(note.blocks))))
        return _block("div", f' class="admonition {escape(note.kind.lower())}"', inner)

    def _html(self, block: nodes.Html) -> str:
        # Activities that were read of a table in it lead here: its own elements are the author's.
        last = block.line + block.html.count("\n")
        return "".join(map(self._places, range(block.line, last + 1))) + self._shown_html(block.html.strip())

    def _shown_html(self, html: str) -> str:
        if html.count("<") - 2 * html.count("</") > _MOST_OPEN_TAGS:
            return f"<p>{_text(html)}</p>"
        html = self._clean(html)
        if html.startswith("<table"):
            return _wrapped(html)
        return f"<p>{html}</p>" if _FLOWING.match(html) else html

    def _element(self, element: nodes.HtmlElement) -> str:
        end = f"</{element.name}>"
        # Cleaned by itself, it is closed by itself.
        head = self._clean(element.html.strip()).removesuffix(end)
        inner = self._blocks(element.blocks)
        return f"{head}\n{inner}\n{end}" if head else inner

    def _footnotes(self, notes: Sequence[nodes.Footnote]) -> str:
        defined = {note.name: note for note in reversed(notes)}
        for note in notes:
            self._number(note.name)
        # The text of a note may refer to others.
        items = {name: self._blocks(defined[name].blocks) for name in sorted(defined, key=self._number)}
        listed = "\n".join(
            _block("li", f' id="fn-{self._number(name)}"', self._with_ways_back(name, html))
            for name, html in items.items()
        )
        return f'<div class="footnote">\n<hr>\n{_block("ol", "", listed)}\n</div>'

    def _with_ways_back(self, name: str, html: str) -> str:
        number = self._number(name)
        back = "".join(
            f'<a class="footnote-backref" href="#{_reference_id(number, index)}" title="返回正文">↩</a>'
            for index in range(1, self.references.get(name, 0) + 1)
        )
        if not back:
            return html
        if html.endswith("</p>"):
            return f"{html.removesuffix('</p>')}&nbsp;{back}</p>"
        return f"{html}\n<p>{back}</p>".lstrip()

    def _number(self, name: str) -> int:
        return self.notes.setdefault(name, len(self.notes) + 1)

    # Parts

    def _plain(self, text: nodes.Text) -> str:
        return _text(text.text)

    def _break(self, end: nodes.Break) -> str:
        return "<br>\n" if end.hard else "\n"

    def _code_span(self, code: nodes.CodeSpan) -> str:
        return f"<code>{_text(code.text)}</code>"

    def _emphasised(self, part: nodes.Strong | nodes.Emphasis | nodes.Strike) -> str:
        tag = _TAGS[type(part)]
        return f"<{tag}>{self._parts(part.parts)}</{tag}>"

    def _link(self, link: nodes.Link) -> str:
        text, address = self._parts(link.parts), self._of_link(link.target)
        if address is None:
            return f"<span>{text}</span>"
        outside = ' rel="noopener"' if is_website(address) else ""
        return f'<a href="{escape(address)}"{outside}{_title(link.title)}>{text}</a>'

    def _image(self, image: nodes.Image) -> str:
        address = self._of_picture(image.target)
        if address is None:
            return f"<span>{_text(image.text)}</span>"
        return f'<img alt="{escape(image.text)}" src="{escape(address)}"{_title(image.title)}>'

    def _tag(self, tag: nodes.Tag) -> str:
        return self._clean(tag.html).removesuffix(f"</{tag.name}>") + (
            "" if tag.name == "img" else f"{self._parts(tag.parts)}</{tag.name}>"
        )

    def _reference(self, reference: nodes.FootnoteReference) -> str:
        number = self._number(reference.name)
        index = self.references[reference.name] = self.references.get(reference.name, 0) + 1
        return f'<sup id="{_reference_id(number, index)}"><a class="footnote-ref" href="#fn-{number}">{number}</a></sup>'

    # What leads elsewhere, and what others wrote

    def _of_link(self, written: str) -> str | None:
        """Where a link leads. None for nowhere, and for what looks like a place of this site and is one of another."""
        address = self._address(written)
        return address if address is not None and (is_whole(address) or not leaves(address)) else None

    def _of_picture(self, written: str) -> str | None:
        """Where a picture lies. None also for a picture of another site, which would learn who reads this one."""
        address = self._address(written)
        return address if address is not None and not leaves(address) else None

    def _address(self, written: str) -> str | None:
        if written not in self.addresses:
            self.addresses[written] = self._resolved(written)
        return self.addresses[written]

    def _resolved(self, written: str) -> str | None:
        if written.startswith("#") and (id := self.ids.fragments.get(unquote(written[1:]))):
            return f"#{id}"
        twisted = is_script(written) or (leaves(written) and not is_whole(written))
        return None if twisted else self.resolve(written)

    def _clean(self, html: str) -> str:
        """Raw HTML without what is not allowed; ids in it are dropped, for ours must be the only ones."""
        cleaned = nh3.clean(html, attribute_filter=self._filter, **allowed.OPTIONS_FOR_RAW_LINKS).strip()
        return without_lost_pictures(_FIRST_HEADING.sub(r"<\1h2", cleaned))

    def _filter(self, tag: str, attribute: str, value: str) -> str | None:
        """nh3 asks for each attribute that the allow-list lets pass."""
        if attribute == "id":
            return None
        if attribute == "href":
            return self._of_link(value)
        return self._of_picture(value) if attribute == "src" else value


# A key is the type that its function takes, which the type of a mapping cannot say.
_BLOCKS: Mapping[type[nodes.Block], Callable[[_Writer, Any], str]] = {
    nodes.Heading: _Writer._heading,
    nodes.Label: _Writer._paragraph,
    nodes.Paragraph: _Writer._paragraph,
    nodes.Signature: _Writer._signature,
    nodes.List: _Writer._list,
    nodes.Table: _Writer._table,
    nodes.Quote: _Writer._quote,
    nodes.Rule: lambda writer, rule: "<hr>",
    nodes.Code: _Writer._code,
    nodes.Admonition: _Writer._admonition,
    nodes.Html: _Writer._html,
    nodes.HtmlElement: _Writer._element,
    nodes.Footnote: lambda writer, note: "",
}
_PARTS: Mapping[type[nodes.Part], Callable[[_Writer, Any], str]] = {
    nodes.Text: _Writer._plain,
    nodes.Break: _Writer._break,
    nodes.CodeSpan: _Writer._code_span,
    **dict.fromkeys(_TAGS, _Writer._emphasised),
    nodes.Link: _Writer._link,
    nodes.Image: _Writer._image,
    nodes.Tag: _Writer._tag,
    nodes.FootnoteReference: _Writer._reference,
}


def _block(name: str, attributes: str, inner: str) -> str:
    return f"<{name}{attributes}>\n{inner}\n</{name}>" if inner else f"<{name}{attributes}></{name}>"


def _wrapped(table: str, cards: bool = False) -> str:
    classes = f"{wrapper_class(cards)} {wide_class(table)}".rstrip()
    return f'<div class="{classes}" tabindex="0">{unbroken(table)}</div>'


def _text(text: str) -> str:
    return escape(text, quote=False)


def _title(title: str) -> str:
    return f' title="{escape(title)}"' if title else ""


def _reference_id(number: int, index: int) -> str:
    return f"fnref-{number}" if index == 1 else f"fnref{index}-{number}"


def _state(mark: Mark | None, ticked: bool | None) -> str:
    """The word for what became of an activity, else the box as a sign; an unmarked item without news says nothing."""
    if mark is not None and (ticked is not None or mark.is_news):
        return f'<span class="state">{_text(mark.word)}</span> '
    return "" if ticked is None else f'<span class="box">{BOXES[ticked]}</span> '


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
