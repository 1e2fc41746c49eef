"""Which lists a line is still in: by how far it is indented (SPECIFICATION section 4)."""

from __future__ import annotations

import pytest

from noticeboard.markup.nesting import Nesting


@pytest.fixture
def nested() -> Nesting:
    """An item at the margin, one below it at an indent of 2."""
    nesting = Nesting()
    nesting.place(0, 0, None)
    nesting.place(2, 0, None)
    return nesting


@pytest.mark.parametrize(("indent", "depth"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 2)])
def test_a_line_belongs_to_the_items_that_it_is_two_signs_behind(nested: Nesting, indent: int, depth: int):
    nested.leave(indent)
    assert nested.depth == depth


@pytest.mark.parametrize(("indent", "depth"), [(0, 1), (1, 2), (2, 2), (3, 2), (4, 3), (5, 3)])
def test_an_item_that_is_one_sign_off_is_in_the_same_list(nested: Nesting, indent: int, depth: int):
    nested.place(indent, 0, None)
    assert nested.depth == depth
