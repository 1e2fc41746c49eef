"""The time in an item's bracket, and the bare words beside it: （3月5日下午4:00，大礼堂，女工委负责）(SPECIFICATION section 4)."""

from __future__ import annotations

from dataclasses import dataclass

from noticeboard.patterns import pattern_of
from noticeboard.times import time_length

_STATES = pattern_of("取消|延期|推迟|顺延|改期|延至|暂缓|待定|通过|印发|发布|修订|施行")
"""What a time in brackets may belong to that is not when the activity is."""
_CONDITION = pattern_of("(?:如|若)?[遇逢][^，,。；;（）()]{1,8}?(?:顺延|延期|改期|取消|推迟|提前)")
"""What becomes of it if something happens, which says of no state: 遇雨顺延."""
_LABEL = pattern_of(r"\s*(?:(?:活动|完成|开展|举办|实施)?(?:时间|时限|日期)|(?:完成)?期限)\s*[：:]?\s*")
_DEADLINE = pattern_of(r"(?<=前)(?:完成|办结|落实|结束|[^；;，,、。]{0,4}完毕)(?=\s*(?:[；;，,、]|$))")
"""What 前 already says: 4月底前完成."""
_BEGINS = pattern_of(
    r"(?<=[月份日号底旬])(?:起?开[班赛幕营学课工讲馆机]|举行|举办|进行|召开|开始|启动)(?=\s*(?:[；;，,、]|$))"
    r"|(?<=[月日号])(?:共|为期|历时)?[0-9一两二三四五六七八九十]{1,3}天(?=\s*(?:[；;，,、]|$))|(?<=[月日号旬])结束(?=\s*(?:[；;，,、]|$))"
)
"""What is said of a day on which it begins, 7月13日开班, of days, how many they are, and of a last day."""
_SEPARATOR = pattern_of(r"[；;，,、·•/／\s]+")
_BETWEEN = pattern_of(r"[；;，,·•]")
_AFTER = pattern_of(r"\s*(?:[；;，,、·•]|$)|\s+")
_PLACE = pattern_of(
    "[^，。：:]{0,15}(?:礼堂|报告厅|会议室|活动室|阅览室|办公室|教室|音乐室|操场|体育馆|体育场|球馆|球场|田径场|食堂|餐厅|大厅|功能厅|展厅|歌舞厅|剧场|影院|车间|厂房|门球场|游泳馆|文化宫|俱乐部|"
    "图书馆|书屋|会场|广场|公园|教工之家|职工之家|活动中心|会议中心|[0-9一二三四五六七八九十]楼)"
)
_NAMED_PLACE = pattern_of("(?:活动|集合)?地点(?:在|为)?(?P<place>[^，。：:]{1,20})")
_TAKES_PART = pattern_of(
    "由?(?P<who>(?:[^，。：:由]{0,18}(?:代表|教师|职工|会员|员工|干部|委员|人员|分会|支会|车间|科室|部门|班组|小组)|全体|全员))(?:参加|参与)"
)
_LEADER = pattern_of("由?(?P<who>[^，。：:由]{1,20}?)(?:负责|牵头)")


@dataclass(frozen=True, slots=True)
class TimedBracket:
    """What stands in a bracket with a time."""

    time: tuple[str, int]
    """As written, and its place."""
    rest: list[tuple[str, int]]
    """What else is in it, piece by piece, each with its place."""


def parts_with_time(text: str, start: int, end: int) -> TimedBracket | None:
    """What stands between brackets when a piece of it is a time and nothing else; None when none is."""
    if _STATES.search(_CONDITION.sub("", text[start:end])):
        return None
    at = start
    while at <= end:
        found = _time_at(text, at, end)
        if found is not None:
            first, last = found
            begins = _BEGINS.match(text, last, end)
            # What recurs asks for the word: 每周四（9月10日开班）.
            last = begins.end() if begins else last
            done = _DEADLINE.match(text, last, end)
            rest = [*_pieces(text, start, at), *_pieces(text, done.end() if done else last, end)]
            return TimedBracket((text[first:last], first), rest)
        stop = _BETWEEN.search(text, at, end)
        if stop is None:
            break
        at = stop.end()
    return None


def is_time(text: str) -> bool:
    """Whether a text is a time and nothing else."""
    text = text.strip()
    return bool(text) and time_length(text) == len(text)


def bare_field(piece: str) -> tuple[str, str] | None:
    """The field that a word without a name is for certain: 大礼堂 is a place, 女工委负责 tells who leads."""
    if found := _LEADER.fullmatch(piece):
        return "leader", found["who"]
    if found := _TAKES_PART.fullmatch(piece):
        return "participants", found["who"]
    if found := _NAMED_PLACE.fullmatch(piece):
        return "place", found["place"]
    return ("place", piece) if _PLACE.fullmatch(piece) else None


def with_bracket(text: str, kept: str, whole: str, time: tuple[str, int]) -> str:
    """The text with the bracket `kept`, or none, of a time that is text after all, in one piece: 咨询（周一至周五 9:00 均可报名）.

    `time` is as written, and its place in the item's `whole` text.
    """
    written, at = time
    inner = whole[at:].partition("）")[0]
    pieces = (piece for piece, _ in _pieces(whole, at + len(written), at + len(inner)))
    rest = f"（{'；'.join(pieces)}）"
    if kept == f"（{written}）" and rest != "（）" and text.endswith(rest):
        return f"{text.removesuffix(rest)}（{inner}）"
    return text + kept


def _time_at(text: str, at: int, end: int) -> tuple[int, int] | None:
    label = _LABEL.match(text, at, end)
    first = label.end() if label else at + len(text[at:end]) - len(text[at:end].lstrip())
    length = time_length(text[first:end], with_stretches=True)
    last = first + length
    if not length or _goes_on(text[last:end]):
        return None
    is_whole = (
        _AFTER.match(text[last:end]) or _DEADLINE.match(text, last, end) or _BEGINS.match(text, last, end)
    )
    return (first, last) if is_whole else None


def _goes_on(rest: str) -> bool:
    """Whether the times behind which `rest` stands go on with one that has words of its own: 一季度、二季度没有结果."""
    return rest.startswith("、") and time_length(rest[1:], with_stretches=True) > 0


def _pieces(text: str, start: int, end: int) -> list[tuple[str, int]]:
    pieces, at = [], start
    for stop in [*_SEPARATOR.finditer(text, start, end), None]:
        last = stop.start() if stop else end
        if text[at:last]:
            pieces.append((text[at:last], at))
        at = stop.end() if stop else end
    return pieces
