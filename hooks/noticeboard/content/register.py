"""台账: what a union keeps on record, an item or a table of them (SPECIFICATION sections 2 and 18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from functools import cached_property
from typing import ClassVar

from noticeboard.content import field_types, terms
from noticeboard.content.document import Document, TypeName
from noticeboard.content.field_types import LeadTime
from noticeboard.content.field_types.lead_times import USUAL
from noticeboard.content.fields import Shown, declare
from noticeboard.content.sections.register_items import RegisterItem, items_in
from noticeboard.times import Period


@dataclass(frozen=True, kw_only=True, eq=False)
class Register(Document):
    """台账: contracts, insurances, terms of office, honours, results of competitions."""

    type: ClassVar[TypeName] = "register"
    label: ClassVar[str] = "台账"
    usual: ClassVar[tuple[str, ...]] = ("unit", "attachments")

    register_kind: str = declare(
        "种类",
        field_types.TEXT,
        "哪一种台账：集体合同、保险、任期、荣誉、竞赛……",
        required=True,
        shown=Shown.LEAD,
        also=("档案类别",),
    )
    holder: str | None = declare(
        "对象", field_types.TEXT, "和谁签的、谁得的、谁任职。", shown=Shown.LEAD, also=("对方",)
    )
    signed: Date | None = terms.signed(offered=True)
    expires: Date | None = terms.expires(offered=True)
    remind: LeadTime | None = terms.remind(offered=True)
    settled: str | None = terms.settled(offered=False)
    honour: str | None = declare(
        "称号", field_types.TEXT, "得了什么称号；写了就登在荣誉一页。", shown=Shown.LEAD, also=("荣誉称号",)
    )
    level: str | None = declare("级别", field_types.TEXT, "国家级、省级、市级、区县级、本单位……")
    granted_by: str | None = declare("授予", field_types.TEXT, "谁授予的。", also=("授予单位", "颁发单位"))
    period: Period | None = declare(
        "年度",
        field_types.PERIOD,
        "哪一年的：2026年、2025—2026学年；不写就按日期算。",
        offered=False,
        also=("所属年度",),
    )

    @cached_property
    def items(self) -> tuple[RegisterItem, ...]:
        """Those of its tables; the register itself where it has none, or is one beside them."""
        listed = items_in(self.tree, self.title)
        is_one = not listed or self.expires or self.honour
        return (self._itself, *listed) if is_one else listed

    @property
    def _itself(self) -> RegisterItem:
        return RegisterItem(
            name=self.title,
            holder=self.holder or "",
            signed=self.signed,
            expires=self.expires,
            remind=self.remind or USUAL,
            settled=self.settled or "",
            honour=self.honour or "",
            level=self.level or "",
            year=self.period,
            granted_by=self.granted_by or "",
        )
