"""Paths to other documents."""

from __future__ import annotations

from dataclasses import dataclass

from noticeboard.content.field_types.field_type import TEXTS_SCHEMA, Asked, FieldType, items_of, scalar
from noticeboard.content.front_matter import nodes


@dataclass(frozen=True, slots=True)
class Reference:
    """A path to another document, as written; what it means is known once all documents are read."""

    text: str
    line: int
    column: int


def _references(node: nodes.Node, asked: Asked) -> tuple[Reference, ...]:
    found = ((item, scalar(item, asked)) for item in items_of(node))
    return tuple(Reference(text, item.line, item.column) for item, text in found if text is not None)


def _reference(node: nodes.Node, asked: Asked) -> Reference | None:
    text = scalar(node, asked)
    return None if text is None else Reference(text, node.line, node.column)


REFERENCE = FieldType(_reference, "另一份文件的路径")
REFERENCES = FieldType(_references, "一份或几份文件的路径", schema=lambda settings: TEXTS_SCHEMA)
NOTICE_PERIOD = FieldType(_reference, "起止日期，或 5个工作日", look="notice_period")
"""Read as written; the reader of documents settles it with the date of issue."""
