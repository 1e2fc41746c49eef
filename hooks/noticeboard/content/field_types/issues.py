"""The number of an issue of a newsletter: 第3期, 工会简报2026年第3期（总第15期）."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from noticeboard.content.field_types.field_type import FieldType, parsed
from noticeboard.content.quantities.whole_numbers import NUMBER, whole_number
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Fault, Level
from noticeboard.times import YEARS

UNREADABLE_ISSUE = Diagnostic("unreadable-issue", Level.ERROR)

_NUMBERS = rf"{NUMBER}(?:[、,和—–~至-]+第?{NUMBER})?"
_WRITTEN = pattern_of(
    rf"(?P<series>[^\d第总]*)(?:(?P<year>\d{{4}})(?:年度?|(?=第)))?"
    rf"(?:总第?(?P<only>{_NUMBERS})期?|(?:第(?P<number>{_NUMBERS})|(?P<bare>\d{{1,3}}))[期号辑]?(?:合刊|合期)?(?:总第?{_NUMBERS}期?)?)(?:合刊|合期)?"
)
_AROUND = pattern_of(r"[()\[\]【】《》\s]")
_IN_TITLE = pattern_of(r"\s*[(（\[【《]?\s*(?:\d{4}\s*年(?:度)?\s*)?(?:总?第|\d).*$")
_MOST_TOGETHER = 12
_LARGEST = 9999


@dataclass(frozen=True, slots=True)
class Issue:
    """Which issue of which newsletter."""

    text: str
    """As written."""
    series: str
    """The newsletter's name; empty where only the number was written."""
    year: int | None
    """The year in which it is counted, where it says one."""
    numbers: tuple[int, ...]
    """Several for issues that came as one."""
    is_running: bool = False
    """Whether it is counted through all years: 总第15期."""

    def __str__(self) -> str:
        return self.text


def read_issue(text: str) -> Issue | Fault:
    """`text` as the number of an issue. Of 第3期（总第15期） the first one counts."""
    found = _WRITTEN.fullmatch(_AROUND.sub("", unicodedata.normalize("NFKC", text)))
    if found:
        only = found["only"]
        numbers = _numbers(only or found["number"] or found["bare"])
        year = int(found["year"]) if found["year"] else None
        if numbers and (year is None or year in YEARS):
            return Issue(text, found["series"].strip(":,、-—·"), year, numbers, bool(only))
    return Fault(
        UNREADABLE_ISSUE,
        f"“{text}”看不出是第几期。",
        "请写成“第3期”“2026年第3期”或“总第15期”；有几种刊物的，前面写刊名：工会简报 2026年第3期。",
    )


def series_of_title(title: str) -> str:
    """What a title says before the number of its issue: 工会简报 of 《工会简报》2026年第3期：三月要闻."""
    name = _IN_TITLE.sub("", title).strip(" 《》:：·—-")
    return name if name != title.strip() else ""


def _numbers(text: str) -> tuple[int, ...]:
    """One number, or all from one to another: 3、4 and 3—5 are issues that came together."""
    parts = [whole_number(part) for part in re.findall(NUMBER, text)]
    first, last = parts[0], parts[-1]
    if first is None or last is None or not 0 < first <= last <= _LARGEST or last - first >= _MOST_TOGETHER:
        return ()
    return tuple(range(first, last + 1))


ISSUE = FieldType(parsed(read_issue), "第几期，如 第3期、2026年第3期", lambda settings: "第3期")
