"""Several activities written in one line, cut where that is certain (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.content.activities.field_names import NAME
from noticeboard.patterns import pattern_of
from noticeboard.times import time_length

Span = tuple[int, int]
"""Where a clause begins and ends in its text."""

_VERBS = (
    "召开|组织|开展|举办|举行|做好|抓好|搞好|办好|进行|参加|参与|完成|制定|制订|拟定|"
    "拟订|修订|筹备|筹办|准备|走访|慰问|看望|探望|协助|配合|协同|落实|推进|推选|推荐|"
    "评选|评比|评优|表彰|总结|检查|督促|督查|督导|征集|征求|收集|整理|发放|发布|公布|"
    "公示|学习|宣传|培训|迎接|启动|建立|健全|完善|布置|部署|安排|确定|选派|选举|改选|"
    "选拔|申报|上报|报送|审议|讨论|庆祝|观看|编制|编写|撰写|填报|上缴|收缴|更新|办理|"
    "办结|答复|反馈|汇总|加强|邀请|联合|承办|主办|策划|设立|创建|争创|调研|调查|统计|"
    "购买|采购|续保|签订|考核|验收|接待|排练|动员|指导|帮助|关心|关爱|救助|补助|布展|"
    "张贴|传达|贯彻|研究|研讨|通报|清理|核对|登记|建档|归档|换届|欢送|欢迎|缴纳|提交|"
    "印发|下发|梳理|回顾|开好|过好|写好|带领|提醒"
)
_VERB = pattern_of(
    rf"\s*(?:[0-9一二三四五六七八九十]{{1,3}}月份?)?(?:继续|认真|积极|精心|切实|集中|分批|统一)?(?:{_VERBS})"
)
_EVENT = pattern_of(r"\s*(?:召开|组织|开展|举办|举行|做好|抓好|搞好|办好|走访|慰问|评选|表彰|筹备)(?!了)")
"""Of these the verbs that say an activity of its own in whatever sentence."""
_COUNTED = pattern_of(r"\s*(?:参加|参与)(?:人[数次]|职工|教师|会员)?[约近共达]{0,2}[0-9]")
"""Who came is no activity: 参与230人."""
_NEAR = 200
"""Signs that say what a time behind them is."""
OF_LAST_YEAR = "(?:去年|上年|前年|往年)(?:(?!今年)[^。；;])*$"
"""As a regular expression, what stands before times of years that are over: 去年3月组织了插花."""
_STRONG = "；;。"
_WIDE_GAP = pattern_of(
    r"(?<![ \t\u3000\xa0])[ \t\u3000\xa0]{2,}(?=(?:[0-9]{1,2}|[一二三四五六七八九十元]{1,2})月)"
)
"""What parts the columns of 3月 体检　　9月 表彰."""
_COMMA = "，,"
_PARTING = "，,；;。"
_LISTED = "，,、"
_MONTH_FIRST = pattern_of(
    r"\s*(?:[0-9]{1,2}|[一二三四五六七八九十元]{1,2})月(?:份|[上中下]旬|[初底末]|[0-9]{1,2}日)?[：: ]?(?=[\u4e00-\u9fff“《])(?![份至到])"
)
"""A month with what is done right behind: 3月植树，4月春游."""
_NUMBER = pattern_of(
    r"(?:[（(](?P<bracket>[0-9]{1,2})[）)]|(?P<circled>[①-⑳])|(?P<plain>[0-9]{1,2})(?:、|[.．](?![0-9]))|(?P<letter>(?<![A-Za-z])[A-H])[、.．](?=[\u4e00-\u9fff“《]))[、.．]?\s*"
)
_NEXT_NUMBER = pattern_of(
    r"(?:(?<=[；;。）)\s])(?P<plain>[0-9]{1,2})(?:、|[.．]|[）)])(?![0-9])|[（(](?P<bracket>[0-9]{1,2})[）)]|(?P<circled>[②-⑳]))\s*"
)
"""1.总结会 2.慰问, ①座谈②讲座: a number goes on in the item that one began."""
_GOES_ON = pattern_of(
    r"\s*(?:地点|时间|日期|负责|参加|人数|对象|会上|会后|活动后|同时|并|其中|请|注|备注|由|要求|届时|具体|责任|牵头|主办|承办|协办|主持|组织者|预算|各|凡|此|这|该|人均|每人|以上|待|费用|经费|共|如)"
)
"""What goes on with the sentence before it."""
_PAIRS = {"（": "）", "(": ")", "“": "”", "《": "》", "【": "】", "[": "]", "「": "」", "‘": "’"}
LONGEST = 60
"""Characters of a clause that can be an activity; a longer one is prose."""


def begins_with_verb(text: str) -> bool:
    """Whether a text begins with a verb of the closed list, as what is to be done does."""
    return _VERB.match(text) is not None


def numbered(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The parts of `text` from `start` that numbers 1, 2 … begin; none when it does not begin with the number 1."""
    found: list[re.Match[str]] = []
    for mark in _NUMBER.finditer(text, start, end):
        if _value(mark) == len(found) + 1 and (not found or mark.lastgroup == found[0].lastgroup):
            found.append(mark)
    if not found or text[start : found[0].start()].strip():
        return ()
    stops = [*(mark.start() for mark in found[1:]), end]
    return tuple(_stripped(text, mark.end(), stop) for mark, stop in zip(found, stops, strict=True))


def counted_on(text: str, number: int | None) -> tuple[Span, ...]:
    """The parts of an item of that number whose text goes on with the next numbers: 1.组织女工活动；2.组织植树."""
    if number is None:
        return ()
    begin = 0
    found: list[Span] = []
    for mark in _NEXT_NUMBER.finditer(text):
        if _value(mark) == number + len(found) + 1:
            found.append(_stripped(text, begin, mark.start()))
            begin = mark.end()
    return (*found, _stripped(text, begin, len(text))) if found else ()


def with_numbered(text: str) -> tuple[Span, ...]:
    """A sentence and the parts that （1）（2） number behind it; the whole text where none are."""
    mark = next((mark for mark in _NUMBER.finditer(text) if mark["bracket"] == "1" or mark["circled"]), None)
    parts = numbered(text, mark.start(), len(text)) if mark and mark.start() else ()
    if mark is None or len(parts) < _FEWEST:
        return (_stripped(text, 0, len(text)),)
    return (_stripped(text, 0, mark.start()), *parts)


_FEWEST = 2


def begin_with_months(text: str, spans: tuple[Span, ...]) -> bool:
    """Whether each of several parts of a text begins with a month of its own: 7月送清凉；8月助学."""
    return len(spans) >= _FEWEST and all(_MONTH_FIRST.match(text, *span) for span in spans)


def _value(mark: re.Match[str]) -> int:
    if letter := mark.groupdict().get("letter"):
        return ord(letter) - ord("A") + 1
    return ord(mark["circled"]) - ord("①") + 1 if mark["circled"] else int(mark["bracket"] or mark["plain"])


def clauses(text: str, start: int, end: int, *, at_commas: bool = True) -> tuple[Span, ...]:
    """The activities that `text` from `start` to `end` says.

    It is cut where numbers 1、2、 count, at ； and 。, and at ， only where every part between two of those begins with a
    verb of its own, or with a month of its own, then at 、 too. Brackets and quotes are not cut.
    """
    if parts := numbered(text, start, end):
        return parts
    found: list[Span] = []
    for first, last in _columns(text, start, end):
        if found and (_GOES_ON.match(text, first, last) or _is_its_time(text[first:last])):
            found[-1] = found[-1][0], last
            continue
        months = tuple(cut(text, first, last, _LISTED))
        if at_commas and len(months) > 1 and all(_MONTH_FIRST.match(text, *part) for part in months):
            found += months
            continue
        parts = tuple(cut(text, first, last, _COMMA))
        is_several = (
            at_commas
            and len(parts) > 1
            and all(_VERB.match(text, *part) and not _COUNTED.match(text, *part) for part in parts)
        )
        found += parts if is_several else [(first, last)]
    return tuple(found)


def events(text: str) -> tuple[Span, ...]:
    """The parts of an item between ， ； and 。 where each begins with a verb that says an activity of its own; else none."""
    parts = tuple(cut(text, 0, len(text), _PARTING))
    return parts if len(parts) > 1 and all(_EVENT.match(text, *part) for part in parts) else ()


def _columns(text: str, start: int, end: int) -> Iterator[Span]:
    """What stands between strong signs, and between columns that each begin with a month."""
    for first, last in cut(text, start, end, _STRONG):
        at = first
        for gap in _WIDE_GAP.finditer(text, first, last):
            if gap.start() > at:
                yield _stripped(text, at, gap.start())
                at = gap.end()
        yield _stripped(text, at, last)


def _is_its_time(text: str) -> bool:
    """Whether what stands behind a sentence is when it is to be: 3月20日前完成，责任部门：办公室."""
    length = time_length(text, with_stretches=True)
    return length > 0 and _ENDS_TIME.match(text, length) is not None


_ENDS_TIME = pattern_of(rf"(?:之?前)?(?:完成|办结|落实)?\s*(?:$|[，,、；;]\s*{NAME.pattern})")


def before(text: str, end: int) -> str:
    """What stands in a text right before a place; where that is not all, a sign first, so that nothing begins there.

    Whoever asks what stands before each time of a long line must not look at the whole line each time.
    """
    return text[:end] if end <= _NEAR else f"\0{text[end - _NEAR : end]}"


def cut(text: str, start: int, end: int, signs: str) -> Iterator[Span]:
    """The parts between any of `signs` that stand in no brackets; empty ones are left out."""
    depth: list[str] = []
    begin = start
    for place, letter in enumerate(text[start:end], start):
        if depth and letter == depth[-1]:
            depth.pop()
        elif letter in _PAIRS and text.find(_PAIRS[letter], place, end) >= 0:
            depth.append(_PAIRS[letter])
        elif not depth and letter in signs:
            yield from _if_any(text, begin, place)
            begin = place + 1
    yield from _if_any(text, begin, end)


def _if_any(text: str, start: int, end: int) -> Iterator[Span]:
    span = _stripped(text, start, end)
    if span[0] < span[1]:
        yield span


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return start, max(start, end - (len(part) - len(part.rstrip(" \t\u3000\xa0；;。，,、"))))
