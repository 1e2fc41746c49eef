"""A resolution of which something could not be read, or a section of which none was."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Meeting
from noticeboard.content.sections.named_sections import sections_named
from noticeboard.content.sections.resolutions import SECTION
from noticeboard.problems import Level


@document_check("resolution-not-read", Level.WARNING)
def resolution_not_read(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Meeting):
        return
    hint = "请写成“- [ ] 公布预算（负责：财务室；4月30日前）”这样，办完了打勾，延期写“延期至：5月31日”。"
    for resolution in document.resolutions:
        for fault in resolution.faults:
            message = f"这一条决议{'：' if fault else ''}{fault}。"
            yield Finding(document.path, resolution.line, resolution.column, message, hint)
        if resolution.done_on and resolution.done_on > context.today:
            message = f"办结的日子 {resolution.done_on} 还没有到，不算办结。"
            yield Finding(document.path, resolution.line, resolution.column, message, "请核对年份和月份。")
    if not document.resolutions:
        for section in sections_named(document.tree, SECTION):
            if section.says_something:
                message = f"“{section.name}”下面没有读到一条一条的决议，不登在决议台账里。"
                yield Finding(document.path, section.line, section.column, message, hint)
