"""The targets of plans, each with the result that the summary which answers the plan tells (SPECIFICATION section 15)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from noticeboard.catalog.periods import Shape, covers, shape_of, span_of
from noticeboard.catalog.relations import Relation, RelationKind
from noticeboard.catalog.same_activities import words_of
from noticeboard.catalog.verdicts import Judgement, Verdict, judge
from noticeboard.content.documents import Document, Plan, Summary
from noticeboard.content.quantities.amounts import Amount
from noticeboard.times import Period


@dataclass(frozen=True, slots=True)
class Past:
    """The same figure in an earlier year: its target, its result, or both."""

    period: Period
    document: Document
    """The summary that tells the result, else the plan."""
    target: Amount | None
    result: Amount | None
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Target:
    """One target of one plan, and what came of it."""

    plan: Plan
    amount: Amount
    summary: Summary | None
    """The one that tells the result."""
    result: Amount | None
    judgement: Judgement
    earlier: tuple[Past, ...] = ()
    """The same part of earlier years, the newest first."""

    @property
    def verdict(self) -> Verdict:
        """Whether the target was reached."""
        return self.judgement.verdict

    @property
    def difference(self) -> Decimal | None:
        """The result less the target; None where they cannot be compared."""
        return self.judgement.difference

    @property
    def is_partial(self) -> bool:
        """Whether the summary covers a part of the plan's period only."""
        return self.summary is not None and not covers(self.summary.period, self.plan.period)


_Name = tuple[str, Shape, str]
"""A unit, a part of the year, and what is counted."""


def targets_among(
    documents: Mapping[str, Document], relations: Iterable[Relation], today: date
) -> Mapping[str, tuple[Target, ...]]:
    """Path of a plan → its targets, with the results that had been told on `today`."""
    answers = answering(documents, relations, today)
    plans = [document for document in documents.values() if isinstance(document, Plan)]
    found = {
        plan.path: [_target(plan, amount, answers.get(plan.path, ())) for amount in plan.targets]
        for plan in plans
    }
    summaries = (
        document
        for document in documents.values()
        if isinstance(document, Summary) and document.date <= today
    )
    past = _past((target for targets in found.values() for target in targets), summaries)
    return {
        path: tuple(replace(target, earlier=_before(target, past)) for target in targets)
        for path, targets in found.items()
    }


def answering(
    documents: Mapping[str, Document], relations: Iterable[Relation], today: date
) -> Mapping[str, Sequence[Summary]]:
    """Path of a plan → the summaries that answer it; those of its whole period first, then the later ones."""
    found: dict[str, list[Summary]] = defaultdict(list)
    for relation in relations:
        plan, summary = documents[relation.target], documents[relation.source]
        if (
            relation.kind is RelationKind.ANSWERS
            and isinstance(plan, Plan)
            and isinstance(summary, Summary)
            and summary.date <= today
        ):
            found[plan.path].append(summary)
    for path, summaries in found.items():
        plan = documents[path]
        assert isinstance(plan, Plan)
        summaries.sort(
            key=lambda item: (covers(item.period, plan.period), item.period.end, item.date, item.path),
            reverse=True,
        )
    return found


def same_name(amount: Amount, among: Iterable[Amount]) -> list[Amount]:
    """The amounts of the same name; those in the same unit first."""
    found = [other for other in among if words_of(other.name) == words_of(amount.name)]
    return sorted(found, key=lambda other: (other.number is None, other.measure != amount.measure))


def _target(plan: Plan, amount: Amount, summaries: Sequence[Summary]) -> Target:
    candidates = [
        (summary, result) for summary in summaries for result in same_name(amount, summary.results)[:1]
    ]
    if not candidates:
        is_over = any(summary.period.end >= plan.period.end for summary in summaries)
        return Target(plan, amount, None, None, Judgement(Verdict.NOT_TOLD if is_over else Verdict.WAITING))
    # A later one in another unit does not hide one that can be compared.
    summary, result = next((pair for pair in candidates if pair[1].measure == amount.measure), candidates[0])
    is_partial = not covers(summary.period, plan.period)
    return Target(plan, amount, summary, result, judge(amount, result, is_partial=is_partial))


def _past(targets: Iterable[Target], summaries: Iterable[Summary]) -> Mapping[_Name, Sequence[Past]]:
    """Every figure that a plan or a summary tells, one a period; a target with its result stands above a result alone."""
    found: dict[_Name, dict[tuple[object, object], Past]] = defaultdict(dict)
    for target in targets:
        past = Past(
            target.plan.period, target.summary or target.plan, target.amount, target.result, target.verdict
        )
        _keep(found, target.plan.unit, target.amount, past)
    for summary in summaries:
        for result in summary.results:
            _keep(found, summary.unit, result, Past(summary.period, summary, None, result, None))
    return {name: sorted(by_span.values(), key=_newest_first) for name, by_span in found.items()}


def _keep(
    found: dict[_Name, dict[tuple[object, object], Past]], unit: str, amount: Amount, past: Past
) -> None:
    name = unit, shape_of(past.period), words_of(amount.name)
    known = found[name].setdefault((span_of(past.period), amount.measure), past)
    if known.result is None and past.result is not None:
        found[name][span_of(past.period), amount.measure] = (
            replace(past, target=known.target) if known.target else past
        )


def _newest_first(past: Past) -> tuple[int, int]:
    return -past.period.start.year, -past.period.start.number


def _before(target: Target, past: Mapping[_Name, Sequence[Past]]) -> tuple[Past, ...]:
    plan = target.plan
    found: Iterator[Past] = (
        item
        for item in past.get((plan.unit, shape_of(plan.period), words_of(target.amount.name)), ())
        if item.period.start < plan.period.start
        and target.amount.measure in {amount.measure for amount in (item.target, item.result) if amount}
    )
    return tuple(found)
