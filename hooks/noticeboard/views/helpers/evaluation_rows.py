"""民主评议 in words, a row for each thing that members were asked about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from noticeboard.catalog.evaluations import YearEvaluation
from noticeboard.content.documents import Document
from noticeboard.content.sections.evaluations import OPINIONS, Evaluation

_FEW = "票数少，不列出来"


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """What a reader sees of one evaluation."""

    subject: str
    year: int
    document: Document
    votes: str
    """满意 38，基本满意 4, in the words of the document; why there are none where few voted; empty where only shares were written."""
    rate: str
    """满意率: 90.5%; empty where it is not known."""
    content: str
    """满意和基本满意, likewise."""
    before: str
    """2025年 88.1%，高 2.4 个百分点; empty where there was none."""


def evaluation_rows(found: Iterable[YearEvaluation]) -> tuple[EvaluationRow, ...]:
    """The rows of a table, in the order of `found`."""
    return tuple(
        EvaluationRow(
            evaluated.evaluation.subject,
            evaluated.year,
            evaluated.document,
            _votes(evaluated.evaluation),
            _percent(evaluated.rate),
            _content(evaluated.evaluation),
            _before(evaluated),
        )
        for evaluated in found
    )


def shown_share(share: Decimal) -> Decimal:
    """Per cent with one digit behind the point, a half up; never 100 where somebody said otherwise."""
    rounded = share.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Decimal("99.9") if rounded == 100 != share else rounded


def _votes(evaluation: Evaluation) -> str:
    if evaluation.is_small:
        return _FEW
    words, counts = evaluation.words, evaluation.counts
    return "，".join(f"{words[key]} {counts[key]}" for key in OPINIONS if key in counts)


def _content(evaluation: Evaluation) -> str:
    if evaluation.is_small:
        return ""
    share = evaluation.content if evaluation.content is not None else evaluation.shares.get("content")
    return _percent(share)


def _percent(share: Decimal | None) -> str:
    return "" if share is None else f"{shown_share(share).normalize():f}%"


def _before(evaluated: YearEvaluation) -> str:
    if evaluated.earlier is None or evaluated.earlier.rate is None:
        return ""
    words = f"{evaluated.earlier.year}年 {_percent(evaluated.earlier.rate)}"
    if evaluated.change is None or evaluated.rate is None:
        return words
    change = shown_share(evaluated.rate) - shown_share(evaluated.earlier.rate)
    if not change:
        return f"{words}，一样"
    return f"{words}，{'高' if change > 0 else '低'} {abs(change).normalize():f} 个百分点"
