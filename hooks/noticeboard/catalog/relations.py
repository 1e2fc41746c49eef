"""What joins documents: a summary and its plans, a correction, links, and the activities that point at reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from noticeboard.content.documents import Disclosure, Document, Summary
from noticeboard.content.repository.paths import beside_url, candidates
from noticeboard.markup.links import BodyLink


class RelationKind(StrEnum):
    """How one document points at another."""

    ANSWERS = "answers"
    """A summary answers to a plan."""
    REPLACES = "replaces"
    """A disclosure corrects another."""
    ACTIVITY = "activity"
    """An activity links to what became of it."""
    LINK = "link"
    """The body links to it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One document points at another; read backwards it is the way back."""

    kind: RelationKind
    source: str
    """Path of the document that points."""
    target: str
    """Path of the document that is pointed at."""
    line: int
    """Where it points: the activity's, the link's or the key's line in the source."""


def path_of_link(document: Document, target: str) -> str | None:
    """The path below the repository root that a link in a document's body means; None when it leaves the board."""
    path, _, _ = target.partition("#")
    path = path.partition("?")[0]
    if not path or _has_scheme(path):
        return None
    return beside_url(document.path, path)


def _has_scheme(target: str) -> bool:
    head = target.partition("/")[0]
    return ":" in head or target.startswith("//")


def relations_of(document: Document, documents: Mapping[str, Document]) -> tuple[Relation, ...]:
    """The relations that a document states, to documents that are on the board, each once."""
    found: list[Relation] = []
    if isinstance(document, Summary):
        for reference in document.plans:
            found += _referred(RelationKind.ANSWERS, document, reference.text, reference.line, documents)
    if isinstance(document, Disclosure) and document.replaces is not None:
        found += _referred(
            RelationKind.REPLACES, document, document.replaces.text, document.replaces.line, documents
        )
    in_activities = set()
    for activity in document.activities:
        for link in activity.links:
            in_activities.add((link.line, link.column))
            found += _linked(RelationKind.ACTIVITY, document, link, activity.line, documents)
    for link in document.links:
        if (link.line, link.column) not in in_activities:
            found += _linked(RelationKind.LINK, document, link, link.line, documents)
    return tuple(dict.fromkeys(found))


def _referred(
    kind: RelationKind, document: Document, text: str, line: int, documents: Mapping[str, Document]
) -> Iterable[Relation]:
    target = next((path for path in candidates(document.path, text) if path in documents), None)
    if target is not None and target != document.path:
        yield Relation(kind, document.path, target, line)


def _linked(
    kind: RelationKind, document: Document, link: BodyLink, line: int, documents: Mapping[str, Document]
) -> Iterable[Relation]:
    target = path_of_link(document, link.target)
    if target is not None and target in documents and target != document.path:
        yield Relation(kind, document.path, target, line)
