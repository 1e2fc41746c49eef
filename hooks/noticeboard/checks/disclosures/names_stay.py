"""A disclosure that says how long its names stay, and from which none would leave."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.retention import names_of
from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Disclosure, Document
from noticeboard.problems import Level


@document_check("names-stay", Level.WARNING)
def names_stay(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Disclosure) or document.names_kept is None:
        return
    place = document.path, *place_of_field(document, "names_kept")
    if document.notice_period is None:
        yield Finding(
            *place,
            "写了“个人信息保留”，没有写“公示期”，名单不会撤下。",
            "请写“公示期”；不公示的，删去“个人信息保留”。",
        )
    elif names_of(document, None) is None:
        yield Finding(
            *place,
            "写了“个人信息保留”，没有看到名单：没有叫“名单”的小标题，也没有叫“名单”的附件，到时候什么也不会撤下。",
            "请把名单放在“## 名单”下面，或者做成附件，名称里写上“名单”。",
        )
