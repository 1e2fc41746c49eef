"""Words that make a time a deadline, a beginning or about a time (SPECIFICATION section 3, rule 10)."""

from __future__ import annotations

import re
from enum import StrEnum

from noticeboard.times.numerals import GAP


class Bound(StrEnum):
    """What a word beside a time makes of it."""

    BEFORE = "before"
    """A deadline: 6月8日前, 截至6月8日."""
    FROM = "from"
    """A beginning: 6月10日起."""
    AFTER = "after"
    """Some time after it: 6月20日之后."""
    AROUND = "around"
    """About then: 15日左右, 预计3月."""


BEFORE_TIME = re.compile(
    rf"(?:(?P<before>截[至止稿]到?|最迟|最晚|不[迟晚]于)|(?P<around>预计|预定|暂定|拟|大约|约))[于在到]?{GAP}:?{GAP}"
)
"""What stands before a time and bounds it."""
SINCE = re.compile(rf"[自从]{GAP}")
"""What stands before a time that 起 or 开始 makes a beginning: 自9月1日起."""

_KINDS = (
    (Bound.AROUND, re.compile("左右|前后|前夕")),
    (Bound.BEFORE, re.compile("前|止|稿")),
    (Bound.AFTER, re.compile("后")),
    (Bound.FROM, re.compile("起|开始")),
)


def bound_of(words: str) -> Bound | None:
    """What the words behind a time make of it; None for 期间 and 内, which change nothing."""
    return next((bound for bound, rule in _KINDS if rule.search(words)), None)


def bound_before(match: re.Match[str]) -> Bound:
    """What the words that `BEFORE_TIME` matched make of the time behind them."""
    return Bound.BEFORE if match["before"] else Bound.AROUND
