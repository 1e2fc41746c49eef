"""Values in words for readers."""

import pytest

from noticeboard.views.helpers.wording import file_size


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 KB"), (300, "1 KB"), (499, "1 KB"), (1499, "1 KB"), (1501, "2 KB"), (86_000, "86 KB"), (1_000_000, "1.0 MB"),
     (1_449_999, "1.4 MB")],
)  # fmt: skip
def test_a_size_is_said_roughly_but_never_as_nothing(size, words):
    assert file_size(size) == words
