"""What recurs, occasion by occasion: 每季度 is four times a year, each with its last day, and each done or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from noticeboard.catalog.records import Record, RecordKind
from noticeboard.content.activities.activity import Activity
from noticeboard.content.documents import Document
from noticeboard.times import Month, Precision, Time, read_chinese_number
from noticeboard.times.period import FIRST_TERM

_EVERY_FEW = re.compile(r"(?P<count>[0-9０-９两二三四五六七八九十]{1,2})\s*个?月|(?P<other>隔一?个?月)")
_EACH = re.compile(r"[每逢隔单双].*")
"""Without the months before it: 3—6月每周三."""
_SIZES = {"学期": (5, 7), "学年": (12,), "半年": (6,), "季": (3,), "年": (12,)}
"""The word in a recurrence → how many months an occasion can have."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One of the times that a recurring activity is due."""

    title: str
    """3月, 第一季度, 上半年, 第一学期."""
    months: tuple[Month, ...]
    last: date
    """Its last day."""
    done: bool = False
    missing: bool = False
    """Whether it is over, and nothing tells of it."""
    records: tuple[Record, ...] = ()
    """Those that say that it was done."""


def recurs(activity: Activity) -> bool:
    """Whether it comes again: 每周三, 每月, 每季度."""
    return activity.time.precision is Precision.RECURRING


def occasions_of(time: Time, within: Sequence[Month]) -> tuple[Occasion, ...]:
    """The occasions of a recurring time, none done; empty for what comes every week or day, which nobody reports.

    A piece of a quarter or term at the period's edge, less than half of it, is none: a calendar year has two terms.
    """
    months = time.months or tuple(within)
    each = _EACH.search(time.text)
    text = each[0] if each else time.text
    word = next((word for word in _SIZES if word in text), "")
    few = _EVERY_FEW.search(text)
    if "月" not in text and not word:
        return ()
    if few is not None and not word:
        size = 2 if few["other"] or few["count"] == "两" else read_chinese_number(few["count"]) or 1
        groups = [months[place : place + size] for place in range(0, len(months), size)]
        return tuple(_occasion(_span(group), group, time) for group in groups)
    groups = [tuple(group) for _, group in groupby(months, key=lambda month: _stretch(word, month))]
    whole = [group for group in groups if 2 * len(group) >= min(_SIZES.get(word, (1,)))]
    return tuple(_occasion(_title(word, group), group, time) for group in whole or groups)


def with_deviations(occasions: Sequence[Occasion], activity: Activity) -> tuple[Occasion, ...]:
    """The occasions without those that were cancelled; those that were put off last until their new time."""
    found = list(occasions)
    for deviation in activity.deviations:
        places = _covered(found, deviation.time.months)
        to = deviation.moved_to
        if to is None:
            found = [item for place, item in enumerate(found) if place not in places]
        else:
            last = to.end or to.months[-1].last
            for place in places:
                months = (*found[place].months, *to.months)
                found[place] = replace(found[place], months=tuple(dict.fromkeys(months)), last=last)
    return tuple(found)


def with_records(
    occasions: Sequence[Occasion],
    activity: Activity,
    records: Iterable[Record],
    linked: Iterable[Document],
    today: date,
) -> tuple[Occasion, ...]:
    """The occasions with what tells that they were done until `today`.

    Counted are the days and stretches that the activity's own line says, each report, each item of a summary, and of a
    ticked line each link; each occasion once. A tick that says neither when nor by what counts when all are over.
    """
    done: dict[int, list[Record]] = {}

    def covered(months: Iterable[Month]) -> list[int]:
        return _covered_once(occasions, months, done)

    for time in activity.done_on:
        for place in covered(_months_until(time, today)):
            done.setdefault(place, [])
    for record in records:
        if record.kind is RecordKind.REPORT:
            places = covered(record.months)
            places = places if len(places) < 2 else [_latest(occasions, places, record.document.date)]
        else:
            places = covered(month for month in record.months if month.first <= today)
        for place in places:
            done.setdefault(place, []).append(record)
    if activity.status == "done":
        counted = {record.document.path for record in records}
        for document in linked:
            if document.path not in counted and document.date <= today:
                for place in covered([document.month]):
                    done.setdefault(place, [])
        if not activity.done_on and not activity.links and all(item.last < today for item in occasions):
            done = {place: done.get(place, []) for place in range(len(occasions))}
    return tuple(
        replace(item, done=True, records=tuple(done[place]))
        if place in done
        else replace(item, missing=item.last < today)
        for place, item in enumerate(occasions)
    )


def _months_until(time: Time, today: date) -> Sequence[Month]:
    months = [Month.of(day) for day in time.days if day <= today] if time.days else list(time.months)
    return [month for month in months if month.first <= today]


def _covered(occasions: Sequence[Occasion], months: Iterable[Month]) -> list[int]:
    wanted = set(months)
    return [place for place, item in enumerate(occasions) if not wanted.isdisjoint(item.months)]


def _covered_once(
    occasions: Sequence[Occasion], months: Iterable[Month], done: Mapping[int, object]
) -> list[int]:
    """The occasions of `months`. A month into which one was put off counts for that one first, then for its own."""
    found: list[int] = []
    for month in months:
        places = _covered(occasions, [month])
        found += [place for place in places if place not in done][:1] or places[:1]
    return sorted(set(found))


def _latest(occasions: Sequence[Occasion], places: Sequence[int], day: date) -> int:
    """Of several occasions in a report's period the one that it must mean: the last that had begun."""
    begun = [place for place in places if occasions[place].months[0].first <= day]
    return begun[-1] if begun else places[0]


def _stretch(word: str, month: Month) -> tuple[int, int]:
    """What the months of one occasion have in common."""
    match word:
        case "学期" | "学年":
            begins = month.year if month.number >= FIRST_TERM[0] else month.year - 1
            return begins, int(word == "学期" and month.number not in FIRST_TERM)
        case "半年":
            return month.year, month.number > 6
        case "季":
            return month.year, (month.number - 1) // 3
        case "年":
            return month.year, 0
    return month.year, month.number


def _title(word: str, months: tuple[Month, ...]) -> str:
    month = months[-1]
    match word:
        case "学期":
            return "第一学期" if month.number in FIRST_TERM else "第二学期"
        case "半年":
            return "下半年" if month.number > 6 else "上半年"
        case "季":
            return f"第{'一二三四'[(month.number - 1) // 3]}季度"
        case "学年" | "年":
            return f"{month.year}年" if word == "年" else "本学年"
    return _span(months)


def _span(months: tuple[Month, ...]) -> str:
    first, last = months[0], months[-1]
    return f"{first.number}月" if first == last else f"{first.number}—{last.number}月"


def _occasion(title: str, months: tuple[Month, ...], time: Time) -> Occasion:
    days = [day for day in time.days if Month.of(day) in months]
    return Occasion(title, months, days[-1] if days else months[-1].last)
