"""Small boards that change step by step: what officers do to their files, at random."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

_MONTHS = range(1, 13)
_WORDS = ("座谈会", "运动会", "体检", "慰问", "读书会", "评选", "培训", "春游")
_MARKS = ("- [ ] ", "- [x] ", "- ", "- [-] ")
_UNITS = ("", "单位: 东校区分工会\n")
_NOTES = ("", "", "（延期至10月）", "（取消：下雨）", "（地点：操场）")


@dataclass
class RandomBoard:
    """Files of a board, by path. Each step changes something in them; the same seed makes the same steps."""

    seed: int
    files: dict[str, str] = field(default_factory=dict)
    _count: int = 0

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._change_file()
        for _ in range(8):
            self._add()

    def step(self) -> None:
        """One thing that an officer does."""
        pick = self._chance.choice
        deeds: tuple[Callable[[], None], ...] = (
            self._add, self._write_anew, self._write_anew, self._edit_body, self._edit_body, self._tick, self._delete, self._rename, self._change_file,
        )  # fmt: skip
        pick(deeds)()

    @property
    def _documents(self) -> list[str]:
        return sorted(path for path in self.files if path.endswith(".md"))

    def _add(self) -> None:
        self._count += 1
        self.files[f"plans/{self._chance.choice(('', '2026/'))}d{self._count}.md"] = self._document()

    def _write_anew(self) -> None:
        self.files[self._chance.choice(self._documents)] = self._document()

    def _edit_body(self) -> None:
        self.files[self._chance.choice(self._documents)] += f"\n补充第{self._chance.randrange(9)}句。\n"

    def _tick(self) -> None:
        path = self._chance.choice(self._documents)
        old, new = self._chance.sample(_MARKS, 2)
        self.files[path] = self.files[path].replace(old, new, 1)

    def _delete(self) -> None:
        if len(self._documents) > 3:
            del self.files[self._chance.choice(self._documents)]

    def _rename(self) -> None:
        self._count += 1
        path = self._chance.choice(self._documents)
        self.files[f"plans/d{self._count}.md"] = self.files.pop(path)

    def _change_file(self) -> None:
        self.files["plans/表.csv"] = "项目,数量\n" + "书,3\n" * self._chance.randrange(1, 4)

    def _document(self) -> str:
        """A document of any type, joined to others in any way."""
        pick, number = self._chance.choice, self._chance.randrange(5)
        kind = pick(("计划", "计划", "总结", "公开", "提案", "通知", "会议"))
        other = pick(self._documents) if self.files and self._documents else "plans/d1.md"
        head = {
            "计划": f"期间: {pick(('2026年', '2026学年'))}\n目标:\n  - 会员大会: {number}次\n",
            "总结": f"期间: {'2026年'}\n计划: {other}\n数据:\n  - 会员大会: {number}次\n",
            "公开": f"类别: {pick(('财务', '基建与采购'))}\n责任部门: 总务处\n公示期: {pick(('5个工作日', '2026-11-18至2026-11-24'))}\n"
            + pick(("", f"取代: {other}\n", "更正说明: 数字写错了\n")),
            "提案": f"届次: 三届{pick('一二')}次\n提案人: 某代表\n立案: {pick(('立案', '待审'))}\n承办: 总务处\n"
            + pick(("", f"并案: {other}\n", "期限: 2026-03-01\n", "答复日期: 2026-05-06\n答复: 已办\n")),
            "通知": pick(("", "有效至: 2026-11-01\n", "收到日期: 2026-11-02\n")),
            "会议": f"届次: 三届{pick('一二')}次\n应到: 50\n实到: 4{number}\n",
        }[kind]
        more = pick(("", "附件: 表.csv\n")) + pick(("", "标签: [春天, 活动]\n", "标签: [活动]\n"))
        day = f"2026-{pick(_MONTHS):02}-{pick((1, 15)):02}"
        title = f"{pick(_WORDS)}{kind}{number}"
        text = f"---\n类型: {kind}\n标题: {title}\n日期: {day}\n{pick(_UNITS)}{head}{more}---\n\n见[另一份]({'/' + other})。\n\n"
        items = [
            f"### {month}月\n\n{pick(_MARKS)}{pick(_WORDS)}{pick(_NOTES)}{pick(('', f'[总结](/{other})'))}\n"
            for month in self._chance.sample(_MONTHS, 3)
        ]
        return text + "\n".join(items if kind in ("计划", "总结") else ["正文。", ""])
