"""What the manual shows as wrong: where the reader offers a certain repair, `board fix` writes it."""

from __future__ import annotations

import pytest

from guide.pages import Sample
from noticeboard.content.settings.board_settings import Settings
from noticeboard.fixing.repair import repair
from noticeboard.manual import ManualPage, manual

SITE = Settings(units=("晨光小学工会",))
MENDED = frozenset(
    """
    activity-not-item bad-box bullet-sign colon-in-value date-without-signs front-matter-fence fullwidth-colon
    hash-in-value indentation key-spelling link-form list-marker missing-space several-in-item special-sign
    table-form text-after-quote theme-as-activity time-at-end time-not-heading time-with-activities
    """.split()  # noqa: SIM905
)
"""Codes of which the manual's own sample is mended as a whole."""


def wrong_files(page: ManualPage) -> dict[str, bytes]:
    files = Sample(page.text).files("错误")
    return {
        path: text.encode() if isinstance(text, str) else text
        for path, text in files.items()
        if path.startswith("plans/") and path.endswith(".md")
    }


def codes_left(path: str, data: bytes) -> tuple[bytes, set[str]]:
    made = repair(path, data, SITE)
    return made.after, {problem.code for problem in made.left}


@pytest.mark.parametrize("code", sorted(MENDED))
def test_what_is_certain_is_mended(code: str) -> None:
    files = wrong_files(manual()[code])
    assert files
    for path, data in files.items():
        before = repair(path, data, SITE)
        assert before.is_needed
        assert code not in {problem.code for problem in before.left}
        assert codes_left(path, before.after) == (
            before.after,
            {problem.code for problem in before.left},
        )


@pytest.mark.parametrize("page", manual().values(), ids=lambda page: page.code)
def test_no_sample_is_left_with_a_repair_that_is_offered(page: ManualPage) -> None:
    for path, data in wrong_files(page).items():
        made = repair(path, data, SITE)
        assert [problem.code for problem in made.left if problem.edit is not None] == []
