"""The checks of texts, beyond the samples of their manual pages: what they tell, and what they let pass."""

from __future__ import annotations

import pytest

from boards import plan, told
from stand_ins import stand_in

NOTICE = "---\n类型: 通知\n标题: {title}\n日期: 2026-03-01\n{head}---\n{body}\n"


@pytest.fixture
def codes(board):
    """`codes(body, title=…, head=…, **settings)`: `line code` of a notice's problems."""

    def check(body: str = "正文。", *, title: str = "通知一", head: str = "", **settings) -> list[str]:
        site = board({"plans/a.md": NOTICE.format(title=title, head=head, body=body)}, **settings)
        return [f"{problem.line} {problem.code}" for problem in site.problems]

    return check


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "20XX年", "20xx年3月", "201x年", "201X年", "20__年", "20**年", "20××年", "xx年", "第xx届", "××小学", "__街道", "____年__月", "晨工〔20XX〕3号", "（请填写）", "2OXX年", "xx老师", "~年", "X月X日", "×年×月",
    ],
)  # fmt: skip
def test_placeholders(codes, text: str) -> None:
    assert codes(f"关于{text}的工作。") == ["6 placeholder"]
    assert codes(title=f"关于{text}的工作") == ["3 placeholder"]
    assert codes(f"关于{text}的工作。", head="草稿: 是\n") == []
    assert codes(f"写成`{text}`的样子。") == []


@pytest.mark.parametrize(
    "text",
    ["2026年", "__全体人员__到会", "**2026**年", "姓名：____ 日期：____年__月__日", "Excel表", "max年", "0xx", "- [x] 年度总结", "3×2米", "***\n\n年", "X月报表", "X光检查", "A×月"],
)  # fmt: skip
def test_no_placeholders(codes, text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("20XX年3月8日 座谈", "incomplete-year"),
        ("20XX年上半年 总结", "placeholder"),
        ("20XX年春季运动会", "placeholder"),
        ("20XX年我们努力", "placeholder"),
        ("~年总结", "placeholder"),
        ("[ ] X月X日 座谈", "placeholder"),
    ],
)
def test_a_blank_at_the_front_of_an_item_is_told_once(board, item: str, code: str) -> None:
    site = board({"plans/a.md": plan(f"## 三月\n\n- {item}\n- 3月9日 走访\n")})
    assert [(problem.line, problem.code) for problem in site.problems] == [(10, code)]


def test_each_place_has_its_message(codes) -> None:
    assert codes("20XX年，__街道来访。\nxx公司的xx同志。") == ["6 placeholder"] * 2 + ["7 placeholder"] * 2


@pytest.mark.parametrize("text", ["请张三登记", "由李四负责", "某某学校", "某某某到会"])
def test_names_of_samples(codes, text: str) -> None:
    assert codes(text) == ["6 sample-name"]


@pytest.mark.parametrize("text", ["张三丰杯太极拳比赛", "数学组张三老师", "某项工作", "李四光的故事"])
def test_names_that_may_be_meant(codes, text: str) -> None:
    assert codes(text) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("把优异教师的□\n工作", ["6 likely-placeholder"]),
        (r"\_\_街道", ["6 likely-placeholder"]),
        ("20XX我们继续", ["6 likely-placeholder"]),
        ("在xx厂和xx科\n请选：□ 甲 □", ["6 likely-placeholder"]),
        ("申□办理", ["6 missing-glyph"]),
        ("一\ue004二", ["6 missing-glyph"]),
        ("□是 □否", []),
        ("是□否□", []),
        ("□ 同意", []),
        ("值\u202e班", ["6 bidi-control"]),
        ("值\u2066班", ["6 bidi-control"]),
        ("值\u200b班", ["6 invisible-character"]),
        ("值\u00ad班", ["6 invisible-character"]),
        ("值\ufeff班\u200b表", ["6 invisible-character"]),
        ("👨\u200d👩\u200d👧", []),
    ],
)  # fmt: skip
def test_signs(codes, text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_signs_in_a_title(codes) -> None:
    assert codes(title="值班\u202e表") == ["3 bidi-control"]


@pytest.mark.parametrize("text", ["1017年", "20226年", "2206年", "１０１７年"])
def test_years_that_cannot_be(codes, text: str) -> None:
    assert codes(f"{text}工会工作") == ["6 implausible-year"]
    assert codes(title=f"{text}工会工作") == ["3 implausible-year"]


@pytest.mark.parametrize(
    "text", ["2017年", "1921年", "五千年", "3000年历史", "近2200年", "1000年前", "12026年度", "10.1017年"]
)
def test_years_that_may_be(codes, text: str) -> None:
    assert [code for code in codes(text) if text != "12026年度"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1、一。2、二\n3、三", []),
        ("1、一\n2 、二\n3、三", []),
        ("1、一\n②二\n3、三", []),
        ("1、一\n2二\n3、三", []),
        ("1、一\n\n2：二\n\n3、三", []),
        ("1、一\n2、二\n4、四", ["8 number-skips"]),
        ("1. 一\n2. 二\n3. 三", []),
        ("1. 一\n1. 二\n1. 三", []),
        ("（1）一\n（3）三", ["7 number-skips"]),
        ("①一\n③三", ["7 number-skips"]),
        ("1、一\n（1）甲\n（2）乙\n2、二\n（1）甲\n（3）丙", ["11 number-skips"]),
        ("## 一、甲\n\n## 三、丙", ["8 number-skips"]),
        ("## 一、甲\n\n（一）子\n\n（二）丑\n\n## 二、乙\n\n（一）子", []),
        ("## 一、甲\n\n1、一\n\n## 二、乙\n\n3、三", []),
        ("1、一\n\n说明。\n\n2、二", []),
        ("```\n1. 一\n3. 三\n```", []),
    ],
)
def test_numbers_that_skip(codes, text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("＃ 标题", ["6 heading-not-shown"]),
        ("　　＃＃标题", ["6 heading-not-shown"]),
        ("正文\n\n    ## 标题", []),
        ("- ## 标题", ["6 heading-not-shown"]),
        ("##", ["6 heading-not-shown"]),
        ("##标题", []),
        ("一、标题", []),
        ("# 标题", []),
        ("- #1 号楼", []),
        ("```\n＃ 标题\n```", []),
    ],
)
def test_headings(codes, text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize("box", ["[ x ]", "[x ]", "[v]", "[×]", "[  ]", "(x)", "[x)", "【 √ 】", "[完成]"])
def test_boxes_badly_typed(board, box: str) -> None:
    assert told(board({"plans/a.md": plan(f"### 三月\n\n- {box} 8日 植树")})) == [
        "plans/a.md:10:3 warning bad-box"
    ]


@pytest.mark.parametrize(
    "box", ["[x]", "[ ]", "[]", "[X]", "[√]", "［ｘ］", "【 】", "[说明](a.md)", "[x](a.md)"]
)
def test_boxes_that_are_fine(board, box: str) -> None:
    site = board({"plans/a.md": plan(f"### 三月\n\n- {box} 8日 植树")})
    assert [problem.code for problem in site.problems if problem.code != "number-read-as-time"] == []


def test_a_box_glued_to_its_dash(board) -> None:
    site = board({"plans/a.md": plan("### 三月\n\n- 1日 踏青\n\n-[ ] 8日 植树")})
    (problem,) = site.problems
    assert (problem.code, problem.line, problem.hint) == ("bad-box", 12, "请写成“- [ ] ”。")


def test_terms(codes) -> None:
    terms = {"合理化推荐": "合理化建议", "教代会": "教代会（职代会）"}
    assert codes("征集合理化推荐，召开教代会（职代会）。", terms=terms) == ["6 term"]
    assert codes("教代会。合理化建议", title="合理化推荐", terms=terms) == ["3 term", "6 term"]
    assert codes("合理化推荐") == []


@pytest.mark.parametrize(
    "text",
    [
        "![](图.png)",
        "![图片](图.png)",
        "![图.png](图.png)",
        '<img src="图.png">',
        '<img src="图.png" alt="">',
    ],
)
def test_pictures_without_text(board, text: str) -> None:
    files = {"plans/a.md": plan(f"文字{text}"), "plans/图.png": b"1"}
    assert told(board(files)) == ["plans/a.md:8:3 warning picture-without-text"]


@pytest.mark.parametrize("text", ["![操场](图.png)", '<img src="图.png" alt="操场">', "[表](图.png)"])
def test_pictures_with_text(board, text: str) -> None:
    assert told(board({"plans/a.md": plan(f"文字{text}"), "plans/图.png": b"1"})) == []


@pytest.mark.parametrize(
    "text",
    [
        "![操场](http://pictures.example/a.png)",
        "![操场](//pictures.example/a.png)",
        '<img src="HTTPS://pictures.example/a.png" alt="操场">',
        "![操场](data:image/png;base64,iVBORw0KGgo=)",
        "![操场](https:pictures.example/a.png)",
        "![操场](/\\pictures.example/a.png)",
        "![操场](https:/pictures.example/a.png)",
        "![操场][1]\n\n[1]: //pictures.example/a.png",
        "![操场](ht\ttps://pictures.example/a.png)",
        '<img src="&#104;ttps:pictures.example" alt="操场">',
        '<IMG/SRC="///pictures.example" ALT="操场">',
        '<i style="background: u\\72l(//pictures.example)">操场</i>',
        '<b background="//pictures.example">操场</b>',
    ],
)
def test_pictures_from_elsewhere(board, text: str) -> None:
    assert told(board({"plans/a.md": plan(f"文字{text}")})) == ["plans/a.md:8:3 warning picture-outside"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "size", "expected"),
    [("图.JPG", 2**20 + 1, ["picture-too-large"]), ("图.jpg", 2**20, []), ("表.pdf", 2**22, [])],
)
def test_large_pictures(board, name: str, size: int, expected: list[str]) -> None:
    site = board({"plans/a.md": plan(f"![操场]({name})"), f"plans/{name}": stand_in(name).ljust(size, b"0")})
    assert [problem.code for problem in site.problems] == expected
    assert all("1.0 MB" in problem.message for problem in site.problems)


@pytest.mark.parametrize(
    ("target", "found"),
    [("#s-shang", True), ("#上", True), ("b.md#s-shang", True), ("b.md#下", False), ("#下", False), ("#%E4%B8%8A", True), ("../docs/x.md#a", True)],
)  # fmt: skip
def test_anchors(board, target: str, found: bool) -> None:
    files = {
        "plans/a.md": plan(f"[x]({target})\n\n## 上"),
        "plans/b.md": plan("## 上", title="乙"),
        "docs/x.md": "# x",
    }
    assert told(board(files)) == ([] if found else ["plans/a.md:8:1 warning anchor-missing"])


def test_an_activity_is_an_anchor(board) -> None:
    site = board({"plans/b.md": plan("### 三月\n\n- 8日 植树", title="乙")})
    anchor = site.catalog.shown[0].activities[0].anchor
    assert told(board({"plans/a.md": plan(f"[植树](b.md#{anchor})")})) == []


def test_files_that_nobody_links(board) -> None:
    files = {
        "plans/a.md": plan("[表](一/表.pdf)"),
        "plans/一/表.pdf": b"1",
        "plans/二/表.pdf": b"1",
        "plans/_草.pdf": b"1",
    }
    assert told(board(files), apart_from="") == ["plans/二/表.pdf:1:1 warning attachment-unlinked"]


def test_a_blank_behind_an_unreadable_time_is_told(board) -> None:
    site = board({"plans/a.md": plan("## 三月\n\n- 13月5日 20XX年我们去看看\n- 3月9日 走访\n")})
    assert (10, "placeholder") in [(problem.line, problem.code) for problem in site.problems]
