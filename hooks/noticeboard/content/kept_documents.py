"""Documents as they were read, in a store: what has the same bytes is not read again by another process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from noticeboard.cache import code_state
from noticeboard.content.documents import Document
from noticeboard.content.shared_digest import serializer, worked_out
from noticeboard.markup.blocks import read_blocks
from noticeboard.markup.body import EMPTY, Body
from noticeboard.markup.nodes import Blocks
from noticeboard.problems import Problem
from noticeboard.serializer import UndeclaredType
from noticeboard.text_store import TextStore

Read = tuple[Document, tuple[Problem, ...]]
_DAMAGED = (ValueError, TypeError, LookupError, ArithmeticError, RecursionError)
"""What may come of a text that somebody has laid into the store."""


@dataclass(frozen=True, slots=True)
class KeptDocuments:
    """Documents by names, each with what was found while it was read; without a store nothing is kept."""

    store: TextStore = field(default_factory=TextStore)

    @classmethod
    def at(cls, root: Path, folder: str) -> KeptDocuments:
        """Those in `folder`, of the caches of the board at `root`."""
        return cls(TextStore.at(root, folder))

    def names(self, about: str, keys: Sequence[tuple[str, bytes | None]]) -> list[str]:
        """The names of documents of these paths with these SHA-256, as this code reads them; `about` says how else they are read."""
        if self.store.folder is None:
            return [""] * len(keys)
        # Once for all of them: settings take many times as long to tell as a path.
        state = sha256(f"{code_state()} {about}".encode("utf-8", "surrogatepass")).hexdigest()
        return [sha256(f"{state} {key!r}".encode("utf-8", "surrogatepass")).hexdigest() for key in keys]

    def read(self, name: str, path: str) -> Read | None:
        """The document at `path` that was kept as `name`."""
        text = self.store.read(name)
        if text is None:
            return None
        facts, _, tree = text.partition("\n")
        try:
            kept, problems, made = serializer().loads(facts)
            # Most bodies are looked into by nobody after one edit: their trees take most of the time.
            document = replace(kept, tree=Body.later(partial(_tree, tree, kept)))
            # There cached properties keep what they have worked out.
            vars(document).update(made)
        except _DAMAGED:
            return None
        return (document, problems) if isinstance(document, Document) and document.path == path else None

    def write(self, name: str, read: Read) -> None:
        """Keeps a document as `name`."""
        if self.store.folder is None:
            return
        document, problems = read
        try:
            made = worked_out(document) if document.shared_digest else {}
            facts = serializer().dumps((replace(document, tree=EMPTY), problems, made))
            # JSON has no ends of lines.
            text = f"{facts}\n{serializer().dumps(document.tree.blocks)}"
        except (UndeclaredType, RecursionError):
            return
        self.store.write(name, text)


def _tree(kept: str, document: Document) -> Blocks:
    """The blocks that were kept of a document; read again where somebody has damaged them."""
    try:
        blocks: Blocks = serializer().loads(kept)
        return blocks
    except _DAMAGED:
        return read_blocks(document.body, document.body_line)
