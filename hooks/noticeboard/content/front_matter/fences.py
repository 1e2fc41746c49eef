"""Where the front matter of a text begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from noticeboard.content.front_matter.keys import KeyReader
from noticeboard.content.front_matter.unquoted import BLANKS
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Edit, Fault, Level

FRONT_MATTER_MISSING = Diagnostic("front-matter-missing", Level.ERROR)
FRONT_MATTER_NOT_FIRST = Diagnostic("front-matter-not-first", Level.ERROR)
FRONT_MATTER_FENCE = Diagnostic("front-matter-fence", Level.WARNING)
FRONT_MATTER_UNCLOSED = Diagnostic("front-matter-unclosed", Level.ERROR)

_DASHES = pattern_of(r"[-‐‑‒–−﹣－—―─]{2,}|[—―]")
_HEADING = pattern_of(r"#{2,6}[ \t]*[^#\s]")
_ITEM = pattern_of(r"-(?:\s|$)")

_HOW = "请在文件最前面写一行“---”，接着各用一行写“类型: 通知”“标题: …”“日期: 2026-03-08”，再写一行“---”。"
_EMPTY = Fault(FRONT_MATTER_MISSING, "文件是空的。", _HOW)
_MISSING = Fault(FRONT_MATTER_MISSING, "文件开头没有两行“---”和写在它们之间的“类型”“标题”“日期”。", _HOW)
_NOT_FIRST = Fault(
    FRONT_MATTER_NOT_FIRST, "第一行“---”前面有别的文字。", "请把这些文字移到第二个“---”之后，或者删去。"
)
_NOT_OPENED = Fault(
    FRONT_MATTER_FENCE,
    "“类型”“标题”等各项前面少了一行“---”，已补上。",
    "请在文件最前面加一行“---”。",
    edit=Edit(0, 0, "---\n"),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A text, parted. Lines are 1-based."""

    header: str
    header_line: int
    body: str
    body_line: int
    found: tuple[tuple[Fault, int, int], ...]
    """What is wrong with the dashes, with line and column."""


def part(text: str, keys: KeyReader) -> Parts:
    """The front matter and the body of `text`, whose lines end by ``\\n``.

    The lines of dashes are recognised in other dashes too, when keys stand between them. Where the front
    matter ends without its second line of dashes is a guess, so an error; it is parted nevertheless, to
    report its other faults.
    """
    return _Parter(text.split("\n"), keys).part()


class _Parter:
    def __init__(self, lines: Sequence[str], keys: KeyReader) -> None:
        self._lines = lines
        self._keys = keys
        self._found: list[tuple[Fault, int, int]] = []

    def part(self) -> Parts:
        first = self._next_filled(0)
        if first is None:
            return self._refuse(_EMPTY)
        start = self._start(first)
        if start is None:
            return self._refuse(_MISSING)
        end = self._fence_from(start)
        body = self._body_from(start, len(self._lines) if end is None else end, closed=end is not None)
        if body is not None:
            return self._unclosed(start, body)
        if end is None:
            return self._refuse(_MISSING)
        self._check_dashes(end)
        return self._parts(start, end, end + 1)

    def _start(self, first: int) -> int | None:
        """The index of the front matter's first line, None when there is no front matter."""
        if self._lines[first].rstrip(BLANKS) == "---":
            return first + 1
        if self._is_fence(first) and self._is_key(self._next_filled(first + 1)):
            self._check_dashes(first)
            return first + 1
        if self._is_key(first) and self._is_all_keys(first):
            self._found.append((_NOT_OPENED, first + 1, 1))
            return first
        for index in range(first + 1, len(self._lines)):
            if self._is_fence(index) and self._is_key(self._next_filled(index + 1)):
                self._found.append((_NOT_FIRST, first + 1, 1))
                self._check_dashes(index)
                return index + 1
        return None

    def _is_all_keys(self, first: int) -> bool:
        """Whether from `first` on only keys and what belongs to them stand before a line of dashes."""
        end = self._fence_from(first)
        return end is not None and all(
            not line.strip(BLANKS) or line[0] in f"#{BLANKS}" or _ITEM.match(line) or self._is_key(index)
            for index, line in enumerate(self._lines[first:end], first)
        )

    def _fence_from(self, start: int) -> int | None:
        """The first line of dashes from `start` on; one away from the margin only when there is no other."""
        for at_margin in (True, False):
            for index in range(start, len(self._lines)):
                line = self._lines[index]
                if line and (line[0] not in BLANKS) is at_margin and (self._is_fence(index) or line == "..."):
                    return index
        return None

    def _body_from(self, start: int, limit: int, *, closed: bool) -> int | None:
        """The index at which the body begins before `limit`, None when all up to there is front matter.

        A line of dashes further down may be a rule in the body. So also when there is one, prose, headings
        and lists that come after the last key and a blank line are the body's.
        """
        last = next((index for index in range(limit - 1, start - 1, -1) if self._is_key(index)), None)
        if last is None:
            return None
        key = self._keys.read(self._lines[last])
        takes_items = key is not None and not self._lines[last][key.value_start :].strip(BLANKS)
        after_blank = False
        for index in range(last + 1, limit):
            line = self._lines[index]
            if not line.strip(BLANKS):
                after_blank = True
            elif line[0] in BLANKS:
                continue
            elif _HEADING.match(line):
                return index
            elif _ITEM.match(line):
                if after_blank and not takes_items:
                    return index
            elif after_blank and not (closed and (line[0] == "#" or self._is_entry(line))):
                return index
        return None if closed else limit

    def _unclosed(self, start: int, body: int) -> Parts:
        filled = [
            index
            for index in range(start - 1, min(body + 1, len(self._lines)))
            if self._lines[index].strip(BLANKS)
        ]
        line = filled[-1] + 1
        where = f"第 {line} 行前面" if body < len(self._lines) else f"第 {line} 行后面"
        fault = Fault(
            FRONT_MATTER_UNCLOSED, "开头的“---”后面缺少配对的第二行“---”。", f"请在{where}加一行“---”。"
        )
        self._found.append((fault, line, 1))
        return self._parts(start, body, body)

    def _check_dashes(self, index: int) -> None:
        line = self._lines[index]
        if line.rstrip(BLANKS) != "---":
            typed = line.strip(BLANKS)
            before = line.index(typed)
            what = f"“{typed}”" if typed != "---" else "前面有空格的“---”"
            # A comment is said to be in the way, and stays: nothing that was written is deleted.
            has_note = "#" in typed
            fault = Fault(
                FRONT_MATTER_FENCE,
                f"{what}已按“---”读取。",
                "请改成从行首开始的三个英文减号“---”。",
                edit=None if has_note else Edit(-before, len(line) - before, "---"),
            )
            self._found.append((fault, index + 1, before + 1))

    def _is_fence(self, index: int) -> bool:
        line = self._lines[index]
        if line == "---":
            return True
        # What YAML takes for a comment may stand behind the dashes.
        dashes, sign, _ = line.partition("#")
        if sign and dashes[-1:] not in (" ", "\t"):
            return False
        return _DASHES.fullmatch(dashes.strip(BLANKS)) is not None

    def _is_key(self, index: int | None) -> bool:
        key = self._keys.read(self._lines[index]) if index is not None else None
        return key is not None and key.is_known

    def _is_entry(self, line: str) -> bool:
        """Whether a line is a key, perhaps an unknown one, with a value; "各位老师：" is none."""
        key = self._keys.read(line)
        return key is not None and line[key.value_start :].strip(BLANKS) != ""

    def _next_filled(self, start: int) -> int | None:
        return next((i for i in range(start, len(self._lines)) if self._lines[i].strip(BLANKS)), None)

    def _parts(self, start: int, end: int, body: int) -> Parts:
        lines = self._lines
        return Parts(
            "\n".join(lines[start:end]), start + 1, "\n".join(lines[body:]), body + 1, tuple(self._found)
        )

    def _refuse(self, fault: Fault) -> Parts:
        return Parts("", 1, "\n".join(self._lines), 1, ((fault, 1, 1),))
