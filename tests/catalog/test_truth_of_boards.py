"""Targets, units and school years of small boards whose truth is known, on five days each, on every page and in every file."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from boards import load_board
from catalogs import asset_of, html_of, text_of, tree_of
from noticeboard.views.helpers.target_words import VERDICT_WORDS
from truth_boards import parts_of

FOLDER = Path(__file__).parent / "truth_of_boards"


def cases(name):
    return [(name, day) for day in parts_of(FOLDER / f"{name}.txt")[2]]


@pytest.fixture
def told(request, tmp_path):
    """The catalog of a board on a day, and its truth by column."""
    name, day = request.param
    files, columns, rows = parts_of(FOLDER / f"{name}.txt")
    settings = json.loads(files.pop("settings", "{}"))
    site = load_board(tmp_path, files, today=date.fromisoformat(day), **settings)
    assert not site.has_errors
    return site.catalog, dict(zip(columns, rows[day], strict=True))


def table_of(catalog, address):
    return list(csv.DictReader(io.StringIO(asset_of(catalog, address).made().decode("utf-8-sig"))))


@pytest.mark.parametrize("told", cases("目标") + cases("镇里的目标"), indirect=True, ids=str)
def test_targets(told):
    catalog, truth = told
    data = json.loads(asset_of(catalog, "board.json").made())["targets"]
    rows = table_of(catalog, "results/targets.csv")
    page = tree_of(catalog, "results/2026/")
    shown = {text_of(row.find("th")): text_of(row.findall("td")[2]) for row in page.findall(".//tbody/tr")}
    on_unit = {
        text_of(row.find("th")): text_of(row.findall("td")[-1])
        for row in tree_of(catalog, "units/gong-hui/").findall(
            ".//table[@class='nb-table nb-table--targets']/tbody/tr"
        )
    }
    assert [item["target"]["name"] for item in data] == list(truth) == [row["目标"] for row in rows]
    for item, row, (name, expected) in zip(data, rows, truth.items(), strict=True):
        verdict, _, difference = expected.partition(" ")
        assert (name, item["verdict"]) == (name, verdict)
        assert item["difference"] == (float(difference) if difference else None)
        assert (row["达到没有"], row["相差的数"].lstrip("'")) == (VERDICT_WORDS[verdict], difference)
        assert shown[name].split("，")[0] == VERDICT_WORDS[verdict].split("，")[0]
        assert on_unit[name] == shown[name]
    assert f"目标 {len(truth)} 项" in text_of(tree_of(catalog, "months/2026/"))


@pytest.mark.parametrize("told", cases("单位"), indirect=True, ids=str)
def test_units(told):
    catalog, truth = told
    data = json.loads(asset_of(catalog, "board.json").made())["units"]
    rows = table_of(catalog, "units/units.csv")
    shown = tree_of(catalog, "units/").findall(".//tbody/tr")
    assert [item["name"] for item in data] == list(truth) == [row["单位"] for row in rows]
    words = {"plan": "计划", "summary": "总结"}
    for item, row, cells, (name, expected) in zip(data, rows, shown, truth.items(), strict=True):
        missing, late, own, whole = (part.strip() for part in expected.split(";"))
        assert (name, " ".join(f"{words[it['type']]} {it['since']}" for it in item["missing"])) == (
            name,
            missing,
        )
        since = dict(zip(missing.split()[::2], missing.split()[1::2], strict=True))
        assert (row["缺计划从"], row["缺总结从"]) == (since.get("计划", ""), since.get("总结", ""))
        assert str(item["late"]) == late == row["没有结果的活动"]
        for counts, said, behind in ((item["own"], own, ""), (item["whole"], whole, "（连同下属）")):
            assert (name, "/".join(str(counts[key]) for key in ("due", "done", "late"))) == (name, said)
            assert "/".join(row[f"{key}{behind}"] for key in ("要办", "完成", "逾期")) == said
        page = text_of(cells)
        assert (f"{late} 项活动没有结果" in page) is (late != "0")
        for word in words.values():
            assert (f"的{word}，" in page) is (word in since)
        due, done, _ = whole.split("/")
        assert (f"要办 {due} 项，完成 {done}" in page) is (due != "0")


@pytest.mark.parametrize("told", cases("学年"), indirect=True, ids=str)
def test_school_years(told):
    catalog, truth = told
    for address, expected in truth.items():
        due, done, late = expected.split("/")
        page = text_of(tree_of(catalog, f"school-years/{address}"))
        assert f"要办 {due} 项" in page, address
        assert f"已完成 {done}" in page, address
        assert (f"逾期没有结果 {late}" in page) is (late != "0"), address
    assert "评优" in html_of(catalog, "school-years/2025/")
    assert "评优" not in html_of(catalog, "school-years/2025/2/")
    links = {link.get("href") for link in tree_of(catalog, "months/").iter("a")}
    assert "../school-years/2025/" in links


def test_figures_of_units_are_added_up_once(tmp_path):
    settings = json.loads(parts_of(FOLDER / "单位.txt")[0]["settings"])

    def summary(unit, *figures):
        lines = "\n".join(f"  - {figure}" for figure in figures)
        return f"---\n类型: 总结\n标题: 总结\n日期: 2026-07-05\n期间: 2026年上半年\n单位: {unit}\n数据:\n{lines}\n---\n正文\n"

    files = {
        "plans/总.md": summary("总会", "走访: 40户"),
        "plans/东.md": summary("东分会", "走访: 12户", "入会率: 95%"),
        "plans/东一.md": summary("东一组", "走访: 5户", "捐款: 0.1万元"),
        "plans/西.md": summary("西分会", "走 访: 约二十户", "走访: 30人", "捐款: 300.5元"),
    }
    catalog = load_board(tmp_path, files, **settings).catalog
    table = tree_of(catalog, "units/head/").findall(".//details[@id='nb-figures']//tbody/tr")
    assert [[text_of(cell) for cell in row] for row in table] == [
        ["走访", "2026年上半年", "约 32 户", "东分会 12，西分会 20", "40户"],
        ["捐款", "2026年上半年", "1300.5 元", "东分会 1000，西分会 300.5", "—"],
        ["走访", "2026年上半年", "30 人", "西分会 30；1 个单位没有报", "—"],
    ]


def test_titles_that_two_units_have_say_the_unit(tmp_path):
    files, _, _ = parts_of(FOLDER / "单位.txt")
    settings = json.loads(files.pop("settings"))
    catalog = load_board(tmp_path, files, today=date(2026, 3, 1), **settings).catalog
    home = html_of(catalog, "")
    assert "上半年计划（东分会）" in home and "上半年计划（西分会）" in home
    assert "年计划（总会）" not in home


def test_the_public_edition_says_nothing_of_gaps(tmp_path):
    files, _, _ = parts_of(FOLDER / "单位.txt")
    settings = json.loads(files.pop("settings"))
    files = {path: text.replace("类型:", "范围: 对外\n类型:") for path, text in files.items()}
    catalog = load_board(tmp_path, files, today=date(2026, 9, 11), audience="public", **settings).catalog
    data = json.loads(asset_of(catalog, "board.json").made())["units"]
    assert all(not item["missing"] and not item["late"] for item in data)
    assert "没有交" not in html_of(catalog, "units/")
    assert "缺" not in html_of(catalog, "units/west/")
