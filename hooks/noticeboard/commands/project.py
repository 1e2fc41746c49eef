"""What every command needs: where the board is, its settings, and the edition that was asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from noticeboard.build import Site, load
from noticeboard.commands.common_options import (
    audience_option,
    edition_of,
    find_root,
    root_option,
    wanted_below,
)
from noticeboard.commands.output_folder import output_folder
from noticeboard.commands.site_settings import settings_of

__all__ = [
    "audience_option", "edition_of", "find_root", "load_site", "output_folder", "root_option", "settings_of", "wanted_below",
]  # fmt: skip


def load_site(
    root: Path, audience: str | None = None, *, drafts: bool = False, log: Path | None = None
) -> Site:
    """The whole site, by the loader that the MkDocs hook uses too; `log` as `run_build` takes it."""
    edition = edition_of(audience, drafts=drafts)
    return load(root, settings_of(root), replace(edition, publications=log) if log else edition)
