"""What a preview knows to be wrong, and on which of its pages to say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from noticeboard.build import Site
from noticeboard.content.documents import Document
from noticeboard.content.repository.files import list_hand_written
from noticeboard.content.repository.paths import INBOX, ROOT
from noticeboard.problems import Problem, first_of_each

OVERVIEW = "_problems/"
"""The address of the page that lists all problems. No document has it: names that begin with `_` are passed over."""


@dataclass(frozen=True)
class Findings:
    """The problems of what a preview shows."""

    problems: tuple[Problem, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Path of a document or a page of docs/ → address of its page."""
    is_stale: bool = False
    """Whether the pages are those from before the last change, which could not be built."""
    has_edits: bool = False
    """Whether texts are shown that were edited since."""

    @cached_property
    def by_address(self) -> Mapping[str, Sequence[Problem]]:
        """Address → the problems of the files that it shows, or should."""
        found: dict[str, list[Problem]] = defaultdict(list)
        for problem in self.problems:
            if problem.path in self.addresses:
                found[self.addresses[problem.path]].append(problem)
        return found

    @cached_property
    def waiting(self) -> Sequence[Problem]:
        """One for each file that waits for an import: every page offers it."""
        return tuple(problem for problem in self.problems if problem.path.startswith(INBOX))

    def on(self, address: str) -> Sequence[Problem]:
        """The problems to list on the page at `address`."""
        return self.problems if address == OVERVIEW else self.by_address.get(address, ())

    def joined_by(self, *problems: Problem) -> Findings:
        """These findings behind further `problems`, each told once."""
        return replace(self, problems=tuple(dict.fromkeys((*problems, *self.problems))))

    def edited(self, addresses: Mapping[str, str], problems: Iterable[Problem]) -> Findings:
        """These findings, but for the texts at the paths in `addresses`, path → address: `problems` are theirs."""
        others = (problem for problem in self.problems if problem.path not in addresses)
        found = first_of_each((*problems, *others))
        return Findings(found, {**self.addresses, **addresses}, self.is_stale, has_edits=True)


def findings_of(site: Site) -> Findings:
    """The findings of a site that was loaded."""
    documents = {document.path: document.address for document in site.all_documents}
    unread = {
        problem.path: _address(problem.path)
        for problem in site.problems
        if problem.path.startswith(f"{ROOT}/") and problem.path.lower().endswith(".md")
    }
    hand_written = {path: address for address, path in list_hand_written(site.root).items()}
    return Findings(site.problems, {**unread, **documents, **hand_written})


def _address(path: str) -> str:
    """Where the document would be that could not even be opened."""
    return Document(path=path, title="", date=date.min).address
