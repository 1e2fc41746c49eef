"""Word files of plans as careful officers make them, each with the activities that it says: headings, lists and tables.

Every way to write a heading is met with every way to write a month and what is done in it; words and days are drawn
from a seed, so that the files are always the same. Numbers of all kinds are automatic in some and typed in others.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from xml.sax.saxutils import escape

sys.path.append("tests")
_CHINESE = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_ACTS = (
    "召开女教职工座谈会", "组织会员植树", "举办教职工趣味运动会", "开展“安全月”宣传", "走访慰问退休教师", "举行师德演讲比赛", "组织青年教师读书会", "召开教代会代表团长会议",
    "开展合理化建议征集活动", "组织会员体检", "举办健康知识讲座", "评选先进工会小组", "慰问生病会员", "开展困难职工摸底调查", "召开工会委员会", "举行乒乓球比赛", "组织观看爱国主义影片",
    "办理会员互助保险续保", "开展“送清凉”慰问", "检查教代会决议落实情况", "组织教职工合唱排练", "完成工会经费年度审计", "举办插花培训", "开展消防演练", "公布上半年经费收支情况", "总结全年工会工作",
)  # fmt: skip
_PROSE = (
    "坚持服务大局、服务会员，把会员的意见带到会上，把会上的决定带回小组。",
    "以建设合格职工小家为目标，扎实做好各项基础工作，不断增强凝聚力。",
    "各工会小组要按照要求认真落实，做到有布置、有检查。",
)
_PLACES = ("", "", "", "（地点：礼堂）", "（负责：文体组）")


@dataclass(frozen=True, slots=True)
class CleanPaper:
    """A file and what it says: months and words of each activity."""

    name: str
    data: bytes
    activities: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Item:
    month: int
    day: int
    text: str
    place: str

    @property
    def written(self) -> str:
        return f"{f'{self.day}日 ' if self.day else ''}{self.text}{self.place}"


def clean_papers() -> Iterator[CleanPaper]:
    """All of them, each by its name."""
    for head, heading in _HEADINGS.items():
        for form, schedule in _SCHEDULES.items():
            name = f"{head}, {form}"
            items = list(_items(random.Random(name)))
            title = _paragraph("2026年工会工作计划", '<w:pStyle w:val="Title"/>')
            body = title + heading(1, "指导思想") + _paragraph(_PROSE[0]) + heading(1, "主要工作")
            body += (
                heading(2, "民主管理")
                + _paragraph(_PROSE[1])
                + heading(2, "队伍建设")
                + _paragraph(_PROSE[2])
            )
            body += heading(1, "逐月安排") + schedule(_by_month(items))
            body += _paragraph("晨光小学工会", _RIGHT) + _paragraph("2026年1月10日", _RIGHT)
            data = import_module("importing.word_files").docx(body, styles=_STYLES, numbering=_NUMBERING)
            yield CleanPaper(name, data, tuple((item.month, item.text) for item in items))


def _items(chance: random.Random) -> Iterator[_Item]:
    acts = chance.sample(_ACTS, len(_ACTS))
    for month in sorted(chance.sample(range(1, 13), 7)):
        days = sorted(chance.sample(range(1, 29), 3))
        for day in days[: chance.randint(1, 3)]:
            yield _Item(month, chance.choice((0, day)), acts.pop(), chance.choice(_PLACES))


def _by_month(items: Sequence[_Item]) -> Mapping[int, list[_Item]]:
    months: dict[int, list[_Item]] = {}
    for item in items:
        months.setdefault(item.month, []).append(item)
    return months


_RIGHT = '<w:jc w:val="right"/>'
_FORMS = {
    1: ("chineseCounting", "%1、"), 2: ("chineseCountingThousand", "（%2）"), 3: ("decimal", "%3."), 4: ("decimal", "（%4）"), 5: ("decimalEnclosedCircle", "%5"),
}  # fmt: skip
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + "".join(
        f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in _FORMS.items()
    )
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in (1, 2, 3)
    )
)


def _paragraph(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _numbered(text: str, level: int, properties: str = "", number: int = 1) -> str:
    reference = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{number}"/></w:numPr>'
    return _paragraph(text, properties + reference)


def _counter(write: Callable[[int, int, str], str]) -> Callable[[int, str], str]:
    """A way to write headings by level and text that is told how many of that level there were before."""
    counts = {1: 0, 2: 0}

    def heading(level: int, text: str) -> str:
        if text == "指导思想":
            counts.update({1: 0, 2: 0})
        counts[level] += 1
        counts[2] *= level == 2
        return write(level, counts[level], text)

    return heading


def _typed_number(level: int, count: int) -> str:
    return f"{_CHINESE[count]}、" if level == 1 else f"（{_CHINESE[count]}）"


_HEADINGS: Mapping[str, Callable[[int, str], str]] = {
    "styles": lambda level, text: _paragraph(text, f'<w:pStyle w:val="H{level}"/>'),
    "styles with numbers": lambda level, text: _numbered(text, level, f'<w:pStyle w:val="H{level}"/>'),
    "numbers typed below styles": _counter(
        lambda level, count, text: _paragraph(
            _typed_number(level, count) + text, f'<w:pStyle w:val="H{level}"/>'
        )
    ),
    "outline levels": _counter(
        lambda level, count, text: _paragraph(
            _typed_number(level, count) + text, f'<w:outlineLvl w:val="{level - 1}"/>'
        )
    ),
    "typed numbers": _counter(lambda level, count, text: _paragraph(_typed_number(level, count) + text)),
    "automatic numbers": lambda level, text: _numbered(text, level),
}


def _months(write_month: Callable[[int], str], write_item: Callable[[int, _Item], str]) -> Any:
    def schedule(months: Mapping[int, list[_Item]]) -> str:
        return "".join(
            write_month(month) + "".join(write_item(count, item) for count, item in enumerate(items, 1))
            for month, items in months.items()
        )

    return schedule


def _table(months: Mapping[int, list[_Item]], *, counts: bool, merges: bool) -> str:
    head = [*["序号"] * counts, "月份", "工作内容"]
    rows = [_row(head)]
    count = 0
    for month, items in months.items():
        if not merges:
            cells = [f"{_CHINESE[month]}月", [item.written for item in items]]
            rows.append(_row([*[str(count := count + 1)] * counts, *cells]))
            continue
        for place, item in enumerate(items):
            count += 1
            merge = "" if len(items) == 1 else '<w:vMerge w:val="restart"/>' if not place else "<w:vMerge/>"
            time = f"{month}月" if not place else ""
            rows.append(_row([*[str(count)] * counts, time, item.written], merge, place=int(counts)))
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def _row(cells: Sequence[str | list[str]], merge: str = "", place: int = 0) -> str:
    made = ""
    for number, cell in enumerate(cells):
        lines = [cell] if isinstance(cell, str) else cell
        properties = f"<w:tcPr>{merge if number == place else ''}</w:tcPr>"
        made += f"<w:tc>{properties}{''.join(map(_paragraph, lines))}</w:tc>"
    return f"<w:tr>{made}</w:tr>"


def _month_styled(month: int) -> str:
    return _paragraph(f"{_CHINESE[month]}月", '<w:pStyle w:val="H3"/>')


_SCHEDULES: Mapping[str, Callable[[Mapping[int, list[_Item]]], str]] = {
    "styled months, typed 1、": _months(_month_styled, lambda n, item: _paragraph(f"{n}、{item.written}")),
    "styled months, bullets": _months(_month_styled, lambda n, item: _numbered(item.written, 1, number=2)),
    "styled months, automatic 1.": _months(_month_styled, lambda n, item: _numbered(item.written, 3)),
    "months with a colon, typed 1.": _months(
        lambda month: _paragraph(f"{month}月份："), lambda n, item: _paragraph(f"{n}. {item.written}")
    ),
    "bold months, automatic （1）": _months(
        lambda month: f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{_CHINESE[month]}月份</w:t></w:r></w:p>",
        lambda n, item: _numbered(item.written, 4),
    ),
    "numbered months, circled items": _months(
        lambda month: _numbered(f"{_CHINESE[month]}月", 3), lambda n, item: _numbered(item.written, 5)
    ),
    "months typed （一）, semicolons": lambda months: "".join(
        _paragraph(f"（{_CHINESE[count]}）{month}月：{'；'.join(item.written for item in items)}。")
        for count, (month, items) in enumerate(months.items(), 1)
    ),
    "plain paragraphs": _months(
        lambda month: _paragraph(f"{_CHINESE[month]}月"), lambda n, item: _paragraph(f"{item.written}。")
    ),
    "table": lambda months: _table(months, counts=False, merges=False),
    "table that counts its rows": lambda months: _table(months, counts=True, merges=False),
    "table with merged months": lambda months: _table(months, counts=False, merges=True),
    "table with merged months that counts": lambda months: _table(months, counts=True, merges=True),
}
