"""The tags of raw HTML in a body, as they were typed, and what they would load."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from noticeboard.markup.code import without_code


@dataclass(frozen=True, slots=True)
class HtmlTag:
    """A start tag."""

    name: str
    """In lower case; empty for a list of attributes in braces, which is Markdown's way to give some to any element."""
    attributes: tuple[tuple[str, str], ...]
    """Names in lower case, values with their entities; a name that is given twice stands twice."""
    offset: int
    """Of its ``<`` in the body."""
    line: int
    """1-based line in the file."""
    column: int
    style: str = ""
    """What a ``<style>`` holds."""

    @property
    def loaded(self) -> Iterator[str]:
        """The addresses that a browser would ask for, to show the element."""
        yield from addresses_in_style(self.style)
        for name, value in self.attributes:
            if name == "style":
                yield from addresses_in_style(value)
            elif name.endswith("srcset"):
                yield from (part.split()[0] for part in value.split(",") if part.strip())
            elif name in _LOADING or (name in _REFERRING and self.name not in _LEADING):
                yield value


_BREAK = r"\n(?![ \t]*\n)"
"""A line end within a paragraph: a tag does not go on into the next one."""
_QUOTED = rf"""\"(?:[^"\n]|{_BREAK})*\"|'(?:[^'\n]|{_BREAK})*'"""
_START = rf"""<(?P<name>[a-zA-Z][a-zA-Z0-9-]*+(?::[a-zA-Z][a-zA-Z0-9-]*+)?)(?=[\s/>"'=]|$)(?P<rest>(?:=\s*(?:{_QUOTED})|[^<>\n]|{_BREAK})*+)"""
_CODE = rf"(?<!`)(?P<fence>`++)(?:[^\n]|{_BREAK})+?(?<!`)(?P=fence)(?!`)"
_TAG = re.compile(rf"{_CODE}|\\.|{_START}", re.DOTALL)
_TAG_OR_COMMENT = re.compile(rf"<!--(?:-?>|.*?(?:-->|(?<!<!)--!>|\Z))|{_START}", re.DOTALL)
_LIST = re.compile(rf"{_CODE}|\\.|\{{:?(?P<rest>[^{{}}\n]+)\}}(?P<name>)", re.DOTALL)
_ATTRIBUTE = re.compile(rf"""([^\s"'<>/=]+)(?:\s*=\s*({_QUOTED}|[^\s"'<>]+))?""")
_LOADING = frozenset(
    [
        "src",
        "poster",
        "background",
        "lowsrc",
        "dynsrc",
        "data",
        "code",
        "codebase",
        "classid",
        "archive",
        "manifest",
        "profile",
        "ping",
        "action",
        "formaction",
    ]
)
_REFERRING = frozenset({"href", "xlink:href"})
_LEADING = frozenset({"a", "area"})
"""Elements whose address is followed by a reader, and asked for by nobody before."""
_STYLE = re.compile("[^<]*")
_STYLE_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_STYLE_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_STYLE_ADDRESS = re.compile(
    r"(?:(?:url|src|image)\(|@import(?!\s*(?:url|src)\())\s*[\"']?([^\"')\s]+)", re.IGNORECASE
)
_IMAGE_SET = re.compile(r"image-set\(((?:[^()]|\([^()]*\))*)", re.IGNORECASE)
_STRING = re.compile(r"\"([^\"]+)\"|'([^']+)'")


def tags_of(body: str, first_line: int = 1, *, with_lists: bool = False) -> tuple[HtmlTag, ...]:
    """Every start tag of `body` outside code and comments, in order, also one that is never closed.

    `first_line` is the number that the body's first line has in its file. `with_lists` adds the lists of attributes in
    braces (``{ onclick=… }``), which mean something where MkDocs renders.
    """
    if "<" not in body and not (with_lists and "{" in body):
        return ()
    text, html = without_code(body, is_page=with_lists)
    found = [*_tags_in(_TAG, text, first_line), *_tags_in(_TAG_OR_COMMENT, html, first_line)]
    if with_lists:
        found += _lists_in(text, first_line)
    return tuple(sorted(found, key=lambda tag: (tag.line, tag.column)))


def tags_in_html(html: str, line: int = 1, column: int = 1) -> tuple[HtmlTag, ...]:
    """Every start tag of raw HTML that begins at a line and column of a file: it has comments, and no code of Markdown."""
    starts = _starts(html)
    # Where a block stands in a quote, each of its lines does.
    return tuple(
        replace(tag, column=tag.column + column - 1)
        for found in _TAG_OR_COMMENT.finditer(html)
        if found["name"]
        for tag in [_tag(found, starts, line)]
    )


def _tags_in(pattern: re.Pattern[str], text: str, first_line: int) -> Iterator[HtmlTag]:
    if "<" not in text:
        return
    starts = _starts(text)
    yield from (_tag(match, starts, first_line) for match in pattern.finditer(text) if match["name"])


def _lists_in(text: str, first_line: int) -> Iterator[HtmlTag]:
    starts = _starts(text)
    return (_tag(match, starts, first_line) for match in _LIST.finditer(text) if match["rest"])


def _starts(text: str) -> list[int]:
    return [0, *(end.end() for end in re.finditer("\n", text))]


def _tag(match: re.Match[str], starts: list[int], first_line: int) -> HtmlTag:
    name, offset = (match["name"] or "").lower(), match.start()
    line = bisect_right(starts, offset)
    attributes = tuple(
        (key.lower(), unescape(_bare(value))) for key, value in _ATTRIBUTE.findall(match["rest"])
    )
    found = _STYLE.match(match.string, match.end()) if name == "style" else None
    style = found[0] if found else ""
    return HtmlTag(name, attributes, offset, line + first_line - 1, offset - starts[line - 1] + 1, style)


def addresses_in_style(style: str) -> tuple[str, ...]:
    """The addresses that a style names, escapes and comments taken off as a browser does (CSS Syntax Level 3)."""
    plain = _STYLE_ESCAPE.sub(_unescaped, _STYLE_COMMENT.sub("", unescape(style)))
    # A set of pictures names each in a string of its own (CSS Images Level 4, section 2.4).
    listed = (one or other for found in _IMAGE_SET.findall(plain) for one, other in _STRING.findall(found))
    return (*_STYLE_ADDRESS.findall(plain), *listed)


def _unescaped(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else 0
    return found[2] or (chr(number) if 0 < number < 0x110000 else "\ufffd")


def _bare(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') else value
