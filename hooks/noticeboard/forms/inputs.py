"""A declared field → the input that its form has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from noticeboard.content import field_types
from noticeboard.content.field_types import FieldType
from noticeboard.content.fields import Declaration
from noticeboard.content.settings.board_settings import Settings

Input = dict[str, Any]
"""A field of the CMS' configuration."""

_FILE, _TITLE = "文件", "名称"


def input_of(field: Declaration, settings: Settings) -> Input | None:
    """The input of one field; None where no input can show its values: those stay in the file as they are."""
    shape = _shape(field.kind, settings)
    if shape is None:
        return None
    return {
        "name": field.chinese,
        "label": field.chinese,
        "hint": _hint(field, shape),
        "required": field.required,
        **shape,
    }


def _hint(field: Declaration, shape: Input) -> str:
    """What the field is, and how a value is typed where the input does not show it by itself."""
    is_plain = shape["widget"] != "string" or field.kind is field_types.TEXT
    return field.help if is_plain else f"{field.help}写法：{field.kind.shape}。"


def _shape(kind: FieldType, settings: Settings) -> Input | None:
    if kind in _NOT_SHOWN:
        return None
    if (make := _SHAPES.get(id(kind))) is not None:
        return make()
    words = chinese_words(kind.schema(settings).get("enum", ()))
    return {"widget": "select", "options": words} if words else {"widget": "string"}


def chinese_words(words: Sequence[object]) -> list[str]:
    """Those of a schema's words that officers type: a choice has each in English too."""
    texts = [word for word in words if isinstance(word, str)]
    return [word for word in texts if not word.isascii()] or texts


def _date() -> Input:
    # A day without a time: what the officer picks is what is written, in whatever zone the computer stands.
    return {"widget": "datetime", "format": "YYYY-MM-DD", "time_format": False, "picker_utc": False}


def _texts() -> Input:
    return {"widget": "list"}


def _pairs() -> Input:
    return {"widget": "keyvalue", "key_label": "名称", "value_label": "数值"}


def _attachments() -> Input:
    return {
        "widget": "list",
        "summary": "{{fields.名称}} {{fields.文件}}",
        "fields": [
            {"name": _FILE, "label": _FILE, "widget": "file", "choose_url": False},
            {
                "name": _TITLE,
                "label": _TITLE,
                "widget": "string",
                "required": False,
                "hint": "读者看到的名字；不写就用文件名。",
            },
        ],
    }


_SHAPES: Mapping[int, Callable[[], Input]] = {
    id(field_types.DATE): _date,
    id(field_types.TEXTS): _texts,
    id(field_types.REFERENCES): _texts,
    id(field_types.AMOUNTS): _pairs,
    id(field_types.COUNTS): _pairs,
    id(field_types.ATTACHMENTS): _attachments,
}
_NOT_SHOWN = (field_types.ALLOWANCES, field_types.FORMER_ADDRESSES, field_types.ROUNDS)
"""Of several parts, and for those who know them: a reviewer's, the clerk's of proposals."""
