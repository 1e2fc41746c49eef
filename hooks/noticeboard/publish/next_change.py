"""When the board changes next although nobody edits it, so that somebody publishes it on that day (SPECIFICATION section 11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from noticeboard.build import Site, shows
from noticeboard.catalog.catalog import build_catalog
from noticeboard.catalog.dues import DueState, dues_of
from noticeboard.catalog.retention import without_names
from noticeboard.catalog.states import LATE
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.notice_period import NoticeState
from noticeboard.content.repository.paths import ROOT
from noticeboard.edition import Edition
from noticeboard.times import day_of

_NOTICES = {
    NoticeState.UPCOMING: "公示还没有开始",
    NoticeState.OPEN: "公示开始",
    NoticeState.ENDED: "公示期满",
}
_DUES = {DueState.SOON: "快到期", DueState.OVERDUE: "已到期"}
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reason:
    """What changes of one document or activity."""

    what: str
    """In a few Chinese words."""
    title: str
    path: str = ""
    line: int = 0
    """1-based; 0 where the whole document is meant."""


@dataclass(frozen=True, slots=True)
class NextChange:
    """The day, and all that changes on it."""

    day: date
    reasons: tuple[Reason, ...]


def next_change(site: Site) -> NextChange:
    """The first day after `site.edition` on which a build says something else: at the latest when a month begins.

    Of today only what is still to come counts. `site` must have no errors.
    """
    # A whole day is compared with its end: a document that waits for an hour is there by then.
    edition = site.edition
    last = _facts(site, edition)
    while True:
        edition = replace(edition, now=time.max)
        facts = _facts(site, edition)
        reasons = (*_new(last, facts), *_month(edition, site.edition.today))
        if reasons:
            return NextChange(edition.today, reasons)
        edition, last = replace(edition, today=edition.today + _ONE), facts


def _month(edition: Edition, since: date) -> Iterator[Reason]:
    if edition.today.day == 1 and edition.today != since:
        yield Reason("新的一个月", f"首页和本月活动换到{edition.today.year}年{edition.today.month}月")


_Key = tuple[str, int, str]
"""Path, line and title of a document or an activity."""


def _new(last: Mapping[_Key, str], facts: Mapping[_Key, str]) -> Iterator[Reason]:
    for key, what in facts.items():
        path, line, title = key
        if key not in last and not line:
            yield Reason("登出", title, path)
        elif what and what != last.get(key, ""):
            yield Reason(what, title, path, line)


def _facts(site: Site, edition: Edition) -> Mapping[_Key, str]:
    """What a build of `edition` says, of each document and activity in a few words; empty where that is nothing of note."""
    whole = tuple(document for document in _written(site) if shows(document, edition))
    shown = without_names(whole, edition.today, site.settings.disclosure.retention)
    old = site.catalog
    catalog = build_catalog(
        shown,
        site.settings,
        edition.today,
        old.files,
        old.history,
        audience=edition.audience,
        site_url=old.site_url,
    )
    facts = {(document.path, 0, document.title): _state(document, edition.today) for document in shown}
    for document in shown:
        if document.names_left:
            facts[document.path, 1, document.title] = "名单撤下"
    for entry in catalog.entries:
        key = (entry.document.path, entry.activity.line, entry.activity.text)
        facts[key] = "活动逾期" if entry.state in LATE else ""
    for due in dues_of(catalog) if edition.audience == "internal" else ():
        facts[due.document.path, due.item.line, f"{due.item.name} {due.expires}"] = _DUES.get(due.state, "")
    return facts


def _written(site: Site) -> Iterator[Document]:
    return (document for document in site.all_documents if document.path.startswith(f"{ROOT}/"))


def _state(document: Document, today: date) -> str:
    if document.expire_on is not None and day_of(document.expire_on) < today:
        return "撤下"
    if isinstance(document, Disclosure) and document.notice_period:
        return _NOTICES[document.notice_period.state(today)]
    return ""
