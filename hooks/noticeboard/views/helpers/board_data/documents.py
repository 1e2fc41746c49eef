"""The documents of the data: what all have, and what each type has of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import (
    Disclosure,
    Document,
    Meeting,
    Proposal,
    Register,
    Service,
    Summary,
)
from noticeboard.content.fields import Declaration, Shown, declarations, own_declarations
from noticeboard.views.helpers.board_data.disclosures import DisclosureKeys, disclosure_keys
from noticeboard.views.helpers.board_data.meetings import MeetingKeys, meeting_keys
from noticeboard.views.helpers.board_data.proposals import ProposalKeys, proposal_keys
from noticeboard.views.helpers.board_data.registers import RegisterKeys, register_keys
from noticeboard.views.helpers.board_data.services import ServiceKeys, service_keys
from noticeboard.views.helpers.board_data.summaries import SummaryKeys, summary_keys
from noticeboard.views.helpers.board_data.values import Data, OwnKeys, PeriodData, period_data, value_in_data


class DocumentKeys(Data):
    """A document on the board; its fields come behind."""

    id: str
    """The same as its address: it does not change when the title does."""
    source: str
    """Path below the repository root."""
    type: Literal["plan", "summary", "disclosure", "proposal", "meeting", "notice", "service", "register"]
    url: str
    """Address below the site's root."""
    period: PeriodData | None
    updated: date | None


class _Own(NamedTuple):
    keys: type[OwnKeys]
    values: Callable[[Catalog, Any], dict[str, Any]]


_OWN: Mapping[str, _Own] = {
    Disclosure.type: _Own(DisclosureKeys, disclosure_keys),
    Proposal.type: _Own(ProposalKeys, proposal_keys),
    Meeting.type: _Own(MeetingKeys, meeting_keys),
    Summary.type: _Own(SummaryKeys, summary_keys),
    Service.type: _Own(ServiceKeys, service_keys),
    Register.type: _Own(RegisterKeys, register_keys),
}
"""The types that have more than their declared fields."""
_NOTHING = _Own(OwnKeys, lambda catalog, document: {})


def document_data(catalog: Catalog, document: Document) -> dict[str, Any]:
    """What all documents have."""
    period = getattr(document, "period", None)
    return {
        "id": document.address,
        "source": document.path,
        "type": document.type,
        "url": document.address,
        "period": period and period_data(period),
        "updated": catalog.history.updated.get(document.path),
        **_values(Document, catalog, document),
    }


def own_data(catalog: Catalog, document: Document) -> dict[str, Any]:
    """What documents of its type have."""
    own = _OWN.get(document.type or "", _NOTHING).values(catalog, document)
    return {"document": document.address, **own, **_values(type(document), catalog, document)}


def own_keys(kind: type[Document]) -> type[OwnKeys]:
    """The model of `own_data`, but for the declared fields."""
    return _OWN.get(kind.type, _NOTHING).keys


def _values(kind: type[Document], catalog: Catalog, document: Document) -> dict[str, Any]:
    return {
        field.name: value_in_data(getattr(document, field.name), catalog, document)
        for field in fields_of(kind)
    }


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
