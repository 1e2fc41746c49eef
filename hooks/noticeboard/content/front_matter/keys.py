"""The key at the start of a front matter line: what it is, and how it was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from noticeboard.content.front_matter.unquoted import BLANKS
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Edit, Fault, Level

KEY_SPELLING = Diagnostic("key-spelling", Level.WARNING)
FULLWIDTH_COLON = Diagnostic("fullwidth-colon", Level.WARNING)
MISSING_SPACE = Diagnostic("missing-space", Level.WARNING)

_LINE = pattern_of(
    rf"""[{BLANKS}]*
    (?P<key>"[^"]*"[{BLANKS}]*|'[^']*'[{BLANKS}]*|[^\s{BLANKS}:：][^:：]*)
    (?P<colon>[:：])[{BLANKS}]*""",
    re.VERBOSE,
)
_WORD = pattern_of(r"[^\W\d]\w{0,15}")
_JOINERS = pattern_of(r"[\s_\-\u200b\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class Key:
    """A key and where its value begins."""

    name: str
    """As known when it is known in another spelling (``Title``, ``标　题``), else as typed."""
    is_known: bool
    start: int
    """Characters before the key in its line, likewise `value_start`."""
    value_start: int
    faults: tuple[Fault, ...] = ()
    """How it was typed. Their offsets count from the start of the line."""


class KeyReader:
    """Finds the key of a line, given all keys that may be typed."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = known

    def read(self, line: str) -> Key | None:
        """The key that `line` begins with, None when it is no ``key: value`` line.

        A full-width colon or a missing space after the colon is accepted after a known key and after a
        single word.
        """
        found = _LINE.match(line)
        if found is None:
            return None
        typed, start = found["key"].rstrip(BLANKS), found.start("key")
        wrong = colon_fault(typed, line, found.start("colon"))
        if typed in self._known and wrong is None:
            return Key(typed, True, start, found.end())
        if typed[0] in "\"'" and len(typed) > 1:
            typed, start = typed[1:-1], start + 1
        name = typed if typed in self._known else self._spellings.get(_fold(typed))
        if wrong and name is None and (not _WORD.fullmatch(typed) or line.startswith("//", found.end())):
            return None
        faults = []
        if name and name != typed:
            message = f"“{typed}”已按“{name}”读取。"
            hint = f"请改成“{name}”，字母大小写和空格都要一样。"
            edit = Edit(start, start + len(typed), name)
            faults.append(Fault(KEY_SPELLING, message, hint, start, edit))
        if wrong:
            faults.append(wrong)
        return Key(name or typed, name is not None, start, found.end(), tuple(faults))

    @cached_property
    def _spellings(self) -> dict[str, str]:
        return {_fold(key): key for key in self._known}


def colon_fault(key: str, line: str, offset: int) -> Fault | None:
    """What is wrong with the colon after `key`, at `offset` of `line`."""
    after = line[offset + 1 : offset + 2]
    value = line[offset + 1 :].lstrip(BLANKS)
    edit = Edit(offset, len(line) - len(value), ": " if value else ":")
    if line[offset] == "：":
        message = f"“{key}：”用了全角冒号，已按“{key}: ”读取。"
        return Fault(FULLWIDTH_COLON, message, "请改成英文冒号加空格。", offset, edit)
    if after in ("", " ", "\t"):
        return None
    message = f"“{key}:”后面少了英文空格，已按“{key}: ”读取。"
    return Fault(MISSING_SPACE, message, "请在冒号后面加一个英文空格。", offset, edit)


def _fold(key: str) -> str:
    return _JOINERS.sub("", unicodedata.normalize("NFKC", key).casefold())
