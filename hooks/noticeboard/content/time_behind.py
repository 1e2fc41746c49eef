"""The time that stands behind an activity without brackets: 植树，3月12日 · 困难帮扶：全年 (SPECIFICATION section 4)."""

from __future__ import annotations

import re

from noticeboard.content.bracket_time import is_time
from noticeboard.times import is_whole_time

_GAP = re.compile(r"(?:[—–-]{1,9}|…{1,9}|[，,。；;：:·•/／ \t\u3000\xa0])+")
_DONE_BY = re.compile(r"(?<=前)(?:完成|办结|落实|结束)$")
"""What 前 already says: 3月20日前完成."""
_DONE_IN = re.compile(r"(?<=[月份日号底旬])(?:完成|举行|举办|进行|开展)$")
_LEADS_TO = re.compile(
    r"(?:[在于到至自从为是约定拟及和与或每前月日号、—–~-]|截止|截至|报名|时间|日期|节日|主题|题目|名称|内容|项目)[，,：: ]*$"
)
"""What ends in mid-sentence, so that the time behind it is its own."""
_END = "。；;，, \t\u3000\xa0"
_LONGEST = 24
_LONGEST_BEFORE = 25
"""Characters of what can be one activity that goes on all year; a sentence only says how often."""
_SHORTEST_BEFORE = 4
"""Characters before a festival behind a blank: 庆祝 三八节 says what is done."""


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
    if not before or not written or is_time(before) or _LEADS_TO.search(before):
        return False
    if is_time(written):
        fewest = _SHORTEST_BEFORE if gap.isspace() else 2
        return any(sign in written for sign in "月日号") or len(before) >= fewest
    is_one = len(before) <= _LONGEST_BEFORE and not any(sign in before for sign in "。；;，,")
    return is_one and is_whole_time(written)
