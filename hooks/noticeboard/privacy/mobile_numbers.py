"""Mobile telephone numbers of the mainland: eleven digits from 13 to 19."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.privacy.normalized_text import NO_FRACTION, SEPARATOR, NormalizedText, Span, masked

_ODD = "|".join(f"[0-9]{{{count}}}{SEPARATOR}[0-9]{{{9 - count}}}" for count in range(1, 9))
"""Broken in two, at the end of a line or by a slip; three digits and eight are a common way."""
_MOBILE = re.compile(
    rf"(?<![0-9]){NO_FRACTION}(?:(?:\+|00)?\(?86\)?{SEPARATOR}?)?(?P<number>1[3-9](?:[0-9]{{9}}"
    rf"|[0-9]{SEPARATOR}[0-9]{{4}}{SEPARATOR}[0-9]{{4}}"
    rf"|[0-9]{{2}}{SEPARATOR}[0-9]{{3}}{SEPARATOR}[0-9]{{4}}"
    rf"|[0-9]{SEPARATOR}[0-9]{{3}}{SEPARATOR}[0-9]{{5}}"
    rf"|[0-9]{SEPARATOR}(?!(?:19|20)[0-9]{{2}}[01])[0-9]{{8}}"
    rf"|(?P<odd>{_ODD}|(?P<fours>[0-9]{{2}}{SEPARATOR}[0-9]{{4}}{SEPARATOR}[0-9]{{3}}))"
    rf"))(?![0-9])"
)
_ONE_BY_ONE = re.compile(rf"(?<![0-9])1{SEPARATOR}[3-9](?:{SEPARATOR}[0-9]){{9}}(?!{SEPARATOR}?[0-9])")
_IN_CELLS = re.compile(r"1\s*\|\s*[3-9](?:\s*\|\s*[0-9]){9}")
_OTHERS_BEFORE = re.compile(rf"[0-9]{SEPARATOR}$")
_OTHERS_AFTER = re.compile(rf"{SEPARATOR}[0-9]|\s?[年月日时分号]")
_PHONE = re.compile("手机|电话|联系|号码|Tel", re.IGNORECASE)
_CALLED = re.compile(r"(?:tel|telephone|phone|mobile|mob|cell|vx|wx|wechat|tel\.)$", re.IGNORECASE)
_LETTER = re.compile(r"[A-Za-z]")
_CODE_BEFORE = re.compile(r"[0-9A-Za-z][-_]$")
_CODE_AFTER = re.compile(
    r"-(?!1[3-9])[0-9]{2,12}(?![0-9]{0,12}[^0-9\n]{0,12}(?:分机|转))|[-_]?[A-Za-z](?!X|x|[a-z]*x)|\.[0-9]"
)


def find_mobile_numbers(reading: NormalizedText) -> Iterator[Span]:
    """Mobile numbers of the mainland, plain or in groups."""
    text = reading.text
    for found in reading.matches(_MOBILE, 11):
        start, end = found.span()
        before = text[max(0, start - 12) : start]
        if _LETTER.match(before[-1:]) and not _CALLED.search(before):
            continue
        if _CODE_BEFORE.search(before) and not re.search(r"1[3-9][0-9]{9}-$", before):
            continue
        if _CODE_AFTER.match(text, end) or reading.is_amount(start, end) or reading.is_named_otherwise(start):
            continue
        if found["odd"] and (_OTHERS_BEFORE.search(before) or _OTHERS_AFTER.match(text, end)):
            # Figures in a row of more.
            continue
        if found["fours"] and not _PHONE.search(text[text.rfind("\n", 0, start) + 1 : start]):
            # 1500 3000 200 are three figures, unless a telephone is spoken of.
            continue
        number = found.start("number")
        yield Span(number, end, masked(text[number:end], 3))
    for found in reading.matches(_ONE_BY_ONE, 21):
        yield Span(*found.span(), masked(found[0], 3))
    for found in reading.digit_cells():
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if _IN_CELLS.fullmatch(found[0]) and _PHONE.search(line):
            yield Span(*found.span(), masked(found[0], 3))
