"""What a careful officer's Word file says of months, the board knows: every heading with every kind of schedule."""

import pytest
from benchmarks.clean_papers import clean_papers
from benchmarks.imports import in_clean_files

PAPERS = list(clean_papers())


def test_there_are_enough_of_them():
    assert len(PAPERS) >= 60
    assert len({paper.data for paper in PAPERS}) == len(PAPERS)


@pytest.mark.slow
def test_nothing_is_missed_and_nothing_invented():
    score = in_clean_files()
    assert score.labels > 900
    assert (score.missed, score.extra) == ([], [])
