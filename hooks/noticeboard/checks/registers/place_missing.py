"""Places of a competition that leave one out: 1, 2, 4. Those that several share leave out as many as share them, or none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Register
from noticeboard.content.quantities.whole_numbers import whole_number
from noticeboard.content.sections.register_items import RegisterItem
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_PLACE = pattern_of(r"(?:并列)?第?(?P<number>[0-9０-９一二三四五六七八九十百]+)名?(?:[（(]?并列[）)]?)?")
_NAMED = {"冠军": 1, "亚军": 2, "季军": 3}
_HINT = "请核对名次；并列的写“并列第2名”，一格里有几个单位的用“、”分开；只登自己得的名次的，不用改。"


@document_check("place-missing", Level.NOTICE)
def place_missing(document: Document, context: CheckContext) -> Iterator[Finding]:
    if isinstance(document, Register):
        for name, items in _competitions(document.items):
            holders: dict[int, int] = defaultdict(int)
            for place, item in items:
                holders[place] += len(re.split(r"[、，,；;]", item.holder))
            lines = dict(items)
            for before, after in pairwise(sorted(holders) if 1 in holders else ()):
                wanted = before + holders[before]
                if after > wanted:
                    item = lines[after]
                    message = f"“{name}”第{before}名下面是第{after}名，没有第{wanted}名。"
                    yield Finding(document.path, item.line, item.column, message, _HINT)


def _competitions(items: Iterable[RegisterItem]) -> Iterator[tuple[str, list[tuple[int, RegisterItem]]]]:
    """The places that are numbers, of each competition of each table."""
    found: dict[tuple[int, str], list[tuple[int, RegisterItem]]] = defaultdict(list)
    for item in items:
        place = _number(item.place)
        if place:
            found[item.table, item.name].append((place, item))
    yield from ((name, places) for (_, name), places in found.items())


def _number(text: str) -> int | None:
    bare = "".join(text.split())
    ordinal = _PLACE.fullmatch(bare)
    return _NAMED.get(bare) or (whole_number(ordinal["number"]) if ordinal else None)
