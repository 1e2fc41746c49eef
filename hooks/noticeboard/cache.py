"""What has been worked out before, kept below .cache/: safe to delete, and never believed for other content or code."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from noticeboard.atomic import replace_file

_CACHES = ".cache"
_TABLES = "noticeboard"
_PACKAGE = Path(__file__).parent


def cache_folder(root: Path, name: str) -> Path | None:
    """The folder `name` of .cache/ below `root`, whether it is there or not.

    None where a link stands on the way: what is written or removed there would be somebody else's.
    """
    folder = root / _CACHES / name
    return None if folder.is_symlink() or folder.parent.is_symlink() else folder


@dataclass(frozen=True, slots=True)
class Cache:
    """Tables of results by keys, one file a table; without a folder it forgets everything."""

    folder: Path | None = None

    @classmethod
    def at(cls, root: Path) -> Cache:
        return cls(cache_folder(root, _TABLES))

    def read(self, table: str, state: str) -> Mapping[str, Any]:
        """Key → result, as it was written under the same `state`; nothing when that has changed."""
        if self.folder is None:
            return {}
        try:
            kept = json.loads((self.folder / f"{table}.json").read_bytes())
            return dict(kept["results"]) if kept["state"] == state else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def write(self, table: str, state: str, results: Mapping[str, Any]) -> None:
        """Keeps `results` instead of those before; a disk that takes nothing does no harm."""
        if self.folder is None:
            return
        text = json.dumps({"state": state, "results": results}, ensure_ascii=False, sort_keys=True)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            replace_file(self.folder / f"{table}.json", text.encode("utf-8", "surrogatepass"), durable=False)


def code_state(*packages: str) -> str:
    """A digest of the program's own code below `packages` (``privacy``; all of it without any), and of what it stands on."""
    digest = hashlib.sha256(repr((sys.version, _installed())).encode())
    for package in packages or ("",):
        for directory, folders, names in os.walk(_PACKAGE / package):
            folders.sort()
            for name in sorted(name for name in names if name.endswith(".py")):
                place = os.path.join(directory, name)
                with open(place, "rb") as stream:
                    content = stream.read()
                digest.update(f"{os.path.relpath(place, _PACKAGE)} {len(content)}\n".encode())
                digest.update(content)
    return digest.hexdigest()


def _installed() -> list[str]:
    """What pip has installed, each with its version: extras come and go without a change of ours."""
    found = set()
    for folder in sys.path:
        with suppress(OSError):
            found.update(name for name in os.listdir(folder) if name.endswith(".dist-info"))
    return sorted(found)
