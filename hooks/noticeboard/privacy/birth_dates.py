"""When somebody was born, beside the name: 王丽华，1985年3月2日出生; a table's column 出生日期."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.patterns import pattern_of
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.privacy.person_names import NAME, holds_name, is_name

_DAY = r"(?:19|20)[0-9]{2}(?:\s?年\s?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日|[-./][0-9]{1,2}[-./][0-9]{1,2}|[01][0-9][0-3][0-9](?![0-9]))"
_BORN = pattern_of(
    rf"(?P<before>{_DAY})\s?(?:出生|生(?![产活效于]))|(?:出生(?:日期|年月日?)|生日|生于)[为是:：\s]{{0,3}}(?P<after>{_DAY}|[4-9][0-9][-./年][0-9]{{1,2}}[-./月][0-9]{{1,2}}(?![0-9.]))"
)
_NUMERAL = "[零〇一二三四五六七八九十]"
_WRITTEN_OUT = pattern_of(
    rf"(?:生于|出生于)(?P<after>[一][九][零〇一二三四五六七八九]{{2}}年{_NUMERAL}{{1,2}}月{_NUMERAL}{{1,3}}日)|(?P<before>[一][九][零〇一二三四五六七八九]{{2}}年{_NUMERAL}{{1,2}}月{_NUMERAL}{{1,3}}日)(?:出生|生(?![产活效]))"
)
_BIRTHDAYS = pattern_of(r"生日|寿星")
_BESIDE_NAME = pattern_of(
    rf"(?P<name>{NAME})[（(：:，,\s—-]{{0,3}}(?P<day>{_DAY}|[4-9][0-9]\.[0-9]{{1,2}}\.[0-9]{{1,2}}(?![0-9.]))"
)
_NEAR = 40
_HEAD = pattern_of(r"出生(?:日期|年月日|年月|时间)|生日")
_IN_CELL = pattern_of(rf"\s*(?:{_DAY})\s*")


def find_birth_dates(reading: NormalizedText) -> Iterator[Span]:
    """Days of birth, whole ones: year and month alone are common in lists of honours."""
    text = reading.text
    for found in (*_BORN.finditer(text), *_WRITTEN_OUT.finditer(text)):
        start, end = found.span("before" if found["before"] else "after")
        beside = text[max(0, start - _NEAR) : start].split("\n")[-1] + text[end : end + _NEAR].split("\n")[0]
        if holds_name(beside):
            yield Span(start, end, text[start : start + 4] + "****")
    for found in _BESIDE_NAME.finditer(text) if _BIRTHDAYS.search(text) else ():
        line = reading.lines[reading.line_of(found.start())]
        if is_name(found["name"]) and _BIRTHDAYS.search(text, line, found.start()):
            yield Span(*found.span("day"), found["day"][:4] + "****")
    for start, cell in reading.cells_below(_HEAD):
        if _IN_CELL.fullmatch(cell):
            at = start + len(cell) - len(cell.lstrip())
            yield Span(at, at + len(cell.strip()), cell.strip()[:4] + "****")
