"""The figures of a document under what they are called: two names that traded places leave every number where it was."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.quantities.amounts import MEASURES
from noticeboard.content.quantities.number_words import SIGNS
from noticeboard.markup.body import tables_among
from noticeboard.markup.figures import FIGURE
from noticeboard.markup.nodes import Row
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of

_MARKER = pattern_of(r"\s*(?:[-*+]\s+)?(?:\d{1,3}[.、．)）]|[(（]\d{1,3}[)）])(?!\d)")
"""The number of an item or a heading says nothing that readers count on."""
_SPOKEN = SIGNS.removeprefix("0-9")
_PERIOD = "[一二三四]季度|[上下]半年|[上下]学期|(?<=第)[一二]学期|(?:十[一二]?|[一二三四五六七八九])月份?"
_MONEY = "[十百千]?[万亿]?[美欧港]?元"
_MEASURE = f"(?:人次|公斤|千克|公里|千米|平方米|立方米|小时|学期|课时|学时|{MEASURES})"
_EACH = f"{_MEASURE}(?:[/／]{_MEASURE})?"
_UNIT = (
    rf"(?:(?<!\w)|(?<=人民币)|(?<=[（(]单位)){_MONEY}(?!\w)|(?<=以){_MONEY}(?=计|为单位)|(?<=元[/／]){_EACH}(?!\w)"
    rf"|(?<=[（(\[［【]){_EACH}(?=[）)\]］】])|(?<=单位[:：]){_EACH}(?!\w)"
)
"""In a head, 金额（万元）, 金额/万元 or 金额 万元, or above a table: it holds for all that stands below. The name of money may
stand alone anywhere; 人 or 个 are common words, and are units only in brackets, behind 元/ and 单位：."""
_NUMBERED = "(?!车间|班组)"
"""二车间 is the name of one, not a count."""
_AMOUNT = pattern_of(
    rf"{FIGURE}|{_PERIOD}|{_UNIT}|(?<![{_SPOKEN}])(?:[{_SPOKEN}]{{1,16}}分之[{_SPOKEN}\d]+|[{_SPOKEN}]{{2,16}}(?=元|{MEASURES})){_NUMBERED}"
    rf"|(?!十分)[二两三四五六七八九十](?={MEASURES}){_NUMBERED}"
)
"""A lone 一 is seldom a number, nor is 十分: 一起, 一次性, 十分顺利."""
_BLANK = pattern_of(
    rf"(?<=[0-9０-９])[ \t\u3000\xa0]+(?=[万亿%％]|{MEASURES})|(?<=[{_SPOKEN}])[ \t\u3000\xa0]+(?=[万亿]?元)"
    r"|[ \t\u3000\xa0]{1,8}(?=[/／])|(?<=[/／])[ \t\u3000\xa0]+|(?<=单位[:：])[ \t\u3000\xa0]+"
)
"""1.2 万元 says no more than 1.2万元, nor 金额 / 元 than 金额/元."""
_NUMBERING = pattern_of("序号?|编号|No\\.?", re.IGNORECASE)
_NO_CENTS = pattern_of(r"\.0+(?![\d.])")
_FRACTION = pattern_of(
    r"(?P<sign>[-+¥$€]*)(?P<whole>\d+)\.(?P<part>(?:\d*[^\D0])?)(?P<zeros>0+)(?P<unit>\D*)"
)
_LAST_MONTH, _LAST_DAY = 12, 31
_YEAR = pattern_of(r"(?:19|20)\d\d")
_NOT_WORDS = pattern_of(r"[\W_\d]+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Figures that belong together, and what they are called."""

    line: int
    label: str
    figures: tuple[str, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """What they say, however they are typed."""
        return tuple(map(value_of, self.figures))


def figures_in(text: str) -> tuple[str, ...]:
    """The numbers, amounts, shares, dates and times of a text, as they are typed."""
    return tuple(found[0] for found in _AMOUNT.finditer(_closed(text)))


def _closed(text: str) -> str:
    """Without the blanks that part figures and units."""
    return _BLANK.sub("", text)


def value_of(figure: str) -> str:
    """What a figure says, however it is typed: １，２００.00 is 1200, 0.10元 is 0.1元, 三月份 is 三月."""
    value = re.sub(r"[,\s()]", "", unicodedata.normalize("NFKC", figure)).replace("−", "-")
    value = re.sub("(?<=月)份$", "", _NO_CENTS.sub("", value))
    fraction = _FRACTION.fullmatch(value)
    if fraction is None or _is_day(fraction):
        return value
    return f"{value[: fraction.start('zeros')]}{fraction['unit']}"


def _is_day(number: re.Match[str]) -> bool:
    """Whether a number with a point may be a day, or a year and its month: 3.10 and 5.20日 are, but 0.10, ¥3.10 and 12.50元 are
    no days."""
    whole, part = number["whole"], number["part"] + number["zeros"]
    if number["unit"] not in ("", "日", "号", "月") or number["sign"].strip("+-") or len(part) > 2:
        return False
    if _YEAR.fullmatch(whole):
        return int(part) <= _LAST_MONTH
    return len(whole) <= 2 and 0 < int(whole) <= _LAST_MONTH and int(part) <= _LAST_DAY


def without_marker(line: str) -> str:
    """A line of a text without the number of its item or heading."""
    return _MARKER.sub("", line, count=1)


class LabelledFigures:
    """All figures of a document that have a name: by rows and columns of tables, and by the lines of the text."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def all(self) -> tuple[Labelled, ...]:
        """Each in the order of the text."""
        rows = list(self._of_tables())
        in_tables = {row.line for row in rows}
        return (*self._of_fields(), *rows, *self._of_lines(in_tables))

    @cached_property
    def by_label(self) -> Mapping[str, Labelled]:
        """Those whose name no other has."""
        counted = Counter(one.label for one in self.all)
        return {one.label: one for one in self.all if counted[one.label] == 1 and len(one.label) > 1}

    def says_the_same(self, other: LabelledFigures) -> bool:
        """Whether only the order is another: rows that were sorted, sections that moved."""
        return Counter((one.label, one.values) for one in self.all) == Counter(
            (one.label, one.values) for one in other.all
        )

    def _of_fields(self) -> Iterator[Labelled]:
        document = self._document
        if not isinstance(document, Disclosure):
            return
        for amount in document.results:
            yield Labelled(amount.line, f"数据 {amount.name}", figures_in(amount.text))
        said = {"title": document.title or "", "date": str(document.date)}
        if document.notice_period is not None:
            said["notice_period"] = f"{document.notice_period.start} {document.notice_period.end}"
        for name, text in said.items():
            yield Labelled(document.positions.get(name, (1, 1))[0], f"={name}", figures_in(text))

    def _of_tables(self) -> Iterator[Labelled]:
        for table in tables_among(self._document.tree.blocks):
            heads = [_words(plain_text(cell.parts)) for cell in table.head.cells]
            for row in table.rows:
                yield from self._of_row(heads, row, row.line)

    def _of_row(self, heads: Sequence[str], row: Row, line: int) -> Iterator[Labelled]:
        texts = [plain_text(cell.parts) for cell in row.cells]
        name = next((_words(text) for text in texts if _words(text)), "")
        for head, text in zip(heads, texts, strict=False):
            figures = figures_in(text)
            if figures and not _NUMBERING.fullmatch(head):
                yield Labelled(line, f"{name} {head}", figures)

    def _of_lines(self, in_tables: set[int]) -> Iterator[Labelled]:
        for line, text in enumerate(self._document.body.splitlines(), self._document.body_line):
            said = without_marker(text)
            figures = figures_in(said)
            if figures and line not in in_tables:
                yield Labelled(line, _words(_AMOUNT.sub("", _closed(said))), figures)


def _words(text: str) -> str:
    """What a name says, without signs and digits."""
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text))
