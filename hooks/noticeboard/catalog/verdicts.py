"""Whether a result reaches a target, and by how much (SPECIFICATION section 15)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from noticeboard.content.quantities.amounts import Amount, AmountRange


class Verdict(StrEnum):
    """What is said of a target."""

    REACHED = "reached"
    MISSED = "missed"
    SO_FAR = "so-far"
    """The summary covers a part of the plan's period only, and it may still come otherwise."""
    UNCLEAR = "unclear"
    """余, 近, 约 or 以上 leave it open, or the target does not say whether it is the least or the most."""
    OTHER_UNIT = "other-unit"
    """The two are not counted in one unit."""
    NO_NUMBER = "no-number"
    """One of the two has no number."""
    NOT_TOLD = "not-told"
    """The summary that answers the plan does not tell it."""
    WAITING = "waiting"
    """No summary answers the plan yet."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of one target and one result."""

    verdict: Verdict
    difference: Decimal | None = None
    """The result less the target, in their unit; None where they cannot be compared."""


_COSTS = re.compile(r"(?:支出|开支|花费|费用|动用|用款|超支|事故|投诉|差错|违规|违纪|伤亡|工伤)$")
"""Of what bears such a name less may be better, so that a bare number does not say which."""


def direction_of(target: Amount) -> str:
    """What a target asks: ≥ ≤ > < =, or empty where nothing says it.

    A bare number is the least that is meant; nought is the most.
    """
    if target.comparison or target.number is None:
        return target.comparison
    if target.number == 0:
        return "≤"
    return "" if _COSTS.search(target.name.strip()) else "≥"


def judge(target: Amount, result: Amount, *, is_partial: bool = False) -> Judgement:
    """Holds `result` against `target`; with `is_partial` it tells of a part of the time only."""
    if target.number is None or result.number is None or result.span is None or target.span is None:
        return Judgement(Verdict.NO_NUMBER)
    if target.measure != result.measure:
        return Judgement(Verdict.OTHER_UNIT)
    sign = direction_of(target)
    reached = _reached(sign, target, result.span)
    return Judgement(_verdict(sign, reached, is_partial), result.number - target.number)


def _verdict(sign: str, reached: bool | None, is_partial: bool) -> Verdict:
    if reached is None:
        return Verdict.UNCLEAR
    if is_partial and reached is (sign in ("≤", "<")):
        return Verdict.SO_FAR
    return Verdict.REACHED if reached else Verdict.MISSED


def _reached(sign: str, target: Amount, result: AmountRange) -> bool | None:
    """None where what was written leaves it open."""
    assert target.number is not None and target.span is not None  # `judge` has seen to it.
    bound = target.number
    match sign:
        case "≥" | ">":
            least = target.span.low if target.span.low is not None and not target.comparison else bound
            return _above(result, bound, least, strictly=sign == ">")
        case "≤" | "<":
            most = target.span.high if target.span.high is not None and not target.comparison else bound
            return _below(result, bound, most, strictly=sign == "<")
    if result.low == result.high == bound:
        return True
    return False if sign == "=" and not _can_be(result, bound) else None


def _above(result: AmountRange, bound: Decimal, least: Decimal, *, strictly: bool) -> bool | None:
    """Whether it is at least `bound`; that it is not is certain below `least` only."""
    if result.low is not None and (
        result.low > bound or (result.low == bound and (not strictly or result.is_open))
    ):
        return True
    if result.high is not None and (
        result.high < least or (result.high == least and (strictly or (result.is_open and least == bound)))
    ):
        return False
    return None


def _below(result: AmountRange, bound: Decimal, most: Decimal, *, strictly: bool) -> bool | None:
    if result.high is not None and (
        result.high < bound or (result.high == bound and (not strictly or result.is_open))
    ):
        return True
    if result.low is not None and (
        result.low > most or (result.low == most and (strictly or (result.is_open and most == bound)))
    ):
        return False
    return None


def _can_be(result: AmountRange, value: Decimal) -> bool:
    low = result.low is None or result.low <= value
    return low and (result.high is None or value <= result.high)
