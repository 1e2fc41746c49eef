"""Which files of a board are still as the program wrote them: `.noticeboard.json`, written by `board init` and `board upgrade`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from noticeboard.scaffolding.init_answers import FORGES, Forge

NAME = ".noticeboard.json"


class DamagedRecord(Exception):
    """The record is damaged: it cannot be known which files somebody has edited."""


@dataclass(frozen=True, slots=True)
class WrittenFiles:
    """What the program wrote, and which program it was."""

    version: str
    forge: Forge
    digests: Mapping[str, str]
    """Path → SHA-256, in hexadecimal, of the content with `\\n` as line end."""

    @classmethod
    def of(cls, version: str, forge: Forge, files: Mapping[str, bytes]) -> WrittenFiles:
        """The record of files just written, by path."""
        return cls(version, forge, {path: digest_of(data) for path, data in sorted(files.items())})


def digest_of(data: bytes) -> str:
    """Of a text, whichever line ends git gave it on this machine."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def record_text(record: WrittenFiles) -> bytes:
    """The record as JSON, in UTF-8."""
    kept = {"version": record.version, "forge": record.forge, "files": dict(record.digests)}
    return (json.dumps(kept, ensure_ascii=False, indent=2) + "\n").encode()


def read_record(root: Path) -> WrittenFiles | None:
    """The record of the board at `root`, None where there is none; raises DamagedRecord."""
    try:
        kept = json.loads((root / NAME).read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise DamagedRecord from error
    if not _is_record(kept):
        raise DamagedRecord
    return WrittenFiles(kept["version"], kept["forge"], kept["files"])


def _is_record(kept: object) -> bool:
    if (
        not isinstance(kept, dict)
        or kept.get("forge") not in FORGES
        or not isinstance(kept.get("version"), str)
    ):
        return False
    files = kept.get("files")
    return isinstance(files, dict) and all(isinstance(digest, str) for digest in files.values())
