"""Where ``**``, ``~~`` and ``_`` are emphasis, and where they are what officers typed: masked names and numbers, ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass

_RUN = re.compile(r"\*+|_+|~+")
_SIGNS = frozenset({"**", "***", "~~", "_", "__", "___"})
"""Runs that may be emphasis. A single ``*`` never is, nor is a run of four or more."""
_OPENING = frozenset("（(【［[〔「『《〈“‘<{｛")
_BEFORE_OPENING = _OPENING | frozenset("，。；：！？、…—）】］〕」』》〉”’）,;:!?|-+\"'→)]}")
"""Signs that emphasis may follow; beside these a blank, the line's start and 汉字."""
_NEVER_OPENED = frozenset("，。；：、！？）】］〕」』》〉”’…,.;:!?)]}|%")
"""What emphasis never begins with: behind it a list of masked names goes on, 张**、李**."""
_SEPARATORS = re.compile(r"[，、；\s]")
_LONGEST_FIGURE = 100
"""Characters between two marks that are looked through for separators."""
_BRACKETS = {"（": "）)", "(": "）)"}


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A run of signs that may open or close emphasis."""

    sign: str
    start: int
    end: int
    opens: bool
    closes: bool
    glued: bool
    """Whether it stands right behind 汉字, as the signs of a masked name do."""


def read_delimiter(text: str, start: int) -> Delimiter:
    """The run of equal signs at `start`."""
    run = _RUN.match(text, start)
    assert run is not None  # Nobody asks where none is.
    sign, end = run[0], run.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if sign not in _SIGNS or (before.isdigit() and after.isdigit()):
        return Delimiter(sign, start, end, False, False, False)
    if sign[0] == "_":
        inside, outside = after.isalpha(), before.isalpha()
        opens = inside and not before.isalnum()
        return Delimiter(sign, start, end, opens, outside and not after.isalnum(), False)
    glued = is_han(before)
    follows = glued or not before.strip() or before in _BEFORE_OPENING
    opens = follows and bool(after.strip()) and after not in _NEVER_OPENED
    closes = bool(before.strip()) and before not in _OPENING
    return Delimiter(sign, start, end, opens, closes, glued)


def belong_together(text: str, opening: Delimiter, closing: Delimiter) -> bool:
    """Whether what stands between two marks is emphasised; masked names and numbers are not."""
    if not opening.glued:
        return True
    first = text[opening.end]
    if text[closing.end : closing.end + 1].isdigit():
        return False
    if first in _BRACKETS:
        return text[closing.start - 1] in _BRACKETS[first]
    if first.isdigit():
        length = closing.start - opening.end
        return length <= _LONGEST_FIGURE and not _SEPARATORS.search(text, opening.end, closing.start)
    return True


def is_han(sign: str) -> bool:
    """Whether it is a 汉字 of the plane that officers write with."""
    return "\u3400" <= sign <= "\u9fff"
