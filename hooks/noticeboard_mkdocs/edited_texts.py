"""In a preview, texts that were edited since it was built: they are shown before the checks of the whole board are through.

What the pages show of all else is what the last build knew: git, attachments, pages of docs/.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from noticeboard.build import catalog_with
from noticeboard.checks import begin_checks
from noticeboard.checks.context import CheckContext
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.source import SourceFile, content_of, list_sources, source_of
from noticeboard.file_states import Stamp, stamp_of
from noticeboard.problems import Problem
from noticeboard_mkdocs.live_site import LiveSite, Stamps, WholeBuild

_MOST = 8
"""Texts that one edits by hand: where more have changed, somebody has fetched the work of others."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What is to be shown of texts that have changed since the last build."""

    stamps: Stamps
    """Of those texts: who has seen these need not look again."""
    site: LiveSite
    addresses: Mapping[str, str]
    """Path → address, of all of them."""
    problems: tuple[Problem, ...]
    """What is wrong in each by itself."""


def stamps_of(root: Path) -> dict[str, Stamp | None]:
    """The stamps of all texts of the board at `root`."""
    return {file.path: _stamp(file) for file in list_sources(root)[0]}


def edited_since(last: WholeBuild, seen: Stamps) -> Edited | None:
    """What has been edited since a build; None where that is only what was `seen`, or more than one edits by hand.

    Of a text with an error, what the last build knew stays.
    """
    files = {file.path: file for file in list_sources(last.site.root)[0]}
    stamps = {path: _stamp(file) for path, file in files.items()}
    changed = {
        path: stamps.get(path)
        for path in dict.fromkeys((*stamps, *last.stamps))
        if path not in stamps or last.stamps.get(path) != stamps[path]
    }
    if changed == seen or len(changed) > _MOST:
        return None
    settings = last.site.settings
    gone = changed.keys() - files.keys()
    read = [
        read_document(source_of(files[path], content_of(files[path]), KNOWN_KEYS), settings)
        for path in changed
        if path in files
    ]
    documents = [document for document, _ in read]
    context = CheckContext(settings, last.site.edition.today)
    found = [problem for _, faults in read for problem in faults]
    found += (problem for faults, _ in begin_checks(documents, context)() for problem in faults)
    valid = [document for document, faults in read if not any(fault.is_error for fault in faults)]
    live = LiveSite(last)
    if valid or gone:
        live = live.with_catalog(catalog_with(last.site, valid, gone))
    known = {document.path: document.address for document in last.site.all_documents if document.path in gone}
    addresses = {**known, **{document.path: document.address for document in documents}}
    return Edited(changed, live, addresses, tuple(found))


def _stamp(file: SourceFile) -> Stamp | None:
    try:
        return stamp_of(file.location)
    except OSError:
        return None
