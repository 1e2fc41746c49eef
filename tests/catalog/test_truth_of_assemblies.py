"""Proposals and resolutions of small boards whose truth is known, on five days each."""

import json
from datetime import date
from pathlib import Path

import pytest

from boards import load_board
from catalogs import asset_of, text_of, tree_of
from noticeboard.catalog.proposals import sessions_of
from truth_boards import parts_of

FOLDER = Path(__file__).parent / "truth_of_assemblies"
CASES = [(place, day) for place in sorted(FOLDER.glob("*.txt")) for day in parts_of(place)[2]]


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0].stem} {case[1]}")
def told(request, tmp_path):
    """The catalog of a board on a day, its data, and its truth by name."""
    place, day = request.param
    files, names, rows = parts_of(place)
    settings = json.loads(files.pop("settings"))
    catalog = load_board(tmp_path, files, today=date.fromisoformat(day), **settings).catalog
    return (
        catalog,
        json.loads(asset_of(catalog, "board.json").made()),
        dict(zip(names, rows[day], strict=True)),
    )


def said(item):
    return f"{item['state']} {item['days_late']}" if item["days_late"] else item["state"]


def test_the_data_are_the_truth(told):
    _, data, truth = told
    titles = {item["id"]: item["title"] for item in data["documents"]}
    found = {titles[item["document"]]: said(item) for item in data["proposals"]}
    found |= {item["text"]: said(item) for meeting in data["meetings"] for item in meeting["resolutions"]}
    found |= {it["subject"]: str(it["passed"]) for meeting in data["meetings"] for it in meeting["votes"]}
    assert found == truth


def test_the_chair_is_told_of_what_is_not_answered_or_late(told):
    catalog, data, truth = told
    merged = {it["document"] for it in data["proposals"] if it["merged_into"]}
    leading = {it["title"] for it in data["documents"] if it["type"] == "proposal" and it["id"] not in merged}
    ahead = {it["title"] for it in data["documents"] if it["date"] > str(catalog.today)}
    gaps = tree_of(catalog, "chair/")
    named = [text_of(link) for link in gaps.iter("a")]
    for name, state in truth.items():
        if name in leading:
            is_owed = state.startswith(("overdue", "again", "open", "pending")) and name not in ahead
            assert (name in named) is is_owed, (name, state)
        elif name.endswith("提案"):
            assert name not in named, (name, state)
        elif state not in ("True", "False", "None"):
            assert (name in named) is state.startswith("overdue"), (name, state)


def test_what_is_dated_ahead_is_in_no_count(told):
    catalog, data, _ = told
    proposals = {it["document"] for it in data["proposals"]}
    days = [it["date"] for it in data["documents"] if it["id"] in proposals]
    received = sum(day <= str(catalog.today) for day in days)
    assert sum(session.tally.received for session in sessions_of(catalog)) == received
    assert (f"收到{received}件" in text_of(tree_of(catalog, "proposals/")).replace(" ", "")) is bool(days)
