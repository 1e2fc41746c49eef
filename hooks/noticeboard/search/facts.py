"""What a document's page says around its text, for the search: its facts, figures and attachments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import record_of
from noticeboard.content.documents import Disclosure, Document, Plan, Proposal, Summary
from noticeboard.search.passages import Passage, PassageKind
from noticeboard.views.helpers.wording import chinese_date, choice_word


def facts_of(catalog: Catalog, document: Document) -> Iterator[Passage]:
    """The facts and figures above the text, in the order and the words of `templates/document.html`."""
    for label, value in _facts(catalog, document):
        if value:
            yield Passage(PassageKind.FACT, "", " ".join(value.split()), label)
    amounts = document.targets if isinstance(document, Plan) else ()
    for amount in document.results if isinstance(document, Summary) else amounts:
        yield Passage(PassageKind.FIGURE, "", f"{amount.name}：{amount.text}")


def files_of(catalog: Catalog, document: Document) -> Iterator[Passage]:
    """The names of the attachments that are there."""
    for attachment in document.attachments:
        if attachment.path in catalog.files.sizes:
            yield Passage(PassageKind.FACT, "", attachment.name)


def _facts(catalog: Catalog, document: Document) -> Iterator[tuple[str, str | None]]:
    if isinstance(document, Disclosure):
        yield "编号", record_of(catalog, document).number
        yield from _of_disclosure(catalog, document)
    else:
        yield "编号", document.number
    if isinstance(document, Plan | Summary):
        yield "期间", document.period.title
    elif isinstance(document, Proposal):
        yield from _of_proposal(document)
    yield "联系", document.contact
    yield "有效至", _day(document.expire_on)


def _of_disclosure(catalog: Catalog, document: Disclosure) -> Iterator[tuple[str, str | None]]:
    yield "类别", document.category
    yield "责任部门", document.department
    if period := document.notice_period:
        yield "公示期", f"{chinese_date(period.start)}至{chinese_date(period.end)}"
    yield "依据", document.basis
    yield "公开形式", "、".join(document.channels)
    yield "张贴地点", "、".join(document.places)
    yield "审核", document.reviewer
    asked = catalog.settings.disclosure
    yield "提意见", document.feedback or asked.feedback
    if box := asked.opinion_box:
        yield "提意见", box.email and f"发邮件 {box.email}"
        yield "提意见", box.form and f"网上填写 {box.form}"
        yield "提意见", box.place and f"意见箱：{box.place}"


def _of_proposal(document: Proposal) -> Iterator[tuple[str, str | None]]:
    yield "届次", document.session
    yield "提案人", document.proposer
    yield "附议人", "、".join(document.seconders)
    yield "承办", document.handler
    yield "答复期限", _day(document.due)
    yield "答复日期", _day(document.answered)
    yield "满意度", document.satisfaction and choice_word(document.satisfaction)


def _day(value: date | None) -> str:
    return chinese_date(value) if value else ""
