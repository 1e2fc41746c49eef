"""Activities that several plans name: the year's plan, the term's and a branch's (SPECIFICATION section 4)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from noticeboard.catalog.relations import path_of_link
from noticeboard.content.activities.activity import Activity
from noticeboard.content.documents import Document, Plan

Key = tuple[str, str]
"""An activity of the board: its document's path and its anchor."""
Planned = tuple[Plan, Activity]
_NOT_WORDS = re.compile(r"[\W_]+")
_TELLS_APART = re.compile(r"[0-9〇一二三四五六七八九十东西南北男女上下前后]")
"""What makes two things of words that are otherwise alike: 第一季度, 东校区."""
_FEWEST = 4
"""Characters of words that stand inside longer ones and still mean the same."""
_NEAR = 0.7
"""The share of pairs of neighbouring characters that texts have in common (Dice's coefficient) which are nearly alike."""


def words_of(text: str) -> str:
    """Text without width, case, blanks and punctuation: what two items have in common that say the same."""
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text)).casefold()


@lru_cache(maxsize=65_536)
def are_near(one: str, other: str) -> bool:
    """Whether two texts, each as `words_of` gives it, say nearly the same."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST:
        return False
    return shorter in longer or (_likeness(one, other) >= _NEAR and _marks(one) == _marks(other))


def near_among(texts: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Each of the texts → those of them to which it `are_near`, itself too. Only texts with a pair of characters in common are compared."""
    by_pair: dict[tuple[str, str], set[str]] = defaultdict(set)
    every = set(texts)
    for text in every:
        for pair in pairwise(text):
            by_pair[pair].add(text)
    return {text: frozenset({text, *_near_to(text, by_pair)}) for text in every}


def _near_to(text: str, by_pair: Mapping[tuple[str, str], set[str]]) -> Iterator[str]:
    others: set[str] = set().union(*(by_pair[pair] for pair in pairwise(text)))
    return (other for other in others if are_near(text, other))


def _likeness(one: str, other: str) -> float:
    # So many pairs are common at most.
    if (len(one) + len(other) - 2) * _NEAR > 2 * (min(len(one), len(other)) - 1):
        return 0.0
    ours, theirs = _pairs(one), _pairs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[tuple[tuple[str, str], int]]:
    """The pairs of neighbouring characters, those that are alike told apart by a number: a set intersects faster than a Counter."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for pair in pairwise(text):
        found.append((pair, seen[pair]))
        seen[pair] += 1
    return frozenset(found)


@lru_cache(maxsize=4096)
def _marks(text: str) -> list[str]:
    return sorted(_TELLS_APART.findall(text))


def may_be_one_time(one: Activity, other: Activity) -> bool:
    """Whether their times agree: the same day where both have one, else a month in common."""
    if one.time.start and other.time.start and one.time.end and other.time.end:
        return one.time.start <= other.time.end and other.time.start <= one.time.end
    return not set(one.time.months).isdisjoint(other.time.months)


def named_same(plan: Plan, activity: Activity, documents: Mapping[str, Document]) -> Iterator[Planned]:
    """The items of other plans to which the 同 of an item links; by its words where the link names only the plan."""
    if activity.same_as is None:
        return
    for link in activity.links:
        other = documents.get(path_of_link(plan, link.target) or "")
        if isinstance(other, Plan) and other.path != plan.path:
            anchor = link.target.partition("#")[2]
            found = _anchored(other, anchor) if anchor else _worded(other, activity)
            if found is not None:
                yield other, found


def _anchored(plan: Plan, anchor: str) -> Activity | None:
    return next((item for item in plan.activities if item.anchor == anchor), None)


def _worded(plan: Plan, activity: Activity) -> Activity | None:
    """The item of `plan` that says nearly what `activity` says; None where there are several."""
    words = words_of(activity.text)
    others = [(item, words_of(item.text)) for item in plan.activities]
    near = [item for item, other in others if are_near(words, other) or words in other or other in words]
    timed = [item for item in near if may_be_one_time(item, activity)]
    found = timed or near
    return found[0] if len(found) == 1 else None


def same_among(documents: Mapping[str, Document]) -> Mapping[Key, Key]:
    """Every item that officers have joined by 同 → the first item of its group, by path and line."""
    leaders: dict[Key, Key] = {}
    for plan, activity in _planned(documents.values()):
        for other, item in named_same(plan, activity, documents):
            ours, theirs = (
                _leader(leaders, it) for it in ((plan.path, activity.anchor), (other.path, item.anchor))
            )
            first, second = sorted((ours, theirs))
            leaders[first] = first
            leaders[second] = first
    return {key: _leader(leaders, key) for key in leaders}


def _leader(leaders: Mapping[Key, Key], key: Key) -> Key:
    while leaders.get(key, key) != key:
        key = leaders[key]
    return key


def groups_of_same(documents: Mapping[str, Document], same: Mapping[Key, Key]) -> Iterator[list[Planned]]:
    """The activities that several plans name: joined by 同, or by one unit in the same words for the same time."""
    alike: dict[object, list[Planned]] = defaultdict(list)
    for plan, activity in _planned(documents.values()):
        time = activity.time
        when = (time.precision, time.months, time.start, time.end, time.days)
        alike[plan.unit, words_of(activity.text), when].append((plan, activity))
    groups: dict[object, list[Planned]] = defaultdict(list)
    for content, found in alike.items():
        # Who says the same as one that is joined to others is one with all of them.
        leaders = {same[key] for plan, activity in found if (key := (plan.path, activity.anchor)) in same}
        ours: list[object] = [*sorted(leaders)] or [content]
        for leader in ours:
            groups[leader] += found
    yield from (found for found in groups.values() if len({plan.path for plan, _ in found}) > 1)


def _planned(documents: Iterable[Document]) -> Iterator[Planned]:
    return (
        (document, activity)
        for document in documents
        if isinstance(document, Plan)
        for activity in document.activities
    )
