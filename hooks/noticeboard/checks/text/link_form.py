"""Links in full-width brackets, or with slashes that no address has."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, matches_outside_code
from noticeboard.content.documents import Document
from noticeboard.markup.link_forms import LINK, read_poor_link
from noticeboard.problems import Edit, Level


@document_check("link-form", Level.WARNING)
def link_form(document: Document, context: CheckContext) -> Iterator[Finding]:
    for found in matches_outside_code(document, LINK):
        start = found.start()
        poor = read_poor_link(document.text, start)
        if poor is None and found["bang"]:
            start += 1
            poor = read_poor_link(document.text, start)
        if poor is None or start < len(document.head):
            continue
        written = document.text[poor.start : poor.end]
        finding = finding_at(
            document, start, f"“{written}”的括号或者斜线不是半角的，已按链接读取。", f"请写成“{poor.good}”。"
        )
        edit = Edit(finding.column, finding.column + len(written), poor.good)
        yield Finding(finding.path, finding.line, finding.column, finding.message, finding.hint, edit)
