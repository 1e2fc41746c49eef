"""A seeded corpus of Chinese union documents, the same bytes on every machine."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

_SUBJECTS = "工会委员会 女工委员 体育组 各年级组 东校区 教代会代表 青年教师 退休教师 后勤处 教务处 全体会员 工会小组".split()
_VERBS = "组织 召开 开展 举办 落实 走访 慰问 检查 公布 征集 讨论 总结 表彰 培训 评选 整理".split()
_OBJECTS = (
    "教职工代表大会 女教师座谈会 趣味运动会 篮球比赛 读书交流活动 春季踏青 困难教职工走访 工会经费预算 校务公开检查 合理化建议征集 "
    "师德演讲比赛 青年教师结对 教职工体检 暑期疗休养 食堂满意度调查 健步走活动 教师节表彰 新会员入会仪式 劳动保护检查 提案办理"
).split()
_TAILS = "做到事前有通知 事后有小结 经费按预算执行 结果在公示栏公布 听取会员意见 安排专人负责 材料及时归档 保证人人参与".split()
_PLACES = "大礼堂 操场 会议室 教工之家 图书馆 体育馆".split()


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
        year = 2020 + index % 7
        yield _plan(index, year, length, chance) if index % 4 else _notice(index, year, length, chance)


def _plan(index: int, year: int, length: int, chance: random.Random) -> Sample:
    lines = ["## 一、指导思想", "", _paragraph(chance, 160), "", "## 二、逐月安排", ""]
    for month in range(1, 13):
        lines += [f"### {month}月", ""]
        lines += [_item(chance) for _ in range(3)]
        lines.append("")
    return Sample(
        f"plan-{index:05}", _header("计划", f"{year}年第{index}号工作计划", year, f"期间: {year}年\n"), _filled(lines, length, chance)
    )


def _notice(index: int, year: int, length: int, chance: random.Random) -> Sample:
    lines = ["各工会小组：", "", "| 项目 | 数量 | 备注 |", "| --- | ---: | --- |"]
    lines += [f"| {chance.choice(_OBJECTS)} | {chance.randint(1, 500)} | {chance.choice(_TAILS)} |" for _ in range(8)]
    lines.append("")
    return Sample(f"notice-{index:05}", _header("通知", f"关于第{index}号事项的通知", year, ""), _filled(lines, length, chance))


def _header(kind: str, title: str, year: int, more: str) -> str:
    return f"---\n类型: {kind}\n标题: {title}\n日期: {year}-01-10\n{more}标签: [工会, 年度]\n---\n\n"


def _filled(lines: list[str], length: int, chance: random.Random) -> str:
    lines += ["## 三、要求", ""]
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
