from __future__ import annotations

from collections.abc import Iterable

import pytest

from noticeboard.markup.body import items_below, outline, read_body
from noticeboard.markup.nodes import Heading, Item
from noticeboard.markup.plain import plain_text, written_lines
from noticeboard.markup.scanner import LineKind, lines_of, scan


def drawn(body: str) -> str:
    """The outline as text: headings with #, labels with :, items by their number, two spaces a level."""
    lines: list[str] = []

    def draw(items: Iterable[Item], depth: int) -> None:
        for item in items:
            sign = "-" if item.marker.number is None else str(item.marker.number)
            lines.append(
                "  " * depth + f"{sign} " + "/".join(text for _, _, text in written_lines(item.parts))
            )
            draw(items_below(item), depth + 1)

    for node in outline(read_body(body).blocks):
        if isinstance(node, Item):
            draw([node], 0)
        else:
            sign = "#" * node.level if isinstance(node, Heading) else ":"
            lines.append(f"{sign} {plain_text(node.parts).strip()}")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- 甲\n  - 乙\n    - 丙\n- 丁", "- 甲\n  - 乙\n    - 丙\n- 丁"),
        ("- 甲\n    - 乙\n    - 丙", "- 甲\n  - 乙\n  - 丙"),
        ("- 甲\n\t- 乙", "- 甲\n  - 乙"),
        ("- 甲\n - 乙", "- 甲\n- 乙"),
        ("1、甲\n（1）乙\n（2）丙\n2、丁", "1 甲\n  1 乙\n  2 丙\n2 丁"),
        ("1、甲\n（1）乙\n2、丙\n（2）丁", "1 甲\n  1 乙\n2 丙\n  2 丁"),
        ("1、甲\n（1）乙\n2、丙\n（1）丁", "1 甲\n  1 乙\n2 丙\n  1 丁"),
        ("（1）甲\n1、乙\n（2）丙", "1 甲\n1 乙\n2 丙"),
        ("（1）甲\n①乙\n②丙\n（2）丁", "1 甲\n  1 乙\n  2 丙\n2 丁"),
        ("1、甲\n①乙\n（1）丙", "1 甲\n  1 乙\n  1 丙"),
        ("- 甲\n（1）乙\n- 丙", "- 甲\n  1 乙\n- 丙"),
        ("- 甲\n2、乙\n- 丙\n3、丁", "- 甲\n2 乙\n- 丙\n3 丁"),
        ("1、甲\n\n（1）乙\n\n2、丙", "1 甲\n  1 乙\n2 丙"),
        ("1、甲\n\n段落\n\n2、乙", "1 甲\n: 段落\n2 乙"),
        ("1、甲\n续\n2、乙", "1 甲\n2 乙"),
        ("- 甲\n  续\n\n  段\n- 乙", "- 甲/续\n- 乙"),
        ("段落\n- 甲", ": 段落\n- 甲"),
        ("段落\n续\n1、甲", ": 续\n1 甲"),
        ("段落\n续\n3、甲", "3 甲"),
        ("段落\n续\n-", ": 续\n- "),
        ("甲方\n乙方\n- 丙", ": 乙方\n- 丙"),
        ("###三月\n#### 8日 ####\n#", "### 三月\n#### 8日"),
        ("####### 三月", "###### 三月"),
        ("  ## 三月", "## 三月"),
        ("　　## 三月", "## 三月"),
        ("- 甲\n## 三月\n2、乙", "- 甲\n## 三月\n2 乙"),
        ("三月\n---\n四月\n===", "## 三月\n# 四月"),
        ("段落\n三月\n---", ""),
        ("---\n- - -\n* * *\n- 甲", "- 甲"),
        ("- 甲\n---\n- 乙", "- 甲\n- 乙"),
        ("三月份：\n- 甲", ": 三月份：\n- 甲"),
        ("**三月**\n\n1、甲", ": 三月\n1 甲"),
        ("- 甲\n四月份：\n- 乙", "- 甲\n: 四月份：\n- 乙"),
        ("- 甲\n四月份\n- 乙", "- 甲\n: 四月份\n- 乙"),
        ("- 甲\n第二季度：\n- 乙", "- 甲\n: 第二季度：\n- 乙"),
        ("1、甲\n具体如下：\n（1）乙", "1 甲\n  1 乙"),
        ("- 甲\n四月份开展：\n续", "- 甲"),
        ("1、8日甲\n2、9日乙", "1 8日甲\n2 9日乙"),
        ("6、7月份甲", "- 6、7月份甲"),
        ("5、甲\n6、7月份乙", "5 甲\n6 7月份乙"),
        ("5、甲\n7、8月份乙", "5 甲\n- 7、8月份乙"),
        ("段落\n续\n6、7月份进行", "- 6、7月份进行"),
        ("```\n- 甲\n```\n- 乙", "- 乙"),
        ("~~~ text\n- 甲\n~~~~\n- 乙", "- 乙"),
        ("````\n```\n- 甲\n````\n- 乙", "- 乙"),
        ("```\n- 甲", ": ```\n- 甲"),
        ("- 甲\n  ```\n  - 乙\n  ```\n- 丙", "- 甲\n- 丙"),
        ("段\n续\n\n    - 甲\n\n    - 乙\n\n- 丙", ": 续\n- 甲\n- 乙\n- 丙"),
        ("段\n\n    1、甲\n    2、乙", ": 段\n1 甲\n2 乙"),
        ("三月：\n    - 甲", ": 三月：\n- 甲"),
        ("- 甲\n\n        - 码", "- 甲\n  - 码"),
        ("<!-- 甲\n- 乙\n-->\n- 丙", "- 丙"),
        ("<!-- 甲 --> 乙\n- 丙", ": 乙\n- 丙"),
        ("<!-- 甲\n- 乙", ": <!-- 甲\n- 乙"),
        ("<div>\n- 甲\n\n- 乙\n</div>\n- 丙", "- 丙"),
        ("<div>\n<div>\n</div>\n- 甲\n</div>\n- 乙", "- 乙"),
        ("<div>\n- 甲\n\n- 乙", "- 乙"),
        ("<div markdown>\n- 甲\n</div>", "- 甲"),
        ("<b>\n- 甲", ": <b>\n- 甲"),
        ("> - 甲\n> - 乙\n续\n\n- 丙", "- 丙"),
        ("> 甲\n- 乙", "- 乙"),
        ("|甲|乙|\n|-|-|\n|- 丙|丁|\n\n- 戊", "- 戊"),
        ("甲 | 乙\n---|---\n1、丙 | 丁", ""),
        ("!!! note\n    - 甲\n\n    - 乙\n- 丙", "- 丙"),
        ("[^1]: 注\n    - 甲\n\n- 乙", "- 乙"),
        ("　　1、甲\n　　2、乙", "1 甲\n2 乙"),
        ("　　1、甲\n　　说明\n　　2、乙", "1 甲\n2 乙"),
        ("（2026）3号文\n3.5万元\n10:30", ""),
        ("（一）甲\n一、乙", ": （一）甲\n: 一、乙"),
        ("一、甲\n\n乙", "## 一、甲"),
        ("一、甲\n乙\n", "## 一、甲"),
        ("一、甲，\n乙\n", ""),
        ("- 甲\n  一、乙\n- 丙", "- 甲\n- 丙"),
        ("- 甲\n一、乙\n丙", "- 甲\n## 一、乙"),
        ("- 甲\n三月\n乙", "- 甲"),
        ("- 甲\n三月份：植树\n乙", "- 甲"),
        ("- 甲。\n九月份 庆祝教师节\n乙", "- 甲。"),
        ("- 甲\n3月8日\n- 乙", "- 甲\n: 3月8日\n- 乙"),
        ("- 甲\n3月8日：\n- 乙", "- 甲\n: 3月8日：\n- 乙"),
        ("- 甲在\n三月 植树，\n- 乙", "- 甲在\n: 三月 植树，\n- 乙"),
    ],
)
def test_outline(body: str, expected: str) -> None:
    assert drawn(body) == expected


def test_places_are_those_of_the_file() -> None:
    heading, item = outline(read_body("## 三月\n\n  - [x] 甲\n    乙\n", 10).blocks)
    assert isinstance(heading, Heading) and isinstance(item, Item)
    assert (heading.line, heading.column) == (10, 4)
    assert (item.line, item.column, item.text_column, item.ticked, item.height) == (12, 3, 5, True, 2)
    assert [(part.line, part.column, part.text) for part in item.parts] == [(12, 9, "甲"), (13, 5, "乙")]


def test_carriage_returns_count_as_line_ends() -> None:
    assert [node.line for node in outline(read_body("- 甲\r\n- 乙\r- 丙").blocks)] == [1, 2, 3]


def test_other_line_separators_do_not_count() -> None:
    assert [node.line for node in outline(read_body("- 甲\u2028乙\x0b丙\n- 丁").blocks)] == [1, 2]


def test_depth_is_limited() -> None:
    rows = scan(lines_of("\n".join("  " * depth + "- 甲" for depth in range(50))))
    assert max(row.depth for row in rows) == 7


def test_one_row_for_each_line() -> None:
    body = "# 甲\n三月\n---\n- 乙\n```\n丙\n```\n<div>\n\n</div>\n!!! note\n    丁\n\n> 戊\n|a|b|\n|-|-|\n|1|2|\n\n    码"
    for is_page, last in ((False, LineKind.TEXT), (True, LineKind.CODE)):
        rows = scan(lines_of(body), is_page=is_page)
        assert [row.index for row in rows] == list(range(body.count("\n") + 1))
        assert rows[-1].kind is last


@pytest.mark.parametrize(
    ("typed", "text", "id"),
    [
        ("经费", "经费", ""),
        ("经费 ##", "经费", ""),
        ("经费##", "经费", ""),
        ("经费 {#jing-fei}", "经费", "jing-fei"),
        ("经费 ## {#jing-fei}", "经费", "jing-fei"),
        ("学 C#", "学 C#", ""),
        ("学 C# ##", "学 C#", ""),
        ("检查 3#", "检查 3#", ""),
        (r"经费\##", "经费##", ""),
        (r"经费\{#jing-fei}", "经费{#jing-fei}", ""),
    ],
)
def test_what_closes_or_names_a_heading(typed, text, id):
    (heading,) = read_body(f"## {typed}\n").blocks
    assert (plain_text(heading.parts), heading.asked) == (text, id)
