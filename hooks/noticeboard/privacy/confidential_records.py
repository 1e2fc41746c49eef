"""Records of persons that are never published, by what a document, a file or a sheet is called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from noticeboard.patterns import pattern_of

RECORDS = (
    "健康档案", "体检档案", "病历", "信访档案", "上访档案", "来访登记", "信访登记", "人事档案", "心理档案", "心理咨询记录", "困难职工档案", "花名册",
)  # fmt: skip
"""What they are called; `extra.board.confidential_records` adds to it."""
_ABOUT_THEM = pattern_of(
    r"通知|办法|制度|规定|规范|管理|细则|工作|建设|培训|模板|样表|空表|样式|格式|填表|填写|说明|指南|方案|计划|总结|要求|检查|更新|公告|倡议|讲座|简报|报道|会议|流程|须知"
)
_DOING = pattern_of(
    r"建立|建好|完善|健全|规范|整理|报送|上报|填报|填写|做好|加强|查阅|更新|启用|关于|如何|怎样|不登|不得"
)


def confidential_record(title: str, more: Iterable[str] = ()) -> str:
    """The record that something called `title` is; empty for none, and for what only speaks of one: 关于建立健康档案的通知."""
    plain = re.sub(r"[\s_—\-·.*“”\"《》]", "", title)
    for record in (*more, *RECORDS):
        before, found, behind = plain.partition("".join(record.split()))
        if found and not _DOING.search(before) and not _ABOUT_THEM.search(behind):
            return record
    return ""
