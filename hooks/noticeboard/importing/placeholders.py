"""Years that were blacked out, 20XX年: they stay as they are, until somebody says the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_REDACTED = re.compile(
    r"(?<![0-9A-Za-z])(?:20(?:\\?[xX×ｘＸ*＊?？_＿○〇]){1,2}|20[0-9]\\?[xX×ｘＸ*＊?？_＿]|(?:\\?[xX×ｘＸ]){2,4})"
    r"(?=\s?(?:年|学年)|\s?[-—–－~～]{1,2}\s?20|\s?[-—–－至~～]{1,2}\s?[xX×*]{2})"
    r"|(?<=[-—–－~～])\s?20(?:\\?[xX×ｘＸ*＊?？_＿]){2}(?=\s?(?:年|学年))"
    r"|〇〇(?=年)|二〇[xX×]{2}(?=年)"
)
_STAND_INS = tuple(str(year) for year in range(2099, 2059, -1))


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text in which a year stands for each that was blacked out, so that its months can be read."""

    text: str
    year: str
    """The stand-in; the text says it nowhere else."""
    written: tuple[str, ...]
    """What stood there, from first to last."""

    def restored(self, text: str) -> str | None:
        """`text`, which was made of this one, with what stood there; None where some of it got lost."""
        pieces = text.split(self.year) if self.written else [text]
        if len(pieces) != len(self.written) + 1:
            return None
        return "".join(part for pair in zip(pieces, (*self.written, ""), strict=True) for part in pair)


def hide(text: str) -> Hidden:
    """`text` with a year for each that was blacked out."""
    year = next(year for year in (*_STAND_INS, "2059") if year not in text)
    written = tuple(_REDACTED.findall(text))
    return Hidden(_REDACTED.sub(year, text), year, written)


def filled(text: str, year: str) -> tuple[str, int]:
    """`text` with `year` wherever a year was blacked out that can be this one, and how many places that were."""
    count = 0

    def fill(found: re.Match[str]) -> str:
        nonlocal count
        if not _fits(found[0], year):
            return found[0]
        count += 1
        return year

    return _REDACTED.sub(fill, text), count


def _fits(redacted: str, year: str) -> bool:
    """Whether the digits that are left agree: 201X is no year of the twenties."""
    signs = redacted.replace("\\", "").strip()
    return all(not sign.isdecimal() or sign == digit for sign, digit in zip(signs, year, strict=False))


def redacted(text: str) -> Sequence[str]:
    """All that was blacked out."""
    return _REDACTED.findall(text)
