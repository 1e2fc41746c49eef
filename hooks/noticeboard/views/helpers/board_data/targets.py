"""The targets of plans in the data, and what came of them."""

from __future__ import annotations

from noticeboard.catalog.targets import Target
from noticeboard.catalog.verdicts import Verdict
from noticeboard.views.helpers.board_data.values import AmountData, Data, PeriodData, amount_data, period_data


class PastData(Data):
    """The same figure in the same part of an earlier year."""

    period: PeriodData
    document: str
    """The `id` of the summary that tells it, else of the plan."""
    target: AmountData | None
    result: AmountData | None


class TargetData(Data):
    """One target of a plan and what came of it."""

    plan: str
    """The `id` of its plan."""
    target: AmountData
    summary: str | None
    """The `id` of the summary that tells the result."""
    result: AmountData | None
    verdict: Verdict | None
    """Null in a public edition where no result is told."""
    difference: float | None
    """The result less the target, in their unit."""
    partial: bool
    """Whether the summary covers a part of the plan's period only."""
    earlier: list[PastData]


def target_data(target: Target, *, public: bool) -> TargetData:
    """A target; in a `public` edition nothing is said of a result that nobody has told."""
    silent = public and target.verdict in (Verdict.NOT_TOLD, Verdict.WAITING)
    return TargetData(
        plan=target.plan.address,
        target=amount_data(target.amount),
        summary=target.summary.address if target.summary else None,
        result=amount_data(target.result) if target.result else None,
        verdict=None if silent else target.verdict,
        difference=None if target.difference is None else float(target.difference),
        partial=target.is_partial,
        earlier=[
            PastData(
                period=period_data(past.period),
                document=past.document.address,
                target=amount_data(past.target) if past.target else None,
                result=amount_data(past.result) if past.result else None,
            )
            for past in target.earlier
        ],
    )
