"""Rendered pages as passages: what is searched, where it leads, and what is left out."""

from __future__ import annotations

import textwrap

import pytest

from noticeboard.search.passages import passages_of, passages_of_text

DAYS = {"a-1": "2026年3月8日"}


def drawn(passages) -> list[str]:
    return [
        f"{one.kind}#{one.anchor} {one.text}" + (f" ({one.label})" if one.label else "") for one in passages
    ]


@pytest.mark.parametrize(
    ("body", "passages"),
    [
        ("<p>工会<strong>工作</strong>\n 计划</p>", ["b# 工会工作 计划"]),
        (
            '<h2 id="yi">一、任务</h2><p>甲</p><h3 id="er">二</h3><p>乙</p>',
            ["h#yi 一、任务", "b#yi 甲", "h#er 二", "b#er 乙"],
        ),
        (
            '<h2 id="yi">三月</h2><ul><li class="activity is-done" id="a-1"><span class="state">已完成</span> 8日 座谈会'
            "<ul><li>茶点</li></ul></li></ul><p>完</p>",
            ["h#yi 三月", "a#a-1 8日 座谈会 (2026年3月8日)", "a#a-1 茶点 (2026年3月8日)", "b#yi 完"],
        ),
        ("<ul><li>甲<br>乙</li><li>丙</li></ul>", ["b# 甲", "b# 乙", "b# 丙"]),
        (
            "<table><tr>\n<th>项目</th>\n<th>金额</th></tr><tr><td>茶 </td><td>12</td></tr></table>",
            ["b# 项目 ｜金额", "b# 茶 ｜12"],
        ),
        ('<p><a title="x > y" href="#">A &lt; B &amp; C</a></p>', ["b# A < B & C"]),
        ("<p>甲<!-- 乙 --></p><script>丙</script>", ["b# 甲"]),
        ("", []),
    ],
)
def test_bodies(body, passages):
    assert drawn(passages_of(f'<div class="nb-body">{body}</div>', DAYS)) == passages


def test_a_document_brings_its_facts_and_figures_and_nothing_of_other_documents():
    page = """
        <header><h1>标题</h1></header>
        <dl class="nb-facts">
          <div><dt>责任部门</dt><dd>总务处</dd></div>
          <div><dt>公示期</dt><dd><time>3月2日</time>至<time>3月6日</time> <span class="nb-state">公示中</span></dd></div>
          <div data-search="off"><dt>范围</dt><dd>对内</dd></div>
        </dl>
        <dl class="nb-amounts"><div><dt>建会率</dt><dd>≥95%</dd></div></dl>
        <div class="nb-body"><h2 id="x">办法</h2></div>
        <ul class="nb-files"><li><a href="a.pdf">附件一</a> <span class="nb-document__meta">PDF，3 KB</span></li></ul>
        <section><h2>相关文件</h2><ul><li>别的文件</li></ul></section>
        """
    assert drawn(passages_of(textwrap.dedent(page), {})) == [
        "f# 总务处 (责任部门)",
        "f# 3月2日至3月6日 (公示期)",
        "n# 建会率：≥95%",
        "h#x 办法",
        "f# 附件一",
    ]


def test_a_hand_written_page_is_text_throughout():
    page = '<h1 id="t">关于<a class="headerlink" href="#t">¶</a></h1><p>我们</p><pre><span class="filename">a.md</span><code>标题: 甲</code></pre>'
    assert drawn(passages_of_text(page)) == ["h#t 关于", "b#t 我们", "b#t 标题: 甲"]
