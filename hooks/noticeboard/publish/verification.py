"""Whether what somebody holds in hand, a downloaded ledger or a code on paper, is what the repository holds."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import Record, records_of
from noticeboard.content.times import read_date
from noticeboard.views.ledger import ATTACHMENT_CODES, FILE, SOURCE_CODE, STATE, table_of
from noticeboard.views.spreadsheet import text_of

FEWEST_SIGNS = 12
"""A code shorter than this could be many a file's."""

_CODE = re.compile(rf"[0-9a-f]{{{FEWEST_SIGNS},64}}")
_ATTACHMENT = re.compile(r"([0-9a-f]{64}) (.*?)(?:；(?=[0-9a-f]{64} )|$)")
_LARGEST = 64 * 1024 * 1024


class Verdict(StrEnum):
    """What became of a disclosure since."""

    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Finding:
    """A disclosure that is not as the ledger says."""

    verdict: Verdict
    path: str
    """Of its file, below the repository root."""
    title: str
    details: tuple[str, ...] = ()
    """What exactly differs, each in a Chinese clause."""


@dataclass(frozen=True, slots=True)
class Match:
    """The file that a code belongs to."""

    record: Record
    name: str
    """`原文`, or the attachment's path from its disclosure's folder."""
    digest: str


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


def compare(rows: Sequence[Mapping[str, str]], catalog: Catalog) -> tuple[Finding, ...]:
    """What differs between a ledger's rows and the board: the changed, the gone, then the new ones. None when all agree."""
    table = table_of(catalog)
    header = [column.title for column in table.columns]
    current = {
        row[FILE]: row
        for row in (dict(zip(header, map(text_of, cells), strict=True)) for cells in table.rows)
    }
    held = {row[FILE]: row for row in rows}
    found = [
        Finding(Verdict.CHANGED, path, current[path]["标题"], details)
        for path, row in held.items()
        if path in current and (details := tuple(_differences(row, current[path])))
    ]
    found += [
        Finding(Verdict.GONE, path, row.get("标题", ""), tuple(_moved(row, current, held)))
        for path, row in held.items()
        if path not in current
    ]
    found += [Finding(Verdict.NEW, path, row["标题"]) for path, row in current.items() if path not in held]
    return tuple(found)


def _differences(row: Mapping[str, str], current: Mapping[str, str]) -> Iterator[str]:
    if row[SOURCE_CODE] != current[SOURCE_CODE]:
        yield "原文改过"
    then, now = _attachments(row[ATTACHMENT_CODES]), _attachments(current[ATTACHMENT_CODES])
    for name in dict.fromkeys((*then, *now)):
        if name not in now:
            yield f"附件“{name}”没有了"
        elif name not in then:
            yield f"附件“{name}”是后来加的"
        elif then[name] != now[name]:
            yield f"附件“{name}”改过"
    if row[SOURCE_CODE] == current[SOURCE_CODE]:
        # The same file gives the same row: where they differ, somebody changed the ledger.
        for column, value in current.items():
            if column in (STATE, FILE, SOURCE_CODE, ATTACHMENT_CODES) or column not in row:
                continue
            if _said(row[column]) != _said(value):
                yield f"台账里的“{column}”被改过，应当是“{value}”"


def _attachments(text: str) -> Mapping[str, str]:
    return {name: digest for digest, name in _ATTACHMENT.findall(text)}


def _said(text: str) -> str:
    """A cell as it is understood: spreadsheet programs write dates their own way, and drop blanks."""
    day = read_date(text.partition(" ")[0])
    return day.isoformat() if isinstance(day, date) else " ".join(text.split())


def _moved(
    row: Mapping[str, str], current: Mapping[str, Mapping[str, str]], held: Mapping[str, object]
) -> Iterator[str]:
    for path, other in current.items():
        if path not in held and other[SOURCE_CODE] == row[SOURCE_CODE]:
            yield f"内容相同的在“{path}”"


def read_code(text: str) -> str | None:
    """A code as it was typed from a page, blanks and capitals allowed; None when it cannot be one."""
    code = "".join(text.split()).lower()
    return code if _CODE.fullmatch(code) else None


def find_code(code: str, catalog: Catalog) -> tuple[Match, ...]:
    """The files whose SHA-256 begins with `code`."""
    return tuple(match for match in _matches(catalog) if match.digest.startswith(code))


def _matches(catalog: Catalog) -> Iterator[Match]:
    for record in records_of(catalog):
        yield Match(record, "原文", record.document.digest)
        for proof in record.attachments:
            yield Match(record, proof.name, proof.digest)


def find_document(name: str, catalog: Catalog) -> Record | None:
    """The disclosure that somebody means by a number, a path or an address."""
    plain = name.strip().strip("/")
    return next(
        (
            record
            for record in records_of(catalog)
            if plain in (record.number, record.document.path, record.document.address.rstrip("/"))
        ),
        None,
    )
