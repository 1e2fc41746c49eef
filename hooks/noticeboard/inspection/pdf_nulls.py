"""What is null in a PDF, or refers to nothing, is as if it were not there (ISO 32000-1, sections 7.3.7 and 7.3.10).

The library that reads PDFs stumbles over it, in every place where it expects something else.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

_NULL = re.compile(rb"\s*+\d++\s++\d++\s++obj(?:\s|%[^\r\n]*+[\r\n])*+null(?![A-Za-z])")
_LONGEST = 4096
"""In bytes: behind more blanks and comments no program writes a null, and a hostile file may have millions."""
_NO_EARLIER = re.compile(rb"/(?:Prev|XRefStm)\s+null(?![A-Za-z])")
"""In trailers, which the library follows before there is a reader; elsewhere they say nothing either."""
_OF_NO_PLACE = frozenset({"/Annots", "/Contents", "/Fields", "/Kids"})
"""Lists that lose nothing with a null; in others the place of a value says what it is."""


def reader_of(pypdf: ModuleType, data: bytes) -> Any:
    """The library's reader of a file, for which there are no nulls. Raises what the library raises."""

    def is_encrypted(self: Any) -> bool:
        how = self.trailer.get("/Encrypt")
        return how is not None and isinstance(how.get_object(), dict)

    # The library asks for it before there is a reader whose trailer could be cleaned.
    made = type("_Reader", (pypdf.PdfReader,), {"is_encrypted": property(is_encrypted)})
    data = _NO_EARLIER.sub(lambda found: b" " * len(found[0]), data)
    reader = made(io.BytesIO(data))
    _WithoutNulls(reader, data, reader.get_object, pypdf.generic.ArrayObject).begin()
    return reader


@dataclass(slots=True)
class _WithoutNulls:
    """Takes the nulls out of each object of one file when it is read first: its `get_object` stands for the reader's."""

    reader: Any
    data: bytes
    _get: Any
    _list: Any
    _cleaned: set[tuple[int, int]] = field(default_factory=set)
    _nulls: dict[tuple[int, int], bool] = field(default_factory=dict)
    """Of each object that was asked for: a list may refer to one thousands of times."""

    def begin(self) -> None:
        self.reader.get_object = self.get_object
        self._clean(self.reader.trailer)

    def get_object(self, reference: Any) -> Any:
        """As the reader's; reads of other objects no more than whether they are null."""
        held = self._get(reference)
        key = (reference, 0) if isinstance(reference, int) else (reference.idnum, reference.generation)
        if key not in self._cleaned and isinstance(held, dict | list):
            self._cleaned.add(key)
            self._clean(held)
        return held

    def _clean(self, start: Any) -> None:
        waiting = [start]
        while waiting:
            held = waiting.pop()
            if isinstance(held, dict):
                for key, value in list(held.items()):
                    if key == "/Filter" and self._is_null(value):
                        # Of a stream that was taken for a packed one the library asks how it is packed.
                        held[key] = self._list()
                    elif self._is_null(value):
                        del held[key]
                    elif key in _OF_NO_PLACE:
                        self._clean_list(value)
                waiting += (value for value in held.values() if isinstance(value, dict | list))
            else:
                waiting += (value for value in held if isinstance(value, dict | list))

    def _clean_list(self, value: Any) -> None:
        """Of what a key of `_OF_NO_PLACE` holds; a stream, or the one page that is referred to, stays unread."""
        items = value.get_object() if hasattr(value, "idnum") else value
        if isinstance(items, list):
            items[:] = [item for item in items if not self._is_null(item)]

    def _is_null(self, value: Any) -> bool:
        if not hasattr(value, "idnum"):
            return value is None or type(value).__name__ == "NullObject"
        key = (value.generation, value.idnum)
        if key not in self._nulls:
            self._nulls[key] = self._refers_to_null(value)
        return self._nulls[key]

    def _refers_to_null(self, value: Any) -> bool:
        number, generation = value.idnum, value.generation
        # In the order of the library: what lies in a stream of objects a table of an older kind may call free (section 7.5.8.4).
        is_packed = generation == 0 and number in self.reader.xref_objStm
        place = None if is_packed else self.reader.xref.get(generation, {}).get(number)
        if place is not None:
            is_free: bool = self.reader.xref_free_entry.get(generation, {}).get(number, False)
            return is_free or _NULL.match(self.data, place, place + _LONGEST) is not None
        # What stands nowhere the reader looks for in the whole file: it finds what is only said to be deleted.
        try:
            read = self._get(value)
        except (MemoryError, RecursionError):
            raise
        except Exception:
            # Broken in another way, which is told when somebody needs it.
            return False
        return read is None or type(read).__name__ == "NullObject"
