"""Files that are replaced whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def replace_file(place: Path, data: bytes) -> None:
    """Puts `data` into the file at `place`, which keeps its permissions. Raises OSError, and leaves it as it was."""
    number, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(place, name)
        os.replace(name, place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
