"""A board as it was at some revision in git."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path


def extract(root: Path, revision: str, target: Path) -> bool:
    """Writes the folder `root` as it was at `revision` into the folder `target`; False when git has no such revision.

    `root` may be any folder of the repository. Symbolic links and whatever leads out of `target` stay away.
    """
    command = ["git", "archive", "--format=tar", "--end-of-options", revision]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    except OSError:
        return False
    if done.returncode:
        return False
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        for member in archive:
            if member.isreg() or member.isdir():
                archive.extract(member, target, filter="data")
    return True
