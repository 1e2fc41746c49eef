"""What a kind of value is, and what all kinds share."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from noticeboard.content.front_matter import nodes
from noticeboard.content.front_matter.unquoted import BLANKS
from noticeboard.content.reporter import Reporter
from noticeboard.content.settings.board_settings import Settings
from noticeboard.problems import Diagnostic, Fault, Level

EMPTY_VALUE = Diagnostic("empty-value", Level.ERROR)
WRONG_TYPE = Diagnostic("wrong-type", Level.ERROR)
DUPLICATE_FIELD = Diagnostic("duplicate-field", Level.ERROR)
UNKNOWN_KEY = Diagnostic("unknown-key", Level.ERROR)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a kind is asked with: the name of the field as the officer wrote it, and what it may look up."""

    label: str
    settings: Settings
    reporter: Reporter


Value = TypeVar("Value")
Schema = dict[str, Any]
"""A JSON Schema of a value, as an editor's YAML reader sees it: it takes 2026 for a number, and 是 for a text."""

TEXT_SCHEMA: Schema = {"type": ["string", "number", "boolean", "null"]}
TEXTS_SCHEMA: Schema = {"anyOf": [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}]}
PAIRS_SCHEMA: Schema = {
    "anyOf": [
        TEXT_SCHEMA,
        {"type": "object", "additionalProperties": TEXT_SCHEMA},
        {
            "type": "array",
            "items": {"anyOf": [TEXT_SCHEMA, {"type": "object", "additionalProperties": TEXT_SCHEMA}]},
        },
    ]
}


def one_of(words: Iterable[str]) -> Schema:
    """The schema of a value that is one of some words, or left empty."""
    return {"enum": [*words, None]}


@dataclass(frozen=True, slots=True)
class FieldType:
    """A kind of value."""

    read: Callable[[nodes.Node, Asked], Any]
    """The typed value, or None after reporting what is wrong."""
    shape: str
    """What one types, in Chinese: for the guide and the editor's completion."""
    example: Callable[[Settings], str] = lambda settings: "……"
    """A value that a hint shows; dots where only the officer knows what to write."""
    schema: Callable[[Settings], Schema] = lambda settings: TEXT_SCHEMA
    """What an editor accepts without a mark. It may accept more than `read`, which has the last word."""
    look: str = "plain"
    """The macro of `templates/facts.html` that shows a value to readers."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Of a choice: its values, and the word that readers see for each."""


def plain(text: str) -> str:
    """`text` without the white space around it, full-width included, and with line breaks as spaces."""
    text = text.strip(f"{BLANKS}\r\n")
    return " ".join(filter(None, map(str.strip, text.split("\n")))) if "\n" in text else text


def is_empty(node: nodes.Node) -> bool:
    """Whether nothing is written: a value of white space."""
    return isinstance(node, nodes.Scalar) and not plain(node.text)


def folded(text: str) -> str:
    """`text` in one width and case and without white space: what makes no difference to a reader."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def scalar(node: nodes.Node, asked: Asked) -> str | None:
    """The text of a field that takes one; None after reporting that there is none, or a list."""
    if isinstance(node, nodes.Scalar):
        text = plain(node.text)
        if text:
            return text
        asked.reporter.report(
            node,
            EMPTY_VALUE,
            f"“{asked.label}”没有填内容。",
            f"请在“{asked.label}: ”后面填写，或删去这一行。",
        )
    else:
        asked.reporter.report(
            node,
            WRONG_TYPE,
            f"“{asked.label}”应当只有一项文字，这里写成了列表或对照表。",
            f"请写成一行：{asked.label}: 内容。",
        )
    return None


def parsed(parse: Callable[[str], Value | Fault]) -> Callable[[nodes.Node, Asked], Value | None]:
    """A reader of one text by `parse`, whose Fault is reported where the text stands."""

    def read(node: nodes.Node, asked: Asked) -> Value | None:
        text = scalar(node, asked)
        if text is None:
            return None
        value = parse(text)
        if isinstance(value, Fault):
            asked.reporter.fault(value, node)
            return None
        return value

    return read


def items_of(node: nodes.Node) -> Iterable[nodes.Node]:
    """The items of a list; lines without dashes are items too, and dashes that a template left empty are none."""
    if isinstance(node, nodes.Sequence):
        return [item for item in node.items if not is_empty(item)]
    return (isinstance(node, nodes.Scalar) and node.parts) or (node,)
