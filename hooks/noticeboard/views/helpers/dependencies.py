"""What a page's content depends on, as a digest: pages of the same digest are the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from noticeboard.content.activities import Activity
from noticeboard.content.documents import Document
from noticeboard.content.fields import Declaration

_PLAIN = (str, bytes, int, float, bool, type(None), date, datetime, time, Decimal)


class Unknown(TypeError):
    """A value of which nobody has said what it depends on."""


def digest_of(value: object, context_of: Callable[[Document], str] = lambda document: "") -> str:
    """A SHA-256, in hexadecimal, of all that `value` holds. Raises Unknown.

    A document stands for all that was read from it: its path, and the digest of its text. What is read from a text by other settings or another program
    is another thing, which the caller takes in; so is what a board says of a document, which is `context_of` it. An activity stands beside its document, so its line in that is enough.
    """
    return hashlib.sha256("\0".join(_parts(value, context_of)).encode("utf-8", "surrogatepass")).hexdigest()


def _parts(value: Any, context_of: Callable[[Document], str]) -> Iterator[str]:
    kind = type(value)
    if kind in _PLAIN:
        yield repr(value)
    elif isinstance(value, Document):
        if not value.digest:
            raise Unknown(value.path)
        yield f"document {value.path} {value.digest} {value.names_left} {context_of(value)}"
    elif isinstance(value, Activity):
        yield f"activity {value.line} {value.anchor}"
    elif isinstance(value, BaseModel):
        # Part of the settings: what it says of itself is all that it holds.
        yield f"{kind.__qualname__} {value!r}"
    elif isinstance(value, Declaration):
        yield f"field {value.name}"
    elif isinstance(value, Enum):
        yield f"{kind.__qualname__}.{value.name}"
    elif isinstance(value, Mapping):
        yield f"mapping {len(value)}"
        for key, item in value.items():
            yield from _parts(key, context_of)
            yield from _parts(item, context_of)
    elif isinstance(value, tuple | list):
        yield f"list {len(value)}"
        for item in value:
            yield from _parts(item, context_of)
    elif isinstance(value, Set):
        yield f"set {len(value)}"
        yield from sorted("\1".join(_parts(item, context_of)) for item in value)
    elif is_dataclass(kind):
        yield f"{kind.__qualname__}"
        for item in _values(kind)(value):
            yield from _parts(item, context_of)
    else:
        raise Unknown(kind.__qualname__)


@cache
def _values(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    names = [field.name for field in fields(kind)]
    return (
        attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),) if names else ()
    )
