"""What officers type between the two lines of dashes, and what is read from it, place by place."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from drawing import drawn_entry
from noticeboard.content.front_matter import composer
from noticeboard.content.front_matter.header import Node, Scalar, Sequence, read_header
from noticeboard.content.front_matter.unquoted import BLANKS

KNOWN = frozenset(
    {
        "类型",
        "标题",
        "日期",
        "单位",
        "编号",
        "标签",
        "置顶",
        "发布",
        "草稿",
        "联系",
        "附件",
        "目标",
        "计划",
        "数据",
        "依据",
        "反馈",
        "type",
        "title",
        "publish_on",
    }
)


PLAIN = [
    ("one entry", "标题: 开会", ["标题@1:1 = 开会@1:5"], []),
    (
        "times, zeros, dates and words stay text",
        "日期: 2026-3-8\n发布: 2026-03-08 16:20\n编号: 010\n草稿: yes\n置顶: null\n联系: ~\n依据: 1_000",
        [
            "日期@1:1 = 2026-3-8@1:5",
            "发布@2:1 = 2026-03-08 16:20@2:5",
            "编号@3:1 = 010@3:5",
            "草稿@4:1 = yes@4:5",
            "置顶@5:1 = null@5:5",
            "联系@6:1 = ~@6:5",
            "依据@7:1 = 1_000@7:5",
        ],
        [],
    ),
    ("spaces around key and value", "标题 :   开会  ", ["标题@1:1 = 开会@1:8"], []),
    (
        "blank and comment lines",
        "\n# 说明\n标题: 开会\n\n  # 再说明\n日期: 2026-03-08\n",
        ["标题@3:1 = 开会@3:5", "日期@6:1 = 2026-03-08@6:5"],
        [],
    ),
    ("an empty value", "标题:\n日期: ", ["标题@1:1 = None", "日期@2:1 = None"], []),
    (
        "a quoted value begins inside its quotes",
        "标题: \"通知: 开会\"\n单位: '教工 #1'",
        ["标题@1:1 = 通知: 开会@1:6", "单位@2:1 = 教工 #1@2:6"],
        [],
    ),
    ("a comment after quotes stays a comment", '标题: "开会" # 说明', ["标题@1:1 = 开会@1:6"], []),
    (
        "escapes in quotes",
        "标题: \"第一\\n第二 \\u4e00\"\n单位: 'it''s'",
        ["标题@1:1 = 第一\n第二 一@1:6", "单位@2:1 = it's@2:6"],
        [],
    ),
    ("an empty quoted value", '标题: ""', ["标题@1:1 = None"], []),
    (
        "a quoted key",
        "\"标题\": 开会\n'日期' : 2026-03-08",
        ["标题@1:2 = 开会@1:7", "日期@2:2 = 2026-03-08@2:8"],
        [],
    ),
    ("the same key twice is kept twice", "标题: a\n标题: b", ["标题@1:1 = a@1:5", "标题@2:1 = b@2:5"], []),
    ("an unknown key is an entry", "责任部们: 办公室", ["责任部们@1:1 = 办公室@1:7"], []),
    (
        "a plain value over two lines",
        "反馈: 请在\n  三天内提出",
        ["反馈@1:1 = 请在 三天内提出@1:5/请在@1:5/三天内提出@2:3"],
        [],
    ),
    ("a value on the next line", "标题:\n  开会", ["标题@1:1 = 开会@2:3"], []),
    (
        "a text with ordinary signs",
        "标题: 关于“三八”节（第2次）—活动！50%，a&b、a*b、c#3 http://a.b/c?d=e",
        ["标题@1:1 = 关于“三八”节（第2次）—活动！50%，a&b、a*b、c#3 http://a.b/c?d=e@1:5"],
        [],
    ),
    ("a tab after the colon", "标题:\t开会", ["标题@1:1 = 开会@1:5"], []),
    (
        "the whole front matter indented",
        "  类型: 计划\n  附件:\n  - a.pdf\n  标题: 开会",
        ["类型@1:3 = 计划@1:7", "附件@2:3 = @3:3[a.pdf@3:5]", "标题@4:3 = 开会@4:7"],
        [],
    ),
    (
        "the whole front matter in braces",
        '{类型: 计划, 标题: "开会"}',
        ["类型@1:2 = 计划@1:6", "标题@1:10 = 开会@1:15"],
        [],
    ),
    ("nothing", "", [], []),
    ("only comments", "# 以后再写\n", [], []),
]

STRUCTURES = [
    (
        "a comment line in brackets",
        "标签: [文体,\n  # 以后再加\n  女工]",
        ["标签@1:1 = @1:5[文体@1:6, 女工@3:3]"],
        [],
    ),
    (
        "a number sign in quotes over two lines",
        '反馈: "第1组 #2\n  女工 #3"',
        ["反馈@1:1 = 第1组 #2 女工 #3@1:6"],
        [],
    ),
    ("dashes at the margin", "附件:\n- a.pdf\n- b c.pdf", ["附件@1:1 = @2:1[a.pdf@2:3, b c.pdf@3:3]"], []),
    (
        "dashes indented",
        "附件:\n  - a.pdf\n\n  # 第二份\n  - b.pdf",
        ["附件@1:1 = @2:3[a.pdf@2:5, b.pdf@5:5]"],
        [],
    ),
    (
        "brackets",
        '标签: [文体, "女工, 青工", 三八]',
        ["标签@1:1 = @1:5[文体@1:6, 女工, 青工@1:11, 三八@1:20]"],
        [],
    ),
    (
        "brackets over several lines",
        "标签: [文体,\n  女工,\n三八\n]\n标题: 开会",
        ["标签@1:1 = @1:5[文体@1:6, 女工@2:3, 三八@3:1]", "标题@5:1 = 开会@5:5"],
        [],
    ),
    (
        "braces",
        "附件:\n  - {文件: a.pdf, 名称: 预算}",
        ["附件@1:1 = @2:3[@2:5{文件@2:6 = a.pdf@2:10, 名称@2:17 = 预算@2:21}]"],
        [],
    ),
    (
        "braces with full-width colons",
        "附件:\n  - {文件：a.pdf, 名称:预算}",
        ["附件@1:1 = @2:3[@2:5{文件@2:6 = a.pdf@2:9, 名称@2:16 = 预算@2:19}]"],
        [],
    ),
    (
        "pairs in items",
        "目标:\n  - 建会率: ≥95%\n  - 合理化建议: 每人3条",
        ["目标@1:1 = @2:3[@2:5{建会率@2:5 = ≥95%@2:10}, @3:5{合理化建议@3:5 = 每人3条@3:12}]"],
        [],
    ),
    (
        "pairs without dashes",
        "目标:\n  建会率: ≥95%\n  慰问: 3次",
        ["目标@1:1 = @2:3{建会率@2:3 = ≥95%@2:8, 慰问@3:3 = 3次@3:7}"],
        [],
    ),
    (
        "file and name on two lines",
        "附件:\n  - 文件: a.pdf\n    名称: 预算\n  - b.pdf",
        ["附件@1:1 = @2:3[@2:5{文件@2:5 = a.pdf@2:9, 名称@3:5 = 预算@3:9}, b.pdf@4:5]"],
        [],
    ),
    (
        "a pair with a full-width colon stays text",
        "数据:\n  - 慰问：278人次",
        ["数据@1:1 = @2:3[慰问：278人次@2:5]"],
        [],
    ),
    (
        "file and name with full-width colons",
        "附件:\n  - 文件：a.pdf\n    名称：预算",
        ["附件@1:1 = @2:3[@2:5{文件@2:5 = a.pdf@2:8, 名称@3:5 = 预算@3:8}]"],
        ["2:7 warning fullwidth-colon", "3:7 warning fullwidth-colon"],
    ),
    (
        "full-width colon only on the second line",
        "附件:\n  - 文件: a.pdf\n    名称：预算",
        ["附件@1:1 = @2:3[@2:5{文件@2:5 = a.pdf@2:9, 名称@3:5 = 预算@3:8}]"],
        ["3:7 warning fullwidth-colon"],
    ),
    (
        "full-width colon only on the first line",
        "附件:\n  - 文件：a.pdf\n    名称: 预算",
        ["附件@1:1 = @2:3[@2:5{文件@2:5 = a.pdf@2:8, 名称@3:5 = 预算@3:9}]"],
        ["2:7 warning fullwidth-colon"],
    ),
    (
        "full-width colon among pairs",
        "目标:\n  建会率: ≥95%\n  慰问：3次\n  走访:5户",
        ["目标@1:1 = @2:3{建会率@2:3 = ≥95%@2:8, 慰问@3:3 = 3次@3:6, 走访@4:3 = 5户@4:6}"],
        ["3:5 warning fullwidth-colon", "4:5 warning missing-space"],
    ),
    (
        "lines without dashes keep their parts",
        "标签:\n  文体\n  女工",
        ["标签@1:1 = 文体 女工@2:3/文体@2:3/女工@3:3"],
        [],
    ),
    ("an empty item", "附件:\n  -\n  - a.pdf", ["附件@1:1 = @2:3[@2:4, a.pdf@3:5]"], []),
    ("a comment above a list", "附件: # 见下\n  - a.pdf", ["附件@1:1 = @2:3[a.pdf@2:5]"], []),
    (
        "a block text",
        "反馈: |\n  第一行\n    第二行: # *\n\n  第三行\n标题: 开会",
        ["反馈@1:1 = 第一行\n  第二行: # *\n\n第三行@2:3", "标题@6:1 = 开会@6:5"],
        [],
    ),
    ("a folded text", "反馈: >-\n  第一行\n  第二行", ["反馈@1:1 = 第一行 第二行@2:3"], []),
    (
        "a block text in an item",
        "附件:\n  - 文件: a.pdf\n    名称: |\n      很长的\n      名称",
        ["附件@1:1 = @2:3[@2:5{文件@2:5 = a.pdf@2:9, 名称@3:5 = 很长的\n名称@4:7}]"],
        [],
    ),
    (
        "quotes over two lines",
        '反馈: "第一行\n  第二行"\n标题: 开会',
        ["反馈@1:1 = 第一行 第二行@1:6", "标题@3:1 = 开会@3:5"],
        [],
    ),
    (
        "a value on the line below its key",
        "附件:\n  - 文件:\n      a.pdf\n  - b.pdf",
        ["附件@1:1 = @2:3[@2:5{文件@2:5 = a.pdf@3:7}, b.pdf@4:5]"],
        [],
    ),
    (
        "signs in a text of several lines",
        "反馈:\n  第一行\n  *第二行*，@三",
        ["反馈@1:1 = 第一行 *第二行*，@三@2:3/第一行@2:3/*第二行*，@三@3:3"],
        [],
    ),
    (
        "a list in a list",
        "标签:\n  - - a\n    - b\n  - c",
        ["标签@1:1 = @2:3[@2:5[a@2:7, b@3:7], c@4:5]"],
        [],
    ),
]

REPAIRS = [
    ("full-width colon", "标题：开会", ["标题@1:1 = 开会@1:4"], ["1:3 warning fullwidth-colon"]),
    ("full-width colon and a space", "标题： 开会", ["标题@1:1 = 开会@1:5"], ["1:3 warning fullwidth-colon"]),
    (
        "full-width colon before a list",
        "附件：\n  - a.pdf",
        ["附件@1:1 = @2:3[a.pdf@2:5]"],
        ["1:3 warning fullwidth-colon"],
    ),
    (
        "full-width colon before brackets",
        "标签：[文体, 女工]",
        ["标签@1:1 = @1:4[文体@1:5, 女工@1:9]"],
        ["1:3 warning fullwidth-colon"],
    ),
    (
        "full-width colon after an unknown word",
        "责任部们：办公室",
        ["责任部们@1:1 = 办公室@1:6"],
        ["1:5 warning fullwidth-colon"],
    ),
    ("no space after the colon", "标题:开会", ["标题@1:1 = 开会@1:4"], ["1:3 warning missing-space"]),
    ("no space before a time", "发布:16:20", ["发布@1:1 = 16:20@1:4"], ["1:3 warning missing-space"]),
    (
        "a full-width space after the colon",
        "标题:\u3000开会",
        ["标题@1:1 = 开会@1:5"],
        ["1:3 warning missing-space"],
    ),
    (
        "a space before the full-width colon",
        "标题 ：开会",
        ["标题@1:1 = 开会@1:5"],
        ["1:4 warning fullwidth-colon"],
    ),
    (
        "a space inside the key",
        "标\u3000题: 开会\n日 期: 2026-03-08",
        ["标题@1:1 = 开会@1:6", "日期@2:1 = 2026-03-08@2:6"],
        ["1:1 warning key-spelling", "2:1 warning key-spelling"],
    ),
    (
        "capital letters in the key",
        "Title: 开会\nPublish On: 2026-03-08",
        ["title@1:1 = 开会@1:8", "publish_on@2:1 = 2026-03-08@2:13"],
        ["1:1 warning key-spelling", "2:1 warning key-spelling"],
    ),
    (
        "a zero-width space before the key",
        "\u200b标题: 开会",
        ["标题@1:2 = 开会@1:6"],
        ["1:2 warning indentation"],
    ),
    ("full-width blanks around the value are dropped", "标题: \u3000开会\u3000", ["标题@1:1 = 开会@1:6"], []),
    ("colon in the value", "标题: 通知: 开会", ["标题@1:1 = 通知: 开会@1:5"], ["1:7 warning colon-in-value"]),
    (
        "colon at the end of the value",
        "标题: 通知:",
        ["标题@1:1 = 通知:@1:5"],
        ["1:7 warning colon-in-value"],
    ),
    (
        "full-width colon and a colon in the value",
        "标题：通知: 开会",
        ["标题@1:1 = 通知: 开会@1:4"],
        ["1:3 warning fullwidth-colon", "1:6 warning colon-in-value"],
    ),
    (
        "number sign in the value",
        "标题: 第3组 #2",
        ["标题@1:1 = 第3组 #2@1:5"],
        ["1:9 warning hash-in-value"],
    ),
    (
        "number sign at the front",
        "标题: #2 教学楼",
        ["标题@1:1 = #2 教学楼@1:5"],
        ["1:5 warning hash-in-value"],
    ),
    (
        "comment after a date",
        "日期: 2026-03-08 # 周日",
        ["日期@1:1 = 2026-03-08 # 周日@1:5"],
        ["1:16 warning hash-in-value"],
    ),
    ("asterisk", "标题: *重要*通知", ["标题@1:1 = *重要*通知@1:5"], ["1:5 warning special-sign"]),
    ("two asterisks", "标题: **重要**", ["标题@1:1 = **重要**@1:5"], ["1:5 warning special-sign"]),
    ("ampersand", "单位: &A 组", ["单位@1:1 = &A 组@1:5"], ["1:5 warning special-sign"]),
    ("exclamation mark", "联系: !urgent", ["联系@1:1 = !urgent@1:5"], ["1:5 warning special-sign"]),
    ("at sign", "联系: @全体会员", ["联系@1:1 = @全体会员@1:5"], ["1:5 warning special-sign"]),
    ("percent sign", "标题: %完成率", ["标题@1:1 = %完成率@1:5"], ["1:5 warning special-sign"]),
    ("back quote", "标题: `开会`", ["标题@1:1 = `开会`@1:5"], ["1:5 warning special-sign"]),
    ("unclosed back quote", "标题: `开会", ["标题@1:1 = `开会@1:5"], ["1:5 warning special-sign"]),
    ("greater than", "目标: >95%", ["目标@1:1 = >95%@1:5"], ["1:5 warning special-sign"]),
    ("bar", "标题: |开会|", ["标题@1:1 = |开会|@1:5"], ["1:5 warning special-sign"]),
    ("only a dash", "联系: -", ["联系@1:1 = -@1:5"], ["1:5 warning special-sign"]),
    ("question mark", "标题: ? 什么", ["标题@1:1 = ? 什么@1:5"], ["1:5 warning special-sign"]),
    ("closing bracket", "标题: ]开会", ["标题@1:1 = ]开会@1:5"], ["1:5 warning special-sign"]),
    ("comma", "标题: , 开会", ["标题@1:1 = , 开会@1:5"], ["1:5 warning special-sign"]),
    (
        "text after brackets",
        "编号: [2026]12号",
        ["编号@1:1 = [2026]12号@1:5"],
        ["1:5 warning text-after-quote"],
    ),
    ("text after braces", "标题: {甲}组", ["标题@1:1 = {甲}组@1:5"], ["1:5 warning text-after-quote"]),
    (
        "text after quotes",
        '标题: "三八"节活动',
        ['标题@1:1 = "三八"节活动@1:5'],
        ["1:5 warning text-after-quote"],
    ),
    (
        "text after single quotes",
        "标题: '三八'节",
        ["标题@1:1 = '三八'节@1:5"],
        ["1:5 warning text-after-quote"],
    ),
    (
        "a Markdown link",
        "附件: [预算](a.pdf)",
        ["附件@1:1 = [预算](a.pdf)@1:5"],
        ["1:5 warning text-after-quote"],
    ),
    (
        "signs in items",
        "附件:\n  - *重要*.pdf\n  - 第1组 #2.pdf\n  - #3.pdf\n  - 通知: 开会: 周五",
        ["附件@1:1 = @2:3[*重要*.pdf@2:5, 第1组 #2.pdf@3:5, #3.pdf@4:5, @5:5{通知@5:5 = 开会: 周五@5:9}]"],
        [
            "2:5 warning special-sign",
            "3:9 warning hash-in-value",
            "4:5 warning hash-in-value",
            "5:11 warning colon-in-value",
        ],
    ),
    (
        "sign in an item's key",
        "目标:\n  - @出勤: 95%\n  - >90分: 5人",
        ["目标@1:1 = @2:3[@2:5{@出勤@2:5 = 95%@2:10}, @3:5{>90分@3:5 = 5人@3:11}]"],
        ["2:5 warning special-sign", "3:5 warning special-sign"],
    ),
    (
        "tabs before items",
        "附件:\n\t- a.pdf\n\t- b.pdf",
        ["附件@1:1 = @2:2[a.pdf@2:4, b.pdf@3:4]"],
        ["2:1 warning indentation", "3:1 warning indentation"],
    ),
    (
        "tabs before an item and its second line",
        "附件:\n\t- 文件: a.pdf\n\t\t名称: 预算",
        ["附件@1:1 = @2:2[@2:4{文件@2:4 = a.pdf@2:8, 名称@3:3 = 预算@3:7}]"],
        ["2:1 warning indentation", "3:1 warning indentation"],
    ),
    (
        "full-width spaces before items",
        "附件:\n\u3000\u3000- a.pdf\n\u3000\u3000- b.pdf",
        ["附件@1:1 = @2:3[a.pdf@2:5, b.pdf@3:5]"],
        ["2:1 warning indentation", "3:1 warning indentation"],
    ),
    ("a tab after the dash", "附件:\n  -\ta.pdf", ["附件@1:1 = @2:3[a.pdf@2:5]"], []),
    (
        "dashes without a space",
        "附件:\n  -a.pdf\n  -b.pdf",
        ["附件@1:1 = @2:3[a.pdf@2:4, b.pdf@3:4]"],
        ["2:3 warning bullet-sign", "3:3 warning bullet-sign"],
    ),
    (
        "full-width dashes",
        "附件:\n  －a.pdf\n  －b.pdf",
        ["附件@1:1 = @2:3[a.pdf@2:4, b.pdf@3:4]"],
        ["2:3 warning bullet-sign", "3:3 warning bullet-sign"],
    ),
    (
        "full-width dashes at the margin",
        "附件:\n－ a.pdf\n标题: 开会",
        ["附件@1:1 = @2:1[a.pdf@2:3]", "标题@3:1 = 开会@3:5"],
        ["2:1 warning bullet-sign"],
    ),
    (
        "dots",
        "标签:\n  • 文体\n  · 女工",
        ["标签@1:1 = @2:3[文体@2:5, 女工@3:5]"],
        ["2:3 warning bullet-sign", "3:3 warning bullet-sign"],
    ),
    (
        "asterisks for dashes",
        "标签:\n  * 文体\n  * 女工",
        ["标签@1:1 = @2:3[文体@2:5, 女工@3:5]"],
        ["2:3 warning bullet-sign", "3:3 warning bullet-sign"],
    ),
    (
        "a mixture of dashes",
        "标签:\n  - 文体\n  -女工",
        ["标签@1:1 = @2:3[文体@2:5, 女工@3:4]"],
        ["3:3 warning bullet-sign"],
    ),
    (
        "a key indented after a complete one",
        "类型: 计划\n  标题: 开会\n日期: 2026-03-08",
        ["类型@1:1 = 计划@1:5", "标题@2:3 = 开会@2:7", "日期@3:1 = 2026-03-08@3:5"],
        ["2:3 warning indentation"],
    ),
    (
        "full-width spaces before every line",
        "\u3000\u3000类型: 计划\n\u3000\u3000标题：开会",
        ["类型@1:3 = 计划@1:7", "标题@2:3 = 开会@2:6"],
        ["1:3 warning indentation", "2:5 warning fullwidth-colon"],
    ),
]

ERRORS = [
    ("number sign in brackets", "标签: [第1组 #2, 女工]", ["标签@1:1 broken"], ["1:10 error hash-in-value"]),
    (
        "number sign in brackets over lines",
        "标签: [第1组 #2,\n  女工]",
        ["标签@1:1 broken"],
        ["1:10 error hash-in-value"],
    ),
    (
        "number sign in the second line of brackets",
        "标签: [女工,\n  第1组 #2]",
        ["标签@1:1 broken"],
        ["2:7 error hash-in-value"],
    ),
    (
        "unclosed double quote",
        '标题: "开会\n日期: 2026-03-08',
        ["标题@1:1 broken", "日期@2:1 = 2026-03-08@2:5"],
        ["1:5 error unclosed-quote"],
    ),
    (
        "unclosed single quote",
        "标题: '开会\n日期: 2026-03-08",
        ["标题@1:1 broken", "日期@2:1 = 2026-03-08@2:5"],
        ["1:5 error unclosed-quote"],
    ),
    (
        "unclosed bracket",
        "标签: [文体, 女工\n标题: 开会",
        ["标签@1:1 broken", "标题@2:1 = 开会@2:5"],
        ["1:5 error unclosed-bracket"],
    ),
    (
        "unclosed brace in an item",
        "附件:\n  - {文件: a.pdf\n标题: 开会",
        ["附件@1:1 broken", "标题@3:1 = 开会@3:5"],
        ["2:5 error unclosed-bracket"],
    ),
    (
        "unclosed at the end",
        "标题: 开会\n标签: [文体",
        ["标题@1:1 = 开会@1:5", "标签@2:1 broken"],
        ["2:5 error unclosed-bracket"],
    ),
    (
        "a line without a colon",
        "标题: 开会\n明天下午\n日期: 2026-03-08",
        ["标题@1:1 = 开会@1:5", "日期@3:1 = 2026-03-08@3:5"],
        ["2:1 error stray-line"],
    ),
    (
        "several such lines are one fault",
        "明天下午\n\n三点\n标题: 开会\n再见",
        ["标题@4:1 = 开会@4:5"],
        ["1:1 error stray-line", "5:1 error stray-line"],
    ),
    (
        "an item without a list",
        "标题: 开会\n- a.pdf\n- b.pdf\n日期: 2026-03-08",
        ["标题@1:1 = 开会@1:5", "日期@4:1 = 2026-03-08@4:5"],
        ["2:1 error stray-line"],
    ),
    ("a list instead of entries", "- 类型: 计划\n- 标题: 开会", [], ["1:1 error front-matter-list"]),
    ("text instead of entries", "今天开会", [], ["1:1 error stray-line"]),
    ("an item on the key's line", "附件: - a.pdf", ["附件@1:1 broken"], ["1:5 error dash-after-key"]),
    ("an item below a text", "附件: a.pdf\n  - b.pdf", ["附件@1:1 broken"], ["2:3 error item-after-text"]),
    (
        "an item below an item's text",
        "标签:\n  - 文体\n    - 足球",
        ["标签@1:1 broken"],
        ["3:5 error item-after-text"],
    ),
    (
        "wrong indentation",
        "附件:\n    - a.pdf\n  - b.pdf",
        ["附件@1:1 broken"],
        ["3:3 error unreadable-value"],
    ),
    ("a key below a text", "标题: 开会\n  地点: 礼堂", ["标题@1:1 broken"], ["2:5 error unreadable-value"]),
    (
        "number sign in the second line",
        "反馈: 第一行\n  第二行 #2",
        ["反馈@1:1 broken"],
        ["2:7 error hash-in-value"],
    ),
    (
        "tabs of which one width makes sense",
        "附件:\n  - a\n\t- b",
        ["附件@1:1 = @2:3[a@2:5, b@3:4]"],
        ["3:1 warning indentation"],
    ),
    (
        "tabs that may mean two things",
        "标签:\n  -\n\t- b\n\t- c",
        ["标签@1:1 broken"],
        ["3:1 error indentation"],
    ),
    ("an alias", "标签: *a", ["标签@1:1 broken"], ["1:5 error unsupported-yaml"]),
    (
        "an anchor on a list",
        "标签: &a [x, y]\n计划: *a",
        ["标签@1:1 broken", "计划@2:1 broken"],
        ["1:5 error unsupported-yaml", "2:5 error unsupported-yaml"],
    ),
    ("an anchor before items", "标签: &a\n  - x", ["标签@1:1 broken"], ["1:5 error unsupported-yaml"]),
    ("an alias in an item", "标签:\n  - *a", ["标签@1:1 broken"], ["2:5 error unsupported-yaml"]),
    ("aliases in brackets", "标签: [*a, *a, *a]", ["标签@1:1 broken"], ["1:6 error unsupported-yaml"]),
    (
        "a merge key",
        "附件:\n  - 文件: a.pdf\n    <<: *a",
        ["附件@1:1 broken"],
        ["3:9 error unsupported-yaml"],
    ),
    (
        "a Python tag",
        '标题: !!python/object/apply:os.system ["true"]',
        ["标题@1:1 broken"],
        ["1:5 error unsupported-yaml"],
    ),
    (
        "a Python tag in brackets",
        "标签: [!!python/name:os.system x]",
        ["标签@1:1 broken"],
        ["1:6 error unsupported-yaml"],
    ),
    ("a tag in brackets", "标签: [!x 文体]", ["标签@1:1 broken"], ["1:6 error unsupported-yaml"]),
    ("a complex key", "? 标题\n: 开会", [], ["1:1 error stray-line"]),
    ("a directive", "%YAML 1.2\n标题: 开会", ["标题@2:1 = 开会@2:5"], ["1:1 error stray-line"]),
    ("a wrong escape", '附件: "C:\\文件\\a.pdf"', ["附件@1:1 broken"], ["1:8 error bad-escape"]),
    (
        "nested too deep",
        "标签: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        ["标签@1:1 broken"],
        ["1:25 error nested-too-deep"],
    ),
    (
        "dashes nested too deep",
        "标签:\n  - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - a",
        ["标签@1:1 broken"],
        ["2:43 error nested-too-deep"],
    ),
    (
        "a broken entry does not hide the others",
        '类型：计划\n标题: "开会\n单位:教工\n标签: [a\n日期: 2026-03-08',
        [
            "类型@1:1 = 计划@1:4",
            "标题@2:1 broken",
            "单位@3:1 = 教工@3:4",
            "标签@4:1 broken",
            "日期@5:1 = 2026-03-08@5:5",
        ],
        [
            "1:3 warning fullwidth-colon",
            "2:5 error unclosed-quote",
            "3:3 warning missing-space",
            "4:5 error unclosed-bracket",
        ],
    ),
    ("broken braces around all", "{类型: 计划, 标题: 开会", [], ["1:16 error unreadable-value"]),
]

ALL = PLAIN + STRUCTURES + REPAIRS + ERRORS


@pytest.mark.parametrize("loader", [composer._LOADER, yaml.SafeLoader], ids=["C", "Python"])
@pytest.mark.parametrize(("name", "text", "entries", "problems"), ALL, ids=[case[0] for case in ALL])
def test_header(
    name: str,
    text: str,
    entries: list[str],
    problems: list[str],
    loader: type,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(composer, "_LOADER", loader)
    mapping, found = read_header(text, 1, "plans/a.md", KNOWN)
    assert [drawn_entry(entry) for entry in mapping.entries] == entries
    assert [f"{p.line}:{p.column} {p.level} {p.code}" for p in found] == problems


MESSAGES = [
    ("标题：开会", "“标题：”用了全角冒号，已按“标题: ”读取。", "请改成英文冒号加空格。"),
    ("标题:开会", "“标题:”后面少了英文空格，已按“标题: ”读取。", "请在冒号后面加一个英文空格。"),
    ("Title: 开会", "“Title”已按“title”读取。", "请改成“title”，字母大小写和空格都要一样。"),
    (
        "标题: 通知: 开会",
        "“通知: 开会”里面又有冒号，已整句保留。",
        '请给整个内容加上英文引号："通知: 开会"。',
    ),
    (
        '标题: "三八"节',
        "开头的引号结束后还有文字，引号已按文字保留。",
        "请给整个内容加上英文引号：'\"三八\"节'。",
    ),
    (
        "标题: #2",
        "空格后面的“#”有特殊含义，后面的文字会丢失，已按文字保留。",
        '请给整个内容加上英文引号："#2"。',
    ),
    ("联系: @全体", "内容开头的“@”有特殊含义，已按文字保留。", '请给整个内容加上英文引号："@全体"。'),
    (
        "标签: *a",
        "“*a”是一种这里不能用的特殊写法。",
        "请直接写出内容；如果它本来就是文字，请在两头加上英文引号。",
    ),
]


@pytest.mark.parametrize(("text", "message", "hint"), MESSAGES, ids=[case[0] for case in MESSAGES])
def test_what_is_said(text: str, message: str, hint: str) -> None:
    _, (problem,) = read_header(text, 3, "plans/2026/计划.md", KNOWN)
    assert (problem.path, problem.line) == ("plans/2026/计划.md", 3)
    assert (problem.message, problem.hint) == (message, hint)


@pytest.mark.parametrize(("name", "text"), [case[:2] for case in ALL], ids=[case[0] for case in ALL])
def test_nothing_is_said_in_english(name: str, text: str) -> None:
    for problem in read_header(text, 1, "plans/a.md", KNOWN)[1]:
        quotations = r"“[^”]*”|" + "|".join(re.escape(line) for line in text.split() if line)
        assert not re.search("[A-Za-z]{2,}", re.sub(quotations + "|Tab", "", problem.message + problem.hint))
        assert problem.message.endswith("。")
        assert problem.hint.endswith("。")


def test_the_advice_is_good() -> None:
    """Whoever does what the hints of a kept text say has no problem left and the same text."""
    kept = [case for case in REPAIRS if case[3] and case[3][0].endswith(("-sign", "-value", "-quote"))]
    assert len(kept) > 15
    for _, text, _, _ in kept:
        mapping, problems = read_header(text, 1, "plans/a.md", KNOWN)
        found = re.search("英文引号：(.+)。", problems[0].hint)
        if len(problems) > 1 or found is None:
            continue
        value = mapping.entries[0].value
        assert isinstance(value, Scalar)
        again, left = read_header(f"{mapping.entries[0].key}: {found[1]}", 1, "plans/a.md", KNOWN)
        assert not left
        assert isinstance(again.entries[0].value, Scalar)
        assert again.entries[0].value.text == value.text


def scalars(node: Node | None) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [found for item in node.items for found in scalars(item)]
    return [found for entry in node.entries for found in scalars(entry.value)] if node else []


BITS = [
    "标题",
    "附件",
    "文件",
    "a.pdf",
    "16:20",
    ": ",
    "\n  ",
    "\n- ",
    "- ",
    "* ",
    "!!",
    " #",
    "---",
    "...",
    "<<",
]
SIGNS = ":#-[]{}'\"&*!|>%@`,?\\ "
HEADER_LIKE = st.lists(
    st.sampled_from(BITS) | st.sampled_from(SIGNS + "\n\t\u3000：－~\ufeff\u200b\u2028😀\0\r\ud800"),
    max_size=30,
).map("".join)


@given(HEADER_LIKE)
def test_nothing_raises_and_every_place_is_inside(text: str) -> None:
    mapping, problems = read_header(text, 4, "plans/a.md", KNOWN)
    lines = text.split("\n")
    found = scalars(mapping)
    places = [(node.line, node.column) for node in [*problems, *found]]
    places += [(entry.key_line, entry.key_column) for entry in mapping.entries]
    for line, column in places:
        assert 4 <= line < 4 + len(lines)
        assert 1 <= column <= len(lines[line - 4]) + 1
    if not set("\"'\\|>\u2028\r") & set(text):
        for scalar in found:
            for part in scalar.parts or (scalar,):
                assert lines[part.line - 4].startswith(part.text, part.column - 1)


LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters=BLANKS)
WORDS = st.text(LETTERS | st.sampled_from(SIGNS), min_size=1, max_size=30)
TEXTS = st.text(LETTERS | st.sampled_from(SIGNS) | st.just("\n"), max_size=30)


@pytest.mark.slow
@given(
    st.dictionaries(
        st.sampled_from(sorted(KNOWN)),
        TEXTS | st.lists(TEXTS, min_size=1) | st.lists(st.dictionaries(WORDS, TEXTS, min_size=1), min_size=1),
        min_size=1,
    )
)
def test_proper_yaml_is_read_as_yaml(values: dict[str, object]) -> None:
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
    mapping, problems = read_header(text, 1, "plans/a.md", KNOWN)
    assert not problems
    assert {entry.key: plain(entry.value) for entry in mapping.entries} == values


def plain(node: Node | None) -> object:
    """What YAML would construct; nothing is an empty text."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key: plain(entry.value) for entry in node.entries} if node else ""
