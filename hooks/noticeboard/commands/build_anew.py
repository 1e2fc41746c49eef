"""A site, built by the site generator: the slow half of `board build`."""

from __future__ import annotations

from pathlib import Path

from noticeboard.commands.generator import run_build
from noticeboard.commands.output_folder import output_folder
from noticeboard.publish.last_build import Wanted


def build_site(root: Path, wanted: Wanted, audience: str | None, *, strict: bool) -> int:
    """Builds the site of the board at `root`; the exit code, 2 where the settings are wrong. Raises UsageError."""
    arguments = ["--strict"] if strict else []
    if wanted.site_dir is not None:
        arguments += ["--site-dir", str(output_folder(root, Path(wanted.site_dir)))]
    if wanted.directory_urls is not None:
        arguments.append("--use-directory-urls" if wanted.directory_urls else "--no-directory-urls")
    return run_build(root, *arguments, audience=audience)
