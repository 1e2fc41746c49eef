"""Whether what somebody holds in hand, a downloaded ledger or a code on paper, is what the repository holds.

The code of a document is the SHA-256 of its text (`content.source.text_digest`), that of an attachment of the bytes as they
are published. Earlier releases took the bytes of both; `earlier_codes` tells those codes too.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from noticeboard.build import Site
from noticeboard.catalog.disclosures import LedgerRecord, records_of
from noticeboard.content.repository.encoding import decode
from noticeboard.content.repository.paths import DOCUMENT
from noticeboard.times import read_date
from noticeboard.views.helpers.spreadsheet import text_of
from noticeboard.views.helpers.wording import WITHDRAWN
from noticeboard.views.ledger import ATTACHMENT_CODES, CORRECTIONS, FILE, SOURCE_CODE, STATE, table_of

FEWEST_SIGNS = 12
"""A code shorter than this could be many a file's."""

_CODE = re.compile(rf"[0-9a-f]{{{FEWEST_SIGNS},64}}")
_ATTACHMENT = re.compile(r"([0-9a-f]{64}) (.*?)(?:；(?=[0-9a-f]{64} )|$)")
_LARGEST = 64 * 1024 * 1024
SOURCE = "原文"
"""What a match of the document itself is called."""
_ENCODINGS = (
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (b"", "gb18030"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
)
"""Byte order mark and encoding of what editors save."""


class RowChange(StrEnum):
    """What became of a disclosure since."""

    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class RowResult:
    """A disclosure that is not as the ledger says."""

    verdict: RowChange
    path: str
    """Of its file, below the repository root."""
    title: str
    details: tuple[str, ...] = ()
    """What exactly differs, each in a Chinese clause."""


@dataclass(frozen=True, slots=True)
class Match:
    """The file that a code belongs to."""

    record: LedgerRecord
    name: str
    """SOURCE, or the attachment's path from its disclosure's folder."""
    digest: str
    earlier: bool = False
    """The code is one of an earlier release, or of other line ends."""


class NotALedger(ValueError):
    """A file that is no ledger of ours; says why, in Chinese."""


def read_ledger(content: bytes) -> list[dict[str, str]]:
    """The rows of a downloaded ledger, CSV or XLSX, by column; also of a CSV that a spreadsheet program saved anew.

    Raises NotALedger.
    """
    if len(content) > _LARGEST:
        raise NotALedger("文件太大，不像是台账。")
    header, *rows = [
        row for row in (_sheet(content) if content[:2] == b"PK" else _lines(content)) if any(row)
    ] or [[]]
    missing = [column for column in (FILE, SOURCE_CODE, ATTACHMENT_CODES) if column not in header]
    if missing:
        raise NotALedger(f"里面没有“{'”“'.join(missing)}”这几列，不是从公开台账下载的。")
    return [dict(zip(header, row, strict=False)) for row in rows]


def _lines(content: bytes) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        try:
            return list(csv.reader(io.StringIO(text, newline="")))
        except csv.Error:
            break
    raise NotALedger("不是 CSV 也不是 Excel 表格。")


def _sheet(content: bytes) -> list[list[str]]:
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = workbook.worksheets[0]
        return [[_plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError) as error:
        raise NotALedger("Excel 表格打不开，可能没有下载完整。") from error


def _plain(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def compare(rows: Sequence[Mapping[str, str]], site: Site) -> tuple[RowResult, ...]:
    """What differs between a ledger's rows and the board: the changed, the gone, then the new ones. None when all agree."""
    table = table_of(site.catalog)
    header = [column.title for column in table.columns]
    current = {
        row[FILE]: row
        for row in (dict(zip(header, map(text_of, cells), strict=True)) for cells in table.rows)
    }
    held = {row[FILE]: row for row in rows}
    found = [
        RowResult(RowChange.CHANGED, path, current[path]["标题"], details)
        for path, row in held.items()
        if path in current and (details := tuple(_differences(row, current[path], site.root)))
    ]
    found += [
        RowResult(RowChange.GONE, path, row.get("标题", ""), tuple(_moved(row, current, held, site.root)))
        for path, row in held.items()
        if path not in current
    ]
    found += [
        RowResult(RowChange.NEW, path, row["标题"]) for path, row in current.items() if path not in held
    ]
    return tuple(found)


def _differences(row: Mapping[str, str], current: Mapping[str, str], root: Path) -> Iterator[str]:
    if current[STATE] == WITHDRAWN:
        if row.get(STATE) != WITHDRAWN:
            yield "已撤回"
        return
    same_text = _is_of(row[SOURCE_CODE], current[SOURCE_CODE], root / current[FILE])
    if not same_text:
        yield "原文改过"
    folder = (root / current[FILE]).parent
    then, now = _attachments(row[ATTACHMENT_CODES]), _attachments(current[ATTACHMENT_CODES])
    for name in dict.fromkeys((*then, *now)):
        if name not in now:
            yield f"附件“{name}”没有了"
        elif name not in then:
            yield f"附件“{name}”是后来加的"
        elif not _is_of(then[name], now[name], folder / name):
            yield f"附件“{name}”改过"
    if same_text:
        # The same file gives the same row: where they differ, somebody changed the ledger.
        for column, value in current.items():
            if column in (STATE, CORRECTIONS, FILE, SOURCE_CODE, ATTACHMENT_CODES) or column not in row:
                continue
            if _normalized(row[column]) != _normalized(value):
                yield f"台账里的“{column}”被改过，应当是“{value}”"


def _is_of(code: str, current: str, place: Path) -> bool:
    """Whether `code` is one of the file at `place`, whose code is `current` now."""
    return code == current or code in earlier_codes(place)


def earlier_codes(place: Path) -> frozenset[str]:
    """The other codes that a ledger may have of the text at `place`, as long as nobody changed a word of it.

    Earlier releases took a file's bytes: with the line ends of the computer that made the site, with a byte order mark, in
    an encoding that `board fix` has changed since. Empty for a file that cannot be read; of one that is no text, the code
    of its bytes.
    """
    try:
        data = place.read_bytes()
    except OSError:
        return frozenset()
    found = {data}
    if b"\0" not in data:
        # Git takes what has no null bytes for text.
        plain = data.replace(b"\r\n", b"\n")
        found |= {plain, plain.replace(b"\n", b"\r\n")}
    if place.suffix.lower() == DOCUMENT:
        text = decode("", data).raw.replace("\r\n", "\n").replace("\r", "\n")
        found |= {
            mark + lines.encode(encoding)
            for mark, encoding in _ENCODINGS
            for lines in (text, text.replace("\n", "\r\n"))
            if text
        }
    return frozenset(hashlib.sha256(content).hexdigest() for content in found)


def _attachments(text: str) -> Mapping[str, str]:
    return {name: digest for digest, name in _ATTACHMENT.findall(text)}


def _normalized(text: str) -> str:
    """A cell as it is understood: spreadsheet programs write dates their own way, and drop blanks."""
    day = read_date(text.partition(" ")[0])
    return day.isoformat() if isinstance(day, date) else " ".join(text.split())


def _moved(
    row: Mapping[str, str], current: Mapping[str, Mapping[str, str]], held: Mapping[str, object], root: Path
) -> Iterator[str]:
    for path, other in current.items():
        if path not in held and _is_of(row[SOURCE_CODE], other[SOURCE_CODE], root / path):
            yield f"内容相同的在“{path}”"


def read_code(text: str) -> str | None:
    """A code as it was typed from a page, blanks and capitals allowed; None when it cannot be one."""
    code = "".join(text.split()).lower()
    return code if _CODE.fullmatch(code) else None


def find_code(code: str, site: Site) -> tuple[Match, ...]:
    """The files whose code begins with `code`; where there is none, those of which it is an earlier code."""
    now = tuple(match for match in _matches(site) if match.digest.startswith(code))
    return now or tuple(
        replace(match, earlier=True)
        for match in _matches(site)
        if any(earlier.startswith(code) for earlier in earlier_codes(_place_of(match, site)))
    )


def _matches(site: Site) -> Iterator[Match]:
    for record in records_of(site.catalog):
        yield Match(record, SOURCE, record.document.digest)
        for proof in record.attachments:
            yield Match(record, proof.name, proof.digest)


def _place_of(match: Match, site: Site) -> Path:
    place = site.root / match.record.document.path
    return place if match.name == SOURCE else place.parent / match.name


def find_document(name: str, site: Site) -> LedgerRecord | None:
    """The disclosure that somebody means by a number, a path or an address."""
    plain = name.strip().strip("/")
    return next(
        (
            record
            for record in records_of(site.catalog)
            if plain in (record.number, record.document.path, record.document.address.rstrip("/"))
        ),
        None,
    )
