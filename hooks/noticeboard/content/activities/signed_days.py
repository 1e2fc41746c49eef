"""A day without its words behind what is done: 亲子植树（3.12）, 护士节慰问 5/12 (SPECIFICATION section 4)."""

from __future__ import annotations

from dataclasses import dataclass

from noticeboard.patterns import pattern_of
from noticeboard.times import time_length

_DAY = r"(?P<month>[0-9]{1,2})[./．／](?P<day>[0-9]{1,2})(?![0-9./．／%])"
_TIME = rf"(?P<time>{_DAY}(?:\s*[-—–~～至]\s*(?:[0-9]{{1,2}}[./．／])?[0-9]{{1,2}}(?![0-9]))?)"
_IN_BRACKET = pattern_of(
    rf"\s*[（(]\s*{_TIME}(?P<rest>(?:\s*[，,；;、]\s*|\s+)[^（）()]{{1,20}})?\s*[）)][。；;]?$"
)
_BEHIND = pattern_of(rf"(?:[ \t\u3000\xa0]+|[，,：:]\s*|[—–]{{1,2}}){_TIME}[。；;]?$")
_SEPARATORS = " \t\u3000，,；;、"
_SEPARATOR = pattern_of(rf"[{_SEPARATORS}]+")
_LAST_MONTH, _LAST_DAY = 12, 31


@dataclass(frozen=True, slots=True)
class SignedDay:
    """A day at the end of a text, such as 3.12."""

    written: str
    """With the hour behind it."""
    at: int
    end: int
    """Where ends what stands before it."""
    month: int
    day: int
    rest: tuple[str, ...]
    """What else its bracket says, piece by piece."""
    in_bracket: bool


def signed_day_behind(text: str, start: int, end: int) -> SignedDay | None:
    """The day that ends `text` from `start` to `end`; None for none, and for numbers that are no day of any year."""
    bracket = _IN_BRACKET.search(text, start, end)
    found = bracket or _BEHIND.search(text, start, end)
    if found is None or found.start() == start:
        return None
    month, day = int(found["month"]), int(found["day"])
    if not (1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY):
        return None
    rest = (bracket["rest"] or "") if bracket else ""
    # 4.18 周六 9:00 is read as 4月18日 周六 9:00 would be.
    words = f"{month}月{day}日"
    hour = rest[: max(time_length(f"{words}{rest}") - len(words), 0)]
    written = f"{found['time']}{hour}".rstrip()
    others = tuple(filter(None, _SEPARATOR.split(rest[len(hour) :])))
    return SignedDay(written, found.start("time"), found.start(), month, day, others, bracket is not None)
