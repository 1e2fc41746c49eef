"""Pictures that say nothing to whoever does not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.pictures.pictures import pictures_of
from noticeboard.content.documents import Document
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_ALT = pattern_of(r"\salt\s*=\s*(?:\"\s*[^\"\s]|'\s*[^'\s]|[^\s\"'>])", re.IGNORECASE)
_NO_TEXT = pattern_of(
    r"(?:图片?|image|img|alt text|在这里插入图片描述|输入图片说明|.*\.(?:png|jpe?g|gif|webp|bmp))?\s*",
    re.IGNORECASE,
)


@document_check("picture-without-text", Level.WARNING)
def picture_without_text(document: Document, context: CheckContext) -> Iterator[Finding]:
    for picture, written in pictures_of(document):
        if written.startswith("!"):
            lacks = _NO_TEXT.fullmatch(picture.text) is not None
        else:
            lacks = not _ALT.search(written.partition(">")[0])
        if lacks:
            message = f"图片“{picture.target}”没有文字说明。"
            hint = f"请在方括号里写上图里是什么：![图里是什么]({picture.target})。"
            yield Finding(document.path, picture.line, picture.column, message, hint)
