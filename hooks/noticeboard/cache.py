"""What has been worked out before, kept below .cache/: safe to delete, and never believed for other content or code."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from noticeboard.atomic import replace_file

_CACHES = ".cache"
_TABLES = "noticeboard"
_PACKAGE = Path(__file__).parent
_WARY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


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
        """The cache of the board at `root`."""
        return cls(cache_folder(root, _TABLES))

    def read(self, table: str, state: str) -> Mapping[str, Any]:
        """Key → result, as it was written under the same `state`.

        Nothing when that has changed, and nothing of a file that is damaged, half written or was edited.
        """
        if self.folder is None:
            return {}
        try:
            kept = unsealed(read_kept(self.folder / f"{table}.json"), _name(table, state))
        except OSError:
            return {}
        return {} if kept is None else json.loads(kept)

    def write(self, table: str, state: str, results: Mapping[str, Any]) -> None:
        """Keeps `results` instead of those before; a disk that takes nothing does no harm."""
        if self.folder is None:
            return
        text = json.dumps(results, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            content = sealed(text, _name(table, state))
            replace_file(self.folder / f"{table}.json", content, durable=False)


def read_kept(place: Path) -> bytes:
    """What is in a file of a cache. Raises OSError; whoever laid a link or a pipe there is neither followed nor waited for."""
    with open(place, "rb", opener=open_kept) as stream:
        return stream.read()


def open_kept(path: str, flags: int) -> int:
    """Opens a file of a cache, as the `opener` of `open`: never what a link leads to, and a pipe without its other end."""
    return os.open(path, flags | _WARY, 0o600)


def sealed(content: bytes, name: str) -> bytes:
    """`content` below a line with the digest of all of it, to be kept in a cache.

    `name` says what it is and under which state it was made; it is part of the digest.
    """
    return _seal(content, name) + b"\n" + content


def unsealed(kept: bytes, name: str) -> bytes | None:
    """The content that was sealed under the same `name`; None where a byte of it is not as it was written."""
    seal, _, content = kept.partition(b"\n")
    return content if seal == _seal(content, name) else None


def _seal(content: bytes, name: str) -> bytes:
    return hashlib.sha256(f"{name}\n".encode() + content).hexdigest().encode()


def _name(table: str, state: str) -> str:
    return f"{table} {state}"


@cache
def code_state(*packages: str) -> str:
    """A digest of the program's own code and manual below `packages` (``privacy``; all of it without any), and of what it stands on.

    Worked out once: what a program has loaded stays as it is, whatever becomes of the files.
    """
    digest = hashlib.sha256(repr(installed()).encode())
    for package in packages or ("",):
        for directory, folders, names in os.walk(_PACKAGE / package):
            folders.sort()
            for name in sorted(name for name in names if name.endswith((".py", ".md"))):
                place = os.path.join(directory, name)
                with open(place, "rb") as stream:
                    content = stream.read()
                digest.update(f"{os.path.relpath(place, _PACKAGE)} {len(content)}\n".encode())
                digest.update(content)
    return digest.hexdigest()


def installed() -> list[str]:
    """The Python that runs, and what pip has installed, each with its version: extras come and go without a change of ours."""
    found = {sys.version}
    for folder in sys.path:
        with suppress(OSError):
            found.update(name for name in os.listdir(folder) if name.endswith(".dist-info"))
    return sorted(found)
