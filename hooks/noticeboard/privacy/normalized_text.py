"""A text as the detectors look at it, and what they find in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from noticeboard.patterns import pattern_of
from noticeboard.privacy.written_digits import BETWEEN, JOIN, with_plain_digits

Kept = TypeVar("Kept")

SEPARATOR = rf"(?:{JOIN}*+[{BETWEEN}]{{1,3}}+|{JOIN}++|[ \t\u3000]*\n[ \t\u3000]*)"
"""Regular expression of what parts the groups of one number: a few of such signs, or the end of a line."""

NO_FRACTION = r"(?:(?<![0-9]\.)|(?<=\n[1-9]\.)|(?<=^[1-9]\.)|(?<=\n[1-9][0-9]\.))"
"""Regular expression of a place that does not stand behind a decimal point, which a list's ``1.`` is not."""

_RUN = pattern_of(rf"[0-9](?:{SEPARATOR}?[0-9]){{6,}}+")
_DIGIT_CELLS = pattern_of(r"(?<![0-9])[0-9](?:[ \t]*\|[ \t]*[0-9Xx](?![0-9A-Za-z])){10,}+")
_BAR = pattern_of(r"\|")
_LINE_END = pattern_of("\n")
_TABLE = pattern_of(r"^\|.*(?:\n\|.*)*+", re.MULTILINE)
DAY = pattern_of(r"(?:19|20)[0-9]{2}[-./][01]?[0-9][-./][0-3]?[0-9]")
_LABEL = pattern_of(
    r"(?:(?<!证件)(?<!身份证)(?<!护照)(?<!银行卡)编[号码]|单号|文号|案号|流水号?|订单号?|合同号?|发票(?:号码?|代码)?|凭证号?"
    r"|(?:会议|直播间?|房间|学分|保单|参保|社保)(?:ID|[编号]?[号码])?|批[号次]|货号|条[形]?码|序列号|型号|规格|学号|工号|考号|准考证号?|运单号?|快递|档案?号|受理号?|登记号|注册号|执照号?"
    r"|税号|信用代码|代码|工单|单据|票[据号]?|总额|总价|单价|金额|合计|总计|小计|数量|预算|决算|支出|收入|余额|人次|次数|(?:点击|访问|播放|阅读|浏览|观看|下载)(?:量|数)?|(?<![A-Za-z])(?:IMEI|ISBN|ISSN|SN|NO|QQ)(?:号码?)?)[.是为:：#（(\s]*$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 16
_UNIT = "[万亿千百]?元|[万亿]|人次?|吨|件|册|平方|平米|米|公里|字节|次|％|%"
_AMOUNT = pattern_of(
    rf"[.,][0-9]|(?![人件次米元万][\u4e00-\u9fff]{{0,2}}(?:老师|师傅|同志|女士|先生|主任|主席|姐|哥)|件[已请须]|人[事力员民才]|元[旦月宵]|次[日序要]|[万亿][\u4e00-\u9fff](?<![元人次件册吨]))(?:{_UNIT})"
    rf"|\s(?:{_UNIT})(?![\u4e00-\u9fff])"
)
"""A unit that stands apart from its number is one only when no word goes on with it: 13800000000 人事科."""
_CURRENCY = pattern_of(r"(?:[¥￥$€]|人民币|RMB|USD)\s?$")
_NUMBERED = pattern_of(r"(?:第|[〕\]）)])\s?$")
_BRACKETS = pattern_of(r"\s*[（(][^（）()]*[）)]$")
_LONGEST_HEAD = 64
_NEAR = 120
_ADDRESS = pattern_of(r"https?://[^\s<>)）]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """Personal data at `start` up to `end` of a text."""

    start: int
    end: int
    shown: str
    """The data as a problem may show it, which others will read: all but its first characters are masked."""


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """A text in narrow digits, and where its long numbers stand. A table's row is a line of cells between ``|``."""

    text: str
    runs: tuple[tuple[int, int], ...]
    """Start and end of every run of seven digits or more, single blanks and dashes between them included."""

    tables: tuple[int, ...] = ()
    """Where each table begins."""
    lines: tuple[int, ...] = (0,)
    """Where each line begins."""
    _kept: dict[str, tuple[int, Any]] = field(default_factory=dict, compare=False, repr=False)
    """The last row and the last head that were taken apart: a row may have many cells that ask."""

    @classmethod
    def of(cls, text: str) -> NormalizedText:
        """Places in it are those of `text`."""
        text = with_plain_digits(text)
        runs = tuple(found.span() for found in _RUN.finditer(text) if not DAY.fullmatch(found[0]))
        tables = tuple(found.start() for found in _TABLE.finditer(text)) if "|" in text else ()
        return cls(text, runs, tables, (0, *(found.end() for found in _LINE_END.finditer(text))))

    def line_of(self, place: int) -> int:
        """The line of the character at `place`, from 0."""
        return bisect_right(self.lines, place) - 1

    def matches(self, pattern: re.Pattern[str], least: int) -> Iterator[re.Match[str]]:
        """The matches of `pattern` that begin in a run of `least` characters or more, or up to eight before one."""
        reached = 0
        for start, end in self.runs:
            if end - start < least:
                continue
            # Beyond the run's end a pattern only looks ahead; it must not search the rest of the text for each run.
            for found in pattern.finditer(self.text, max(reached, start - _AROUND), end + _AROUND):
                if found.start() < end:
                    reached = found.end()
                    yield found

    def lines_around(self, place: int) -> str:
        """The line of `place`, the two above it and the one below, as far as they are near."""
        number = self.line_of(place)
        start = max(self.lines[max(0, number - 2)], place - _NEAR)
        end = self.lines[number + 2] if number + 2 < len(self.lines) else len(self.text)
        return self.text[start : min(end, place + _NEAR)]

    def digit_cells(self) -> Iterator[re.Match[str]]:
        """Rows of a table, or parts of them, in which each cell holds one digit."""
        return _DIGIT_CELLS.finditer(self.text) if self.tables or "|" in self.text else iter(())

    def cells_below(self, head: re.Pattern[str]) -> Iterator[tuple[int, str]]:
        """Where each cell begins, and the cell, in the columns called so of tables that have a column of names."""
        for first in self.tables:
            end = self._end(first)
            heads = [cell.strip(" *_\t\u3000") for cell in self.text[first:end].split("|")]
            named = any("姓名" in cell or cell.endswith(_PERSON_HEADS) for cell in heads)
            columns = [index for index, cell in enumerate(heads) if named and head.fullmatch(cell)]
            for place, cells in self._rows(end + 1) if columns else ():
                for index in columns:
                    if index < len(cells):
                        yield place + sum(len(cell) + 1 for cell in cells[:index]), cells[index]

    def _rows(self, place: int) -> Iterator[tuple[int, list[str]]]:
        """Where each row of a table from `place` on begins, and its cells."""
        while self.text.startswith("|", place):
            end = self._end(place)
            yield place, self.text[place:end].split("|")
            place = end + 1

    def label_before(self, start: int) -> str:
        """What says of the number at `start` what it is: the words before it, or the head of its column in a table."""
        line = self.lines[self.line_of(start)]
        if self.text.startswith("|", line):
            bars = self._bars(line)
            column = bisect_left(bars, start)
            before = self.text[max(bars[column - 1] + 1, start - _LONGEST_HEAD) : start]
            if not before.strip():
                return self._head(line, column)
        return self.text[max(line, start - _LONGEST_LABEL) : start]

    def head_row(self, start: int) -> str:
        """The first line of the table that `start` stands in; empty for running text."""
        line = self.lines[self.line_of(start)]
        if not self.text.startswith("|", line):
            return ""
        first = self.tables[bisect_right(self.tables, line) - 1]
        return self.text[first : self._end(first)]

    def _head(self, line: int, column: int) -> str:
        """The head of a table's `column` (1-based); `line` is where a row begins."""
        first = self.tables[bisect_right(self.tables, line) - 1]
        cells = self._keep("cells", first, lambda: self.text[first : self._end(first)].split("|"))
        return _BRACKETS.sub("", cells[column][:_LONGEST_HEAD].strip()) if column < len(cells) - 1 else ""

    def _bars(self, line: int) -> Sequence[int]:
        """Where the signs stand that part the cells of the row which begins at `line`."""
        return self._keep(
            "bars", line, lambda: [found.start() for found in _BAR.finditer(self.text, line, self._end(line))]
        )

    def _keep(self, kind: str, place: int, make: Callable[[], Kept]) -> Kept:
        if self._kept.get(kind, (None,))[0] != place:
            self._kept[kind] = (place, make())
        kept: Kept = self._kept[kind][1]
        return kept

    def _end(self, start: int) -> int:
        end = self.text.find("\n", start)
        return len(self.text) if end < 0 else end

    def is_named_otherwise(self, start: int) -> bool:
        """Whether the number at `start` is called something else: 订单号, 文号, QQ; or is a part of a web address."""
        before = self.text[max(0, start - 200) : start]
        return bool(_LABEL.search(self.label_before(start)) or _ADDRESS.search(before))

    def is_amount(self, start: int, end: int) -> bool:
        """Whether the number is an amount, or the number of a document: 第…号."""
        before = self.text[max(0, start - 5) : start]
        if self.text.startswith("号", end) and _NUMBERED.search(before):
            return True
        return bool(_AMOUNT.match(self.text, end) or _CURRENCY.search(before))


_AROUND = 8
_PERSON_HEADS = ("名字", "职工", "员", "师", "人", "经理", "长")
"""How the heads of columns end that hold persons."""

Find = Callable[[NormalizedText], Iterator[Span]]
"""A detector."""


def masked(written: str, kept: int) -> str:
    """`written` without its blanks and with stars for all but the first `kept` characters."""
    bare = re.sub(rf"[{BETWEEN}{JOIN}|\n]", "", written)
    return bare[:kept] + "*" * (len(bare) - kept)


def digits_of(written: str) -> str:
    """The digits and the X of a number, without what stands between them."""
    return re.sub(r"[^0-9Xx]", "", written).upper()
