"""What became of every activity of small boards whose truth is known, on five days each, and on whatever page or file tells it.

A board is a file of `truth/`: its documents, and a table of days and states in the order of the activities. `{words}` stands
for the anchor of the activity of these words.
"""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from boards import load_board
from catalogs import asset_of, html_of, text_of, tree_of
from noticeboard.catalog.deduplication import deduplicate
from noticeboard.catalog.filings import filings_of
from noticeboard.catalog.progress import progress_of
from noticeboard.catalog.states import LATE
from noticeboard.commands.overdue import overdue
from noticeboard.times import Month
from noticeboard.views.helpers.wording import state_word
from truth_boards import parts_of

TRUTH = sorted((Path(__file__).parent / "truth").glob("*.txt"))


CASES = [(place, day) for place in TRUTH for day in parts_of(place)[2]]


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0].stem} {case[1]}")
def told(request, tmp_path):
    place, day = request.param
    files, names, rows = parts_of(place)
    settings = json.loads(files.pop("settings", "{}"))
    extra = {"extra": {"board": settings}}
    (tmp_path / "mkdocs.yml").write_text(f"hooks: [hooks/mkdocs_door.py]\n{json.dumps(extra)[1:-1]}\n")
    site = load_board(tmp_path, files, today=date.fromisoformat(day), **settings)
    anchors = {entry.activity.text: entry.activity.anchor for entry in site.catalog.entries if entry.planned}
    if any("{" in text for text in files.values()):
        files = {name: re.sub(r"\{(.+?)\}", lambda m: anchors[m[1]], text) for name, text in files.items()}
        site = load_board(tmp_path, files, today=date.fromisoformat(day), **settings)
    entries = [
        entry
        for path in files
        for entry in site.catalog.entries
        if entry.planned and entry.document.path == path
    ]
    return tmp_path, site.catalog, entries, names, rows[day]


def test_every_state_is_the_truth(told):
    _, _, entries, names, truth = told
    assert [re.sub(r"（\W*通知\W*）|（参照.*", "", entry.activity.text) for entry in entries] == names
    for entry, expected in zip(entries, truth, strict=True):
        state, _, times = expected.partition(" ")
        assert (entry.activity.text, entry.state.value) == (entry.activity.text, state)
        if times:
            assert f"{entry.outcome.times_done}/{len(entry.outcome.occasions)}" == times, entry.activity.text


@pytest.mark.slow
def test_pages_and_files_say_the_same_word(told):
    _, catalog, entries, _, _ = told
    data = {item["url"]: item for item in json.loads(asset_of(catalog, "board.json").made())["activities"]}
    for entry in entries:
        address = f"{entry.document.address}#{entry.activity.anchor}"
        assert data[address]["state"] == entry.state.value
        assert (data[address]["late_since"] is not None) is (entry.state in LATE)
        page = tree_of(catalog, entry.document.address)
        item = page.find(f".//li[@id='{entry.activity.anchor}']")
        if item is None:
            # A line or a table's cell: the marks stand behind the anchors of its activities.
            (cell,) = [
                it for it in page.iter() if it.find(f"span[@id='{entry.activity.anchor}']") is not None
            ]
            marks = [it for it in cell if it.get("class") == f"activity is-{entry.state.value}"]
            chips = [mark.find("span[@class='state']") for mark in marks]
        else:
            assert f"is-{entry.state.value}" in item.get("class").split()
            chips = [found] if (found := item.find("span[@class='state']")) is not None else []
        assert chips or entry.state.value == "planned"
        assert {chip.text for chip in chips} <= {state_word(entry)}
        for month in entry.months:
            row = row_of_one(catalog, f"months/{month.year}/{month.number:02}/", entry, entries)
            assert f"nb-entry--{entry.state.value}" in row.get("class").split(), entry.activity.text


def row_of_one(catalog, address, entry, entries):
    """The row of an entry, or of one that is the same activity and stands for it."""
    rows = [
        row for row in tree_of(catalog, address).iter("li") if "nb-entry" in (row.get("class") or "").split()
    ]
    names = {it.activity.text for it in entries if it.counted_as == entry.counted_as}
    found = [row for row in rows if text_of(row.find(".//a")) in names]
    return next(row for row in found if f"nb-entry--{entry.state.value}" in row.get("class"))


def test_the_bar_counts_the_same(told):
    _, catalog, entries, _, _ = told
    for plan in {entry.document for entry in entries}:
        of_plan = catalog.entries_in(plan)
        keys = {entry.key for entry in of_plan}
        counts = Counter(
            entry.state.value for entry in of_plan if not entry.routine and entry.goes_on not in keys
        )
        progress = progress_of(of_plan)
        assert (progress.done, progress.overdue, progress.undecided_overdue, progress.cancelled) == tuple(
            counts[state] for state in ("done", "overdue", "undecided-overdue", "cancelled")
        )
        assert progress.due == sum(counts.values()) - counts["cancelled"]


@pytest.mark.slow
def test_the_command_lists_what_is_late_to_the_line(told):
    root, catalog, entries, _, _ = told
    result = CliRunner().invoke(
        overdue, ["--root", str(root), "--on", str(catalog.today), "--format", "json"]
    )
    listed = {
        (place["path"], place["line"])
        for item in json.loads(result.stdout)
        for place in (item, *item["also"])
    }
    keys = {entry.key for entry in entries}
    late = (entry for entry in entries if entry.state in LATE and entry.goes_on not in keys)
    assert listed == {(entry.document.path, entry.activity.line) for entry in late}


@pytest.mark.slow
def test_public_readers_are_told_of_nothing_late(told):
    root, catalog, _, _, _ = told
    files = {
        path.relative_to(root).as_posix(): path.read_text().replace("类型:", "范围: 对外\n类型:")
        for path in root.glob("plans/*.md")
    }
    public = load_board(root, files, today=catalog.today, audience="public").catalog
    assert not any(entry.overdue for entry in public.entries)
    assert "逾期" not in "".join(html_of(public, document.address) for document in public.shown)


def test_a_summary_item_stands_once_beside_its_activity(told):
    _, catalog, _, _, _ = told
    for month in catalog.months:
        schedule = catalog.schedule(month)
        keys = {entry.key for entry in (*schedule.entries, *schedule.arriving) if entry.planned}
        assert all(keys.isdisjoint(entry.reports_on) for entry in schedule.entries)


@pytest.mark.slow
def test_the_units_page_and_the_data_count_the_same(told):
    _, catalog, entries, _, _ = told
    units = json.loads(asset_of(catalog, "board.json").made())["units"]
    for filing, unit in zip(filings_of(catalog), units, strict=True):
        ours = [entry for entry in entries if entry.document.unit == unit["name"]]
        keys = {entry.key for entry in ours}
        late = deduplicate(it for it in ours if it.state in LATE and it.goes_on not in keys)
        assert len(filing.late) == unit["late"] == len(late)
        page = text_of(tree_of(catalog, unit["url"]))
        assert (f"逾期没有结果 {len(late)} 项" in page) is bool(late)
        month = Month.of(catalog.today)
        current = progress_of(deduplicate(entry for entry in ours if month in entry.document.period))
        counted = unit["own"]["due"], unit["own"]["done"], unit["own"]["late"]
        assert counted == (current.due, current.done, current.late)


COLUMNS = {
    "要办": "due", "完成": "done", "逾期": "overdue", "过期未定": "undecided_overdue", "延期": "postponed",
    "待定": "undecided", "计划": "open", "取消": "cancelled",
}  # fmt: skip
"""Of the table below a year's charts."""


def test_the_calendar_and_the_charts_count_the_same(told):
    _, catalog, _, _, _ = told
    cells = {
        cell.find("a").get("href"): text_of(cell)
        for cell in tree_of(catalog, "months/").iter("li")
        if cell.get("class", "").startswith("nb-month") and cell.find("a") is not None
    }
    for month in catalog.months:
        progress = catalog.schedule(month).progress
        cell = cells[f"{month.year}/{month.number:02}/"]
        if progress.total:
            assert f"{progress.due} 项，完成 {progress.done}" in cell
        assert (f"{progress.late} 项逾期" in cell) is bool(progress.late)
    for year in catalog.years:
        tables = tree_of(catalog, f"months/{year}/charts/").findall(".//table")
        if not tables:
            continue
        heads = [text_of(cell) for cell in next(tables[0].iter("tr"))]
        for row in tables[0].iter("tr"):
            label = text_of(row[0])
            if label.endswith("月"):
                progress = catalog.schedule(Month(year, int(label[:-1]))).progress
                said = dict(zip(heads, map(text_of, row), strict=True))
                for word, key in COLUMNS.items():
                    # A column that would be empty is left out, and so is a nought.
                    assert int(said.get(word) or 0) == getattr(progress, key), (label, word)
