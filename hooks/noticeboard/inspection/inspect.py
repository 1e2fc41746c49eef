"""Which personal data an attachment holds, whatever kind of file it is."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from noticeboard.cache import Cache, code_state
from noticeboard.inspection.passages import Budget, NotRead, Passage
from noticeboard.inspection.reading import read_passages
from noticeboard.privacy.reading import Find, Reading
from noticeboard.spread import spread

_LARGEST = 50 * 1024 * 1024
_TABLE = "attachments"
_PACKAGES = ("privacy", "inspection")
_HEAVY = 4
"""How many documents take as long as an attachment."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a detector found in a file."""

    detector: str
    count: int
    where: str
    """Where the first of them stands, in Chinese; empty in a file without parts."""
    shown: str
    """The first of them, masked."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is to be said of a file."""

    hits: tuple[Hit, ...] = ()
    skipped: tuple[str, ...] = ()
    """Why some of it was not read, each a Chinese clause."""


def inspect_files(
    root: Path, paths: Sequence[str], detectors: Mapping[str, Find], cache: Cache
) -> Mapping[str, Inspection]:
    """Path → what is to be said of the file. A file whose bytes were seen before is not read again."""
    if not paths:
        return {}
    state = code_state(*_PACKAGES)
    known = cache.read(_TABLE, state)
    keys = {path: _key(root / path) for path in paths}
    waiting = {key: path for path, key in keys.items() if key not in known}
    found = spread(lambda path: _inspect_file(root / path, detectors), tuple(waiting.values()), weight=_HEAVY)
    results = {key: known[key] for key in set(keys.values()) & known.keys()}
    results |= {key: asdict(inspection) for key, inspection in zip(waiting, found, strict=True)}
    if waiting or results.keys() != known.keys():
        cache.write(_TABLE, state, results)
    return {path: _restored(results[key]) for path, key in keys.items()}


def inspect(data: bytes, name: str, detectors: Mapping[str, Find]) -> Inspection:
    """What is to be said of a file that holds `data`. Never raises."""
    budget = Budget()
    found: dict[str, list[tuple[str, str]]] = {}
    try:
        for passage in read_passages(data, name, budget):
            for detector, where, shown in _found_in(passage, detectors):
                found.setdefault(detector, []).append((where, shown))
    except NotRead as error:
        budget.skipped.append(error.reason)
    hits = tuple(Hit(detector, len(places), *places[0]) for detector, places in found.items())
    return Inspection(hits, tuple(dict.fromkeys(budget.skipped)))


def _found_in(passage: Passage, detectors: Mapping[str, Find]) -> list[tuple[str, str, str]]:
    text = "\n".join(passage.lines)
    if not text:
        return []
    reading = Reading.of(text)
    found = []
    for name, find in detectors.items():
        for span in find(reading):
            line = text.count("\n", 0, span.start)
            offset = span.start - (text.rfind("\n", 0, span.start) + 1)
            found.append((name, passage.where(line, offset), span.shown))
    return found


def _inspect_file(place: Path, detectors: Mapping[str, Find]) -> Inspection:
    try:
        if place.stat().st_size > _LARGEST:
            return Inspection(skipped=(f"它超过 {_LARGEST // 1024 // 1024} MB",))
        data = place.read_bytes()
    except OSError:
        return Inspection(skipped=("打不开",))
    return inspect(data, place.name, detectors)


def _key(place: Path) -> str:
    """The digest of a file's bytes with its ending, by which a table in plain text is known."""
    ending = posixpath.splitext(place.name)[1].lower()
    try:
        with place.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() + ending
    except OSError:
        return str(place)


def _restored(kept: Mapping) -> Inspection:
    return Inspection(tuple(Hit(**hit) for hit in kept["hits"]), tuple(kept["skipped"]))
