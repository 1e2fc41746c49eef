"""Pictures that no reader will see: the board's policy lets a page show the board's own only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.links.link_targets import is_on_a_disk
from noticeboard.checks.text.places import raw_tags
from noticeboard.content.documents import Document
from noticeboard.markup.links import scripts_of
from noticeboard.markup.raw_tags import HtmlTag
from noticeboard.markup.urls import is_pasted, is_script, leaves
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_PASTED = pattern_of(r"(?:!\[[^\]\[]*\]\(|<img\b[^<>]{0,200}?\ssrc=[\"']?)\s*data:image/", re.IGNORECASE)
"""A picture written out in letters."""
_PASTED_MESSAGE = "图片直接贴在了文字里，公告栏里显示不出来。"
_DATA = pattern_of(r"data(?::|&)|&#", re.IGNORECASE)
_HINT = "请把图片存成文件，放到本文旁边，再写 ![图里是什么](文件名)。"
_PICTURE = "显示别的网站的图片", _HINT
_SENT = "把读者填的送到别的网站", "请删去，改成一个链接或电话。"
_EMBEDDED = "嵌入别的网站的网页", "请删去，改成一个链接：[名称](网址)。"
_RECORDED = "播放别的网站的录像、录音", "请删去，改成一个链接：[名称](网址)。"
_STYLED = "使用别的网站的样式、字体", "请删去，公告栏有自己的样式。"
_RUN = "运行别的网站的脚本", "请删去，网页里不能有脚本。"
_MESSAGES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("form", "button", "input", "textarea", "select"), _SENT),
    **dict.fromkeys(("iframe", "frame", "embed", "object", "applet", "portal", "html"), _EMBEDDED),
    **dict.fromkeys(("video", "audio", "source", "track", "bgsound"), _RECORDED),
    **dict.fromkeys(("link", "style", "base"), _STYLED),
    "script": _RUN,
    **dict.fromkeys(("a", "area"), ("把读者点了什么告诉别的网站", "请删去“ping”，只留下链接。")),
}
"""Element → what it would do with an address of another site, and what an officer does instead."""


@document_check("picture-outside", Level.WARNING)
def picture_outside(document: Document, context: CheckContext) -> Iterator[Finding]:
    reported = set()
    for picture in document.links:
        if picture.is_picture and leaves(picture.target) and not is_on_a_disk(picture):
            reported.add((picture.line, picture.column))
            message = f"图片“{picture.target}”在别的网站上，公告栏里显示不出来。"
            yield Finding(document.path, picture.line, picture.column, message, _HINT)
    for tag in raw_tags(document):
        if (address := _loaded_elsewhere(tag)) and (tag.line, tag.column) not in reported:
            what = f"<{tag.name}>" if tag.name else "{ }"
            yield Finding(document.path, tag.line, tag.column, *_message_and_hint(tag, what, address))
    yield from _pasted(document)


def _pasted(document: Document) -> Iterator[Finding]:
    """Pictures in letters, wherever their address stands; also where a bracket that nobody has closed hides one from readers."""
    if not _DATA.search(document.body):
        return
    places = {
        (number, pasted.start() + 1)
        for number, line in enumerate(document.body.split("\n"), document.body_line)
        for pasted in _PASTED.finditer(line)
    }
    places |= {
        (link.line, link.column)
        for link in scripts_of(document.body, document.body_line)
        if link.is_picture and is_pasted(link.target)
    }
    for line, column in sorted(places):
        yield Finding(document.path, line, column, _PASTED_MESSAGE, _HINT)


def _message_and_hint(tag: HtmlTag, what: str, address: str) -> tuple[str, str]:
    """What is wrong with a tag, and what to do: a form sends, a script runs, a frame shows another page."""
    does, hint = _MESSAGES.get(tag.name, _PICTURE)
    return f"“{what}”要{does}“{address}”，公告栏里不起作用。", hint


def _loaded_elsewhere(tag: HtmlTag) -> str | None:
    return next((address for address in tag.loaded if leaves(address) and not is_script(address)), None)
