"""The checks for personal data, and what they are called under 允许."""

from __future__ import annotations

from noticeboard.checks.check import PersonalCheck
from noticeboard.checks.personal.bank_card import bank_card
from noticeboard.checks.personal.hardship import hardship
from noticeboard.checks.personal.home_address import home_address
from noticeboard.checks.personal.identity_number import identity_number
from noticeboard.checks.personal.mobile_number import mobile_number
from noticeboard.checks.personal.passport_number import passport_number

PERSONAL = (identity_number, bank_card, mobile_number, passport_number, home_address, hardship)
NAMES = tuple(check.name for check in PERSONAL if check.may_be_allowed)
"""What a reviewer may allow."""
_BY_NAME = {name: check for check in PERSONAL for name in (check.name, check.id)}


def named(name: str) -> PersonalCheck | None:
    """The check that an officer calls `name`, in Chinese or by its id."""
    return _BY_NAME.get("".join(name.split()))
