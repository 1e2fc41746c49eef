"""A table of 民主评议 with a column for who voted (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.content.sections.evaluations import voter_columns
from noticeboard.problems import Level


@document_check("evaluation-voter", Level.WARNING)
def evaluation_voter(document: Document, context: CheckContext) -> Iterator[Finding]:
    if document.evaluations:
        for head, line, column in voter_columns(document.tree):
            message = f"民主评议的表里有“{head}”一列，会看出是谁投的票。"
            yield Finding(document.path, line, column, message, "请删去这一列，只登每一项的票数。")
