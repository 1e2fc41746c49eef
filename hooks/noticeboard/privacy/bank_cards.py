"""Bank cards: 15 to 19 digits of an issuer that there is, with their check digit (Luhn)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.patterns import pattern_of
from noticeboard.privacy.normalized_text import (
    NO_FRACTION,
    SEPARATOR,
    NormalizedText,
    Span,
    digits_of,
    masked,
)
from noticeboard.privacy.person_names import NAME, is_name

_CARD = pattern_of(
    rf"(?<![0-9A-Za-z]){NO_FRACTION}(?<![0-9A-Za-z][-_])"
    rf"(?:[0-9]{{15,19}}|[0-9]{{4}}(?:{SEPARATOR}[0-9]{{4}}){{3}}(?:{SEPARATOR}?[0-9]{{1,3}})?"
    rf"|[0-9]{{6}}{SEPARATOR}[0-9]{{9,13}}|[0-9]{{4}}{SEPARATOR}[0-9]{{6}}{SEPARATOR}[0-9]{{5}}|[0-9]{{6}}(?:{SEPARATOR}[0-9]{{6}}){{2}}(?:{SEPARATOR}[0-9])?)(?![0-9A-Za-z])(?![-_][0-9])"
)
_ORGANISATIONS = pattern_of(
    r"对公|基本户|公户|(?:工会|公司|学校|中学|小学|大学|学院|医院)的?账[号户]|单位账[号户]|公司账[号户]|(?:户名|账户名称?|收款(?:单位|人)|单位名称|开户名称?)[^\n]{0,20}"
    r"(?:公司|工会|学校|中学|小学|大学|学院|委员会|中心|协会|医院|局|厂|基金会|幼儿园|村)"
)
"""Who owns an account, when it is nobody's in person; it is said on the line of the number or on those around it."""
_CARD_LABEL = pattern_of(
    r"(?:银行卡|工资卡|储蓄卡|借记卡|卡)(?:号码?|账号|[上内里中])?(?:[是为:：\s]|（[^（）]{0,6}）)*$"
)
_ACCOUNT_LABEL = pattern_of(r"[账帐][号户](?:号码?)?[是为:：\s]*$")
_OWNER = pattern_of(
    rf"(?:户名|账户名|开户人|收款人|持卡人)(?:姓名)?[是为:：\s]*(?P<name>{NAME})(?=[\s，,；;。|）)]|$)",
    re.MULTILINE,
)
_BANK = r"[\u4e00-\u9fff]{1,6}银行|[工农中建交招浦民兴光广邮][行商储]|农商行|农信社|邮储|信用社"
_BESIDE_OWNER = pattern_of(
    rf"(?:^|[\s，,；;。：:、|）)]|员工|职工|老师|师傅)(?P<name>{NAME})[\s，,：:、|]*(?:{_BANK})(?:卡号?)?[\s，,：:、|]*$"
)
"""A name, and the bank right before the number."""
_FARTHEST_OWNER = 30
"""Characters before a number in which its owner is looked for."""
_ISSUERS = {
    15: pattern_of("3[47]"),
    16: pattern_of("4|5[1-5]|6[0258]|35[2-8]|9558|9559"),
    17: pattern_of("6[02]|9558|9559"),
    18: pattern_of("6[02]|9558|9559"),
    19: pattern_of("6[02]|9558|9559|103"),
}
"""Length → how a number begins: UnionPay, and the brands that issue here too."""


def find_bank_cards(reading: NormalizedText) -> Iterator[Span]:
    """Numbers with an issuer's prefix, its length and a right check digit (ISO/IEC 7812)."""
    for found in reading.matches(_CARD, 15):
        number = digits_of(found[0])
        issuer = _ISSUERS.get(len(number))
        if issuer is None or not issuer.match(number):
            continue
        if not (passes_luhn(number) or _is_called_a_card(reading, found.start())):
            continue
        if not (
            reading.is_named_otherwise(found.start())
            or reading.is_amount(found.start(), found.end())
            or _ORGANISATIONS.search(reading.lines_around(found.start()))
        ):
            yield Span(found.start(), found.end(), masked(found[0], 4))


def _is_called_a_card(reading: NormalizedText, start: int) -> bool:
    """Whether the words before it say that it is somebody's card: with a digit mistyped it leaks no less."""
    label = reading.label_before(start)
    if _CARD_LABEL.search(label):
        return True
    line = reading.text[reading.lines[reading.line_of(start)] : start]
    beside = _BESIDE_OWNER.search(line[-_FARTHEST_OWNER:])
    if beside and is_name(beside["name"]):
        return True
    owner = _OWNER.search(reading.lines_around(start))
    return bool(_ACCOUNT_LABEL.search(label) and owner and is_name(owner["name"]))


def passes_luhn(number: str) -> bool:
    """Whether the last of the digits is the check digit of those before it."""
    if len(set(number)) < 2:
        return False
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (doubled + sum(int(digit) for digit in number[-1::-2])) % 10 == 0
