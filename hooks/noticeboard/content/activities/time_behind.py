"""The time that stands behind an activity without brackets: 植树，3月12日 · 困难帮扶：全年 (SPECIFICATION section 4)."""

from __future__ import annotations

import re

from noticeboard.content.activities.bracket_time import bare_field, is_time
from noticeboard.patterns import pattern_of
from noticeboard.times import is_whole_time

_GAP = pattern_of(r"(?:[—–-]{1,9}|…{1,9}|[，,。；;：:·•/／ \t\u3000\xa0])+")
_DONE_BY = pattern_of(r"(?<=前)(?:完成|办结|落实|结束)$")
"""What 前 already says: 3月20日前完成."""
_DONE_IN = pattern_of(
    r"(?<=[月份日号底旬午晚点半时分0-9０-９])(?:全天|完成|举行|举办|进行|开展|召开|开始|启动|开[赛考班幕讲营课馆工镰镜放])$"
)
"""What is said of a time behind an activity that is no more than it: 3月25日开考."""
_LEADS_TO = pattern_of(
    r"(?:[在于到至自从为是约定拟及和与或每前月日号、—–~-]|截止|截至|报名|时间|日期|节日|主题|题目|名称|内容|项目)[，,：: ]*$"
)
"""What ends in mid-sentence, so that the time behind it is its own."""
_END = "。；;，, \t\u3000\xa0"
_DAY = pattern_of("[0-9０-９一二三四五六七八九十][日号]")
_DASHES, _HOUR = pattern_of("[—–-]+"), pattern_of("[0-9０-９][:：][0-9０-９]{2}$")
"""The 17:00 of 办公时间：工作日 9:00—17:00 is no time alone."""
_FEWEST = 2
_LONGEST = 24
_LONGEST_BEFORE = 25
"""Characters of what can be one activity that goes on all year; a sentence only says how often."""
_SHORTEST_BEFORE = 4
"""Characters before a festival behind a blank: 庆祝 三八节 says what is done."""
_NAMED = pattern_of(
    r"[ \t\u3000\xa0，,；;]+(?:活动)?(?:时间|日期)[：: ]?(?P<time>[^：:（）()。；;，,]+?)"
    r"(?:[ \t\u3000\xa0，,；;]+(?:活动)?地[点址][：: ]?(?P<place>[^：:（）()。；;，,\s]+))?$"
)
_BARE = pattern_of(r"[，,；; \t\u3000\xa0]{1,9}(?P<words>[^，,；;。\s]{1,30})[。；;]?$")
_CLAUSE = pattern_of(
    r"[，,；;]\s*(?P<time>[^，,；;。（）()]{3,24}?)(?:全天|将|正式|在[^，,；;。]{2,12})?(?:开[始赛考班幕讲营课]|举行|举办|进行|召开|启动|出发|集合|全天)?(?=[，,；;。]|$)"
    r"|(?:定[于在]|安排在|放[在到]|拟于|将于|于)(?P<set>[^，,；;。（）()]{3,20}?)(?:全天|在[^，,；;。]{2,12})?(?:开[始赛考班幕讲营课]|举行|举办|进行|召开|启动)?(?=[，,；;。]|$)"
)
"""A time between commas: 插花课，3月6日15:40，名额24个."""
_BRACKET = pattern_of(r"[（(](?P<words>[^（）()]{2,20})[）)](?=[，,。；;])")


def named_time_behind(text: str, start: int, end: int) -> re.Match[str] | None:
    """The `time` that ends a text with its name, and perhaps its `place`: 乒乓球赛 时间3月18日至20日 地点体育馆."""
    found = _NAMED.search(text, start, end)
    return found if found and is_time(found["time"]) else None


def bare_field_behind(text: str, start: int, end: int) -> tuple[tuple[str, str] | None, int]:
    """What ends a text behind a time and names itself, and where it begins: 表彰会，3月6日，三楼会议室; None and `end` for none."""
    found = _BARE.search(text, start, end)
    bare = bare_field(found["words"]) if found else None
    return (bare, found.start()) if found and bare else (None, end)


def time_within(text: str, start: int, end: int) -> tuple[str, int]:
    """The first time that stands in a bracket in mid-text, else the only day between commas, and its place; empty for none."""
    times = (found for found in _BRACKET.finditer(text, start, end) if is_time(found["words"]))
    if found := next(times, None):
        return found["words"], found.start("words")
    clauses = [
        (found[group], found.start(group), found.start())
        for found in _CLAUSE.finditer(text, start, end)
        if _is_day(found[group := found.lastgroup or ""])
    ]
    if len(clauses) != 1:
        return "", 0
    written, at, stop = clauses[0]
    return (written, at) if stop - start >= _FEWEST and not _DAY.search(text, start, stop) else ("", 0)


def _is_day(words: str) -> bool:
    """Whether words are a day and nothing else, in whatever form but that of a bare number."""
    return _DAY.search(words) is not None and is_time(words)


def time_behind(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The time that ends `text`, where it begins, and where ends what stands before it; None for none."""
    while end > start and text[end - 1] in _END:
        end -= 1
    for gap in _GAP.finditer(text, start, end):
        behind = text[gap.end() : end]
        if len(behind) > _LONGEST:
            continue
        written = _DONE_IN.sub("", _DONE_BY.sub("", behind)).strip()
        if _is_surely_a_time(written, text[start : gap.start()].strip(), gap[0]):
            return written, gap.end(), gap.start()
    return None


def _is_surely_a_time(written: str, before: str, gap: str) -> bool:
    """Whether `written` is the time of what stands `before` it, and the `gap`."""
    is_range = _DASHES.fullmatch(gap) is not None and _HOUR.search(before) is not None
    if not before or not written or is_range or is_time(before) or _LEADS_TO.search(before):
        return False
    if is_time(written):
        fewest = _SHORTEST_BEFORE if gap.isspace() else 2
        return any(sign in written for sign in "月日号") or len(before) >= fewest
    is_one = len(before) <= _LONGEST_BEFORE and not any(sign in before for sign in "。；;，,")
    return is_one and is_whole_time(written)
