"""Numbers of amounts as officers write them: 1,204; 95.5; 二十四; 3万5千; 十余万; 壹万贰仟. Decimal, never a float."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from noticeboard.patterns import pattern_of

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸", "一二三四五六七八九十百千万亿二三六")
"""The signs of cheques, and traditional ones."""
_MORE = "余多来几"
SIGNS = "0-9零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸"
"""What a number consists of, beside its point, its commas and 余."""
RUN = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?![\d,])|[{SIGNS}])(?:(?:[.点](?=[{SIGNS}]))?[{SIGNS}]|,(?=\d{{3}}(?!\d))|[{_MORE}](?=[十百千万亿拾佰仟萬億]))*(?:[余多来几](?!次))?"
"""One number in text of one width, with its 余."""
_MOST_DIGITS = 15
"""So that every program that reads the data has the same number."""
_DIGIT = r"(?:\d+(?:\.\d+)?|[零〇一二两三四五六七八九])"
_SMALL = pattern_of(
    rf"(?:(?P<千>{_DIGIT})?千)?(?P<gap1>[零〇])?(?:(?P<百>{_DIGIT})?百)?(?P<gap2>[零〇])?(?:(?P<十>{_DIGIT})?十)?(?P<gap3>[零〇])?(?P<一>{_DIGIT})?"
)
"""Up to 9,999; any part may be missing."""


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number, and how exactly it was said."""

    value: Decimal
    step: Decimal
    """One of the last place that was said: 10 of 230, 10,000 of 3万. What 余 adds is less."""
    more: bool
    """Whether 余, 多, 来 or 几 says that it is a little more."""


def read_written_number(text: str) -> WrittenNumber | None:
    """The number that a text of one width, matched by `RUN`, is; None when it is none, or could be two.

    `一万二` and `三百五` are 12,000 to one and 10,002 to another, and so are none.
    """
    plain = text.translate(_PLAIN).replace(",", "")
    marks = [place for place, sign in enumerate(plain) if sign in _MORE]
    if len(marks) > 1 or (marks and marks[0] == 0):
        return None
    digits = re.sub(rf"[{_MORE}]", "", plain)
    value = _value(digits)
    if value is None or len(value.as_tuple().digits) > _MOST_DIGITS or abs(value) >= 10**_MOST_DIGITS:
        return None
    end = marks[0] if marks else len(digits)
    return WrittenNumber(value, _step(digits[:end], digits[end:]), bool(marks))


def _value(text: str) -> Decimal | None:
    total = Decimal(0)
    for scale in ("亿", "万"):
        head, found, tail = text.partition(scale)
        if found:
            part = _small(head) if head else Decimal(1)
            # 一万二: who ends so may mean 二千.
            if part is None or _is_bare_digit(tail):
                return None
            total += part * _SCALES[scale]
            text = tail
    rest = _small(text) if text else Decimal(0)
    return None if rest is None else total + rest


def _is_bare_digit(text: str) -> bool:
    return len(text) == 1 and text not in _SCALES


def _small(text: str) -> Decimal | None:
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return Decimal(text)
    whole, point, part = text.partition("点")
    if point:
        digits = [_DIGITS.get(sign) for sign in part]
        front = _small(whole)
        if front is None or not digits or None in digits:
            return None
        return front + Decimal("0." + "".join(map(str, digits)))
    # 二〇二六, 三〇; two other digits are no number: 三八 is a festival.
    if (len(text) > 2 or text[1:] in ("零", "〇")) and all(sign in _DIGITS for sign in text):
        return Decimal("".join(str(_DIGITS[sign]) for sign in text))
    found = _SMALL.fullmatch(text)
    return _sum(found) if found else None


def _sum(found: re.Match[str]) -> Decimal | None:
    total = Decimal(0)
    for sign, scale in (("千", 1000), ("百", 100), ("十", 10)):
        if f"{sign}" in found[0]:
            total += _digit(found[sign] or "一") * scale
    last = found["一"]
    if last:
        is_told = "十" in found[0] or any(found[gap] for gap in ("gap1", "gap2", "gap3"))
        if not is_told and len(found[0]) > len(last) and len(last) == 1:
            return None
        total += _digit(last)
    return total


def _digit(text: str) -> Decimal:
    return Decimal(_DIGITS[text]) if text in _DIGITS else Decimal(text)


def _step(digits: str, behind: str) -> Decimal:
    """The worth of the last place of `digits`, times the scales that stand `behind` it."""
    scale = 1
    for sign in behind:
        scale *= _SCALES.get(sign, 1)
    last = digits[-1:]
    if last in _SCALES:
        return Decimal(_SCALES[last] * scale)
    number = re.search(r"\d+(?:\.\d+)?$", digits)
    if number is None:
        return Decimal(scale)
    value = number[0]
    places = len(value.partition(".")[2])
    zeros = 0 if places else len(value) - len(value.rstrip("0")) if value.strip("0") else 0
    return Decimal(10) ** (zeros - places) * scale
