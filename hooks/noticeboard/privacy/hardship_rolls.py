"""Rolls: a title that says what all below it have in common, 困难职工名单, and bare names, or a table of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from noticeboard.patterns import pattern_of
from noticeboard.privacy.person_names import NAME, is_name

_KIND = (
    r"救助(?!站|中心|金额|标准)|困难(?!.{0,6}(?:学生|程度|申报|申请))|特困|低保|贫困(?!地区|村|县)|因病|患病|生病|大病|重病|住院|病[故逝休退假]|去世|离世|逝世|残疾|伤残|工伤|单亲|丧偶|失独|离异|孤儿"
    r"|处分|违纪|上访|信访|来访|投诉|体检异常|(?:结果|指标)异常|复查|孕|流产|失业|下岗|受灾|献血不合格"
)
_KINDS = pattern_of(_KIND)
_TITLE = pattern_of(
    rf"(?=[^。；：:]{{0,40}}(?:{_KIND}))[^。；]{{0,40}}(?:名单|名册|花名册|人员|一览表?|登记表?|汇总表?|明细表?|发放表|统计表|公示|如下|台账)(?:[（(][^（）()]{{0,12}}[）)])?\s*[：:]?"
)
_OF_HELPERS = pattern_of(
    r"走访|看望|探望|慰问组|小组|领导|成员|委员|志愿|捐|先进|优秀|模范|负责|联系|结对|讲座|培训|接待|值班|评审|评议|工作人员|代表|专家|医[生师院]|供应|经费|标准|样式|空白|模板"
)
_MARK = (
    r"\s*(?:[-*+•·]\s+|#{1,6}\s+|>\s*|[0-9]{1,3}[、.)）．\s]\s*|[（(][0-9一二三四五六七八九十]{1,3}[）)]\s*)*"
)
_DECORATION = pattern_of(r"[#>*_\s]+")
_ENTRY = pattern_of(
    rf"{_MARK}(?:[^：:，。\s]{{1,8}}[：:]\s*)?(?:\*\*)?(?P<name>{NAME})(?:\*\*)?(?:同志|老师|师傅)?(?P<rest>(?:[\s、，,；;]+.{{0,24}})?)"
)
_HEADER = pattern_of(
    r"\s*|-{3,}|[\u4e00-\u9fffA-Za-z]{2,8}[：:].*|[（(].{0,20}[）)]|.{0,30}[（(]?(?:共|合计)[0-9一二三四五六七八九十]+[人名户].{0,10}"
)
"""What may stand between a title and its names: blank lines, fields of a document's head, a count."""
_NAME_HEAD = pattern_of(r"(?:职工|教师|会员|本人|学生|申请人)?姓\s*名")
_FARTHEST = 16


def names_in_rolls(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The first name of each roll: the number of its line, where it begins in it, and the name."""
    for number, line in enumerate(lines):
        if _is_title(line):
            found = _first_name(lines, number + 1)
            if found is not None:
                yield found


def _is_title(line: str) -> bool:
    if line.startswith("|") or len(line) > 80 or not _KINDS.search(line):
        return False
    bare = re.sub(
        r"^(?:标题|附[件表录]?[0-9一二三四五六七八九十]*)\s*[：:]\s*", "", _DECORATION.sub("", line)
    )
    return bool(_TITLE.fullmatch(bare)) and not _OF_HELPERS.search(bare)


def _first_name(lines: Sequence[str], start: int) -> tuple[int, int, str] | None:
    for number in range(start, min(start + _FARTHEST, len(lines))):
        line = lines[number]
        if line.startswith("|"):
            return _in_table(lines, number)
        entry = _ENTRY.fullmatch(line)
        if entry and is_name(entry["name"]) and "。" not in entry["rest"]:
            return number, entry.start("name"), entry["name"]
        if not _HEADER.fullmatch(line):
            return None
    return None


def _in_table(lines: Sequence[str], start: int) -> tuple[int, int, str] | None:
    """The first name in the column 姓名 of the table that begins at line `start`."""
    heads = [cell.strip(" *_\t\u3000") for cell in lines[start].split("|")]
    column = next((index for index, head in enumerate(heads) if _NAME_HEAD.fullmatch(head)), None)
    if column is None:
        return None
    for number in range(start + 1, min(start + 4, len(lines))):
        cells = lines[number].split("|")
        if column < len(cells) and is_name(name := cells[column].strip(" *_\t\u3000")):
            return number, sum(len(cell) + 1 for cell in cells[:column]) + cells[column].index(name), name
    return None
