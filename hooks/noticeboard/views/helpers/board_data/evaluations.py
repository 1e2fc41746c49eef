"""What members think of the union's work and its officers, in the data."""

from __future__ import annotations

from pydantic import Field

from noticeboard.catalog.evaluations import YearEvaluation
from noticeboard.views.helpers.board_data.values import Data
from noticeboard.views.helpers.evaluation_rows import shown_share


class EvaluationData(Data):
    """What members think of one thing that the union does, or of an officer."""

    document: str
    """The `id` of the document that tells it."""
    line: int = Field(ge=1)
    subject: str
    unit: str
    year: int
    satisfied: int | None
    """Votes; null where they were not written, or are so few that they would tell who voted how."""
    mostly: int | None
    dissatisfied: int | None
    abstained: int | None
    rate: float | None
    """满意率 in per cent: by the votes, else as written."""


def evaluation_data(evaluated: YearEvaluation) -> EvaluationData:
    """An evaluation; the votes of few people are not told."""
    it = evaluated.evaluation
    counts = {} if it.is_small else it.counts
    more = counts.get("very", 0)
    return EvaluationData(
        document=evaluated.document.address,
        line=it.line,
        subject=it.subject,
        unit=evaluated.document.unit,
        year=evaluated.year,
        satisfied=counts.get("satisfied", 0) + more if {"very", "satisfied"} & counts.keys() else None,
        mostly=counts.get("mostly"),
        dissatisfied=counts.get("dissatisfied"),
        abstained=counts.get("abstain"),
        rate=None if evaluated.rate is None else float(shown_share(evaluated.rate)),
    )
