"""Values that go from worker processes to their parent by the thousand."""

from __future__ import annotations

import copyreg
from dataclasses import fields
from operator import attrgetter
from typing import TypeVar

Class = TypeVar("Class", bound=type)


def pickled_by_position(cls: Class) -> Class:
    """Marks a dataclass of two fields or more whose objects are sent by the thousand.

    They are pickled as their values in order. By default a frozen one is taken apart and put together name by name, in
    Python: the documents of a board of 1,000 take twice as long, 0.9 s of processor time instead of 0.4 s.
    """
    values = attrgetter(*(field.name for field in fields(cls)))
    copyreg.pickle(cls, lambda item: (cls, values(item)))
    return cls
