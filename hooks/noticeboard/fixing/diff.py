"""What a repair would change, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from noticeboard.content.repository.encoding import decode
from noticeboard.fixing.repair import Repair


def diff_lines(repair: Repair) -> Iterator[str]:
    """The lines of the diff, without their line ends; a new encoding is told in the heading."""
    before, after = decode(repair.path, repair.before), decode(repair.path, repair.after)
    old, new = before.encoding, after.encoding
    if repair.before.startswith(b"\xef\xbb\xbf"):
        old += "-bom"
    yield f"--- {repair.path}{'' if old == new else f'（{old}）'}"
    yield f"+++ {repair.path}{'' if old == new else f'（{new}）'}"
    yield from _changed(before.text, after.text)


def text_diff_lines(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of the diff of a file called `name` that is no document."""
    yield from (f"--- {name}", f"+++ {name}", *_changed(before, after))


def _changed(before: str, after: str) -> list[str]:
    return list(unified_diff(before.split("\n"), after.split("\n"), lineterm=""))[2:]
