"""A site as one ZIP file: unpacked, it opens by a double click on index.html, without a server."""

from __future__ import annotations

import os
import tempfile
import zipfile
from pathlib import Path

from noticeboard.publish.built_site import files_of

_STAMP = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP file can tell: the same site gives the same bytes."""


def write_archive(folder: Path, place: Path) -> None:
    """Puts the site in `folder` into the ZIP file at `place`, whole or not at all. Raises OSError."""
    number, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.", suffix=".part")
    new = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
                for path in sorted(files_of(folder)):
                    archive.writestr(_member(path), (folder / path).read_bytes())
            stream.flush()
            os.fsync(stream.fileno())
        new.chmod(0o644)
        new.replace(place)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _member(path: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(path, _STAMP)
    member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    member.create_system = 3
    return member
