"""Several activities in one sentence, month after month: 我会三月将组织登山，四月拟举办球赛 (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from itertools import pairwise

from noticeboard.content.activities.clauses import LONGEST, OF_LAST_YEAR, Span, before, begins_with_verb
from noticeboard.patterns import pattern_of
from noticeboard.times import read_chinese_number

_NUMBER = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
_WILL = "(?:将|拟|计划|准备|预计|打算|要|会|再)"
_MONTH = pattern_of(
    rf"(?:^|(?<=[，,。；;：:、]))\s*(?P<lead>[一二三四五六七八九十]是|第[一二三四五六七八九十][，,、])?"
    rf"(?:今年|本年|全年|工会|分会|我[会局校厂司]|本会|{_WILL}|[在于])*"
    rf"(?P<time>(?P<month>{_NUMBER})月(?:份|[上中下]旬|[初中底末])?)(?![0-9一二三四五六七八九十日号—–~-]|[至到]{_NUMBER}[月日号])[，,]?"
    rf"(?:我[们会]|工会|{_WILL}|上旬|中旬|下旬)*(?=(?P<what>[\u4e00-\u9fff“《]))"
)
_STOP = pattern_of("[。；;！]")
_TRAILING = " \t\u3000，,；;。、"
_FEWEST = 2
_PAST = pattern_of(OF_LAST_YEAR)
_PROPOSED = pattern_of("——第 [0-9]+ 行“")
"""Behind what an import has found in a sentence and lists below the text (SPECIFICATION section 16): `left-proposals` tells of it."""

Planned = tuple[Span, Span]
"""Where a month stands, and what is to be done then."""


def months_in_prose(text: str) -> tuple[Planned, ...]:
    """The activities of a sentence that says several months, in their order, each with what is done then; else none.

    A verb of the closed list stands behind two of them at least, and behind all but one.
    """
    found = _found(text)
    numbers = [_number(one) for one in found]
    done = sum(begins_with_verb(text[one.start("what") :]) for one in found)
    if done < max(_FEWEST, len(found) - 1) or any(after <= before for before, after in pairwise(numbers)):
        return ()
    ends = [*(one.start() for one in found[1:]), len(text)]
    planned = [
        (one.span("time"), _what(text, one.start("what"), end)) for one, end in zip(found, ends, strict=True)
    ]
    is_certain = all(0 < end - start <= LONGEST for _, (start, end) in planned)
    return tuple(planned) if is_certain and text.rstrip().endswith(("。", "；", ";", "！")) else ()


def says_months(text: str) -> bool:
    """Whether a part of a long text begins with a month and a verb of the closed list behind it."""
    return not _PROPOSED.search(text) and any(
        begins_with_verb(text[one.start("what") :]) for one in _found(text)
    )


def _found(text: str) -> list[re.Match[str]]:
    return [one for one in _MONTH.finditer(text) if not _PAST.search(before(text, one.start("time")))]


def _number(found: re.Match[str]) -> int:
    return 1 if found["month"] == "元" else read_chinese_number(found["month"]) or 0


def _what(text: str, start: int, end: int) -> Span:
    """What is done, to the end of its sentence."""
    stop = _STOP.search(text, start, end)
    part = text[start : stop.start() if stop else end]
    return start, start + len(part.rstrip(_TRAILING))
