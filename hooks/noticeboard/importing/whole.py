"""Several parts of a file as one document."""

from __future__ import annotations

from collections.abc import Sequence

from noticeboard.importing.draft import DraftDocument
from noticeboard.importing.markdown import escaped


def joined(parts: Sequence[DraftDocument]) -> DraftDocument:
    """The parts one below the other; the titles of all but the first are headings."""
    first, *others = parts
    pieces = [first.body.strip("\n")]
    for part in others:
        pieces += [f"## {escaped(part.title)}"] if part.title else []
        pieces.append(part.body.strip("\n"))
    return DraftDocument(first.title, "\n\n".join(piece for piece in pieces if piece) + "\n", first.head)
