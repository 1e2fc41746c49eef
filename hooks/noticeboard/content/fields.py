"""The fields of a document, declared once where its dataclass names them (SPECIFICATION section 2).

The reader, the checks, the editor's completion, the guide's tables, new files, the documents' pages, the search and
board.json all come from these declarations.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from noticeboard.content.field_types import FieldType

_DECLARATION = "declaration"
_Value = TypeVar("_Value")


class Shown(StrEnum):
    """Where a document's page shows a field; all but the hidden ones are in board.json too."""

    LEAD = "lead"
    """Above the text: what a reader must know before it. On the poster for the wall too."""
    FACT = "fact"
    """Among the facts below the text."""
    WALL = "wall"
    """There, and on the poster for the wall."""
    ELSEWHERE = "elsewhere"
    """In a place of its own that the page's template has: the title, the attachments."""
    HIDDEN = "hidden"
    """Nowhere: it is for officers and reviewers."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a field is to the officer who fills it in."""

    name: str
    """The English key, which is also the attribute's name."""
    chinese: str
    kind: FieldType
    required: bool
    help: str
    """One Chinese sentence for the guide and the editor."""
    shown: Shown
    label: str
    """What readers see before the value."""
    look: str
    """The macro of `templates/facts.html` that shows the value."""
    offered: bool
    """Whether a new file of the type whose own field it is has a line for it."""
    also: tuple[str, ...] = ()
    """Other Chinese words for it that officers type."""

    @property
    def keys(self) -> tuple[str, ...]:
        """All that may be typed for it, its Chinese name first."""
        return (self.chinese, self.name, *self.also)


def declare(
    chinese: str,
    kind: FieldType,
    help: str,
    *,
    default: Any = None,
    required: bool = False,
    shown: Shown = Shown.FACT,
    label: str = "",
    look: str = "",
    offered: bool = True,
    also: tuple[str, ...] = (),
) -> Any:
    """A dataclass field that is read from the front matter; its English key is the attribute's name."""
    declaration = Declaration(
        "", chinese, kind, required, help, shown, label or chinese, look or kind.look, offered, also
    )
    if required:
        return dataclasses.field(metadata={_DECLARATION: declaration})
    return dataclasses.field(default=default, metadata={_DECLARATION: declaration})


def _once(function: Callable[[type], _Value]) -> Callable[[type], _Value]:
    """`functools.cache` for functions of a class; the type checker holds that no class is hashable."""
    return cache(function)


@_once
def declarations(document_type: type) -> tuple[Declaration, ...]:
    """The declared fields of a document type, in the order in which the guide lists them."""
    return tuple(
        dataclasses.replace(field.metadata[_DECLARATION], name=field.name)
        for field in dataclasses.fields(document_type)
        if _DECLARATION in field.metadata
    )


@_once
def own_declarations(document_type: type) -> tuple[Declaration, ...]:
    """Those that a document type has beyond what all documents have."""
    shared = {field.name for field in declarations(document_type.__base__ or object)}
    return tuple(field for field in declarations(document_type) if field.name not in shared)


@_once
def names(document_type: type) -> Mapping[str, Declaration]:
    """Every key that may be typed for a document type, Chinese and English, and the field it means."""
    return {key: field for field in declarations(document_type) for key in field.keys}
