"""Frozen values as JSON and back: what is kept in a file may be read by a program that does not trust it, as pickles may not.

Nothing is made but what is declared: values of the types that are reachable from some classes by their annotations.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from typing import Any, get_args, get_type_hints

_PLAIN = frozenset({str, int, float, bool, type(None)})
"""What JSON itself tells apart."""


class UndeclaredType(TypeError):
    """A value of a type that is not declared."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How values of one type are written as values of others, and made of those again."""

    parts: Callable[[Any], tuple[Any, ...]]
    made: Callable[..., Any]


_LIBRARY: Mapping[type, Codec] = {
    tuple: Codec(tuple, lambda *items: items),
    list: Codec(tuple, lambda *items: [*items]),
    frozenset: Codec(lambda value: tuple(sorted(value)), lambda *items: frozenset(items)),
    dict: Codec(
        lambda value: (*value.keys(), *value.values()),
        lambda *items: dict(zip(items[: len(items) // 2], items[len(items) // 2 :], strict=True)),
    ),
    date: Codec(lambda value: (value.toordinal(),), date.fromordinal),
    datetime: Codec(lambda value: (value.isoformat(),), datetime.fromisoformat),
    time: Codec(lambda value: (value.isoformat(),), time.fromisoformat),
    Decimal: Codec(lambda value: (str(value),), Decimal),
}


class Serializer:
    """Writes and reads values of the types in `roots`, annotations, and of all that their fields may hold.

    `codecs` tells of types that are neither of the library nor dataclasses, named tuples or enumerations.
    """

    def __init__(self, *roots: Any, codecs: Mapping[type, Codec] | None = None) -> None:
        own = codecs or {}
        found = {kind: _codec_of(kind) for kind in _reachable(roots, {*own})}
        known = {**_LIBRARY, **own, **found}
        kinds = sorted(known, key=lambda kind: f"{kind.__module__}.{kind.__qualname__}")
        self._numbers = {kind: (number, known[kind].parts) for number, kind in enumerate(kinds)}
        self._makers = [known[kind].made for kind in kinds]

    def dumps(self, value: object) -> str:
        """`value` as a text. Raises UndeclaredType."""
        return json.dumps(self._written(value), ensure_ascii=False, separators=(",", ":"))

    def loads(self, text: str) -> Any:
        """The value that was written to `text` by the same code."""
        return self._made(json.loads(text))

    def _written(self, value: Any) -> Any:
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind not in self._numbers:
            raise UndeclaredType(kind.__qualname__)
        number, parts = self._numbers[kind]
        return [number, *map(self._written, parts(value))]

    def _made(self, written: Any) -> Any:
        if type(written) is not list:
            return written
        number, *parts = written
        made = self._made
        # Two of three parts are plain: of 1,000 documents, a quarter of a million calls.
        return self._makers[number](*[made(part) if type(part) is list else part for part in parts])


def _codec_of(kind: Any) -> Codec:
    if issubclass(kind, Enum):
        return Codec(lambda value: (value.value,), kind)
    if issubclass(kind, tuple):
        return Codec(tuple, kind)
    names = tuple(field.name for field in fields(kind))
    values = attrgetter(*names)
    parts = values if len(names) > 1 else (lambda value: (values(value),))
    if any(field.kw_only for field in fields(kind)):
        return Codec(parts, lambda *items: kind(**dict(zip(names, items, strict=True))))
    return Codec(parts, kind)


def _reachable(roots: tuple[Any, ...], known: set[type]) -> set[type]:
    """All dataclasses, named tuples and enumerations that fields of `roots` may hold, and theirs, and so on."""
    found: set[type] = set()
    waiting = [kind for root in roots for kind in _types_in(root)]
    while waiting:
        kind = waiting.pop()
        if kind in found or kind in known or not _is_ours(kind):
            continue
        found.add(kind)
        if not issubclass(kind, Enum):
            waiting += [part for hint in get_type_hints(kind).values() for part in _types_in(hint)]
            waiting += kind.__subclasses__()
    return found


def _is_ours(kind: type) -> bool:
    return is_dataclass(kind) or issubclass(kind, Enum) or hasattr(kind, "_fields")


def _types_in(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and not get_args(hint):
        yield hint
    for part in get_args(hint):
        yield from _types_in(part)
