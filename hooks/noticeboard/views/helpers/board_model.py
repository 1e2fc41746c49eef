"""What board.json is made of: its models, those of documents from the declarations of their fields (SPECIFICATION section 7)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Field, create_model

from noticeboard.content.amounts import Amount
from noticeboard.content.documents import (
    TYPES,
    Disclosure,
    Document,
    Meeting,
    Proposal,
    Register,
    Service,
    Summary,
)
from noticeboard.content.field_types import Attachment, Count, Issue, LeadTime, Reference, Round
from noticeboard.content.fields import Declaration, Shown, declarations, own_declarations
from noticeboard.content.notice_period import NoticePeriod
from noticeboard.times import Period
from noticeboard.views.helpers.board_data import (
    ActivityData,
    AmountData,
    BoardKeys,
    CountData,
    DisclosureKeys,
    DocumentKeys,
    EvaluationData,
    FileData,
    IssueData,
    MeetingKeys,
    NoticePeriodData,
    OwnKeys,
    PeriodData,
    ProposalKeys,
    RegisterKeys,
    RoundData,
    ServiceKeys,
    SummaryKeys,
    TargetData,
    UnitData,
    WithdrawnData,
)

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
    lists: dict[str, type[BaseModel]] = {
        "documents": _model("DocumentData", DocumentKeys, Document),
        "activities": ActivityData,
        "targets": TargetData,
        "evaluations": EvaluationData,
        "units": UnitData,
        "withdrawn": WithdrawnData,
        **{list_of(kind): _own_model(kind) for kind in TYPES.values() if fields_of(kind)},
    }
    return create_model("BoardData", __base__=BoardKeys, **_keys(lists))


def _keys(lists: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    return {name: (list[model], ...) for name, model in lists.items()}  # type: ignore[valid-type]  # Made while the program runs.


_OWN_KEYS: Mapping[str, type[OwnKeys]] = {
    Disclosure.type: DisclosureKeys,
    Proposal.type: ProposalKeys,
    Meeting.type: MeetingKeys,
    Summary.type: SummaryKeys,
    Service.type: ServiceKeys,
    Register.type: RegisterKeys,
}


def _own_model(kind: type[Document]) -> type[BaseModel]:
    return _model(f"{kind.__name__}Data", _OWN_KEYS.get(kind.type, OwnKeys), kind)


def _model(name: str, keys: type[BaseModel], kind: type[Document]) -> type[BaseModel]:
    hints = get_type_hints(kind)
    fields: dict[str, Any] = {
        field.name: (_type(hints[field.name], field.kind.words), Field(description=field.help))
        for field in fields_of(kind)
    }
    return create_model(name, __base__=keys, __doc__=keys.__doc__, **fields)


def fields_of(kind: type[Document]) -> list[Declaration]:
    """Of all documents, or what one type has beyond them; those that are declared hidden are not in the data."""
    declared = declarations(kind) if kind is Document else own_declarations(kind)
    return [
        field
        for field in declared
        if field.shown is not Shown.HIDDEN and field.name not in DocumentKeys.model_fields
    ]


def list_of(kind: type[Document]) -> str:
    """plans, summaries, …"""
    return f"{kind.type.removesuffix('y')}ies" if kind.type.endswith("y") else f"{kind.type}s"


def _type(hint: Any, words: Mapping[str, str]) -> Any:
    """The type of a field in the data, from its type in a document and the words of a choice."""
    if isinstance(hint, UnionType):
        # A day that may have a time of day is a text, as it is written.
        parts = [part for part in get_args(hint) if part is not date or datetime not in get_args(hint)]
        return Union[tuple(_type(part, words) for part in parts)]  # noqa: UP007
    if get_origin(hint) is tuple:
        return list[_type(get_args(hint)[0], words)]  # type: ignore[misc]  # Likewise.
    return Literal[tuple(words)] if hint is str and words else _TYPES.get(hint, hint)
