"""Mobile telephone numbers of the mainland: eleven digits from 13 to 19."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.privacy.normalized_text import BETWEEN, NO_FRACTION, NormalizedText, Span, masked

_MOBILE = re.compile(
    rf"(?<![0-9]){NO_FRACTION}(?:(?:\+|00)?\(?86\)?[{BETWEEN}]?)?(?P<number>1[3-9](?:[0-9]{{9}}"
    rf"|[0-9](?P<a>[{BETWEEN}])[0-9]{{4}}(?P=a)[0-9]{{4}}"
    rf"|[0-9]{{2}}(?P<b>[{BETWEEN}])[0-9]{{3}}(?P=b)[0-9]{{4}}"
    rf"|[0-9](?P<c>[{BETWEEN}])[0-9]{{3}}(?P=c)[0-9]{{5}}"
    rf"|[0-9](?P<d>[{BETWEEN}])(?!(?:19|20)[0-9]{{2}}[01])[0-9]{{8}}))(?![0-9])"
)
_CALLED = re.compile(r"(?:tel|telephone|phone|mobile|mob|cell|vx|wx|wechat|tel\.)$", re.IGNORECASE)
_LETTER = re.compile(r"[A-Za-z]")
_CODE_BEFORE = re.compile(r"[0-9A-Za-z][-_]$")
_CODE_AFTER = re.compile(
    r"-(?!1[3-9])[0-9]{2,12}(?![0-9]{0,12}[^0-9\n]{0,12}(?:分机|转))|[-_]?[A-Za-z](?!X|x|[a-z]*x)|\.[0-9]"
)


def find_mobile_numbers(reading: NormalizedText) -> Iterator[Span]:
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
        number = found.start("number")
        yield Span(number, end, masked(text[number:end], 3))
