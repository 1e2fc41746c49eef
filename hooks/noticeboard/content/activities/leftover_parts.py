"""The net for lines that were read in part: what is to be done at another time is told (SPECIFICATION section 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from noticeboard import times
from noticeboard.content.activities import poor_forms
from noticeboard.content.activities.activity import Activity
from noticeboard.content.activities.activity_text import ActivityText
from noticeboard.content.activities.clauses import begins_with_verb
from noticeboard.markup.flat_text import FlatText
from noticeboard.patterns import pattern_of
from noticeboard.problems import Problem

_LEADS_IN = pattern_of(r"(?:到|等到|计划[在于]?|拟[在于]?|定[在于]|安排[在于]|[于在])$")
_BRACKET = pattern_of(r"\s*[）)]")
_SAID = pattern_of(r"[\u4e00-\u9fff]{2}[^，,。；;]*[，,。；;]")
"""Words behind a time that end before what was read begins."""
_BRACKETED = pattern_of(r"[（(][^（）()]*[）)]")
_FEWEST_DAYS = 2
_NTH_DAY = pattern_of("的?(?:第[一二三四五1-5]|最后一)个?(?:周的?)?(?:周|星期|礼拜)[一二三四五六日天]")
"""A day of the week of a month, which is not counted out: 三月的第二个周五."""
_SIGNS = pattern_of(r"^\W+")


def parts_left_over(
    activities: Sequence[Activity], read: Sequence[ActivityText], told: Container[int], path: str
) -> Iterator[Problem]:
    """What is told of lines of `read`, of which activities were made, that say more than those do.

    `told` are the lines of which it was said already that something in them was not read.
    """
    for activity in activities:
        if activity.line not in told and (part := _other_part(activity)):
            yield poor_forms.part_not_read(part).at(path, activity.line, activity.column)
    texts: dict[int, list[ActivityText]] = defaultdict(list)
    for one in read:
        texts[id(one.flat)].append(one)
    for parts in texts.values():
        flat = parts[0].flat
        if at := _unread_at(flat, sorted((one.start, one.end) for one in parts)):
            line, column = flat.place(at)
            if line not in told:
                yield poor_forms.part_not_read(flat.text[at:]).at(path, line, column)


def _other_part(activity: Activity) -> str:
    """The part of what is done that says another month of its own, or several days; empty for none: 插花，4月回访."""
    if "月" in activity.text and "节" not in activity.text and _is_only_time(activity.text):
        return activity.text
    if activity.time.start is None and _NTH_DAY.match(activity.text):
        return activity.text
    text, own = activity.text, {month.number for month in activity.time.months}
    dates = list(times.dates_within(text))
    if activity.time.start is None and len(days := [date for date in dates if date.days]) >= _FEWEST_DAYS:
        begins = sum(_begins_part(text, date.start) for date in days)
        return text[days[0].start :] if begins >= _FEWEST_DAYS else ""
    for date in dates:
        if not date.is_bound and not set(date.months) <= own and _is_apart(text, date):
            return text[date.start :]
    return ""


def _is_apart(text: str, date: times.NamedDate) -> bool:
    """Whether a date within a text is when something is done, rather than what is spoken of: 九月账目公开, 由四月延期."""
    before, behind = text[: date.start], text[date.end :]
    if before.endswith(("（", "(")):
        # At the end it was looked at as the activity's time.
        return _BRACKET.match(behind) is not None and bool(behind.strip("）)。 "))
    if _LEADS_IN.fullmatch(before):
        return True
    return bool(before) and before[-1] in "，,；;。 " and begins_with_verb(behind.lstrip("，, "))


def _begins_part(text: str, at: int) -> bool:
    return not at or not "\u4e00" <= text[at - 1] <= "\u9fff"


def _unread_at(flat: FlatText, spans: Sequence[tuple[int, int]]) -> int:
    """Where in a text a time stands with words that none of the `spans` has; 0 for none."""
    begins = [start for start, _ in spans]
    for date in times.dates_within(flat.text):
        if any(start <= date.start < end for start, end in spans):
            continue
        stop = next((start for start in begins if start >= date.end), len(flat.text))
        between = _BRACKETED.sub("", flat.text[date.end : stop])
        if date.start and _SAID.search(between if stop < len(flat.text) else f"{between}。"):
            return date.start
    return 0


def _is_only_time(text: str) -> bool:
    return times.is_whole_time(_SIGNS.sub("", text))
