"""Lists of `名称: 值`: targets, results, allowances."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from noticeboard.content.field_types.field_type import (
    PAIRS_SCHEMA,
    WRONG_TYPE,
    Asked,
    FieldType,
    items_of,
    plain,
    scalar,
)
from noticeboard.content.front_matter import nodes
from noticeboard.content.quantities.amounts import Amount, read_amount
from noticeboard.content.reporter import KeyPlace, Place
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Level

NOT_A_PAIR = Diagnostic("not-a-pair", Level.ERROR)

_PAIR = pattern_of(r"\s*(?P<name>[^：:]+?)\s*[：:]\s*(?P<value>.*\S)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Allowance:
    """A warning of the personal-data checks that a reviewer has allowed in this file, and why."""

    check: str
    reason: str
    line: int
    column: int


def named_values(node: nodes.Node, asked: Asked, example: str) -> Iterable[tuple[str, str, nodes.Node]]:
    """The `名称: 值` pairs of a list of them, or of one mapping; hints show `example`."""
    for item in items_of(node):
        if isinstance(item, nodes.Mapping):
            for entry in item.entries:
                if entry.value is None:
                    _no_pair(KeyPlace.of(entry), f"{plain(entry.key)}:", asked, example)
                elif text := scalar(entry.value, Asked(plain(entry.key), asked.settings, asked.reporter)):
                    yield plain(entry.key), text, entry.value
        elif isinstance(item, nodes.Scalar):
            found = _PAIR.fullmatch(item.text)
            if found:
                yield plain(found["name"]), plain(found["value"]), item
            else:
                _no_pair(item, plain(item.text), asked, example)
        else:
            message = f"“{asked.label}”的列表里又套了列表。"
            asked.reporter.report(item, WRONG_TYPE, message, f"请一行写一条，例如“- {example}”。")


def _no_pair(place: Place, text: str, asked: Asked, example: str) -> None:
    name = text.rstrip("：: ")
    missing = "只有一半，少了冒号和后面的内容" if name == text else "后面还空着"
    asked.reporter.report(
        place,
        NOT_A_PAIR,
        f"“{asked.label}”里的“{name}”{missing}。",
        f"请写成“名称: 内容”的样子，例如“- {example}”。",
    )


def _amounts(node: nodes.Node, asked: Asked) -> tuple[Amount, ...]:
    pairs = named_values(node, asked, "建会率: ≥95%")
    return tuple(read_amount(name, text, place.line, place.column) for name, text, place in pairs)


def _allowances(node: nodes.Node, asked: Asked) -> tuple[Allowance, ...]:
    pairs = named_values(node, asked, "手机号: 办公室值班电话")
    return tuple(Allowance(name, text, place.line, place.column) for name, text, place in pairs)


AMOUNTS = FieldType(_amounts, "列表，每项写成 指标: 数值", schema=lambda settings: PAIRS_SCHEMA)
ALLOWANCES = FieldType(_allowances, "列表，每项写成 检查: 理由", schema=lambda settings: PAIRS_SCHEMA)
