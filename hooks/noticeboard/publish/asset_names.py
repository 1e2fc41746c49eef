"""Styles and scripts of a release under names that tell their content, and those of the release before beside them.

A reader who has a page of one release asks for its styles and scripts when the next one may stand there already: what the page
names is there, and is what the page was made with. Rules: SPECIFICATION section 11.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from posixpath import dirname, join, normpath

from noticeboard.atomic import replace_file

_ASSETS = "assets"
CARRIED = ".carried.json"
"""A file in a release: which of its styles and scripts are of an earlier one."""
_NAMED = re.compile(r"\.[0-9a-f]{8}\.min\.(?:js|css)")
"""How such a name ends, as the theme has it too; servers let browsers keep it for a year."""
_LINK = re.compile(
    r"""(<(?:script|link)\b[^<>]*?\s(?:src|href)=["']?)([^\s"'<>?#:]+\.(?:js|css))""", re.IGNORECASE
)


def name_by_content(site: Path) -> None:
    """Gives each style and script of the site a second name, and lets the pages ask for that. Raises OSError."""
    names = {}
    for place in sorted((site / _ASSETS).rglob("*")):
        if place.suffix not in (".js", ".css") or _NAMED.search(place.name):
            continue
        digest = hashlib.sha256(place.read_bytes()).hexdigest()[:8]
        # The first name stays, for a script may ask for another one by it.
        shutil.copyfile(place, named := place.with_name(f"{place.stem}.{digest}.min{place.suffix}"))
        names[place.relative_to(site).as_posix()] = named.name
    for page in site.rglob("*.html"):
        written = page.read_bytes().decode()
        changed = _with_names(written, page.relative_to(site).as_posix(), names)
        if changed != written:
            page.write_bytes(changed.encode())


def _with_names(text: str, page: str, names: Mapping[str, str]) -> str:
    def named(link: re.Match[str]) -> str:
        path = normpath(join(dirname(page), link[2]))
        if link[2].startswith("/"):
            # The page for what is missing names whole addresses: a site may stand below a path.
            path = next((known for known in names if link[2].endswith(f"/{known}")), "")
        return f"{link[1]}{join(dirname(link[2]), names[path])}" if path in names else link[0]

    return _LINK.sub(named, text)


def carry_assets(live: Path, new: Path) -> None:
    """Lays beside the styles and scripts of the release at `new` those that the one at `live` came with. Raises OSError."""
    own = _named_in(live) - _carried(live)
    missing = own - _named_in(new)
    if not missing:
        return
    # Told first: what is not told would be carried on for ever.
    told = sorted(missing | _carried(new))
    replace_file(new / CARRIED, json.dumps(told).encode())
    for path in sorted(missing):
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(live / path, new / path)


def _named_in(release: Path) -> set[str]:
    found = (release / _ASSETS).rglob("*")
    return {path.relative_to(release).as_posix() for path in found if _NAMED.search(path.name)}


def _carried(release: Path) -> set[str]:
    try:
        return set(map(str, json.loads((release / CARRIED).read_bytes())))
    except (OSError, ValueError, TypeError, RecursionError):
        return set()
