"""Words that are true for a few days only, in documents that are read for years."""

import pytest

from boards import told

HEAD = "---\n类型: 公开\n标题: 采购公示\n日期: 2026-05-06\n类别: 财务\n公示期: 5个工作日\n---\n\n"
NOTICE = "---\n类型: 通知\n标题: 开放通知\n日期: 2026-05-06\n撤下: 2026-12-30\n---\n\n"


def _lines(board, text):
    return [line for line in told(board({"plans/a.md": text})) if line.endswith("passing-words")]


@pytest.mark.parametrize(
    "text",
    ["采购结果正在公示。", "目前正在公示，", "今日收到三家报价。", "目前收到意见 3 条。", "名单公示中。", "当前正处于公示期。",
     "现仍在征求意见。", "昨天开标。", "自今日起公示5个工作日。", "今天起公示。", "正在受理。", "本周五前提出意见。",
     "这几天可以反映。", "明晚截止。", "| 项目 | 情况 |\n|---|---|\n| 跑道 | 目前在施工 |"],
)  # fmt: skip
def test_told(board, text):
    (line,) = _lines(board, HEAD + text + "\n")
    assert line.startswith("plans/a.md:") and " notice " in line
    assert len(_lines(board, NOTICE + text + "\n")) == 1


@pytest.mark.parametrize(
    "text",
    ["截至目前，收到意见 3 条。", "到目前为止没有意见。", "每周五开放。", "第一、二周报名。", "即日起公示5个工作日。", "公示中未收到意见。", "信息公示中心",
     "主席说：“目前大家都很努力。”", "> 目前还没有", "`目前`", "5月6日公示。", "公示期间可以反映。", "今年", "当前目标"[2:]],
)  # fmt: skip
def test_not_told(board, text):
    assert _lines(board, HEAD + text + "\n") == []


def test_only_where_readers_come_later(board):
    text = NOTICE.replace("撤下: 2026-12-30\n", "") + "目前正在报名。\n"
    assert _lines(board, text) == []


def test_told_once_a_document(board):
    assert len(_lines(board, HEAD + "目前一。\n\n目前二。\n")) == 1
