"""Digests of texts: where one is known by the text's key, nobody need read the text to see that it is the one of the build before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from noticeboard.atomic import replace_file
from noticeboard.cache import read_kept, sealed, unsealed
from noticeboard.search.texts import IndexedText

KEYS = "keys.json"
"""The file that keeps them, by key."""


def contents_of(texts: Sequence[IndexedText], place: Path, code: str) -> list[str]:
    """A SHA-256 in hexadecimal of all that the index is made of, of each text; they are kept at `place`, for the same `code`."""
    name = f"{code} keys"
    told: Mapping[str, str] = {}
    with suppress(OSError):
        told = json.loads(unsealed(read_kept(place), name) or b"{}")
    contents = [told.get(text.key) or _content_of(text) for text in texts]
    new = {text.key: content for text, content in zip(texts, contents, strict=True) if text.key}
    if new != told:
        with suppress(OSError):
            replace_file(place, sealed(as_json(new), name), durable=False)
    return contents


def _content_of(text: IndexedText) -> str:
    return hashlib.sha256(as_json((text.address, (*text.passages,), pairs(text.years)))).hexdigest()


def pairs(years: Mapping[int, int]) -> list[tuple[int, int]]:
    """What JSON keeps of numbers by numbers."""
    return sorted(years.items())


def as_json(data: object) -> bytes:
    """Half a character is not lost either."""
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")
