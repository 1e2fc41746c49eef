"""What officers call the fields of an activity, and the fields that stand behind it without brackets (SPECIFICATION section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from noticeboard.patterns import pattern_of

TIME, WHAT, SAME, OTHER = "时间", "内容", "同", "其他"
_NAMES = {
    TIME: "(?:活动|会议|具体|举办|开展|计划|完成|实施)?(?:时间|日期|月份|时限)",
    "地点": "(?:活动|会议|集合)?地[点址]",
    "负责": "负责(?:人|部门|单位)?|责任(?:人|部门|单位)|牵头(?:人|部门|单位)?|(?:主|承|协)办(?:单位|部门)?|组织者|主持人?",
    "参加": "参加(?:人员|对象|者|范围)?|参与(?:人员|对象)?|(?:活动|服务)?对象|人员",
    "人数": "人数",
    "经费": "(?:活动)?(?:经费|预算|费用)(?:预算)?",
    "类别": "类别",
    SAME: "同",
    WHAT: "(?:活动|主要|具体|会议|工作)?(?:内容|名称|主题|项目)|活动",
    OTHER: "(?:活动|具体|工作)?(?:要求|形式|方式|目的|意义|流程|步骤|准备|材料)",
}
"""A field of an item → what officers call it at the front of a line, or behind a sign."""
BLANKS = " \t\u3000\xa0"
NAME = pattern_of(
    rf"(?:(?<![^；;，,。{BLANKS}]))(?:"
    + "|".join(f"(?P<{name}>{rule})" for name, rule in _NAMES.items())
    + r")(?:[ ]?[：:]|(?<=[间点])(?:[定设放安排]{1,3}[在于]|在)|(?<=责人)[是为])"
)
"""A name and its colon, or 时间定在 and 地点在; its group is the field."""
AROUND = f"；;，,。：:{BLANKS}"
"""What stands around a value and is none of it."""
_KNOWN = frozenset({TIME, "地点", "负责", "参加", "人数", "经费", "类别"})
_LONGEST_VALUE = 30
_INSIDE = pattern_of("[。；;！？!?]|[（(][^）)]*$|^[^（(]*[）)]")
"""What no value has within: the end of a sentence, or half a bracket."""


@dataclass(frozen=True, slots=True)
class FieldBehind:
    """A field behind the text of an activity."""

    name: str
    value: str
    at: int
    """Where the value begins in the text."""


def fields_behind(text: str, start: int, end: int) -> tuple[int, Sequence[FieldBehind]] | None:
    """Where the fields begin that end `text`, and what they say: 植树 负责：后勤处 地点：后山.

    None where there are none, where nothing stands before them, or where what stands behind them is more than values.
    """
    marks = list(NAME.finditer(text, start, end))
    first = next((index for index, mark in enumerate(marks) if mark.lastgroup in _KNOWN), len(marks))
    marks = marks[first:]
    if not marks or not text[start : marks[0].start()].strip(AROUND):
        return None
    stops = [*(mark.start() for mark in marks[1:]), end]
    found = []
    for mark, stop in zip(marks, stops, strict=True):
        written = text[mark.end() : stop]
        value = written.strip(AROUND)
        if mark.lastgroup not in _KNOWN or len(value) > _LONGEST_VALUE or _INSIDE.search(value):
            return None
        at = mark.end() + len(written) - len(written.lstrip(AROUND))
        found.append(FieldBehind(mark.lastgroup, value, at))
    return marks[0].start(), found
