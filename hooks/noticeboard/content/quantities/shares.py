"""Rules of settings that ask for a share of people: 应到三分之二以上, 实到过半."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from noticeboard.content.quantities.whole_numbers import NUMBER, whole_number
from noticeboard.patterns import pattern_of

_BASES = {"应到": "expected", "实到": "present", "到会": "present", "有效票": "valid"}
_MORE = "超过|超|过|大于|多于|高于"
_LEAST = "不少于|不低于|达到|达|至少|≥|>="
_SHARE = pattern_of(
    rf"(?:(?P<base>{'|'.join(_BASES)})(?:人数|代表|代表人数|人员)?(?:的|总数的)?)?(?P<before>{_MORE}|{_LEAST}|>)?"
    rf"(?:(?P<half>半数?|一半)|(?P<denominator>{NUMBER})分之(?P<numerator>{NUMBER})|(?P<top>\d+)/(?P<bottom>\d+)|(?P<percent>\d{{1,3}})%)"
    r"(?P<behind>以上)?"
)


@dataclass(frozen=True, slots=True)
class Share:
    """At least, or more than, a part of some people."""

    base: str
    """`expected`, `present`, `valid` (those who voted for, against or abstained), or empty where it is plain."""
    part: Fraction
    is_more: bool
    """Whether it must be more than that part."""
    text: str
    """As the settings say it."""

    def is_reached(self, count: int, whole: int) -> bool:
        """Whether a count out of a whole comes to this share; nothing out of nothing is no share."""
        share = Fraction(count, whole) if whole else Fraction(0)
        return share > self.part if self.is_more else share >= self.part


def read_share(text: str) -> Share | None:
    """The rule that `text` is; None where it is none, or leaves open whether exactly that part will do."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    found = _SHARE.fullmatch(plain)
    if found is None:
        return None
    before, behind = found["before"] or "", found["behind"]
    part = _part(found)
    if not (before or behind) or part is None or not 0 < part <= 1:
        return None
    is_more = bool(before) and re.fullmatch(_MORE + "|>", before) is not None
    return Share(_BASES.get(found["base"] or "", ""), part, is_more, text.strip())


def _part(found: re.Match[str]) -> Fraction | None:
    if found["half"]:
        return Fraction(1, 2)
    if found["percent"]:
        return Fraction(int(found["percent"]), 100)
    top = int(found["top"]) if found["top"] else whole_number(found["numerator"])
    bottom = int(found["bottom"]) if found["bottom"] else whole_number(found["denominator"])
    return Fraction(top, bottom) if top is not None and bottom else None
