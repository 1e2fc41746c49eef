"""A site as one ZIP file: unpacked, it opens by a double click on index.html, without a server."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from noticeboard.publish.built_site import files_of
from noticeboard.publish.lock import Lock
from noticeboard.publish.site_folder import Refused, ensure_outside, make_parents

_STAMP = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP file can tell: the same site gives the same bytes."""
_SILENCE = 3.0
_PATIENCE = 600.0
"""Seconds until the waiting for another publication is told, and until it ends."""


@contextmanager
def beside_archive(place: Path, kept: Iterable[Path], waits: Callable[[str], None]) -> Iterator[Path]:
    """An empty folder beside the ZIP file at `place`, to build in; what one that was killed has left there goes.

    Raises OSError, and Refused where `place` lies in one of the `kept` places or another publication does not end.
    """
    ensure_outside(place, kept)
    make_parents(place)
    folder, lock = (
        place.with_name(f".{place.name}.new"),
        Lock(place.with_name(f".{place.name}.lock"), is_shared=True),
    )
    if not lock.acquire(_PATIENCE, lambda: waits("另一次发布还没有完，正在等它结束……"), _SILENCE):
        raise Refused("另一次发布还没有完。请等它结束，再发布一次。")
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.release()


def write_archive(site: Path, place: Path, working: Path) -> None:
    """Puts the site at `site` into the ZIP file at `place`, whole or not at all, by way of the folder `working`. Raises OSError."""
    new = working / place.name
    with new.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(files_of(site)):
                archive.writestr(_member(path), (site / path).read_bytes())
        stream.flush()
        os.fsync(stream.fileno())
    new.chmod(0o644)
    new.replace(place)


def _member(path: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(path, _STAMP)
    member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    member.create_system = 3
    return member
