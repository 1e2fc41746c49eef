"""Pictures that no reader will see: the board's policy lets a page show the board's own only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.links.targets import is_on_a_disk
from noticeboard.checks.text.places import raw_tags
from noticeboard.content.documents import Document
from noticeboard.markup.raw_tags import HtmlTag
from noticeboard.markup.urls import is_script, leaves
from noticeboard.problems import Level

_PASTED = re.compile(r"(?:!\[[^\]\[]*\]\(|<img\b[^<>]{0,200}?\ssrc=[\"']?)\s*data:image/", re.IGNORECASE)
"""A picture written out in letters; the reader of links passes over these targets."""
_HINT = "请把图片存成文件，放到本文旁边，再写 ![图里是什么](文件名)。"


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
            message = (
                f"“{f'<{tag.name}>' if tag.name else '{ }'}”要从别的网站取“{address}”，公告栏里显示不出来。"
            )
            yield Finding(document.path, tag.line, tag.column, message, _HINT)
    if "data:image/" in document.body:
        for number, line in enumerate(document.body.split("\n"), document.body_line):
            for pasted in _PASTED.finditer(line):
                message = "图片直接贴在了文字里，公告栏里显示不出来。"
                yield Finding(document.path, number, pasted.start() + 1, message, _HINT)


def _loaded_elsewhere(tag: HtmlTag) -> str | None:
    return next((address for address in tag.loaded if leaves(address) and not is_script(address)), None)
