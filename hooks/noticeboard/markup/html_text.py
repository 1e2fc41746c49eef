"""The text of HTML that others wrote: of raw HTML in a body, and of pages that a generator has rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser

Attributes = Mapping[str, str | None]

_SILENT = frozenset({"script", "style", "template", "svg", "button", "noscript", "iframe", "object", "math"})
_VOID = frozenset(
    {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
"""Elements within a text; all others begin and end one."""
_CELL_GAP = " ｜"


def texts_of_html(html: str) -> Iterator[str]:
    """The texts that a reader sees as one, from top to bottom, with single spaces."""
    return (text for text, _, _ in read_html(html))


def read_html(
    html: str, is_silent: Callable[[str, Attributes], bool] = lambda tag, attributes: False
) -> Iterator[tuple[str, str, Attributes]]:
    """Each text, and the block that it stands in: tag and attributes. What `is_silent` says says nothing."""
    parser = _TextParser(is_silent)
    parser.feed(html)
    parser.close()
    parser.end_text()
    return iter(parser.texts)


class _TextParser(HTMLParser):
    def __init__(self, is_silent: Callable[[str, Attributes], bool]) -> None:
        super().__init__(convert_charrefs=True)
        self.is_silent = is_silent
        self.texts: list[tuple[str, str, Attributes]] = []
        self.parts: list[str] = []
        self.block: tuple[str, Attributes] = ("", {})
        self.silent: list[str] = []
        """The silent element that is open and those in it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if self.silent or tag in _SILENT or self.is_silent(tag, attributes):
            if tag not in _VOID:
                self.silent.append(tag)
        elif tag in ("td", "th"):
            self.parts.append(_CELL_GAP)
        elif tag not in _INLINE:
            self.end_text()
            self.block = (tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag in self.silent:
                del self.silent[self.silent.index(tag) :]
        elif tag not in _INLINE and tag not in ("td", "th"):
            self.end_text()
            self.block = ("", {})

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)

    def end_text(self) -> None:
        text = " ".join("".join(self.parts).split()).strip(_CELL_GAP)
        if text:
            self.texts.append((text, *self.block))
        self.parts = []
