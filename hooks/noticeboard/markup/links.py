"""Where a body links to, for the checks of links and for joining documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.markup.code import without_code
from noticeboard.markup.inline import LABEL, TARGET, plain_text
from noticeboard.markup.raw_tags import tags_in
from noticeboard.markup.urls import is_script


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture of a body."""

    text: str
    """What the reader sees, as plain text; of a picture its description."""
    target: str
    """The address or path as written, without the title behind it."""
    line: int
    """1-based line in the file."""
    column: int
    """1-based column of the opening bracket (of a picture, of its ``!``)."""
    is_picture: bool = False


INLINE_LINK = re.compile(rf"!?\[(?P<label>{LABEL})\]\((?P<target>{TARGET})\)", re.DOTALL)

_LINK = re.compile(
    rf"""(?<!`)(?P<fence>`++).+?(?<!`)(?P=fence)(?!`)
      |  \\.
      |  (?P<sign>!?)\[(?P<label>{LABEL})\](?:\((?P<target>{TARGET})\)|\[(?P<name>[^\[\]]*)\])?
      |  <(?P<address>(?:https?|ftp|mailto|tel):[^<>\s]*)>
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
DEFINED = r"""(?:
    [a-zA-Z][a-zA-Z0-9+.-]*+:[^\s，。；！？>]++ | \.{0,2}[/\#][^\s，。；！？>]*+
  | [!-.0-=?-~]*+/[!-=?-~]*+ | [^\s，。；！？]+\.[a-zA-Z][a-zA-Z0-9]{1,4}(?:[?\#]\S*)?
)"""
"""Regular expression of what ``[校历]:`` may define: an address or a file's path. Other text stays text."""
_DEFINITION = re.compile(
    rf"""^[ >\t]*\[(?!\^)([^\[\]]+)\]:[ \t]*(?:\n[ >\t]*)?
         (?:<([^<>\n，。；！？]*[./\#:][^<>\n，。；！？]*)>|({DEFINED})(?=\s|$))""",
    re.MULTILINE | re.VERBOSE,
)
_LINE_END = re.compile("\n")
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')$""")
_SIGNS = ("](", "][", "]:", "://", "mailto:", "<")
_HOLDERS = {"a": "href", "img": "src", "image": "src"}
"""Elements that links and pictures are written as in raw HTML, and the attribute that says where; a browser reads ``image`` as ``img``."""


def links_of(body: str, first_line: int = 1) -> tuple[Link, ...]:
    """Every link and picture of `body` outside code and comments, in order.

    `first_line` is the number that the body's first line has in its file. Inline links, reference links
    (``[校历][1]``), addresses in ``<>``, raw ``<a>`` and ``<img>`` count. What would run a script is not among them: no
    renderer lets it through, and nobody may come upon it here; `scripts_of` has it.
    """
    return tuple(link for link in _all_links(body, first_line) if not is_script(link.target))


def scripts_of(body: str, first_line: int = 1) -> tuple[Link, ...]:
    """The links and pictures that `links_of` leaves out."""
    return tuple(link for link in _all_links(body, first_line) if is_script(link.target))


def _all_links(body: str, first_line: int) -> Iterator[Link]:
    if not any(sign in body for sign in _SIGNS):
        return
    text = without_code(body)
    definitions = {_key(found[1]): found[2] or found[3] for found in _DEFINITION.finditer(text)}
    found = sorted([*_find(text, 0, definitions), *_find_tags(text)], key=lambda link: link[0])
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))] if found else []
    for offset, label, target, is_picture in found:
        line = bisect_right(starts, offset)
        column = offset - starts[line - 1] + 1
        yield Link(plain_text(label), target, line + first_line - 1, column, is_picture)


def _find_tags(text: str) -> Iterator[tuple[int, str, str, bool]]:
    for tag in tags_in(text):
        wanted = _HOLDERS.get(tag.name)
        # Of an attribute that is given twice a browser takes the first.
        target = next((value for name, value in tag.attributes if name == wanted), "") if wanted else ""
        if target:
            yield tag.offset, "", target, tag.name != "a"


def target_of(written: str) -> str:
    """The target of a link from what stands between its round brackets: without ``<>`` and title."""
    target = _TITLE.sub("", written.strip())
    return target[1:-1].strip() if target.startswith("<") and target.endswith(">") else target


def _find(text: str, start: int, definitions: dict[str, str]) -> Iterator[tuple[int, str, str, bool]]:
    """Offset, label and target of each link of Markdown in `text`, which begins at `start` of the body, and whether it is a picture."""
    for found in _LINK.finditer(text):
        label = found["label"]
        place = start + found.start()
        if label is not None:
            if "\n\n" in label:
                yield from _find(label, start + found.start("label"), definitions)
                continue
            target = found["target"]
            if target is not None:
                yield place, label, target_of(target), bool(found["sign"])
            elif definitions and not text.startswith(":", found.end()):
                known = definitions.get(_key(found["name"] or label))
                if known is not None:
                    yield place, label, known, bool(found["sign"])
            if "[" in label:
                yield from _find(label, start + found.start("label"), definitions)
        elif found["address"]:
            yield place, found["address"], found["address"], False


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
