"""What is searched, where it leads, and what is left out: of a body, of the facts around it, and of a hand-written page."""

from __future__ import annotations

import pytest

from boards import load_board
from noticeboard import times
from noticeboard.content.activities.activity_reader import read_activities
from noticeboard.markup.body import read_body
from noticeboard.markup.html_text import read_html
from noticeboard.search.hand_written import passages_of_page
from noticeboard.search.passages import passages_of
from noticeboard.search.sources import texts_of_site
from noticeboard.views import PageRenderer

CONTEXT = times.Context(period=times.read_period("2026年"))


def drawn(passages) -> list[str]:
    return [
        f"{one.kind}#{one.anchor} {one.text}" + (f" ({one.label})" if one.label else "") for one in passages
    ]


@pytest.mark.parametrize(
    ("body", "passages"),
    [
        ("工会**工作**\nABC\nDEF", ["b# 工会工作", "b# ABC", "b# DEF"]),
        ("## 一、任务\n甲\n### 二\n乙", ["h#yi-ren-wu 一、任务", "b#yi-ren-wu 甲", "h#s-er 二", "b#s-er 乙"]),
        ("- 甲<br>乙\n- [x] 丙", ["b# 甲", "b# 乙", "b# 丙"]),
        ("|项目|金额|\n|-|-|\n|茶|12|\n||3|", ["b# 项目 ｜金额", "b# 茶 ｜12", "b# 3"]),
        ('[A < B &amp; C](a.md "x > y")', ["b# A < B & C"]),
        ("甲<!-- 乙 -->\n\n<script>丙</script>", ["b# 甲"]),
        ("<table><tr><td>甲</td><td>乙</td></tr></table>", ["b# 甲 ｜乙"]),
        ("<details><summary>甲</summary>\n\n- 乙\n\n</details>\n丙", ["b# 甲", "b# 乙", "b# 丙"]),
        ("!!! warning\n    甲\n\n> 乙\n\n```\n丙\n丁\n```", ["b# 注意", "b# 甲", "b# 乙", "b# 丙 丁"]),
        ("甲[^1]\n\n[^1]: 乙\n\n丙", ["b# 甲", "b# 丙", "b# 乙"]),
        ("张*明、李**、138****5678", ["b# 张*明、李**、138****5678"]),
        ("", []),
    ],
)
def test_bodies(body, passages):
    assert drawn(passages_of(read_body(body))) == passages


def test_an_activity_leads_to_itself_and_is_found_by_its_days():
    body = read_body("## 三月\n- [x] 8日 座谈会\n  - 茶点\n\n完")
    activities, _ = read_activities(body, path="a.md", kind="plan", context=CONTEXT)
    anchor = activities[0].anchor
    assert drawn(passages_of(body, activities, {anchor: "2026年3月8日"})) == [
        "h#san-yue 三月",
        f"a#{anchor} 8日 座谈会 (2026年3月8日)",
        f"a#{anchor} 茶点 (2026年3月8日)",
        "b#san-yue 完",
    ]


DISCLOSURE = """---
类型: 公开
标题: 预算
日期: 2026-03-02
类别: 财务
责任部门: 总务处
公示期: 2026-03-02 至 2026-03-06
编号: 公〔2026〕3号
依据: 章程
公开形式: [网站, 上墙]
张贴地点: [门厅]
审核: 监察
联系: 内线8203
撤下: 2026-12-31
附件: [表.csv]
---
"""
PROPOSAL = """---
类型: 提案
标题: 食堂
日期: 2026-03-02
届次: 三届二次
提案人: 代表一
附议人: [代表二, 代表三]
立案: 立案
承办: 总务处
期限: 2026-05-01
答复日期: 2026-04-01
满意度: 满意
---
"""
SUMMARY = "---\n类型: 总结\n标题: 总结\n日期: 2026-12-02\n期间: 2026年\n数据:\n  - 建会率: 95%\n---\n"


def test_the_search_says_of_a_document_what_its_page_says(tmp_path):
    files = {"plans/a.md": DISCLOSURE, "plans/表.csv": "甲\n", "plans/b.md": PROPOSAL, "plans/c.md": SUMMARY}
    site = load_board(tmp_path, files)
    assert not site.has_errors
    pages, _ = PageRenderer(site.catalog).make(site.pages, ())
    found = {}
    for one in texts_of_site(site):
        found[one.title] = drawn(one.passages[2:])
        shown = " ".join(text for text, *_ in read_html(pages[one.address].html))
        for passage in one.passages[2:]:
            for word in (passage.label, *passage.text.split("：")):
                assert word in shown
    assert found["预算"] == [
        "f# 公〔2026〕3号 (编号)", "f# 财务 (类别)", "f# 总务处 (责任部门)", "f# 2026年3月2日至2026年3月6日 (公示期)", "f# 章程 (依据)",
        "f# 网站、上墙 (公开形式)", "f# 门厅 (张贴地点)", "f# 监察 (审核)", "f# 内线8203 (联系)", "f# 2026年12月31日 (有效至)", "f# 表.csv",
    ]  # fmt: skip
    assert found["食堂"] == [
        "f# 三届二次 (届次)", "f# 代表一 (提案人)", "f# 代表二、代表三 (附议人)", "f# 立案 (立案)", "f# 总务处 (承办)",
        "f# 2026年5月1日 (答复期限)", "f# 2026年4月1日 (答复日期)", "f# 满意 (满意度)",
    ]  # fmt: skip
    assert found["总结"] == ["f# 2026年 (期间)", "n# 建会率：95%"]


def test_a_hand_written_page_is_text_throughout():
    page = '<h1 id="t">关于<a class="headerlink" href="#t">¶</a></h1><p>我们</p><pre><span class="filename">a.md</span><code>标题: 甲</code></pre>'
    assert drawn(passages_of_page(page)) == ["h#t 关于", "b#t 我们", "b#t 标题: 甲"]
    assert drawn(passages_of_page("<p>甲<br>乙</p><li>丙<ul><li>丁</ul><script>戊</script><p>己")) == [
        "b# 甲",
        "b# 乙",
        "b# 丙",
        "b# 丁",
        "b# 己",
    ]


BOX = {"opinion_box": {"place": "行政楼一楼", "email": "yijian@board.example"}, "feedback": "向工会提出"}


def test_what_the_settings_say_is_no_documents(tmp_path):
    """Else 意见箱 and 行政楼 would find every disclosure."""
    site = load_board(tmp_path, {"plans/a.md": DISCLOSURE, "plans/表.csv": "甲\n"}, disclosure=BOX)
    (found,) = texts_of_site(site)
    said = " ".join(passage.text for passage in found.passages)
    for word in ("意见箱", "行政楼", "yijian", "向工会提出"):
        assert word not in said
    pages, _ = PageRenderer(site.catalog).make(site.pages, ())
    assert "意见箱：行政楼一楼" in pages[found.address].html
