"""The resolutions of a session: `- [ ] 公布预算（负责：工会；4月30日前）`, or a table (SPECIFICATION section 14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from noticeboard.content.quantities.due_days import read_due
from noticeboard.content.sections.section_lines import SectionLine, lines_of
from noticeboard.markup.body import Body
from noticeboard.markup.links import BodyLink
from noticeboard.patterns import pattern_of

SECTION = pattern_of(
    r"(?:本次|大会|会议|形成的?|通过的?|作出的?|主要|有关)*(?:决议|决定)(?:的|和|及|与|、|事项|内容|落实|办理|执行|情况|台账|清单|任务|分解)*"
)
_OWNER = pattern_of(
    r"(?:负责|负责人|负责单位|责任部门|责任单位|责任人|承办|承办单位|牵头|办理部门)\s*[：:]\s*(?P<value>.+)"
)
_OWNER_WORD = pattern_of(r"(?:由)?(?P<value>.+?)(?:负责|牵头|承办)")
_DUE = pattern_of(r"(?:完成|办结|办理|落实)?(?:期限|时限|时间|日期)\s*[：:]\s*(?P<value>.+)")
_DONE = pattern_of(
    r"(?P<before>.{0,12}?)(?:已经?)?(?:全部)?(?:办结|完成|落实|办理完毕)了?\s*[：:]?\s*(?P<behind>.{0,12})"
)
_POSTPONED = pattern_of(
    r"(?:因(?P<reason>.+?)[，,]?)?(?:延期|推迟|顺延|延)(?:[至到]|[：:]\s*至?)?\s*[：:]?\s*(?P<to>.*)"
)
_DROPPED = pattern_of(r"(?:取消|终止|不再办理|不再执行)(?:[：:，,]\s*(?P<reason>.*))?")
_OPEN = pattern_of(r"(?:正在)?(?:办理中|进行中|落实中|办理|在办|未办结|未完成)")
_BRACKET = pattern_of(r"[（(](?P<inside>[^（()）]*)[）)][\s。；;，,]*$")
_BEHIND = pattern_of(
    r"\s*(?:——?|–|--|[：:，,；;]|(?<=[）)]))\s*(?P<said>[^（()）—–：:，,；;]{2,16})[\s。；;]*$"
)
"""What an item says behind its text or its brackets: ——已办结; ，6月底前完成."""
_ARROW = pattern_of(r"\s*(?:→|->|=>|(?<![^\s，,；;。）)])见)\s*\S*\s*$")
"""意见 ends in no 见 that leads on."""
_SAID_DONE = pattern_of(r"(?:已经?|[\d.月日号/-]{3,12})(?:全部)?(?:办结|完成|落实|办理完毕)了?")
_SAYS_DONE = pattern_of(r"已|(?<!前)(?<!底)(?<!内)办结")
_PIECES = pattern_of(r"[；;，,]")
_MAY_BE_DAY = pattern_of(r"\d|月|年底|季度")
_COLUMNS = {
    "owner": pattern_of(r"负责.*|责任.*|承办.*|牵头.*"),
    "due": pattern_of(r".*(?:期限|时限|完成时间|办结时间|完成日期)"),
    "state": pattern_of(r"状态|(?:办理|落实|进展|完成)(?:情况|结果)?|结果"),
}


@dataclass(frozen=True, slots=True)
class Resolution:
    """One thing that a session decided; what nobody wrote is empty."""

    text: str
    line: int
    column: int
    owner: str = ""
    due: date | None = None
    due_text: str = ""
    """As written."""
    done: bool = False
    done_on: date | None = None
    postponed: bool = False
    postponed_to: date | None = None
    dropped: bool = False
    note: str = ""
    """What its brackets say besides, and reasons."""
    links: tuple[BodyLink, ...] = ()
    faults: tuple[str, ...] = ()
    """What could not be read, or contradicts itself, in Chinese."""


def resolutions_in(body: Body, since: date) -> tuple[Resolution, ...]:
    """The resolutions of all sections of them; `since` is the day on which they were made."""
    return tuple(_resolutions(body, since))


def _resolutions(body: Body, since: date) -> Iterator[Resolution]:
    lines = [line for line in lines_of(body, SECTION) if not line.is_paragraph and line.text]
    for line in lines:
        yield _checked(_of_row(line, since) if line.cells is not None else _of_text(line, since))


def _of_text(line: SectionLine, since: date) -> Resolution:
    text = line.text
    for link in line.links:
        text = text.removesuffix(link.text).rstrip()
    text = _ARROW.sub("", text) if line.links else text
    found = Resolution(
        "", line.line, line.column, done=bool(line.ticked), dropped=line.struck, links=line.links
    )
    pieces: list[str] = []
    while (behind := _BEHIND.search(text)) and _says_state(behind["said"], since):
        pieces.insert(0, behind["said"].strip())
        text = text[: behind.start()].rstrip()
    while bracket := _BRACKET.search(text):
        pieces = [piece.strip() for piece in _PIECES.split(bracket["inside"])] + pieces
        text = text[: bracket.start()].rstrip()
    for piece in filter(None, pieces):
        found = _with(found, piece, since)
    return replace(found, text=text.strip(" 。；;→") or line.text)


def _says_state(text: str, since: date) -> bool:
    """Whether a few words are a last day or a state and nothing else."""
    words = text.strip()
    if read_due(words, since) is not None:
        return re.search("前|底|内|止", words) is not None
    return any(said.fullmatch(words) for said in (_SAID_DONE, _POSTPONED, _DROPPED, _OPEN))


def _of_row(line: SectionLine, since: date) -> Resolution:
    found = Resolution(line.text, line.line, line.column, links=line.links)
    cells = line.cells or {}
    heads = list(cells)
    if len(heads) > 1 and re.fullmatch(r"序号|编号|No\.?", heads[0]):
        found = replace(found, text=cells[heads[1]])
        heads = heads[1:]
    for head in heads[1:]:
        cell = cells[head]
        if cell and _COLUMNS["owner"].fullmatch(head):
            found = replace(found, owner=cell)
        elif cell and _COLUMNS["due"].fullmatch(head):
            found = _with_due(found, cell, since)
        elif cell:
            for piece in filter(None, map(str.strip, _PIECES.split(cell))):
                found = _with(found, piece, since)
    return found


def _with(found: Resolution, piece: str, since: date) -> Resolution:
    """`found` with what a piece of its brackets says."""
    if match := _OWNER.fullmatch(piece):
        return replace(found, owner=_joined(found.owner, match["value"]))
    if match := _DUE.fullmatch(piece):
        return _with_due(found, match["value"], since)
    if (day := read_due(piece, since)) is not None and not _SAYS_DONE.search(piece):
        return replace(found, due=day, due_text=piece)
    if match := _POSTPONED.fullmatch(piece):
        return _postponed(found, match, since)
    if match := _DROPPED.fullmatch(piece):
        return replace(found, dropped=True, note=_joined(found.note, match["reason"] or ""))
    if _OPEN.fullmatch(piece):
        return found
    if (match := _DONE.fullmatch(piece)) and not re.search("未|没有|尚", piece):
        return _done(found, match, since)
    if match := _OWNER_WORD.fullmatch(piece):
        return replace(found, owner=_joined(found.owner, match["value"]))
    if found.owner and not _MAY_BE_DAY.search(piece) and not found.due:
        return replace(found, owner=_joined(found.owner, piece))
    found = replace(found, note=_joined(found.note, piece))
    if re.search(r"\d\s*[月日号]|月底|\d[-/.]\d", piece) and re.search(
        r"前|止|底|期限|^[\d年月日号./-]+$", piece
    ):
        return _with_fault(found, f"“{piece}”读不成一个日子")
    return found


def _with_due(found: Resolution, text: str, since: date) -> Resolution:
    due = read_due(text, since)
    found = replace(found, due=due, due_text=text)
    return (
        _with_fault(found, f"期限“{text}”读不成一个日子")
        if due is None and _MAY_BE_DAY.search(text)
        else found
    )


def _postponed(found: Resolution, match: re.Match[str], since: date) -> Resolution:
    to = read_due(match["to"], since) if match["to"] else None
    note = _joined(found.note, match["reason"] or "")
    found = replace(found, postponed=True, postponed_to=to, note=note)
    return found if to else _with_fault(found, "延期到哪一天没有写清楚")


def _done(found: Resolution, match: re.Match[str], since: date) -> Resolution:
    words = (match["behind"] or match["before"]).strip(" ：:于在")
    day = read_due(words, since) if words else None
    found = replace(found, done=True, done_on=day)
    return _with_fault(found, f"办结的日子“{words}”读不懂") if words and day is None else found


def _with_fault(found: Resolution, fault: str) -> Resolution:
    return replace(found, faults=(*found.faults, fault))


def _checked(found: Resolution) -> Resolution:
    if found.done and found.dropped:
        return _with_fault(found, "又写了办结，又写了取消")
    if found.postponed_to and found.due and found.postponed_to < found.due:
        return _with_fault(found, "延期到了原来的期限前面")
    return found


def _joined(before: str, more: str) -> str:
    return "、".join(filter(None, (before, more.strip())))
