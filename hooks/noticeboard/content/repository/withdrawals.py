"""Documents that were taken back: their pages say so, and nothing else of them is published (SPECIFICATION section 9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.repository.history import History, day_of_line
from noticeboard.markup.body import EMPTY


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A document that was taken back."""

    document: Document
    """Without its text, its attachments, and all that only its text explains."""
    day: date | None
    """On which it was; None where neither the field nor git says it."""

    @property
    def reason(self) -> str:
        """Why it was withdrawn, in the author's words."""
        return self.document.withdrawn or ""


def read_withdrawals(root: Path, history: History, documents: Iterable[Document]) -> tuple[Withdrawal, ...]:
    """Those of `documents` that were taken back, newest first."""
    found = (Withdrawal(_bare(it), _day(root, history, it)) for it in documents if it.withdrawn)
    return tuple(sorted(found, key=lambda it: (-it.document.date.toordinal(), it.document.path)))


def _day(root: Path, history: History, document: Document) -> date | None:
    if document.withdrawn_on is not None or document.path not in history.changes:
        return document.withdrawn_on
    return day_of_line(root, document.path, document.positions["withdrawn"][0])


def _bare(document: Document) -> Document:
    bare = replace(
        document, head="", body="", tree=EMPTY, digest="", meta={}, activities=(), links=(), attachments=(), tags=(),
        contact=None, correction=None, pinned=False, pinned_reason=None,
    )  # fmt: skip
    if isinstance(bare, Disclosure):
        return replace(
            bare, basis=None, channels=(), places=(), feedback=None, reviewer=None, replaces=None, results=()
        )
    return bare
