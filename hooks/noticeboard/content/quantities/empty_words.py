"""Words that only say that there is nothing to say: 更正说明: 无, 处理: 未处理."""

from __future__ import annotations

import re
import unicodedata

from noticeboard.patterns import pattern_of

_NOTHING = pattern_of(
    r"[暂尚还]?(?:无|没有|未)|略|空|[否不]|不适用|[暂尚还]?[没未](?:有)?(?:更正|修改|改动|变动|处理|办理|续签|续保)"
    r"|待定|待[补填办]充?|待处理|待办理|[处办]理中|正在[处办]理|none|n/?a|[-—–―─/\\.…。]*"
)


def says_nothing(text: str) -> bool:
    """Whether a value that says by being there that something happened says that nothing did."""
    words = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
    return _NOTHING.fullmatch(words.strip("()。")) is not None
