"""Words that say what an amount is, each of which has an opposite: 收入 300 元 is not 支出 300 元.

They count only right before an amount and only where one gives way to its opposite: another wording tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.patterns import pattern_of

_AXES = (
    ("收入", "支出"), ("结余 节余 盈余 盈利 余额", "透支 亏损 超支 赤字 欠款"), ("增加 增长 上升 提高 上涨 新增", "减少 下降 降低 下跌 减幅"),
    ("应付 未付", "已付 实付"), ("应收 未收", "已收 实收"), ("应缴 应交 未缴 未交", "已缴 已交 实缴 实交"), ("应到", "实到"), ("应发 未发", "已发 实发"), ("预算 概算", "决算 实际"),
    ("含税", "不含税"), ("税前", "税后"), ("同比", "环比"), ("借方", "贷方"), ("拨入 转入 存入", "拨出 转出 支取"), ("上缴", "下拨"), ("期初 年初", "期末 年末"),
    ("最高", "最低"), ("人均", "户均"), ("单价", "总价"), ("赞成 同意", "反对 不同意", "弃权"),
)  # fmt: skip
"""Each is several sides, and a side several words for the same."""
_SIDES = {
    word: (axis, side)
    for axis, sides in enumerate(_AXES)
    for side, words in enumerate(sides)
    for word in words.split()
}
_ANY = "|".join(sorted(_SIDES, key=len, reverse=True))
_NUMBER = "[¥￥$€+－−-]?[0-9０-９零一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾]"
_NOUN = "数|额|金额|合计|总额"
_BRACKET = r"[（(][^（）()|\n]{0,8}[)）]"
_GAP = r"[*_ \u3000\t]{0,8}"
_OPPOSITE = pattern_of(
    rf"(?:{_ANY})(?=(?P<between>[^\W\d_]{{0,6}}?){_GAP}(?:{_BRACKET}{_GAP})?[:：|｜]?{_GAP}(?:人民币)?{_NUMBER}"
    rf"|(?P<behind>(?:{_ANY}|{_NOUN}){{0,3}})(?:{_BRACKET})?[ \t]{{0,60}}[|｜])"
)
"""Before an amount with few words between, or at the end of a cell: the head of a column, the name of a row."""
_NAMED = pattern_of(_ANY)
_SET_OFF = ("相抵", "轧差")
"""Both sides are named, in whatever order."""


def opposites_found(text: str) -> Iterator[re.Match[str]]:
    """The words that have an opposite and belong to an amount, with their places in a text that is `closed`.

    Of 收入与支出 only the last may; 年初余额 and 预算收入 are two that do not depend on each other.
    """
    for found in _OPPOSITE.finditer(text):
        words = found["between"] or found["behind"] or ""
        axis, _ = _SIDES[found[0]]
        if not any(_SIDES[word][0] == axis for word in _NAMED.findall(words)) and not any(
            word in words for word in _SET_OFF
        ):
            yield found


def opposites_in(name: str) -> str:
    """The words of a name that have an opposite."""
    return "".join(_NAMED.findall(name))


def side_of(word: str) -> str:
    """What stands for a word and all that mean the same; the word itself when it has no opposite."""
    return word if word not in _SIDES else "side {} {}".format(*_SIDES[word])


def are_opposites(one: str, other: str) -> bool:
    """Whether one turns into something else where the other stands instead."""
    if one not in _SIDES or other not in _SIDES:
        return False
    return _SIDES[one][0] == _SIDES[other][0] and _SIDES[one] != _SIDES[other]
