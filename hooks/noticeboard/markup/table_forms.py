"""Where a table begins and how it was typed: with its signs, with ``｜``, without its line of dashes, with tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from noticeboard.times import is_time_line

_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*$")
"""The line below a table's head as Markdown has it."""
_POOR_DASHES = "－—–─━=＝_＿-"
_POOR_RULE = re.compile(rf"[ \t\u3000\r|｜+:：{_POOR_DASHES}]+")
"""The same with other lines, corners or colons, or with too few columns."""
_SIGNS = str.maketrans({"｜": "|", "：": ":", "\u3000": " ", "+": "|", **dict.fromkeys(_POOR_DASHES, "-")})
_LONGEST_CELL = 60
_LONGEST_HEAD = 8
"""Characters of the head of a column, in lines of which only | tells that they are a table."""
_FEWEST_UNBORDERED = 3


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
    return _tabbed(lines, index) if "\t" in line else 0


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
    return row.replace("｜", "|")


def rule_with_signs(rule: str) -> str:
    """The line below a head, in whatever form, as Markdown has it."""
    return rule.translate(_SIGNS)


def is_tabbed(row: str) -> bool:
    """Whether a line is a row of cells that were pasted with tabs between."""
    return "\t" in row and "|" not in row and "｜" not in row


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
