"""Sentences of a paragraph that each say when and what: 2月份添置书架。3月12日到后山种树 (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from noticeboard import times
from noticeboard.content.activities.clauses import (
    LONGEST,
    OF_LAST_YEAR,
    Span,
    before,
    begin_with_months,
    begins_with_verb,
    clauses,
    cut,
)
from noticeboard.content.activities.said_times import GOES_ON, is_of_period

_WHO = "(?:我[们会校院局厂司]|本会|工会|分会)"
_NUMBER = re.compile(
    r"(?:[0-9]{1,2}[.．、](?![0-9])|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]、(?![一二三四五六七八九十]))?\s*"
)
_LEAD = re.compile(
    rf"{_NUMBER.pattern}(?:[一二三四五六七八九十]是|首先|最后)?"
    rf"{_WHO}?(?:今年|到了?|等到?|进入|就)?(?:计划|拟定?|预计|初定|暂定|将|打算|安排|准备|争取|力争|定)?[于在]?"
)
"""What may stand before a time that begins a clause: 到了4月, 我会计划于3月."""
_BEHIND = re.compile(rf"(?:份|里|间|当[天日晚])?[，,：:\s]*(?:{_WHO}|将|拟|再|要|计划|准备|打算)*")
"""What stands between a time and what is done then: 4月，我会将."""
_SET_BEFORE = re.compile(
    "(?:(?<!原)(?:定|计划|安排|拟|预计|打算|争取|力争)[于在到]|放[在到]|(?:举行|举办|召开|进行|启动)[于在])$"
)
"""What stands before the time of what its clause is about: 职代会定于2月6日召开."""
_SET_BEHIND = re.compile(
    "(?:[上中下]旬|[初中底])?(?:[上下]午|晚上?)?(?:正式)?(?:召开|举行|举办|启动|开幕|开[班赛营课讲]|开展|进行|开始)(?=[，,。；;]|$)"
)
"""What stands behind it: 仪表工比武6月举行."""
_FESTIVE = re.compile("[\u4e00-\u9fff“”]{1,8}?节(?:当[天日]|期间|前[夕后])?[，,]?")
"""What may stand before the verb: 8月19日医师节举办座谈会."""
_PLANNED = re.compile("计划|拟|预计|定|将|打算|安排|准备|争取|力争")
"""What before a time says that something is to be."""
_NO_ACTIVITY = re.compile(
    '(?:是|正值|适逢|恰逢|为(?:期|[“"《]?[^，,。]{2,12}[月周日节期][”"》]?(?:[，,。；;]|$)))|被|荣获|获|通过|起?(?:施行|生效|执行)'
)
"""What stands behind a time of which something is said: 4月是读书月, 3月1日起施行."""
_IS_OVER = re.compile("已经?|了(?![解结却])")
"""What tells of what was, as no plan does."""
_ASKED = re.compile(
    "请|报[名送到]|截[止至稿]|上[报交]|交[到至给]|填[报写]|联系|答复|通知|文件|精神|公示期|通过"
)
"""What is asked for by a day, or came on one, rather than done then."""
_JUDGED = re.compile("[办搞做开过]得|^[^，,]{0,8}(?:放假|开学|获奖|获评)[^，,]*$")
"""What tells how something went, or what befell, rather than what was done: 女工活动办得很好, 学校放假."""
_STATE = re.compile("取消|延期|推迟|顺延|改期|改[到至为]|延至|暂缓|停[办开]|不[再办]")
_LAST_YEAR = re.compile(OF_LAST_YEAR)
_STOPS = "。；;！"
_COMMAS = "，,"
_AROUND = " \t\u3000\xa0，,；;。"
_MAY_BEGIN = re.compile(r"[^，,。；;]{0,12}?[月日号节旬]|20[0-9]{2}[./-]")
"""What a clause has near its front that begins with a time."""
_NEAR = 90
"""Characters of a clause that say whether a time begins it, and what is done then."""
_LONGEST_PARAGRAPH = 1500
"""Characters of a paragraph that is looked into."""
_FEWEST = 2
_FEWEST_TOLD = 3
_SHORTEST = 4
_OF_ONE = (
    times.Precision.DAY,
    times.Precision.PART,
    times.Precision.MONTH,
    times.Precision.MONTHS,
    times.Precision.FESTIVAL,
)


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """One activity of a paragraph."""

    reading: times.ParsedTime
    at: int
    """Where its time begins."""
    what: Span
    """What is done then."""
    is_sure: bool
    """Whether a verb of the closed list or words like 定于 say so; else it is one only among others."""


def dated_sentences(text: str, context: times.Context, *, is_summary: bool) -> tuple[DatedSentence, ...]:
    """The activities that a paragraph's sentences say, if they say them in the order of the calendar.

    A sentence without a time says more of the one before it, or nothing that is done. In a summary a sentence begins
    with its time.
    """
    if len(text) > _LONGEST_PARAGRAPH:
        return ()
    found = tuple(
        one
        for start, end in cut(text, 0, len(text), _STOPS)
        for one in _of_sentence(text, start, end, context, is_summary=is_summary)
        if _says_one(text[slice(*one.what)], is_summary=is_summary)
    )
    days = [time.start or time.months[0].first for one in found if (time := one.reading.time)]
    return found if all(first <= second for first, second in pairwise(days)) else ()


def are_planned(text: str, found: Sequence[DatedSentence]) -> bool:
    """Whether the sentences of a plan's paragraph are all that it plans: one that is sure, or several.

    What begins with a time is a paragraph only where each of its sentences does; else the line says more of one month.
    """
    if not (len(found) >= _FEWEST or any(one.is_sure for one in found)):
        return False
    sentences = tuple(cut(text, 0, len(text), _STOPS))
    dated = [any(start <= one.at < end for one in found) for start, end in sentences]
    behind = [text[slice(*part)] for part in sentences[dated.index(True) :]]
    if any(
        begins_with_verb(part)
        for part, is_dated in zip(behind, dated[-len(behind) :], strict=True)
        if not is_dated
    ):
        return False
    if _NUMBER.sub("", text[: found[0].at].strip(), count=1):
        return True
    return all(dated) and len(found) >= _FEWEST and not begin_with_months(text, clauses(text, 0, len(text)))


def paragraphs_that_tell(texts: Mapping[int, str], context: times.Context) -> frozenset[int]:
    """The lines of a summary whose sentences tell what was done when, where three of them at least do."""
    found = {line: dated_sentences(text, context, is_summary=True) for line, text in texts.items()}
    is_told = sum(map(len, found.values())) >= _FEWEST_TOLD
    return frozenset(line for line, sentences in found.items() if sentences and is_told)


def _of_sentence(
    text: str, start: int, end: int, context: times.Context, *, is_summary: bool
) -> Iterator[DatedSentence]:
    parts = tuple(cut(text, start, end, _COMMAS))
    found = [
        _in_front(text, first, end, context, is_first=not index) for index, (first, _) in enumerate(parts)
    ]
    in_front = [one for one in found if one]
    if not in_front and not is_summary:
        yield from _within(text, (start, end), parts, context)
        return
    stops = [*(one.at for one in in_front), end][1:]
    for one, stop in zip(in_front, stops, strict=True):
        first = one.what[0]
        yield replace(one, what=(first, first + len(text[first:stop].rstrip(_AROUND))))


def _in_front(
    text: str, start: int, end: int, context: times.Context, *, is_first: bool
) -> DatedSentence | None:
    """What a clause says that begins with a time; behind the first of its sentence a verb must tell it."""
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    end = min(end, at + _NEAR)
    if not _MAY_BEGIN.match(text, at):
        return None
    reading = times.read_leading(text[at:end], context)
    time = reading.time if reading else None
    if reading is None or time is None or not _is_of_one(reading) or _LAST_YEAR.search(before(text, at)):
        return None
    last = at + len(text[at : at + reading.length].rstrip(_AROUND))
    behind = _BEHIND.match(text, last, end)
    first = behind.end() if behind else last
    if GOES_ON.match(text, last) or _NO_ACTIVITY.match(text, first) or _SET_BEHIND.match(text, first):
        return None
    festive = _FESTIVE.match(text, first, end)
    done = text[festive.end() if festive else first : end]
    is_planned = lead is not None and _PLANNED.search(lead[0]) is not None
    is_sure = is_planned or begins_with_verb(done) or begins_with_verb(text[first:end])
    needs_verb = not is_first or time.bound or time.precision is times.Precision.FESTIVAL
    return DatedSentence(reading, at, (first, first), is_sure) if is_sure or not needs_verb else None


def _within(
    text: str, sentence: Span, parts: Sequence[Span], context: times.Context
) -> Iterator[DatedSentence]:
    """What a sentence says whose only time stands within: 职代会定于2月6日召开，会期一天."""
    dates = [date for date in times.dates_within(text[slice(*sentence)]) if is_of_period(date, context)]
    if len(dates) != 1 or dates[0].is_bound:
        return
    at, last = sentence[0] + dates[0].start, sentence[0] + dates[0].end
    start = next(first for first, end in reversed(parts) if first <= at)
    led = _SET_BEFORE.search(text[start:at])
    is_set = led is not None or _SET_BEHIND.match(text, last, sentence[1]) is not None
    # Without a subject it goes on with the sentence before.
    is_set = is_set and (led.start() if led else at - start) >= _FEWEST
    reading = times.read_leading(text[at : min(sentence[1], at + _NEAR)], context) if is_set else None
    if reading is not None and _is_of_one(reading) and not _LAST_YEAR.search(before(text, at)):
        yield DatedSentence(reading, at, sentence, True)


def _is_of_one(reading: times.ParsedTime) -> bool:
    """Whether a time is one that a single activity has, and without fault."""
    time = reading.time
    return time is not None and bool(time.months) and not reading.faults and time.precision in _OF_ONE


def _says_one(what: str, *, is_summary: bool) -> bool:
    """Whether words say one thing that is done, is to be done in a plan, and is as planned."""
    if not _SHORTEST <= len(what) <= LONGEST or _STATE.search(what):
        return False
    if is_summary:
        return begins_with_verb(what) or not _JUDGED.search(what)
    return not (_IS_OVER.search(what) or _ASKED.search(re.split("[，,]", what, maxsplit=1)[0]))
