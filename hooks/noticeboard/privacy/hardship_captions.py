"""A line that says who, above a line that says what befell: a heading with a name, or a sentence that 她 in the next one goes back to."""

from __future__ import annotations

from noticeboard.patterns import pattern_of
from noticeboard.privacy.forms_of_address import GOES_ON
from noticeboard.privacy.hardship_sentences import person_in_sentence, tells_of_person
from noticeboard.privacy.hardship_words import ACTING, ACTS, DOER_LABEL, HELPING
from noticeboard.privacy.person_names import is_name

_GOES_ON = pattern_of(rf"\s*{GOES_ON}")
_CAPTION = pattern_of(
    r"[\s#>*+-]*(?:[^\s，。：:；|]{2,12}[ \t\u3000/—-]+)?(?:\*\*)?(?P<name>[\u4e00-\u9fff]{2,4})(?:同志|老师|师傅)?(?:\*\*)?[ \t：:]*"
)
"""A name alone, or behind the unit."""
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
        and tells_of_person(line)
        and not any(others.search(words) for others in (ACTING, HELPING, DOER_LABEL))
        and not ACTS.search(above)
    )
