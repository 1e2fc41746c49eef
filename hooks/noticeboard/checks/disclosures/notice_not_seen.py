"""A notice period (公示期) on whose days the disclosure is not on the board from the first to the last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.notice_period import NoticePeriod
from noticeboard.problems import Level
from noticeboard.times import day_of
from noticeboard.views.helpers.day_words import chinese_date


@document_check("notice-not-seen", Level.ERROR)
def notice_not_seen(document: Document, context: CheckContext) -> Iterator[Finding]:
    # A date that cannot be read is None, and told already.
    if isinstance(document, Disclosure) and document.date and (period := document.notice_period):
        for field, message, hint in _wrong(document, period):
            yield Finding(document.path, *place_of_field(document, field), message, hint)


def _wrong(document: Disclosure, period: NoticePeriod) -> Iterator[tuple[str, str, str]]:
    """The field to change, what is wrong, and what to type."""
    first, last = chinese_date(period.start), chinese_date(period.end)
    whole = "公示要从头到尾看得到才算数。"
    if period.start < document.date:
        issued = chinese_date(document.date)
        yield (
            "notice_period",
            f"公示期从{first}算起，这份公示{issued}才发出，前面几天没有人看得到。",
            f"{whole}请把“公示期”改成从“日期”那天或以后算起。",
        )
    published = _day(document.publish_on)
    if published is not None and published > max(period.start, document.date):
        yield (
            "publish_on",
            f"公示期从{first}算起，“发布”写的是{chinese_date(published)}，前面几天没有人看得到。",
            f"{whole}请把“发布”提前，或者把“公示期”往后改。",
        )
    expired = _day(document.expire_on)
    if expired is not None and expired < period.end:
        yield (
            "expire_on",
            f"公示期到{last}为止，“撤下”写的是{chinese_date(expired)}，后面几天就离开首页了。",
            f"{whole}请把“撤下”改到{last}或以后，或者删去这一行。",
        )


def _day(when: date | None) -> date | None:
    return None if when is None else day_of(when)
