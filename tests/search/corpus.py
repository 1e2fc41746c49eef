"""Texts for tests, and the index as its files tell it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from noticeboard.content.settings.board_settings import Settings
from noticeboard.search.compact_numbers import LAST, OTHER
from noticeboard.search.index import index_assets
from noticeboard.search.passages import Passage, PassageKind
from noticeboard.search.texts import IndexedText

TODAY = date(2026, 3, 10)


def text(
    title: str, *passages: str | Passage, address: str = "a/", day: date | None = TODAY, type: str = "notice"
) -> IndexedText:
    """A text; passages as bare strings are body."""
    found = tuple(Passage(PassageKind.BODY, "", one) if isinstance(one, str) else one for one in passages)
    years = dict.fromkeys(range(1, 13), day.year) if day else {}
    return IndexedText(
        address, "a.md", type, day, "工会", "", (Passage(PassageKind.TITLE, "", title), *found), years
    )


def files_of(
    texts: Sequence[IndexedText], *, today: date = TODAY, cache: Path | None = None
) -> dict[str, bytes]:
    assets = index_assets(texts, Settings(), today, directory_urls=True, cache=cache)
    return {asset.address: asset.content() for asset in assets}


def data_of(files: dict[str, bytes], name: str):
    """What the file `name` of the index holds."""
    script = files[f"search/{name}.js"].decode()
    return json.loads(re.fullmatch(r'boardSearch\("[^"]+","[0-9a-f]{8}",(.*)\);\n', script, re.DOTALL)[1])


_NUMERAL = re.compile(f"(~?)([{re.escape(OTHER)}]*[{LAST}])")


def number(signs: str) -> int:
    """A numeral back to its number, read as the browser reads it."""
    value = 0
    for sign in signs[:-1]:
        value = value * len(LAST) + OTHER.index(sign) + 1
    return value * len(LAST) + LAST.index(signs[-1])


def postings(files: dict[str, bytes], gram: str) -> dict[int, int]:
    """Number of a text → the best tier in it of `gram`."""
    head = data_of(files, "index")
    units = gram.encode("utf-16-be")
    place = sum(first.encode("utf-16-be") <= units for first in head["shards"]) - 1
    found, total = {}, 0
    for mark, signs in _NUMERAL.findall(data_of(files, f"g/{max(place, 0)}").get(gram, "")):
        if mark:
            total = number(signs) * head["block"] * head["tiers"]
        else:
            total += number(signs)
            found[total // head["tiers"]] = total % head["tiers"]
    return found
