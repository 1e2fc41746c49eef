"""The index as files: scripts, so that they load from a disk (`file://`) as well as from a server.

    search/index.js   what every query needs: columns of the texts, the shards' limits, how to fold and to read dates
    search/g/N.js     grams from one to the next, with the numbers of the texts that have them
    search/t/N.js     some texts in whole, to verify a match and to show its sentence
    search/pinyin.js  titles and units by sound

Each file is one call: `boardSearch(name, version, data)`. The version is a hash of the file's data. `index.js` names those of all others,
and so tells files of two builds apart; what stays the same stays as it is, in the site folder and in readers' browsers.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from noticeboard.content.documents import TYPES
from noticeboard.content.settings.board_settings import Settings
from noticeboard.search import dates
from noticeboard.search.client import client_asset
from noticeboard.search.compact_numbers import LAST, OTHER, column, numeral
from noticeboard.search.folding import SEPARATORS, variants_of
from noticeboard.search.index_blocks import SIZE, IndexBlock, blocks_of
from noticeboard.search.passages import TIERS
from noticeboard.search.pinyin import pinyin_of
from noticeboard.search.query import MOST
from noticeboard.search.stores import Store, script_data
from noticeboard.search.texts import PAGE, PAGE_LABEL, IndexedText
from noticeboard.views.helpers.addresses import SEARCH
from noticeboard.views.helpers.page import Asset

_SHARD = 15_000
"""Characters of a file of grams at least: some 5 KB on the wire."""
_LARGEST_SHARD = 2 * _SHARD
_PARTING = 64
"""One of so many grams may begin a file. Were it any, a sign more in one file would move the beginnings of all behind it."""
_EPOCH = date(1970, 1, 1).toordinal()
VERSION = 8
"""Signs of a version."""
BLOCK_MARK = "~"
"""Before the number of a block, in a gram's postings."""


def index_assets(
    texts: Sequence[IndexedText],
    settings: Settings,
    today: date,
    *,
    directory_urls: bool,
    cache: Path | None = None,
) -> Iterator[Asset]:
    """The files of the index, and the script that reads them. `directory_urls` is how links to pages end; `cache` is for `blocks_of`."""
    blocks = blocks_of(texts, cache)
    begins = range(0, len(texts), SIZE)
    stores = [
        (begin + first, data)
        for begin, block in zip(begins, blocks, strict=True)
        for first, data in block.stores
    ]
    return assembled(texts, blocks, stores, settings, today, directory_urls=directory_urls)


def assembled(
    texts: Sequence[IndexedText],
    blocks: Sequence[IndexBlock],
    stores: Sequence[Store],
    settings: Settings,
    today: date,
    *,
    directory_urls: bool,
    unit: int = SIZE,
) -> Iterator[Asset]:
    """The same from parts that are done; of `texts` all but the passages is read. Each block begins at a multiple of `unit` texts."""
    firsts, shards = _shards(blocks, unit)
    units = list(dict.fromkeys(text.unit for text in texts))
    categories = list(dict.fromkeys(text.category for text in texts))
    kinds = [*TYPES, PAGE]
    slugs = {unit.name: unit.slug for unit in settings.all_units}
    slugs |= {category.title: category.slug for category in settings.categories}
    head = {
        "count": len(texts),
        "today": today.toordinal() - _EPOCH,
        "end": "" if directory_urls else "index.html",
        "most": MOST,
        "separators": SEPARATORS,
        "dates": dates.PATTERN,
        "signs": [LAST, OTHER],
        "tiers": TIERS,
        "block": unit,
        "variants": variants_of({gram for block in blocks for gram in block.postings if len(gram) == 1}),
        "shards": firsts,
        "stores": [first for first, _ in stores],
        "types": [[kind, TYPES[kind].label if kind in TYPES else PAGE_LABEL] for kind in kinds],
        "units": [[slugs.get(unit, ""), unit, pinyin_of(unit)] for unit in units],
        "categories": [[slugs.get(category, ""), category] for category in categories],
        "type": column(kinds.index(text.type) for text in texts),
        "day": column(text.day.toordinal() - _EPOCH if text.day else 0 for text in texts),
        "unit": column(units.index(text.unit) for text in texts),
        "category": column(categories.index(text.category) for text in texts),
        "until": {number: text.until for number, text in enumerate(texts) if text.until},
    }
    files = {f"g/{number}": script_data(shard) for number, shard in enumerate(shards)}
    files |= {f"t/{number}": data for number, (_, data) in enumerate(stores)}
    files["pinyin"] = script_data([sound for block in blocks for sound in block.pinyin])
    versions = {name: _version(data) for name, data in files.items()}
    named = {
        "g": "".join(versions[f"g/{number}"] for number in range(len(shards))),
        "t": "".join(versions[f"t/{number}"] for number in range(len(stores))),
        "pinyin": versions["pinyin"],
    }
    files["index"] = script_data({**head, "versions": named})
    versions["index"] = _version(files["index"])
    yield client_asset()
    for name, data in files.items():
        script = f'boardSearch("{name}","{versions[name]}",{data});\n'
        yield Asset(f"{SEARCH}{name}.js", partial(script.encode))


def _version(data: str) -> str:
    return hashlib.sha256(data.encode()).hexdigest()[:VERSION]


def _shards(blocks: Sequence[IndexBlock], unit: int) -> tuple[list[str], list[dict[str, str]]]:
    """The first gram of each shard, and the shards: gram → its postings in all blocks."""
    postings: dict[str, str] = {}
    begin = 0
    for block in blocks:
        mark = f"{BLOCK_MARK}{numeral(begin // unit)}" if begin else ""
        begin += len(block.pinyin)
        for gram, values in block.postings.items():
            postings[gram] = postings.get(gram, "") + mark + values
    firsts: list[str] = []
    shards: list[dict[str, str]] = []
    size = _LARGEST_SHARD
    # The browser compares UTF-16 units.
    for gram in sorted(postings, key=lambda gram: gram.encode("utf-16-be")):
        values = postings[gram]
        if size >= _LARGEST_SHARD or (size >= _SHARD and zlib.crc32(gram.encode()) % _PARTING == 0):
            firsts.append(gram)
            shards.append({})
            size = 0
        shards[-1][gram] = values
        size += len(values) + len(gram) + 6
    return firsts, shards
