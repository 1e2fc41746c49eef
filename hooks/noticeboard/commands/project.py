"""What every command needs: where the board is, its settings, and the edition that was asked for."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import click

from noticeboard.build import Site, load
from noticeboard.commands.places import audience_option, edition_of, find_root, root_option, wanted_below
from noticeboard.commands.site_settings import settings_of
from noticeboard.content.paths import kept_places
from noticeboard.publish.site_folder import Refused, ensure_apart

__all__ = [
    "audience_option", "edition_of", "find_root", "load_site", "output_folder", "root_option", "settings_of", "wanted_below",
]  # fmt: skip


def output_folder(root: Path, target: Path) -> Path:
    """`target`, whole; ends the command when what officers or maintainers write lies there (SPECIFICATION section 11)."""
    place = Path(os.path.abspath(target))
    try:
        ensure_apart(place, kept_places(root))
    except Refused as refused:
        raise click.UsageError(str(refused)) from None
    return place


def load_site(
    root: Path, audience: str | None = None, *, drafts: bool = False, log: Path | None = None
) -> Site:
    """The whole site, by the loader that the MkDocs hook uses too; `log` as `run_build` takes it."""
    edition = edition_of(audience, drafts=drafts)
    return load(root, settings_of(root), replace(edition, publications=log) if log else edition)
