"""The points of an inspection, as the settings have them: what is asked, and which documents fill it (SPECIFICATION section 19)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from noticeboard.content.settings.settings_group import SettingsGroup
from noticeboard.problems import Fault
from noticeboard.times import read_period

TypeWord = Literal["计划", "总结", "公开", "提案", "会议", "通知", "办事", "台账"]


class InspectionPoint(SettingsGroup):
    """One thing that an inspection asks for; a document fills it when all that is given here holds for it."""

    point: Annotated[str, Field(min_length=1)]
    """What is asked, as readers see it: 公开栏每季度更新."""
    type: TypeWord | None = None
    category: str = ""
    """Of disclosures."""
    register_kind: str = ""
    """Of registers."""
    tag: str = ""
    period: str = ""
    """Of which time: `2026年`, `2025—2026学年`; of all times where empty."""

    @field_validator("period")
    @classmethod
    def _is_a_period(cls, text: str) -> str:
        if text and isinstance(read_period(text), Fault):
            raise ValueError(f"“{text}”读不懂，请写成“2026年”“2025—2026学年”这样的期间")
        return text

    @model_validator(mode="after")
    def _asks_for_something(self) -> InspectionPoint:
        if not (self.type or self.category or self.register_kind or self.tag):
            raise ValueError("type、category、register_kind、tag 至少要填一项")
        return self
