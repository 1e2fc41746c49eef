"""What a document tells others, as a digest: where it is the same, nothing but the document's own page, the feeds and the index can differ.

Lists, months, calendars and other documents' pages look at its fields, its activities and what its class reads in its body. A corrected
word changes none of that, so all of them stay. Of some types they also look for sections and tables, and a disclosure's digest is its proof.
"""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache, cached_property
from hashlib import sha256
from typing import Any, get_type_hints

from noticeboard.content.documents import TYPES, Disclosure, Document, Meeting, Notice, Proposal, Register
from noticeboard.markup.body import Body
from noticeboard.markup.nodes import Blocks
from noticeboard.problems import Problem
from noticeboard.serializer import Codec, Serializer, UndeclaredType

_TEXT = frozenset({"head", "body", "tree", "text", "digest", "shared_digest"})
"""What is the text itself, and not said in it."""


def shared_digest_of(document: Document) -> str:
    """A SHA-256 in hexadecimal, of a document without errors; empty where it cannot be told."""
    said = {it.name: getattr(document, it.name) for it in fields(document) if it.name not in _TEXT}
    said |= worked_out(document)
    if is_read_whole(document):
        said["digest"] = document.digest
    try:
        text = serializer().dumps(said)
    except (UndeclaredType, RecursionError):
        return ""
    return sha256(f"{document.type} {text}".encode("utf-8", "surrogatepass")).hexdigest()


def with_shared_digest(document: Document) -> Document:
    """A document without errors, with its `shared_digest` and all that is worked out of it."""
    shared = replace(document, shared_digest=shared_digest_of(document))
    # There cached properties keep what they have worked out.
    vars(shared).update(worked_out(document))
    return shared


def worked_out(document: Document) -> dict[str, Any]:
    """What the class of a document without errors works out of it, its cached properties by name."""
    return {name: getattr(document, name) for name in _cached(type(document)) if name not in _TEXT}


def is_read_whole(document: Document) -> bool:
    """Whether lists may look into its text: then a word of it may be told there."""
    if isinstance(document, Notice):
        return bool(document.issue or document.is_reply)
    return isinstance(document, Disclosure | Meeting | Proposal | Register)


@cache
def serializer() -> Serializer:
    """Writes documents, and what is worked out of them."""
    hints = [
        get_type_hints(made.func)["return"] for kind in TYPES.values() for made in _cached(kind).values()
    ]
    body = Codec(lambda body: (body.blocks,), Body.of)
    return Serializer(Document, *TYPES.values(), Problem, Blocks, *hints, codecs={Body: body})


def _cached(kind: type[Document]) -> dict[str, cached_property[Any]]:
    return {
        name: value
        for base in reversed(kind.__mro__)
        for name, value in vars(base).items()
        if isinstance(value, cached_property)
    }
