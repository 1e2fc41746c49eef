"""Files that a document brings along."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from noticeboard.content.field_types.field_type import (
    DUPLICATE_FIELD,
    TEXT_SCHEMA,
    UNKNOWN_KEY,
    Asked,
    FieldType,
    Schema,
    items_of,
    plain,
    scalar,
)
from noticeboard.content.front_matter import nodes
from noticeboard.content.reporter import KeyPlace
from noticeboard.content.repository.paths import ROOT, beside
from noticeboard.problems import Diagnostic, Level

ATTACHMENT_NO_FILE = Diagnostic("attachment-no-file", Level.ERROR)
ATTACHMENT_OUTSIDE = Diagnostic("attachment-outside", Level.ERROR)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a document brings along."""

    path: str
    """Below the repository root."""
    name: str
    """What readers see; the file's name when the officer gave none."""
    line: int
    column: int


_FILE_KEYS = {"文件": "file", "file": "file", "名称": "name", "name": "name"}


def _attachments(node: nodes.Node, asked: Asked) -> tuple[Attachment, ...]:
    found = (_attachment(item, asked) for item in items_of(node))
    return tuple(attachment for attachment in found if attachment is not None)


def _attachment(item: nodes.Node, asked: Asked) -> Attachment | None:
    parts = _parts(item, asked) if isinstance(item, nodes.Mapping) else {"file": scalar(item, asked)}
    if parts is None:
        asked.reporter.report(
            item,
            ATTACHMENT_NO_FILE,
            f"“{asked.label}”里有一项没有写“文件”。",
            "请写成：- 文件: 预算表.xlsx。",
        )
        return None
    file = parts["file"]
    if file is None:
        return None
    path = beside(asked.reporter.path, file)
    if path is None or not path.startswith(f"{ROOT}/"):
        asked.reporter.report(
            item,
            ATTACHMENT_OUTSIDE,
            f"附件“{file}”不在 {ROOT} 文件夹里。",
            "请把文件放到本文旁边，这里只写它的文件名，例如“预算表.xlsx”。",
        )
        return None
    return Attachment(path, parts.get("name") or posixpath.basename(path), item.line, item.column)


def _parts(item: nodes.Mapping, asked: Asked) -> dict[str, str | None] | None:
    """What a `{文件, 名称}` says; None when it does not have 文件."""
    parts: dict[str, str | None] = {}
    lines: dict[str, int] = {}
    for entry in item.entries:
        key = _FILE_KEYS.get(plain(entry.key))
        place = KeyPlace.of(entry)
        if key is None:
            message = f"“{asked.label}”里不认识“{plain(entry.key)}”。"
            asked.reporter.report(place, UNKNOWN_KEY, message, "每个附件只写“文件”和“名称”。")
        elif key in lines:
            message = f"同一个附件的“{plain(entry.key)}”写了两次，第 {lines[key]} 行已经有了。"
            asked.reporter.report(
                place, DUPLICATE_FIELD, message, "请只留一处；另一个附件请另起一条“- 文件: ”。"
            )
        else:
            lines[key] = place.line
            if entry.value is not None:
                parts[key] = scalar(entry.value, Asked(plain(entry.key), asked.settings, asked.reporter))
    return parts if "file" in parts else None


_FILE_SCHEMA: Schema = {
    "type": "object",
    "properties": dict.fromkeys(_FILE_KEYS, TEXT_SCHEMA),
    "additionalProperties": False,
}
_ITEM_SCHEMA: Schema = {"anyOf": [TEXT_SCHEMA, _FILE_SCHEMA]}
ATTACHMENTS = FieldType(
    _attachments,
    "列表：文件路径，或 文件 与 名称",
    schema=lambda settings: {"anyOf": [*_ITEM_SCHEMA["anyOf"], {"type": "array", "items": _ITEM_SCHEMA}]},
)
