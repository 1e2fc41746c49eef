"""Documents that were read before, in this process or by another: what has the same bytes is not read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from noticeboard import parallel
from noticeboard.cache import code_state
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.documents import Document
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import SourceFile, content_of, source_of
from noticeboard.content.told import serializer, with_told, worked_out
from noticeboard.markup.blocks import read_blocks
from noticeboard.markup.body import EMPTY, Body
from noticeboard.markup.nodes import Blocks
from noticeboard.problems import Problem
from noticeboard.serializer import UndeclaredType
from noticeboard.text_store import TextStore

Read = tuple[Document, tuple[Problem, ...]]
_Key = tuple[str, bytes | None]
"""Path and SHA-256 of what stands there; None where it cannot be opened."""
_CACHE = "documents"
_DAMAGED = (ValueError, TypeError, LookupError, ArithmeticError, RecursionError)
"""What may come of a text that somebody has laid into the store."""


class KnownDocuments:
    """The documents of one board, kept in memory and in `store`.

    For 1,000 documents of which one was edited 0.1 instead of 3.6 s of processor time in a process that has read them, such as
    a preview, and a sixth of the time in another one.
    """

    def __init__(self, store: TextStore | None = None) -> None:
        self._store = store or TextStore()
        self._settings: Settings | None = None
        self._read: dict[_Key, Read] = {}

    @classmethod
    def at(cls, root: Path) -> KnownDocuments:
        """Those of the board at `root`, with what other processes have read."""
        return cls(TextStore.at(root, _CACHE))

    def start(self, files: Sequence[SourceFile], settings: Settings) -> Callable[[], list[Read]]:
        """Like `parallel.start_map`: begins to read, and gives what was read."""
        if settings != self._settings:
            self._settings, self._read = settings, {}
        # The bytes that are read are those that the documents are known by, whoever writes to the files meanwhile.
        contents = [content_of(file) for file in files]
        keys = [
            (file.path, data and sha256(data).digest()) for file, data in zip(files, contents, strict=True)
        ]
        names = self._names(keys, settings)
        known = {key: found for key, name in names.items() if (found := self._known(key, name)) is not None}
        new = [number for number, key in enumerate(keys) if key not in known]

        def read(number: int) -> Read:
            source = source_of(files[number], contents[number], KNOWN_KEYS)
            document, faults = read_document(source, settings)
            if not any(fault.is_error for fault in faults):
                document = with_told(document)
            found = document, faults
            self._keep(names[keys[number]], found)
            return found

        reading = parallel.start_map(read, new)

        def finish() -> list[Read]:
            fresh = dict(zip((keys[number] for number in new), reading(), strict=True))
            self._read = known | fresh
            # Workers have written theirs.
            self._store.used.update(names.values())
            self._store.prune()
            return [self._read[key] for key in keys]

        return finish

    def _names(self, keys: Sequence[_Key], settings: Settings) -> dict[_Key, str]:
        """The names of documents in the store."""
        state = f"{code_state()} {settings!r}" if self._store.folder else ""
        return {key: sha256(repr((state, key)).encode("utf-8", "surrogatepass")).hexdigest() for key in keys}

    def _known(self, key: _Key, name: str) -> Read | None:
        if key in self._read:
            return self._read[key]
        text = self._store.read(name) if key[1] is not None else None
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
        return (document, problems) if isinstance(document, Document) and document.path == key[0] else None

    def _keep(self, name: str, read: Read) -> None:
        if self._store.folder is None:
            return
        document, problems = read
        try:
            # JSON has no ends of lines.
            made = worked_out(document) if document.told else {}
            facts = serializer().dumps((replace(document, tree=EMPTY), problems, made))
            text = f"{facts}\n{serializer().dumps(document.tree.blocks)}"
        except (UndeclaredType, RecursionError):
            return
        self._store.write(name, text)


def _tree(kept: str, document: Document) -> Blocks:
    """The blocks that were kept of a document; read again where somebody has damaged them."""
    try:
        blocks: Blocks = serializer().loads(kept)
        return blocks
    except _DAMAGED:
        return read_blocks(document.body, document.body_line)
