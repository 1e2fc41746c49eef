"""Files that are replaced whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

_PART = ".part"


def replace_file(place: Path, data: bytes, *, durable: bool = True) -> None:
    """Puts `data` into the file at `place`, which keeps its permissions. Raises OSError, and leaves it as it was.

    A link at `place` is replaced; what it leads to stays. What need not outlive a power cut is not `durable`, and sooner done.
    """
    _remove_leftovers(place)
    number, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.", suffix=_PART)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        if place.is_file():
            shutil.copymode(place, name)
        os.replace(name, place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _remove_leftovers(place: Path) -> None:
    """Removes what a process left here that was killed while it replaced the same file."""
    for left in place.parent.glob(f".{_literal(place.name)}.*{_PART}"):
        with suppress(OSError):
            left.unlink()


def _literal(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)
