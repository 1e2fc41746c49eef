"""Resident identity numbers: 18 digits with their check digit (GB 11643), and the 15 of those issued before 1999."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from noticeboard.patterns import pattern_of
from noticeboard.privacy.normalized_text import (
    DAY,
    NO_FRACTION,
    SEPARATOR,
    NormalizedText,
    Span,
    digits_of,
    masked,
)

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]
)

_EIGHTEEN = pattern_of(
    rf"(?<![0-9]){NO_FRACTION}(?=(?P<number>[1-9](?:{SEPARATOR}?[0-9]){{16}}{SEPARATOR}?[0-9Xx])(?![0-9]))"
)
"""However its digits are grouped: region, day and check digit tell it from other numbers. It begins where digits begin."""
_PAUSED = pattern_of(
    r"(?<![0-9])[1-9][0-9]{5}\s?(?P<sign>[、,，~～:：+|])\s?(?:19|20)[0-9]{6}\s?(?P=sign)\s?[0-9]{3}[0-9Xx](?![0-9])"
)
"""With signs between region, day and the rest that part figures elsewhere."""
_FIFTEEN = pattern_of(
    r"(?<![0-9A-Za-z])(?<![0-9A-Za-z][-./_])[1-8][0-9]{5} ?[0-9]{2}[01][0-9][0-3][0-9] ?[0-9]{3}(?![0-9A-Za-z])(?![-_/][0-9])"
)
_NAMED = pattern_of(r"身份证|证件|证号|ID", re.IGNORECASE)
_MASKED = pattern_of(
    r"(?<![0-9A-Za-z*])([1-9][0-9]{1,13})[*xX×●＊#]{2,}(?:([0-9]{1,12})[*xX×●＊#]{2,})?([0-9]{0,14}[0-9Xx]?)(?![0-9A-Za-z*])"
)
_MOST_OPEN = 3
_BORN = pattern_of("(?:19[3-9]|20[01])[0-9](?:0[1-9]|1[0-2])")
_CALLED_ONE = pattern_of(
    rf"(?<![0-9A-Za-z])[A-Z]{{0,3}}[0-9](?:{SEPARATOR}?[0-9]){{13,17}}[0-9A-Za-z]?(?![0-9A-Za-z*])"
)
_IS_CALLED_ONE = pattern_of(
    r"(?:身份证(?:件)?(?:号码?)?|公民身份号码?|身份号码|证件号码?|(?:居留|永居)证?(?:件)?(?:号码?)?)[)）]?(?:后?填[写报]|[是为]|如下|登记)*[:：\s]*(?:(?!\S{0,3}[证号卡编码])[\u4e00-\u9fff]{2,4}\s+)?$"
)
_TAIL = pattern_of(
    r"(?:身份证件?|证件)(?:号码?)?的?(?:后|尾号|末尾?|最后)[0-9一二三四五六七八]?位?(?:数字?|号码)?[是为:：\s]*(?P<tail>[0-9]{4,8}[0-9Xx])(?![0-9])"
)
_RESIDENCE = pattern_of(
    r"(?:居留(?:身份)?|永居)证(?:件)?(?:号码?)?[是为:：\s]*(?P<number>[A-Z]{3}[0-9]{12})(?![0-9A-Za-z])"
)
_OLD_PREFECTURE = pattern_of(
    r"(?:0[1-9]|[12][0-9]|3[0-4]|4[023]|5[1-3]|90)(?:0[1-9]|[12][0-9]|3[0-8]|8[1-9])"
)
"""The third to sixth digit, for a county of the eighties and nineties."""


def find_identity_numbers(reading: NormalizedText) -> Iterator[Span]:
    """Numbers that can be nobody else's: region, date of birth and check digit are right."""
    found_at: list[Span] = []
    for found in reading.matches(_EIGHTEEN, 17):
        number, (start, end) = digits_of(found["number"]), found.span("number")
        if not is_identity_number(number) or _is_made_of_days(found["number"]):
            continue
        if not (number[6] == "2" and reading.is_named_otherwise(start)):
            # A case number may be made of a region, a day of this century and a count; one in eleven fits the check digit.
            found_at.append(Span(start, end, masked(found["number"], 3)))
    for found in reading.matches(_FIFTEEN, 15):
        if _is_old_one(reading, found):
            found_at.append(Span(found.start(), found.end(), masked(found[0], 3)))
    for found in _PAUSED.finditer(reading.text):
        if is_identity_number(digits_of(found[0])):
            found_at.append(Span(found.start(), found.end(), masked(found[0], 3)))
    for found in reading.digit_cells():
        if is_identity_number(digits_of(found[0])):
            found_at.append(Span(found.start(), found.end(), masked(found[0], 3)))
    reached = 0
    for span in sorted([*found_at, *_miswritten(reading)], key=lambda span: (span.start, -span.end)):
        if span.start >= reached:
            reached = span.end
            yield span


def _miswritten(reading: NormalizedText) -> Iterator[Span]:
    """What is called an identity number and is none: a digit lost or mistyped does not make it less of a leak."""
    for found in reading.matches(_CALLED_ONE, 14):
        if _IS_CALLED_ONE.search(reading.label_before(found.start())):
            yield Span(found.start(), found.end(), masked(found[0], 3))
    for found in _RESIDENCE.finditer(reading.text):
        yield Span(*found.span("number"), masked(found["number"], 3))


def find_masked_identity_numbers(reading: NormalizedText) -> Iterator[Span]:
    """Those of which more than three digits stand at one end: they still tell a region, a day of birth or a person."""
    for found in _TAIL.finditer(reading.text):
        yield Span(*found.span("tail"), found["tail"][0] + "*" * (len(found["tail"]) - 1))
    for found in _MASKED.finditer(reading.text):
        if _is_masked_one(reading, found):
            yield Span(*found.span(), found[1][:3] + "*" * (len(found[0]) - 3))


def _is_masked_one(reading: NormalizedText, found: re.Match[str]) -> bool:
    """Few count the signs of a mask: behind a day of birth, or a region where it is called so, a few more or less are one too."""
    if found[0][:2] not in _PROVINCES or max(len(part or "") for part in found.groups()) <= _MOST_OPEN:
        return False
    if 17 <= len(found[0]) <= 19:
        return True
    has_region = len(found[1]) >= 6 and _IS_CALLED_ONE.search(reading.label_before(found.start()))
    return 13 <= len(found[0]) <= 24 and bool(has_region or _BORN.match(found[1], 6))


def is_identity_number(number: str) -> bool:
    """Whether `number` has 18 characters with a region, a day and the check digit of GB 11643.

    Those of foreigners who live here for good begin with a 9 before the region.
    """
    region = number[1:3] if number[:1] == "9" else number[:2]
    return (
        len(number) == 18
        and region in _PROVINCES
        and _is_day(number[6:14])
        and check_digit(number[:17]) == number[17]
    )


def check_digit(first: str) -> str:
    """The check digit behind 17 digits."""
    return _CHECK_DIGITS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first, strict=True)) % 11]


def _is_old_one(reading: NormalizedText, found: re.Match[str]) -> bool:
    """Without a check digit, so that nothing may speak against it."""
    number = digits_of(found[0])
    if number[:2] not in _PROVINCES or not _is_day("19" + number[6:12]):
        return False
    if reading.is_named_otherwise(found.start()) or reading.is_amount(found.start(), found.end()):
        return False
    return bool(_OLD_PREFECTURE.match(number, 2) or _NAMED.search(reading.label_before(found.start())))


def _is_made_of_days(written: str) -> bool:
    """Whether a day is written in it elsewhere than where a date of birth stands: 2019-08-09 2016-03-13."""
    return any(len(digits_of(written[: day.start()])) != 6 for day in DAY.finditer(written))


def _is_day(written: str) -> bool:
    try:
        return 1850 <= date(int(written[:4]), int(written[4:6]), int(written[6:])).year <= 2099
    except ValueError:
        return False
