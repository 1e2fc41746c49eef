"""MkDocs' own key that is no plain text."""

from __future__ import annotations

import re

from noticeboard.content.field_types.field_type import (
    UNKNOWN_KEY,
    WRONG_TYPE,
    Asked,
    FieldType,
    plain,
    scalar,
)
from noticeboard.content.field_types.words import yes_no
from noticeboard.content.front_matter import nodes
from noticeboard.content.reporter import KeyPlace
from noticeboard.content.similar_names import nearest
from noticeboard.patterns import pattern_of

_DECIMAL = pattern_of(r"\d{1,3}(?:\.\d{1,3})?", re.ASCII)


def _search(node: nodes.Node, asked: Asked) -> dict[str, bool | float] | None:
    """MkDocs' own `search: {exclude: true, boost: 2}`."""
    if not isinstance(node, nodes.Mapping):
        message = f"“{asked.label}”应当写明是 exclude 还是 boost。"
        asked.reporter.report(node, WRONG_TYPE, message, "不想被搜到，请写成：search: {exclude: true}。")
        return None
    found: dict[str, bool | float] = {}
    for entry in node.entries:
        key = plain(entry.key)
        inner = Asked(key, asked.settings, asked.reporter)
        value: bool | float | None = None
        if key not in ("exclude", "boost"):
            near = nearest(key, ("exclude", "boost"))
            hint = f"是不是“{near}”？" if near else "这里只能写 exclude 或 boost。"
            asked.reporter.report(KeyPlace.of(entry), UNKNOWN_KEY, f"“{asked.label}”里不认识“{key}”。", hint)
        elif entry.value is not None:
            value = yes_no(entry.value, inner) if key == "exclude" else _number(entry.value, inner)
        if value is not None:
            found[key] = value
    return found


def _number(node: nodes.Node, asked: Asked) -> float | None:
    text = scalar(node, asked)
    if text is None:
        return None
    if _DECIMAL.fullmatch(text):
        return float(text)
    asked.reporter.report(
        node,
        WRONG_TYPE,
        f"“{asked.label}”应当是一个数，这里写的是“{text}”。",
        f"请写成：{asked.label}: 2。",
    )
    return None


SEARCH = FieldType(
    _search,
    "{exclude: true}",
    schema=lambda settings: {
        "type": ["object", "null"],
        "properties": {"exclude": {"type": "boolean"}, "boost": {"type": "number"}},
        "additionalProperties": False,
    },
)
