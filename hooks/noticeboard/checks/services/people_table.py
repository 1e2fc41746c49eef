"""A table of names and telephones that does not say who does what (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Service
from noticeboard.content.sections.people import tables_of_names
from noticeboard.problems import Level


@document_check("people-table", Level.NOTICE)
def people_table(document: Document, context: CheckContext) -> Iterator[Finding]:
    if isinstance(document, Service):
        for row in tables_of_names(document.tree):
            message = "这张表有姓名和电话，没有“职务”或者“分工”一列，不登到“找委员”一页上。"
            hint = "列的是工会委员，请加上“职务”或者“分工”；不是的，不用改。"
            yield Finding(document.path, row.table, row.column, message, hint)
