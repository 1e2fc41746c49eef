"""Which personal data an attachment holds, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice

from noticeboard.inspection.file_formats import read_passages
from noticeboard.inspection.passages import Budget, NotRead, TextPassage
from noticeboard.privacy.detectors import DETECTORS
from noticeboard.privacy.normalized_text import Find, NormalizedText, Span

MOST_HITS = 1000
"""A detector that has found so many in a file looks no further: a list of everybody is told like one of a thousand."""
MOST_NAMES, LONGEST_NAME = 500, 200
OUT_OF_TIME = "读它用的时间太长"
OUT_OF_MEMORY = "读它要用的内存太多"
BROKEN = "它损坏了或写法特殊"


class OutOfTime(BaseException):
    """A file whose time is up. No library that catches every `Exception` may catch it."""


@dataclass(frozen=True, slots=True)
class AttachmentHit:
    """What a detector found in a file."""

    detector: str
    count: int
    """At most `MOST_HITS`."""
    where: str
    """Where the first of them stands, in Chinese; empty in a file without parts."""
    shown: str
    """The first of them, masked."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is to be said of a file."""

    hits: tuple[AttachmentHit, ...] = ()
    skipped: tuple[str, ...] = ()
    """Why some of it was not read, each a Chinese clause."""
    names: tuple[str, ...] = ()
    """What the sheets and the files inside are called, the first `MOST_NAMES`."""


def inspect(
    data: bytes, name: str, detectors: Mapping[str, Find] = DETECTORS, budget: Budget | None = None
) -> Inspection:
    """What is to be said of a file that holds `data`: what was found as far as it could be read, and why no further.

    Never raises: a file may break the library that reads it in any way.
    """
    budget = budget or Budget()
    hits: dict[str, AttachmentHit] = {}
    names: list[str] = []
    try:
        for passage in read_passages(data, name, budget):
            _look(passage, detectors, hits)
            if passage.is_name and len(names) < MOST_NAMES:
                names.append(passage.text[:LONGEST_NAME])
    except NotRead as error:
        budget.skipped.append(error.reason)
    except OutOfTime:
        budget.skipped.append(OUT_OF_TIME)
    except MemoryError:
        budget.skipped.append(OUT_OF_MEMORY)
    except RecursionError:
        budget.skipped.append("里面一层套一层，太深")
    except Exception:
        budget.skipped.append(BROKEN)
    return Inspection(tuple(hits.values()), tuple(dict.fromkeys(budget.skipped)), tuple(names))


def _look(passage: TextPassage, detectors: Mapping[str, Find], hits: dict[str, AttachmentHit]) -> None:
    """Adds to `hits`, by detector, what the passage holds."""
    if passage.check:
        before = hits.get(passage.check)
        count = 1 + (before.count if before else 0)
        hits[passage.check] = replace(
            before or AttachmentHit(passage.check, 1, passage.place, "经纬度"), count=count
        )
    if not passage.text or passage.text.isspace():
        return
    reading = NormalizedText.of(passage.text)
    for name, find in detectors.items():
        before = hits.get(name)
        left = MOST_HITS - (before.count if before else 0)
        if left > 0:
            spans = (span for span in find(reading) if span.start >= passage.repeated)
            if reported := list(islice(spans, left)):
                hits[name] = _hit(name, reported, passage, before)


def _hit(name: str, spans: list[Span], passage: TextPassage, before: AttachmentHit | None) -> AttachmentHit:
    if before is not None:
        return replace(before, count=before.count + len(spans))
    return AttachmentHit(name, len(spans), passage.where(spans[0].start), spans[0].shown)
