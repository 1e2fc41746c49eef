"""What has been worked out before, kept below .cache/: safe to delete, and never believed for other content or code."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from noticeboard.lazy import lazily

metadata = lazily("importlib.metadata")

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


def code_state(packages: Iterable[str] = ("",), libraries: Iterable[str] = ()) -> str:
    """A digest of the program's own code below `packages` (``privacy``; all of it when empty) and the versions of `libraries`."""
    digest = hashlib.sha256()
    for package in packages:
        for place in sorted((_PACKAGE / package).rglob("*.py")):
            digest.update(place.relative_to(_PACKAGE).as_posix().encode())
            digest.update(hashlib.sha256(place.read_bytes()).digest())
    for library in libraries:
        digest.update(f"{library} {_version(library)}\n".encode())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""
