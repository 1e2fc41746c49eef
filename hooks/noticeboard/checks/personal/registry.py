"""The checks for personal data, and what they are called under 允许."""

from __future__ import annotations

from noticeboard.checks.check import PersonalCheck
from noticeboard.checks.personal import kinds
from noticeboard.walk import declared_in

PERSONAL = declared_in(kinds, PersonalCheck)
NAMES = tuple(check.name for check in PERSONAL if check.may_be_allowed)
"""What a reviewer may allow."""
_BY_NAME = {name: check for check in PERSONAL for name in (check.name, check.code)}


def named(name: str) -> PersonalCheck | None:
    """The check that an officer calls `name`, in Chinese or by its code."""
    return _BY_NAME.get("".join(name.split()))
