"""Which of several activities of one name in a month stood in its plan first, as git tells it: a calendar knew it alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from noticeboard.content.activities.activity import Activity
from noticeboard.content.documents import Document, Plan
from noticeboard.content.repository.history import Commit, History, has_repository, run_git

_LOG = ("log", "--follow", "--patch", "--unified=0", "--no-color", "--no-ext-diff", "--format=%x00")

_CHANGED = (Commit(date.min),) * 2


def name_of(activity: Activity) -> str:
    """What all activities of one name in a month share of their anchors, whose further ones are counted."""
    return "-".join(activity.anchor.split("-")[:2])


def with_eldest(history: History, root: Path, documents: Iterable[Document]) -> History:
    """`history` with those of several activities of one name that were there before all others."""
    if history.missing is not None or not has_repository(root):
        return history
    # Of what came in one commit nothing was there before the rest; what is not committed as it stands has no entry.
    changed = (
        it for it in documents if isinstance(it, Plan) and len(history.changes.get(it.path, _CHANGED)) > 1
    )
    found = ((document.path, it.anchor) for document in changed for it in _eldest_in(document, root))
    return replace(history, eldest=frozenset(found))


def _eldest_in(document: Plan, root: Path) -> Iterator[Activity]:
    named: dict[str, list[Activity]] = defaultdict(list)
    for activity in document.activities:
        named[name_of(activity)].append(activity)
    groups = [group for group in named.values() if len(group) > 1]
    commits = _added_lines(root, document.path) if groups else []
    for group in groups:
        ages = [_age(activity, commits) for activity in group]
        if ages.count(max(ages)) == 1:
            yield group[ages.index(max(ages))]


def _age(activity: Activity, commits: Sequence[Sequence[str]]) -> int:
    """The place of the first commit whose lines say the activity and its time, the newest commit's being 0; -1 where none does."""
    # 6月 is not what 6月12日 says.
    when = re.compile(rf"(?<!\d){re.escape(activity.time.text)}(?!\d)")
    said = (
        age
        for age, lines in enumerate(commits)
        if any(activity.text in it and when.search(it) for it in lines)
    )
    return max(said, default=-1)


def _added_lines(root: Path, path: str) -> list[list[str]]:
    """The lines that each commit wrote into a file, under its former names too, the newest commit first."""
    log = run_git(root, *_LOG, "--", path) or ""
    return [
        [line[1:] for line in commit.split("\n") if line.startswith("+") and not line.startswith("+++")]
        for commit in log.split("\0")[1:]
    ]
