"""Boards → the files of a hub: pages with styles of their own, and one index for the search of all boards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path

import jinja2

from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.unit_settings import Unit
from noticeboard.hub.boards import Board
from noticeboard.hub.pages import MENU, HubPage, pages_of
from noticeboard.search.client import ADDRESS as SEARCH_SCRIPT
from noticeboard.search.index import assembled
from noticeboard.search.stores import Store
from noticeboard.views.helpers.day_words import chinese_date
from noticeboard.views.helpers.page import Asset

_STYLES = "assets/hub.css"
_WHOLE = re.compile(r"https?://")
_END = "index.html"
"""Links name the file, so that a hub also opens from a disk."""


def write_hub(boards: Sequence[Board], title: str, today: date, folder: Path) -> int:
    """Writes the hub called `title` into `folder`; returns the number of pages. Raises OSError."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("noticeboard", "templates/hub"),
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    environment.filters["chinese_date"] = chinese_date
    environment.globals |= {"hub": title, "today": today, "menu": MENU}
    count = 0
    for page in pages_of(boards, today):
        _write(folder / page.address / _END, _rendered(environment, page).encode())
        count += 1
    _write(folder / _STYLES, files("noticeboard").joinpath("templates/hub/hub.css").read_bytes())
    for asset in _search(boards, title, today):
        _write(folder / asset.address, asset.made())
    return count


def _search(boards: Sequence[Board], title: str, today: date) -> Iterator[Asset]:
    """One index of all boards, a block or more of each."""
    texts = [text for board in boards for text in board.index.texts]
    blocks = [block for board in boards for block in board.index.blocks]
    stores: list[Store] = []
    begin = 0
    for board in boards:
        stores += [(begin + first, data) for first, data in board.index.stores]
        begin += len(board.index.texts)
    units = tuple(Unit(name=board.name, slug=f"b{number}") for number, board in enumerate(boards, 1))
    settings = Settings(organisation=title, units=units)
    return assembled(texts, blocks, stores, settings, today, directory_urls=True, unit=1)


def _rendered(environment: jinja2.Environment, page: HubPage) -> str:
    up = "../" * page.address.count("/")

    def url(address: str) -> str:
        """A page of the hub, from this one."""
        return f"{up}{address}{_END}" if not address or address.endswith("/") else f"{up}{address}"

    def on(board: Board, address: str) -> str:
        """A page of a board, from this one."""
        whole = board.link(address)
        return whole if _WHOLE.match(whole) else f"{up}{whole}"

    return environment.get_template(page.template).render(
        page=page, url=url, on=on, styles=_STYLES, script=SEARCH_SCRIPT, **page.values
    )


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
