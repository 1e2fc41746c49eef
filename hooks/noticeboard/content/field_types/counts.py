"""Whole numbers: of people, and of what was handed in (`- 征集: 108件`)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from noticeboard.content.field_types.field_type import PAIRS_SCHEMA, Asked, FieldType, scalar
from noticeboard.content.field_types.pairs import named_values
from noticeboard.content.front_matter import nodes
from noticeboard.content.quantities.whole_numbers import NUMBER, whole_number
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Level

UNREADABLE_COUNT = Diagnostic("unreadable-count", Level.ERROR)

_COUNTED = pattern_of(rf"(?:共|计)?\s*(?P<number>{NUMBER})\s*(?:件|条|份|项|个|人|名|位|次)?")
NAMES = {
    "征集": "received", "收到": "received", "提出": "received",
    "并案": "merged", "合并": "merged",
    "立案": "accepted", "转意见建议": "suggestion", "转意见": "suggestion", "转建议": "suggestion",
    "不立案": "declined", "未立案": "declined", "待审": "pending",
    "答复": "answered", "已答复": "answered", "办结": "answered", "回复": "answered",
    "满意": "satisfied", "基本满意": "mostly", "不满意": "dissatisfied",
    "采纳": "adopted", "部分采纳": "partly", "不采纳": "refused", "未采纳": "refused",
}  # fmt: skip
"""What one counts → its English name."""


@dataclass(frozen=True, slots=True)
class Count:
    """One `名称: 数目`."""

    name: str
    """One of the values of NAMES."""
    text: str
    """The name as written."""
    number: int
    line: int
    column: int


def _number(text: str) -> int | None:
    found = _COUNTED.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return whole_number(found["number"]) if found else None


def _count(node: nodes.Node, asked: Asked) -> int | None:
    text = scalar(node, asked)
    if text is None:
        return None
    number = _number(text)
    if number is None:
        message = f"“{asked.label}”应当是一个整数，这里写的是“{text}”。"
        asked.reporter.report(node, UNREADABLE_COUNT, message, f"请写成“{asked.label}: 58”这样的数。")
    return number


def _counts(node: nodes.Node, asked: Asked) -> tuple[Count, ...]:
    found: list[Count] = []
    for name, text, place in named_values(node, asked, "征集: 108件"):
        word, number = "".join(name.split()), _number(text)
        english = NAMES.get(word.removesuffix("数").removesuffix("件"))
        if english is None:
            message, hint = f"“{asked.label}”里不认识“{name}”。", f"可以写：{'、'.join(NAMES)}。"
        elif number is None:
            message, hint = f"“{name}”应当是一个整数，这里写的是“{text}”。", f"请写成“- {name}: 108件”。"
        elif any(other.name == english for other in found):
            message, hint = f"“{name}”写了两次。", "请只留一处。"
        else:
            found.append(Count(english, name, number, place.line, place.column))
            continue
        asked.reporter.report(place, UNREADABLE_COUNT, message, hint)
    return tuple(found)


COUNT = FieldType(_count, "整数，如 58", lambda settings: "58")
COUNTS = FieldType(_counts, "列表，每项写成 征集: 108件", schema=lambda settings: PAIRS_SCHEMA)
