"""The publication log: what was put up on a site and taken down again, when, in lines that are chained (SPECIFICATION section 17).

Each line is a JSON object and names the SHA-256 of the line before. So nobody can change, leave out or add an earlier line
without changing the codes of all behind it, and whoever holds one of those, on a certificate or in a clone of the repository, can tell.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from noticeboard.edition import BEIJING, Edition
from noticeboard.problems import Diagnostic, Fault, Level, Problem

PUBLICATION_LOG_BROKEN = Diagnostic("publication-log-broken", Level.ERROR)

INTERNAL_LOG = "publications.jsonl"
PUBLIC_LOG = "publications-public.jsonl"
"""What the logs of the two editions are called, with the releases and below the repository root."""
LOG_ENDING = ".jsonl"
_NO_LINE = "0" * 64
"""What the first line names as the one before."""
_LARGEST = 256 * 1024 * 1024


class Event(StrEnum):
    """What a line tells."""

    PUBLISHED = "published"
    """Readers see another release; the lines behind it tell what is different."""
    UP = "up"
    """A document is there that was not."""
    CHANGED = "changed"
    """A document has another text, or other attachments."""
    DOWN = "down"
    """A document is no longer there."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a document held."""

    text: str = ""
    """核对码 of its text (`content.source.text_digest`)."""
    attachments: Mapping[str, str] = field(default_factory=dict)
    """Path from the document's folder → SHA-256 of the bytes, of those that the board proves."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of a log."""

    at: datetime
    """When readers saw it, in Beijing, to the second, without a zone."""
    event: Event
    address: str = ""
    """Of a document's page; empty for PUBLISHED."""
    content: Content = Content()
    """Empty for PUBLISHED and DOWN."""
    release: str = ""
    """Of PUBLISHED: the release's id."""
    revision: str = ""
    """Of PUBLISHED: the commit of the repository, where git tells it."""

    def written(self, previous: str) -> bytes:
        """The line as it stands in the file, without its end; `previous` is the code of the line before."""
        values: dict[str, object] = {
            "at": self.at.replace(tzinfo=BEIJING).isoformat(timespec="seconds"),
            "event": self.event.value,
            "previous": previous,
        }
        if self.event is Event.PUBLISHED:
            values |= {"release": self.release, "revision": self.revision}
        else:
            values["address"] = self.address
        if self.event in (Event.UP, Event.CHANGED):
            values |= {"text": self.content.text, "attachments": dict(self.content.attachments)}
        return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Stay:
    """A time for which a document was up with one content."""

    content: Content
    since: datetime
    until: datetime | None
    """None while it is up."""


@dataclass(frozen=True)
class PublicationLog:
    """All lines of a log, the oldest first. Raises BrokenLog when it is made of lines that are not chained."""

    lines: tuple[LogLine, ...] = ()
    codes: tuple[str, ...] = ()
    """SHA-256 of each line, in hexadecimal."""

    @property
    def head(self) -> str:
        """The code of the last line; of an empty log, what its first line will name."""
        return self.codes[-1] if self.codes else _NO_LINE

    @property
    def release(self) -> str:
        """The id of the release that readers see by the last line; empty before the first."""
        return next((line.release for line in reversed(self.lines) if line.event is Event.PUBLISHED), "")

    @cached_property
    def up(self) -> Mapping[str, Content]:
        """Address → what is up by the last line."""
        return {
            address: stays[-1].content for address, stays in self.stays.items() if stays[-1].until is None
        }

    @cached_property
    def stays(self) -> Mapping[str, tuple[Stay, ...]]:
        """Address → its times, the oldest first."""
        found: dict[str, list[Stay]] = {}
        for line in self.lines:
            if line.event is Event.PUBLISHED:
                continue
            stays = found.setdefault(line.address, [])
            if stays and stays[-1].until is None:
                stays[-1] = replace(stays[-1], until=line.at)
            if line.event is not Event.DOWN:
                stays.append(Stay(line.content, line.at, None))
        return {address: tuple(stays) for address, stays in found.items()}

    def lines_for(
        self, release: str, revision: str, at: datetime, documents: Mapping[str, Content]
    ) -> Iterator[LogLine]:
        """What is to be added when readers see a release that holds `documents` (address → content)."""
        at = max(at.replace(microsecond=0), self.lines[-1].at if self.lines else datetime.min)
        yield LogLine(at, Event.PUBLISHED, release=release, revision=revision)
        for address in sorted({*self.up, *documents}):
            before, now = self.up.get(address), documents.get(address)
            if now is None:
                yield LogLine(at, Event.DOWN, address)
            elif before != now:
                yield LogLine(at, Event.UP if before is None else Event.CHANGED, address, now)

    def extended(self, lines: Iterable[LogLine]) -> PublicationLog:
        """This log with further lines."""
        made, codes = [*self.lines], [*self.codes]
        for line in lines:
            codes.append(_code(line.written(codes[-1] if codes else _NO_LINE)))
            made.append(line)
        return PublicationLog(tuple(made), tuple(codes))

    def written(self) -> bytes:
        """The whole file."""
        before = (_NO_LINE, *self.codes)
        return b"".join(line.written(code) + b"\n" for line, code in zip(self.lines, before, strict=False))


NO_LOG = PublicationLog()


@dataclass
class BrokenLog(ValueError):
    """A log that somebody changed, or that is none: `line` (from 1) is the first that cannot be so, `reason` says why in Chinese."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"发布记录第 {self.line} 行{self.reason}"


def log_name(audience: str) -> str:
    """What the log of an edition is called."""
    return PUBLIC_LOG if audience == "public" else INTERNAL_LOG


def place_of_log(root: Path, edition: Edition) -> Path:
    """Where the log is that a build of the repository at `root` reads, whether there is one or not."""
    return edition.publications or root / log_name(edition.audience)


def read_log(place: Path) -> PublicationLog:
    """The log in a file; an empty one where there is none. Raises BrokenLog and OSError."""
    if not place.exists():
        return PublicationLog()
    with place.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise BrokenLog(1, "以后太长了，不像是发布记录")
    return parse_log(data)


def find_log(root: Path, edition: Edition) -> tuple[PublicationLog, tuple[Problem, ...]]:
    """The log that a build reads; where it is broken an empty one, and what is wrong."""
    place = place_of_log(root, edition)
    try:
        return read_log(place), ()
    except BrokenLog as broken:
        message = f"{broken}。"
        hint = "请不要改发布记录。用 git 恢复它，或者从发布的文件夹里拿没有改过的那一份。"
        return NO_LOG, (Fault(PUBLICATION_LOG_BROKEN, message, hint).at(place.name, broken.line, 1),)
    except OSError:
        return NO_LOG, (
            Fault(PUBLICATION_LOG_BROKEN, "发布记录打不开，读不到。", "请查一查它的权限。").at(
                place.name, 1, 1
            ),
        )


def parse_log(data: bytes) -> PublicationLog:
    """The log that a file holds. A last line that has no end was being written when the program was killed: it is none.

    Raises BrokenLog.
    """
    # Git on Windows may have ended the lines its own way.
    typed = data.replace(b"\r\n", b"\n").split(b"\n")[:-1]
    lines: list[LogLine] = []
    codes: list[str] = []
    for number, text in enumerate(typed, 1):
        line = _parsed(text, number, codes[-1] if codes else _NO_LINE)
        if lines and line.at < lines[-1].at:
            raise BrokenLog(number, "的时间早于前一行")
        lines.append(line)
        codes.append(_code(text))
    return PublicationLog(tuple(lines), tuple(codes))


def _code(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def _parsed(text: bytes, number: int, previous: str) -> LogLine:
    try:
        values = json.loads(text)
        line = _line(values)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BrokenLog(number, "读不懂，它不是程序写的") from None
    if values.get("previous") != previous:
        raise BrokenLog(number, "接不上前一行：这一行或它前面的被改过、删过或者加过")
    if line.written(previous) != text:
        raise BrokenLog(number, "不是程序写的样子，它被改过")
    return line


def _line(values: Mapping[str, Any]) -> LogLine:
    at = datetime.fromisoformat(values["at"]).astimezone(BEIJING).replace(tzinfo=None)
    event = Event(values["event"])
    content = Content(
        str(values.get("text", "")),
        {str(name): str(code) for name, code in values.get("attachments", {}).items()},
    )
    return LogLine(
        at,
        event,
        str(values.get("address", "")),
        content,
        str(values.get("release", "")),
        str(values.get("revision", "")),
    )
