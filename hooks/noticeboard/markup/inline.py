"""Inline Markdown without a parser: its plain text, and how lines of Chinese are joined."""

from __future__ import annotations

import html
import re

_WIDE = (
    "\u2e80-\u2fff\u3001-\u303f\u3040-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
)
_SIGNS = "\u3001-\u3020\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_QUOTES = "“”‘’—…·"
_SPACELESS = re.compile(rf"[{_WIDE}{_QUOTES}][{_WIDE}{_QUOTES}]|[{_SIGNS}].|.[{_SIGNS}]", re.DOTALL)


def joins_without_space(before: str, after: str) -> bool:
    """True when a line break between these characters is no space: between 汉字, beside Chinese signs."""
    return _SPACELESS.fullmatch(before + after) is not None


def join_lines(lines: list[str]) -> str:
    """A paragraph's lines as one, with a space only where the language has one."""
    text = lines[0].rstrip()
    for line in lines[1:]:
        line = line.strip()
        if text and line:
            text += line if joins_without_space(text[-1], line[0]) else " " + line
        else:
            text += line
    return text


LABEL = r"(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*"
"""Regular expression of what stands between a link's square brackets; one pair may be nested."""
TARGET = r"(?:[^()\\\n]|\\.|\([^()\n]*\))*"
"""Regular expression of what stands between its round brackets."""

_MARKUP = re.compile(r"[*_~`\[<&\\]")
_PIECES = re.compile(
    rf"""(?<!`)(?P<fence>`++)(?P<code>.+?)(?<!`)(?P=fence)(?!`)
      |  \\(?P<escaped>[!-/:-@\[-`{{-~])
      |  !?\[(?P<label>{LABEL})\](?:\({TARGET}\)|\[[^\[\]]*\])
      |  \[\^[^\[\]]+\]
      |  <(?P<address>[a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>
      |  </?[a-zA-Z][^<>]*>|<!--.{{0,2000}}?-->
      |  &\#?\w{{1,31}};
    """,
    re.VERBOSE | re.DOTALL,
)
_EMPHASIS = re.compile(
    r"(?<!\\)(?P<mark>\*{1,3}|~~)(?=[^\s*~])(?P<text>.{1,400}?)(?<=[^\s*~])(?P=mark)(?![*~])"
    r"|(?<!\w)(?P<bar>_{1,3})(?=[^\s_])(?P<under>.{1,400}?)(?<=[^\s_])(?P=bar)(?!\w)",
    re.DOTALL,
)
_NESTING = 4
"""Emphasis inside emphasis is taken off this many times."""


def plain_text(text: str) -> str:
    """`text` as a reader sees it: without emphasis, links' targets, code signs, tags and escapes."""
    if _MARKUP.search(text) is None:
        return text.strip()
    for _ in range(_NESTING):
        bare = _EMPHASIS.sub(_emphasised, text)
        if bare == text:
            break
        text = bare
    return _PIECES.sub(_shown, text).strip()


def _emphasised(match: re.Match[str]) -> str:
    return match["text"] or match["under"]


def _shown(match: re.Match[str]) -> str:
    if match["code"] is not None:
        return match["code"].strip()
    if match["label"] is not None:
        return plain_text(match["label"]) if "[" in match["label"] else match["label"]
    shown = match["escaped"] or match["address"]
    if shown is not None:
        return shown
    return html.unescape(match[0]) if match[0].startswith("&") else ""
