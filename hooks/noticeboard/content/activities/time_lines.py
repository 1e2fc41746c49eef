"""What a plain line says that begins with a time: 三月份 · 三月份：植树 · 四、活动安排：三月份 (SPECIFICATION section 4)."""

from __future__ import annotations

from dataclasses import dataclass

from noticeboard import times
from noticeboard.content.activities.clauses import begins_with_verb, numbered
from noticeboard.content.activities.term_weeks import week_of
from noticeboard.markup.lists import EMOJI
from noticeboard.patterns import pattern_of

_NUMBER = pattern_of(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]、?|[0-9]{1,2}[.．、](?![0-9])"
    r"|[0-9]{1,2}[ \u3000](?=[一二三四五六七八九十元]{1,2}月))\s*"
)
_TITLE = pattern_of(
    r"[^：:，,。；;]{2,24}?(?:安排|计划|要点|活动|工作|内容|任务|日程|进度|如下)(?:表|如下)?[：:\s]\s*"
    r"(?=[（(【\[]?(?:20[0-9]{2}年|今年|次年|明年)?[一二三四五六七八九十元正0-9]{1,3}[月、至到—-])"
)
"""A section's title with the first month behind it."""
_BRACKETS = pattern_of(
    r"(?:[（(](?P<round>[^（）()]{1,20})[）)]|[【\[〔［](?P<square>[^【】\[\]〔〕［］]{1,20})[】\]〕］]"
    r"|[〖《“「『](?P<other>[^〖〗《》“”「」『』]{0,12}月[^〖〗《》“”「」『』]{0,8})[〗》”」』])[：:、，\s]*"
)
FRAME = "-—–=＝_＿~～*＊★☆◆◇■□●○※·•#＃▲△〓▌┃"
"""Signs that decorate a title on both sides: ——三月——, ★三月★; a class of a pattern, as all of these are."""
_PICTURES = f"{EMOJI}\ufe0e\ufe0f\u200d"
_FRAMED = pattern_of(
    rf"[{FRAME}{_PICTURES}]+\s*(?P<time>[^{FRAME}{_PICTURES}\s][^{FRAME}{_PICTURES}]{{0,20}}?)\s*[{FRAME}{_PICTURES}]+"
    r"\s*(?:[（(][^（）()]*[）)])?\s*$"
)
_SIGN = pattern_of(rf"[{FRAME}{_PICTURES}：:\s]")
_COLON = "：: \t\u3000\xa0"
_LEADS_ON = pattern_of(
    r"\s*(?:→|⇒|=>|->|…+|_+|(?<=[月份旬底初末])[=＝·•]+|[/／](?=\s)|(?<=[月份])[/／](?=[“《\u4e00-\u9fff])(?![一二三四五六七八九十上中下全元]))\s*"
)
"""3月→植树, 5月=>联谊, 8月/疗休养."""
_PARTED = pattern_of(r"[：:;；\s\u3000\xa0｜|→⇒]|[）)]$|[-—–]+$|[月份][、.．]$")
_NAMES = pattern_of(
    r".{0,10}(?:计划|安排|总结|要点|情况|方案|一览|表)?[：:]\s*|.{0,8}(?:计划|安排|总结|要点|情况|方案|一览|表)\s*"
)
"""What begins with such a verb and is a name: 三月份安排, 学习计划."""
_MONTH_AT_END = pattern_of(
    r"(?P<gap>[\s。；;，,]*)(?P<month>(?:20[0-9]{2}年|今年|次年|明年)?(?:[0-9]{1,2}|[一二三四五六七八九十元]{1,2})月(?:份)?)[：:]?\s*$"
)
_LEADS_TO = pattern_of(
    r"[在于到至自从为是约定拟及和与或每过近满上下本当这几延迟前、—–~-]$|[0-9一二三四五六七八九十]$"
)
"""What a month at a sentence's end belongs to: 安排在10月份."""


_STAGED = pattern_of(
    r"(?:第\s*[一二三四五六七八九十0-9]{1,3}\s*(?:周|阶段|步|期|批)|[春夏秋冬]季|[上下]学期|[寒暑]假)[^（）()：:，,。；;]{0,6}(?=[（(](?P<time>[^（）()]{2,24})[）)](?P<end>[：:\s]\s*|$))"
)
"""第一阶段（3月1日—3月31日）：宣传发动, 春季（3-5月）：植树."""
_THEME = pattern_of(r"[（(][^（）()]{1,20}[）)]\s*[：:]\s*(?=\S)")
"""The theme between a month and its activities: 三月（女工维权月）：法律讲座."""
_SIGNED = pattern_of(r"(?<![0-9./年])([0-9]{1,2})[./]([0-9]{1,2})(?![0-9./月])")


def without_signs(text: str) -> str:
    """A text without the signs, pictures, colons and blanks at its ends: 三月 of ■三月：."""
    start, end = 0, len(text)
    while start < end and _SIGN.match(text, start):
        start += 1
    while end > start and _SIGN.match(text, end - 1):
        end -= 1
    return text[start:end]


def without_frame(text: str) -> str:
    """三月 of ——三月——; a text that is not decorated on both sides stays as it is."""
    framed = _FRAMED.fullmatch(text.strip())
    return framed["time"] if framed else text


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A line that begins with a time, behind its number or its section's title."""

    start: int
    """Where the time begins."""
    reading: times.ParsedTime
    rest: int
    """Where begins what stands behind it."""
    is_sure: bool
    """Whether a sign parts the two, or a verb that says what is done stands right behind."""
    is_parted: bool = True
    """Whether a sign parts them."""
    has_title: bool = False
    """Whether a section's title stands before it."""

    def words(self, text: str) -> str:
        """The time as it was typed in the line's text, without its brackets, colons and bars."""
        if self.has_title and self.reading.time is not None and (week := week_of(text)):
            return f"{week}（{self.reading.time.text}）"
        if self.has_title and text[self.start] in "（(" and self.reading.time is not None:
            return self.reading.time.text
        return without_signs(text[self.start : self.rest].strip(_COLON + "，,、。｜|/／→⇒" + FRAME))


def read_time_line(text: str, context: times.Context) -> TimeLine | None:
    """The time that `text` begins with; None when it begins with none. `text` has no line break."""
    start, has_title = 0, False
    if number := _NUMBER.match(text):
        start = number.end()
    if title := _TITLE.match(text, start):
        start, has_title = title.end(), True
    line = _read(text, start, context, has_title)
    if line is None and has_title:
        return None
    # 一、二月份 are two months, whose 、 is no number's.
    return line or (_read(text, 0, context, False) if start else None)


def _read(text: str, start: int, context: times.Context, has_title: bool) -> TimeLine | None:
    behind = text[start:]
    alone = times.read_heading(behind.rstrip(_COLON), context)
    if alone is not None and not alone.theme:
        return TimeLine(start, alone, len(text), True, True, has_title)
    if staged := _STAGED.match(behind):
        inner = times.read_heading(_SIGNED.sub(r"\1月\2日", staged["time"]), context)
        if inner is not None and inner.time is not None and not inner.theme:
            return TimeLine(start + staged.end(), inner, start + staged.end("end"), True, True, True)
    if framed := _FRAMED.match(behind):
        inner = times.read_heading(framed["time"], context)
        if inner is not None and not inner.theme:
            return TimeLine(start, inner, len(text), True, True, has_title)
    if bracket := _BRACKETS.match(behind):
        inner = times.read_heading(bracket[bracket.lastgroup or 0], context)
        if inner is not None and not inner.theme:
            return TimeLine(start, inner, start + bracket.end(), True, True, has_title)
    leading = times.read_leading(behind, context)
    if leading is None or not leading.length:
        return None
    rest = start + leading.length
    words = text[start:rest]
    if (theme := _THEME.match(text, rest)) and words.rstrip()[-1] in "月份":
        return TimeLine(start, leading, theme.end(), True, True, has_title)
    arrow = _LEADS_ON.match(text, rest)
    is_parted = arrow is not None or _PARTED.search(words[-2:]) is not None
    rest = arrow.end() if arrow else rest
    is_sure = is_parted or _is_done(words, text[rest:]) or len(numbered(text, rest, len(text))) > 1
    return TimeLine(start, leading, rest, is_sure, is_parted, has_title)


def _is_done(words: str, rest: str) -> bool:
    """Whether what is to be done stands right behind the time, or behind a comma."""
    return "月" in words and begins_with_verb(rest) and not _NAMES.fullmatch(rest)


MonthAtEnd = tuple[int, int, times.ParsedTime, bool]


def month_at_end(text: str, context: times.Context) -> MonthAtEnd | None:
    """A month that hangs at the end of a text, though it heads what follows: where the gap before it and where it begins,
    its time, and whether the gap or a year parts it from the text."""
    found = _MONTH_AT_END.search(text)
    if found is None or not found.start() or _LEADS_TO.search(text[: found.start()]):
        return None
    reading = times.read_heading(found["month"], context)
    if reading is None or reading.time is None or reading.theme:
        return None
    is_parted = bool(found["gap"]) or "年" in found["month"]
    return found.start(), found.start("month"), reading, is_parted
