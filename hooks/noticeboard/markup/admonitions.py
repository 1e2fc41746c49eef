"""The titles of notes: ``!!! warning`` without a title says 注意."""

from __future__ import annotations

from noticeboard.markup.nodes import Admonition

_TITLES = {
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
"""Kinds of notes → the titles of those that have none of their own."""


def title_of(note: Admonition) -> str:
    """Its own title, or that of its kind."""
    return _TITLES.get(note.kind.lower(), note.kind) if note.title is None else note.title
