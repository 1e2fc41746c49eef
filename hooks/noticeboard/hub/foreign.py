"""What a board publishes, read as what it is: bytes of somebody else, who may have made a mistake or mean harm."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from noticeboard.hub.board_list import BadInput

BOARD = "board.json"
_LARGEST = 64 << 20
"""Bytes of one file."""
_MOST_STORES = 20_000
_SCRIPT = re.compile(r'boardSearch\("([\w/]+)","([0-9a-f]{8})",(.*)\);\n?', re.DOTALL)
"""A file of a search index; what it calls with is JSON, and is only ever read as that."""
_HALF_A_SIGN = re.compile(r"\\u[dD][89a-fA-F]")
_ADDRESS = re.compile(
    r"(?:[A-Za-z0-9_-][A-Za-z0-9._~-]*/)*(?:[A-Za-z0-9_-][A-Za-z0-9._~-]*)?(?:#[A-Za-z0-9_.~-]+)?"
)
_TYPES = Literal["plan", "summary", "disclosure", "proposal", "meeting", "notice", "service", "register"]


def _safe_address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise ValueError("no address below a site")
    return value


def _one_line(value: str) -> str:
    """Text without what turns its direction, hides in it or breaks it."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())


Address = Annotated[str, Field(max_length=1000), AfterValidator(_safe_address)]
"""Below the board's own site, and nowhere else."""
Line = Annotated[str, Field(max_length=5000), AfterValidator(_one_line)]
Month = Annotated[str, Field(pattern=r"^[12]\d{3}-(?:0[1-9]|1[0-2])$")]


class _Foreign(BaseModel):
    """A part of board.json of which only some keys matter here: a later version has more."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class MonthSpan(_Foreign):
    """The months that a document is of."""

    start: Month
    end: Month


class DaySpan(_Foreign):
    """The days on which one can object."""

    start: date
    end: date


class ForeignDocument(_Foreign):
    """A document of another board."""

    url: Address
    type: _TYPES
    title: Line
    date: date
    audience: Literal["internal", "public"]
    period: MonthSpan | None = None


class ForeignActivity(_Foreign):
    """An activity of another board."""

    text: Line
    url: Address
    when: Line
    months: tuple[Month, ...] = Field(max_length=600)
    start: date | None = None


class ForeignDisclosure(_Foreign):
    """What is particular to a disclosure: `document` is the address of the document it belongs to."""

    document: Address
    category: Line
    notice_period: DaySpan | None = None


class ForeignUnit(_Foreign):
    """A unit of another board."""

    name: Line
    url: Address


class ForeignBoard(_Foreign):
    """board.json of another board."""

    version: Literal[1]
    organisation: Line = Field(min_length=1)
    generated: date
    documents: tuple[ForeignDocument, ...] = Field(max_length=100_000)
    activities: tuple[ForeignActivity, ...] = Field(max_length=500_000)
    disclosures: tuple[ForeignDisclosure, ...] = Field(max_length=100_000)
    units: tuple[ForeignUnit, ...] = Field(max_length=5000)


class Published:
    """The files of a published site: a folder, its board.json, or a ZIP file that `board publish` made."""

    def __init__(self, folder: Path | zipfile.Path) -> None:
        self._folder = folder

    def text(self, path: str) -> str | None:
        """A file as text; None where it is missing. Raises BadInput and OSError."""
        place = self._folder / path
        if not place.is_file():
            return None
        try:
            with place.open("rb") as stream:
                data: bytes = stream.read(_LARGEST + 1)
            if len(data) > _LARGEST:
                raise BadInput(f"{path} 太大，超过 {_LARGEST >> 20} MB")
            return data.decode("utf-8")
        except (UnicodeDecodeError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
            raise BadInput(f"{path} 读不成，可能没有传完") from error

    def data(self, path: str) -> Any:
        """A file as JSON; None where it is missing. Raises BadInput and OSError."""
        text = self.text(path)
        return None if text is None else _json(text, path)

    def script(self, name: str) -> tuple[str, Any] | None:
        """The version and the data of a file of the search index; None where it is missing. Raises BadInput and OSError."""
        path = f"search/{name}.js"
        text = self.text(path)
        if text is None:
            return None
        found = _SCRIPT.fullmatch(text)
        if found is None or found[1] != name:
            raise BadInput(f"{path} 不是搜索的索引，可能没有传完")
        return found[2], _json(found[3], path)

    def stores(self) -> Iterator[tuple[str, Any]]:
        """The version and data of each file of texts, in order. Raises BadInput and OSError."""
        for number in range(_MOST_STORES):
            found = self.script(f"t/{number}")
            if found is None:
                return
            yield found


@contextmanager
def published_at(source: Path) -> Iterator[Published]:
    """The site at `source`. Raises BadInput and OSError."""
    if source.is_dir():
        yield Published(source)
    elif source.suffix.lower() == ".zip":
        try:
            with zipfile.ZipFile(source) as archive:
                yield Published(zipfile.Path(archive))
        except zipfile.BadZipFile as error:
            raise BadInput(f"“{source.name}”不是 ZIP 压缩包，可能没有传完") from error
    elif source.is_file():
        yield Published(source.parent)
    else:
        raise BadInput(f"找不到“{source.name}”")


def read_board(site: Published) -> ForeignBoard:
    """What board.json says. Raises BadInput, also of a board that is not public, and OSError."""
    data = site.data(BOARD)
    if data is None:
        raise BadInput(f"里面没有 {BOARD}，不是生成好的公告栏")
    try:
        board = ForeignBoard.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise BadInput(f"{BOARD} 里的 {_key(first['loc'])} 不对，不是公告栏的数据，或者版本不同") from error
    if any(document.audience != "public" for document in board.documents):
        raise BadInput("是对内版，里面有对内的文件。请改用对外版（--audience public）")
    return board


def _json(text: str, path: str) -> Any:
    try:
        found = json.loads(text)
        if _HALF_A_SIGN.search(text):
            # JSON can hold half of a sign, which is no text, where no other data can.
            json.dumps(found, ensure_ascii=False).encode()
        return found
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path} 读不成，可能没有传完") from error


def _key(location: tuple[int | str, ...]) -> str:
    """documents[3].url"""
    parts = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return parts.lstrip(".")[:80] or "最外面一层"
