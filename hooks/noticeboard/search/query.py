"""What a reader typed, as terms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noticeboard.search.dates import DateMention, whole_date
from noticeboard.search.folding import SEPARATORS, fold

MOST = 200
"""Characters of a query that count; the rest is left out."""

_TERM = re.compile(r"""([-－]?)["“”＂「『]([^"“”＂」』]*)["“”＂」』]?|(\S+)""")
_WORD = re.compile(f"[^{SEPARATORS}]")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must occur, or must not."""

    text: str
    """Folded."""
    quoted: bool = False
    """Whether it may reach over punctuation in the text."""
    excluded: bool = False
    date: DateMention | None = None
    """The date that it is, and so any other way to write it."""


def terms_of(query: str) -> tuple[Term, ...]:
    """The terms of `query`; none for spaces and punctuation. Never raises.

    Terms stand between spaces; quotes make one of several; `-` before a term excludes it.
    """
    terms: dict[Term, None] = {}
    for minus, phrase, bare in _TERM.findall(query[:MOST]):
        quoted, excluded, written = not bare, bool(minus), phrase or bare
        if bare[:1] in ("-", "－") and len(bare) > 1:
            excluded, written = True, bare[1:]
        text = fold(written)
        if _WORD.search(text):
            terms[Term(text, quoted, excluded, None if quoted else whole_date(text))] = None
    return tuple(terms)
