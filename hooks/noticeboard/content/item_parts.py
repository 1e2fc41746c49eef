"""An item's text taken apart: box, what is done, then fields, states and links (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from noticeboard.content.bracket_time import bare_field, is_time, parts_with_time
from noticeboard.content.field_names import AROUND, TIME, fields_behind
from noticeboard.content.time_behind import time_behind
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.lists import BOX_SIGNS, read_box
from noticeboard.times import time_length

FIELDS = {
    "地点": "place",
    "负责": "leader",
    "负责人": "leader",
    "参加": "participants",
    "类别": "category",
    "人数": "headcount",
    "经费": "cost",
    "同": "same_as",
}
"""A field's Chinese name → its name in an Activity."""

_FIELD = re.compile(rf"(?P<name>{'|'.join(FIELDS)})\s*[：:]\s*(?P<value>.*)", re.DOTALL)
_SEPARATOR = re.compile(rf"[；;]|[，,、](?=\s*(?:{'|'.join(FIELDS)})\s*[：:])")
_CANCELLED = re.compile(
    r"(?:后来?|最终|最后)?(?:(?:因|由于)(?P<cause>.+?)[，,]?\s*)?(?:已经?|决定)?(?:取消|不再举行|停办|不(?:举?办|举行|开展|搞)了)(?:举办|举行|活动)?了?(?:\s*[：:，,]\s*(?P<reason>.*))?",
    re.DOTALL,
)
_POSTPONED = re.compile(
    r"(?:(?:由(?!于)|从|原定(?:于|在)?|原计划(?:于|在)?)\s*(?P<own>[^，,。]+?)\s*[，,]?\s*)?(?:现|后|先|又|再|后来?又?)?(?:(?:因|由于)(?P<cause>.+?)[，,]?\s*)?(?:又|(?:第?二次|第?三次|再)次?)?(?:已经?|决定)?(?:延期|推迟|顺延|延后|改期|改为|改到|改至|延)"
    r"(?:举行|举办)?(?:\s*[至到于]\s*[：:]?\s*(?P<to>.+)|\s*[：:]\s*[至到]?\s*(?P<month>.+)|(?<=改[为到至])\s*[：:]?\s*(?P<day>.+)|(?<!延)(?<!改[为到至]))",
    re.DOTALL,
)
_BY_LENGTH = re.compile(
    r"(?:(?:因|由于)(?P<cause>.+?)[，,]?\s*)?(?:已经?|决定)?(?P<said>(?:延期|推迟|顺延|延后)(?:举行|举办)?[0-9０-９一两二三四五六七八九十]{1,3}\s*(?:天|日|周|个?星期|个月))(?:举行|举办)?"
)
"""Put off by a length: 顺延一周."""
_NAMES_TIME = re.compile(
    r"[0-9０-９一二三四五六七八九十元正腊几下本这次明]个?(?:月|日|号|周|星期|季|学期|年)|周[一二三四五六日末]|月[底初中末]|[上中下]旬|节|[寒暑]假|待定|时间|待|另"
)
"""What a change must say to be one of time: 改为线上举行 is none."""
_ORIGINAL = re.compile(r"原(?:定|计划|安排)(?:时间)?\s*(?:于|在|为|是)?\s*[：:]?\s*(?P<own>.+)", re.DOTALL)
_ORIGINAL_IN_FRONT = re.compile(rf"\s*[（(]\s*{_ORIGINAL.pattern}?\s*[）)]\s*", re.DOTALL)
_UNDECIDED = re.compile(
    r"(?:具体)?(?:时间|日期)?(?:待定|未定|另定|(?:等?待|听候?|等)通知|另行(?:通知|安排))|(?:暂缓|暂停)(?:举行|举办|进行)?"
)
_UNDECIDED_IN_FRONT = re.compile(rf"\s*[（(]\s*(?:{_UNDECIDED.pattern})\s*[）)]\s*(?=\S)")
_NAMED_AT_END = re.compile(
    r"[ \t\u3000\xa0，,；;]+(?:活动)?(?:时间|日期)[：: ]?(?P<time>[^：:（）()。；;，,]+?)"
    r"(?:[ \t\u3000\xa0，,；;]+(?:活动)?地[点址][：: ]?(?P<place>[^：:（）()。；;，,\s]+))?$"
)
"""The same with their names: 乒乓球赛 时间3月18日至20日 地点体育馆."""
_STATE_AT_END = re.compile(
    r"(?<![的不了于月日])(?P<state>(?:延期|推迟|顺延|延后|改期|改到|改至|改在|延至|提前)(?:[至到于]?[^，,。；;：:（）()的]{0,10}?(?:[0-9一二三四五六七八九十两](?:月|日|号|天|个?星期|周|个月)|周[一二三四五六日]|月底|个月|下周|下月|学期)[^，,。；;：:（）()的]{0,3})?(?:举行|举办|进行)?)$"
)
"""A state right behind the text, which is too little parted from it to be one: 球赛延期至下周三."""
_DONE = re.compile(r"(?:已经?|全部)?(?:完成|办结|办完|办|落实|举行|举办|开展|召开|结束)了?")
_DONE_ON = re.compile(
    r"(?:已经?|全部)?(?:完成|办结|办完)了?(?:[：:，,]|于|\s)\s*(?P<after>.+)|(?:已经?)?(?:于|在)?(?P<before>.+?)(?:(?:已经?|全部|如期|顺利)?(?:完成|办结|办完)|(?:已经?)(?:办|举行|举办|开展|召开|落实))了?"
)
"""When it was done, behind that or before it: 已完成：3月20日, 3月20日完成."""
_DONE_NEEDS = re.compile(r"完成|办结|已|完")
_NOT_DONE = re.compile(
    r"(?:(?:因|由于)(?P<why>.+?)[，,]?)?(?:目前|暂时)?(?:尚|还|仍|暂|均|都)*(?:未|没有?)能?(?:如期|按时|按期|按计划|全部)?(?:完成|办结|办理|办|落实|举行|举办|开展|进行|实施|启动|召开)(?:[，,](?:因|由于)?(?P<cause>.+))?|正在(?:进行|办理|落实|开展|筹备)|(?:进行|办理|筹备|落实)中"
)
"""That it is not done: 未举行, 尚未完成, 进行中."""
_BEHIND = re.compile(
    r"(?:[ \t\u3000]+|[ \t\u3000]*(?:[—–]{1,2}|--?)[ \t]*|[：:][ ]*)(?P<state>已?(?:取消|完成|办结|延期|推迟|暂缓)了?|已经?(?:举行|举办|开展|召开|落实|结束)了?|(?:具体)?(?:时间|日期)?(?:待定|未定|另定|待通知|另行通知))$"
    r"|[，,](?P<comma>已(?:经)?(?:取消|完成|办结|延期|推迟|暂缓)了?)$"
)
"""A state behind the text without brackets: 春游 取消, 植树——已完成."""
_CAUSED = re.compile(
    r"(?<=\w)[，, \t\u3000]*(?P<state>(?:因|由于)[^，,。；;（）()]{1,12}?(?:取消|停办|延期|推迟|顺延|改期)(?:举行|举办)?(?:[至到于][^，,。；;（）()]{1,12})?了?)[。；;]?$"
)
"""A state with its cause behind the text: 春游因雨取消."""
_TICKS = ("√", "✓", "✔", "☑")
_TICK_BEHIND = re.compile(rf"(?<=\w)[）)”》]?[ \t\u3000]*(?P<state>[{''.join(_TICKS)}])$")
_DONE_BY_DAY = re.compile(r"(?<=[日号底旬])(?:完成|落实|举行|举办|进行)$")
"""12月10日完成 among the remarks of a plan says by when it is to be."""
_PLACE_BEHIND = re.compile(r"[，,；; \t\u3000\xa0]{1,9}(?P<said>[^，,；;。\s]{1,30})[。；;]?$")
"""What may be a place behind a time: 表彰会，3月6日，三楼会议室."""
_BRACKET_WITHIN = re.compile(r"[（(](?P<said>[^（）()]{2,20})[）)](?=[，,。；;])")
_FIGURES = "[一二三四五六七八九十]{1,3}"
_NUMBER = re.compile(rf"\s*(?:[（(]{_FIGURES}[）)]、?|{_FIGURES}、(?!{_FIGURES}(?:月|季度)))\s*(?=\S)")
_STATE_NAME = re.compile(r"(?:完成|落实|进展|执行|办理)(?:情况|状态)?\s*[：:]\s*|(?:状态|目前)\s*[：:]\s*")
"""What names a state in a bracket: 完成情况：已完成."""
_IN_FRONT = re.compile(
    r"\s*(?:[【［\[（(]\s*(?P<bracketed>(?:已)?(?:完成|办结|取消|延期|推迟|暂缓|待定))\s*[】］\]）)]\s*[：:]?|(?P<plain>已(?:完成|办结|取消|延期|推迟))[：:])\s*(?=\S)"
)
_IN_SQUARE = re.compile(r"[ \t\u3000]*[【［\[](?P<state>[^【】［］\[\]]{2,20})[】］\]]$")
"""A state in other brackets: 摄影展【已完成】."""
_STATE_OR_FIELD = re.compile(
    rf"\s*(?:因.+|已)?(?:取消|延期|推迟|顺延|改期|延至|待定|完成|办结|暂缓|(?:{'|'.join(FIELDS)})\s*[：:])"
)
_NOT_HELD = re.compile(
    r"[，,]?(?P<state>(?:(?:因|由于)[^，,。；;：:（）()的]{1,12})?(?:未能?|没有|没能)(?:如期|按时|按期|按计划)?(?:举行|举办|开展|召开|完成|办成|实施))$"
)
"""What says behind the text that it did not take place: 春游没有举行."""
_OF_ONE_TIME = re.compile(
    r"(?P<when>第?[一二三四1-4]季度|[上下]半年|第[一二]学期|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?)[：:，,]?\s*(?P<state>\S.*)"
)
"""What became of one time of what recurs: 第二季度延期至7月15日, 8月取消."""
_LIKE_STATE = re.compile(
    r"(?:因|由于|已|现|决定).{0,20}?(?:取消|延期|推迟|顺延|改期|暂缓)|(?:取消|延期|推迟|顺延|延后|改期|延至|暂缓|提前)(?!通知|准备|量)|[^，。]{1,12}改[为到至在].*[月日号周]"
)
"""Words in brackets that begin like a state, though none is read: 下周推迟."""
_NOT_MANAGED = re.compile(
    r"(?:还|尚)?(?:没有?|未能?)(?:如期|按期|按时)?(?:搞|办|开|去|做|弄|完成|落实|组织|进行|开展|举行|举办|成行|实施){1,2}(?:成|起来|完)?了?"
)
"""What says, and goes on saying, that it was not done: 没办成."""
_COMMA = re.compile(r"\s*[，,]\s*")
_LONGEST_BEHIND = 200
"""Characters in which a state, a time or a place stands behind the text."""
_LONGEST_REASON = 20
"""Characters behind struck text that may be its reason."""
_REASON = re.compile(r"(?:原因|因)\s*[：:]\s*")
_ARROW = re.compile(r"(?:→|⇒|➔|—>|->|=>)\s*$")
_SAME = re.compile(r"(?:^|(?<=[ \t\u3000\xa0。；;，,、）)])|→|⇒|->)\s*同\s*[：:]\s*$")
"""What says of the link behind it that it leads to the same activity."""
_LEADS_ON = re.compile(r"(?:[和与及或见按在到从由照据]|参照|根据|按照|依照)[ \t\u3000\xa0]*$")
"""What a sentence cannot end with: the link behind it belongs to it."""
_BLANK = " \t\u3000\xa0"
_AFTER_PARTS = frozenset(_BLANK + "。；;，,、.→")
"""What may stand between and behind brackets and links at an item's end."""
_BEFORE_PARTS = frozenset(_BLANK + "；;，,、→")
"""What is left dangling when they are taken off."""
_BEFORE_LINK = frozenset(_BLANK + "）)]】。；;，,、")
"""What a link stands behind that is no word of the sentence."""


class SaidDeviation(NamedTuple):
    """What became of one time of what recurs, as written."""

    words: str
    """All of it: 第二季度延期至7月15日."""
    place: int
    """Where it stands in the item's text."""
    when: str
    moved_to: str
    """Empty where it was cancelled."""


@dataclass(slots=True)
class ItemParts:
    """What stands where in the text of one item, or in a part of it."""

    flat: FlatText
    start: int
    """Where the item says something."""
    end: int
    """Where that ends: before the brackets and links that trail."""
    ticked: bool | None = None
    """None without a box."""
    struck: bool = False
    cancelled: bool = False
    postponed: bool = False
    done: bool = False
    """Whether words say that it is done."""
    states: list[tuple[str, int]] = field(default_factory=list)
    """Each state as said, the last first, and its place in `text`."""
    unread_states: list[tuple[str, int]] = field(default_factory=list)
    """Words in brackets that begin like a state and are none, and their places."""
    undecided: bool = False
    open: bool = False
    """Whether words say that it is not done: 未举行; what says it otherwise, 没办成, stays in the text."""
    reason: str = ""
    postponed_to: list[tuple[str, int]] = field(default_factory=list)
    """The new times as written, and their places in `text`."""
    done_on: list[tuple[str, int]] = field(default_factory=list)
    """The times at which it says that it was done, and their places in `text`."""
    deviations: list[SaidDeviation] = field(default_factory=list)
    """Of what recurs, what became of single times."""
    original: str = ""
    """When it was to be, as written where that alone is said: 9月 登山（原定6月）."""
    bracket_time: tuple[str, int] = ("", 0)
    """The time that stands in a bracket as written, and its place in `text`."""
    fields: dict[str, str] = field(default_factory=dict)
    """By the names of an Activity."""
    kept: list[str] = field(default_factory=list)
    """Trailing brackets that are text after all, the last first."""
    link_texts: list[str] = field(default_factory=list)
    """What the trailing links say, the last first."""

    @classmethod
    def of(cls, flat: FlatText, ticked: bool | None, start: int = 0, end: int | None = None) -> ItemParts:
        """The parts of an item whose box says `ticked`, or of what stands from `start` to `end` of it."""
        parts = cls(flat, start, len(flat.text) if end is None else end, ticked)
        parts._take_number()
        parts._take_state_in_front()
        parts._take_tail()
        parts._take_word_behind()
        parts._take_strike()
        if (struck := parts._stripped(parts.start)) in flat.strikes:
            parts.struck = True
            parts.start, parts.end = struck
            parts._take_box()
            parts._take_tail()
        parts._take_fields_behind()
        parts._take_time_behind()
        return parts

    @property
    def text(self) -> str:
        """The item's text in one piece."""
        return self.flat.text

    @property
    def open_bracket(self) -> int | None:
        """Where a bracket opens that never closes, and holds a state or a field."""
        opening = max(self.text.rfind("（", self.start, self.end), self.text.rfind("(", self.start, self.end))
        if opening < 0 or any(sign in self.text[opening : self.end] for sign in "）)"):
            return None
        return opening if _STATE_OR_FIELD.match(self.text, opening + 1, self.end) else None

    @property
    def front(self) -> str:
        """What is said, its time first."""
        return self.text[self.start : self.end]

    def after(self, time: int) -> str:
        """What is said behind a time of so many characters; a strike through it counts."""
        start, end = self._stripped(self.start + time)
        kept = "".join(reversed(self.kept))
        if (start, end) not in self.flat.strikes:
            return f"{self.text[start:end]}{kept}".strip()
        inner = ItemParts(self.flat, start, end)
        inner._take_box()
        inner._take_tail()
        self.struck, self.fields = True, inner.fields | self.fields
        return f"{inner.front}{''.join(reversed(inner.kept))}{kept}".strip()

    def take_state(self, words: str) -> None:
        """Take what another cell says of the state: 已完成, 因雨取消, 推迟到11月, √."""
        if not words or words in _TICKS:
            self.done = self.done or bool(words)
            return
        noted = [(said, len(said)) for said in (self.states, self.postponed_to, self.done_on)]
        self.open = self.open or _NOT_MANAGED.fullmatch(words) is not None
        if not self._read_state(words, self.start) and _LIKE_STATE.match(words):
            self.unread_states.append((words, self.start))
        for said, known in noted:
            # The cell's words have no places in this text.
            said[known:] = [(word, self.start) for word, _ in said[known:]]

    def take_note(self, words: str) -> None:
        """Take what the remarks of a table's row say: when exactly it is and where (3月6日下午，操场), or its state."""
        timed = None if self.bracket_time[0] else parts_with_time(_DONE_BY_DAY.sub("", words), 0, len(words))
        if timed is None:
            self.take_state(words)
            return
        self.bracket_time = timed.time[0], self.start
        for piece, _ in timed.rest:
            if bare := bare_field(piece):
                self._set(*bare)

    def take_original(self, text: str) -> str:
        """Take 原定6月 or 时间待定 in a bracket off the front of what is said: 9月（原定6月）登山."""
        if (found := _UNDECIDED_IN_FRONT.match(text)) is not None:
            self.undecided = True
            return text[found.end() :]
        found = _ORIGINAL_IN_FRONT.match(text)
        if found is None or self.original or not _is_time(found["own"]):
            return text
        self.original = found["own"].strip()
        return text[found.end() :]

    def _stripped(self, start: int) -> tuple[int, int]:
        """Where the text from `start` to the end begins and ends without blanks."""
        text = self.text[start : self.end]
        return start + len(text) - len(text.lstrip()), start + len(text.rstrip())

    def _take_box(self) -> None:
        ticked, start = read_box(self.text, self.start)
        if ticked is not None and start <= self.end:
            self.ticked, self.start = ticked, start

    def _take_tail(self) -> None:
        """Take brackets and links off the end, in whatever order they stand."""
        text, whole = self.text, self.end
        while True:
            at = self.end
            while at > self.start and text[at - 1] in _AFTER_PARTS:
                at -= 1
            start = self.flat.links.get(at, -1)
            if start >= self.start:
                taken = self._take_link(start, at)
            else:
                taken = at > self.start and text[at - 1] in "）)" and self._take_bracket(at)
            if not taken:
                break
        while self.start < self.end < whole and text[self.end - 1] in _BEFORE_PARTS:
            self.end -= 1

    def _take_link(self, start: int, end: int) -> bool:
        """Take a link that trails; a word of the sentence that is a link stays."""
        if (same := _SAME.search(self.text, self.start, start)) is not None:
            self._set("same_as", self.text[start:end])
            self.end = same.start()
            return True
        arrow = _ARROW.search(self.text, self.start, start)
        if arrow is None and (start == self.start or self.text[start - 1] not in _BEFORE_LINK):
            return False
        if arrow is None and _LEADS_ON.search(self.text, self.start, start):
            return False
        self.end = arrow.start() if arrow else start
        self.link_texts.append(self.text[start:end])
        return True

    def _take_bracket(self, at: int) -> bool:
        """Take the bracket that closes before `at`: what is known of it is read, the rest is kept as text."""
        opening = _opening_bracket(self.text, self.start, at)
        if opening is None:
            return False
        unknown = self._read_bracket(opening + 1, at - 1)
        if unknown is None:
            # Nothing was read, but a bracket right before this one may still hold fields.
            if opening == self.start or self.text[opening - 1] not in "）)":
                return False
            self.kept.append(self.text[opening:at])
        elif unknown:
            self.kept.append(f"（{'；'.join(unknown)}）")
        self.end = opening
        return True

    def _read_bracket(self, start: int, end: int) -> list[str] | None:
        """Read fields and states between brackets; returns what is neither, None when nothing was known."""
        is_reason = False
        unknown: list[str] = []
        timed = None if self.bracket_time[0] else parts_with_time(self.text, start, end)
        pieces = timed.rest if timed else list(_pieces(self.text, start, end))
        if timed:
            self.bracket_time = timed.time
        for piece, place in pieces:
            if found := _FIELD.fullmatch(piece):
                is_reason = False
                self._set(FIELDS[found["name"]], found["value"].strip())
            elif self._read_state(piece, place):
                is_reason = self.cancelled or self.postponed
            elif is_reason:
                self._explain(piece)
            elif timed and (bare := bare_field(piece)):
                self._set(*bare)
            else:
                unknown.append(piece)
                self.open = self.open or _NOT_MANAGED.fullmatch(piece) is not None
                if _LIKE_STATE.match(piece):
                    self.unread_states.append((piece, place))
        if self.deviations and not self.bracket_time[0]:
            # （3月20日；第二季度延期至7月8日）: the first says when it was.
            times = [(piece, place) for piece, place in pieces if piece in unknown and is_time(piece)]
            self.bracket_time = times[0] if times else self.bracket_time
            unknown = [piece for piece in unknown if piece != self.bracket_time[0]]
        return None if not timed and len(unknown) == len(pieces) else [piece for piece in unknown if piece]

    def _read_state(self, piece: str, place: int) -> bool:
        """Whether a piece says what became of the activity, which is noted; behind a comma stands why."""
        if name := _STATE_NAME.match(piece):
            piece, place = piece[name.end() :], place + name.end()
        if (one := _OF_ONE_TIME.fullmatch(piece)) and self._read_deviation(one, place):
            return True
        if self._read_one_state(piece, place):
            return True
        head, comma, rest = _partition(piece)
        if comma and _CANCELLED.fullmatch(rest):
            # 场地维修，不办了: why stands before it.
            head, rest, place = rest, head, place + len(piece) - len(rest)
        if not comma or not self._read_one_state(head, place):
            return False
        if not self._read_one_state(rest, place + len(piece) - len(rest)):
            self._explain(rest)
        return True

    def _read_deviation(self, one: re.Match[str], place: int) -> bool:
        """Whether a piece says that one time of what recurs was cancelled or put off, which is noted."""
        said = ItemParts(self.flat, self.start, self.end)
        if not said._read_one_state(one["state"], place + one.start("state")):
            return False
        if not said.cancelled and not said.postponed_to:
            return False
        moved_to = "" if said.cancelled else said.postponed_to[-1][0]
        self.deviations.append(SaidDeviation(one[0], place, one["when"], moved_to))
        self._explain(said.reason)
        return True

    def _read_one_state(self, piece: str, place: int) -> bool:
        if found := _CANCELLED.fullmatch(piece):
            self.cancelled = True
            self._note("cancelled", place, found["cause"], found["reason"])
        elif piece in _TICKS:
            self.done = True
        elif found := _BY_LENGTH.fullmatch(piece):
            self.postponed = True
            self._note("postponed", place, found["cause"])
            self.postponed_to.append((found["said"], place + found.start("said")))
        elif (
            (found := _POSTPONED.fullmatch(piece))
            and (not found["own"] or _is_time(found["own"]))
            and (not found["day"] or _is_time(found["day"]) or _NAMES_TIME.search(found["day"]))
        ):
            self.postponed = True
            self._note("postponed", place, found["cause"])
            if found["own"] and not self.bracket_time[0]:
                self.bracket_time = found["own"], place + found.start("own")
            group = next((name for name in ("to", "month", "day") if found[name]), "")
            if group:
                to, _, reason = _partition(found[group])
                if not _is_time(to):
                    to, reason = found[group], ""
                elif reason and _is_time(reason):
                    to, reason = f"{to} {reason}", ""
                self.postponed_to.append((to, place + found.start(group)))
                behind = place + found.end(group) - len(reason)
                if not reason or not self._read_one_state(reason, behind):
                    # 延期至2月，再延期至3月 is two steps; all else says why.
                    self._explain(reason)
        elif (found := _ORIGINAL.fullmatch(piece)) and _is_time(found["own"]) and not self.original:
            self.original = found["own"].strip()
        elif _UNDECIDED.fullmatch(piece):
            self.undecided = True
        elif found := _NOT_DONE.fullmatch(piece):
            self.open = True
            self._explain(found["why"] or found["cause"] or "")
        elif _DONE.fullmatch(piece) and _DONE_NEEDS.search(piece):
            self.done = True
            self._note("done", place)
        elif (found := _DONE_ON.fullmatch(piece)) and _is_day_of(found["after"] or found["before"]):
            self.done = True
            self._note("done", place)
            group = "after" if found["after"] else "before"
            self.done_on.append((found[group], place + found.start(group)))
        else:
            return False
        return True

    def _note(self, state: str, place: int, *reasons: str | None) -> None:
        self.states.append((state, place))
        for reason in reasons:
            self._explain(reason or "")

    def _take_number(self) -> None:
        """（一）召开会议: a number of headings before what is done."""
        if found := _NUMBER.match(self.text, self.start, self.end):
            self.start = found.end()

    def _take_state_in_front(self) -> None:
        """【取消】郊游, 已完成：会员登记: a state before what is done."""
        found = _IN_FRONT.match(self.text, self.start, self.end)
        if found and self._read_state(found["bracketed"] or found["plain"], found.start()):
            self.start = found.end()

    @property
    def _near_end(self) -> int:
        """From where what stands behind the text is looked for: a run of blanks would be tried from each of them."""
        return max(self.start, self.end - _LONGEST_BEHIND)

    def _take_word_behind(self) -> None:
        """春游 取消: a state that stands behind a blank, or in square brackets."""
        for rule in (_BEHIND, _CAUSED, _IN_SQUARE, _NOT_HELD):
            found = rule.search(self.text, self._near_end, self.end)
            if found is None or (rule is _NOT_HELD and found.start() == self.start):
                continue
            group = found.lastgroup or "state"
            if self._read_state(found[group], found.start(group)):
                self.end = found.start()
            elif rule is _IN_SQUARE and not self.bracket_time[0] and is_time(found["state"]):
                self.bracket_time = found["state"], found.start("state")
                self.end = found.start()
        found = _TICK_BEHIND.search(self.text, self._near_end, self.end)
        if found and not any(sign in self.text[self.start : found.start("state")] for sign in BOX_SIGNS):
            self.done = True
            self.end = found.start("state")

    def _take_fields_behind(self) -> None:
        """植树 负责：后勤处 地点：后山: fields without brackets, and what trails before them."""
        found = fields_behind(self.text, self.start, self.end)
        times = [one for one in found[1] if one.name == TIME] if found else []
        if found is None or not all(is_time(one.value) for one in times):
            return
        for one in found[1]:
            if one.name != TIME:
                self._set(FIELDS[one.name], one.value)
            elif not self.bracket_time[0]:
                self.bracket_time = one.value, one.at
        self.end = found[0]
        while self.end > self.start and self.text[self.end - 1] in AROUND:
            self.end -= 1
        self._take_tail()

    def _take_time_behind(self) -> None:
        """植树，3月12日: a time that stands behind the text; 球赛延期至下周三 is told."""
        if found := _STATE_AT_END.search(self.text, self._near_end, self.end):
            if found.start() > self.start and not self.states:
                self.unread_states.append((found["state"], found.start()))
            return
        named = None if self.bracket_time[0] else _NAMED_AT_END.search(self.text, self._near_end, self.end)
        if named and named.start() > self.start and is_time(named["time"]):
            self.bracket_time = named["time"], named.start("time")
            self._set("place", named["place"] or "")
            self.end = named.start()
        if self.bracket_time[0]:
            return
        place = _PLACE_BEHIND.search(self.text, self._near_end, self.end)
        bare = bare_field(place["said"]) if place else None
        end = place.start() if place and bare else self.end
        behind = time_behind(self.text, self.start, end)
        if behind is not None:
            self.bracket_time, self.end = behind[:2], behind[2]
            if bare:
                self._set(*bare)
            return
        for inner in _BRACKET_WITHIN.finditer(self.text, self.start, self.end):
            if is_time(inner["said"]):
                # 读书月活动（4月），评选读书之星: the words stay.
                self.bracket_time = inner["said"], inner.start("said")
                return

    def _take_strike(self) -> None:
        """~~春游~~ 下雨: the text is struck, and why stands behind it."""
        first = self._stripped(self.start)[0]
        struck = next(((a, b) for a, b in self.flat.strikes if a == first and b < self.end), None)
        if struck is None or self.text[struck[1]] not in _BLANK + "：:，,（(":
            return
        reason = self.text[struck[1] : self.end].strip(_BLANK + "：:，,（）()")
        is_struck_too = any(a >= struck[1] for a, _ in self.flat.strikes)
        if reason and len(reason) <= _LONGEST_REASON and not is_struck_too:
            self.struck = True
            self._explain(reason)
            self.start, self.end = struck
            self._take_box()

    def _explain(self, reason: str) -> None:
        """Add a reason, without 原因： before it."""
        reason = _REASON.sub("", reason, count=1).strip()
        self.reason = "；".join(filter(None, (self.reason, reason)))

    def _set(self, name: str, value: str) -> None:
        if value:
            self.fields[name] = f"{self.fields[name]}、{value}" if name in self.fields else value


def _is_day_of(words: str) -> bool:
    """Whether words say when something was done; 4月底前 says by when it is to be."""
    return is_time(words) and not words.rstrip().endswith("前")


def _partition(piece: str) -> tuple[str, str, str]:
    """What stands before a piece's first comma, the comma, and what stands behind it."""
    found = _COMMA.search(piece)
    return (piece[: found.start()], found[0], piece[found.end() :]) if found else (piece, "", "")


def _is_time(words: str) -> bool:
    return time_length(words.strip()) == len(words.strip())


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """What stands between separators, without white space around it, and its place."""
    stops = [(found.start(), found.end()) for found in _SEPARATOR.finditer(text, start, end)]
    for stop, following in [*stops, (end, end)]:
        piece = text[start:stop]
        yield piece.strip(), start + len(piece) - len(piece.lstrip())
        start = following


def _opening_bracket(text: str, start: int, end: int) -> int | None:
    """Where the bracket opens that closes right before `end`; both widths pair with each other."""
    depth = 0
    for place in range(end - 1, start - 1, -1):
        if text[place] in "）)":
            depth += 1
        elif text[place] in "（(":
            depth -= 1
            if depth == 0:
                return place
    return None
