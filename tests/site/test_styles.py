"""The board's stylesheets reach a reader as one file."""

from __future__ import annotations

import re

import pytest

from site_builds import REPOSITORY

pytestmark = pytest.mark.site

STYLES = REPOSITORY / "overrides" / "assets" / "stylesheets"


def test_one_file_holds_them_all_in_their_order(sample_site):
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    names = re.findall(r"^  - assets/stylesheets/(\S+)$", config, re.MULTILINE)
    assert set(names) == {place.name for place in STYLES.iterdir()}
    joined = (sample_site / "assets/stylesheets" / names[0]).read_text(encoding="utf-8")
    places = [joined.index((STYLES / name).read_text(encoding="utf-8")) for name in names]
    assert places == sorted(places)
    assert not [name for name in names[1:] if (sample_site / "assets/stylesheets" / name).exists()]


def test_a_page_waits_for_few_stylesheets(sample_site):
    for place in sample_site.rglob("*.html"):
        assert place.read_text(encoding="utf-8").count('<link rel="stylesheet"') == 3, place
