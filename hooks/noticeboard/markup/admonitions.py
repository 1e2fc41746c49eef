"""Admonitions whose titles are Chinese: ``!!! warning`` without a title says 注意."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions.admonition import AdmonitionExtension, AdmonitionProcessor

TITLES = {
    "abstract": "摘要",
    "bug": "缺陷",
    "danger": "警告",
    "example": "示例",
    "failure": "失败",
    "info": "信息",
    "note": "说明",
    "question": "问题",
    "quote": "引用",
    "success": "完成",
    "tip": "提示",
    "warning": "注意",
}


class Admonitions(AdmonitionExtension):
    """Python-Markdown's admonitions with our titles."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.registerExtension(self)
        md.parser.blockprocessors.register(_Processor(md.parser), "admonition", 105)


class _Processor(AdmonitionProcessor):
    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        names, title = super().get_class_and_title(match)
        kind = names.split()[0]
        return names, TITLES.get(kind, title) if match[2] is None else title
