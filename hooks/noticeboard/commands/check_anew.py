"""What there is to say of a board, worked out anew: the slow half of `board check`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from noticeboard.cache import Cache
from noticeboard.check_result import Allowed, Checked
from noticeboard.commands.site_settings import settings_of
from noticeboard.content.document_set import start_reading
from noticeboard.content.known_documents import KnownDocuments
from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.content.settings.board_settings import TRUSTED, Settings
from noticeboard.content.settings.site_file import places_in
from noticeboard.edition import Edition


def check_site(root: Path, edition: Edition, cache: Cache) -> Checked:
    """All problems of the board at `root`, and what was allowed on it; raises `WrongSettings`."""
    settings = settings_of(root)
    reading = start_reading(root, settings, KnownDocuments.at(root) if cache.folder else None)
    # To load the rest of the program takes a third as long as to read a thousand documents, which go on being read.
    site = import_module("noticeboard.build").load(root, settings, edition, cache, reading)
    allowed = (
        Allowed(document.path, allowance.line, allowance.column, allowance.check, allowance.reason)
        for document in site.all_documents
        for allowance in document.allow
    )
    return Checked(site.problems, tuple(sorted((*allowed, *_trusted(root, settings)))))


def _trusted(root: Path, settings: Settings) -> Iterator[Allowed]:
    """That docs/ is trusted, which should be seen at every check."""
    if settings.trust_docs:
        line, column = places_in(root / SITE_FILE)(("extra", "board", "trust_docs"))
        yield Allowed(SITE_FILE, line, column, "trust_docs", TRUSTED)
