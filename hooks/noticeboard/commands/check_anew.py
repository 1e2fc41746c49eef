"""What there is to say of a board, worked out anew: the slow half of `board check`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from noticeboard.cache import Cache
from noticeboard.checked import Allowed, Checked
from noticeboard.commands.places import WrongSettings
from noticeboard.content.library import begin_reading
from noticeboard.content.site_file import read_site_file
from noticeboard.edition import Edition


def check_site(root: Path, edition: Edition, cache: Cache) -> Checked:
    """All problems of the board at `root`, and what was allowed on it; raises `WrongSettings`."""
    settings, problems = read_site_file(root)
    if problems:
        raise WrongSettings(problems)
    reading = begin_reading(root, settings)
    # To load the rest of the program takes a third as long as to read a thousand documents, which go on being read.
    site = import_module("noticeboard.build").load(root, settings, edition, cache, reading)
    allowed = (
        Allowed(document.path, allowance.line, allowance.column, allowance.check, allowance.reason)
        for document in site.documents
        for allowance in document.allow
    )
    return Checked(site.problems, tuple(sorted(allowed)))
