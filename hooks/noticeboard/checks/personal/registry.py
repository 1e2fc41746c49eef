"""The checks for personal data, and what they are called under 允许."""

from __future__ import annotations

from noticeboard.checks.check import PersonalCheck
from noticeboard.checks.personal.bank_card import bank_card
from noticeboard.checks.personal.birth_date import birth_date
from noticeboard.checks.personal.hardship import hardship
from noticeboard.checks.personal.home_address import home_address
from noticeboard.checks.personal.identity_number import identity_number
from noticeboard.checks.personal.masked_identity_number import masked_identity_number
from noticeboard.checks.personal.mobile_number import mobile_number
from noticeboard.checks.personal.passport_number import passport_number
from noticeboard.checks.personal.social_account import social_account

PERSONAL = (
    identity_number,
    masked_identity_number,
    bank_card,
    mobile_number,
    passport_number,
    home_address,
    birth_date,
    social_account,
    hardship,
)
NAMES = tuple(check.name for check in PERSONAL if check.may_be_allowed)
"""What a reviewer may allow."""
_BY_NAME = {name: check for check in PERSONAL for name in (check.name, check.id)}


def named(name: str) -> PersonalCheck | None:
    """The check that an officer calls `name`, in Chinese or by its id."""
    return _BY_NAME.get("".join(name.split()))
