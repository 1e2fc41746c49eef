"""Passages of a text that are read when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import overload

from noticeboard.search.passages import Passage


class LaterPassages(Sequence[Passage]):
    """Those that `read` gives, which is called once at most."""

    def __init__(self, read: Callable[[], Iterable[Passage]]) -> None:
        self._read = read

    @cached_property
    def _found(self) -> tuple[Passage, ...]:
        return tuple(self._read())

    @overload
    def __getitem__(self, index: int) -> Passage: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Passage]: ...

    def __getitem__(self, index: int | slice) -> Passage | Sequence[Passage]:
        return self._found[index]

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
