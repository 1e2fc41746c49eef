"""The JSON Schema of the front matter, from the declarations of the fields: what editors complete and mark.

`python -m noticeboard.writing.front_matter_schema docs/assets/front-matter.schema.json` writes it anew.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from noticeboard.content.document_reader import PASSED_THROUGH, TYPE_KEYS
from noticeboard.content.documents import TYPES, Document
from noticeboard.content.fields import Declaration, declarations, own_declarations
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.site_file import read_site_file


def front_matter_schema(settings: Settings) -> Mapping[str, Any]:
    """The schema, in draft 7, which editors read; units and categories are those of `settings`.

    Every field has its Chinese and its English key. What only the reader can tell (dates that exist, files that are
    there) is left to it.
    """
    common = {**_type_keys(), **_keys(declarations(Document), settings), **_passed_through(settings)}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "公告栏文件的开头",
        "description": "两行“---”之间的各项。中文名和英文名都可以用，同一项只写一次。",
        "type": "object",
        "allOf": [_one_key_of(TYPE_KEYS), *(_when(kind) for kind in TYPES.values())],
        "properties": common,
        "definitions": {kind.type: _type(kind, common, settings) for kind in TYPES.values()},
    }


def _type_keys() -> Mapping[str, Any]:
    words = [word for kind in TYPES.values() for word in (kind.label, kind.type)]
    return {key: {"enum": words, "description": "这是一份什么文件。"} for key in TYPE_KEYS}


def _passed_through(settings: Settings) -> Mapping[str, Any]:
    return {key: dict(kind.schema(settings)) for key, kind in PASSED_THROUGH.items()}


def _keys(fields: Iterable[Declaration], settings: Settings) -> dict[str, Any]:
    """Each field under each of its names."""
    return {
        key: {**field.kind.schema(settings), "description": f"{field.help}写法：{field.kind.shape}。"}
        for field in fields
        for key in field.keys
    }


def _when(kind: type[Document]) -> Mapping[str, Any]:
    """What holds for a document that says it is of type `kind`."""
    says = [{"properties": {key: {"enum": [kind.label, kind.type]}}, "required": [key]} for key in TYPE_KEYS]
    return {"if": {"anyOf": says}, "then": {"$ref": f"#/definitions/{kind.type}"}}


def _type(kind: type[Document], common: Mapping[str, Any], settings: Settings) -> Mapping[str, Any]:
    own = _keys(own_declarations(kind), settings)
    required = [_one_key_of((field.chinese, field.name)) for field in declarations(kind) if field.required]
    return {
        "title": kind.label,
        "properties": own,
        "propertyNames": {"enum": [*common, *own]},
        "allOf": required,
    }


def _one_key_of(keys: Iterable[str]) -> Mapping[str, Any]:
    """That exactly one of some keys is there."""
    return {"oneOf": [{"required": [key]} for key in keys]}


def schema_text(settings: Settings) -> str:
    """The file's text."""
    return json.dumps(front_matter_schema(settings), ensure_ascii=False, indent=2) + "\n"


def main(target: str) -> None:
    """Writes the schema for the site in the working folder to `target`."""
    settings, _ = read_site_file(Path.cwd())
    place = Path(target)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(schema_text(settings), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
