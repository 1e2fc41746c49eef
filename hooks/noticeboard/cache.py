"""What has been worked out before, kept below .cache/: safe to delete, and never believed for other content or code."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(".cache", "noticeboard")
_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Cache:
    """Tables of results by keys, one file a table; without a folder it forgets everything."""

    folder: Path | None = None

    @classmethod
    def at(cls, root: Path) -> Cache:
        return cls(root / FOLDER)

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
            number, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            with os.fdopen(number, "w", encoding="utf-8") as stream:
                stream.write(text)
            os.replace(name, self.folder / f"{table}.json")


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
