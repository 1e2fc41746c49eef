"""Bodies as officers write them: what the scanner, the reader of activities and the renderer make of them."""

from __future__ import annotations

import pytest

from markup.golden import Case, load

CASES = list(load())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden(case: Case) -> None:
    activities, problems, html = case.results()
    assert activities == case.activities
    assert problems == case.problems
    assert html == case.html


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_activity_has_its_place_in_the_page(case: Case) -> None:
    """The reader of activities and the renderer agree on what is an item."""
    activities, _ = case.read()
    for activity in activities:
        assert case.html.count(f'id="{activity.anchor}"') == 1
