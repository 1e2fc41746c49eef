"""The further answers of a proposal: `- 2026-06-20: 满意`, one line for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from noticeboard.content.field_types.field_type import (
    PAIRS_SCHEMA,
    Asked,
    FieldType,
    folded,
    items_of,
    plain,
    scalar,
)
from noticeboard.content.field_types.words import UNKNOWN_CHOICE
from noticeboard.content.front_matter import nodes
from noticeboard.content.reporter import KeyPlace, Place
from noticeboard.problems import Fault
from noticeboard.times import read_date

Satisfaction = Literal["satisfied", "mostly", "dissatisfied"]
SATISFACTIONS: Mapping[str, Satisfaction] = {
    "满意": "satisfied",
    "基本满意": "mostly",
    "不满意": "dissatisfied",
}


@dataclass(frozen=True, slots=True)
class Round:
    """One more answer, and what the proposer thinks of it; None where nobody has said it yet."""

    answered: date
    satisfaction: Satisfaction | None
    line: int
    column: int


def _rounds(node: nodes.Node, asked: Asked) -> tuple[Round, ...]:
    found = (_round(day, word, place, asked) for day, word, place in _written(node, asked))
    return tuple(item for item in found if item is not None)


def _written(node: nodes.Node, asked: Asked) -> Iterator[tuple[str, str, Place]]:
    """Each day with the word behind it, which may be empty, and its place."""
    for item in items_of(node):
        if isinstance(item, nodes.Mapping):
            for entry in item.entries:
                value = entry.value
                word = plain(value.text) if isinstance(value, nodes.Scalar) else ""
                yield plain(entry.key), word, KeyPlace.of(entry)
        elif isinstance(item, nodes.Scalar):
            day, _, word = plain(item.text).replace("：", ":").partition(":")
            yield day.strip(), word.strip(), item
        else:
            scalar(item, asked)


def _round(day: str, word: str, place: Place, asked: Asked) -> Round | None:
    answered = read_date(day)
    if isinstance(answered, Fault):
        asked.reporter.fault(answered, place)
        return None
    satisfaction = next((value for key, value in SATISFACTIONS.items() if folded(word) in (key, value)), None)
    if word and satisfaction is None:
        message = f"“{asked.label}”里的满意度不能写“{word}”。"
        asked.reporter.report(place, UNKNOWN_CHOICE, message, f"可选：{'、'.join(SATISFACTIONS)}。")
        return None
    return Round(answered, satisfaction, place.line, place.column)


ROUNDS = FieldType(_rounds, "列表，每项写成 日期: 满意度", schema=lambda settings: PAIRS_SCHEMA)
