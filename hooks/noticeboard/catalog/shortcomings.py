"""存在问题 → 措施 → the next plan's item: what became of the shortcomings that summaries name (SPECIFICATION section 15)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from noticeboard.catalog.relations import path_of_link
from noticeboard.catalog.same_activities import words_of
from noticeboard.content.activities.activity import Activity
from noticeboard.content.documents import Document, Plan, Summary
from noticeboard.content.sections.shortcomings import Shortcoming
from noticeboard.times import Month

_FEWEST = 3
"""Pairs of neighbouring characters that two texts on one matter have in common."""
_NEAR = 0.4
"""And the share of those of the shorter text."""
_EVERYWHERE = frozenset("工会 会员 活动 工作 教师 教工 职工 教职 情况 计划 没有 学校 校区 公开".split())  # noqa: SIM905
"""Pairs that say nothing of the matter."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Where a plan takes a shortcoming up; the item is None where only the plan is named."""

    plan: Plan
    activity: Activity | None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A shortcoming and what plans make of it."""

    summary: Summary
    shortcoming: Shortcoming
    taken_up: tuple[TakenUp, ...]
    waits_since: date | None
    """The day from which there is a next plan that does not take it up; None where it does, is over, or there is none."""
    suggested: TakenUp | None
    """The item of a next plan that seems to be about it, where it waits."""


def follow_ups_among(
    documents: Iterable[Document], by_path: Mapping[str, Document], today: date
) -> Mapping[str, tuple[FollowUp, ...]]:
    """Path of a summary → its shortcomings, in the order of their lines; of all that are not dated ahead."""
    plans: dict[str, list[Plan]] = defaultdict(list)
    summaries = []
    for document in documents:
        if isinstance(document, Plan) and document.date <= today:
            plans[document.unit].append(document)
        elif isinstance(document, Summary) and document.date <= today and document.shortcomings:
            summaries.append(document)
    back = _links_back(plan for found in plans.values() for plan in found) if summaries else {}
    return {it.path: tuple(_follow_ups(it, plans[it.unit], back, by_path, today)) for it in summaries}


def _links_back(plans: Iterable[Plan]) -> Mapping[str, Sequence[TakenUp]]:
    """Path → the items of plans that link to it."""
    found: dict[str, list[TakenUp]] = defaultdict(list)
    for plan in plans:
        for activity in plan.activities:
            for link in activity.links:
                found[path_of_link(plan, link.target) or ""].append(TakenUp(plan, activity))
    return found


def _follow_ups(
    summary: Summary,
    plans: Sequence[Plan],
    back: Mapping[str, Sequence[TakenUp]],
    by_path: Mapping[str, Document],
    today: date,
) -> Iterator[FollowUp]:
    following = _next_plans(summary, plans)
    named = _named_back(summary, back.get(summary.path, ()))
    items = [TakenUp(plan, activity) for plan in following for activity in plan.activities]
    runs = any(Month.of(today) <= plan.period.end for plan in following)
    since = min((max(plan.date, summary.date) for plan in following), default=None)
    for shortcoming in summary.shortcomings:
        taken = tuple(dict.fromkeys((*_linked(summary, shortcoming, by_path), *named[shortcoming.line])))
        waits = runs and not taken and not shortcoming.settled
        suggested = _nearest(shortcoming, items) if waits else None
        yield FollowUp(summary, shortcoming, taken, since if waits else None, suggested)


def _next_plans(summary: Summary, plans: Sequence[Plan]) -> list[Plan]:
    """Those of its unit that begin where it ends: the first, and what begins until the month after it."""
    later = [
        plan
        for plan in plans
        if summary.period.end <= plan.period.start
        and plan.period.end > summary.period.end
        and plan.period.start <= summary.period.end.plus(12)
    ]
    first = min((plan.period.start for plan in later), default=None)
    latest = max(first, summary.period.end.plus(1)) if first else None
    return [plan for plan in later if latest and plan.period.start <= latest]


def _linked(summary: Summary, shortcoming: Shortcoming, by_path: Mapping[str, Document]) -> Iterator[TakenUp]:
    """The later plans to which the shortcoming's own line links."""
    for link in shortcoming.links:
        plan = by_path.get(path_of_link(summary, link.target) or "")
        if isinstance(plan, Plan) and plan.period.end > summary.period.end:
            anchor = link.target.partition("#")[2]
            items = [TakenUp(plan, activity) for activity in plan.activities]
            found = next((it for it in items if it.activity and it.activity.anchor == anchor), None)
            yield found or (not anchor and _nearest(shortcoming, items)) or TakenUp(plan, None)


def _named_back(summary: Summary, items: Iterable[TakenUp]) -> Mapping[int, list[TakenUp]]:
    """Line of a shortcoming → the items of later plans that link to its summary and say nearly the same."""
    found: dict[int, list[TakenUp]] = defaultdict(list)
    for item in items:
        if item.activity is not None and item.plan.period.end > summary.period.end:
            near = max(summary.shortcomings, key=lambda it: _likeness(it.text, _words(item)))
            if _is_near(near, item) or len(summary.shortcomings) == 1:
                found[near.line].append(item)
    return found


def _nearest(shortcoming: Shortcoming, items: Sequence[TakenUp]) -> TakenUp | None:
    best = max(items, key=lambda it: _likeness(shortcoming.text, _words(it)), default=None)
    return best if best is not None and _is_near(shortcoming, best) else None


def _words(item: TakenUp) -> str:
    return item.activity.text if item.activity else ""


def _is_near(shortcoming: Shortcoming, item: TakenUp) -> bool:
    return _likeness(shortcoming.text, _words(item)) >= _NEAR


def _likeness(one: str, other: str) -> float:
    """The share of the shorter text's pairs of characters that both have; 0 where they are too few."""
    ours, theirs = _pairs(one), _pairs(other)
    common = len(ours & theirs)
    return common / min(len(ours), len(theirs)) if common >= _FEWEST else 0


def _pairs(text: str) -> set[str]:
    return {"".join(pair) for pair in pairwise(words_of(text))} - _EVERYWHERE
