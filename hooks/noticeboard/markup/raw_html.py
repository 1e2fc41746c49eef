"""Raw HTML inside a line, kept from reaching beyond it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor

from noticeboard.markup.allowed import INLINE

_VOID = frozenset({"br", "img"})
_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")


class InlineTags(HtmlInlineProcessor):
    """Lets a tag pass that belongs in a line and is closed in it; any other is shown as typed.

    An element that is never closed would go on to the page's end, and ``<script>`` would take all of it along.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(HTML_RE, md)

    def handleMatch(
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | str | None, int | None, int | None]:
        tag = _NAME.match(m[0])
        if tag is not None:
            name = tag[2].lower()
            closed = tag[1] or name in _VOID or re.compile(rf"</{name}[\s>]", re.I).search(data, m.end())
            if name not in _VOID | INLINE or not closed:
                return None, None, None
        return super().handleMatch(m, data)
