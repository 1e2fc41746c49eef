"""Text is text: what officers type with stars and tildes that is no emphasis, and what is."""

from __future__ import annotations

import pytest

from noticeboard.markup.inline import plain_of
from noticeboard.markup.links import links_of
from noticeboard.markup.render import Renderer


@pytest.mark.parametrize(
    "text",
    [
        "张*明、李*华、王*",
        "*张*、*李*",
        "张**、李**、王**",
        "张**、李**同志",
        "张**（男）、李**（女）",
        "张** 李** 王**",
        "（张**、李**）",
        "【张**】【李**】",
        "138****5678、139****1234",
        "138**56、139**78",
        "1381234****、1391234****",
        "京A**123、京A**456",
        "京A**、京B**",
        "200元*85人…500元*6人",
        "200元**85人，500元**6人",
        "甲**1人、乙**2人",
        "长*宽*高",
        "9:00~~11:00，2:00~~4:00",
        "上午~~11:00，下午~~4:00",
        "3月~~5月、6月~~8月",
        "~ 甲 ~",
        "~~~~甲~~~~",
        "****甲****",
        "** 甲 **",
        "**甲",
        "甲**",
        "**",
        "*",
        "***",
        "姓名____电话____",
        "（__）分，（__）分",
        "（_3_）分",
        "a_b_c、__init__1",
        r"\\192.168.1.5\共享",
        r"\\server\文件",
        "[待定]、[x]、[甲][乙]",
        "a[1]、b[2]",
        "3<5、x<y>z、<三月>",
        "A&B、R&D;、&nosuch;",
        "C#、[^1]",
        "src/**/*.py、docs/**/*.md",
    ],
)
def test_what_is_typed_is_shown(text: str) -> None:
    assert plain_of(text) == text
    html = Renderer().render(f"甲：{text}").html
    assert "<strong>" not in html and "<em>" not in html and "<del>" not in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**重点**", "<strong>重点</strong>"),
        ("**重点：**植树", "<strong>重点：</strong>植树"),
        ("开展**读书**活动", "开展<strong>读书</strong>活动"),
        ("开展**“读书”**活动", "开展<strong>“读书”</strong>活动"),
        ("关于**（试行）**的", "关于<strong>（试行）</strong>的"),
        ("（**重点**）", "（<strong>重点</strong>）"),
        ("**3月8日** 座谈", "<strong>3月8日</strong> 座谈"),
        ("经费：**500**元", "经费：<strong>500</strong>元"),
        ("共**3,000元**", "共<strong>3,000元</strong>"),
        ("**合计：**500元", "<strong>合计：</strong>500元"),
        ("***重点***", "<strong>重点</strong>"),
        ("~~8日 植树~~", "<del>8日 植树</del>"),
        ("改为~~三月~~四月", "改为<del>三月</del>四月"),
        ("**张*明**", "<strong>张*明</strong>"),
        ("**甲 ~~乙~~**", "<strong>甲 <del>乙</del></strong>"),
        ("__植树__ _节_", "<strong>植树</strong> <em>节</em>"),
        ("**甲\n乙**", "<strong>甲乙</strong>"),
        ("**见[通知**](a.md)", '**见<a href="a.md">通知**</a>'),
        ("[**通**知](a.md)", '<a href="a.md"><strong>通</strong>知</a>'),
        ("`**甲**`", "<code>**甲**</code>"),
        ("<b>甲 **乙</b> 丙**", "<b>甲 **乙</b> 丙**"),
    ],
)
def test_what_is_emphasised(text: str, html: str) -> None:
    assert Renderer().render(text).html == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[甲](a(1)(2).md)", "a(1)(2).md"),
        ("[甲](a(b(c)).md)", "a(b(c)).md"),
        ("[甲](2026 计划.md)", "2026 计划.md"),
        ("[甲](<b c.md> '题')", "b c.md"),
        ("[甲[1]](a.md)", "a.md"),
        ("<a@example.org>", "mailto:a@example.org"),
    ],
)
def test_targets(text: str, target: str) -> None:
    assert [link.target for link in links_of(text)] == [target]
