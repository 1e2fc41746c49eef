"""The fields of what has an end: when it was signed, when it runs out, when to be reminded, what came of it."""

from __future__ import annotations

from typing import Any

from noticeboard.content import field_types
from noticeboard.content.fields import Shown, declare


def signed(*, offered: bool) -> Any:
    """The field 签订, the first day."""
    return declare(
        "签订",
        field_types.DATE,
        "哪一天签订、生效、上任。",
        offered=offered,
        also=("签订日期", "签署日期", "生效日期"),
    )


def expires(*, offered: bool) -> Any:
    """The field 到期, the last day."""
    return declare(
        "到期",
        field_types.DATE,
        "合同、保险、任期哪一天到期；到期前会提醒，日历里也有。",
        shown=Shown.LEAD,
        offered=offered,
        look="expires",
        also=("到期日期", "届满", "届满日期"),
    )


def remind(*, offered: bool) -> Any:
    """The field 提醒, how long before the last day."""
    return declare(
        "提醒", field_types.LEAD_TIME, "到期前多久提醒；不写就是30天前。", offered=offered, also=("提前提醒",)
    )


def settled(*, offered: bool) -> Any:
    """The field 处理, what was done about the end."""
    return declare(
        "处理",
        field_types.STATEMENT,
        "到期的怎么办了：已续签、不再续。写了就不再提醒。",
        offered=offered,
        also=("处理情况", "续签情况"),
    )
