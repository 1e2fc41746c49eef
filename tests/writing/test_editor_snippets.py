"""Snippets: up to date, and right when every stop is left as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boards import load_board
from noticeboard.content.settings.site_file import read_site_file
from noticeboard.writing.editor_snippets import main, snippets, snippets_text

ROOT = Path(__file__).parents[2]
SITE, _ = read_site_file(ROOT)
SNIPPETS = snippets(SITE)
_STOP = re.compile(r"\$\{\d+\|((?:[^|\\]|\\.)*)\|\}|\$\{\d+:((?:[^{}\\]|\\.)*)\}|\$\d+")
_VARIABLES = {"$CURRENT_YEAR": "2026", "$CURRENT_MONTH": "11", "$CURRENT_DATE": "20"}


def typed(body: list[str]) -> str:
    """What stands in the file when the officer presses Tab at every stop."""
    text = "\n".join(body)
    for name, value in _VARIABLES.items():
        text = text.replace(name, value)
    text = _STOP.sub(
        lambda stop: re.split(r"(?<!\\),", stop[1])[0] if stop[1] is not None else stop[2] or "", text
    )
    return re.sub(r"\\(.)", r"\1", text)


def test_the_file_is_up_to_date(tmp_path, monkeypatch) -> None:
    assert (ROOT / ".vscode/board.code-snippets").read_text(encoding="utf-8") == snippets_text(SITE), (
        "run: make guide"
    )
    monkeypatch.chdir(ROOT)
    main(str(tmp_path / "s"))
    assert (tmp_path / "s").read_text(encoding="utf-8") == snippets_text(SITE)


@pytest.mark.parametrize("name", [name for name in SNIPPETS if name.startswith("新")])
def test_a_new_document_has_no_fault(name: str, tmp_path: Path) -> None:
    site = load_board(
        tmp_path, {"plans/a.md": typed(SNIPPETS[name]["body"])}, units=[unit.name for unit in SITE.units]
    )
    assert site.problems == ()
    assert [document.label for document in site.catalog.shown] == [name.removeprefix("新")]


@pytest.mark.parametrize(
    ("name", "status"),
    [("活动", "planned"), ("完成的活动", "done"), ("取消的活动", "cancelled"), ("延期的活动", "postponed")],
)
def test_an_activity_is_read_as_what_it_is_called(name: str, status: str, tmp_path: Path) -> None:
    head = typed(SNIPPETS["新计划"]["body"])
    body = f"{typed(SNIPPETS['月份']['body'])}占位\n{typed(SNIPPETS[name]['body'])}\n".replace("一月", "三月")
    site = load_board(tmp_path, {"plans/a.md": head + body}, units=[unit.name for unit in SITE.units])
    activity = site.catalog.shown[0].activities[-1]
    assert (activity.text, activity.status.value) == ("活动名称", status)


def test_attachments_stand_in_the_front_matter(tmp_path: Path) -> None:
    text = typed(SNIPPETS["新通知"]["body"])
    text = text.replace("附件:", typed(SNIPPETS["附件"]["body"]))
    units = [unit.name for unit in SITE.units]
    site = load_board(tmp_path, {"plans/a.md": text, "plans/附件/预算表.xlsx": b"1"}, units=units)
    assert [attachment.name for attachment in site.catalog.shown[0].attachments] == ["预算表"]
