"""Mobile telephone numbers of the mainland, eleven digits from 13 to 19, and those of what is called a home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.patterns import pattern_of
from noticeboard.privacy.forms_of_address import KIN, ROLE
from noticeboard.privacy.given_names import GIVEN
from noticeboard.privacy.normalized_text import NO_FRACTION, SEPARATOR, NormalizedText, Span, masked
from noticeboard.privacy.person_names import COMMON_SURNAMES, NAME, SURNAMES, is_name

_ODD = "|".join(f"[0-9]{{{count}}}{SEPARATOR}[0-9]{{{9 - count}}}" for count in range(1, 9))
"""Broken in two, at the end of a line or by a slip; three digits and eight are a common way."""
_MOBILE = pattern_of(
    rf"(?<![0-9]){NO_FRACTION}(?:(?:\+|00)?\(?86\)?{SEPARATOR}?)?(?P<number>1[3-9](?:[0-9]{{9}}"
    rf"|[0-9]{SEPARATOR}[0-9]{{4}}{SEPARATOR}[0-9]{{4}}"
    rf"|[0-9]{{2}}{SEPARATOR}[0-9]{{3}}{SEPARATOR}[0-9]{{4}}"
    rf"|[0-9]{SEPARATOR}[0-9]{{3}}{SEPARATOR}[0-9]{{5}}"
    rf"|[0-9]{SEPARATOR}(?!(?:19|20)[0-9]{{2}}[01])[0-9]{{8}}"
    rf"|(?P<odd>{_ODD}|(?P<fours>[0-9]{{2}}{SEPARATOR}[0-9]{{4}}{SEPARATOR}[0-9]{{3}}))"
    rf"))(?![0-9])"
)
_GROUPED = pattern_of(rf"(?<![0-9])1{SEPARATOR}?[3-9](?:{SEPARATOR}?[0-9]){{9}}(?!{SEPARATOR}?[0-9])")
"""However its digits are grouped: one by one, or in any way behind a word that calls it a telephone."""
_SLIP = pattern_of(
    rf"(?<![0-9])1[3-9](?:{SEPARATOR}?[0-9]){{8}}(?:(?:{SEPARATOR}?[0-9]){{2}})?(?!{SEPARATOR}?[0-9])"
)
"""A digit too few or too many, right behind such a word."""
_BRACKETED = pattern_of(
    rf"(?<![0-9])(?:[（(]1[3-9][0-9][)）]{SEPARATOR}?[0-9]{{4}}{SEPARATOR}?[0-9]{{4}}"
    rf"|1[3-9][0-9]{SEPARATOR}?[（(][0-9]{{4}}[)）]{SEPARATOR}?[0-9]{{4}})(?![0-9])"
)
"""With a group in brackets: (138)12345678."""
_PAUSED = pattern_of(
    r"(?<![0-9])1[3-9][0-9]\s?(?P<sign>[、,，~～:：+|])\s?(?P<figures>[0-9]{4}\s?(?P=sign)\s?[0-9]{4})(?![0-9])(?!\s?[一二两三四五六七八九十几各等共元])"
)
"""With a sign between the groups that parts figures elsewhere: a telephone where it is called one, or beside a name."""
_FIGURES = pattern_of(r"(?:[0-9]{2}00|(?:19|20)[0-9]{2})\b.*(?:[0-9]{2}00|(?:19|20)[0-9]{2})")
"""Years and round figures, as no telephone has two of."""
_IN_CELLS = pattern_of(r"1\s*\|\s*[3-9](?:\s*\|\s*[0-9]){9}")
_OTHERS_BEFORE = pattern_of(rf"[0-9]{SEPARATOR}$")
_OTHERS_AFTER = pattern_of(rf"{SEPARATOR}[0-9]|\s?[年月日时分号]")
_PHONE = pattern_of("手机|电话|[请拨]打|致电|联系|号码|Tel", re.IGNORECASE)
_CALLED_PHONE = pattern_of(
    r"(?:手机|电话|联系方式|号码|[请拨]打|致电|Tel)(?:号码?)?[是为:：.\s]*$", re.IGNORECASE
)
_CALLED_MOBILE = pattern_of(r"手机(?:号码?)?[是为:：.\s]*$")
_BEHIND_NAME = pattern_of(rf"(?P<name>{NAME})[\s:：，,（(]{{0,2}}$")
_BEFORE_NAME = pattern_of(rf"[\s:：，,（(]{{0,2}}(?P<name>{NAME})(?=$|[\s，,。；;）)|])")
_CALLED = pattern_of(r"(?:tel|telephone|phone|mobile|mob|cell|vx|wx|wechat|tel\.)$", re.IGNORECASE)
_LETTER = pattern_of(r"[A-Za-z]")
_HOME = pattern_of(
    rf"(?:宅电|家庭电话|住宅电话|(?P<of>家(?:里的?|中)?)(?:座机|电话))(?:号码?)?[是为:：\s]*(?P<number>(?:0[0-9]{{2,3}}{SEPARATOR}?)?[2-8](?:{SEPARATOR}?[0-9]){{6,7}})(?![0-9])"
)
"""The telephone of somebody's home."""
_OWNER = pattern_of(rf"(?:^|[\s，。；、：:,;|*（(的]|{KIN}|{ROLE}|[我你他她其]|[老小][{SURNAMES}])$")
"""Behind whom 家 is a home, as behind a name: at the end of 专家, 商家 or 职工之家 it is none."""
_OWNERS_NAME = pattern_of(f"{NAME}$")
_LONGEST_OWNER = 8
_CODE_BEFORE = pattern_of(r"[0-9A-Za-z][-_]$")
_CODE_AFTER = pattern_of(
    r"-(?!1[3-9])[0-9]{2,12}(?![0-9]{0,12}[^0-9\n]{0,12}(?:分机|转))|[-_]?[A-Za-z](?!X|x|[a-z]*x)|\.[0-9]"
)


def find_mobile_numbers(reading: NormalizedText) -> Iterator[Span]:
    """Each number once, in the order of the text but for those of one digit a cell, which come last."""
    reached = 0
    for start, end in sorted((*_usual(reading), *_grouped(reading))):
        if start >= reached:
            reached = end
            yield Span(start, end, masked(reading.text[start:end], 3))
    for found in _HOME.finditer(reading.text):
        if found["of"] and not _is_home(reading.text, found.start()):
            continue
        yield Span(*found.span("number"), masked(found["number"], 3))
    for found in reading.digit_cells():
        if _IN_CELLS.fullmatch(found[0]) and _PHONE.search(
            reading.head_row(found.start()) + _before_in_line(reading, found.start())
        ):
            yield Span(*found.span(), masked(found[0], 3))


def _is_home(text: str, start: int) -> bool:
    """Whether the 家 at `start` is that of somebody."""
    before = text[max(0, start - _LONGEST_OWNER) : start]
    named = _OWNERS_NAME.search(before)
    return bool(_OWNER.search(before) or (named and is_name(named[0]) and named[0][-1] in GIVEN))


def _usual(reading: NormalizedText) -> Iterator[tuple[int, int]]:
    for found in reading.matches(_MOBILE, 11):
        if _is_code(reading.text, *found.span()) or _is_another(reading, *found.span()):
            continue
        if not (found["odd"] and _is_row_of_figures(reading, found)):
            yield found.span("number")


def _grouped(reading: NormalizedText) -> Iterator[tuple[int, int]]:
    for found in _BRACKETED.finditer(reading.text):
        if not _is_another(reading, *found.span()):
            yield found.span()
    for found in _PAUSED.finditer(reading.text):
        if _CALLED_PHONE.search(reading.label_before(found.start())) or (
            _is_beside_name(reading, *found.span()) and not _FIGURES.fullmatch(found["figures"])
        ):
            yield found.span()
    for found in reading.matches(_GROUPED, 11):
        one_by_one = len(found[0]) >= 21
        if one_by_one or _PHONE.search(reading.label_before(found.start())):
            yield found.span()
    for found in reading.matches(_SLIP, 10):
        if _CALLED_MOBILE.search(reading.label_before(found.start())):
            yield found.span()


def _is_code(text: str, start: int, end: int) -> bool:
    """A part of something longer, with letters or further numbers behind a dash."""
    before = text[max(0, start - 12) : start]
    if _LETTER.match(before[-1:]) and not _CALLED.search(before):
        return True
    if _CODE_BEFORE.search(before) and not re.search(r"1[3-9][0-9]{9}-$", before):
        return True
    return _CODE_AFTER.match(text, end) is not None


def _is_another(reading: NormalizedText, start: int, end: int) -> bool:
    """An amount, or the number of a thing. What is called a telephone, or stands behind a name, is none, whatever follows: 电话13800000000人数不限."""
    if reading.is_named_otherwise(start):
        return True
    if _is_behind_name(reading, start):
        return False
    return reading.is_amount(start, end) and not _CALLED_PHONE.search(reading.label_before(start))


def _is_behind_name(reading: NormalizedText, start: int) -> bool:
    named = _BEHIND_NAME.search(reading.label_before(start))
    return bool(named and is_name(named["name"]) and named["name"][0] in COMMON_SURNAMES)


def _is_beside_name(reading: NormalizedText, start: int, end: int) -> bool:
    named = _BEFORE_NAME.match(reading.text, end)
    return _is_behind_name(reading, start) or bool(
        named and is_name(named["name"]) and named["name"][0] in COMMON_SURNAMES
    )


def _is_row_of_figures(reading: NormalizedText, found: re.Match[str]) -> bool:
    """Figures in a row of more; and 1500 3000 200, which are three unless a telephone is spoken of."""
    text, (start, end) = reading.text, found.span()
    if _OTHERS_BEFORE.search(text[max(0, start - 12) : start]) or _OTHERS_AFTER.match(text, end):
        return True
    return bool(found["fours"]) and not (
        _PHONE.search(_before_in_line(reading, start)) or _is_beside_name(reading, start, end)
    )


def _before_in_line(reading: NormalizedText, start: int) -> str:
    return reading.text[reading.lines[reading.line_of(start)] : start]
