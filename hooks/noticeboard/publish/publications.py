"""The log of a folder of releases: what each of them holds, and what readers saw when (SPECIFICATION section 17)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from noticeboard.atomic import replace_file
from noticeboard.build import Site
from noticeboard.catalog.certificates import former_addresses
from noticeboard.catalog.disclosures import record_of
from noticeboard.content.documents import Disclosure
from noticeboard.content.notice_period import NoticeState
from noticeboard.content.repository.publication_log import Content, PublicationLog, read_log
from noticeboard.publish.built_site import SiteFinding

DOCUMENTS = ".documents.json"
"""A file in each release: what its documents hold."""


def contents_of(site: Site) -> dict[str, Content]:
    """Address → content, of every document that a site shows."""
    catalog = site.catalog
    found = {document.address: Content(document.digest) for document in catalog.shown}
    for document in catalog.of_type(Disclosure):
        proofs = record_of(catalog, document).attachments
        found[document.address] = Content(document.digest, {proof.name: proof.digest for proof in proofs})
    return found


def write_contents(release: Path, contents: Mapping[str, Content]) -> None:
    """Notes in a release what its documents hold."""
    table = {address: asdict(content) for address, content in contents.items()}
    data = json.dumps(table, ensure_ascii=False, sort_keys=True).encode()
    (release / DOCUMENTS).write_bytes(data)


def read_contents(release: Path) -> dict[str, Content]:
    """What a release notes of its documents; nothing where it notes nothing that can be read."""
    try:
        table = json.loads((release / DOCUMENTS).read_bytes())
        return {str(address): Content(**content) for address, content in table.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def log_release(log: Path, release: Path, name: str, revision: str, at: datetime) -> PublicationLog:
    """Adds to the log in a file that readers see `release` since `at`, unless it ends with that; the log with it. Raises BrokenLog and OSError."""
    before = read_log(log)
    if before.release == name:
        return before
    after = before.extended(before.lines_for(name, revision, at, read_contents(release)))
    replace_file(log, after.written())
    log.chmod(0o644)
    return after


def edited_in_notice(site: Site) -> Iterator[SiteFinding]:
    """The disclosures whose text or attachments are not what was last published, within their notice period and with no word of why."""
    known, now = site.catalog.publications.up, contents_of(site)
    former = former_addresses(site.catalog) if known else {}
    for document in site.catalog.of_type(Disclosure):
        period = document.notice_period
        if period is None or period.state(site.catalog.today) is not NoticeState.OPEN or document.correction:
            continue
        addresses = (document.address, *former.get(document.path, ()))
        before = next((known[address] for address in addresses if address in known), None)
        content = now[document.address]
        if before is not None and before != content:
            what = "原文" if before.text != content.text else "附件"
            message = f"公示期里改了{what}，没有写“更正说明”；公示证明里会写着这一处改动。"
            yield SiteFinding(document.address, message, is_error=False)
