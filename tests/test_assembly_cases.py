"""Whole boards with proposals, sessions and opinions whose truth was counted by hand, at several days."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from board_cases import read_case, told
from boards import load_board
from catalogs import day, rows_of, tree_of
from noticeboard.build import Site
from noticeboard.views.board_json import board_schema

CASES = sorted((Path(__file__).parent / "cases" / "assemblies").glob("*.txt"))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def days_of(path: Path) -> Iterator[str]:
    return (name for name in read_case(path.read_text(encoding="utf-8")).files if _DAY.fullmatch(name))


CASES_AND_DAYS = [(path, on) for path in CASES for on in days_of(path)]


@pytest.mark.slow
@pytest.mark.parametrize(("path", "on"), CASES_AND_DAYS, ids=lambda value: getattr(value, "stem", value))
def test_the_board_says_the_truth(path: Path, on: str, tmp_path: Path) -> None:
    case = read_case(path.read_text(encoding="utf-8"))
    files = {name: text for name, text in case.files.items() if name.endswith(".md")}
    settings = yaml.safe_load(case.files.get("settings", "{}"))
    site = load_board(tmp_path, files, today=day(on), **settings)
    truth = yaml.safe_load(case.files[on])
    expected = [*case.expected, *truth.pop("problems", [])]
    assert told(site.problems, expected) == sorted(expected)
    check_rows(site, truth.pop("rows", {}))
    check_data(site, truth.pop("data", {}))
    assert truth == {}


def check_rows(site: Site, rows: dict[str, dict[str, dict[str, str]]]) -> None:
    """Address of a page → first cell of a row → what some of its cells say, whatever else there is."""
    for address, wanted in rows.items():
        found = {next(iter(row.values())): row for row in rows_of(tree_of(site.catalog, address))}
        for name, cells in wanted.items():
            assert {label: found[name].get(label) for label in cells} == cells, (address, name)
        assert set(found) == set(wanted), address


def check_data(site: Site, lists: dict[str, dict[str, dict[str, Any]]]) -> None:
    """List of board.json → address of the document → some of its keys."""
    (asset,) = [asset for asset in site.assets if asset.address == "board.json"]
    data = json.loads(asset.made())
    jsonschema.validate(data, json.loads(board_schema()), format_checker=jsonschema.FormatChecker())
    for name, wanted in lists.items():
        found = {item["document"]: item for item in data[name]}
        for document, keys in wanted.items():
            assert {key: found[document][key] for key in keys} == keys, document


def test_there_are_cases_of_several_days() -> None:
    assert len(CASES) >= 4
    assert len(CASES_AND_DAYS) >= 2 * len(CASES)
