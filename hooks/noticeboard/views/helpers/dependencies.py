"""What a page's content depends on, as a digest: pages of the same digest are the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from noticeboard.content.activities.activity import Activity
from noticeboard.content.documents import Document
from noticeboard.content.fields import Declaration

_PLAIN = frozenset((str, bytes, int, float, bool, type(None), date, datetime, time, Decimal))

_Pieces = list[str]
"""What a value is made of, piece by piece."""
_ContextOf = Callable[[Document], str]
_Writer = Callable[[Any, _Pieces, _ContextOf], None]


class UnknownDependency(TypeError):
    """A value of which nobody has said what it depends on."""


def digest_of(value: object, context_of: _ContextOf = lambda document: "") -> str:
    """A SHA-256, in hexadecimal, of all that `value` holds. Raises UnknownDependency.

    A document stands for what it tells: its path, and its `shared_digest`, or that of its text where the other is not known; who shows a text takes in
    more. What is read from a text by other settings or another program is another thing, which the caller takes in; so is what a board says of a
    document, which is `context_of` it. An activity stands beside its document, so its line in that is enough.
    """
    pieces: _Pieces = []
    _write(value, pieces, context_of)
    return hashlib.sha256("\0".join(pieces).encode("utf-8", "surrogatepass")).hexdigest()


def _write(value: Any, pieces: _Pieces, context_of: _ContextOf) -> None:
    kind = type(value)
    if kind in _PLAIN:
        pieces.append(repr(value))
    else:
        _WRITER_OF[kind](value, pieces, context_of)


def _document(value: Document, pieces: _Pieces, context_of: _ContextOf) -> None:
    said = value.shared_digest or value.digest
    if not said:
        raise UnknownDependency(value.path)
    pieces.append(f"document {value.path} {said} {value.names_left} {context_of(value)}")


def _activity(value: Activity, pieces: _Pieces, context_of: _ContextOf) -> None:
    pieces.append(f"activity {value.line} {value.anchor}")


def _settings(value: BaseModel, pieces: _Pieces, context_of: _ContextOf) -> None:
    """Part of the settings: what it says of itself is all that it holds."""
    pieces.append(f"{type(value).__qualname__} {value!r}")


def _declaration(value: Declaration, pieces: _Pieces, context_of: _ContextOf) -> None:
    pieces.append(f"field {value.name}")


def _class(value: type[Any], pieces: _Pieces, context_of: _ContextOf) -> None:
    pieces.append(f"class {value.__qualname__}")


def _enum(value: Enum, pieces: _Pieces, context_of: _ContextOf) -> None:
    pieces.append(f"{type(value).__qualname__}.{value.name}")


def _mapping(value: Mapping[Any, Any], pieces: _Pieces, context_of: _ContextOf) -> None:
    pieces.append(f"mapping {len(value)}")
    for key, item in value.items():
        _write(key, pieces, context_of)
        _write(item, pieces, context_of)


def _row(value: tuple[Any, ...] | list[Any], pieces: _Pieces, context_of: _ContextOf) -> None:
    pieces.append(f"list {len(value)}")
    for item in value:
        _write(item, pieces, context_of)


def _set(value: Set[Any], pieces: _Pieces, context_of: _ContextOf) -> None:
    items: list[str] = []
    for item in value:
        parts: _Pieces = []
        _write(item, parts, context_of)
        items.append("\1".join(parts))
    pieces.append(f"set {len(value)}")
    pieces += sorted(items)


def _unknown(value: object, pieces: _Pieces, context_of: _ContextOf) -> None:
    raise UnknownDependency(type(value).__qualname__)


def _dataclass_writer(kind: type[Any]) -> _Writer:
    names = [field.name for field in fields(kind)]

    def write(value: Any, pieces: _Pieces, context_of: _ContextOf) -> None:
        pieces.append(kind.__qualname__)
        for name in names:
            _write(getattr(value, name), pieces, context_of)

    return write


_WRITERS: tuple[tuple[type[Any] | tuple[type[Any], ...], _Writer], ...] = (
    (Document, _document),
    (Activity, _activity),
    (BaseModel, _settings),
    (Declaration, _declaration),
    (Enum, _enum),
    (type, _class),
    (Mapping, _mapping),
    ((tuple, list), _row),
    (Set, _set),
)
"""The first type that fits counts."""


class _WriterOf(dict[type[Any], _Writer]):
    """How values of a type are written; asked once a type, of which there are few."""

    def __missing__(self, kind: type[Any]) -> _Writer:
        known = (writer for base, writer in _WRITERS if issubclass(kind, base))
        other = _dataclass_writer(kind) if is_dataclass(kind) else _unknown
        self[kind] = writer = next(known, other)
        return writer


_WRITER_OF = _WriterOf()
