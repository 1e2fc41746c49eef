"""Amounts: the targets of a plan and the results of a summary or a disclosure, as written and as numbers (SPECIFICATION section 15)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from noticeboard.content.quantities.number_words import RUN, WrittenNumber, read_written_number
from noticeboard.patterns import pattern_of

_AT_LEAST = "大于等于 不少于 不低于 不下于 不小于 至少 最少 最低 起码 ≥ >= ≧"
_AT_MOST = "小于等于 不超过 不超出 不高于 不多于 不大于 至多 最多 最高 控制在 ≤ <= ≦"
_MORE = "超过 超出 大于 多于 高于 突破 超 >"
_LESS = "少于 低于 小于 不足 不到 未满 不满 <"
_FRONT = {
    word: sign
    for sign, words in (("≥", _AT_LEAST), ("≤", _AT_MOST), (">", _MORE), ("<", _LESS))
    for word in words.split()
} | {"=": "=", "等于": "="}
_BEHIND = {"以上": "≥", "及以上": "≥", "以下": "≤", "以内": "≤", "之内": "≤", "封顶": "≤", "+": "≥"}
_REACHED = ("达到", "达", "完成", "实现")
"""Of a target the least it should be; of a result only that it is so."""
_ABOUT = ("大约", "约", "左右", "上下")
_NEARLY = ("将近", "接近", "近")
_LEFT_OUT = ("余", "多", "来")
_FRONT_WORDS = pattern_of("|".join(sorted(map(re.escape, _FRONT), key=len, reverse=True)))
_BEHIND_WORDS = pattern_of(
    "|".join((*map(re.escape, sorted(_BEHIND, key=len, reverse=True)), "左右", "上下", "余|多(?!次)|来"))
)
_RUN = pattern_of(RUN)
_PERCENT = pattern_of(rf"百分之(?P<number>{RUN})")
_DIGIT = "[1-9一二三四五六七八九]"
_TENTHS = pattern_of(rf"(?<![\d.])(?P<tenths>{_DIGIT})成(?P<rest>{_DIGIT}|半)(?![\d.])")
_PER = pattern_of(
    r"每一?个?(?P<each>[^\d\s≥≤<>=]{1,6}?)(?:$|(?=至少|最少|不|开展|组织|举办|办|提|实现|完成|达|平均|各|约|近|超|≥|≤|\s))"
)
_AVERAGE = pattern_of(r"(?:平均每?(?P<each>[人户日天周月年班组])|(?P<of>[人户日天周月年班组])均)")
_NOTE = pattern_of(r"\s*\([^()]*\)\s*$")
MEASURES = "[人名位个件次场项条户家处间份篇本册期元块角分天日月年周时课学节所支台套棵株张封组队届门顿辆面岁座平米公吨千克斤班级倍番成对双幅则句首盒箱袋桌栋层片亩轮种类款笔起例宗单票杯瓶圈步集部副枚只头站点车校区村社]|批次|%"
"""What a number in Chinese signs must stand before: 统一、三八、十佳 are words."""
_MEASURE = pattern_of(MEASURES)
_NO_NUMBERS = pattern_of(r"[第统唯同万专单划翻]$|\d$|[.\-:/]$")
_SAME_UNITS = {
    "名": "人", "位": "人", "个人": "人", "位人": "人", "名职工": "人", "圆": "元", "块": "元", "块钱": "元", "元整": "元", "元钱": "元",
    "个百分点": "%", "百分点": "%", "人·次": "人次", "人/次": "人次", "天": "日", "个月": "月",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AmountRange:
    """What an amount can be, where 余, 近 or 以上 leave it open: from `low` to `high`, None for no end."""

    low: Decimal | None
    high: Decimal | None
    is_open: bool = False
    """Whether the end that was said is not reached itself: 近300, 超过300."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One `指标: 数值` of 目标 or 数据 (SPECIFICATION section 15)."""

    name: str
    text: str
    """The value as written, with its unit and its 余, 近 or 约."""
    number: Decimal | None
    """What charts use, in `unit`; None when the value holds no single number."""
    unit: str
    """What stands behind the number: 人次, 元, %; empty when nothing does."""
    approximate: bool
    comparison: str
    """≥ ≤ > < = or empty."""
    per: str = ""
    """For each of what it is counted: 每人, 每班组, 每月; empty when it is counted in all."""
    span: AmountRange | None = None
    """What it can be; None without a number."""
    line: int = 1
    column: int = 1
    """Where it stands in its file."""

    @property
    def measure(self) -> tuple[str, str]:
        """What only amounts of the same can be compared in: its unit, in one of several words for it, and `per`."""
        return _SAME_UNITS.get(self.unit, self.unit), self.per


def read_amount(name: str, text: str, line: int = 1, column: int = 1) -> Amount:
    """`text` taken apart: `10万余元` is 100000 元 or somewhat more; `≥95%` is 95 %, at least. Never fails."""
    value = unicodedata.normalize("NFKC", text).strip()
    short = _NOTE.sub("", value)
    found = _percentage(short) or _one_number(short)
    if found is None:
        return Amount(name, text, None, "", False, _comparison(short), line=line, column=column)
    front, number, tail = found
    comparison, unit, words = _comparison(front), *_unit(tail)
    comparison = comparison or next((_BEHIND[word] for word in words if word in _BEHIND), "")
    is_nearly = front.endswith(_NEARLY)
    is_more = number.more or any(word in _LEFT_OUT for word in words)
    is_about = front.endswith(_ABOUT) or any(word in _ABOUT for word in words)
    per, unit = _per(front, unit)
    span = _span(number, comparison, nearly=is_nearly, more=is_more, about=is_about)
    if not comparison and any(word in front for word in _REACHED[:2]):
        comparison = "≥"
    approximate = is_nearly or is_more or is_about
    value_ = number.value.normalize() + 0
    return Amount(name, text, value_, unit, approximate, comparison, per, span, line, column)


_Parts = tuple[str, WrittenNumber, str]
"""What stands before a number, the number, and what stands behind it."""


def _percentage(value: str) -> _Parts | None:
    """百分之九十五以上; 九成六. 九成 alone is read as a number."""
    if found := _TENTHS.search(value):
        value = value.replace(found[0], f"{_tenths(found)}%")
        return _one_number(value) if not _RUN.search(value[: found.start()]) else None
    found = _PERCENT.search(value)
    if found:
        number = read_written_number(found["number"])
        outside = value[: found.start()] + value[found.end() :]
        if number is None or _RUN.search(outside):
            return None
        return value[: found.start()], number, "%" + value[found.end() :]
    return None


def _tenths(found: re.Match[str]) -> Decimal:
    """九成六 as 96; 半 is five hundredths."""
    top, rest = (read_written_number(sign.replace("半", "五")) for sign in (found["tenths"], found["rest"]))
    assert top is not None and rest is not None  # single digits
    return top.value * 10 + rest.value


def _one_number(value: str) -> _Parts | None:
    """The only number of a value; None when there is none, or more than one, or part of a range, a ratio or an ordinal."""
    arabic = [found for found in _RUN.finditer(value) if re.search(r"\d", found[0])]
    runs = arabic or [found for found in _RUN.finditer(value) if _is_number(value, found)]
    if len(runs) != 1:
        return None
    (found,) = runs
    front, tail = value[: found.start()], value[found.end() :]
    is_negative = bool(re.fullmatch(r"[-−]", front.strip()))
    if _NO_NUMBERS.search(front) and not is_negative:
        return None
    if re.match(r"\s*[-~—–:.,/]\s*\d|\s*[年月]\d|[.,]", tail) or "%" in front:
        return None
    number = read_written_number(found[0])
    if number is None or "半" in tail[:3]:
        return None
    if front.endswith("¥") or tail.startswith("¥"):
        front, tail = front.removesuffix("¥"), "元" + tail.removeprefix("¥")
    if tail.startswith("成") and not tail.startswith("成员"):
        number = WrittenNumber(number.value * 10, number.step * 10, number.more)
        tail = "%" + tail[1:]
    if is_negative:
        number = WrittenNumber(-number.value, number.step, number.more)
    return front, number, tail


def _is_number(value: str, found: re.Match[str]) -> bool:
    """Whether signs of Chinese numbers are one: 三个 is, 统一 and 三八 are not."""
    behind = value[found.end() :].lstrip()
    front = value[: found.start()]
    if _NO_NUMBERS.search(front) or (front.endswith(("数", "几")) and found[0][0] in "十百千万亿"):
        return False
    return not behind or bool(_MEASURE.match(behind) or _BEHIND_WORDS.match(behind))


def _comparison(front: str) -> str:
    found = _FRONT_WORDS.search(front)
    return _FRONT[found[0]] if found else ""


def _unit(tail: str) -> tuple[str, list[str]]:
    """The unit, and the words behind or around it that say how it is meant: 人次以上, 元左右, 件余."""
    words = []
    rest = re.split(r"[,，。;；]|的", tail.strip(), maxsplit=1)[0]
    found = _BEHIND_WORDS.search(rest)
    while found:
        words.append(found[0])
        head, rest = rest[: found.start()], rest[found.end() :]
        # 25人以上企业: what stands behind is no unit any more; 95以上%: it is.
        rest = head if head.strip() else rest
        found = _BEHIND_WORDS.search(rest)
    return rest.strip(), words


def _per(front: str, unit: str) -> tuple[str, str]:
    """For each of what the number is counted, and the unit without that: 每人3条, 人均3条, 3条/人, 3条每人."""
    head, sign, each = unit.partition("/")
    if not sign and "每" in unit[1:]:
        head, sign, each = unit.partition("每")
    if sign and head and each and f"{head}{sign}{each}" not in _SAME_UNITS:
        return _each(each), head.strip()
    found = _AVERAGE.search(front)
    if found:
        return _each(found["each"] or found["of"]), unit
    found = _PER.search(front.strip())
    return (_each(found["each"]), unit) if found else ("", unit)


_EACHES = {"天": "日", "职工": "人", "教职工": "人", "会员": "人", "名职工": "人", "名教职工": "人", "名会员": "人", "位职工": "人", "季": "季度", "班": "班级"}  # fmt: skip


def _each(word: str) -> str:
    word = word.removeprefix("个").strip()
    return "每" + _EACHES.get(word, word)


def _span(number: WrittenNumber, comparison: str, *, nearly: bool, more: bool, about: bool) -> AmountRange:
    value = number.value
    if comparison in ("≥", ">"):
        return AmountRange(value, None, comparison == ">")
    if comparison in ("≤", "<"):
        return AmountRange(None, value, comparison == "<")
    if nearly:
        return AmountRange(value - number.step, value, is_open=True)
    if about:
        return AmountRange(value - number.step, value + number.step)
    return AmountRange(value, value + number.step if more else value)
