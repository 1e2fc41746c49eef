"""Whole documents with nothing wrong stop no build: neither errors nor warnings."""

from __future__ import annotations

from benchmarks.strictness import faultless

from boards import load_board
from noticeboard.problems import Level


def test_nothing_stops_documents_without_faults(tmp_path) -> None:
    files = faultless()
    site = load_board(tmp_path, files)
    assert len(site.catalog.with_page) == len(files) >= 30
    assert [problem for problem in site.problems if problem.level is not Level.NOTICE] == []
