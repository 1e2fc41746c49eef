"""The list of a hub's boards: a table that a spreadsheet program writes, one board a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

NAME, ADDRESS, SOURCE = "名称", "网址", "来源"
"""The columns: what readers call the board, where it stands, and the folder or file to read."""
_MOST_BOARDS = 2000
_LARGEST = 1 << 20
"""Bytes of the list."""


class BadInput(Exception):
    """What keeps a hub from being made: Chinese sentences, each with the file and the line or place."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list."""

    name: str
    """Empty where the board's own organisation is its name."""
    address: str
    """Ends with a slash: http:// or https://, or a path from the hub's own folder."""
    source: Path
    place: str
    """The list's name and the line, for messages."""


def read_list(path: Path) -> tuple[Listed, ...]:
    """The boards of the list at `path`, UTF-8 or what Chinese Excel writes. Raises BadInput with all faults, and OSError."""
    with path.open("rb") as stream:
        data = stream.read(_LARGEST + 1)
    text = _text(data)
    if len(data) > _LARGEST or text is None:
        raise BadInput(f"{path.name}：不是 CSV 表格，或者太大。请在表格软件里另存为“CSV UTF-8”。")
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        raise BadInput(f"{path.name}：不是 CSV 表格。请在表格软件里另存为“CSV UTF-8”。") from error
    faults: list[str] = []
    found: dict[str, Listed] = {}
    for line, row in rows:
        place = f"{path.name}:{line}"
        if fault := _fault(row):
            faults.append(f"{place}：{fault}")
            continue
        address = row[ADDRESS].rstrip("/") + "/"
        if address in found:
            faults.append(f"{place}：网址“{row[ADDRESS]}”和 {found[address].place} 的一样。")
            continue
        found[address] = Listed(row[NAME], address, path.parent / row[SOURCE], place)
    if not rows:
        faults.append(f"{path.name}：里面没有公告栏。第一行写“{NAME},{ADDRESS},{SOURCE}”，下面一行一个。")
    if len(rows) > _MOST_BOARDS:
        faults.append(f"{path.name}：公告栏太多，最多 {_MOST_BOARDS} 个。")
    if faults:
        raise BadInput(*faults)
    return tuple(found.values())


def _text(data: bytes) -> str | None:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The lines below the head that say anything, by column."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    head = [cell.strip() for cell in next(reader, [])]
    for cells in reader:
        if any(cell.strip() for cell in cells):
            row = dict.fromkeys((NAME, ADDRESS, SOURCE), "")
            yield reader.line_num, row | dict(zip(head, map(str.strip, cells), strict=False))


def _fault(row: Mapping[str, str]) -> str:
    """What is wrong with a line, as a sentence; empty where nothing is."""
    if missing := [column for column in (ADDRESS, SOURCE) if not row[column]]:
        return f"没有写“{'”“'.join(missing)}”。"
    address = row[ADDRESS]
    try:
        parts = urlsplit(address)
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return f"网址“{address}”写得不对。"
    is_path = not parts.scheme and not parts.netloc and not address.startswith("/")
    signs = any(sign in address for sign in "?#\\\"'<>") or any(sign <= " " for sign in address)
    if signs or not (is_whole or is_path):
        return f"网址“{address}”要以 http:// 或 https:// 开头，或者是从汇总站算起的路径，例如 ../chenguang/。"
    return ""
