"""民主评议 over the years: what members of a unit thought of one thing, and what the year before (SPECIFICATION section 14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from noticeboard.catalog.same_activities import words_of
from noticeboard.content.documents import Disclosure, Document, Summary
from noticeboard.content.sections.evaluations import Evaluation


@dataclass(frozen=True, slots=True)
class YearEvaluation:
    """One evaluation, of which document and of which year."""

    document: Document
    evaluation: Evaluation
    year: int
    earlier: YearEvaluation | None = None
    """The same of the year before, else of the newest year before that."""

    @property
    def rate(self) -> Decimal | None:
        """满意率 in per cent: by the counts, else as written; None where so few voted that it would tell who."""
        it = self.evaluation
        if it.is_small:
            return None
        return it.written_rate if it.satisfied is None else it.satisfied

    @property
    def change(self) -> Decimal | None:
        """Percentage points more than `earlier`; None unless both are worked out in one way."""
        if self.earlier is None or self.rate is None or self.earlier.rate is None:
            return None
        ways = {it.evaluation.satisfied is None for it in (self, self.earlier)}
        return self.rate - self.earlier.rate if len(ways) == 1 else None


def evaluations_among(documents: Iterable[Document], today: date) -> tuple[YearEvaluation, ...]:
    """Those of `documents`, which stand newest first: the newest year first, then by path and line.

    Of two of one thing and year the newer document's; none of a document that is dated ahead.
    """
    years: dict[tuple[str, str], dict[int, YearEvaluation]] = defaultdict(dict)
    for evaluated in evaluations_of(document for document in documents if document.date <= today):
        years[key_of(evaluated)].setdefault(evaluated.year, evaluated)
    found = [it for by_year in years.values() for it in _with_earlier(by_year)]
    return tuple(sorted(found, key=lambda it: (-it.year, it.document.path, it.evaluation.line)))


def evaluations_of(documents: Iterable[Document]) -> Iterator[YearEvaluation]:
    """What documents say, one after the other."""
    for document in documents:
        for evaluation in document.evaluations:
            if not evaluation.fault:
                yield YearEvaluation(document, evaluation, _year(document, evaluation))


def key_of(evaluated: YearEvaluation) -> tuple[str, str]:
    """By whom and of what it is."""
    return evaluated.document.unit, words_of(evaluated.evaluation.subject)


def _year(document: Document, evaluation: Evaluation) -> int:
    """The year that the section's title says, else the period's last, else that of issue."""
    if evaluation.year:
        return evaluation.year
    period = document.period if isinstance(document, Summary | Disclosure) else None
    return period.end.year if period else document.date.year


def _with_earlier(by_year: Mapping[int, YearEvaluation]) -> Iterator[YearEvaluation]:
    earlier: YearEvaluation | None = None
    for year in sorted(by_year):
        earlier = replace(by_year[year], earlier=earlier)
        yield earlier
