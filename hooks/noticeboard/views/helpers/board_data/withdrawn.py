"""Documents that were taken back, in the data."""

from __future__ import annotations

from datetime import date as Day
from typing import Literal

from noticeboard.content.repository.withdrawals import Withdrawal
from noticeboard.views.helpers.board_data.values import Data


class WithdrawnData(Data):
    """A document that was taken back; it stands in no other list."""

    id: str
    """Its address, where a page says so."""
    type: Literal["plan", "summary", "disclosure", "proposal", "meeting", "notice", "service", "register"]
    title: str
    date: Day
    unit: str
    number: str | None
    """Of a disclosure always one."""
    withdrawn_on: Day | None
    """Where the field or git tells it."""
    reason: str


def withdrawn_data(withdrawal: Withdrawal, number: str | None) -> WithdrawnData:
    """What is left of a document; `number` is that of a disclosure."""
    document = withdrawal.document
    return WithdrawnData(
        id=document.address,
        type=document.type or "notice",
        title=document.title,
        date=document.date,
        unit=document.unit,
        number=number,
        withdrawn_on=withdrawal.day,
        reason=withdrawal.reason,
    )
