"""What a document tells others, as a digest: where it is the same, nothing but the document's own page, the feeds and the index can differ.

Lists, months, calendars and other documents' pages look at its fields, its activities and what its class reads in its body. A corrected
word changes none of that, so all of them stay. Of some types they also look for sections and tables, and a disclosure's digest is its proof.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache, cached_property
from hashlib import sha256
from typing import Any, get_type_hints

from noticeboard.content.documents import TYPES, Disclosure, Document, Meeting, Notice, Proposal, Register
from noticeboard.serializer import Serializer, UndeclaredType

_TEXT = frozenset({"head", "body", "tree", "text", "digest", "told"})
"""What is the text itself, and not said in it."""


def told_of(document: Document) -> str:
    """A SHA-256 in hexadecimal, of a document without errors; empty where it cannot be told."""
    said = [getattr(document, name) for name in _names(type(document))]
    if is_read_whole(document):
        said.append(document.digest)
    try:
        text = _serializer().dumps(said)
    except (UndeclaredType, RecursionError):
        return ""
    return sha256(f"{document.type} {text}".encode("utf-8", "surrogatepass")).hexdigest()


def is_read_whole(document: Document) -> bool:
    """Whether lists may look into its text: then a word of it may be told there."""
    if isinstance(document, Notice):
        return bool(document.issue or document.is_reply)
    return isinstance(document, Disclosure | Meeting | Proposal | Register)


@cache
def _names(kind: type[Document]) -> tuple[str, ...]:
    """Its fields, and what it works out."""
    own = (field.name for field in fields(kind))
    return tuple(name for name in (*own, *_worked_out(kind)) if name not in _TEXT)


def _worked_out(kind: type[Document]) -> dict[str, Any]:
    return {
        name: value.func
        for base in reversed(kind.__mro__)
        for name, value in vars(base).items()
        if isinstance(value, cached_property)
    }


@cache
def _serializer() -> Serializer:
    hints = [get_type_hints(func)["return"] for kind in TYPES.values() for func in _worked_out(kind).values()]
    return Serializer(Document, *TYPES.values(), *hints)
