"""Whether a line of a plan says when something is to be done, in whatever form (SPECIFICATION section 4)."""

from __future__ import annotations

from noticeboard import times
from noticeboard.content.activities.clauses import LONGEST, OF_LAST_YEAR, before, begins_with_verb, cut
from noticeboard.content.activities.detail_lines import names_document
from noticeboard.content.activities.letter_lines import is_of_letter
from noticeboard.content.activities.unread_times import looks_dated
from noticeboard.patterns import pattern_of
from noticeboard.times.within import NamedDate

_BEGINS = pattern_of(
    r"(?:^|[，,。；;：:、！？!?（(【“”｜|→\s\u3000])"
    r"(?:[0-9]{1,2}[.．、]|[（(]?[0-9一二三四五六七八九十]{1,2}[）)、]|[①-⑳]|[一二三四五六七八九十]是)?\s*"
    r"(?:第[一二三四五六][批期场轮组])?(?:我[们会校院局厂司]|本会|工会|分会|今年|到了?|等到?|就)?(?:计划|拟定?|预计|初定|暂定|将|打算|安排|准备|定)?[于在]?$"
)
"""What stands before a time that begins a clause: 。2月份趁门诊清闲, （3月8日."""
_SET = pattern_of(
    r"(?:定|安排|放|排|计划|拟|预计|打算|将|争取|力争|确保|开展|举行|举办|召开|进行|完成|负责|牵头|承办)[于在到至]?$|(?<!已)(?<!已经)[于在]$"
)
"""安排在10月份, 将于3月15日: what is to be then stands around it."""
_OF_OTHERS = pattern_of(
    r"(?:从|自|由|截[至止]|至|到|以来|原定于?|原|已经?[于在]?)$|请[^，,。；;]{0,8}$|" + OF_LAST_YEAR
)
_DOES = pattern_of(
    r"(?:份|[上中下]旬|[初中底末])?(?:[上下]午|晚上?|当天|期间)?[，,]?(?:我[们会校院]|工会|将|拟|再|要|计划|准备|由[^，。；]{1,8}?)*"
)
GOES_ON = pattern_of(
    r"(?:的|(?:提出|提交|收到|征集|立案|布置|交办|转来|反映)[到]?的|以来|以前|已|前后才|起|[至到—–~～-]\s*[0-9一二三四五六七八九十])"
)
_ENDS = pattern_of(r"(?:左右|前后?|[上下]午|晚上?|份)*[）)】。；;，,、！!\s]*$")
_PASSED = pattern_of("(?:审议|讨论|表决|研究)?通过|起?(?:施行|生效)|是[^，,；;]*(?:[。；;]|$)")
"""What was decided is past, 本计划经职工代表大会1月8日审议通过, and what a time is called is not done: 4月是读书月."""
_ALWAYS = pattern_of(r"[^：:]{2,6}[：:]\s*(?:全年|全学年|全学期|长期|常年)[。；;]?")
"""时间：全年"""
_NUMBER = pattern_of(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、])?\s*"
)
_QUOTED = pattern_of(r"《[^》]*》")
_SIGN = "，,。；;：:！"
_NO_STRETCH = pattern_of(
    "全年|[今本]年|20[0-9]{2}年(?!.{0,3}月)|[每逢双单隔]|[0-9一二三四五六七八九十]{1,3}[日号周]"
)
"""Times that say no month of their own: 15日前公布, 每周五汇总."""


def says_when(text: str, context: times.Context) -> bool:
    """Whether a plan's line says when something is to be done, in whatever form."""
    is_short = len(text) <= LONGEST
    if is_of_letter(text) or _ALWAYS.fullmatch(text):
        return False
    if is_short and text[-1] not in "，,、" and (looks_dated(text) or _recurs(text, context)):
        return True
    if any(_plans(text, *part) for part in cut(text, 0, len(text), _SIGN)):
        return True
    masked = _QUOTED.sub(lambda quote: "　" * len(quote[0]), text)
    return any(
        _is_when(masked, date, is_short) for date in times.dates_within(masked) if is_of_period(date, context)
    )


def _plans(text: str, start: int, end: int) -> bool:
    """Whether a clause of a text begins with a festival or a stretch, and a verb of the closed list: 五一期间组织登山."""
    number = _NUMBER.match(text[start:end])
    assert number is not None  # It also matches nothing.
    clause = text[start + number.end() : end]
    length = times.time_length(clause, with_stretches=True)
    if (
        not length
        or _NO_STRETCH.match(clause)
        or names_document(clause)
        or _OF_OTHERS.search(before(text, start))
    ):
        return False
    does = _DOES.match(clause, length)
    return does is not None and begins_with_verb(clause[does.end() :])


def _recurs(text: str, context: times.Context) -> bool:
    """Whether a line that is no sentence begins with what recurs: 六、每月生日会."""
    number = _NUMBER.match(text)
    assert number is not None  # It also matches nothing.
    reading = times.read_leading(text[number.end() :], context)
    recurs = reading is not None and reading.time is not None and reading.time.precision is _RECURRING
    return recurs and not any(sign in text for sign in "。；;")


_RECURRING = times.Precision.RECURRING


def is_of_period(date: NamedDate, context: times.Context) -> bool:
    """Whether a date is one of the document's period, as far as its year says."""
    period = context.period
    if not date.years or period is None:
        return True
    return any(month.year in date.years for month in period.months)


def _is_when(text: str, date: NamedDate, is_short: bool) -> bool:
    ahead, behind = before(text, date.start), text[date.end : date.end + LONGEST]
    if (others := _OF_OTHERS.search(ahead)) and others[0][0] in "请去上前往":
        return False
    if _PASSED.match(behind):
        return False
    does = _DOES.match(behind)
    assert does is not None  # It also matches nothing.
    if begins_with_verb(behind[does.end() :].lstrip("，, ：:")):
        return True
    is_listed = ahead.rstrip().endswith("、") and behind.lstrip().startswith("、")
    if others or is_listed or GOES_ON.match(behind):
        return False
    return (
        _BEGINS.search(ahead) is not None
        or _SET.search(ahead) is not None
        or (is_short and _ENDS.match(behind) is not None)
    )
