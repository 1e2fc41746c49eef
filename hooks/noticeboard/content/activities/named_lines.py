"""Lines that say by whom or in which field, and then when and what: 女工委员：3月8日插花；5月讲座, 关心一线。7月送清凉 (SPECIFICATION section 4)."""

from __future__ import annotations

from noticeboard import times
from noticeboard.content.activities.clauses import LONGEST, Span, clauses
from noticeboard.content.activities.field_names import NAME
from noticeboard.patterns import pattern_of

_FRONT = pattern_of(r"(?P<name>[^：:，,。；;（）()0-9\s]{2,10})[：:。]\s*")
_SIGNS = pattern_of("[，,、；;。]")
_OTHER = pattern_of("时间|日期|期限|期间|截止|电话|地[点址]|联系|附件|单位|依据|注$|说明|落款")
"""What is no name of what is done: 报名时间：3月8日."""


def named_clauses(text: str) -> tuple[tuple[Span, ...], bool] | None:
    """The parts behind a name, one of which begins with a month at least, and whether all of them do; None for other lines."""
    text = text.rstrip()
    front = _FRONT.match(text)
    if front is None or _OTHER.search(front["name"]) or NAME.match(text) or len(text) > LONGEST:
        return None
    if times.is_like_time(front["name"]) or times.is_month_like(front["name"]):
        return None
    spans = clauses(text, front.end(), len(text))
    if not any(map(_is_dated, _SIGNS.split(text[front.end() :]))):
        return None
    return spans, all(_is_dated(text[start:end]) for start, end in spans)


def _is_dated(clause: str) -> bool:
    """Whether what is to be done stands behind a month, or a day."""
    length = times.time_length(clause)
    return "月" in clause[:length] and bool(clause[length:].strip())
