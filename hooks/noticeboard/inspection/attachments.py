"""What the attachments of a board hold; those that were read before are remembered."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from noticeboard.cache import Cache, code_state
from noticeboard.inspection.inspect import Inspection
from noticeboard.inspection.readers import read_files, restored

_TABLE = "attachments"
_PACKAGES = ("privacy", "inspection")


def inspect_files(root: Path, paths: Sequence[str], cache: Cache) -> Mapping[str, Inspection]:
    """Path → what is to be said of the file. A file whose bytes were seen before is not read again.

    That holds for one too that took too long or too much, although a faster machine might read it: otherwise each save in
    a preview would pay for it anew. Only a warning depends on it, no page; `board check --no-cache` tries again.
    """
    if not paths:
        return {}
    state = code_state(*_PACKAGES)
    known = cache.read(_TABLE, state)
    keys = {path: _key(root / path) for path in paths}
    waiting = {key: path for path, key in keys.items() if key not in known}
    found = read_files([root / path for path in waiting.values()])
    results = {key: known[key] for key in set(keys.values()) & known.keys()}
    results |= {key: asdict(inspection) for key, inspection in zip(waiting, found, strict=True)}
    if waiting or results.keys() != known.keys():
        cache.write(_TABLE, state, results)
    return {path: restored(results[key]) for path, key in keys.items()}


def _key(place: Path) -> str:
    """The digest of a file's bytes with its ending, by which a table in plain text is known."""
    ending = posixpath.splitext(place.name)[1].lower()
    try:
        with place.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() + ending
    except OSError:
        return str(place)
