"""What was found in a document is found again without looking, for as long as nothing has changed."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

import pytest

from boards import plan, write
from noticeboard import checks
from noticeboard.build import load
from noticeboard.cache import Cache
from noticeboard.check_result import restored_problem
from noticeboard.checks import begin_checks
from noticeboard.checks.context import CheckContext
from noticeboard.checks.relations import same_activity
from noticeboard.content.document_set import read_documents
from noticeboard.content.repository.hand_written import read_hand_written
from noticeboard.content.settings.board_settings import Settings
from noticeboard.edition import Edition
from noticeboard.problems import Edit, Level, Problem

SETTINGS = Settings()
DAY = date(2026, 3, 2)
FILES = {
    "plans/a.md": plan("请回电 13812345678。\n\n××月再定。\n"),
    "plans/b.md": plan("正文。\n", title="又一份"),
}


@pytest.fixture
def checked(tmp_path, monkeypatch):
    """`checked(files)` → what was found, and the paths of the documents that were looked at."""
    looked: list[str] = []
    check = checks._check
    monkeypatch.setattr(
        checks, "_check", lambda document, context: looked.append(document.path) or check(document, context)
    )

    def run(files=FILES, settings=SETTINGS, today=DAY):
        looked.clear()
        documents = read_documents(write(tmp_path, files), settings).all
        found = begin_checks(documents, CheckContext(settings, today), Cache(tmp_path / "cache"))()
        return found, [*looked]

    return run


def test_the_same_is_found_without_looking(checked):
    first, looked = checked()
    assert len(looked) == 2
    assert any(problems for problems, _ in first) and any(facts for _, facts in first)
    assert checked() == (first, [])


def test_what_has_changed_is_looked_at(checked):
    checked()
    found, looked = checked({**FILES, "plans/b.md": plan("请回电 13912345678。\n", title="又一份")})
    assert looked == ["plans/b.md"]
    assert sum(len(facts) for _, facts in found) == 2


def test_a_text_under_another_path_is_looked_at(checked, tmp_path):
    checked()
    (tmp_path / "plans/b.md").rename(tmp_path / "plans/c.md")
    looked = checked({})[1]
    assert looked == ["plans/c.md"]


@pytest.mark.parametrize(
    "change", [{"today": date(2026, 3, 3)}, {"settings": Settings(organisation="别的工会")}]
)
def test_another_day_and_other_settings_look_anew(checked, change):
    checked()
    assert len(checked(**change)[1]) == 2


def test_other_code_looks_anew(checked, monkeypatch):
    checked()
    monkeypatch.setattr("noticeboard.checks.kept_findings.code_state", lambda: "other")
    assert len(checked()[1]) == 2


def test_a_problem_is_restored_whole():
    edit = Edit(1, 2, "字")
    problem = Problem("a.md", 1, 2, Level.WARNING, "x", "错", "改", edit, ((3, edit),))
    restored = restored_problem(json.loads(json.dumps(asdict(problem))))
    assert asdict(restored) == asdict(problem) and restored.edits_below == ((3, edit),)


def test_pages_of_docs_are_remembered_by_their_text(tmp_path, monkeypatch):
    looked: list[str] = []
    check = checks._check
    monkeypatch.setattr(
        checks, "_check", lambda document, context: looked.append(document.path) or check(document, context)
    )
    files = {"docs/a.md": "# 一\n\n![](a.png)\n", "docs/guide/checks.md": "# 二\n\n13912345678\n"}

    def run(**changed: str):
        pages = read_hand_written(write(tmp_path, files | changed)).documents
        looked.clear()
        return begin_checks(pages, CheckContext(SETTINGS, DAY), Cache(tmp_path / "cache"))()

    first = run()
    assert len(looked) == 2 and any(problems for problems, _ in first)
    assert run() == first and looked == []
    run(**{"docs/a.md": "# 一\n"})
    assert looked == ["docs/a.md"]


PLANS = {
    "plans/a.md": plan("### 三月\n- 教职工消防疏散演练\n"),
    "plans/b.md": plan("### 三月\n- 13日 消防疏散演练\n", title="乙"),
}


class TestPairsOfActivities:
    """They are compared again when the board tells something else."""

    @pytest.fixture
    def compared(self, tmp_path, monkeypatch):
        """`compared(files)` → what was found, and how often it was sought."""
        sought: list[object] = []
        find = same_activity._found
        monkeypatch.setattr(same_activity, "_found", lambda board: sought.append(board) or find(board))

        def run(files, cached=True, settings=SETTINGS, today=DAY):
            sought.clear()
            folder = write(tmp_path, files)
            cache = Cache(tmp_path / "cache") if cached else Cache()
            site = load(folder, settings, Edition(today), cache)
            return [problem for problem in site.problems if problem.code == "same-activity"], len(sought)

        return run

    def test_the_same_is_told_without_a_look(self, compared):
        found, sought = compared(PLANS)
        assert len(found) == sought == 1
        assert compared(PLANS) == (found, 0)
        assert compared(PLANS, cached=False) == (found, 1)

    def test_a_word_outside_of_them_changes_nothing(self, compared):
        found, _ = compared(PLANS)
        assert compared({"plans/b.md": PLANS["plans/b.md"] + "\n## 说明\n\n补一句。\n"}) == (found, 0)

    @pytest.mark.parametrize("item", ["- 换届选举", "- 13日 消防疏散演练（取消）", "\n- 13日 消防疏散演练"])
    def test_another_item_or_place_is_looked_at(self, compared, item):
        compared(PLANS)
        files = {"plans/b.md": plan(f"### 三月\n{item}\n", title="乙")}
        assert compared(files) == (compared(files, cached=False)[0], 1)

    @pytest.mark.parametrize(
        "change", [{"today": date(2026, 3, 3)}, {"settings": Settings(organisation="别的工会")}]
    )
    def test_on_another_day_or_by_other_settings_they_are_looked_at(self, compared, change):
        found, _ = compared(PLANS)
        assert compared({}, **change) == (found, 1)
