"""Where a body links to, for the checks of links and for joining documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.markup.inline import LABEL, TARGET, plain_text
from noticeboard.markup.scanner import Kind, lines_of, scan


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


INLINE_LINK = re.compile(rf"!?\[(?P<label>{LABEL})\]\((?P<target>{TARGET})\)", re.DOTALL)

_LINK = re.compile(
    rf"""(?<!`)(?P<fence>`++).+?(?<!`)(?P=fence)(?!`)
      |  \\.
      |  (?P<sign>!?)\[(?P<label>{LABEL})\](?:\((?P<target>{TARGET})\)|\[(?P<name>[^\[\]]*)\])?
      |  <(?P<address>(?:https?|ftp|mailto|tel):[^<>\s]*)>
      |  <(?:a|img)\s(?:[^<>]*?\s)?(?:href|src)\s*=\s*
         (?:"(?P<double>[^"<>]*)"|'(?P<single>[^'<>]*)'|(?P<bare>[^\s"'<>]+))
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
DEFINED = r"""(?:
    [a-zA-Z][a-zA-Z0-9+.-]*+:[^\s，。；！？>]++ | \.{0,2}[/\#][^\s，。；！？>]*+
  | [!-.0-=?-~]*+/[!-=?-~]*+ | [^\s，。；！？]+\.[a-zA-Z][a-zA-Z0-9]{1,4}(?:[?\#]\S*)?
)"""
"""Regular expression of what ``[校历]:`` may define: an address or a file's path. Other text stays text."""
_DEFINITION = re.compile(
    rf"""^[ ]{{0,3}}\[(?!\^)([^\[\]]+)\]:[ \t]*
         (?:<([^<>\n，。；！？]*[./\#:][^<>\n，。；！？]*)>|({DEFINED})(?=\s|$))""",
    re.MULTILINE | re.VERBOSE,
)
_LINE_END = re.compile("\n")
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')$""")
SCRIPT = re.compile(
    r"[\s\x00-\x1f]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|\s*data\s*:", re.IGNORECASE
)
"""Targets that the renderer never lets through; nobody may come upon them here either."""
_SIGNS = ("](", "][", "]:", "://", "mailto:", "href", "src")


def links_of(body: str, first_line: int = 1) -> tuple[Link, ...]:
    """Every link and picture of `body` outside code and comments, in order.

    `first_line` is the number that the body's first line has in its file. Inline links, reference links
    (``[校历][1]``), addresses in ``<>``, raw ``<a>`` and ``<img>`` count.
    """
    if not any(sign in body for sign in _SIGNS):
        return ()
    text = _without_code(body)
    definitions = {_key(found[1]): found[2] or found[3] for found in _DEFINITION.finditer(text)}
    found = [link for link in _find(text, 0, definitions) if not SCRIPT.match(link[2])]
    if not found:
        return ()
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    links = []
    for offset, label, target in found:
        line = bisect_right(starts, offset)
        links.append(Link(plain_text(label), target, line + first_line - 1, offset - starts[line - 1] + 1))
    return tuple(links)


def target_of(written: str) -> str:
    """The target of a link from what stands between its round brackets: without ``<>`` and title."""
    target = _TITLE.sub("", written.strip())
    return target[1:-1].strip() if target.startswith("<") and target.endswith(">") else target


def _find(text: str, start: int, definitions: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    """Offset, label and target of each link in `text`, which begins at `start` of the body."""
    for found in _LINK.finditer(text):
        label = found["label"]
        place = start + found.start()
        if label is not None:
            if "\n\n" in label:
                yield from _find(label, start + found.start("label"), definitions)
                continue
            target = found["target"]
            if target is not None:
                yield place, label, target_of(target)
            elif definitions and not text.startswith(":", found.end()):
                known = definitions.get(_key(found["name"] or label))
                if known is not None:
                    yield place, label, known
            if "[" in label:
                yield from _find(label, start + found.start("label"), definitions)
        else:
            target = found["address"] or found["double"] or found["single"] or found["bare"]
            if target:
                yield place, "" if found["address"] is None else target, target


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _without_code(body: str) -> str:
    """`body` with its code and comments emptied; every other character stays on its line and column."""
    lines = lines_of(body)
    if (
        "```" not in body
        and "~~~" not in body
        and "    " not in body
        and "\t" not in body
        and "<!--" not in body
    ):
        return "\n".join(lines)
    comment = False
    for row in scan(lines):
        if row.kind is Kind.HTML and row.opens:
            comment = row.text.lstrip().startswith("<!--")
        if row.kind in (Kind.FENCE, Kind.CODE) or (row.kind is Kind.HTML and comment):
            lines[row.index] = ""
    return "\n".join(lines)
