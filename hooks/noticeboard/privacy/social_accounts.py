"""Accounts of WeChat and QQ beside a person's name; those of groups and of official accounts are nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.patterns import pattern_of
from noticeboard.privacy.normalized_text import NormalizedText, Span, masked
from noticeboard.privacy.person_names import SURNAMES, holds_name

_ACCOUNT = pattern_of(
    # Nothing else begins one, which is sooner seen than every word is tried at every place.
    r"(?=[微WVQ扣企加])"
    r"(?:(?<!企业)微信(?!公众|小程序|群|支付|服务)(?:号码?|ID|同号)?|(?<![A-Za-z])(?:wx|vx|wechat|weixin)(?:号|id)?|(?<![A-Za-z])Q ?Q(?!群|邮箱)(?:号码?|联系)?|(?<![A-Za-z])Q号|扣扣号?|企鹅号|加[Vv](?:信|我)?)"
    r"(?:[\s为是:：（(|]{1,6}(?:[\u4e00-\u9fff]{2,4}[\s:：（(]{1,3})?|(?<=号)|(?<=Q)|(?<=微信)(?=[A-Za-z][-_A-Za-z]*[0-9]))(?P<account>[A-Za-z][-_A-Za-z0-9]{5,19}|[1-9][0-9]{4,10}|[1-9](?: [0-9]){4,10}|[1-9][0-9]{2,5}(?:[ -][0-9]{2,5}){1,3})(?![-_0-9A-Za-z@.])",
    re.IGNORECASE,
)
_OWN = pattern_of(r"(?<![-_0-9A-Za-z])wxid_[-_A-Za-z0-9]{5,20}")
"""What WeChat itself gave to a person."""
_PERSON = pattern_of(
    rf"[{SURNAMES}](?:老师|师傅|主席|主任|书记|校长|女士|先生|同志|姐|哥)|[小老][{SURNAMES}](?![\u4e00-\u9fff])|本人|我的|备注姓名"
)
"""Who is meant without a full name."""
_NEAR = 24
_HEAD = pattern_of(r"(?:个人)?(?:微信|QQ|wechat)(?:号码?|账号|ID)?", re.IGNORECASE)
_IN_CELL = pattern_of(r"[A-Za-z][-_A-Za-z0-9]{5,19}|[1-9][0-9]{4,10}")


def find_social_accounts(reading: NormalizedText) -> Iterator[Span]:
    """Each account that stands near a name, or in a column called so of a table that names persons."""
    text = reading.text
    for found in _ACCOUNT.finditer(text):
        start, end = found.span("account")
        line = text[max(0, found.start() - _NEAR) : end + _NEAR].split("\n")
        if any(_tells_of_person(part) for part in line):
            yield Span(start, end, masked(found["account"], 2))
    for found in _OWN.finditer(text):
        yield Span(*found.span(), masked(found[0], 5))
    for start, cell in reading.cells_below(_HEAD):
        if _IN_CELL.fullmatch(cell.strip()):
            at = start + len(cell) - len(cell.lstrip())
            yield Span(at, at + len(cell.strip()), masked(cell.strip(), 2))


def _tells_of_person(line: str) -> bool:
    return bool(_PERSON.search(line)) or holds_name(line)
