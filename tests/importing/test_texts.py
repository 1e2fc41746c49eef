"""Pasted texts and pages of the web: what is text stays, what surrounds it goes, what was cut is joined."""

import pytest

from noticeboard.importing.joining import is_cut
from noticeboard.importing.number_formats import FORMATS, written
from noticeboard.importing.placeholders import filled, hide
from noticeboard.importing.reading import read_draft
from noticeboard.inspection.passages import NotRead


def parts_of(text, name="a.txt"):
    return [
        (part.title, part.body)
        for part in read_draft(text if isinstance(text, bytes) else text.encode(), name).parts
    ]


def body_of(text, name="a.txt"):
    ((_, body),) = parts_of(text, name)
    return body


LONG = "认真贯彻上级工会的会议精神，围绕学校的中心工作，切实履行工会的"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LONG, "各项职能，为建设和谐校园出力。"),
        ("活动办得很好。通过这些活动的开展，增强教", "职工的责任心。"),
        (f"{LONG}职能，", "第一知情人、第一报告人的职责要落实。"),
        (f"发挥“教工之家的作用，{LONG}", "各项职能。"),
        ("1、" + LONG, "各项职能，出力。"),
        (LONG, "，各项职能"),
    ],
)
def test_sentences_that_a_page_has_cut(before, after):
    assert is_cut(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{LONG}职能。", "发挥作用，做好工作。"),
        (LONG, "二、主要工作"),
        (LONG, "1、做好工作。"),
        (LONG, "三月份"),
        (LONG, "三月份：植树，读书。"),
        (LONG, "晨光小学工会"),
        (LONG, "2026年1月10日"),
        ("（二）继续落实工资集体协商工作，提高权益保障力度", "继续坚持工作方针，不断扩大范围。"),
        ("全体教职工参加，自愿报名", "时间：3月8日，地点：礼堂。"),
        ("“一张没有合上的引号。", "另一段，另一句。”"),
        (f"{LONG}职工队伍。(4)", "四是相结合，做好工作。"),
        ("各工会小组：", "请按时参加，不得迟到。"),
    ],
)
def test_paragraphs_that_are_whole(before, after):
    assert not is_cut(before, after)


def test_what_surrounds_a_text_on_paper_and_on_the_web_goes():
    draft = read_draft(
        "首页 > 工会 > 计划\n发布时间：2026-01-01 来源：网 浏览：3\n2026年工会工作计划\n做好工作。\n- 3 -\n第 1 页 共 3 页\n上一篇：没有了\n分享到：微信\n版权所有 © 某网\n".encode(),
        "a.txt",
    )
    assert [(part.title, part.body) for part in draft.parts] == [("2026年工会工作计划", "做好工作。\n")]
    assert [remark.text for remark in draft.remarks] == ["7 行页码、网页导航之类的文字"]


@pytest.mark.parametrize(
    "line",
    [
        "3",
        "2026",
        "第3页的通知请大家看",
        "首页的图片要换",
        "分享会定在三月",
        "阅读活动：每月一次",
        "点击鼠标",
        "关闭窗户",
    ],
)
def test_what_only_looks_like_debris_stays(line):
    assert line in body_of(f"正文。\n{line}\n末尾。\n")


def test_signs_of_markdown_in_a_pasted_text_are_read():
    assert (
        body_of("## **二月**\n\n- 1、召开会议\n\\_\\_小学20\\_\\_年\n")
        == "## 二月\n\n- 1、召开会议\n\n__小学20__年\n"
    )


def test_gbk_is_read():
    assert (
        body_of("女教职工座谈会的安排如下，请各小组按时参加。\n".encode("gb18030"))
        == "女教职工座谈会的安排如下，请各小组按时参加。\n"
    )


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\0\x01\x02" * 100, b" \xe3\x80\x80 "])
def test_what_holds_no_text_is_told(data):
    with pytest.raises(NotRead):
        read_draft(data, "a.txt")


PAGE = """<html><head><title>某网</title><style>p{}</style><script>alert(1)</script></head><body>
<nav><a href="/">首页</a></nav><div style="display:none">藏着的</div>
<h1>2026年工会工作计划</h1>
<p>一、<b>要求</b><br>做好工作，见<a href="https://example.org/a">办法</a>。</p>
<ol start="3"><li>植树</li><li>读书<ul><li>选书</li></ul></li></ol>
<ol type="A"><li>甲</li></ol>
<table><tr><th colspan="2">项目</th></tr><tr><td>a</td><td>b<p>c</p></td></tr></table>
<table><tr><td><p>排版用的表格</p></td></tr></table>
<img src="http://example.org/x.png"><footer>版权所有</footer></body></html>"""


def test_a_page_of_the_web():
    draft = read_draft(PAGE.encode(), "a.html")
    ((title, body),) = [(part.title, part.body) for part in draft.parts]
    assert title == "2026年工会工作计划"
    assert body == (
        "## 一、要求\\n\\n做好工作，见[办法](https://example.org/a)。\\n\\n3. 植树\\n4. 读书\\n    - 选书\\nA. 甲\\n\\n"
        '<table>\\n<tr><th colspan="2">项目</th></tr>\\n<tr><td>a</td><td><p>b</p><p>c</p></td></tr>\\n</table>\\n\\n排版用的表格\\n'
    ).replace("\\n", "\n")
    assert "网页上的 1 幅图片" in draft.remarks[0].text


def test_a_page_in_the_old_encoding():
    page = '<meta charset="gb2312"><p>女教职工座谈会</p>'
    assert body_of(page.encode("gb18030"), "a.htm") == "女教职工座谈会\n"


def test_a_page_nested_without_end_is_told():
    with pytest.raises(NotRead, match="太深"):
        read_draft(b"<div>" * 100_000 + b"x", "a.html")


def test_markdown_keeps_its_front_matter_and_its_text():
    text = "---\n类型: 通知\n标题: 一\n---\n\n正文 **粗**。\n"
    (part,) = read_draft(text.encode(), "a.md").parts
    assert (part.head, part.body) == ("类型: 通知\n标题: 一", "正文 **粗**。\n")
    (part,) = read_draft(b"# \xe4\xb8\x80\n\ntext\n", "a.md").parts
    assert (part.title, part.body) == ("一", "text\n")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "工作计划篇一\n一、要求\n做好。\n工作计划篇二\n一、要求\n做好。\n",
            ["工作计划篇一", "工作计划篇二"],
        ),
        ("第一篇：甲校计划\n一、要求\n做好。\n第二篇：乙校计划\n做好。\n做好。\n", ["甲校计划", "乙校计划"]),
        (
            "一、要求\n做好工作。\n二、办法\n认真去做。\n新的一年，继续努力。\n一、目标\n做好工作。\n二、措施\n认真去做。\n",
            ["", ""],
        ),
        (
            "第一部分 总结\n一、成绩\n做好了。\n二、不足\n有一些。\n第二部分 计划\n一、目标\n做好。\n二、措施\n认真。\n",
            [""],
        ),
        ("一、成绩\n（一）甲\n做好了。\n二、不足\n（一）乙\n有一些。\n", [""]),
        ("2026年工会工作计划\n关于植树的通知已经发了。\n一、要求\n做好。\n", ["2026年工会工作计划"]),
    ],
)
def test_documents_in_one_file(text, titles):
    assert [title for title, _ in parts_of(text)] == titles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20XX年3月", "2026年3月"),
        ("20xx学年", "2026学年"),
        ("20__年，20\\_\\_年", "2026年，2026年"),
        ("201x年", "201x年"),
        ("202X年", "2026年"),
        ("xx年", "2026年"),
        ("xx公司，XX同志，2026年", "xx公司，XX同志，2026年"),
        ("120XX年", "120XX年"),
    ],
)
def test_years_that_were_blacked_out(text, expected):
    assert filled(text, "2026")[0] == expected
    hidden = hide(text)
    assert hidden.restored(hidden.text) == text


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("chineseCountingThousand", 10, "十"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1001, "一千〇一"),
        ("chineseLegalSimplified", 20, "贰拾"),
        ("decimalEnclosedCircle", 21, "21"),
        ("ideographZodiacTraditional", 61, "甲子"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 49, "xlix"),
        ("ordinal", 112, "112th"),
        ("numberInDash", 3, "- 3 -"),
        ("decimal", 0, "0"),
        ("chineseCounting", 10_000_000, "10000000"),
        ("none", 5, ""),
    ],
)
def test_numbers_as_word_writes_them(form, number, expected):
    assert written(number, form) == expected


def test_every_form_writes_every_number_up_to_a_hundred():
    assert all(isinstance(written(number, form), str) for form in FORMATS for number in range(101))
