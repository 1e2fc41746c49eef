"""Fields of a Word file: which of their results are text, and what those without one show (ECMA-376-1, 17.16)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

_LEFT_OUT = frozenset({"PAGE", "TOC", "INDEX", "RD", "TC", "XE", "PRIVATE"})
"""Page numbers and tables of contents, which no page of the web has, and marks that show nothing."""
_ADDRESS = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"', re.IGNORECASE)
_CIRCLED = re.compile(
    r"\\o\s*(?:\\a[clr]\s*)?\(\s*[○◯〇]\s*[,;，]\s*([0-9]{1,2}|[一-十])\s*\)", re.IGNORECASE
)
"""What Word makes of a character that it puts into a circle."""
_CHINESE = "一二三四五六七八九十"


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    has_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open; they may begin in one paragraph and end in another."""

    _open: list[_Field] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    """Names of fields whose results were left out."""

    def begin(self) -> None:
        """A field begins; it may stand in another's result."""
        self._open.append(_Field())

    def instruct(self, text: str) -> None:
        """Some of the innermost field's instruction."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].instruction += text

    def separate(self) -> None:
        """The innermost field's instruction has ended, its result begins."""
        if self._open:
            self._open[-1].has_result = True

    def end(self) -> str:
        """What the field shows that ends, where it has no result of its own."""
        if not self._open:
            return ""
        ended = self._open.pop()
        return "" if ended.has_result else shown_without_result(ended.instruction)

    def leave_paragraph(self) -> int:
        """How many fields a paragraph leaves in their instruction, which no field goes on with: they are open no more."""
        broken = [opened for opened in self._open if not opened.has_result]
        self._open = [opened for opened in self._open if opened.has_result]
        return len(broken)

    def leave_document(self) -> int:
        """How many fields never ended."""
        return len(self._open)

    @property
    def is_silent(self) -> bool:
        """Whether text that stands here is none that a reader should see."""
        return any(not opened.has_result or self._is_left_out(opened.instruction) for opened in self._open)

    def _is_left_out(self, instruction: str) -> bool:
        name = name_of(instruction)
        if name in _LEFT_OUT:
            self.left_out.add(name)
        return name in _LEFT_OUT

    @property
    def target(self) -> str:
        """The address of the link that is open."""
        found = (_ADDRESS.search(opened.instruction) for opened in self._open if opened.has_result)
        return next((address[1] for address in found if address), "")


def name_of(instruction: str) -> str:
    """The kind of a field, in capitals: `PAGE`, `HYPERLINK`; empty where it has none."""
    return instruction.split(maxsplit=1)[0].upper() if instruction.split() else ""


def is_left_out(instruction: str) -> bool:
    """Whether what a field shows is of the paper and not of the text, as a page number is."""
    return name_of(instruction) in _LEFT_OUT


def shown_without_result(instruction: str) -> str:
    """The sign of ``EQ \\o\\ac(○,1)``, ①; nothing for other fields."""
    found = _CIRCLED.search(instruction) if name_of(instruction) == "EQ" else None
    if found is None:
        return ""
    number = int(found[1]) if found[1].isdecimal() else _CHINESE.find(found[1]) + 1
    return (
        circled(number)
        if found[1].isdecimal()
        else unicodedata.lookup(f"CIRCLED IDEOGRAPH {_NAMES[number - 1]}")
    )


_NAMES = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN")


def circled(number: int) -> str:
    """A number in a circle, as Unicode has them from ① to ⑳; further ones in brackets."""
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else f"({number})"
