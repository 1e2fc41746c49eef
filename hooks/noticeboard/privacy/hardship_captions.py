"""A line that says who, above a line that says what befell: a heading with a name, or a sentence that 她 in the next one goes back to."""

from __future__ import annotations

from noticeboard.patterns import pattern_of
from noticeboard.privacy.forms_of_address import GOES_ON
from noticeboard.privacy.hardship_sentences import person_in_sentence, tells_of_person, without_works
from noticeboard.privacy.hardship_words import ACTING, ACTS, DOER_LABEL, HELPING
from noticeboard.privacy.person_names import is_name

_GOES_ON = pattern_of(rf"\s*{GOES_ON}")
_CAPTION = pattern_of(
    r"[\s#>*+-]*(?:[^\s，。：:；|]{0,10}(?:[组部科处室岗班校队房厂站所院库店园]|车间|中心|食堂|后勤|分会|支部)[ \t\u3000/—-]+)?(?:\*\*)?(?P<name>[\u4e00-\u9fff]{2,4})(?:同志|老师|师傅)?(?:\*\*)?[ \t：:]*"
)
"""A name alone, or behind the unit; behind a duty or a weekday stands who is on duty: 值日 某某某."""
_RULE = pattern_of(
    "标准|办法|规定|制度|须知|指南|流程|程序|条件|范围|手续|材料|防治|预防|筛查|知识|常识|政策|问答|怎[么样]|如何|什么|须|凡|一律|[?？]"
)
"""What tells of everybody."""
_LONGEST = 200
"""Characters of the line above that are looked at."""


def name_above(above: str, line: str) -> tuple[int, str] | None:
    """The name in `above` of whom `line` tells, and where it begins there."""
    if caption := _CAPTION.fullmatch(above):
        return (caption.start("name"), caption["name"]) if _is_case(caption["name"], above, line) else None
    if not _GOES_ON.match(line):
        return None
    start = max(0, len(above) - _LONGEST)
    told = above[start:].rstrip("。！？；，") + "，"
    found = person_in_sentence(told + line.lstrip()[:_LONGEST])
    return (start + found[0], found[1]) if found and found[0] < len(told) else None


def _is_case(name: str, above: str, line: str) -> bool:
    words = above + line
    return (
        is_name(name)
        and not _RULE.search(line)
        and tells_of_person(without_works(line))
        and not any(others.search(words) for others in (ACTING, HELPING, DOER_LABEL))
        and not ACTS.search(above)
    )
