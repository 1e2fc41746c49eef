"""Where commands write what they make: apart from `project`, which takes longer to load than a settled board to build."""

from __future__ import annotations

import os
from pathlib import Path

import click

from noticeboard.content.repository.paths import kept_places
from noticeboard.publish.site_folder import Refused, ensure_apart


def output_folder(root: Path, target: Path) -> Path:
    """`target`, whole; ends the command when what officers or maintainers write lies there (SPECIFICATION section 11)."""
    place = Path(os.path.abspath(target))
    try:
        ensure_apart(place, kept_places(root))
    except Refused as refused:
        raise click.UsageError(str(refused)) from None
    return place
