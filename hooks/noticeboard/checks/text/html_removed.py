"""Scripts, forms and the like, which no page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import raw_tags
from noticeboard.content.documents import Document
from noticeboard.markup.links import scripts_of
from noticeboard.markup.raw_tags import HtmlTag
from noticeboard.markup.urls import is_pasted, is_script
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_ACTIVE = frozenset(
    [
        "applet",
        "audio",
        "base",
        "body",
        "button",
        "canvas",
        "dialog",
        "embed",
        "fencedframe",
        "form",
        "frame",
        "frameset",
        "html",
        "iframe",
        "input",
        "link",
        "map",
        "area",
        "marquee",
        "math",
        "meta",
        "noscript",
        "object",
        "option",
        "portal",
        "script",
        "select",
        "slot",
        "source",
        "style",
        "svg",
        "template",
        "textarea",
        "track",
        "video",
        "xmp",
    ]
)
_OLD = frozenset({"font", "center", "big", "tt", "strike", "nobr", "blink", "basefont"})
_OF_WORD = ("o:", "v:", "w:", "st1:")
_HANDLER = pattern_of(r"on[a-z]+|srcdoc")
_HINT = "请删去，只留文字；要让读者看到这几个字，前后各加一个反引号“`”。"
_SIGN = pattern_of(r"[<{&]|script|data", re.IGNORECASE)
"""One of these is in every body that has something to tell."""


@document_check("html-removed", Level.WARNING)
def html_removed(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not _SIGN.search(document.body):
        return
    reported = set()
    for tag in raw_tags(document):
        if (what := _removed(tag)) is not None:
            reported.add((tag.line, tag.column))
            yield Finding(document.path, tag.line, tag.column, f"{what}不起作用。", _HINT)
    for link in scripts_of(document.body, document.body_line):
        if (link.line, link.column) not in reported and not (link.is_picture and is_pasted(link.target)):
            message = f"链接“{link.target.strip()[:40]}”里是脚本或数据，不起作用。"
            hint = "请链接到文件，或写完整的网址。"
            yield Finding(document.path, link.line, link.column, message, hint)


def _removed(tag: HtmlTag) -> str | None:
    """What of a tag is taken off."""
    # `x:script` is a script where a page is read as XML.
    if tag.name.rpartition(":")[2] in _ACTIVE or tag.name in _OLD or tag.name.startswith(_OF_WORD):
        return f"“<{tag.name}>”"
    for name, value in tag.attributes:
        if _HANDLER.fullmatch(name):
            return f"“{_element(tag)}”的“{name}”"
        if is_script(value) and name not in ("alt", "title") and not is_pasted(value):
            return f"“{_element(tag)}”里的“{value.strip()[:40]}”"
    return None


def _element(tag: HtmlTag) -> str:
    return f"<{tag.name}>" if tag.name else "{ }"
