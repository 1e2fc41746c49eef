"""What board.json is made of: all its lists, those of documents from the declarations of their fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Field, create_model

from noticeboard.content.documents import TYPES, Document
from noticeboard.content.field_types import Attachment, Count, Issue, LeadTime, Reference, Round
from noticeboard.content.notice_period import NoticePeriod
from noticeboard.content.quantities.amounts import Amount
from noticeboard.times import Period
from noticeboard.views.helpers.board_data.activities import ActivityData
from noticeboard.views.helpers.board_data.documents import DocumentKeys, fields_of, list_of, own_keys
from noticeboard.views.helpers.board_data.evaluations import EvaluationData
from noticeboard.views.helpers.board_data.targets import TargetData
from noticeboard.views.helpers.board_data.units import UnitData
from noticeboard.views.helpers.board_data.values import (
    AmountData,
    CountData,
    Data,
    FileData,
    IssueData,
    NoticePeriodData,
    PeriodData,
    RoundData,
)
from noticeboard.views.helpers.board_data.withdrawn import WithdrawnData

VERSION: Final = 1


class BoardKeys(Data):
    """The whole board on the day it was built."""

    version: Literal[1] = VERSION
    organisation: str
    generated: date


_TYPES: Mapping[object, Any] = {
    Period: PeriodData,
    NoticePeriod: NoticePeriodData,
    Amount: AmountData,
    Attachment: FileData,
    Round: RoundData,
    Count: CountData,
    Issue: IssueData,
    LeadTime: str,
    Reference: str,
    datetime: str,
}
"""Types of fields that are another type in the data."""


def board_model() -> type[BaseModel]:
    """The model of the whole board: a list of documents, and one for each type that has fields of its own."""
    return _model_of(tuple(TYPES.values()))


@cache
def _model_of(types: tuple[type[Document], ...]) -> type[BaseModel]:
    lists: dict[str, type[BaseModel]] = {
        "documents": _model("DocumentData", DocumentKeys, Document),
        "activities": ActivityData,
        "targets": TargetData,
        "evaluations": EvaluationData,
        "units": UnitData,
        "withdrawn": WithdrawnData,
        **{list_of(kind): _own_model(kind) for kind in types if fields_of(kind)},
    }
    return create_model("BoardData", __base__=BoardKeys, **_keys(lists))


def _keys(lists: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    return {name: (list[model], ...) for name, model in lists.items()}  # type: ignore[valid-type]  # Made while the program runs.


def _own_model(kind: type[Document]) -> type[BaseModel]:
    return _model(f"{kind.__name__}Data", own_keys(kind), kind)


def _model(name: str, keys: type[BaseModel], kind: type[Document]) -> type[BaseModel]:
    hints = get_type_hints(kind)
    fields: dict[str, Any] = {
        field.name: (_type(hints[field.name], field.kind.words), Field(description=field.help))
        for field in fields_of(kind)
    }
    return create_model(name, __base__=keys, __doc__=keys.__doc__, **fields)


def _type(hint: Any, words: Mapping[str, str]) -> Any:
    """The type of a field in the data, from its type in a document and the words of a choice."""
    if isinstance(hint, UnionType):
        # A day that may have a time of day is a text, as it is written.
        parts = [part for part in get_args(hint) if part is not date or datetime not in get_args(hint)]
        return Union[tuple(_type(part, words) for part in parts)]  # noqa: UP007
    if get_origin(hint) is tuple:
        return list[_type(get_args(hint)[0], words)]  # type: ignore[misc]  # Likewise.
    return Literal[tuple(words)] if hint is str and words else _TYPES.get(hint, hint)
