"""Where a table begins and how it was typed: with its signs, with ``｜``, without its line of dashes, with tabs or blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from noticeboard.times import is_like_time, is_month_like, is_time_line

_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*$")
"""The line below a table's head as Markdown has it."""
_POOR_DASHES = "－—–─━=＝_＿-"
_POOR_RULE = re.compile(rf"[ \t\u3000\r|｜+:：{_POOR_DASHES}]+")
"""The same with other lines, corners or colons, or with too few columns."""
_SIGNS = str.maketrans({"｜": "|", "：": ":", "\u3000": " ", "+": "|", **dict.fromkeys(_POOR_DASHES, "-")})
_BLANKS = (" ", "\u3000", "\xa0")
_LONGEST_CELL = 60
_LONGEST_HEAD = 8
"""Characters of the head of a column, in lines of which only | tells that they are a table."""
_FEWEST_UNBORDERED = 3
_GAP = re.compile(r"(?<=[^ \u3000\xa0])[ \u3000\xa0]{2,}(?=[^ \u3000\xa0])")
"""What parts the columns of a copy from a page, where nobody typed a sign."""
_INDENT = re.compile(r"[ \u3000\xa0]{2,}(?=[^ \u3000\xa0])")
_FEWEST_SPACED_COLUMNS = 3
_LONGEST_SPACED = 30
_TIME_HEAD = re.compile(r"(?:活动|开展|实施|完成|计划|具体|安排)?(?:时间|日期)(?:安排)?|月份?|季度|日程")


def rows_of_table(lines: Sequence[str], index: int, *, is_page: bool = False) -> int:
    """How many lines the table has that begins at a line; 0 where none does."""
    line, following = lines[index], lines[index + 1] if index + 1 < len(lines) else ""
    if "|" in line and _RULE.match(following):
        return sum(1 for _ in _until_blank(lines, index)) if is_page else _piped(lines, index)
    if is_page:
        return 0
    if "|" in line or "｜" in line:
        bordered = _is_bordered(line)
        if (bordered or "|" in with_signs(following)) and is_rule(following) and not is_rule(line):
            return _piped(lines, index)
        if bordered and _is_bordered(following) and _width(line) == _width(following) > 1:
            return _piped(lines, index)
        return _unbordered(lines, index)
    return _tabbed(lines, index) if "\t" in line else _spaced(lines, index)


def is_rule(line: str) -> bool:
    """Whether it parts a table's head from its rows, in whatever form."""
    return _POOR_RULE.fullmatch(line) is not None and any(dash in line for dash in _POOR_DASHES)


def is_good_rule(line: str) -> bool:
    """Whether a line is the rule below a table's head, as it should be typed."""
    return _RULE.match(line) is not None


def with_signs(row: str) -> str:
    """A row with the signs that Markdown parts cells by; what its cells say stays, and every character keeps its place."""
    if "\t" in row and "|" not in row and "｜" not in row:
        return row.replace("\t", "|")
    if is_spaced(row):
        signed = _GAP.sub(lambda gap: "|" + " " * (len(gap[0]) - 1), row)
        return (
            _INDENT.sub(lambda blanks: "||" + " " * (len(blanks[0]) - 2), signed, count=1)
            if row[0] in _BLANKS
            else signed
        )
    return row.replace("｜", "|")


def rule_with_signs(rule: str) -> str:
    """The line below a head, in whatever form, as Markdown has it."""
    return rule.translate(_SIGNS)


def is_tabbed(row: str) -> bool:
    """Whether a line is a row of cells that were pasted with tabs between."""
    return "\t" in row and "|" not in row and "｜" not in row


def is_spaced(row: str) -> bool:
    """Whether a line is cells with nothing but blanks between: 三月    植树    张三; the first may be empty."""
    gaps = len(_GAP.findall(row)) + (_INDENT.match(row) is not None)
    return gaps >= _FEWEST_SPACED_COLUMNS - 1 and not any(sign in row for sign in "|｜\t")


def _until_blank(lines: Sequence[str], index: int) -> Iterator[str]:
    for line in lines[index:]:
        if not line.strip():
            return
        yield line


def _piped(lines: Sequence[str], index: int) -> int:
    """Lines with a border in them; the one below the head may be of dashes only."""
    rows = 0
    for number, line in enumerate(_until_blank(lines, index)):
        if "|" not in line and "｜" not in line and not (number == 1 and is_rule(line)):
            break
        rows += 1
    return rows


def _unbordered(lines: Sequence[str], index: int) -> int:
    """Lines that are cut alike by |, without a border around them and a rule: 月份|活动|负责 and two rows at least."""
    heads = [cell.strip() for cell in with_signs(lines[index]).split("|")]
    if not all(0 < len(head) <= _LONGEST_HEAD for head in heads) or is_time_line(heads[0]):
        return 0
    rows = 0
    for line in _until_blank(lines, index):
        if is_rule(line) or _width(line) != len(heads):
            break
        rows += 1
    return rows if rows >= _FEWEST_UNBORDERED else 0


def _is_bordered(line: str) -> bool:
    text = line.strip().replace("｜", "|")
    return len(text) > 2 and text[0] == "|" == text[-1]


def _width(line: str) -> int:
    return line.strip().strip("|｜").replace("｜", "|").count("|") + 1


def _spaced(lines: Sequence[str], index: int) -> int:
    """Lines that blanks cut alike, one column of which says times: a table copied from a page."""
    line = lines[index].rstrip()
    if line[:1] in _BLANKS or not is_spaced(line):
        return 0
    head, rows = _GAP.split(line), []
    for row in _until_blank(lines, index):
        cells = _GAP.split(row.strip())
        cells = ["", *cells] if row[0] in _BLANKS else cells
        if len(cells) != len(head) or not is_spaced(row.rstrip()) or not all(map(_is_short, cells)):
            break
        rows.append(cells)
    if len(rows) < _FEWEST_UNBORDERED:
        return 0
    is_of_times = any(map(_TIME_HEAD.fullmatch, head)) or any(
        all(not cell or is_month_like(cell) or is_like_time(cell) for cell in column)
        for column in zip(*rows, strict=True)
    )
    return len(rows) if is_of_times else 0


def _is_short(cell: str) -> bool:
    return len(cell) <= _LONGEST_SPACED and not cell.endswith(tuple("。；：:"))


def _tabbed(lines: Sequence[str], index: int) -> int:
    """Lines that a spreadsheet was copied to: as many tabs in each as in the first."""
    head = [cell.strip() for cell in lines[index].strip(" \r").split("\t")]
    if not all(head) or head[0][-1] in ":：" or is_time_line(head[0]):
        return 0
    rows = 0
    for line in _until_blank(lines, index):
        if not _is_row(line, len(head)):
            break
        rows += 1
    return rows if rows > 1 else 0


def _is_row(line: str, columns: int) -> bool:
    cells = line.strip(" \r").split("\t")
    written = line.rstrip().strip(" ").split("\t")
    fits = len(cells) == columns or 1 < len(written) <= columns
    return fits and "|" not in line and "｜" not in line and all(len(cell) <= _LONGEST_CELL for cell in cells)
