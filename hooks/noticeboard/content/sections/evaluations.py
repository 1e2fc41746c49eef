"""民主评议: what members think of the union and its officers, `- 工会工作：满意 38，基本满意 4，不满意 0` or a table
(SPECIFICATION section 14)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from noticeboard.content.quantities.whole_numbers import NUMBER, whole_number
from noticeboard.content.sections.named_sections import NamedSection, sections_named
from noticeboard.content.sections.section_lines import SectionLine, lines_in
from noticeboard.markup.body import Body
from noticeboard.markup.nodes import Table
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of

OPINIONS: Mapping[str, str] = {
    "very": "非常满意|很满意|优秀",
    "satisfied": "满意|称职|合格|良好",
    "mostly": "基本满意|比较满意|较满意|基本称职|基本合格",
    "neutral": "一般|不了解|说不清",
    "dissatisfied": "不满意|不太满意|很不满意|不称职|不合格",
    "abstain": "弃权|未表态",
}
"""What a voter may say, by its key."""
_OTHERS = {
    "rate": "满意率|满意度|称职率",
    "invalid": "无效|废票",
    "expected": "应到|应参加|发出|发放",
    "collected": "收回|回收|实到|实际参加|参加评议|参评",
    "valid": "有效",
}
_KEYS = {word: key for key, words in {**OPINIONS, **_OTHERS}.items() for word in words.split("|")}
_CONTENT = r"(?:满意|称职|合格)(?:和|及|、|与|加)基本(?:满意|称职|合格)(?:率|度)?"
_WORD = pattern_of("|".join([_CONTENT, *sorted(_KEYS, key=len, reverse=True)]))
_SECTION = pattern_of(
    r"(?:(?P<year>\d{4})(?:年度?|学年))?(?:本?年度|大会|会议|会员|职工|教职工|代表|工会|工作|主席|委员会?|对|领导|干部)*(?:民主)?(?:评议|测评|评家|满意度(?:测评|评价|调查))"
    r"(?:工会|主席|委员会?|领导|干部|工作|会员|职工之家|情况|结果|票数|汇总|统计|和|与|、)*"
)
_NUMBERS = pattern_of(rf"[-−]?{NUMBER}(?:\.\d+)?\s*%?")
_BEFORE = pattern_of(rf"(?:^|[\s:,;，：；、]){NUMBER}\s*[票份人名张个]?\s*$")
_TAIL = pattern_of(r"[\s:：，,、;；（(—-]+$")
_ALL_VALID = pattern_of(r"(?:全部|均为?|都是?)有效票?")
"""It says no more than 收回."""
_SHARE = pattern_of(r"(\d{1,3}(?:\.\d{1,4})?)\s*%")
_VOTER = pattern_of(
    r"(?:投票|评议|测评|填表|填写|打分|答卷)(?:人|员|者)(?:姓名)?|(?:代表|会员|签名人)姓名|签名|签字"
)
FEWEST = 10
"""Votes below which a count may tell who voted how; then only the page that the officer wrote says it."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was thought of one thing or office; what was not written is absent."""

    subject: str
    line: int
    column: int
    counts: Mapping[str, int] = field(default_factory=dict)
    """Votes, by the keys of `OPINIONS`, and `invalid`, `expected`, `collected`, `valid`."""
    shares: Mapping[str, Decimal] = field(default_factory=dict)
    """Per cent as written, by the keys of `OPINIONS`, and `rate` (满意率) and `content` (满意和基本满意)."""
    year: int | None = None
    """That the section's title says."""
    words: Mapping[str, str] = field(default_factory=dict)
    """The key of a count → its word as written: 优秀."""
    fault: str = ""
    """What could not be read, in Chinese."""

    @property
    def votes(self) -> int:
        """All that say something of it, abstentions too."""
        return sum(self.counts.get(key, 0) for key in OPINIONS)

    @property
    def base(self) -> int:
        """Of how many the shares are: those that say something, or all ballots where some say nothing."""
        return max(self.votes, self.ballots or 0) if self.votes else 0

    @property
    def ballots(self) -> int | None:
        """How many ballots count: 有效, else 收回 without 无效; None where neither is written."""
        if "valid" in self.counts or "collected" not in self.counts:
            return self.counts.get("valid")
        return self.counts["collected"] - self.counts.get("invalid", 0)

    @property
    def is_small(self) -> bool:
        """Whether so few voted that numbers may tell who said what."""
        return 0 < self.base < FEWEST

    def share(self, *keys: str) -> Decimal | None:
        """Per cent of those that said one of `keys`, by the counts; None where the counts do not tell it."""
        written = [key for key in OPINIONS if key in self.counts]
        if not self.base or not set(written) & set(keys) or (len(written) < 2 and self.ballots is None):
            return None
        return Decimal(100 * sum(self.counts.get(key, 0) for key in keys)) / self.base

    @property
    def satisfied(self) -> Decimal | None:
        """满意率: per cent that are satisfied or more than that, by the counts."""
        return self.share("very", "satisfied")

    @property
    def content(self) -> Decimal | None:
        """Per cent that are at least mostly satisfied, by the counts."""
        return self.share("very", "satisfied", "mostly")

    @property
    def written_rate(self) -> Decimal | None:
        """满意率 as the officer wrote it, where the counts do not tell it."""
        return self.shares.get("rate", self.shares.get("satisfied"))


def evaluations_in(body: Body) -> tuple[Evaluation, ...]:
    """The evaluations of all sections of them, those that could not be read too."""
    return tuple(
        found
        for section in sections_named(body, _SECTION)
        for found in (tuple(_of_section(section)) or _unread(section))
    )


def voter_columns(body: Body) -> Iterator[tuple[str, int, int]]:
    """The columns of its tables that tell who voted: head, line and column."""
    for section in sections_named(body, _SECTION):
        for block in section.blocks:
            for cell in block.head.cells if isinstance(block, Table) else ():
                head = "".join(plain_text(cell.parts).split())
                if _VOTER.fullmatch(head):
                    yield head, cell.line, cell.column


def _unread(section: NamedSection) -> tuple[Evaluation, ...]:
    """What is told of a section with numbers in which no line could be read."""
    if not re.search(r"满意.*\d|\d.*满意|称职.*\d|\d.*称职", section.text):
        return ()
    return (Evaluation(section.name, section.line, section.column, fault="没有读到一条"),)


def _of_section(section: NamedSection) -> Iterator[Evaluation]:
    heading = _SECTION.fullmatch(section.name)
    year = int(heading["year"]) if heading and heading["year"] else None
    ballots: dict[str, int] = {}
    for line in lines_in(section.blocks):
        found = _of_row(line) if line.cells is not None else _of_text(line)
        if found is None:
            continue
        if (
            not found.fault
            and not found.shares
            and found.counts
            and not found.votes
            and _is_of_ballots(found)
        ):
            ballots |= found.counts
        else:
            yield replace(found, counts=ballots | dict(found.counts), year=year)


def _is_of_ballots(found: Evaluation) -> bool:
    """Whether it tells of the ballots of the whole section: 发出45份，收回42份."""
    return not set(found.counts) & set(OPINIONS)


def _of_text(line: SectionLine) -> Evaluation | None:
    text = _ALL_VALID.sub("", unicodedata.normalize("NFKC", line.text))
    words = list(_WORD.finditer(text))
    pieces, start = _pieces(text, words)
    if line.is_paragraph and not any(map(_NUMBERS.search, pieces)):
        return None
    counts: dict[str, int] = {}
    shares: dict[str, Decimal] = {}
    faults = [] if words else ["没有读到满意的票数"]
    for word, piece in zip(words, pieces, strict=True):
        faults += _read(_key(word[0]), word[0], piece, counts, shares)
    subject = _TAIL.sub("", text[:start]).strip()
    if not faults and not subject and set(counts) & set(OPINIONS):
        faults.append("没有写评议的是什么")
    labels = {_key(word[0]): word[0] for word in words}
    return Evaluation(
        subject or text, line.line, line.column, counts, shares, words=labels, fault="；".join(faults[:1])
    )


def _pieces(text: str, words: Sequence[re.Match[str]]) -> tuple[list[str], int]:
    """What stands with each word, before all of them or behind, and where the first of it begins."""
    if not words:
        return [], len(text)
    before = _BEFORE.search(text[: words[0].start()])
    if before and _key(words[0][0]) not in ("rate", "content"):
        ends = [before.start(), *(word.end() for word in words)]
        stretches = zip(ends, words, strict=False)
        return [text[end : word.start()] for end, word in stretches], before.start()
    starts = [*(word.start() for word in words[1:]), len(text)]
    return [text[word.end() : end] for word, end in zip(words, starts, strict=True)], words[0].start()


def _read(
    key: str, word: str, piece: str, counts: dict[str, int], shares: dict[str, Decimal]
) -> Iterator[str]:
    """Puts what a piece says of a word into `counts` and `shares`; yields what is wrong with it."""
    numbers = [found[0].strip() for found in _NUMBERS.finditer(piece)]
    percents = [number for number in numbers if number.endswith("%")]
    whole = [number for number in numbers if not number.endswith("%")]
    if len(percents) > 1 or len(whole) > 1:
        yield f"“{word}”旁边有几个数"
    elif key in counts or key in shares:
        yield f"“{word}”写了两次"
    elif not numbers and re.search("无|没有", piece):
        counts[key] = 0
    elif not numbers:
        yield f"“{word}”旁边没有数"
    elif key in ("rate", "content") and not percents:
        yield f"“{word}”旁边没有百分数"
    if percents and (share := _SHARE.fullmatch(percents[0])) and Decimal(share[1]) <= 100:
        shares.setdefault(key, Decimal(share[1]))
    elif percents:
        yield f"“{percents[0]}”不是百分之几"
    if whole and key not in ("rate", "content"):
        value = whole_number(whole[0])
        if value is None:
            yield f"“{word}”的票数“{whole[0]}”不是整数"
        else:
            counts.setdefault(key, value)


def _of_row(line: SectionLine) -> Evaluation | None:
    cells = dict(line.cells or {})
    heads = list(cells)
    if heads and re.fullmatch(r"序号|编号|No\.?", heads[0]) and len(heads) > 1:
        heads = heads[1:]
    subject = cells[heads[0]] if heads else ""
    if not any(cells[head] for head in heads[1:]) or re.fullmatch(r"合\s*计|总\s*计", subject):
        return None
    counts: dict[str, int] = {}
    shares: dict[str, Decimal] = {}
    labels: dict[str, str] = {}
    faults: list[str] = []
    for head in heads[1:]:
        plain = unicodedata.normalize("NFKC", head)
        cell = unicodedata.normalize("NFKC", cells[head])
        if (word := _WORD.search(plain)) and cell not in ("", "-", "—", "/"):
            labels[_key(word[0])] = word[0]
            is_share = re.search(r"%|率|比例|占比", plain) and not cell.endswith("%")
            faults += _read(_key(word[0]), head, f"{cell}%" if is_share and cell else cell, counts, shares)
    if not faults and not set(counts) & set(OPINIONS) and not shares:
        faults.append("没有读到满意的票数")
    return Evaluation(
        subject, line.line, line.column, counts, shares, words=labels, fault="；".join(faults[:1])
    )


def _key(word: str) -> str:
    return _KEYS.get(word, "content")
