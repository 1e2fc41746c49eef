"""Amounts: the targets of a plan and the results of a summary, as written and as numbers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_AMOUNT = re.compile(
    r"(?P<lead>.*?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<several>[余多来]?)(?P<scale>[十百千]?[万亿]|[十百千])?(?P<more>[余多来]?)(?P<unit>[^\d]*)$"
)
_COMPARISONS = {
    "≥": "≥", ">=": "≥", "不低于": "≥", "不少于": "≥", "至少": "≥", "达到": "≥",
    "≤": "≤", "<=": "≤", "不超过": "≤", "不高于": "≤", "不多于": "≤", "至多": "≤", "控制在": "≤",
    ">": ">", "超过": ">", "大于": ">", "多于": ">",
    "<": "<", "少于": "<", "低于": "<", "小于": "<",
    "=": "=",
}  # fmt: skip
_APPROXIMATE = ("约", "近", "将近", "大约", "左右", "上下", "余", "多")


@dataclass(frozen=True, slots=True)
class Amount:
    """One `指标: 数值` of 目标 or 数据 (SPECIFICATION section 2)."""

    name: str
    text: str
    """The value as written, with its unit and its 余, 近 or 约."""
    number: Decimal | None
    """What charts use; None when the value holds no single number."""
    unit: str
    """What stands behind the number: 人次, 元, %; empty when nothing does."""
    approximate: bool
    comparison: str
    """For targets: ≥ ≤ > < = or empty."""


def read_amount(name: str, text: str) -> Amount:
    """`text` taken apart: `10万余元` is 100000 元, approximate; `≥95%` is 95 %, at least. Never fails."""
    value = unicodedata.normalize("NFKC", text).strip()
    comparison = next(
        (mark for mark in sorted(_COMPARISONS, key=len, reverse=True) if value.startswith(mark)), ""
    )
    found = _AMOUNT.fullmatch(value[len(comparison) :].strip())
    if not found or "%" in found["lead"] or re.search(r"\d", found["lead"]):
        return Amount(name, text, None, "", False, _COMPARISONS.get(comparison, ""))
    scale = 1
    for sign in found["scale"] or "":
        scale *= _UNITS[sign]
    unit = found["unit"].strip()
    about = bool(found["several"] or found["more"]) or found["lead"].strip().endswith(_APPROXIMATE)
    for word in ("左右", "上下", "以上", "以下", "以内"):
        if unit.endswith(word):
            unit = unit.removesuffix(word)
            about = about or word in _APPROXIMATE
            comparison = comparison or {"以上": "≥", "以下": "≤", "以内": "≤"}.get(word, "")
    number = Decimal(found["number"].replace(",", "")) * scale
    return Amount(name, text, number.normalize() + 0, unit, about, _COMPARISONS.get(comparison, ""))
