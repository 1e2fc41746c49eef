"""Long texts that were made before, each a file below .cache/ that is named after all that the text was made of."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from noticeboard.cache import cache_folder, open_kept, read_kept, sealed, unsealed

_NAME = re.compile(r"[0-9a-f]{64}", re.ASCII)
_SPARE = 64


@dataclass(frozen=True, slots=True)
class TextStore:
    """Texts by key, a SHA-256 in hexadecimal; without a folder it forgets everything.

    A file is written where it will lie: one that is half written, damaged or foreign does not match its seal, and is none.
    """

    folder: Path | None = None
    used: set[str] = field(default_factory=set)
    """The keys that were asked for or written since `open`."""

    @classmethod
    def at(cls, root: Path, name: str) -> TextStore:
        """The store `name` of the board at `root`."""
        folder = cache_folder(root, name)
        if folder is not None:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError:
                folder = None
        return cls(folder)

    def keys(self) -> frozenset[str]:
        """The keys for which there are files; only `read` tells whether one can be used."""
        if self.folder is None:
            return frozenset()
        try:
            return frozenset(filter(_NAME.fullmatch, os.listdir(self.folder)))
        except OSError:
            return frozenset()

    def read(self, key: str) -> str | None:
        """The text that was written for `key`, every byte of it."""
        if self.folder is None:
            return None
        self.used.add(key)
        try:
            kept = unsealed(read_kept(self.folder / key), key)
            os.utime(self.folder / key)
        except OSError:
            return None
        return None if kept is None else kept.decode("utf-8", "surrogatepass")

    def write(self, key: str, text: str) -> None:
        """Keeps `text`; a disk that takes nothing does no harm."""
        if self.folder is None:
            return
        self.used.add(key)
        with suppress(OSError), open(self.folder / key, "wb", opener=open_kept) as stream:
            stream.write(sealed(text.encode("utf-8", "surrogatepass"), key))

    def prune(self, more: int = 0) -> None:
        """Removes the files that were not used for longest, beyond as many as were used now, and so many `more`."""
        if self.folder is None:
            return
        others: list[tuple[float, str]] = []
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                # Whatever else somebody laid here is not ours to remove.
                if _NAME.fullmatch(entry.name) and entry.name not in self.used:
                    others.append((entry.stat(follow_symlinks=False).st_mtime, entry.path))
        for _, path in sorted(others, reverse=True)[len(self.used) + more + _SPARE :]:
            with suppress(OSError):
                os.unlink(path)
