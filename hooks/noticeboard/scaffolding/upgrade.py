"""What a newer program changes in a board that `board init` made: nothing that somebody has edited."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.content.settings.board_settings import Settings
from noticeboard.scaffolding.guide_nav import with_new_pages
from noticeboard.scaffolding.migrations import migrated
from noticeboard.scaffolding.program_files import program_files
from noticeboard.scaffolding.record import NAME, WrittenFiles, digest_of, record_text

REQUIREMENTS = "requirements.txt"
_GUIDE = "docs/guide/"
_PIN = re.compile(r"^(noticeboard(?:\[[^\]\n]*\])?[ \t]*==[ \t]*)[^\s;#]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """All that is to be written, and what is left to people."""

    before: Mapping[str, bytes]
    """Path → content as it is, of those of `after` that are there."""
    after: Mapping[str, bytes]
    """Path → content as it will be; only what differs."""
    edited: tuple[str, ...]
    """Files of the program that somebody has edited, and that this version would write otherwise."""
    is_pinned: bool
    """Whether the version in requirements.txt could be set."""


def settings_upgrade(root: Path, record: WrittenFiles) -> tuple[str, str]:
    """mkdocs.yml as it is and with the settings as this version wants them. Raises OSError, UnicodeDecodeError."""
    text = _site_file(root)
    return text, migrated(text, record.version)


def navigation_upgrade(root: Path, record: WrittenFiles) -> tuple[str, str]:
    """mkdocs.yml as it is and with the guide's new pages in its navigation. Raises OSError, UnicodeDecodeError."""
    text = _site_file(root)
    had = {path.removeprefix(_GUIDE) for path in record.digests if path.startswith(_GUIDE)}
    return text, with_new_pages(text, had)


def _site_file(root: Path) -> str:
    return (root / SITE_FILE).read_bytes().decode("utf-8-sig")


def upgrade_of(
    root: Path, record: WrittenFiles, settings: Settings, version: str, replaced: frozenset[str] = frozenset()
) -> Upgrade:
    """The upgrade of the board at `root`, whose `settings` are up to date, to `version`; files that are `replaced` follow
    though somebody has edited or removed them. Raises OSError.
    """
    wanted = program_files(settings, record.forge)
    there = {path: (root / path).read_bytes() for path in wanted if (root / path).is_file()}
    follow = {path for path in wanted if path in replaced or _follows(path, there.get(path), record)}
    same = {path for path, data in there.items() if digest_of(data) == digest_of(wanted[path])}
    after = {path: wanted[path] for path in sorted(follow - same)}
    edited = tuple(sorted(there.keys() - follow - same))
    digests = {path: digest_of(wanted[path]) for path in sorted(follow | same)}
    # Who has edited or removed a file is not asked about it again with every version that leaves it as it was.
    kept = {path: digest for path, digest in record.digests.items() if path not in digests}
    after[NAME] = record_text(WrittenFiles(version, record.forge, dict(sorted({**digests, **kept}.items()))))
    requirements = (root / REQUIREMENTS).read_bytes() if (root / REQUIREMENTS).is_file() else b""
    pinned, count = _PIN.subn(
        lambda found: found[1] + version, requirements.decode("utf-8", "surrogateescape")
    )
    after[REQUIREMENTS] = pinned.encode("utf-8", "surrogateescape")
    before = {path: (root / path).read_bytes() for path in after if (root / path).is_file()}
    changed = {path: data for path, data in after.items() if before.get(path, b"") != data}
    return Upgrade(before, changed, edited, bool(count))


def _follows(path: str, there: bytes | None, record: WrittenFiles) -> bool:
    """Whether the program may write the file: it is as it was written, or has never been."""
    if there is None:
        return path not in record.digests
    return record.digests.get(path) == digest_of(there)
