"""What a document's fields say to readers, from their declarations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, singledispatch
from typing import Any

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import TYPES, Document
from noticeboard.content.field_types import Attachment, Count, Reference, Round
from noticeboard.content.fields import Declaration, Shown, declarations, own_declarations
from noticeboard.content.notice_period import NoticePeriod
from noticeboard.content.quantities.amounts import Amount
from noticeboard.content.repository.paths import candidates
from noticeboard.times import Period
from noticeboard.views.helpers.day_words import chinese_date
from noticeboard.views.helpers.wording import choice_word


@dataclass(frozen=True, slots=True)
class Fact:
    """A field that has a value."""

    field: Declaration
    value: object
    text: str
    """The value in words."""


_SHOWN = (Shown.LEAD, Shown.FACT, Shown.WALL)


def facts_of(catalog: Catalog, document: Document) -> Iterator[Fact]:
    """The facts that stand beside a document's text: first those of its type, then those that all documents may have."""
    kind: type = TYPES[document.type]
    for field in _shown_of(kind):
        value = getattr(document, field.name)
        if value not in (None, "", (), False):
            text = field.kind.words.get(str(value)) or _text(value, catalog, document)
            if text:
                yield Fact(field, value, text)


@cache
def _shown_of(kind: type) -> tuple[Declaration, ...]:
    """Of that document type."""
    own = own_declarations(kind)
    ordered = (*own, *(field for field in declarations(kind) if field not in own))
    return tuple(field for field in ordered if field.shown in _SHOWN)


def referred(catalog: Catalog, document: Document, reference: Reference) -> Document | None:
    """The document on the board that a field's path means."""
    paths = candidates(document.path, reference.text)
    return next((catalog.by_path[path] for path in paths if path in catalog.by_path), None)


@singledispatch
def _text(value: object, catalog: Catalog, document: Document) -> str:
    return str(value)


@_text.register
def _(value: bool, catalog: Catalog, document: Document) -> str:
    return "是" if value else "否"


@_text.register
def _(value: date, catalog: Catalog, document: Document) -> str:
    return chinese_date(value)


@_text.register(tuple)
def _(value: tuple[Any, ...], catalog: Catalog, document: Document) -> str:
    return "、".join(filter(None, (_text(part, catalog, document) for part in value)))


@_text.register
def _(value: Period, catalog: Catalog, document: Document) -> str:
    return value.title


@_text.register
def _(value: NoticePeriod, catalog: Catalog, document: Document) -> str:
    return f"{chinese_date(value.start)}至{chinese_date(value.end)}"


@_text.register
def _(value: Amount, catalog: Catalog, document: Document) -> str:
    return f"{value.name}：{value.text}"


@_text.register
def _(value: Round, catalog: Catalog, document: Document) -> str:
    word = choice_word(value.satisfaction) if value.satisfaction else "未评"
    return f"{chinese_date(value.answered)}（{word}）"


@_text.register
def _(value: Count, catalog: Catalog, document: Document) -> str:
    return f"{value.text} {value.number}"


@_text.register
def _(value: Attachment, catalog: Catalog, document: Document) -> str:
    return value.name


@_text.register
def _(value: Reference, catalog: Catalog, document: Document) -> str:
    """Of a document that is not on the board, an internal one, nothing is said."""
    found = referred(catalog, document, value)
    return f"《{found.title}》" if found else ""
