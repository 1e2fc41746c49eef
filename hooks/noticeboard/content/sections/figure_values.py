"""The figures in a line, and what they say however they are typed: 叁月份 and 3月, ０.10元 and 0.1元 are the same.

A figure is a number with all that would make it another amount: its sign, its unit, its limit (以上, 不超过), for whom it is
(每人), in which half of the day it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from noticeboard.content.quantities.amounts import MEASURES
from noticeboard.content.quantities.number_words import SIGNS, read_written_number
from noticeboard.markup.figures import FIGURE
from noticeboard.patterns import pattern_of

_SPOKEN = SIGNS.removeprefix("0-9") + "○"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸"
_DIGIT = "一二两三四五六七八九"
_FOREIGN = "(?:[美欧日韩港加澳]元|英镑|美金|港币|USD|EUR|CNY|RMB|HKD|JPY|GBP|[€£＄])(?![A-Za-z旦素气宵老首])"
_MONEY = "(?:[十百千]?[万亿]?[美欧港]?元|人民币元)"
_MEASURE = f"(?:人次|公斤|千克|公里|千米|平方米|立方米|小时|学期|课时|学时|{MEASURES})"
_EACH = f"{_MEASURE}(?:[/／]{_MEASURE})?"
_HEADS = "[出入计额费款金数价余支收]"
_PERIOD = (
    f"[正冬腊]月|[一二三四壹贰叁肆]季度|[上下]半年|[上下]学期|[春秋]季学期|(?<=第)[一二壹贰]学期|(?:[十拾][一二壹贰]?|[{_DIGIT}{_FORMAL}])月份?(?:[上中下]旬|[初底末])?|[上中下]旬"
    "|(?:星期|礼拜|(?<![一两二三四五六几])周)[一二三四五六日天](?![次天节个])"
)
_UNIT = (
    rf"(?<!\w){_MONEY}(?!\w)|(?<=人民币){_MONEY}(?!\w)|(?<=[（(]单位){_MONEY}(?!\w)|(?<={_HEADS}){_MONEY}(?!\w)|(?<=以){_MONEY}(?=计|为单位)"
    rf"|(?<=元[/／]){_EACH}(?!\w)|(?<=[（(\[［【]){_EACH}(?=[）)\]］】])|(?<=单位[:：]){_EACH}(?!\w)|{_FOREIGN}"
)
"""In a head, 金额（万元）, 金额/万元, 金额万元 or 金额 万元, or above a table: it holds for all that stands below. The name of money
may stand alone anywhere; 人 or 个 are common words, and are units only in brackets, behind 元/ and 单位：."""
_NAMED = "车间|班组|分[厂会部局校院店场站]|分公司|支[部队]|工[段区]"
"""二车间 is the name of one, not a count."""
_BEFORE = (
    r"(?:不超过|至多|最多|不高于|不多于|不少于|至少|最少|不低于|超过|大于|高于|多于|小于|低于|少于|不足|不到)"
    rf"|(?:每{_MEASURE}){{1,2}}|上午|下午|晚上|凌晨|负|{_FOREIGN}\s?"
)
_COUNTED = (
    r"(?<![年月日号时点分秒元])(?:个百分点|百分点|美金|[美欧日韩港加澳]元|英镑|港币|圆|角|分|人民币|人次|个人|[人名位户家岁天]|个月|小时|分钟|周|公斤|千克|克|斤|吨"
    r"|公里|千米|厘米|毫米|平方米|立方米|米|亩|公顷|毫升|升|㎡|㎥|度|折|倍|成"
    r"|套(?![餐房路用])|[箱盒袋捆]|包(?![括含干保装联])|桶|双(?![方向月周休])"
    r"|(?:km|cm|mm|kg|ml|[mgtLhKM])[²³23]?(?![A-Za-z0-9])|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|人民币|[上中下]旬|[初底末](?![\u4e00-\u9fff])"
)
"""What it is counted in, where another would make it another amount: a 套 or a 箱 holds several, a 台 and a 个 are only words.
Behind a date or a sum it is the next word: 2026年度, 8点分组."""
_LIMIT = (
    r"(?:及|[（(]?含[）)]?)?(?:以上(?!级|述(?!职)|报数|次会)|以下(?!列(?![入为支席])|表(?![决示演彰扬])|同(?!\w)|一[年季届])|[以之]内(?!网|部(?![门分])|容))"
    "(?![均各所几]|情况|内容|是|简?称)"
)
"""以上级规定为准, 以下表为准 and 以内部审计为主 limit nothing."""
_NO_DATE = rf"(?<!\d{{4}}年)(?<![{_SPOKEN}]{{4}}年)(?<![^个]月)(?<!月.[日号])(?<!月..[日号])(?<!月...[日号])"
"""Behind a date 以上 and 以下 begin a clause; 3年, 3个月 and 15日 are counts."""
_CLOCK = f"[{_SPOKEN}]{{1,3}}[点时](?:半|[{_SPOKEN}]{{1,3}}分?|[一三]刻)"
_WORDS = (
    rf"{_CLOCK}|(?<![{_SPOKEN}])(?:[{_SPOKEN}]{{1,16}}分之[{_SPOKEN}\d]+|[{_SPOKEN}]{{2,16}}[余多]?(?=元|[批折档]|{MEASURES})|(?!十分)[二两三四五六七八九十零{_FORMAL}](?=元|[批折档号]|{MEASURES})"
    rf"|[{_FORMAL}][{_SPOKEN}]{{1,15}}|[{_DIGIT}][十百千万亿][{_SPOKEN}]{{0,14}}|一(?={MEASURES}))(?!{_NAMED})"
    rf"|[特{_DIGIT}][等级](?!待)|[甲乙丙][等级]|(?<![最当起年月])初[一二三四五六七八九十]|[½⅓⅔¼¾Ⅰ-Ⅻ]"
    r"|(?:(?<=第)|(?<=方案|附件|附表|附图|标准|选项))[①-⑳]"
)
"""十分 is no number: 十分顺利. Where no word that is numbered stands before it ① only begins an item."""
_AMOUNT = pattern_of(
    rf"\d{{1,3}}(?:{_NAMED}|季度|等(?=奖))|(?:{_BEFORE})?(?:{FIGURE})(?:{_COUNTED})?(?:{_NO_DATE}(?P<of>[\u4e00-\u9fff]{{0,3}}?){_LIMIT})?|{_PERIOD}|{_UNIT}"
    rf"|(?:{_BEFORE})?(?:{_WORDS})(?:(?<=[余多{_SPOKEN}])(?:{_COUNTED}|[元角分]))?(?:{_NO_DATE}(?P<of_words>[\u4e00-\u9fff]{{0,3}}?){_LIMIT})?"
)
"""A limit stands behind whatever is counted: 3次以上, 5台设备以内."""
_LIMITED = pattern_of("[以之][上下内]$")
_MAYBE = pattern_of(rf"一(?:{_COUNTED}|元)?")
_PERSONS, _DAYS = pattern_of(rf"(?<=[\d{_SPOKEN}])[名位]$"), pattern_of(rf"(?<=[\d{_SPOKEN}])天$")
_NAME = pattern_of(rf"(?<=\d)(?:{_NAMED})$")
_BLANK = pattern_of(
    rf"(?<=[0-9０-９])[ \t\u3000\xa0]+(?=[万亿%％]|{_COUNTED}|{_FOREIGN}|{MEASURES})|(?<=[{_SPOKEN}])[ \t\u3000\xa0]+(?=[万亿]?元)"
    r"|[ \t\u3000\xa0]{1,8}(?=[/／])|(?<=[/／])[ \t\u3000\xa0]+|(?<=单位[:：])[ \t\u3000\xa0]+"
)
"""1.2 万元 says no more than 1.2万元, nor 金额 / 元 than 金额/元."""
_OWED = pattern_of(
    r"(?P<edge>^|\|)(?P<gap>[ \t]*)[（(](?P<number>[¥￥$]?(?:\d{3,}|\d{1,3}(?:[,，]\d{3})+|\d+(?=[.．]\d))(?:[.．]\d+)?)[)）](?=[ \t]*(?:\||$))"
)
"""In a cell of its own a number in brackets is below nothing, as accountants write it; （1） is the number of a row."""
_STRUCK = pattern_of(
    r"(?<![~0-9])~~(?=[^\s~])[^~\n]{1,200}~~(?![~0-9])|<(?P<tag>del|s|strike)>[^<\n]{1,200}</(?P=tag)>"
)
_NO_CENTS = pattern_of(r"\.0+(?![\d.])")
_FRACTION = pattern_of(
    r"(?P<sign>[-+¥$€]*)(?P<whole>\d+)\.(?P<part>(?:\d*[^\D0])?)(?P<zeros>0+)(?P<unit>\D*)"
)
_LAST_MONTH, _LAST_DAY = 12, 31
_YEAR = pattern_of(r"(?:19|20)\d\d")
_RUN = pattern_of(rf"(?:(?<![\d.])\d++(?:\.\d++)?)?[{_SPOKEN}]+")
_OF_DAY = pattern_of(r"(?P<half>上午|下午|晚上|凌晨)(?P<hour>\d{1,2})(?=[:时点])")
_ISO_DAY = pattern_of(r"(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})[日号]?")
_NOON = 12
_SAME = (
    ("圆", "元"), ("礼拜", "星期"), ("星期天", "星期日"), ("人民币", ""), ("美金", "美元"), ("港币", "港元"), ("USD", "美元"), ("EUR", "欧元"), ("RMB", "¥"), ("CNY", "¥"),
    ("HKD", "港元"), ("JPY", "日元"), ("GBP", "英镑"), ("€", "欧元"), ("£", "英镑"), ("个百分点", "百分点"), ("个人", "人"), ("千克", "公斤"), ("kg", "公斤"), ("km", "公里"), ("千米", "公里"),
    ("平方米", "㎡"), ("立方米", "㎥"), ("小时", "时"), ("平米", "㎡"), ("m2", "㎡"), ("m3", "㎥"),
)  # fmt: skip
_LIMITS = (
    (("不超过", "至多", "最多", "不高于", "不多于"), ("以下", "以内", "之内"), "≤"),
    (("不少于", "至少", "最少", "不低于"), ("以上",), "≥"),
    (("超过", "大于", "高于", "多于"), (), ">"),
    (("小于", "低于", "少于", "不足", "不到"), (), "<"),
)
_NEIGHBOURS = frozenset(("一二", "二三", "两三", "三四", "四五", "五六", "六七", "七八", "八九"))


def figures_in(text: str) -> tuple[str, ...]:
    """The numbers, amounts, shares, dates and times of a text, as they are typed."""
    return tuple(found[0] for found in figures_found(closed(text)))


def figures_found(text: str) -> Iterator[re.Match[str]]:
    """The same with their places in a text that is `closed`."""
    return (found for found in _AMOUNT.finditer(text) if not _is_word(found[0]))


def may_be_word(figure: str) -> bool:
    """Whether it comes and goes with the wording and counts nothing: 一次 and 一批."""
    return _MAYBE.fullmatch(figure) is not None


def without_figures(text: str) -> str:
    """A text without them."""
    return _AMOUNT.sub(lambda found: found[0] if may_be_word(found[0]) else "", closed(text))


def closed(text: str) -> str:
    """Without what is struck out and the blanks that part figures and units, and with a sign instead of an accountant's brackets."""
    return _OWED.sub(r"\g<edge>\g<gap>-\g<number>", _BLANK.sub("", _STRUCK.sub("", text)))


def _is_word(figure: str) -> bool:
    """三八, 五四 and 九三 are no numbers, 七八 is one."""
    run = re.match(f"[{_SPOKEN}]+", figure)
    signs = run[0].replace("○", "〇") if run else ""
    if len(signs) != 2 or figure[2:3] in ("点", "时", "分", "年", "月"):
        return False
    return signs not in _NEIGHBOURS and read_written_number(signs) is None


def value_of(figure: str) -> str:
    """What a figure says, however it is typed: １，２００.00 is 1200, 0.10元 is 0.1元, 叁月份 is 3月, 09:00 is 上午9:00."""
    figure = _NAME.sub("", figure)
    if _LIMITED.search(figure) and (found := _AMOUNT.fullmatch(figure)):
        of = "of" if found["of"] else "of_words"
        figure = figure[: found.start(of)] + figure[found.end(of) :] if found[of] else figure
    value = re.sub(r",(?=\d{3}(?!\d))|[\s()]", "", unicodedata.normalize("NFKC", figure)).replace("−", "-")
    value = re.sub("(?<=月)份", "", _NO_CENTS.sub("", value))
    value = value.removeprefix("+")
    fraction = _FRACTION.fullmatch(value)
    if fraction is not None and not _is_day(fraction):
        value = f"{value[: fraction.start('zeros')]}{fraction['unit']}"
    for word, same in _SAME:
        value = value.replace(word, same)
    value = re.sub(r"^周(?=[一二三四五六日天])", "星期", value).replace("星期天", "星期日")
    value = _PERSONS.sub("人", _DAYS.sub("日", value))
    return _in_digits(_of_day(_with_limit(value)))


def _with_limit(value: str) -> str:
    for before, behind, sign in _LIMITS:
        for word in before:
            if value.startswith(word):
                return sign + value.removeprefix(word)
        for word in behind:
            if value.endswith(word):
                return sign + re.sub("[及含]$", "", value.removesuffix(word))
    return "-" + value[1:] if value.startswith("负") else value


def _of_day(value: str) -> str:
    """Days and hours without zeros before them, hours of 24."""
    if found := _ISO_DAY.fullmatch(value):
        return f"{int(found[1])}年{int(found[2])}月{int(found[3])}日"
    value = re.sub(r"(?<![\d.:])0(?=\d[月日号时点:])", "", value.replace("号", "日"))
    if found := _OF_DAY.match(value):
        hour = int(found["hour"])
        hour += _NOON if found["half"] in ("下午", "晚上") and hour < _NOON else 0
        value = f"{hour}{value[found.end() :]}"
    return value


def _in_digits(value: str) -> str:
    """With the numbers that are written in words; 三百五 stays, which may be two."""
    if value.startswith("星期"):
        return value
    return _RUN.sub(_digits_of, value)


def _digits_of(found: re.Match[str]) -> str:
    number = read_written_number(found[0].replace("○", "〇"))
    return found[0] if number is None else f"{number.value.normalize():f}"


def _is_day(number: re.Match[str]) -> bool:
    """Whether a number with a point may be a day, or a year and its month: 3.10 and 5.20日 are, but 0.10, ¥3.10 and 12.50元 are
    no days."""
    whole, part = number["whole"], number["part"] + number["zeros"]
    if number["unit"] not in ("", "日", "号", "月") or number["sign"].strip("+-") or len(part) > 2:
        return False
    if _YEAR.fullmatch(whole):
        return int(part) <= _LAST_MONTH
    return len(whole) <= 2 and 0 < int(whole) <= _LAST_MONTH and int(part) <= _LAST_DAY
