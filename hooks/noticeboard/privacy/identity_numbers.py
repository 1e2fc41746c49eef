"""Resident identity numbers: 18 digits with their check digit (GB 11643), and the 15 of those issued before 1999."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from noticeboard.privacy.normalized_text import BETWEEN, NO_FRACTION, NormalizedText, Span, digits_of, masked

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

_ = f"[{BETWEEN}]?"
_EIGHTEEN = re.compile(
    rf"(?<![0-9]){NO_FRACTION}[1-8][0-9]{{2}}{_}[0-9]{{3}}{_}(?:1[89]|20)[0-9]{{2}}{_}[01][0-9]{_}[0-3][0-9]{_}"
    rf"[0-9]{{3}}{_}[0-9Xx](?![0-9])"
)
_FIFTEEN = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9A-Za-z][-./_])[1-8][0-9]{5} ?[0-9]{2}[01][0-9][0-3][0-9] ?[0-9]{3}(?![0-9A-Za-z])(?![-_/][0-9])"
)
_NAMED = re.compile(r"身份证|证件|证号|ID", re.IGNORECASE)
_OLD_PREFECTURE = re.compile(
    r"(?:0[1-9]|[12][0-9]|3[0-4]|4[023]|5[1-3]|90)(?:0[1-9]|[12][0-9]|3[0-8]|8[1-9])"
)
"""The third to sixth digit, for a county of the eighties and nineties."""


def find_identity_numbers(reading: NormalizedText) -> Iterator[Span]:
    """Numbers that can be nobody else's: region, date of birth and check digit are right."""
    for found in reading.matches(_EIGHTEEN, 17):
        if is_identity_number(digits_of(found[0])) and not _is_filed(reading, found):
            yield Span(found.start(), found.end(), masked(found[0], 3))
    for found in reading.matches(_FIFTEEN, 15):
        if _is_old_one(reading, found):
            yield Span(found.start(), found.end(), masked(found[0], 3))


def is_identity_number(number: str) -> bool:
    """Whether `number`, of 18 characters, has a region, a day and the check digit of GB 11643."""
    return number[:2] in _PROVINCES and _is_day(number[6:14]) and check_digit(number[:17]) == number[17]


def check_digit(first: str) -> str:
    """The check digit behind 17 digits."""
    return _CHECK_DIGITS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first, strict=True)) % 11]


def _is_filed(reading: NormalizedText, found: re.Match[str]) -> bool:
    """A case number may be made of a region, a day of this century and a count; one in eleven fits the check digit."""
    return digits_of(found[0])[6] == "2" and reading.is_named_otherwise(found.start())


def _is_old_one(reading: NormalizedText, found: re.Match[str]) -> bool:
    """Without a check digit, so that nothing may speak against it."""
    number = digits_of(found[0])
    if number[:2] not in _PROVINCES or not _is_day("19" + number[6:12]):
        return False
    if reading.is_named_otherwise(found.start()) or reading.is_amount(found.start(), found.end()):
        return False
    return bool(_OLD_PREFECTURE.match(number, 2) or _NAMED.search(reading.label_before(found.start())))


def _is_day(written: str) -> bool:
    try:
        return 1850 <= date(int(written[:4]), int(written[4:6]), int(written[6:])).year <= 2099
    except ValueError:
        return False
