"""What a disclosure has in the data beyond its declared fields."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import record_of
from noticeboard.content.documents import Disclosure
from noticeboard.content.sections.funds import FundLine
from noticeboard.views.helpers.board_data.values import Data, OwnKeys


class FundData(Data):
    """One line of a budget, with what was spent and what the auditors say."""

    name: str
    line: int = Field(ge=1)
    table: int = Field(ge=1)
    """The line of its table's heads."""
    budget: float | None
    actual: float | None
    difference: float | None
    """The actual sum less the budget."""
    percent: float | None
    unit: str
    opinion: str
    is_total: bool


class ProofData(Data):
    """What proves that an attachment is unchanged."""

    name: str
    """Its path from the disclosure's folder."""
    sha256: str


class DisclosureKeys(OwnKeys):
    """What a disclosure has beyond its declared fields."""

    number: str
    """Its own 编号, else the automatic one."""
    sha256: str
    """Of its source."""
    attachments: list[ProofData]
    funds: list[FundData]


def disclosure_keys(catalog: Catalog, disclosure: Disclosure) -> dict[str, Any]:
    """Its number, what proves that it is unchanged, and its budget."""
    record = record_of(catalog, disclosure)
    return {
        "number": record.number,
        "sha256": disclosure.digest,
        "attachments": [ProofData(name=proof.name, sha256=proof.digest) for proof in record.attachments],
        "funds": list(map(_fund, disclosure.funds)),
    }


def _fund(line: FundLine) -> FundData:
    numbers = (line.budget, line.actual, line.difference, line.percent)
    budget, actual, difference, percent = (None if it is None else float(it) for it in numbers)
    return FundData(
        name=line.name,
        line=line.line,
        table=line.table,
        budget=budget,
        actual=actual,
        difference=difference,
        percent=percent,
        unit=line.unit,
        opinion=line.opinion,
        is_total=line.is_total,
    )
