"""The figures of a document under what they are called: two names that traded places leave every number where it was."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.sections.figure_opposites import opposites_found, side_of
from noticeboard.content.sections.figure_values import (
    closed,
    figures_in,
    may_be_word,
    value_of,
    without_figures,
)
from noticeboard.markup.body import tables_among, walk
from noticeboard.markup.nodes import Heading, Label, Part, Row, Strike, Tag
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of

_MARKER = pattern_of(r"\A\s*(?:[-*+]\s+)?(?:\d{1,3}[.、．)）]|[(（]\d{1,3}[)）])(?!\d)")
"""The number of an item or a heading says nothing that readers count on."""
_NUMBERING = pattern_of("序号?|编号|No\\.?", re.IGNORECASE)
_NOT_WORDS = pattern_of(r"[\W_\d]+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Figures that belong together, and what they are called."""

    line: int
    label: str
    text: str
    """In which they stand."""

    @property
    def figures(self) -> tuple[str, ...]:
        """They, as they are typed."""
        return figures_in(self.text)

    @property
    def values(self) -> tuple[str, ...]:
        """What they say, however they are typed."""
        return tuple(value_of(figure) for figure in self.figures if not may_be_word(figure))

    @property
    def said(self) -> tuple[str, ...]:
        """All that would have to be the same for nothing to have changed."""
        return (
            *map(value_of, self.figures),
            *(side_of(found[0]) for found in opposites_found(closed(self.text))),
        )


def without_marker(line: str) -> str:
    """A line of a text without the number of its item or heading."""
    return _MARKER.sub("", line, count=1)


class LabelledFigures:
    """All figures of a document that have a name: by rows and columns of tables, and by the lines of the text."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def all(self) -> tuple[Labelled, ...]:
        """Each in the order of the text."""
        rows = list(self._of_tables())
        in_tables = {row.line for row in rows}
        return (*self._of_fields(), *rows, *self._of_lines(in_tables))

    @cached_property
    def by_label(self) -> Mapping[str, Labelled]:
        """Those whose name no other has."""
        counted = Counter(one.label for one in self.all)
        return {one.label: one for one in self.all if counted[one.label] == 1 and len(one.label) > 1}

    def says_the_same(self, other: LabelledFigures) -> bool:
        """Whether only the order is another: rows that were sorted, sections that moved."""
        return Counter((one.label, one.said) for one in self.all) == Counter(
            (one.label, one.said) for one in other.all
        )

    def _of_fields(self) -> Iterator[Labelled]:
        document = self._document
        if not isinstance(document, Disclosure):
            return
        for amount in document.results:
            yield Labelled(amount.line, f"数据 {amount.name}", amount.text)
        said = {"title": document.title or "", "date": str(document.date)}
        if document.notice_period is not None:
            said["notice_period"] = f"{document.notice_period.start} {document.notice_period.end}"
        for name, text in said.items():
            yield Labelled(document.positions.get(name, (1, 1))[0], f"={name}", text)

    def _of_tables(self) -> Iterator[Labelled]:
        for table in tables_among(self._document.tree.blocks):
            heads = [_words(plain_text(cell.parts)) for cell in table.head.cells]
            for row in table.rows:
                yield from self._of_row(heads, row, row.line)

    def _of_row(self, heads: Sequence[str], row: Row, line: int) -> Iterator[Labelled]:
        texts = [plain_text([it for it in cell.parts if not _is_struck(it)]) for cell in row.cells]
        name = next((_words(text) for text in texts if _words(text)), "")
        for head, text in zip(heads, texts, strict=False):
            if not _NUMBERING.fullmatch(head):
                yield Labelled(line, f"{name} {head}", text)

    def _of_lines(self, in_tables: set[int]) -> Iterator[Labelled]:
        """Lines without figures too: a figure may come to stand in one."""
        blocks = walk(self._document.tree.blocks)
        heads = {it.line: plain_text(it.parts) for it in blocks if isinstance(it, Heading | Label)}
        head = ""
        for line, text in enumerate(self._document.body.splitlines(), self._document.body_line):
            if line in heads:
                head = _words(without_figures(without_marker(heads[line])))
            said = without_marker(text)
            if line not in in_tables and said.strip():
                name = _words(without_figures(said))
                yield Labelled(line, name if line in heads else f"{head} {name}", said)


def _is_struck(part: Part) -> bool:
    return isinstance(part, Strike) or (isinstance(part, Tag) and part.name.lower() in ("del", "s", "strike"))


def _words(text: str) -> str:
    """What a name says, without signs and digits."""
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text))
