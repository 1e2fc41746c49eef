"""A seeded corpus of Chinese union documents, the same bytes on every machine."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

_SUBJECTS = [
    "工会委员会",
    "女工委员",
    "体育组",
    "各年级组",
    "东校区",
    "教代会代表",
    "青年教师",
    "退休教师",
    "后勤处",
    "教务处",
    "全体会员",
    "工会小组",
]
_VERBS = [
    "组织",
    "召开",
    "开展",
    "举办",
    "落实",
    "走访",
    "慰问",
    "检查",
    "公布",
    "征集",
    "讨论",
    "总结",
    "表彰",
    "培训",
    "评选",
    "整理",
]
_OBJECTS = [
    "教职工代表大会",
    "女教师座谈会",
    "趣味运动会",
    "篮球比赛",
    "读书交流活动",
    "春季踏青",
    "困难教职工走访",
    "工会经费预算",
    "校务公开检查",
    "合理化建议征集",
    "师德演讲比赛",
    "青年教师结对",
    "教职工体检",
    "暑期疗休养",
    "食堂满意度调查",
    "健步走活动",
    "教师节表彰",
    "新会员入会仪式",
    "劳动保护检查",
    "提案办理",
]
_TAILS = [
    "做到事前有通知",
    "事后有小结",
    "经费按预算执行",
    "结果在公示栏公布",
    "听取会员意见",
    "安排专人负责",
    "材料及时归档",
    "保证人人参与",
]
_PLACES = ["大礼堂", "操场", "会议室", "教工之家", "图书馆", "体育馆"]


@dataclass(frozen=True, slots=True)
class Sample:
    """One generated document."""

    name: str
    """File name without its ending; ASCII, so that a plain generator makes the same addresses."""
    header: str
    """Front matter with its two `---` lines."""
    body: str
    """Markdown of about the length that was asked for, in characters."""


def generate(count: int, *, length: int = 2000, seed: int = 20260301) -> Iterator[Sample]:
    """`count` documents with bodies of about `length` characters."""
    chance = random.Random(seed)
    for index in range(count):
        make = chance.choices(tuple(_SHARES), tuple(_SHARES.values()))[0]
        yield make(index, 2020 + index % 7, length, chance)


def _plan(index: int, year: int, length: int, chance: random.Random) -> Sample:
    lines = ["## 一、指导思想", "", _paragraph(chance, 160), "", "## 二、逐月安排", ""]
    for month in range(1, 13):
        lines += [f"### {month}月", "", *(_item(chance) for _ in range(3)), ""]
    return _sample(
        "计划",
        "plan",
        f"{year}年第{index}号工作计划",
        index,
        year,
        f"期间: {year}年\n",
        lines,
        length,
        chance,
    )


def _summary(index: int, year: int, length: int, chance: random.Random) -> Sample:
    lines = ["## 一、主要工作", ""]
    for _ in range(4):
        lines += [_paragraph(chance, 200), ""]
    more = f"期间: {year}年\n数据:\n  - 慰问: {chance.randint(10, 300)}人次\n  - 慰问支出: {chance.randint(1, 9)}万余元\n"
    return _sample(
        "总结", "summary", f"{year}年第{index}号工作总结", index, year, more, lines, length, chance
    )


def _disclosure(index: int, year: int, length: int, chance: random.Random) -> Sample:
    more = f"类别: {chance.choice(('财务', '基建与采购', '后勤与食堂'))}\n责任部门: 总务处\n公示期: 5个工作日\n公开形式: [网站, 上墙]\n"
    more += "依据: 校务会议决定\n反馈: 投入一楼意见箱\n联系: 办公室\n"
    return _sample(
        "公开", "disclosure", f"第{index}号事项公开", index, year, more, _table(chance), length, chance
    )


def _proposal(index: int, year: int, length: int, chance: random.Random) -> Sample:
    more = f"届次: 三届{chance.choice('一二三四')}次\n提案人: 代表{index}\n立案: 立案\n承办: 总务处\n"
    lines = ["## 案由", "", _paragraph(chance, 300), "", "## 答复", "", _paragraph(chance, 300), ""]
    return _sample("提案", "proposal", f"关于第{index}号事项的提案", index, year, more, lines, length, chance)


def _notice(index: int, year: int, length: int, chance: random.Random) -> Sample:
    return _sample(
        "通知", "notice", f"关于第{index}号事项的通知", index, year, "", _table(chance), length, chance
    )


_SHARES = {_plan: 21, _summary: 13, _disclosure: 36, _proposal: 14, _notice: 16}
"""How many of a hundred documents are of each type: as on the sample board."""


def _table(chance: random.Random) -> list[str]:
    lines = ["各工会小组：", "", "| 项目 | 数量 | 备注 |", "| --- | ---: | --- |"]
    lines += [
        f"| {chance.choice(_OBJECTS)} | {chance.randint(1, 500)} | {chance.choice(_TAILS)} |"
        for _ in range(8)
    ]
    return [*lines, ""]


def _sample(
    kind: str,
    name: str,
    title: str,
    index: int,
    year: int,
    more: str,
    lines: list[str],
    length: int,
    chance: random.Random,
) -> Sample:
    header = f"---\n类型: {kind}\n标题: {title}\n日期: {year}-01-10\n{more}标签: [工会, 年度]\n---\n\n"
    return Sample(f"{name}-{index:05}", header, _filled(lines, length, chance))


def _filled(lines: list[str], length: int, chance: random.Random) -> str:
    lines += ["## 要求", ""]
    while sum(len(line) + 1 for line in lines) < length:
        lines += [_paragraph(chance, 180), ""]
    return "\n".join(lines) + "\n"


def _paragraph(chance: random.Random, length: int) -> str:
    text = ""
    while len(text) < length:
        text += f"{chance.choice(_SUBJECTS)}要{chance.choice(_VERBS)}{chance.choice(_OBJECTS)}，{chance.choice(_TAILS)}。"
    return text


def _item(chance: random.Random) -> str:
    when = chance.choice(("8日 14:30 ", "中旬 ", "", "", "20日 "))
    fields = chance.choice(("", f"（地点：{chance.choice(_PLACES)}；负责：{chance.choice(_SUBJECTS)}）"))
    return f"- [{chance.choice('x  ')}] {when}{chance.choice(_VERBS)}{chance.choice(_OBJECTS)}{fields}"
