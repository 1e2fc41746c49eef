"""Whole documents with nothing wrong stop no build: neither errors nor warnings."""

from __future__ import annotations

import json

from benchmarks.strictness import alarms, faultless

from boards import load_board
from noticeboard.problems import Level


def test_nothing_stops_documents_without_faults(tmp_path) -> None:
    files = faultless()
    site = load_board(tmp_path, files)
    assert len(site.catalog.with_page) == len(files) >= 30
    assert [problem for problem in site.problems if problem.level is not Level.NOTICE] == []


def test_each_problem_that_stops_a_folder_of_documents_is_told(tmp_path) -> None:
    (tmp_path / "通知.md").write_text(
        "---\n类型: 通知\n标题: 值班\n日期: 2026-05-06\n---\n\n![](图.png)\n", encoding="utf-8"
    )
    (tmp_path / "读我.md").write_text("不是文件。\n", encoding="utf-8")
    (tmp_path / "000.txt").write_text("某某工会计划\n\n三月：植树\n别的\n", encoding="utf-8")
    paper = {"start_line": 2, "end_line": 3, "kind": "plan", "entries": []}
    (tmp_path / "000.json").write_text(json.dumps([paper, paper | {"kind": "other"}]), encoding="utf-8")
    assert [line.split(" ", 4)[2:4] for line in alarms(tmp_path) if line.startswith("  plans/")] == [
        ["plans/000-0.md:9", "time-with-activities"],
        ["plans/通知.md:7", "link-missing"],
        ["plans/通知.md:7", "picture-without-text"],
    ]
