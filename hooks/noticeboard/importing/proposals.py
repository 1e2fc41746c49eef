"""What sentences say that may be an activity, a figure or an aim: told below the text, never mixed with what is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from noticeboard import times
from noticeboard.content.documents import Document, Plan, Summary
from noticeboard.importing.markdown import escaped
from noticeboard.markup.body import walk
from noticeboard.markup.nodes import Item, Label, Paragraph, Signature
from noticeboard.markup.plain import written_lines

HEADING = "待确认"
_NUMERAL = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}|元|正)"
_TIME = re.compile(
    rf"(?:今年|明年|次年|20[0-9]{{2}}年)?(?:{_NUMERAL}(?:[、至到—–~-]{_NUMERAL})?月(?!{_NUMERAL}?[次个]|刊|饼|嫂)|[上下]半年|第[一二三四1-4]季度|(?<![一本每学前])年(?:度)?内|(?<![一本每学前])年[底末初终](?!考核|总结|评)|[暑寒](?:假|期))"
    r"|每(?:周[一二三四五六日]?|月|季度?|学期|年)(?!人)|每?一?个?(?:季度|月|学期|年)(?=[一二两三四]次)|[双单]周[一二三四五六日]"
    r"|[“\"]?(?:三[·.、]?八(?!路|小|大)|五[·.]?一(?!路|小|般)|五四|六[·.]?一|七[·.]?一|八[·.]?一|元旦|春节|元宵|清明|端午|中秋|国庆|重阳|教师节|妇女节|劳动节|青年节|儿童节|护士节|植树节)[”\"]?(?!精神|讲话|文件)"
)
_ACT = re.compile(
    "组织|开展|举办|举行|召开|召集|进行|参加|走访|慰问|看望|评选|评出|评比|表彰|培训|学习|竞赛|比赛|晚会|联欢|座谈|活动|运动会|游园|讲座|演讲|演出|体检|休养|检查|送温暖|会议|征集|选举|换届|总结|对策|建设"
)
_ANOTHER = re.compile("(?:拟|将|至少要?)(?:.{0,8})(?:举办|组织|开展|召开)|有.{0,10}(?:参加|参与)了?")
"""What is done at the same time by somebody else: 年度内，各单位要……，工委拟举办……."""
_AS_EVER = re.compile("目标任务|为指南|工作要点为|精神为|闭会期间|竞赛月")
_SENTENCE = re.compile(r"[^。！？!?；;\n]+")
_CLAUSE = re.compile(r"[^，,：:]+")
_SEGMENT = re.compile(r"(?:“[^”]*”|《[^》]*》|[^、及和])+")
_TOGETHER = re.compile(r"(?:节|秋|旦|午|明)[、和](?:[^、，]{2,5}[、和])*[^、，]{2,4}等")
"""中秋、春节等传统节日: one thing at several times."""
_LOOSE = re.compile('[“"]?(?:每|一个|季度|月|学期|年度?内|年[底末初终]|[双单]周)')
"""Times that have no month of their own."""
_SHORTEST = 4
_LONGEST_TEXT = 60
_LONGEST_QUOTE = 40
_MOST = 60
_UNITS = "人次|万人|余人|人|名|万元|元|件|条|次|场|期|份|户|间|台|篇|项|册|个百分点|％|%"
_FIGURE = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”《》、]{{2,16}}?)(?:达到?|共计?|累计|为|了|约有|有)*\s*(?P<value>(?:近|约|超过|逾)?[0-9０-９][0-9０-９,.]*[万千百]?(?:多|余)?(?:{_UNITS}))(?:以上)?"
)
_AIM = re.compile(
    r"(?P<name>[\u4e00-\u9fff“”]{2,12}?)(?:要|应|力争|确保|争取)?(?P<sign>达到?|不低于|不少于|不超过|保持在|控制在|≥|≤)\s*(?P<value>[0-9０-９][0-9０-９,.]*[万千]?(?:%|％|[人名件条次场元户万]+))(?P<above>以上|以内)?"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a sentence may say."""

    kind: str
    """活动, 数据 or 目标."""
    text: str
    line: int
    """1-based, in the document that was read."""
    sentence: str
    months: tuple[int, ...] = ()
    """Of an activity, as numbers of the calendar."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """All of a document, in the order of its text."""

    found: tuple[Candidate, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.found)

    def section(self, shift: int) -> str:
        """The section that lists them, for a file whose lines stand `shift` lower than in the document that was read."""
        if not self.found:
            return ""
        lines = [
            # No bracket at its end, in which a time would be read.
            f"- {one.kind}：{escaped(one.text)}——第 {one.line + shift} 行“{escaped(_quoted(one.sentence))}”"
            for one in self.found
        ]
        what = "下面是程序从句子里找到的，没有登到月份页。对的，请写到月份下面，或者开头的“目标”“数据”里；看完以后删去这一节，再删去开头的“草稿: 是”。"
        return "\n".join(["", f"## {HEADING}", "", what, "", *lines, ""])


def proposals_in(document: Document) -> Proposals:
    """What the sentences of a plan or a summary may say beside its activities."""
    if not isinstance(document, Plan | Summary) or document.period is None:
        return Proposals(())
    context = times.Context(period=document.period)
    taken = {activity.line for activity in document.activities}
    found: list[Candidate] = []
    for line, text in _lines(document):
        if line in taken:
            continue
        found += _activities(text, line, context)
        found += _figures(text, line, document)
    return Proposals(tuple(found[:_MOST]))


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """The lines of paragraphs and items, each once."""
    for block in walk(document.tree.blocks):
        if isinstance(block, Paragraph | Label | Item) and not isinstance(block, Signature):
            for line, _, text in written_lines(block.parts):
                yield line, text


def _activities(text: str, line: int, context: times.Context) -> Iterator[Candidate]:
    for sentence in _SENTENCE.findall(text):
        if _AS_EVER.search(sentence) or not _ACT.search(sentence):
            continue
        clauses = [clause.strip() for clause in _CLAUSE.findall(sentence) if clause.strip()]
        for index, clause in enumerate(clauses):
            for words, months in _timed(clause, context):
                said = words if _says_more(words) else "，".join([words, *clauses[index + 1 : index + 2]])
                others = [] if _says_more(words) else clauses[index + 2 :]
                for other in filter(_ANOTHER.search, others):
                    yield Candidate("活动", other[:_LONGEST_TEXT], line, sentence.strip(), months)
                if len(said) >= _SHORTEST and (_ACT.search(said) or _ACT.search(clause)):
                    yield Candidate("活动", said[:_LONGEST_TEXT], line, sentence.strip(), months)


def _timed(clause: str, context: times.Context) -> list[tuple[str, tuple[int, ...]]]:
    """The parts of a clause that have a time, each with its months: 春节晚会、三八运动会 are two, 中秋、春节等节日 one."""
    found: list[tuple[str, tuple[int, ...]]] = []
    waiting: tuple[int, ...] | None = None
    for segment in _segments(clause):
        times_here = [
            time
            for mark in _TIME.finditer(segment)
            if (time := _read(segment, mark.start(), context)) is not None
        ]
        if not times_here:
            continue
        months = tuple(dict.fromkeys((*(waiting or ()), *(month for time in times_here for month in time))))
        if len(_TIME.sub("", segment)) < 2:
            waiting = months
            continue
        waiting = None
        found.append((segment, months))
    if waiting is not None and not found:
        found.append((clause, waiting))
    return found if len(found) > 1 else [(clause, months) for _, months in found]


def _segments(clause: str) -> Sequence[str]:
    """The parts between 、; where not several of them have a time, the clause is one."""
    parts = [part.strip() for part in _SEGMENT.findall(clause)]
    if _TOGETHER.search(clause):
        return [clause]
    return parts if sum(bool(_TIME.search(part)) for part in parts) > 1 else [clause]


def _read(text: str, start: int, context: times.Context) -> tuple[int, ...] | None:
    """The months of the time that stands at `start`; none for one without months, None for what is no time."""
    behind = text[start:].lstrip('“"每' if text[start : start + 2] == "每一" else '“"')
    read = times.read_leading(behind, context)
    if read is None or read.time is None:
        return () if _LOOSE.match(text, start) else None
    return tuple(month.number for month in read.time.months)


def _says_more(words: str) -> bool:
    """Whether a clause says more than its time."""
    rest = _TIME.sub("", words).strip("份的前后期间在于将")
    return len(rest) >= _SHORTEST or _ACT.search(rest) is not None


def _figures(text: str, line: int, document: Document) -> Iterator[Candidate]:
    for sentence in _SENTENCE.findall(text):
        aims = list(_AIM.finditer(sentence))
        if isinstance(document, Plan):
            for aim in aims:
                sign = {"不低于": "≥", "不少于": "≥", "不超过": "≤", "控制在": "≤", "≥": "≥", "≤": "≤"}.get(
                    aim["sign"], ""
                )
                above = {"以上": "≥", "以内": "≤"}.get(aim["above"] or "", "")
                yield Candidate(
                    "目标", f"{aim['name']}: {sign or above}{aim['value']}", line, sentence.strip()
                )
        else:
            for figure in _FIGURE.finditer(sentence):
                yield Candidate(
                    "数据", f"{figure['name'].strip('、')}: {figure['value']}", line, sentence.strip()
                )


def _quoted(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST_QUOTE else f"{sentence[:_LONGEST_QUOTE]}……"
