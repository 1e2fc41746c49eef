"""存在问题 of a summary, each with what is to be done about it: `1. 账目公开断断续续（措施：每月10日提醒）`
(SPECIFICATION section 15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.content.sections.named_sections import NamedSection, sections_named
from noticeboard.content.sections.section_lines import SectionLine, lines_in
from noticeboard.markup.body import Body
from noticeboard.markup.links import BodyLink
from noticeboard.patterns import pattern_of

_SECTION = pattern_of(
    r"(?!.*(?:解决|整改情况|答复|意见|没有|未发现))[^:。]{0,8}?"
    r"(?:不足|短板|薄弱环节|差距|(?:存在|主要|突出)(?:的|着|哪些)?(?:主要|突出)?(?:问题|困难)|问题(?=$|[和与及、]))[^:。]{0,12}"
)
_WORD = r"(?:改进|整改|下一步|解决)?(?:措施|打算|办法|对策)"
_MEASURE = pattern_of(
    rf"[（(]\s*{_WORD}\s*[：:]\s*(?P<inside>[^（()）]*)[）)]|(?:^|[\s。；;，,]){_WORD}[：:]\s*(?P<rest>.+)$"
)
_TAKEN = pattern_of(r"[（(]\s*(?:已?列入|纳入|见)\s*[：:]?[^（()）]*[）)]")
_ARROW = pattern_of(r"\s*(?:→|->|=>)\s*.*$", re.DOTALL)
_SETTLED = pattern_of(r"[（(]\s*已经?(?:解决|整改|改进|办结|完成|落实)")
_PROBLEM_HEAD = pattern_of(r".*(?:问题|不足|短板|表现).*")
_MEASURE_HEAD = pattern_of(r".*(?:措施|打算|办法|对策|怎么改).*")


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """One thing that a summary says is not good enough."""

    text: str
    line: int
    column: int
    measure: str = ""
    """What is to be done about it; empty where nothing is written."""
    links: tuple[BodyLink, ...] = ()
    settled: bool = False
    """Whether it is ticked, struck, or says that it is solved."""


def shortcomings_in(body: Body) -> tuple[Shortcoming, ...]:
    """The items and rows of all sections of them; a section of mere paragraphs has none."""
    found = (_of_line(line) for section in sections_named(body, _SECTION) for line in _items(section))
    return tuple(it for it in found if it.text)


def sections_without_items(body: Body) -> Iterator[NamedSection]:
    """Those that say something, but not item by item."""
    for section in sections_named(body, _SECTION):
        if section.says_something and not list(_items(section)):
            yield section


def _items(section: NamedSection) -> Iterator[SectionLine]:
    return (line for line in lines_in(section.blocks) if not line.is_paragraph)


def _of_line(line: SectionLine) -> Shortcoming:
    if line.cells is not None:
        return _of_row(line)
    text = line.text
    for link in line.links:
        text = text.removesuffix(link.text).rstrip()
    text = _TAKEN.sub("", _ARROW.sub("", text) if line.links else text)
    measure = _value(_MEASURE.search(text)) or _value(_MEASURE.search(line.below))
    settled = bool(line.ticked) or line.struck or _SETTLED.search(line.text) is not None
    return Shortcoming(_bare(_MEASURE.sub("", text)), line.line, line.column, measure, line.links, settled)


def _of_row(line: SectionLine) -> Shortcoming:
    cells = line.cells or {}
    problems = [cell for head, cell in cells.items() if _PROBLEM_HEAD.fullmatch(head)]
    measures = [cell for head, cell in cells.items() if _MEASURE_HEAD.fullmatch(head)]
    text = problems[0] if problems else line.text
    settled = any(_SETTLED.search(f"（{cell}）") for cell in cells.values())
    return Shortcoming(_bare(text), line.line, line.column, _bare("；".join(measures)), line.links, settled)


def _value(found: re.Match[str] | None) -> str:
    return _bare(found["inside"] or found["rest"] or "") if found else ""


def _bare(text: str) -> str:
    return text.strip(" 。；;，,")
