"""Passports and travel permits: one or two letters and seven or eight digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.patterns import pattern_of
from noticeboard.privacy.normalized_text import NormalizedText, Span, masked

_PASSPORT = pattern_of(
    r"(?<![0-9A-Za-z])(?<![0-9A-Za-z][-_/.])(?:[EeGg][0-9]{8}|[Ee][A-HJ-NP-Za-hj-np-z][0-9]{7}|[DSPdsp][Ee]?[0-9]{7}"
    r"|[CcWw][0-9]{8}|[CcWw][A-HJ-NP-Za-hj-np-z][0-9]{7}|[HhMm](?:[0-9]{10}|[0-9]{8})|1[45][0-9]{7})(?![0-9A-Za-z])(?![-_/.][0-9A-Za-z])"
)
_NAMED = pattern_of(r"护照|通行证|passport|证件|证号", re.IGNORECASE)
_TAIWAN = pattern_of(
    r"(?:台胞证|台湾居民来往大陆通行证)(?:号码?)?[是为:：\s]*(?P<number>[0-9]{8}(?:[0-9]{2})?)(?![0-9])"
)
_CERTAIN = pattern_of(r"[EeGg](?:[0-9]{8}|[A-HJ-NP-Za-hj-np-z][0-9]{7})")
_PARTED = pattern_of(
    r"(?:护照|通行证|passport)(?:号码?)?[是为:：\s]{0,3}(?P<number>[A-Za-z]{1,2}[ -]?[0-9](?:[ -]?[0-9]){6,8})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
"""In groups, where it is called one."""
_DAY = pattern_of(r"[EG](?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])", re.IGNORECASE)


def find_passports(reading: NormalizedText) -> Iterator[Span]:
    """An ordinary passport speaks for itself, unless its digits are a day; the other kinds must be named; those of residents of Taiwan are digits alone."""
    for found in reading.matches(_PASSPORT, 7):
        named = _NAMED.search(reading.label_before(found.start()))
        certain = _CERTAIN.fullmatch(found[0]) and not _DAY.fullmatch(found[0])
        if named or (certain and not reading.is_named_otherwise(found.start())):
            yield Span(found.start(), found.end(), masked(found[0], 3))
    for found in _PARTED.finditer(reading.text):
        if re.search("[ -]", found["number"]):
            yield Span(*found.span("number"), masked(found["number"], 3))
    for found in _TAIWAN.finditer(reading.text):
        yield Span(*found.span("number"), masked(found["number"], 3))
