"""Private accounts of WeChat and QQ."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.privacy.social_accounts import find_social_accounts
from noticeboard.problems import Level


@personal_check(
    "social-account", Level.WARNING, name="微信或QQ号", hint="请改成办公室电话，或工作群、公众号的名称。"
)
def social_account(reading: NormalizedText) -> Iterator[Span]:
    return find_social_accounts(reading)
