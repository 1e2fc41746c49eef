"""Settings of proposals and of sessions; nothing is asked that they do not ask (SPECIFICATION section 1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, field_validator

from noticeboard.content.quantities.shares import read_share
from noticeboard.content.settings.settings_group import SettingsGroup
from noticeboard.content.settings.word_lists import word_lists

Days = Annotated[int, Field(ge=1, le=366)]

_OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "已解决": ("采纳", "已采纳", "解决", "已落实", "落实", "已办结"),
    "部分解决": ("部分采纳", "部分落实", "基本解决"),
    "列入计划": ("列入计划解决", "计划解决", "正在解决"),
    "留作参考": ("参考", "供参考", "不采纳"),
}


class ProposalSettings(SettingsGroup):
    """What a site asks of proposals and of their answers."""

    answer_days: Days | None = None
    """Days from a proposal's 日期 within which it is answered, where it has no 期限."""
    seconders: Annotated[int, Field(ge=1, le=999)] | None = None
    """The least number of people who second a proposal."""
    outcomes: dict[str, tuple[str, ...]] = Field(default_factory=lambda: dict(_OUTCOMES))
    """Class of outcomes that readers see → other words for it."""

    @field_validator("outcomes", mode="before")
    @classmethod
    def _words(cls, value: Any) -> Any:
        if isinstance(value, list):
            return {str(name): () for name in value}
        return word_lists(value)


class MeetingSettings(SettingsGroup):
    """What a site asks of the sessions of delegates."""

    quorum: str = ""
    """The share of those who should come that must be there: `三分之二以上`."""
    passing: str = ""
    """The share of votes for a matter to pass, and of whom: `应到过半`."""
    notice_days: Days | None = None
    """Days before a session by which it is announced."""
    disclosure_days: Days | None = None
    """Days after a session within which its resolutions are disclosed."""

    @field_validator("quorum")
    @classmethod
    def _is_a_share(cls, text: str) -> str:
        if text and (read_share(text) is None or read_share(text).base):  # type: ignore[union-attr]  # Asked before.
            raise ValueError(f"“{text}”读不懂，请写成“三分之二以上”“过半”这样的话")
        return text

    @field_validator("passing")
    @classmethod
    def _is_a_share_of_somebody(cls, text: str) -> str:
        share = read_share(text)
        if text and (share is None or not share.base):
            raise ValueError(f"“{text}”读不懂，请写明是谁的几分之几，如“应到过半”“实到三分之二以上”")
        return text
