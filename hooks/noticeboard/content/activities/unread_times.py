"""Texts that say a time and were read as no activity: what looks like one is told (SPECIFICATION section 4)."""

from __future__ import annotations

from noticeboard import times
from noticeboard.content.activities.clauses import LONGEST
from noticeboard.content.activities.detail_lines import detail_name
from noticeboard.content.activities.field_names import TIME
from noticeboard.patterns import pattern_of

_BRACKET_AT_END = pattern_of(r"[（(](?P<words>[^（）()]{2,20})[）)][。；;\s]*$")
_SIGNED = pattern_of(r"(?:0?[1-9]|1[0-2])[./．／](?:0?[1-9]|[12][0-9]|3[01])")
"""（3.12）: a day, or a number."""
_MONTH = r"(?=(?:计划|拟|预计|将|定)?[于在]?(?:[0-9]{1,2}|[一二三四五六七八九十元]{1,2})月)"
_NUMBER = r"(?:[0-9]{1,2}[.．、]|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳])?"
_BEHIND_SIGN = pattern_of(rf"[。；;：:]\s*{_NUMBER}\s*(?:时间[：:]?)?{_MONTH}")
_BEHIND_COMMA = pattern_of(rf"[，,]\s*{_MONTH}")
_SHORT = 30
"""Characters of a text that is no sentence, so that a month behind its ， is its time: 干部培训，4月和10月各一次."""
_LOOSE = pattern_of(
    r"(?:(?:[本下这]个?)?(?:周|星期|礼拜)[一二三四五六日天]|[节年考]前|[节年考]后|学期中|开学后|放假[前后]|节假日|假期|每逢[^，,。；;：:\s]{1,6})[ \t\u3000：:]"
)
"""Times that nobody can tell the month of: 周五 例会, 年前 慰问."""
_CLOCK = pattern_of(r"[0-9０-９]{1,2}[:：][0-5][0-9](?=[^0-9/]|$)")


def looks_dated(text: str) -> bool:
    """Whether a text begins like a time, says one in its last bracket, or begins a part of it with a month."""
    return begins_like_time(text) or bool(time_in_bracket(text)) or says_month_within(text, at_commas=True)


def begins_like_time(text: str) -> bool:
    """Whether a text begins like a time, in whatever form: 14:30 座谈, 五一前后慰问, 时间：三月."""
    return (
        _CLOCK.match(text) is not None
        or _LOOSE.match(text) is not None
        or times.is_month_like(text)
        or times.is_like_time(text)
        or detail_name(text) == TIME
    )


def says_month_within(text: str, *, at_commas: bool = False) -> bool:
    """Whether a part of a short text begins with a month: 召开大会。计划于3月中旬召开. One of a past year is no plan's.

    `at_commas` says that it is no sentence, so that what stands behind ， is a part too.
    """
    if len(text) > LONGEST or "年" in text or detail_name(text):
        return False
    at_commas = at_commas and len(text) <= _SHORT
    signs = [*_BEHIND_SIGN.finditer(text), *(_BEHIND_COMMA.finditer(text) if at_commas else ())]
    return any(times.is_like_time(text[sign.end() :]) for sign in signs)


def time_in_bracket(text: str) -> str:
    """What a last bracket that begins with a time says, else empty: （3月15日前上报名单）. One with a year may be a law's."""
    found = _BRACKET_AT_END.search(text)
    words = found["words"] if found else ""
    is_time = times.is_like_time(words) or times.is_whole_time(words) or _SIGNED.fullmatch(words)
    return words if is_time and "年" not in words else ""
