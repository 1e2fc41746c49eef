"""The board's stylesheets reach a reader as one file."""

from __future__ import annotations

import pytest

from site_builds import REPOSITORY, STYLES

pytestmark = pytest.mark.site


def test_one_file_holds_them_all_in_their_order(sample_site):
    written = REPOSITORY / "overrides"
    assert set(STYLES) == {
        place.relative_to(written).as_posix() for place in (written / "assets/stylesheets").iterdir()
    }
    joined = (sample_site / STYLES[0]).read_text(encoding="utf-8")
    places = [joined.index((written / name).read_text(encoding="utf-8")) for name in STYLES]
    assert places == sorted(places)
    assert not [name for name in STYLES[1:] if (sample_site / name).exists()]


def test_a_page_waits_for_few_stylesheets(sample_site):
    for place in sample_site.rglob("*.html"):
        assert place.read_text(encoding="utf-8").count('<link rel="stylesheet"') == 3, place
