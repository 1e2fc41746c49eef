"""The names of sessions (届次), in all the wordings that officers use for one."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from noticeboard.slugs import slug_of
from noticeboard.times.numerals import NUMBER, number

UNSORTED = "unsorted"
"""The session code of proposals without 届次."""

_DELEGATES = r"(?:教代会|职代会|双代会|(?:教职员工|教职工|职工|教工|员工)(?:代表)?大会)"
_UNION_TOO = r"(?:[暨及和](?:工会)?(?:工代会|会员代表大会|会员大会))"
_ASSEMBLY = rf"(?:{_DELEGATES}{_UNION_TOO}?)"
_KIND = r"(?:全体|扩大|定期|临时|预备|主席团)*(?:会议|大会)?"
_SESSION = re.compile(
    rf"(?:{_ASSEMBLY})?第?(?P<term>{NUMBER})届{_ASSEMBLY}?第?(?P<meeting>{NUMBER})次{_ASSEMBLY}?{_KIND}",
    re.ASCII,
)
_IN_TEXT = re.compile(
    rf"第?(?P<term>{NUMBER})届{_ASSEMBLY}?第?(?P<meeting>{NUMBER})次(?P<behind>[^,。;、!?]{{0,14}})", re.ASCII
)
_OTHERS = re.compile(
    r"会员(?:代表)?大会|团员|团代会|妇女|妇代会|党员|党代会|少先队|学生|学代会|家长|.{0,6}(?:运动会|竞赛|大赛|比赛|联欢|艺术节|培训)"
)
"""Assemblies of others, which have terms and sessions of their own."""


def session_code(name: str | None) -> str:
    """A session's name in addresses, stable and ASCII.

    三届二次, 第三届第二次教代会 and 3届2次 are one session, `3-2`. Any other wording becomes its pinyin and
    six digits of its hash: names that sound alike must not share a page.
    """
    if name is None:
        return UNSORTED
    plain = _plain(name)
    if code := _code(_SESSION.fullmatch(plain)):
        return code
    digits = hashlib.sha256(plain.encode()).hexdigest()[:6]
    return "-".join(filter(None, [slug_of(plain)[:40].strip("-"), digits]))


def is_numbered(code: str) -> bool:
    """Whether a session's code says its term and its number."""
    return re.fullmatch(r"\d+-\d+", code) is not None


def codes_in(text: str) -> frozenset[str]:
    """The codes of the numbered sessions of delegates that a title names: 关于召开三届二次教代会的通知."""
    plain = _plain(text)
    found = (
        _code(match)
        for match in _IN_TEXT.finditer(plain)
        if not _OTHERS.match(match["behind"].removeprefix("工会"))
    )
    return frozenset(filter(None, found))


def newest_first(code: str) -> tuple[int, ...]:
    """Sorts the codes of numbered sessions, the newest one on top."""
    return tuple(-int(part) for part in code.split("-"))


def _plain(text: str) -> str:
    return re.sub(r"[\s·]+", "", unicodedata.normalize("NFKC", text))


def _code(found: re.Match[str] | None) -> str:
    numbers = [number(found[part]) for part in ("term", "meeting")] if found else []
    return "-".join(map(str, numbers)) if numbers and all(numbers) else ""
