"""Our own scripts: small, and nothing in them that a telephone of 2018 does not know."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.site

MOST = 21 * 1024
"""All together; half of it is the script of search, which few pages fetch."""
NEWER = re.compile(
    r"""\?\.(?!\d)|\?\?                                          # a?.b, a ?? b
      | [{,]\s*\.\.\.\w+\s*[,}]                                  # {...object}
      | \bcatch\s*\{ | \bfor\s+await\b | \bimport\s*\( | \basync\s+function\s*\*
      | (?<![\w"'])\#\w+\s*[=(;] | \b\d+(?:_\d+)+\b | \b\d+n\b   # #private, 1_000, 1n
      | \(\?<[=!A-Za-z] | \\p\{                                  # (?<=…), (?<name>…), \p{…}
      | \.(?:flat|flatMap|matchAll|replaceAll|at|trimStart|trimEnd|finally|allSettled|any|findLast|toSorted)\(
      | \bObject\.(?:fromEntries|hasOwn|groupBy)\b | \bglobalThis\b | \bstructuredClone\b | \bBigInt\b
    """,
    re.VERBOSE,
)


@pytest.fixture(scope="module")
def scripts(sample_site) -> dict[str, str]:
    """Name → text of every script of ours; the theme's have a hash in their names."""
    places = sorted((sample_site / "assets" / "javascripts").glob("*.js"))
    return {
        place.name: place.read_text(encoding="utf-8")
        for place in places
        if not re.search(r"\.[0-9a-f]{8}\.", place.name)
    }


def test_all_of_them_together_are_small(scripts):
    sizes = {name: len(gzip.compress(text.encode(), 9)) for name, text in scripts.items()}
    assert {"search.js", "ledger.js", "text-size.js", "share.js"} <= set(sizes)
    assert sum(sizes.values()) <= MOST, sizes


def test_comments_stay_at_home(scripts):
    assert [name for name, text in scripts.items() if "/*" in text] == []


@pytest.mark.parametrize(
    "line",
    [
        "a?.b",
        "a ?? b",
        "f({...a})",
        "try {} catch {}",
        "a.flat()",
        "x = 1_000",
        "/(?<=a)b/",
        "Object.fromEntries(a)",
    ],
)
def test_what_is_newer_is_known(line):
    assert NEWER.search(line)


def test_nothing_in_them_is_newer_than_es2017(scripts):
    found = {name: NEWER.findall(text) for name, text in scripts.items() if NEWER.search(text)}
    assert found == {}


def test_every_script_of_the_theme_folder_is_published(scripts):
    folder = Path(__file__).parents[2] / "overrides" / "assets" / "javascripts"
    assert {place.name for place in folder.glob("*.js")} <= set(scripts)
